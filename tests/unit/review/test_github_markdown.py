"""Text of authors is escaped for the Markdown of GitHub."""

from __future__ import annotations

import re

import pytest

from mentor_network.review import github_markdown


@pytest.mark.parametrize(
    "text",
    [
        "[click](https://evil.example)",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/x.png)",
        "@everyone look",
        "closes #12",
        "`code` and **bold**",
        "# heading",
        "https://evil.example",
        "a | b",
        "::error::x",
    ],
)
def test_active_characters_are_escaped(text: str) -> None:
    """Every character that Markdown or GitHub acts on is escaped, or followed by a zero-width space."""
    shown = github_markdown.plain(text)
    assert re.search(r"(?<!\\)[\[\]()<>*_#|!`:]", shown) is None
    assert re.search(r"@(?!\u200b)|#(?!\u200b)", shown) is None
    assert "\n" not in github_markdown.plain("two\nlines")
    assert github_markdown.code("a`b\n# c") == "`a'b # c`"
    assert github_markdown.block("```\n").split("\n")[0] == "````yaml"
