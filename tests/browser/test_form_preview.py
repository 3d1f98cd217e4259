"""The preview of the contribution form: it shows what the page of the file will show, and runs nothing that was typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network import pipeline
from mentor_network.render import markdown
from support.form_sites import ADDRESS, CASE_FORM, Contributor, copy_of, write_case, write_opportunity

pytestmark = pytest.mark.browser

#: Stories as people write them, in Markdown that both readers know.
STORIES = [
    "One line.",
    "Two lines\nof a paragraph.\n\nAnother paragraph.",
    "- one\n- two\n- three",
    "* one\n* two",
    "+ one",
    "1. one\n2. two",
    "We did:\n\n- one\n- two\n\nThen we stopped.",
    "- one\n  goes on\n- two",
    "- one\n    - inner\n    - inner too\n- two",
    "3. three\n4. four",
    "**Bold** words, and **more of them**.",
    "A [link](https://example.org/a) in it, and **a [bold one](https://example.org/b)**.",
    "`code` stays `as it is`.",
    "### A heading\n\nBelow it.",
    "#### A smaller one\n\nBelow it.",
    "> A quotation\n> of two lines.",
    "One.\n\n---\n\nTwo.",
    "Stars * and ** alone, a_name_here, 2 * 3 * 4, [no link], (brackets).",
    "An escaped \\*star\\* and \\[bracket\\].",
    "5 &lt; 6 and R&D, &#123;T9.x}.",
    "2019. It was small.",
    "It was in\n2019. It was small.",
    "10 doctors came.\nThey said:\nit was good.",
    "é – “quoted” ‘words’ 😀",
]
READ = """async texts => {
  const { blocks } = await import("/assets/form-markdown.js");
  return texts.map(text => blocks(text).map(block => block.outerHTML).join(""));
}"""


@pytest.fixture(scope="module")
def modules(form_network: Any, browser: Any) -> Iterator[Page]:
    """A page from whose scripts the form's modules can be imported."""
    page = browser.new_page()
    page.goto(f"{form_network[1]}{ADDRESS}")
    yield page
    page.close()


def plain(html: str) -> str:
    """HTML without what only the site's reader adds, such as anchors, and without space between elements."""
    bare = re.sub(r' (?:id|class)="[^"]*"', "", html)
    bare = re.sub(r"\s*(</?(?:p|ul|ol|li|blockquote|hr|h\d)\b[^>]*>)\s*", r"\1", bare)
    return re.sub(r"\n +", "\n", bare).replace("&gt;", ">").replace("<hr/>", "<hr>")


def test_the_small_reader_agrees_with_the_reader_of_the_site(modules: Page) -> None:
    small = modules.evaluate(READ, STORIES)
    for story, html in zip(STORIES, small, strict=True):
        assert plain(html) == plain(str(markdown.block(story, "/case-studies/a/", {}))), story


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("<script>ran()</script><img src=x onerror=ran()>", ["p"]),
        ("[a](javascript:ran()) [b](http://example.org) [c](data:text/html,x)", ["p"]),
        ('[a](https://example.org/"onclick=ran()) <a href=x>', ["p"]),
        ("| a | b |\n| - | - |\n| 1 | 2 |", ["p"]),
        ("**" * 200 + "a" + "[" * 200, None),
        ("- " * 50 + "deep", None),
    ],
)
def test_what_it_does_not_know_stays_words(text: str, tags: list[str] | None, modules: Page) -> None:
    (html,) = modules.evaluate(READ, [text])
    found = set(re.findall(r"<(\w+)", html))
    assert not found & {"script", "img", "table"} and 'href="javascript' not in html and 'href="data' not in html
    if tags:
        assert found == set(tags) | ({"a"} if 'https://example.org/"' in text and "<a " in html else set())
    words = modules.evaluate(
        "async text => { const { blocks } = await import('/assets/form-markdown.js');"
        "return blocks(text).map(block => block.textContent).join('\\n') }",
        text,
    )
    assert "ran()" in words or "ran()" not in text


def shown(page: Page, part: str) -> dict[str, Any]:
    """The title, the lead, the facts and the headings with what stands below them, of a page or of a preview of it."""
    return dict(
        page.evaluate(
            """part => {
              const box = document.querySelector(part);
              const one_line = text => text.replace(/\\s+/g, " ").replace(/ ?(<[/]?(?:ul|li|p)>) ?/g, "$1").trim();
              const words = found => [...box.querySelectorAll(found)].map(one => one_line(one.textContent));
              const [title, heading] = part === "[data-page]" ? ["h4", "h5"] : ["h1", ".mn-entry__body h2"];
              const below = one => {
                const parts = [];
                for (let next = one.nextElementSibling; next && !/^H[125]$/.test(next.tagName); ) {
                  if (!next.className) parts.push(one_line(next.outerHTML.replace(/ id="[^"]*"/g, "")));
                  next = next.nextElementSibling;
                }
                return parts.join("");
              };
              return {
                title: words(title), lead: words(".mn-lead"), names: words("dt"), facts: words("dd"),
                headings: words(heading),
                texts: [...box.querySelectorAll(heading)].map(below),
              };
            }""",
            part,
        )
    )


def test_the_preview_shows_what_the_page_of_the_file_will_show(
    form_network: tuple[Path, str], open_form: Any, tmp_path: Path
) -> None:
    someone = open_form(form_network[1])
    page = someone.page
    who = Contributor(page, "case-study")
    write_case(who)
    who.choose("trust_type", "acute")
    who.choose("stages", "core")
    who.choose("develops", "cap-1")
    who.type("answer.3", "It **helped**:\n\n- 24 doctors came\n- [they wrote](https://example.org/a)")
    who.finish()
    expect(page.locator("#form-look")).to_be_visible()
    preview = shown(page, "[data-page]")
    path, text = who.file()
    root = copy_of(form_network[0], tmp_path / "network")
    (root / path).write_text(text, "utf-8", newline="")
    built = pipeline.build(root, today=pipeline.today(), drafts=True)
    address = f"case-studies/{Path(path).stem}/index.html"
    (html,) = [file.content.decode() for file in built.files() if file.path == address]
    other = someone.context.new_page()
    other.set_content(re.sub(r"<(?:link|script|meta)[^>]*>", "", html))
    assert shown(other, "article") == preview
    assert preview["names"][:3] == ["Kind", "About", "For"] and len(preview["headings"]) == 8


def test_the_preview_of_an_opportunity_has_the_parts_of_its_page(
    form_network: tuple[Path, str], open_form: Any, tmp_path: Path
) -> None:
    someone = open_form(form_network[1])
    page = someone.page
    who = Contributor(page, "opportunity")
    write_opportunity(who, page)
    who.type("watch_out", "1. It can be **cut short**.\n2. [Read this](https://example.org/a)")
    who.type("ltft", "Ask for one of your days.\n\nOr for a recording.")
    who.finish()
    preview = shown(page, "[data-page]")
    path, text = who.file()
    root = copy_of(form_network[0], tmp_path / "network")
    (root / path).write_text(text, "utf-8", newline="")
    built = pipeline.build(root, today=pipeline.today())
    (html,) = [file.content.decode() for file in built.files() if file.path == f"{path.removesuffix('.yaml')}/index.html"]
    other = someone.context.new_page()
    other.set_content(re.sub(r"<(?:link|script|meta)[^>]*>", "", html))
    real = shown(other, "article")
    written = len(preview["headings"])
    assert written == 7 and real["headings"][:written] == preview["headings"]
    assert real["texts"][:written] == preview["texts"]
    assert (real["title"], real["lead"]) == (preview["title"], preview["lead"])
    facts = dict(zip(real["names"], real["facts"], strict=True))
    same = ("Needs", "Takes", "When", "Cost", "Ask", "Fits", "Where")
    assert {name: facts[name] for name in same} == dict(list(zip(preview["names"], preview["facts"], strict=True))[:7])


def test_the_page_is_seen_before_all_is_written_and_follows_what_is_typed(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page = someone.page
    who = Contributor(page, "case-study")
    form = who.start()
    who.type("title", "A <img src=x onerror=alert(1)> scheme")
    form.get_by_role("button", name="See the page").click()
    expect(page.locator("#form-look")).to_be_focused()
    preview = page.locator("[data-page]")
    expect(preview.locator("h4")).to_have_text("A <img src=x onerror=alert(1)> scheme")
    assert preview.locator("img, script").count() == 0
    assert preview.get_by_text("Nothing written yet").count() == 8
    who.type("answer.0", "Because of nights.")
    page.locator(f"{CASE_FORM} [name='answer.0']").blur()
    expect(preview).to_contain_text("Because of nights.")
    assert someone.said == []
    # In print, the preview is what there is of the form.
    page.emulate_media(media="print")
    assert preview.is_visible() and not form.is_visible()


def test_hostile_stories_reach_the_preview_as_words(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page = someone.page
    page.evaluate("() => { window.ran = 0 }")
    who = Contributor(page, "case-study")
    form = who.start()
    payloads = [
        "<svg onload=ran++>",
        "[x](javascript:ran++)",
        "![x](https://example.org/x.png)",
        "<iframe src=//evil.example>",
    ]
    who.type("title", payloads[0])
    who.type("answer.0", "\n\n".join(payloads))
    form.get_by_role("button", name="See the page").click()
    preview = page.locator("[data-page]")
    assert preview.locator("svg, iframe, img, script, [onload], [href^=javascript]").count() == 0
    for payload in (payloads[0], payloads[1]):
        expect(preview).to_contain_text(payload)
    assert page.evaluate("window.ran") == 0
    assert json.dumps(someone.requests).count("evil.example") == 0
