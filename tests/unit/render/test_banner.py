"""The banner of `serve`."""

from __future__ import annotations

from mentor_network.render import OutputFile
from mentor_network.render.banner import with_banner
from mentor_network.render.environment import environment


def test_a_page_has_the_problems_above_its_main_part() -> None:
    page = OutputFile("a/index.html", b'<body><main class="x"><main ></main></body>')
    html = with_banner(page, ["<b>one</b>", "two"], environment()).content.decode()
    assert html.count("mn-banner") == 1 and html.index("mn-banner") < html.index("<main")
    assert "<li>&lt;b&gt;one&lt;/b&gt;</li><li>two</li>" in html and "2 to fix" in html


def test_other_files_are_unchanged() -> None:
    file = OutputFile("assets/a.js", b'"<main "')
    assert with_banner(file, ["x"], environment()) is file
