"""The confidentiality screens: a table of what to look for, and how a text is made ready for it."""

from mentor_network.rules.screens.folding import fold
from mentor_network.rules.screens.hiding import hider
from mentor_network.rules.screens.pattern import Pattern
from mentor_network.rules.screens.prepared import prepared
from mentor_network.rules.screens.table import SCREENS, Scope, Screen, as_data
from mentor_network.rules.screens.wrapped import real, wrapped

__all__ = ["SCREENS", "Pattern", "Scope", "Screen", "as_data", "fold", "hider", "prepared", "real", "wrapped"]
