"""Hand-written pages: views and figures in place of what their Markdown names."""

from __future__ import annotations

import dataclasses

from mentor_network import pages
from mentor_network.render.environment import environment
from mentor_network.render.renderer import Renderer
from support.catalogues import small_catalogue


def body(markdown: str = "") -> str:
    """The rendered guide of the small network, with `markdown` appended."""
    catalogue = small_catalogue()
    planned = pages.build(catalogue)
    page = next(page for page in planned if page.address == "/guides/shadowing/")
    return str(Renderer(planned, catalogue, environment()).page(dataclasses.replace(page, body=page.body + markdown)).body)


def test_views_and_figures_are_in_the_order_of_the_text() -> None:
    html = body()
    parts = [
        "<h1",
        "mn-lead",
        "Before you go",
        "8% of doctors",
        "Shadow a clinical leader",
        "Afterwards",
        'id="t1"',
        "mn-end",
    ]
    assert [html.index(part) for part in parts] == sorted(html.index(part) for part in parts)


def test_words_to_send_are_paragraphs_without_markdown() -> None:
    html = body("\n```words\nDear *all*,\n\n<b>bye</b>\n```\n")
    assert "<p>Dear *all*,</p><p>&lt;b&gt;bye&lt;/b&gt;</p>" in html


def test_other_fenced_blocks_stay_code() -> None:
    assert "<pre><code>x = 1" in body("\n```\nx = 1\n```\n")
