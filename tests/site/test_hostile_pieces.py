"""Texts of the hostile corpus put together by Hypothesis: whatever they make is only text on a page.

When Hypothesis finds something, it prints the pieces: save them as a file of cases/hostile before you fix the product.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_network import pages, pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.gates import page as gates_page
from mentor_network.render import markdown, renderer
from mentor_network.render.environment import environment
from support import hostile_cases as corpus
from support.hostile_signs import signs, tags
from support.networks import NETWORK, TODAY
from support.sweeps import examples

SPARKS = (
    "[x](", ")", "<", ">", '"', "'", "`", "``", "\n", "\n\n", "> ", "- ", "1. ", "    ", "|", "|-|-|\n", "&#", "&#x3c;", ";",
    "\\", "](", "![", "[a]: ", "[a]", "javascript:", "JaVaScRiPt&colon;", "java\tscript:", "data:text/html,", "vbscript:",
    "//evil.example/", "/\\evil.example", "https://evil.example/", "<https://evil.example>", "gotcha()", " onclick=x ",
    "<img src=x onerror=gotcha()>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<svg><style>", "</p>",
    "<math><mtext>",
    "placeholder0end", "\n\nplaceholder0end\n\n", "{T1.shadowing.done}", "{mentor-hours}", "{{", "}}", "{:", "*", "_", "**",
    "~~~\n", "```\n", "---\n", "# ", "===\n", "\u202e", "\u200b", "\x00", "é", "＜",
)  # fmt: skip

hostile_words = st.lists(
    st.one_of(st.sampled_from(corpus.payloads()), st.sampled_from(SPARKS), st.text(max_size=6)), min_size=1, max_size=12
).map("".join)

FIGURES = {"T1.shadowing.done": "8%", "mentor-hours": '<img src=x onerror=gotcha()>"](javascript:gotcha())'}

IN_A_TEXT = markdown._TAGS | {"tbody", "div", "caption"}


@examples(120)
@given(text=hostile_words)
def test_any_pieces_as_a_text_do_nothing(text: str) -> None:
    for make in (markdown.block, markdown.inline):
        html = str(make(text[:1500], "/opportunities/x/", FIGURES))
        assert signs(html) == []
        assert tags(html) <= IN_A_TEXT


@examples(80)
@given(text=hostile_words)
def test_any_pieces_as_a_page_do_nothing(text: str) -> None:
    """With texts that the rule against HTML would refuse: sanitising is a defence of its own."""
    blocks = markdown.Placeholders(text)
    made = blocks.add("<hr>") + markdown.insert_figures(text[:1500], FIGURES)
    html = markdown.page("A page", made, "/guides/x/", blocks).html
    assert signs(html) == []
    assert tags(html) <= IN_A_TEXT
    assert html.count("<hr>") >= 1


@examples(80)
@given(title=hostile_words)
def test_any_pieces_as_a_title_are_words(title: str) -> None:
    one_line = " ".join(title[:200].split())
    for html in (markdown.title(one_line), markdown.page(one_line, "", "/guides/x/", markdown.Placeholders("")).html):
        assert signs(html) == []
        assert tags(html) <= {"h1"}


@pytest.fixture(scope="module")
def drawn() -> Callable[[dict[str, Any]], str]:
    """A function that renders the page of an opportunity with other texts in its fields."""
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue: Catalogue = link(records, today=TODAY)
    planned = pages.build(catalogue)
    drawing = renderer.Renderer(planned, catalogue, environment())
    page = next(page for page in planned if page.address == "/opportunities/chair-a-meeting/")
    o = page.context["o"]

    def draw(words: dict[str, Any]) -> str:
        changed = o.model_copy(update=words)
        context = dict(page.context) | {"o": changed}
        made = drawing.page(dataclasses.replace(page, title=changed.title, description=changed.summary, context=context))
        return made.file.content.decode()

    return draw


@examples(30)
@given(words=st.lists(hostile_words.map(lambda text: text[:280]), min_size=6, max_size=6))
def test_any_pieces_in_an_opportunity_do_nothing(drawn: Callable[[dict[str, Any]], str], words: list[str]) -> None:
    title, *rest = (" ".join(text.split()) or "x" for text in words)
    lists = {"what_you_do": rest[:2], "you_learn": rest[1:3], "reflect": rest[2:], "portfolio": rest, "safety_notes": rest}
    text = drawn({"title": title, "summary": rest[0], "who_to_ask": rest[1], "watch_out": rest[2], **lists})
    page, _ = gates_page.parse(text)
    (found,) = [element for element in page.iter() if element.tag.endswith("}title")]
    if title.isprintable():  # what YAML may not hold as it is, no file of ours can bring
        assert " ".join("".join(found.itertext()).split()).startswith(" ".join(title.split()))
    assert signs(text[text.index("<article") : text.index("</article>")]) == []
