"""Taking what a screen found out of the messages of the other rules.

A message may show the same words in another form: as an id in small letters with hyphens, cut short, or without its hidden
characters. So words are compared by their letters and digits alone, and a cut text is compared with the beginnings of
findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from mentor_network.rules.screens.folding import fold

#: What stands in a message where words were taken out.
HIDDEN = "(left out)"
#: Fewer letters than this point at nobody, and stand in other words by chance.
_LEAST = 3
#: No message repeats more of a value than this.
_MOST = 120
_PART = re.compile(r"[A-Za-z0-9]+")
_CUT = "…"


def hider(findings: Iterable[str]) -> Callable[[str], str]:
    """A function that takes all of `findings`, and the names and long numbers in them, out of a message."""
    whole = {name for words in findings for name in _names(words) if len(name) >= _LEAST}
    begun = {name[:length] for name in whole for length in range(_LEAST, min(len(name), _MOST))}
    return lambda message: _without(message, whole, begun)


def _names(words: str) -> Iterator[str]:
    """What to look for of one finding: all of it, its long numbers, and its words with a capital, which may be a surname."""
    for form in {words, fold(words).text}:  # a rule may have taken a code for letters
        parts = _PART.findall(form[:_MOST])
        yield "".join(parts).casefold()
        yield from (part for part in parts if len(part) > 4 and part.isdigit())
        yield from (part.casefold() for part in parts[1:] if part[0].isupper())


def _without(message: str, whole: set[str], begun: set[str]) -> str:
    # The mark of a cut text must stay what it is.
    folded = fold(message.replace(_CUT, "\ue000"))
    parts = list(_PART.finditer(folded.text))
    out, done, number = [], 0, 0
    while number < len(parts):
        last = _longest(folded.text, parts, number, whole, begun)
        if last is not None:
            start, end = folded.original(parts[number].start()), folded.original(parts[last].end() - 1) + 1
            out += [message[done:start], HIDDEN]
            done, number = end, last
        number += 1
    return "".join((*out, message[done:]))


def _longest(text: str, parts: list[re.Match[str]], first: int, whole: set[str], begun: set[str]) -> int | None:
    """The last of the parts, from `first` on, that together are something to take out."""
    found, joined = None, ""
    for number in range(first, len(parts)):
        joined += parts[number][0].casefold()
        if len(joined) > _MOST:
            break
        cut = text[parts[number].end() : parts[number].end() + 2].lstrip(" ").startswith("\ue000")
        if joined in whole or (cut and joined in begun):
            found = number
    return found
