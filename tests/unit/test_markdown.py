"""Authors' texts as HTML: the short way for plain ones says what the parser would say."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_network.render import markdown, renderer

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
    short, parsed = markdown._block(text, PAGE), markdown._parsed(text, PAGE)
    assert _words(short) == _words(parsed)


def _words(text: str) -> str:
    return " ".join(html.unescape(text).replace("<p>", " ").replace("</p>", " ").split())


def test_bold_and_links_need_no_parser(monkeypatch) -> None:
    monkeypatch.delattr(markdown, "_parsed")
    made = markdown.inline('**Ask** for [a "day" out](/guides/shadowing/#ask).', PAGE, {})
    assert made == '<strong>Ask</strong> for <a href="../../guides/shadowing/#ask">a &#34;day&#34; out</a>.'


@pytest.mark.parametrize(
    "title", ["Lead a ward round", 'Doctors\' 5 * <b>_hours_</b> & "more"', "Qualité – à l’hôpital", "…", "# 1. [x](y)"]
)
def test_a_page_with_no_markdown_is_what_an_engine_would_make_of_it(title: str) -> None:
    made = markdown._page_parser().reset().convert(f"# {renderer.heading(title)}\n\n{markdown.mark(0)}")
    assert markdown.whole(title) == markdown.clean(made)
