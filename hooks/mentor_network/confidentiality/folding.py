"""A text as the screens search it: what looks the same is made the same, and every place can be told in the original.

Whoever hides a number rarely means to: it comes from a spreadsheet with hard spaces, a PDF with ligatures, or a wrapped
line. The form in the browser does the same with the table that `as_data` gives, in this order:

1. What stands for a character is decoded, see `decoding`.
2. `tokens` is a regular expression (flags `gu`, written without `i`). Each match is replaced as below; all else stays.
3. A match that starts with a line end is one space: a wrapped line goes on, while a new paragraph, list item, heading,
   table row or key stays on a line of its own.
4. A single character is what `letters` gives, where it has it. Otherwise: a character of the Unicode categories Mn, Me or
   Cf is nothing, Zs and Zl and Zp are a space, Pd is a hyphen, and anything else is its NFKD form without characters of
   Mn. A decimal digit (Nd) is then the ASCII digit of its value: how far it is from the character of `zeros` at or before
   it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from mentor_network.confidentiality.decoding import ENCODED, ROUNDS, MappedText, decode, replace_tokens

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
_WRAPPED = r"\n[ \t>]*(?![ \t>\n]|[-+*\u2022] |#|\||\d{1,3}[.)] |[A-Za-z_]{1,40}:(?![^ \n])|-{3}|`{3}|~{3})"
#: Everything that is not plain ASCII, and the plain characters that mean something.
TOKENS = rf"{_WRAPPED}|[*_`~\\\t<>]|[^\x00-\x7f]"
_TOKENS = re.compile(TOKENS, re.ASCII)


def fold(text: str) -> MappedText:
    """`text` with what looks the same made the same."""
    return replace_tokens(decode(text, _named), _TOKENS, _searched)


def decoded(text: str) -> str:
    """`text` with its encoded characters as they are meant."""
    return decode(text, _named).text


@lru_cache(maxsize=4096)
def _searched(token: str) -> str:
    return " " if token[0] == "\n" else _letter(token)


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


@lru_cache(maxsize=4096)
def _named(name: str) -> str | None:
    """What the character of a name in HTML is searched as, where it is as good as a plain one."""
    from html.entities import html5  # two thousand names, and few texts have one

    plain = "".join(map(_letter, html5.get(f"{name};", "\ufffd").replace("\n", " ")))
    return plain if plain.isascii() else None


#: No script past this has digits of its own. Asking the million characters after it would take a tenth of a second.
LAST = 0x20000


def _zeros() -> str:
    """The zero of each script that has digits of its own."""
    return "".join(chr(n) for n in range(0x80, LAST) if unicodedata.decimal(chr(n), None) == 0)


def as_data() -> dict[str, Any]:
    """The table for the form."""
    from html.entities import html5

    names = sorted(name.removesuffix(";") for name in html5 if name.endswith(";"))
    entities = {name: plain for name in names if (plain := _named(name)) is not None}
    return {"encoded": ENCODED, "rounds": ROUNDS, "entities": entities} | {
        "tokens": TOKENS,
        "letters": LETTERS,
        "zeros": _zeros(),
    }
