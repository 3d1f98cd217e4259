"""The gates of the built site: what every page must hold, as functions from what was built to what is wrong with it.

`still` has those that read files, `live` those that need a browser. `WHERE` says where each requirement of the standard is
held, so that none is held by nobody.
"""

#: Requirement → the test that holds it, as file::name, or how people do.
WHERE = {
    "A1": "tests/gates/live.py::LIVE",
    "A2": "tests/gates/live.py::LIVE",
    "A3": "tests/gates/live.py::LIVE",
    "A4": "tests/gates/live.py::LIVE",
    "A5": "tests/gates/live.py::LIVE",
    "A6": "tests/gates/live.py::LIVE",
    "A7": "tests/gates/still.py::STILL",
    "A8": "tests/gates/still.py::STILL",
    "A9": "tests/gates/live.py::LIVE",
    "A10": "tests/gates/still.py::STILL",
    "A11": "tests/gates/still.py::STILL",
    "A12": "tests/gates/still.py::STILL",
    "A13": "tests/gates/still.py::STILL",
    "A14": "tests/gates/still.py::STILL",
    "A15": "tests/gates/live.py::LIVE",
    "A16": "by hand: CONTRIBUTING.md, Try it with assistive technology",
    "A17": "tests/gates/still.py::STILL",
    "A18": "tests/gates/still.py::STILL",
    "A19": "tests/gates/still.py::STILL",
    "A20": "tests/gates/still.py::STILL",
    "L1": "tests/gates/still.py::STILL",
    "S1 to S22": "tests/test_style.py::test_our_own_words_keep_the_rules",
    "N1": "tests/gates/still.py::STILL",
    "N2": "tests/gates/still.py::STILL",
    "N3": "tests/gates/still.py::STILL",
    "P1": "tests/gates/still.py::STILL",
    "P2": "tests/browser/test_privacy.py::test_a_visit_to_all_pages_leaves_nothing",
    "P3": "tests/gates/still.py::STILL",
    "P4": "tests/gates/still.py::STILL",
    "C1": "tests/gates/still.py::STILL",
    "C2": "tests/test_case_studies.py::test_nothing_is_published_without",
    "C3": "tests/gates/still.py::STILL",
    "R1": "tests/gates/still.py::STILL",
    "R2": "tests/gates/still.py::STILL",
    "R3": "by hand: docs/reviewing.md, Other people's words",
    "D1": "tests/gates/still.py::STILL",
    "D2": "tests/test_page_cases.py::test_a_page_shows",
    "D3": "tests/gates/still.py::STILL",
    "E1": "tests/test_evidence.py::test_every_percentage_on_a_page_is_evidence",
    "E2": "tests/test_evidence.py::test_what_does_not_agree_stands_with_every_table_that_is_drawn",
    "Q1": "tests/gates/still.py::STILL",
}


def is_test(home: str) -> bool:
    """Is a requirement held by a test, and not by people alone?"""
    return home.startswith("tests/")
