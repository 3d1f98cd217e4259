"""The table of screens: recall and false alarms on the corpus, the order of screens, and their texts."""

from __future__ import annotations

from typing import get_args

import pytest

from mentor_network import pipeline
from mentor_network.confidentiality import SCREENS, screening
from mentor_network.confidentiality.files import network_contacts
from mentor_network.confidentiality.table import trust_names
from mentor_network.problems import CODES
from mentor_network.records.case_study import ScreenCode
from support.networks import ROOT
from support.screen_corpus import HOSTILE, INNOCENT, NO_ROLES

SEVERITY = {screen.code: screen.severity for screen in SCREENS}


def codes(text: str) -> list[str]:
    return [finding.screen.code for finding in screening.findings(text, "a.md", "case-study")]


def test_recall_and_false_alarms_on_the_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    """Recall of at least 95% for each severity, and no false alarm. The numbers are printed."""
    hit = {"error": 0, "warning": 0}
    missed: dict[str, list[str]] = {"error": [], "warning": []}
    for code, sentences in HOSTILE.items():
        severity = SEVERITY[code]  # type: ignore[index]
        for sentence in sentences:
            if code in codes(sentence):
                hit[severity] += 1
            else:
                missed[severity].append(f"{code}: {sentence!a}")
    false = [sentence for sentence in INNOCENT if codes(sentence)]
    with capsys.disabled():
        for severity, count in hit.items():
            total = count + len(missed[severity])
            print(f"\nconfidentiality, {severity} kinds: {count} of {total} found", end="")
        print(f"\nconfidentiality, innocent sentences: {len(false)} false alarms in {len(INNOCENT)}")
    assert sum(map(len, HOSTILE.values())) >= 80
    assert len(INNOCENT) >= 60
    for severity, count in hit.items():
        assert count / (count + len(missed[severity])) >= 0.95, missed[severity]
    assert false == []


def test_every_screen_has_sentences_a_code_and_texts() -> None:
    assert [screen.code for screen in SCREENS] == list(dict.fromkeys(get_args(ScreenCode)))
    assert [screen.code for screen in SCREENS if not HOSTILE.get(screen.code) and screen.scopes != ("role",)] == []
    assert [screen.code for screen in SCREENS if screen.code not in CODES] == []
    assert [screen.code for screen in SCREENS if not screen.help or screen.message[0].isupper()] == []


def test_names_are_found_in_the_field_that_says_whom_to_ask() -> None:
    def found(value: str) -> list[str]:
        text = f"- id: one\n  who_to_ask: {value}\n  title: Ask Jane Smith\n"
        return [f.screen.code for f in screening.findings(text, "a.yaml", "catalogue") if f.span.line == 2]

    assert [value for value in NO_ROLES if "person-not-role" not in found(value)] == []
    roles = ("Your Clinical Leadership Mentor, or the postgraduate centre", "The Director of Medical Education")
    assert [value for value in roles if found(value)] == []


def test_a_name_elsewhere_in_a_catalogue_is_no_finding() -> None:
    assert list(screening.findings("- id: one\n  title: Ask Jane Smith\n", "a.yaml", "catalogue")) == []


def test_the_trusts_of_the_network_are_found_without_their_legal_ending() -> None:
    trusts = trust_names(["Deepdale Coast University Hospitals NHS Foundation Trust", "Marlow"])
    assert trusts == ("deepdale coast university hospitals nhs foundation trust", "marlow", "deepdale coast")
    found = screening.findings("we saw it done by deepdale coast", "a.md", "case-study", frozenset(), trusts)
    assert [(finding.screen.code, finding.span.column) for finding in found] == [("named-trust", 19)]


def test_errors_come_before_warnings() -> None:
    """Of two findings that overlap the first counts, so the more severe screen must come first."""
    order = [screen.severity for screen in SCREENS]
    assert order == sorted(order)


@pytest.mark.gate
def test_no_false_alarm_in_our_own_content() -> None:
    """A gate, because a draft in a pull request may have a warning."""
    _, problems = pipeline.check(ROOT, today=pipeline.today())
    assert [problem for problem in problems if problem.code in SEVERITY] == []


@pytest.mark.gate
def test_screens_of_case_studies_rarely_match_our_content() -> None:
    """Pages are not screened for names, ages and the like, but are good innocent text to test these screens with."""
    frequent = {"exact-date", "incident", "named-trust", "small-group", "nhs-number", "serious-event", "criticism"}
    numbers = frozenset[str]().union(*network_contacts((ROOT / "network.yaml").read_text("utf-8")))
    alarms = [
        (path.name, finding.screen.code, finding.span.line)
        for path in (*ROOT.glob("*.yaml"), *(ROOT / "content").rglob("*.md"), *(ROOT / "case_studies").glob("*.md"))
        for finding in screening.findings(path.read_text("utf-8"), path.name, "case-study", numbers)
        if finding.screen.code not in frequent
    ]
    assert alarms == []
