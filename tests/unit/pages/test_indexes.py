"""The A to Z and the list of what is new."""

from __future__ import annotations

import datetime

from mentor_network import pages
from mentor_network.pages.indexes import newest
from support.catalogues import catalogue_of, small_catalogue


def test_the_a_to_z_has_titles_other_names_and_terms() -> None:
    letters = dict(pages.build(small_catalogue())[-1].context["letters"])
    entries = {entry.text: entry for group in letters.values() for entry in group}
    assert entries["work shadowing"].main == "Shadow a clinical leader for half a day"
    assert entries["CLM"].address == "/glossary/#mentor" and entries["CLM"].main == "Clinical Leadership Mentor"
    assert entries["leadership tutor"] in letters["L"] and list(letters) == sorted(letters)
    assert "Glossary" not in entries, "pages that only list others are left out"


def test_titles_that_begin_with_no_letter_come_last() -> None:
    letters = pages.build(catalogue_of({"title": "10 minutes of feedback"}))[-1].context["letters"]
    assert letters[-1][0] == "0 to 9" and [entry.text for entry in letters[-1][1]] == ["10 minutes of feedback"]


def test_a_term_with_the_name_of_a_page_is_told_apart() -> None:
    letters = dict(pages.build(catalogue_of({"title": "Clinical Leadership Mentor"}))[-1].context["letters"])
    texts = [entry.main or entry.text for entry in letters["C"]]
    assert "Clinical Leadership Mentor" in texts and "Clinical Leadership Mentor (glossary)" in texts


def test_the_newest_change_comes_first() -> None:
    day = datetime.date(2026, 7, 1)
    catalogue = catalogue_of({"added": day, "changed": None}, {"changed": day + datetime.timedelta(1)})
    assert [(item.change, item.entry.id) for item in newest(catalogue)][:2] == [("Changed", "entry-1"), ("Added", "entry-0")]
