"""Decodes percent-encoding, HTML entities and YAML escapes in a text, repeatedly, and maps positions to the original.

A link copied from a mail program or a browser has `%40` for `@`, and `%2540` if it was encoded twice. The form in the
browser does the same with the table from `as_data`:

1. `encoded` is a regular expression (flags `gu`, written without `i`) with a branch for each encoding of a character:
   percent-encoded UTF-8, `%u0040`, numeric and named HTML entities, and YAML escapes.
2. Each match is replaced by its character, and a control character by a space. Names are looked up in `entities`. A match
   that encodes no character is kept.
3. This is repeated while anything changes, at most `rounds` times. Each round makes the text shorter.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_HEX = "[0-9A-Fa-f]"
_NEXT = rf"%[89ABab]{_HEX}"
_PERCENT = rf"%[0-7]{_HEX}|%[CDcd]{_HEX}{_NEXT}|%[Ee]{_HEX}(?:{_NEXT}){{2}}|%[Ff][0-4](?:{_NEXT}){{3}}|%u{_HEX}{{4}}"
#: Browsers accept numeric entities without the semicolon as well.
_ENTITY = rf"&(?:#[0-9]{{1,7}};?|#[xX]{_HEX}{{1,6}};?|[A-Za-z][A-Za-z0-9]{{1,30}};)"
_ESCAPE = rf"\\(?:u{_HEX}{{4}}|U{_HEX}{{8}}|x{_HEX}{{2}}|[nt])"
ENCODED = rf"{_PERCENT}|{_ENTITY}|{_ESCAPE}"
_ENCODED = re.compile(ENCODED, re.ASCII)
#: Links are rarely nested deeper than this, and the time must have a limit.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text in which tokens were replaced, with a map of positions to the original.

    From position `ends[n]` on, the text `before` is ahead by `shifts[n]`. A text can be mapped in several rounds.
    """

    text: str
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    before: MappedText | None = None

    def original(self, position: int) -> int:
        """The position in the original text of a position in this one."""
        index = bisect_right(self.ends, position) - 1
        position += self.shifts[index] if index >= 0 else 0
        return self.before.original(position) if self.before else position


def replace_tokens(before: MappedText, tokens: re.Pattern[str], replacement: Callable[[str], str]) -> MappedText:
    """Replace each match of `tokens` by `replacement` of it, and extend the map of positions."""
    pieces: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for token in tokens.finditer(before.text):
        unchanged, new = token.start() - done, replacement(token[0])
        pieces += (before.text[done : token.start()], new)
        length += unchanged + len(new)
        done = token.end()
        # If one character becomes several, all of them map to its position.
        for extra in range(len(token[0]), len(new)):
            ends.append(length - len(new) + extra)
            shifts.append(done - 1 - ends[-1])
        if len(new) != len(token[0]):
            # The text after this token is shifted.
            ends.append(length)
            shifts.append(done - length)
    text = "".join((*pieces, before.text[done:]))
    return MappedText(text, tuple(ends), tuple(shifts), before if before.before or before.ends else None)


def decode(text: str, named: Callable[[str], str | None]) -> MappedText:
    """Decode `text`. `named` returns the character of a named HTML entity, or None to keep the entity."""
    decoded = MappedText(text)
    if not ("%" in text or "&" in text or "\\" in text):
        return decoded

    def replacement(token: str) -> str:
        if token[0] != "&" or token[1] == "#":
            return _character(token)
        letter = named(token[1:-1])
        return token if letter is None else letter

    for _ in range(ROUNDS):
        again = replace_tokens(decoded, _ENCODED, replacement)
        if again.text == decoded.text:
            break
        decoded = again
    return decoded


@lru_cache(maxsize=4096)
def _character(token: str) -> str:
    """The character that a token encodes by number, or the token if it encodes none."""
    if token[0] == "%" and token[1] != "u":
        try:
            letter = bytes.fromhex(token.replace("%", "")).decode()
        except UnicodeDecodeError:
            return token
    elif token in ("\\n", "\\t"):
        return " "
    else:
        digits = token.strip("%&#;\\uUxX")
        number = int(digits, 10 if token[0] == "&" and token[2] not in "xX" else 16)
        letter = chr(number) if number <= sys.maxunicode else ""
    return " " if letter < " " or letter == "\x7f" else letter
