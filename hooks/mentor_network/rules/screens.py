"""The confidentiality screens: what must not stand in a public text, how it is found, and what to say.

`as_data` gives them to the form in the browser as `screens`:

- `normalise`: the table for the text to search, see `rules.folding`
- `allowed`: texts that are never a finding (the network's own contact)
- `rules`: a list. Each has `code`, `severity` (`error` or `warning`), `message` and `help`; `patterns`, each with `source` and
  `flags`; `check`, the name of a check on what was found (`mod11`), or null; `scopes`, where it is looked for: `case-study` and
  `catalogue` (opportunities, stages and pages); `acknowledge`, whether an author may say that a finding is right as it is; and
  `unless`, a field of the entry that, where it is true, turns the screen off, or null.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Scope = Literal["case-study", "catalogue"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression in what Python and JavaScript read alike. `flags` is `u`, or `iu` where capitals do not matter."""

    source: str
    flags: Literal["u", "iu"] = "iu"


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing to look for."""

    code: str
    severity: Literal["error", "warning"]
    patterns: tuple[Pattern, ...]
    message: str
    help: str
    scopes: tuple[Scope, ...] = ("case-study",)
    acknowledge: bool = True
    check: Literal["mod11"] | None = None
    unless: str | None = None


SCREENS: tuple[Screen, ...] = (
    Screen(
        "nhs-number",
        "error",
        (Pattern(r"\b\d(?:[ ./-]{0,3}\d){9}\b"),),
        "there is an NHS number here",
        "take it out: nothing on this site needs a patient",
        scopes=("case-study", "catalogue"),
        acknowledge=False,
        check="mod11",
    ),
)


def as_data(allowed: Iterable[str] = ()) -> dict[str, Any]:
    """The screens for the form, as its JSON holds them."""
    return {"normalise": {}, "allowed": list(allowed), "rules": [asdict(screen) for screen in SCREENS]}
