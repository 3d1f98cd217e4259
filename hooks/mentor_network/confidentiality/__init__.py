"""The confidentiality screens: a table of what to look for, and how a text is made ready for it."""

from mentor_network.confidentiality.files import check
from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.pattern import Pattern
from mentor_network.confidentiality.prefilter import parts_to_search
from mentor_network.confidentiality.table import SCREENS, Scope, Screen, as_data
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
