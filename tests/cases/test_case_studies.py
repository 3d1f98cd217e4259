"""A draft and a published case study of the invented Example Valley, from their checks to their pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.gates.page import all_of, page_files, parse_file, text_of
from mentor_network import pipeline
from mentor_network.problems import Problems
from mentor_network.records import CaseStudy, ShortExample
from support.networks import NETWORK, ROOT, TODAY, site_of
from support.shared import made_once

Network = Callable[[dict[str, str | None]], Path]

CASES = ROOT / "tests" / "cases" / "case_studies"
DRAFT, PUBLISHED = ((CASES / name).read_text("utf-8") for name in ("draft.md", "published.md"))
SHORT = (NETWORK / "case_studies" / "matching-projects.md").read_text("utf-8")
DRAFT_ID, PUBLISHED_ID = "tea-with-the-night-team", "a-message-with-three-dates"
DRAFT_TITLE = "Tea with the night team"
DRAFT_FILE, PUBLISHED_FILE = (f"case_studies/{id}.md" for id in (DRAFT_ID, PUBLISHED_ID))

HEADINGS = [
    "Why we did it",
    "Our Trust",
    "What we did",
    "What happened",
    "What did not work",
    "If you have 2 hours a week",
    "What to copy",
    "What we would like to know from others",
]
#: Fields that a published case study must have.
NEEDED = [
    "started",
    "still_running",
    "clm_hours_setup",
    "clm_hours_month",
    "cost",
    "people_reached",
    "contributor_role",
    "permission",
    "confidentiality",
    "licence",
]
#: Fields that every case study must have, drafts too.
ALWAYS = ["id", "kind", "title", "summary", "activity_types", "status", "added", "last_reviewed", "next_review"]
#: Fields that a short example must not have.
ONLY_FULL = {
    "status": "published",
    "trust_named": "true",
    "trust_name": "Example Valley Test Trust",
    "started": "2025-09",
    "still_running": '"yes"',
    "clm_hours_setup": "6",
    "clm_hours_month": "2",
    "other_people": "[Postgraduate centre manager]",
    "cost": "40 pounds",
    "people_reached": "24",
    "contributor_role": "Clinical Leadership Mentor",
    "permission": "{trust: true, contributors: true, date: 2026-05-20}",
    "confidentiality": "{checked_by_role: Mentor, second_check_by_role: Librarian, date: 2026-05-27}",
    "licence": "CC-BY-4.0",
    "checklist": "[no-patient]",
    "acknowledged": "[{rule: ward, by_role: Mentor, why: The report names it}]",
}


def without(text: str, field: str) -> str:
    """A case study without one field of its front matter."""
    less, found = re.subn(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, count=1, flags=re.MULTILINE)
    assert found == 1
    return less


def check(root: Path) -> Problems:
    return pipeline.check(root, today=TODAY)[1]


def said(problems: Problems, severity: str | None = None) -> list[tuple[str, str]]:
    return [(p.file, p.code) for p in problems if severity in (None, p.severity)]


def test_needed_fields() -> None:
    assert list(CaseStudy.needed) == NEEDED


def test_the_small_network_has_no_problems(network: Network) -> None:
    assert said(check(network({}))) == []


def test_a_draft_is_valid_and_gets_a_warning_for_what_is_missing(network: Network) -> None:
    problems = check(network({DRAFT_FILE: DRAFT}))
    (warning,) = problems
    assert (warning.file, warning.severity, warning.code) == (DRAFT_FILE, "warning", "case-study-incomplete")
    assert re.findall(r"`(\w+)`", warning.message) == ["clm_hours_month", "cost", "people_reached"]
    assert re.findall(r"`(\w+)`", warning.help) == ["permission", "confidentiality"]
    assert f"title: {DRAFT_TITLE}" in DRAFT
    assert warning.help


def test_a_published_case_study_has_no_problems(network: Network) -> None:
    assert said(check(network({PUBLISHED_FILE: PUBLISHED}))) == []


def test_a_finished_draft_needs_only_its_status_changed(network: Network) -> None:
    draft = PUBLISHED.replace("status: published", "status: draft")
    assert said(check(network({PUBLISHED_FILE: draft}))) == []


@pytest.mark.parametrize("words", ["10", "24", '"24"', "4100", "under 10", '"under 10"'])
def test_people_reached_accepts_10_or_more_or_under_10(network: Network, words: str) -> None:
    text = PUBLISHED.replace("people_reached: 24", f"people_reached: {words}")
    assert said(check(network({PUBLISHED_FILE: text}))) == []


@pytest.mark.parametrize(
    "words",
    [
        *("7", "3", '"9"', "0", "-12", "10.5", "1e3", "012", "1,200", "１２"),
        *("ten", "about thirty", "Under 10", "<10", "under 9", "10 to 20", "fewer than 10", "24 doctors", "under 10 of 12"),
    ],
)
def test_people_reached_accepts_nothing_else(network: Network, words: str) -> None:
    text = PUBLISHED.replace("people_reached: 24", f"people_reached: {words}")
    (problem,) = check(network({PUBLISHED_FILE: text}))
    assert (problem.code, problem.severity, problem.line) == ("bad-number", "error", 32)
    assert "`under 10`" in problem.help


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small network with both case studies."""
    return made_once(tmp_path_factory, "valley", network_of_both) / "site"


def network_of_both(folder: Path) -> None:
    root = shutil.copytree(NETWORK, folder / "network")
    (root / DRAFT_FILE).write_text(DRAFT, "utf-8")
    (root / PUBLISHED_FILE).write_text(PUBLISHED, "utf-8")
    site_of(root)


def test_a_draft_is_not_published_anywhere(valley: Path) -> None:
    assert f"/case-studies/{DRAFT_ID}/" not in page_files(valley)
    texts = {
        path: path.read_text("utf-8") for path in valley.rglob("*") if path.suffix in (".html", ".xml", ".json", ".txt")
    }
    assert [path for path, text in texts.items() if DRAFT_ID in text or DRAFT_TITLE in text] == []


def test_a_published_case_study_has_a_page_with_its_facts(valley: Path) -> None:
    tree, mended = parse_file(page_files(valley)[f"/case-studies/{PUBLISHED_ID}/"])
    assert mended == []
    text = text_of(next(iter(all_of(tree, "article"))))
    facts = {
        "Hours": "6 to set up, 1.5 a month",
        "Cost": "40 pounds for printing",
        "Reached": "24",
        "Told by": "Clinical Leadership Mentor of the invented Trust",
    }
    shown = {text_of(name): text_of(value) for name, value in zip(all_of(tree, "dt"), all_of(tree, "dd"), strict=True)}
    assert {name: shown.get(name) for name in facts} == facts
    assert [text_of(h2) for h2 in all_of(tree, "h2") if text_of(h2) in HEADINGS] == HEADINGS
    assert "We do not know what doctors did differently afterwards." in text


def test_a_published_case_study_is_listed(valley: Path) -> None:
    for address in ("/case-studies/", "/opportunities/shadow-a-leader/"):
        links = [link.get("href") or "" for link in all_of(parse_file(page_files(valley)[address])[0], "a")]
        assert any(href.endswith(f"{PUBLISHED_ID}/") for href in links), address


@pytest.mark.parametrize("field", NEEDED)
def test_a_published_case_study_needs_every_field(field: str, network: Network) -> None:
    problems = check(network({PUBLISHED_FILE: without(PUBLISHED, field)}))
    assert said(problems) == said(problems, "error") == [(PUBLISHED_FILE, "case-study-incomplete")]
    assert f"`{field}`" in next(iter(problems)).message


@pytest.mark.parametrize("field", ALWAYS)
def test_every_case_study_needs_these_fields(field: str, network: Network) -> None:
    root = network({PUBLISHED_FILE: without(PUBLISHED, field), DRAFT_FILE: without(DRAFT, field)})
    assert {file for file, _ in said(check(root), "error")} == {PUBLISHED_FILE, DRAFT_FILE}


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_heading_is_needed(heading: str, network: Network) -> None:
    text = PUBLISHED.replace(f"## {heading}\n", f"## About {heading}\n")
    assert said(check(network({PUBLISHED_FILE: text})), "error") == [(PUBLISHED_FILE, "headings")]


@pytest.mark.parametrize("who", ["trust", "contributors"])
def test_permission_is_needed_from_trust_and_contributors(who: str, network: Network) -> None:
    text = PUBLISHED.replace(f"  {who}: true\n", f"  {who}: false\n")
    assert said(check(network({PUBLISHED_FILE: text})), "error") == [(PUBLISHED_FILE, "case-study-incomplete")]


@pytest.mark.parametrize(
    "second",
    [
        "Associate director of medical education",
        "associate DIRECTOR of medical education",
        "  Associate  director of medical education",
    ],
    ids=["the same", "other capitals", "other spaces"],
)
def test_one_role_cannot_check_twice(second: str, network: Network) -> None:
    text = PUBLISHED.replace("second_check_by_role: Library manager", f"second_check_by_role: {second}")
    assert text != PUBLISHED
    problems = check(network({PUBLISHED_FILE: text}))
    assert said(problems) == said(problems, "error") == [(PUBLISHED_FILE, "case-study-incomplete")]
    assert "same role" in next(iter(problems)).message


@pytest.mark.parametrize("field", ONLY_FULL)
def test_a_short_example_must_not_have_fields_of_a_case_study(field: str, network: Network) -> None:
    text = SHORT.replace("report_page: 26\n", f"report_page: 26\n{field}: {ONLY_FULL[field]}\n")
    problems = check(network({"case_studies/matching-projects.md": text}))
    assert said(problems) == said(problems, "error") == [("case_studies/matching-projects.md", "not-allowed")]
    assert f"`{field}`" in next(iter(problems)).message


def test_the_list_of_forbidden_fields_is_complete() -> None:
    assert set(CaseStudy.model_fields) - set(ShortExample.model_fields) == set(ONLY_FULL)
