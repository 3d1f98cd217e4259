"""The parser of style sheets and the contrast ratio behind gate A8."""

from __future__ import annotations

import pytest

from mentor_network.gates.contrast import Rule, ratio, rules, schemes

SHEET = """
/* a comment { with: braces } */
:root { --mn-ink: #222; --mn-link: var(--mn-ink); }
@media (prefers-color-scheme: dark) { :root { --mn-ink: #eee } }
@media print { :root { --mn-ink: #000 } .a { color: var(--mn-ink) !important; } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --mn-ink: #fff } }
"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#005eb8", "#ffffff", 6.4), ("#fff", "#000", 21), ("#000", "#fff", 21), ("#777", "#777", 1)],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert round(ratio(one, other), 1) == expected


def test_rules_have_their_at_rules_and_declarations() -> None:
    *_, last = [rule for rule in rules(SHEET) if rule.selector == ".a"]
    assert last == Rule("@media print", ".a", {"color": "var(--mn-ink) !important"})


def test_each_scheme_overrides_the_tokens_before_it_and_resolves_references() -> None:
    found = schemes(SHEET)
    assert {scheme: tokens["--mn-ink"] for scheme, tokens in found.items()} == {
        "light": "#222",
        "dark": "#fff",
        "print": "#000",
        "more contrast": "#fff",
        "more contrast, dark": "#fff",
    }
    assert all(tokens["--mn-link"] == tokens["--mn-ink"] for tokens in found.values())
