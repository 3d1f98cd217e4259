"""The confidentiality screens: regular expressions that find what could identify a patient or colleague in public texts.

`table` lists the screens, whose patterns and word lists are in the other modules. A text goes through `prefilter` and
`folding` before `screening` searches it. The contribution form runs the same table in the browser, from `as_data`.
"""

from mentor_network.confidentiality.files import check
from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.form_data import as_data
from mentor_network.confidentiality.pattern import Pattern
from mentor_network.confidentiality.prefilter import parts_to_search
from mentor_network.confidentiality.table import SCREENS, Scope, Screen
from mentor_network.confidentiality.wrapped_links import find_wrapped_links, unwrap

__all__ = [
    "SCREENS",
    "Pattern",
    "Scope",
    "Screen",
    "as_data",
    "check",
    "find_wrapped_links",
    "fold",
    "parts_to_search",
    "unwrap",
]
