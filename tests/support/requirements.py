"""Which test covers each requirement of the standard, or which manual step does."""

#: Requirement → its test, as file::name, or "by hand: " with a document and its heading.
WHERE = {
    "A1": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A2": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A3": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A4": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A5": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A6": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A7": "hooks/mentor_network/gates/static.py::STATIC",
    "A8": "hooks/mentor_network/gates/static.py::STATIC",
    "A9": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A10": "hooks/mentor_network/gates/static.py::STATIC",
    "A11": "hooks/mentor_network/gates/static.py::STATIC",
    "A12": "hooks/mentor_network/gates/static.py::STATIC",
    "A13": "hooks/mentor_network/gates/static.py::STATIC",
    "A14": "hooks/mentor_network/gates/static.py::STATIC",
    "A15": "hooks/mentor_network/gates/browser.py::BROWSER",
    "A16": "by hand: CONTRIBUTING.md, Try it with assistive technology",
    "A17": "hooks/mentor_network/gates/static.py::STATIC",
    "A18": "hooks/mentor_network/gates/static.py::STATIC",
    "A19": "hooks/mentor_network/gates/static.py::STATIC",
    "A20": "hooks/mentor_network/gates/static.py::STATIC",
    "L1": "hooks/mentor_network/gates/static.py::STATIC",
    "S1 to S22": "tests/cases/test_style.py::test_our_content_keeps_the_rules",
    "N1": "hooks/mentor_network/gates/static.py::STATIC",
    "N2": "hooks/mentor_network/gates/static.py::STATIC",
    "N3": "hooks/mentor_network/gates/static.py::STATIC",
    "P1": "hooks/mentor_network/gates/static.py::STATIC",
    "P2": "tests/browser/test_privacy.py::test_a_visit_to_all_pages_leaves_nothing",
    "P3": "hooks/mentor_network/gates/static.py::STATIC",
    "P4": "hooks/mentor_network/gates/static.py::STATIC",
    "C1": "hooks/mentor_network/gates/static.py::STATIC",
    "C2": "tests/cases/test_case_studies.py::test_a_published_case_study_needs_every_field",
    "C3": "hooks/mentor_network/gates/static.py::STATIC",
    "R1": "hooks/mentor_network/gates/static.py::STATIC",
    "R2": "hooks/mentor_network/gates/static.py::STATIC",
    "R3": "by hand: docs/reviewers.md, Other people's words",
    "D1": "hooks/mentor_network/gates/static.py::STATIC",
    "D2": "tests/cases/test_pages.py::test_a_page_shows",
    "D3": "hooks/mentor_network/gates/static.py::STATIC",
    "E1": "tests/content/test_evidence_percentages.py::test_every_percentage_on_a_page_is_evidence",
    "E2": "tests/content/test_evidence_tables.py::test_what_does_not_agree_stands_with_every_table_that_is_drawn",
    "Q1": "hooks/mentor_network/gates/static.py::STATIC",
}


def is_test(home: str) -> bool:
    """Whether a test covers the requirement, not only a manual step."""
    return not home.startswith("by hand")
