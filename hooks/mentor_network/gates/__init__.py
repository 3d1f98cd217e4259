"""The gates of the built site: what every page must hold, as functions from what was built to what is wrong with it.

`still` has those that read files, `live` those that need a browser. `WHERE` says where each requirement of the standard is
held, so that none is held by nobody.
"""

#: Requirement → the test that holds it, as file::name, or how people do.
WHERE = {
    "A1": "hooks/mentor_network/gates/live.py::LIVE",
    "A2": "hooks/mentor_network/gates/live.py::LIVE",
    "A3": "hooks/mentor_network/gates/live.py::LIVE",
    "A4": "hooks/mentor_network/gates/live.py::LIVE",
    "A5": "hooks/mentor_network/gates/live.py::LIVE",
    "A6": "hooks/mentor_network/gates/live.py::LIVE",
    "A7": "hooks/mentor_network/gates/still.py::STILL",
    "A8": "hooks/mentor_network/gates/still.py::STILL",
    "A9": "hooks/mentor_network/gates/live.py::LIVE",
    "A10": "hooks/mentor_network/gates/still.py::STILL",
    "A11": "hooks/mentor_network/gates/still.py::STILL",
    "A12": "hooks/mentor_network/gates/still.py::STILL",
    "A13": "hooks/mentor_network/gates/still.py::STILL",
    "A14": "hooks/mentor_network/gates/still.py::STILL",
    "A15": "hooks/mentor_network/gates/live.py::LIVE",
    "A16": "by hand: CONTRIBUTING.md, Try it with assistive technology",
    "A17": "hooks/mentor_network/gates/still.py::STILL",
    "A18": "hooks/mentor_network/gates/still.py::STILL",
    "A19": "hooks/mentor_network/gates/still.py::STILL",
    "A20": "hooks/mentor_network/gates/still.py::STILL",
    "L1": "hooks/mentor_network/gates/still.py::STILL",
    "S1 to S22": "tests/cases/test_style.py::test_our_own_words_keep_the_rules",
    "N1": "hooks/mentor_network/gates/still.py::STILL",
    "N2": "hooks/mentor_network/gates/still.py::STILL",
    "N3": "hooks/mentor_network/gates/still.py::STILL",
    "P1": "hooks/mentor_network/gates/still.py::STILL",
    "P2": "tests/browser/test_privacy.py::test_a_visit_to_all_pages_leaves_nothing",
    "P3": "hooks/mentor_network/gates/still.py::STILL",
    "P4": "hooks/mentor_network/gates/still.py::STILL",
    "C1": "hooks/mentor_network/gates/still.py::STILL",
    "C2": "tests/cases/test_case_studies.py::test_nothing_is_published_without",
    "C3": "hooks/mentor_network/gates/still.py::STILL",
    "R1": "hooks/mentor_network/gates/still.py::STILL",
    "R2": "hooks/mentor_network/gates/still.py::STILL",
    "R3": "by hand: docs/reviewers.md, Other people's words",
    "D1": "hooks/mentor_network/gates/still.py::STILL",
    "D2": "tests/cases/test_pages.py::test_a_page_shows",
    "D3": "hooks/mentor_network/gates/still.py::STILL",
    "E1": "tests/content/test_evidence.py::test_every_percentage_on_a_page_is_evidence",
    "E2": "tests/content/test_evidence.py::test_what_does_not_agree_stands_with_every_table_that_is_drawn",
    "Q1": "hooks/mentor_network/gates/still.py::STILL",
}


def is_test(home: str) -> bool:
    """Is a requirement held by a test, and not by people alone?"""
    return not home.startswith("by hand")
