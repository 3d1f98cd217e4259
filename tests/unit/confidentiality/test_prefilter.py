"""The prefilter of catalogues and pages: it changes no finding, and URLs are searched for email addresses only."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_network.confidentiality import prefilter, screening
from support.networks import ROOT
from support.screen_corpus import HOSTILE, INNOCENT

#: Sentences of every code: those of case studies must not become findings of a catalogue either.
SENTENCES = [*(sentence for sentences in HOSTILE.values() for sentence in sentences), *INNOCENT]
NUMBERS = [s for code in ("nhs-number", "gmc-number", "phone", "postcode", "email") for s in HOSTILE[code]]


def spans(text: str, *, filtered: bool) -> list[tuple[str, int, int]]:
    """The code, line and column of each finding in a catalogue, with or without the prefilter."""
    with pytest.MonkeyPatch.context() as patch:
        if not filtered:
            patch.setattr(prefilter, "_windows", lambda whole: [(0, len(whole))])
        findings = screening.findings(text, "a", "catalogue")
        return sorted((finding.screen.code, finding.span.line, finding.span.column) for finding in findings)


# One test for each sentence would take longer than the sentences do.


def test_the_prefilter_changes_no_finding_of_the_corpus() -> None:
    texts = [f"- id: one\n  title: a line\n\n- id: two\n  title: {sentence}\n\n- id: three\n" for sentence in SENTENCES]
    assert len(texts) > 500
    assert [text for text in texts if spans(text, filtered=True) != spans(text, filtered=False)] == []


def test_the_prefilter_changes_no_finding_that_is_wrapped() -> None:
    texts = [
        f"a line\n\n{sentence[: space.start()]}{line_end}{sentence[space.end() :]}\n\na line\n"
        for sentence in NUMBERS
        for space in re.finditer(" +", sentence)
        for line_end in ("\n", "\n    ", "\n> ")
    ]
    assert len(texts) > 100
    assert [text for text in texts if spans(text, filtered=True) != spans(text, filtered=False)] == []


@given(lines=st.lists(st.one_of(st.sampled_from(NUMBERS), st.text("09 -/@aA:.%&\\\u00a0\u0664_*", max_size=14)), max_size=8))
@example(lines=["943 476", "5919"])
@example(lines=["", "BS1", "4DJ", ""])
@example(lines=["@0", "", "7654321 (GMC)"])
def test_the_prefilter_changes_no_finding_of_any_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert spans(text, filtered=True) == spans(text, filtered=False)


def test_the_prefilter_changes_no_finding_of_our_content() -> None:
    for path in (*ROOT.glob("*.yaml"), *(ROOT / "content").rglob("*.md"), *(ROOT / "opportunities").glob("*.yaml")):
        text = path.read_text("utf-8")
        assert spans(text, filtered=True) == spans(text, filtered=False), path.name


def test_numbers_of_persons_are_found_in_catalogues() -> None:
    """Left out are a URL and a spelt-out address, which catalogues are searched for in another way."""
    told = [sentence for sentence in NUMBERS if "https://example.org/9" not in sentence and " AT " not in sentence]
    texts = [f"one line\n\nanother\n\n{sentence}\n\nand one\n" for sentence in told]
    assert len(texts) > 50
    assert [text for text in texts if not screening.findings(text, "a", "catalogue")] == []


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://example.org/9434765919", []),
        ("https://example.org/07700900123?b=9434765919&c=BA21+4AT", []),
        ("https://example.org/?to=office%40trust.nhs.uk", []),
        ("https://example.org/?to=jane.smith%40trust.nhs.uk", ["email"]),
        ("https://example.org/9434765919?to=jane.smith@trust.nhs.uk", ["email"]),
        ("https://example.org/?a=1&amp;to=jane.smith&#64;trust.nhs.uk&b=2", ["email"]),
    ],
)
def test_urls_in_catalogues_are_searched_for_email_addresses_only(address: str, codes: list[str]) -> None:
    found = screening.findings(f"- label: A page\n  url: {address}\n", "a", "catalogue")
    assert [finding.screen.code for finding in found] == codes
