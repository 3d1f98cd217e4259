"""Recall and false alarms on sentences that were written without sight of the patterns.

`tuned.yaml` may be read by whoever changes a pattern. `held_out.yaml` may not: nothing here prints a sentence of it, so that
its numbers say how well the screens do on words that nobody tuned them to.
"""

from __future__ import annotations

import pytest

from mentor_network.confidentiality import screening
from support.networks import ROOT
from support.yaml_files import load

RECALL = ROOT / "tests" / "cases" / "confidentiality" / "recall"
HALVES = ("tuned", "held_out")
NAMES = frozenset({"titled-name", "role-and-name", "initials"})
#: The codes that fit each kind. A sentence is found if it has a finding of one of them.
FITTING: dict[str, frozenset[str]] = {
    "name-before-role": NAMES,
    "name-after-role": NAMES,
    "name-in-brackets": NAMES,
    "name-after-word": NAMES,
    "who-to-ask": frozenset({"person-not-role"}),
    "small-group": frozenset({"small-group"}),
    "trust-named": frozenset({"named-trust"}),
    "ranking-or-criticism": frozenset({"criticism"}),
    "serious-event": frozenset({"serious-event", "patient-story", "clinical-date", "incident-reference"}),
    "wrapped-link": frozenset({"wrapped-link", "email"}),
}
INNOCENT = "innocent"
#: The least share found of a kind. Of these kinds of the held-out half, 10 of 12 are found: people tell of events and blame
#: each other in more ways than a list of words has. Raise them, never lower them.
LEAST = 0.9
LEAST_HELD_OUT = {"ranking-or-criticism": 0.83, "serious-event": 0.83}
#: The most false alarms on the 60 innocent sentences of a half.
MOST_FALSE_ALARMS = {"tuned": 0, "held_out": 5}


def codes(kind: str, sentence: str) -> set[str]:
    """The codes found in a sentence of a case study, or in the value of the field that says who to ask."""
    if kind != "who-to-ask":
        return {finding.screen.code for finding in screening.findings(sentence, "a.md", "case-study")}
    return {finding.screen.code for finding in screening.findings(f"  who_to_ask: {sentence}\n", "a.yaml", "catalogue")}


def missed(half: str, kind: str) -> list[str]:
    return [s for s in load(RECALL / f"{half}.yaml")[kind] if not codes(kind, s) & FITTING[kind]]


def false_alarms(half: str) -> list[str]:
    return [sentence for sentence in load(RECALL / f"{half}.yaml")[INNOCENT] if codes(INNOCENT, sentence)]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", FITTING)
def test_most_sentences_of_a_kind_are_found(kind: str, half: str) -> None:
    total, misses = len(load(RECALL / f"{half}.yaml")[kind]), len(missed(half, kind))
    least = LEAST_HELD_OUT.get(kind, LEAST) if half == "held_out" else LEAST
    assert total >= 10
    assert (total - misses) / total >= least, f"{misses} of {total} are missed"


@pytest.mark.parametrize("half", HALVES)
def test_few_innocent_sentences_are_found(half: str) -> None:
    count = len(false_alarms(half))
    assert count <= MOST_FALSE_ALARMS[half]


def test_the_misses_of_the_tuned_half_are_those_that_are_known() -> None:
    """A sentence that is found now leaves the file, and one that is missed is a pattern to repair."""
    known = load(RECALL / "known_misses.yaml")
    found = {kind: misses for kind in FITTING if (misses := missed("tuned", kind))} | {INNOCENT: false_alarms("tuned")}
    assert found == known
