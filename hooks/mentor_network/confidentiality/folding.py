"""Normalises a text for the screens: characters that look alike become one, and positions map back to the original.

Numbers are rarely hidden on purpose: they come from spreadsheets with no-break spaces, PDFs with ligatures, or wrapped
lines. The form in the browser does the same with the table from `as_data`, in this order:

1. Encoded characters are decoded, see `decoding`.
2. `tokens` is a regular expression (flags `gu`, written without `i`). Each match is replaced as below; the rest is kept.
3. A match that starts with a line end becomes one space: it is a wrapped line. A new paragraph, list item, heading, table
   row or key does not match, and stays on a line of its own.
4. A single character is looked up in `letters`. If it is not there: characters of the Unicode categories Mn, Me and Cf are
   removed, those of Zs, Zl and Zp become a space, those of Pd a hyphen, and all others their NFKD form without characters
   of Mn. A decimal digit (Nd) then becomes the ASCII digit of its value: its distance from the nearest character of `zeros`
   that is not after it.
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
#: Single characters and their replacements. Markdown's marks are removed: bold type must not hide a name.
LETTERS: dict[str, str] = {
    **{pair[0]: pair[1] for pair in f"{_LATIN} {_GREEK} {_STROKES}".split()},
    **{_MARKS[n]: _MARKS[n + 1] for n in range(0, len(_MARKS), 3)},
    **{mark: "" for mark in "*_`~\\\u115f\u1160\u3164\uffa0\u034f"},
    **{"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "Þ": "Th", "þ": "th"},
}
_WRAPPED = r"\n[ \t>]*(?![ \t>\n]|[-+*\u2022] |#|\||\d{1,3}[.)] |[A-Za-z_]{1,40}:(?![^ \n])|-{3}|`{3}|~{3})"
#: Every character that is not ASCII, and the ASCII characters that are replaced.
TOKENS = rf"{_WRAPPED}|[*_`~\\\t<>]|[^\x00-\x7f]"
_TOKENS = re.compile(TOKENS, re.ASCII)


def fold(text: str) -> MappedText:
    """Normalise `text`, with a map of positions to the original."""
    return replace_tokens(decode(text, _named_entity), _TOKENS, _replacement)


def decoded(text: str) -> str:
    """`text` with its encoded characters decoded."""
    return decode(text, _named_entity).text


@lru_cache(maxsize=4096)
def _replacement(token: str) -> str:
    return " " if token[0] == "\n" else _letter(token)


def _letter(letter: str) -> str:
    """The replacement of one character, see step 4 above."""
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
def _named_entity(name: str) -> str | None:
    """The normalised character of a named HTML entity, or None if that is not ASCII."""
    from html.entities import html5  # a large table that few texts need

    plain = "".join(map(_letter, html5.get(f"{name};", "\ufffd").replace("\n", " ")))
    return plain if plain.isascii() else None


#: No character from here on is a decimal digit. Testing the million characters after it would take 0.1 s.
LAST = 0x20000


def _zeros() -> str:
    """The digit zero of each script that has its own digits, apart from ASCII."""
    return "".join(chr(n) for n in range(0x80, LAST) if unicodedata.decimal(chr(n), None) == 0)


def as_data() -> dict[str, Any]:
    """The table for the form, as its JSON has it."""
    from html.entities import html5

    names = sorted(name.removesuffix(";") for name in html5 if name.endswith(";"))
    entities = {name: plain for name in names if (plain := _named_entity(name)) is not None}
    return {"encoded": ENCODED, "rounds": ROUNDS, "entities": entities} | {
        "tokens": TOKENS,
        "letters": LETTERS,
        "zeros": _zeros(),
    }
