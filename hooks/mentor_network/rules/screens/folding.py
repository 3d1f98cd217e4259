"""A text as the screens search it: what looks the same is made the same, and every place can be told in the original.

Whoever hides a number rarely means to: it comes from a spreadsheet with hard spaces, a PDF with ligatures, or a wrapped
line. The form in the browser does the same with the table that `as_data` gives, in this order:

1. `tokens` is a regular expression (flags `gu`, written without `i`). Each match is replaced as below; all else stays.
2. A match that starts with a line end is one space: a wrapped line goes on, while a new paragraph, list item, heading,
   table row or key stays on a line of its own.
3. A match that starts with `&` is the character that `entities` gives, or that its number names; one that starts with a
   backslash and is longer than 1 is the character whose code in hexadecimal follows its `u`, `U` or `x`, or else one
   space. The character is then treated as in 4.
4. A single character is what `letters` gives, where it has it. Otherwise: a character of the Unicode categories Mn, Me or
   Cf is nothing, Zs and Zl and Zp are a space, Pd is a hyphen, and anything else is its NFKD form without characters of
   Mn. A decimal digit (Nd) is then the ASCII digit of its value: how far it is from the character of `zeros` at or before
   it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LATIN = "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY аa сc еe һh іi јj оo рp ѕs хx уy ԁd ӏl ԛq ԝw"
_GREEK = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ρp"
_STROKES = "ØO øo ŁL łl ĐD đd ÐD ðd ĦH ħh ıi ŊN ŋn ŦT ŧt"
_MARKS = "’' ‘' ‛' ʼ' ′' “\" ”\" „\" −- ˗- ⁃- ⸺- ·. •- \t  ⠀  >  <  ﹫@"
#: Single characters and what they are searched as. Marks of Markdown are nothing, so that bold type hides no name.
LETTERS: dict[str, str] = {
    **{pair[0]: pair[1] for pair in f"{_LATIN} {_GREEK} {_STROKES}".split()},
    **{_MARKS[n]: _MARKS[n + 1] for n in range(0, len(_MARKS), 3)},
    **{mark: "" for mark in "*_`~\\\u115f\u1160\u3164\uffa0\u034f"},
    **{"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "Þ": "Th", "þ": "th"},
}
#: Names of characters as HTML spells them. Numbers are read as numbers.
ENTITIES: dict[str, str] = {
    **dict.fromkeys(["nbsp", "ensp", "emsp", "thinsp", "Tab", "NewLine"], " "),
    **dict.fromkeys(["shy", "zwnj", "zwj", "zwsp", "lrm", "rlm", "ast", "lowbar", "grave"], ""),
    **dict.fromkeys(["ndash", "mdash", "hyphen", "dash", "minus"], "-"),
    **{"commat": "@", "period": ".", "sol": "/", "colon": ":", "comma": ",", "num": "#", "plus": "+", "amp": "&"},
    **{"lpar": "(", "rpar": ")", "quot": '"', "apos": "'"},
}
_WRAPPED = r"\n[ \t>]*(?![ \t>\n]|[-+*\u2022] |#|\||\d{1,3}[.)] |[A-Za-z_]{1,40}:(?![^ \n])|-{3}|`{3}|~{3})"
_ENTITY = rf"&(?:#[0-9]{{1,7}}|#[xX][0-9A-Fa-f]{{1,6}}|{'|'.join(ENTITIES)});"
_ESCAPE = r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[nt])"
#: Everything that is not plain ASCII, and the plain characters that mean something.
TOKENS = rf"{_WRAPPED}|{_ENTITY}|{_ESCAPE}|[*_`~\\\t<>]|[^\x00-\x7f]"
_TOKENS = re.compile(TOKENS, re.ASCII)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to search. `ends` and `shifts` say, from which place on, how far the original is ahead."""

    text: str
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, place: int) -> int:
        """Where in the original text a place is."""
        found = bisect_right(self.ends, place) - 1
        return place + self.shifts[found] if found >= 0 else place


def fold(text: str) -> Folded:
    """`text` with what looks the same made the same."""
    pieces: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for token in _TOKENS.finditer(text):
        between, made = token.start() - done, _searched(token[0])
        pieces += (text[done : token.start()], made)
        length += between + len(made)
        done = token.end()
        # Where one character becomes several, all of them stand where it stood.
        for more in range(len(token[0]), len(made)):
            ends.append(length - len(made) + more)
            shifts.append(done - 1 - ends[-1])
        if len(made) != len(token[0]):
            # What follows a token stands so much further on in the original.
            ends.append(length)
            shifts.append(done - length)
    return Folded("".join((*pieces, text[done:])), tuple(ends), tuple(shifts))


@lru_cache(maxsize=4096)
def _searched(token: str) -> str:
    if token[0] == "\n":
        return " "
    if token[0] == "&":
        name = token[1:-1]
        if name[0] != "#":
            return ENTITIES[name]
        return _character(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
    if token[0] == "\\" and len(token) > 1:
        return _character(int(token[2:], 16)) if len(token) > 2 else " "
    return _letter(token)


def _character(number: int) -> str:
    return _letter(chr(number)) if number <= sys.maxunicode else ""


def _letter(letter: str) -> str:
    if letter in LETTERS:
        return LETTERS[letter]
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind in ("Zs", "Zl", "Zp"):
        return " "
    if kind == "Pd":
        return "-"
    plain = unicodedata.normalize("NFKD", letter)
    return "".join(_digit(c) for c in plain if unicodedata.category(c) != "Mn")


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


#: No script past this has digits of its own. Asking the million characters after it would take a tenth of a second.
LAST = 0x20000


def _zeros() -> str:
    """The zero of each script that has digits of its own."""
    return "".join(chr(n) for n in range(0x80, LAST) if unicodedata.decimal(chr(n), None) == 0)


def as_data() -> dict[str, Any]:
    """The table for the form."""
    return {"tokens": TOKENS, "letters": LETTERS, "entities": ENTITIES, "zeros": _zeros()}
