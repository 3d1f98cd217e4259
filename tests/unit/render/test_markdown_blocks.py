"""Blocks of Markdown, as people paste them from office programs and write them for GitHub.

Each text of cases/markdown has the expected HTML, or must come out as GitHub shows it. A reader of GitHub Flavored Markdown
says how that is.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mentor_network.office_lists import without_mark
from mentor_network.render import markdown
from mentor_network.render.markdown_blocks import normalised
from support.networks import ROOT
from support.yaml_files import load

CASES: dict[str, dict[str, Any]] = {
    f"{file.stem}: {name}": case
    for file in sorted((ROOT / "tests" / "cases" / "markdown").glob("*.yaml"))
    for name, case in load(file).items()
}
GITHUB = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block", "html_inline", "code"])
_BLOCK = "p|ul|ol|li|blockquote|h[1-6]|pre|table|thead|tbody|tr|td|th|hr|br"


def shown(html: str) -> str:
    """HTML without what readers do not see: attributes but the start of a list, white space, and `<p>` in items."""
    html = re.sub(r"<caption.*?</caption>|</?div[^>]*>", "", html.replace("'", '"'))
    html = re.sub(r'<(\w+)(?: start="1")?((?: start="\d+")?)[^>]*>', r"<\1\2>", unescape(html))
    html = re.sub(r"\s+", " ", html).replace(" </code>", "</code>")
    html = re.sub(rf"\s*(</?(?:{_BLOCK})(?: start=\"\d+\")?>)\s*", r"\1", html)
    while (fewer := re.sub(r"<(li|ul|ol|blockquote|tbody)(?: start=\"\d+\")?></\1>", "", html)) != html:
        html = fewer
    # Python-Markdown joins neighbours of one kind, and puts `<p>` into items beside quotations and code.
    html = re.sub(r"</ul><ul>|</ol><ol[^>]*>", "", html.replace("</blockquote><blockquote>", ""))
    html = re.sub(r"</?p>", "¶", html)
    html = re.sub(rf"¶*(</?(?:{_BLOCK})(?: start=\"\d+\")?>)¶*", r"\1", html)
    return re.sub("¶+", "¶", html).strip("¶ ")


def ours(text: str) -> str:
    return shown(markdown.block(text, "/", {}))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_text_is_shown_as_github_shows_it_or_as_it_was_meant(case: dict[str, Any]) -> None:
    expected = case["html"] if "html" in case else GITHUB.render(case["text"])
    assert ours(case["text"]) == shown(expected)


LINES = st.tuples(
    st.sampled_from([*[""] * 4, "- ", "* ", "1. ", "2. ", "1) ", "> ", "## ", "  - ", "   - ", "  ", "   ", "- - ", "> - "]),
    st.sampled_from(["one", "two words", "**three**", "#4", "===five", "[six](/x/)"]),
).map("".join)


@given(st.lists(st.one_of(LINES, LINES, LINES, st.just("")), max_size=7).map("\n".join))
def test_every_mix_of_lists_quotations_and_headings_is_shown_as_github_shows_it(text: str) -> None:
    assert ours(text) == shown(GITHUB.render(text))


@given(st.lists(st.one_of(LINES, st.just(""), st.text("•o–-\t\v 1.)>#`|=\\x\n", max_size=9)), max_size=9).map("\n".join))
def test_no_word_is_lost(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(re.findall(r"[a-nx]", words))

    assert letters(normalised(text)) == letters(text)


def test_a_text_without_blocks_is_left_as_it_is() -> None:
    text = "We asked each team.\n\n“Who leads?” *Nobody*, they said.\nAnd we wrote it down."
    assert normalised(text) is text


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("1. • Read", "Read"),
        ("•\tRead", "Read"),
        ("o\tRead", "Read"),
        ("– Read", "Read"),
        ("2) Read\nand write", "Read\nand write"),
        ("2019. It was small.", "2019. It was small."),
        ("5 lines: your question", "5 lines: your question"),
        ("-5 degrees", "-5 degrees"),
        ("**Read**", "**Read**"),
    ],
)
def test_an_item_of_a_list_loses_the_mark_that_was_pasted_with_it(item: str, words: str) -> None:
    assert without_mark(item) == words


@pytest.mark.parametrize(
    "line", ["- ", "> ", "  - x\n", "•\t", "1) x\n", "#", "| a ", "\\", "```\n", "- x\ny\n", "> x\ny\n"]
)
def test_long_hostile_texts_are_read_in_linear_time(line: str) -> None:
    """Each line is looked at a bounded number of times: with a square of them this would take minutes."""
    assert normalised(line * (20_000 // len(line)))
