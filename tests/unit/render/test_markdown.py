"""Authors' Markdown as HTML: the fast path for simple texts, links, placeholders and headings."""

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
def test_the_fast_path_gives_what_the_parser_gives(text: str) -> None:
    """Entities may be written differently, and browsers ignore white space around a paragraph."""
    fast, parsed = markdown._block(text, PAGE), markdown._parse(text, PAGE)
    assert _text(fast) == _text(parsed)


def _text(html_text: str) -> str:
    return " ".join(html.unescape(html_text).replace("<p>", " ").replace("</p>", " ").split())


def test_bold_and_links_need_no_parser(monkeypatch) -> None:
    monkeypatch.delattr(markdown, "_parse")
    html_text = markdown.inline('**Ask** for [a "day" out](/guides/shadowing/#ask).', PAGE, {})
    assert html_text == '<strong>Ask</strong> for <a href="../../guides/shadowing/#ask">a &#34;day&#34; out</a>.'


@pytest.mark.parametrize(
    "title", ["Lead a ward round", 'Doctors\' 5 * <b>_hours_</b> & "more"', "Qualité – à l’hôpital", "…", "# 1. [x](y)"]
)
def test_a_page_without_markdown_has_the_heading_of_the_parser(title: str) -> None:
    assert markdown.title(title) == markdown.page(title, "", PAGE, markdown.Placeholders("")).html


def test_links_of_every_form_are_relative_to_their_page() -> None:
    text = "[a](/glossary/) [b][x] <https://example.org>\n\n[x]: /models/gpc/#gpc-5"
    html_text = markdown.block(text, PAGE, {})
    assert 'href="../../glossary/"' in html_text and 'href="../../models/gpc/#gpc-5"' in html_text


def test_placeholders_are_replaced_in_place_and_authors_cannot_guess_them() -> None:
    text = "Before placeholder0end.\n\nplaceholder0end\n\nplaceholderx0end"
    placeholders = markdown.Placeholders(text)
    html_text = markdown.page("A page", text + placeholders.add("<hr id=ours>") + "After.", PAGE, placeholders).html
    assert html_text.count("<hr id=ours>") == 1
    assert html_text.index("placeholderx0end") < html_text.index("<hr id=ours>") < html_text.index("After.")


def test_second_level_headings_are_returned_with_their_anchors() -> None:
    written = markdown.page("Title", "## One & *two*\n\n### Below\n\n## Title", PAGE, markdown.Placeholders(""))
    assert written.headings == (("one-two", "One & two"), ("title_1", "Title"))


def test_raw_html_and_toc_markers_are_text() -> None:
    html_text = markdown.page("T", "<script>x</script>\n\n[TOC]\n\n## A", PAGE, markdown.Placeholders("")).html
    assert "<script" not in html_text and "&lt;script&gt;" in html_text and "[TOC]" in html_text


@pytest.mark.parametrize(
    "target", ["//evil.example/", "\\\\\\\\evil.example/", "javascript:x", "http://evil.example/", "data:,x"]
)
def test_links_elsewhere_need_https(target: str) -> None:
    assert "href" not in markdown.block(f"a\n\n[x](<{target}>)", PAGE, {})


def test_a_table_has_the_heading_above_it_as_its_caption_and_a_wide_one_scrolls() -> None:
    table = "| a | b |{0}\n| - | - |{1}\n| 1 | 2 |{2}\n"
    narrow = markdown.block("## Times\n\n" + table.format("", "", ""), PAGE, {})
    assert '<caption class="mn-vh">Times</caption>' in narrow and narrow.count('scope="col"') == 2
    assert "mn-scroll" not in narrow
    wide = markdown.block(table.format(" c |", " - |", " 3 |"), PAGE, {})
    assert '<div class="mn-scroll" tabindex="0" role="region" aria-label="Table">' in wide


def test_figures_are_replaced_by_their_value_without_markdown() -> None:
    figures = {"T1.a.b": "*8* <b>", "x": "1"}
    assert markdown.inline("{T1.a.b} and {unknown}", PAGE, figures) == "*8* &lt;b&gt; and {unknown}"
