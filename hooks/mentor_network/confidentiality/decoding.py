"""A text with what stands for a character replaced by that character, as often as it was encoded.

A link that is copied from a mail or out of a browser writes `@` as `%40`, and one that was wrapped twice as `%2540`. The
form in the browser does the same with the table that `as_data` gives:

1. `encoded` is a regular expression (flags `gu`, written without `i`) with a branch for each way to write a character:
   percent-encoded UTF-8, `%u0040`, entities of HTML by number or by name, and the escapes of YAML.
2. Each match becomes its character, and a control character becomes a space. A name is looked up in `entities`. What
   stands for no character stays as it is.
3. This is done again while anything changes, at most `rounds` times. Each round makes the text shorter.
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
#: Browsers read a number without its semicolon too.
_ENTITY = rf"&(?:#[0-9]{{1,7}};?|#[xX]{_HEX}{{1,6}};?|[A-Za-z][A-Za-z0-9]{{1,30}};)"
_ESCAPE = rf"\\(?:u{_HEX}{{4}}|U{_HEX}{{8}}|x{_HEX}{{2}}|[nt])"
ENCODED = rf"{_PERCENT}|{_ENTITY}|{_ESCAPE}"
_ENCODED = re.compile(ENCODED, re.ASCII)
#: Nobody wraps a link in a link more often than this, and no text is read without end.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text in which tokens were replaced. `ends` and `shifts` say, from which place on, how far the text `before` is
    ahead."""

    text: str
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    before: MappedText | None = None

    def original(self, place: int) -> int:
        """Where in the original text a place is."""
        found = bisect_right(self.ends, place) - 1
        place += self.shifts[found] if found >= 0 else 0
        return self.before.original(place) if self.before else place


def replace_tokens(before: MappedText, tokens: re.Pattern[str], instead: Callable[[str], str]) -> MappedText:
    """The text with `instead` of each token."""
    pieces: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for token in tokens.finditer(before.text):
        between, made = token.start() - done, instead(token[0])
        pieces += (before.text[done : token.start()], made)
        length += between + len(made)
        done = token.end()
        # Where one character becomes several, all of them stand where it stood.
        for more in range(len(token[0]), len(made)):
            ends.append(length - len(made) + more)
            shifts.append(done - 1 - ends[-1])
        if len(made) != len(token[0]):
            # What follows a token stands so much further on in the text before.
            ends.append(length)
            shifts.append(done - length)
    text = "".join((*pieces, before.text[done:]))
    return MappedText(text, tuple(ends), tuple(shifts), before if before.before or before.ends else None)


def decode(text: str, named: Callable[[str], str | None]) -> MappedText:
    """`text` with its characters decoded. `ids` gives those that HTML has a name for."""
    made = MappedText(text)
    if not ("%" in text or "&" in text or "\\" in text):
        return made

    def instead(token: str) -> str:
        if token[0] != "&" or token[1] == "#":
            return _character(token)
        letter = named(token[1:-1])
        return token if letter is None else letter

    for _ in range(ROUNDS):
        again = replace_tokens(made, _ENCODED, instead)
        if again.text == made.text:
            break
        made = again
    return made


@lru_cache(maxsize=4096)
def _character(token: str) -> str:
    """The character that a number stands for."""
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
