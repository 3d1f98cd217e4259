"""Links, figures, headings and fenced blocks in Markdown, with their offsets."""

from __future__ import annotations

import time

import pytest

from mentor_network import markdown_syntax
from mentor_network.markdown_syntax import Block, Heading, Mention


def test_links_have_the_offset_of_their_target() -> None:
    text = 'See [a [b] c](/x/ "title") and ![alt](/pic.png)\n\n[1]: /y/#z'
    assert list(markdown_syntax.links(text)) == [
        Mention("/x/", text.index("/x/")),
        Mention("/pic.png", text.index("/pic"), image=True),
        Mention("/y/#z", text.index("/y/")),
    ]


def test_figures_have_the_offset_of_their_brace() -> None:
    assert list(markdown_syntax.figures("{T9.course.done} and {no name}")) == [Mention("T9.course.done", 0)]


@pytest.mark.parametrize("code", ["`[a](/x/) {T1.a.b}`", "```\n[a](/x/) {T1.a.b}\n# No\n```", "~~~ view\n# {T1.a.b}\n~~~"])
def test_code_has_no_links_figures_or_headings(code: str) -> None:
    assert [*markdown_syntax.links(code), *markdown_syntax.figures(code), *markdown_syntax.headings(code)] == []
    assert len(markdown_syntax.blank_code(code)) == len(code)


def test_blocks_have_their_info_string_and_offsets() -> None:
    text = "a\n```view\nx: 1\n```\nb\n~~~\nopen"
    assert list(markdown_syntax.blocks(text)) == [
        Block("view", 2, 19, 10, "x: 1\n"),
        Block("", 21, len(text), 25, "open", closed=False),
    ]


def test_headings_have_a_level_and_an_offset() -> None:
    assert list(markdown_syntax.headings("# A #\n\ntext\n### B")) == [Heading(1, "A", 0), Heading(3, "B", 12)]


def test_headings_are_those_that_github_shows() -> None:
    text = "  ## A\n#no\n\nB\nC\n---\n- d\n---\n\u2028## E\n```\n## F\n````\n## G"
    assert [(heading.level, heading.text) for heading in markdown_syntax.headings(text)] == [
        (2, "A"),
        (2, "B C"),
        (2, "E"),
        (2, "G"),
    ]
    assert [text[heading.start :].split(maxsplit=1)[0] for heading in markdown_syntax.headings(text)] == [
        "##",
        "B",
        "##",
        "##",
    ]


def test_anchors_are_slugs_and_repeated_ones_are_numbered() -> None:
    text = "## Qualité & [the guide](/x/)\n## Again\n## Again\n## Again"
    assert list(markdown_syntax.anchors(text)) == ["qualite-the-guide", "again", "again_1", "again_2"]


@pytest.mark.parametrize(
    "url",
    [
        "http://a.org",
        "https://a",
        "https://u@a.org",
        "https://a.org/ b",
        "https://xn--a.org",
        "https://аpple.org",
        "https://[a",
    ],
)
def test_urls_that_could_mislead_are_refused(url: str) -> None:
    assert not markdown_syntax.is_https(url)
    assert markdown_syntax.is_https("https://a.org/b?c=d@e")


@pytest.mark.parametrize("text", ["[" * 50_000, "](" * 50_000, "[a](" + "(" * 50_000, "{a" * 50_000, "```\n" * 50_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.process_time()
    list(markdown_syntax.links(text))
    list(markdown_syntax.figures(text))
    list(markdown_syntax.anchors(text))
    assert time.process_time() - started < 5
