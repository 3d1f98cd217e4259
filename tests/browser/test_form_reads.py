"""What the contribution form understands of what people type and paste: dates, lists, numbers of people and line ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network.render import markdown
from support.form_sites import ADDRESS, CASE_FORM, Contributor, write_opportunity

pytestmark = pytest.mark.browser

READ = """async ([kind, texts]) => {
  const dates = await import("/assets/form-dates.js");
  const read = kind === "day" ? dates.readDay : dates.readMonth;
  return texts.map(text => read(text, "2026-11-23"));
}"""
#: What is typed, and the day that it is.
DAYS = {
    "2026-08-06": "2026-08-06",
    "2026/8/6": "2026-08-06",
    "6/8/2026": "2026-08-06",
    "06-08-26": "2026-08-06",
    "6.8.26": "2026-08-06",
    "6 Aug 2026": "2026-08-06",
    "6th August 2026": "2026-08-06",
    "Thursday, 6 August 2026": "2026-08-06",
    "Wed 6 Sept 26": "2026-09-06",
    "August 6, 2026": "2026-08-06",
    "the 6th of Aug 2026": "2026-08-06",
    "6\u00a0\u2013\u00a08 2026": "2026-08-06",
    "29/2/2028": "2028-02-29",
    "31/12/99": None,
    "29/2/2027": None,
    "31 June 2026": None,
    "8/13/2026": None,
    "32/1/2026": None,
    "6/8": None,
    "August 2026": None,
    "2026": None,
    "6 August": None,
    "26-08-06": None,
    "0/0/2026": None,
}
ASKED = {
    "8/13/2026": "The day comes first here, and then the month.",
    "31 June 2026": "There is no such day.",
    "29/2/2027": "There is no such day.",
    "26-08-06": "Is this 26 August 2006 or 6 August 2026?",
    "6/8": "Which year is that?",
    "6 August": "Which year is that?",
    "August 2026": "Which day is that?",
}
MONTHS = {
    "2025-09": "2025-09",
    "9/2025": "2025-09",
    "2025/9": "2025-09",
    "09/25": "2025-09",
    "September 2025": "2025-09",
    "Sept 25": "2025-09",
    "Sep. 2025": "2025-09",
    "1 September 2025": "2025-09",
    "1/9/2025": "2025-09",
    "in September 2025": "2025-09",
    "13/2025": None,
    "2025": None,
    "September": None,
    "6/8": None,
    "2025-13": None,
}
#: Neither a date nor nearly one: the checker's own message says what to write.
NO_DATES = ["", "autumn", "soon", "12 doctors", "1 2 3 4", "may not", "<b>6</b>", "6 August 2026 or later", "9999999"]


@pytest.fixture(scope="module")
def modules(form_network: Any, browser: Any) -> Iterator[Page]:
    """A page from whose scripts the form's modules can be imported."""
    page = browser.new_page()
    page.goto(f"{form_network[1]}{ADDRESS}")
    yield page
    page.close()


@pytest.mark.parametrize(("kind", "known"), [("day", DAYS), ("month", MONTHS)])
def test_dates_are_read_day_first_or_asked_about(kind: str, known: dict[str, str | None], modules: Page) -> None:
    found = dict(zip(known, modules.evaluate(READ, [kind, list(known)]), strict=True))
    assert {text: read.get("value") for text, read in found.items()} == known
    assert [text for text, read in found.items() if not read.get("value") and not read.get("ask")] == []
    if kind == "day":
        assert {text: found[text].get("ask") for text in ASKED} == ASKED


@pytest.mark.parametrize("kind", ["day", "month"])
def test_what_is_no_date_is_left_to_the_checker(kind: str, modules: Page) -> None:
    assert modules.evaluate(READ, [kind, NO_DATES]) == [{} for _ in NO_DATES]


#: Pasted, and the items of it.
LISTS = {
    "1. Ask.\n2. Meet.": ["Ask.", "Meet."],
    "1. \u2022 Read\n2) \u2022\tWrite": ["Read", "Write"],
    "\u2022\tAsk.\n\u2022\tMeet.": ["Ask.", "Meet."],
    "o\tAsk.\n\uf0b7\tMeet.\n\u2013\tEnd": ["Ask.", "Meet.", "End"],
    "- Ask.\n\n* Meet.\n  + End": ["Ask.", "Meet.", "End"],
    "(1) Ask.\na) Meet.": ["Ask.", "Meet."],
    "\u2022 Ask. \u2022 Meet. \u2022 End.": ["Ask.", "Meet.", "End."],
    "2019. It was small.": ["2019. It was small."],
    "1.5 hours\n10 doctors": ["1.5 hours", "10 doctors"],
    "one to one\n-5 degrees": ["one to one", "-5 degrees"],
    "**Bold** words": ["**Bold** words"],
    "\u2022\n-\n": ["-"],
}


def test_the_marks_of_pasted_lists_go(modules: Page) -> None:
    script = """async texts => { const { items } = await import("/assets/form-lists.js"); return texts.map(items) }"""
    assert dict(zip(LISTS, modules.evaluate(script, list(LISTS)), strict=True)) == LISTS


#: Pasted into a story, and its Markdown.
STORIES = {
    "We did:\n- one\n- two": "We did:\n\n- one\n- two",
    "We did:\n\u2022\tone\n\u2022\ttwo\nThen we stopped.": "We did:\n\n- one\n- two\nThen we stopped.",
    "o\tone\no\ttwo": "- one\n- two",
    "    \u2022 one\n- two": "- one\n- two",
    "\u2013 one\n\u2013\ttwo": "- one\n- two",
    "1) one\n2) two": "1. one\n2. two",
    "(1) one\n(2) two": "1. one\n2. two",
    "1.\tone\n10.\ttwo": "1. one\n10. two",
    "2019. It was small.": "2019\\. It was small.",
    "\tAn indented paragraph.\n\n    Another.": "An indented paragraph.\n\nAnother.",
    "- one\n\n    more of one": "- one\n\n    more of one",
    "- one\n    - inner": "- one\n    - inner",
    "One line.\n\nAnother \u2013 with a dash.": "One line.\n\nAnother \u2013 with a dash.",
    "**Bold** start\n*emphasis* too": "**Bold** start\n*emphasis* too",
    "on its own\nor not": "on its own\nor not",
    "5 doctors came.\n1.5 hours each": "5 doctors came.\n1.5 hours each",
}


def test_pasted_lists_of_a_story_become_lists(modules: Page) -> None:
    script = (
        """async texts => { const { asMarkdown } = await import("/assets/form-lists.js"); return texts.map(asMarkdown) }"""
    )
    made = modules.evaluate(script, list(STORIES))
    assert dict(zip(STORIES, made, strict=True)) == STORIES
    again = modules.evaluate(script, made)
    assert again == made, "what is right stays"
    for text in list(STORIES.values())[:8]:
        assert str(markdown.block(text, "/", {})).count("<li>") == 2


def test_what_was_typed_is_written_as_the_file_needs_it(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    who.start()
    who.type("title", "Our scheme\u000bfor\u2028doctors\u001eat night")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    who.type("answer.0", "We asked.\u000bThey\u000ccame.")
    who.type("started", "Sept 25")
    who.type("other_people", "1. \u2022 Chief Registrar\n\u2022\tLibrary manager")
    who.type("people_reached", "fewer than 10")
    who.type("next_review", "6/8/2027")
    page.locator("#case-study-next-review").blur()
    expect(page.locator("#case-study-next-review-read-as")).to_have_text("Read as 6 August 2027.")
    who.finish()
    _, text = who.file()
    for part in (
        "title: Our scheme for doctors at night\n",
        "started: 2025-09\n",
        "other_people:\n  - Chief Registrar\n  - Library manager\n",
        "people_reached: under 10\n",
        "next_review: 2027-08-06\n",
        "\n## Why we did it\n\nWe asked.\nThey\ncame.\n",
    ):
        assert part in text


def test_a_date_that_could_be_two_is_asked_about(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    form = who.start()
    who.type("next_review", "8/13/2027")
    page.locator("#case-study-next-review").blur()
    expect(page.locator("#case-study-next-review-error")).to_have_text(
        "Error: The day comes first here, and then the month. Write the month as a word."
    )
    assert page.locator("#case-study-next-review-read-as").count() == 0
    who.finish()
    expect(form.get_by_role("group", name="There is a problem")).to_contain_text("The day comes first here")


def test_every_problem_of_a_list_is_told_with_its_item(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "opportunity")
    write_opportunity(who, page)
    who.type("what_you_do", f"Ask.\n{'x' * 4001}\n{'y' * 4002}\nFollow [this](http://example.org).")
    page.locator("#opportunity-what-you-do").blur()
    error = page.locator("#opportunity-what-you-do-error")
    for part in ("Item 2: This is 1 character too long", "Item 3: This is 2 characters too long", "Item 4: "):
        expect(error).to_contain_text(part)


def test_a_name_in_several_places_is_told_as_that(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    Contributor(page, "case-study").start()
    answer = page.locator(f"{CASE_FORM} [name='answer.0']")
    answer.fill("We thank Dr Jane Smith. Then we met Dr Ann Example.")
    answer.blur()
    expect(page.locator("#case-study-answer-0-error")).to_contain_text("It is in 2 places.")


def test_names_that_windows_cannot_use_are_refused(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    form = who.start()
    for name in ("con", "aux", "lpt1", "nul"):
        who.type("id", name)
        who.finish()
        expect(form.locator("#case-study-id-error")).to_contain_text(f"Windows can have no file called {name}.md")
    who.type("id", "console")
    who.finish()
    expect(form.locator("#case-study-id-error")).to_have_count(0)
