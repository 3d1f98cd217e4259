"""The table of confidentiality screens for the form in the browser.

`as_data` is `screens` of the form's rules:

- `normalise`: how to normalise a text, see `folding`
- `wrapped`: how to find and unwrap a link that a mail program rewrote, see `wrapped_links`. The rule `wrapped-link` has no
  patterns: each such link is a finding of it, and no other screen applies inside
- `names`: how to tell a name from other capitalised words, see `names`
- `allowed`: texts that are never a finding (the network's own contact), folded and in small letters
- `trusts`: names of the network's own Trusts, folded and in small letters, which the rule `named-trust` finds as well
- `rules`: a list. Each has `code`, `severity` (`error` or `warning`), `message` and `help`; `patterns`, see `pattern`;
  `scopes`; `acknowledge`; and `unless`, a field of the entry that turns the screen off where it is true, or null.

If the check of a pattern refuses a match, the search goes on one character after the start of the match. A match that
overlaps a finding of an earlier rule, or of an earlier pattern of the same rule, is ignored: one mistake, one message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from mentor_network.confidentiality import folding, names, wrapped_links
from mentor_network.confidentiality.table import REAL, SCREENS, trust_names


def as_data(allowed: Iterable[str] = (), trusts: Iterable[str] = ()) -> dict[str, Any]:
    """The table for the form, as its JSON has it. `allowed` are never a finding, `trusts` are the network's own.

    `words` has each list of words once, and `near` of a pattern is the index of its list.
    """
    lists: dict[tuple[str, ...], int] = {}
    rules = [
        asdict(screen)
        | {"patterns": [asdict(one) | {"near": lists.setdefault(one.near, len(lists))} for one in screen.patterns]}
        for screen in SCREENS
    ]
    return {
        "normalise": folding.as_data(),
        "names": names.as_data(),
        "wrapped": wrapped_links.as_data() | {"help": REAL},
        "allowed": [folding.fold(text).text.casefold() for text in allowed],
        "trusts": trust_names(trusts),
        "words": [list(words) for words in lists],
        "rules": rules,
    }
