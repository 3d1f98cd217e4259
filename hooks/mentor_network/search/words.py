"""Normalises words for the index as theme/components/finder/words.js normalises what people type."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STOP = """
a about again also always am an and any anybody anyone anything are arent as at be been being both but by can cant
could couldnt did didnt do does doesnt doing dont each ever every few for from get gets getting give go got had has
hasnt have havent having he her here his how hows i id if ill im in into is isnt it its ive just like may me might
more most much must my myself need needs no not now of on only onto or other our own please quite really s same she
should shouldnt so some somebody someone something such than that thats the their them then there theres these they
theyre thing things this those to too up us very want wants was wasnt we were what whats when where wheres whether
which while who whom whos why will with wont would wouldnt yet you your youre actually
"""
#: Stop words. On most pages they mean nothing, so that only titles and names are found by them.
STOP = frozenset(_STOP.split())
_FIGURES = dict(one="1", two="2", three="3", four="4", five="5", six="6", seven="7", eight="8", nine="9", ten="10")


_POSSESSIVE = re.compile(r"['’]s\b")
#: An abbreviation with full stops, such as `R.C.A.`, and an apostrophe in a word, such as `couldn't`.
_INSIDE = re.compile(r"(?<!\w)[a-z](?:\.[a-z0-9])+\.?(?!\w)|(?<=[a-z])['’](?=[a-z])")
_BETWEEN = re.compile(r"[^\w]+|_")


def fold(text: str) -> str:
    """Normalise text: lower case, no accents, and only letters, digits and single spaces. `R.C.A.` becomes `rca`."""
    if not text.isascii():
        # Characters that nobody sees, such as soft hyphens (category Cf), are taken out, too.
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf")
        )
    text = _INSIDE.sub(lambda found: found[0].replace(".", "").strip("'’"), _POSSESSIVE.sub("", text.lower()))
    return " ".join(_BETWEEN.sub(" ", text).split())


def singular(word: str) -> str:
    """Stem a plural: meetings to meeting, studies to study."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=100_000)
def terms(piece: str) -> tuple[str, ...]:
    """The terms in a piece of text without spaces, stop words among them: `Studies,` has `study`."""
    return tuple(_FIGURES.get(word) or singular(word) for word in fold(piece).split())


@lru_cache(maxsize=100_000)
def content_terms(piece: str) -> tuple[str, ...]:
    """The same without stop words."""
    return tuple(_FIGURES.get(word) or singular(word) for word in fold(piece).split() if word not in STOP)
