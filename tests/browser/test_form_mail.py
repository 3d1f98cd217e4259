"""The email that the contribution form makes, the ticks in its file, and the 8 questions that a draft needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from mentor_network.cli import main
from mentor_network.records.checklist import ChecklistPoint
from support.form_sites import ADDRESS, CASE_FORM, Contributor, copy_of, network_with_form, write_case, write_opportunity
from support.networks import build_site
from support.servers import served

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", ["case-study", "opportunity"])
def test_what_is_sent_is_received(kind: str, form_network: tuple[Path, str], open_form: Any, tmp_path: Path) -> None:
    page = open_form(form_network[1]).page
    who = Contributor(page, kind)
    if kind == "case-study":
        write_case(who)
    else:
        write_opportunity(who, page)
    path, text = who.file()
    body = page.input_value("#form-mail")
    assert path in page.input_value("#form-subject")
    assert "Please read it, and pass it on" in body and page.locator("[data-mailto]").count() == 0
    root = copy_of(form_network[0], tmp_path / "network")
    mail = tmp_path / "mail.txt"
    mail.write_text("".join(f"> {line}\n" for line in body.split("\n")), "utf-8")
    assert main(["receive", str(mail), "--root", str(root)]) == 0
    assert (root / path).read_text("utf-8") == text.rstrip("\n") + "\n"


def test_a_short_one_opens_in_a_mail_program_and_a_long_one_is_copied(tmp_path: Path, open_form: Any) -> None:
    root = network_with_form(tmp_path / "network", repository="", contact="office@example.org")
    with served(build_site(root, tmp_path / "site", "--engine", "none")) as base:
        someone = open_form(base)
        someone.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = someone.page
        who = Contributor(page, "case-study")
        who.start()
        who.type("title", "A scheme")
        who.type("summary", "What we did.")
        who.choose("activity_types", "buddying")
        who.finish()
        href = page.locator("[data-mailto]").get_attribute("href") or ""
        parts = urlsplit(href)
        query = parse_qs(parts.query, strict_parsing=True)
        assert (parts.scheme, unquote(parts.path)) == ("mailto", "office@example.org") and len(href) <= 1900
        assert query["body"][0].replace("\r\n", "\n") == page.input_value("#form-mail")
        assert "Please tell me what happens next." in query["body"][0]
        who.type("answer.0", "We met, and we wrote down what we did. " * 40)
        who.finish()
        expect(page.locator("[data-mailto]")).to_be_hidden()
        expect(page.locator("[data-too-long]")).to_be_visible()
        page.get_by_role("button", name="Copy the text of the email").click()
        expect(page.locator("[data-done]")).to_have_text("The text of the email is copied.")
        assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#form-mail")


def test_the_ticks_stand_in_the_file(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    write_case(who)
    _, text = who.file()
    (listed,) = re.findall(r"\nchecklist:\n((?:  - .*\n)+)", text)
    points = ChecklistPoint.__args__  # type: ignore[attr-defined]
    assert tuple(line.removeprefix("  - ") for line in listed.splitlines()) == points
    page.locator(f"{CASE_FORM} [data-point=guessed]").uncheck()
    who.finish()
    assert "  - guessed\n" not in who.file()[1]


def test_a_draft_asks_8_questions_and_says_first_where_it_goes(form_site: str, open_form: Any) -> None:
    page = open_form(form_site, viewport={"width": 320, "height": 800}).context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(form_site + ADDRESS)
    notice = page.locator(".mn-notice", has_text="Where your file goes")
    who = Contributor(page, "case-study")
    form = who.start()
    assert form.locator("> fieldset .mn-q:visible:not(:has([data-point]))").count() == 8
    assert notice.bounding_box()["y"] < form.bounding_box()["y"]  # type: ignore[index]
    # What is typed in a folded group stays, on folding and on coming back.
    who.type("answer.1", "An acute Trust.")
    group = form.locator("details", has_text="More of your story")
    group.locator("summary").click()
    expect(form.locator("[name='answer.1']")).to_be_hidden()
    page.reload()
    expect(form.locator("[name='answer.1']")).to_have_value("An acute Trust.")
    expect(form.locator("[name='answer.1']")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_pull_request_is_not_opened_where_the_browser_keeps_nothing(form_site: str, open_form: Any) -> None:
    """A browser may refuse to keep the state of the history. Then the way to GitHub asks before it leaves, too."""
    someone = open_form(form_site)
    page = someone.page
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('no', 'DataCloneError') } }")
    write_case(Contributor(page, "case-study"))
    page.get_by_role("link", name="Open a pull request").click()
    page.wait_for_timeout(300)
    assert [text[:7] for text in someone.said] == ["dialog:"]
    expect(page.locator("#form-text")).to_have_value(re.compile("Half a day"))
