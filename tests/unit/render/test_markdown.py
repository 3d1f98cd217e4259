"""Authors' texts as HTML: the short way for plain ones says what the parser would say."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_network.render import markdown

PAGE = "/opportunities/shadow-a-leader/"
PIECES = st.one_of(
    st.sampled_from(
        ["**", "*", "_", "[", "]", "(", ")", "](", " ", "&", "<b>", "`", "#", "- ", "\\", "1. ", "!", "|", "\n"]
    ),
    st.sampled_from(
        ["**Ask** ", "[the guide](/guides/shadowing/)", "[x](https://example.org/a-b#c)", "[y](//evil.example/)"]
    ),
    st.sampled_from(
        [
            "**a b**",
            "**a **",
            " ** b**",
            "[z](/)",
            "[w](/a b)",
            "[y](//evil.example/)",
            "[v](javascript:x)",
            "https://example.org",
        ]
    ),
    st.text("abc ABC019.,:;?!'\"-é", max_size=8),
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_short_way_says_what_the_parser_says(text: str) -> None:
    """Entities may be spelt otherwise, and spaces at the ends of a paragraph are nothing to a browser."""
    short, parsed = markdown._block(text, PAGE), markdown._parse(text, PAGE)
    assert _words(short) == _words(parsed)


def _words(text: str) -> str:
    return " ".join(html.unescape(text).replace("<p>", " ").replace("</p>", " ").split())


def test_bold_and_links_need_no_parser(monkeypatch) -> None:
    monkeypatch.delattr(markdown, "_parse")
    made = markdown.inline('**Ask** for [a "day" out](/guides/shadowing/#ask).', PAGE, {})
    assert made == '<strong>Ask</strong> for <a href="../../guides/shadowing/#ask">a &#34;day&#34; out</a>.'


@pytest.mark.parametrize(
    "title", ["Lead a ward round", 'Doctors\' 5 * <b>_hours_</b> & "more"', "Qualité – à l’hôpital", "…", "# 1. [x](y)"]
)
def test_a_page_without_markdown_has_the_heading_that_the_reader_would_make(title: str) -> None:
    assert markdown.title(title) == markdown.page(title, "", PAGE, markdown.Placeholders("")).html


def test_links_of_every_form_are_relative_to_their_page() -> None:
    text = "[a](/glossary/) [b][x] <https://example.org>\n\n[x]: /models/gpc/#gpc-5"
    made = markdown.block(text, PAGE, {})
    assert 'href="../../glossary/"' in made and 'href="../../models/gpc/#gpc-5"' in made


def test_blocks_stand_where_they_were_put_and_an_author_cannot_name_them() -> None:
    text = "Before placeholder0end.\n\nplaceholder0end\n\nplaceholderx0end"
    blocks = markdown.Placeholders(text)
    made = markdown.page("A page", text + blocks.add("<hr id=ours>") + "After.", PAGE, blocks).html
    assert made.count("<hr id=ours>") == 1
    assert made.index("placeholderx0end") < made.index("<hr id=ours>") < made.index("After.")


def test_headings_of_a_page_are_given_with_their_anchors() -> None:
    written = markdown.page("Title", "## One & *two*\n\n### Below\n\n## Title", PAGE, markdown.Placeholders(""))
    assert written.headings == (("one-two", "One & two"), ("title_1", "Title"))


def test_raw_html_and_toc_markers_are_words() -> None:
    made = markdown.page("T", "<script>x</script>\n\n[TOC]\n\n## A", PAGE, markdown.Placeholders("")).html
    assert "<script" not in made and "&lt;script&gt;" in made and "[TOC]" in made
