"""Hand-written pages: an author's Markdown, with views of the catalogue where it asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.forms import view as forms
from mentor_network.pages import Page
from mentor_network.pages import content as content_pages
from mentor_network.problems import Problems
from mentor_network.records.view import View, views
from mentor_network.render import markdown

#: Draws a template, by its name below theme/pages, with what it is given.
Draw = Callable[..., str]


def written(page: Page, catalogue: Catalogue, draw: Draw) -> markdown.Written:
    """The whole text of a page: its title and lead, its Markdown with figures and views, its sources and dates."""
    blocks = markdown.Blocks(page.body)
    parts = [blocks.add(draw("lead"))]
    found = {block.start: view for block, view, _ in views(page.view["entry"], Problems())}
    end = 0
    for block in markdown_syntax.blocks(page.body):
        if block.kind in ("view", "words"):
            parts += [markdown.with_figures(page.body[end : block.start], catalogue.figure)]
            parts += [blocks.add(_block(block, found, catalogue, draw))]
            end = block.end
    parts += [markdown.with_figures(page.body[end:], catalogue.figure), blocks.add(draw("content"))]
    return markdown.page(page.title, "".join(parts), page.address, blocks)


def _block(block: markdown_syntax.Block, found: Mapping[int, View | None], catalogue: Catalogue, draw: Draw) -> str:
    """One fenced block as HTML: words to send, or a view."""
    if block.kind == "words":
        return draw("views/words", paragraphs=block.text.strip().split("\n\n"))
    view = found[block.start]
    assert view is not None, "a page without errors has valid views"
    name = next(iter(view.model_fields_set))
    return draw(f"views/{name}", view=getattr(view, name), **_shown(view, catalogue))


def _shown(view: View, catalogue: Catalogue) -> dict[str, Any]:
    """What a view's template lists."""
    if view.opportunities:
        return {"found": content_pages.opportunities(view.opportunities, catalogue)}
    if view.case_studies:
        return {"found": content_pages.cases(view.case_studies, catalogue)}
    if view.evidence:
        return {"tables": content_pages.tables(view.evidence, catalogue)}
    if view.form:
        return {"forms": forms.forms(catalogue)}
    return {}
