"""Renders hand-written pages: an author's Markdown, with views of the catalogue in place of its `view` blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.charts import pictures
from mentor_network.forms import view as forms
from mentor_network.office_lists import unix_lines
from mentor_network.pages import Page
from mentor_network.pages import content as content_pages
from mentor_network.problems import Problems
from mentor_network.records.view import View, views
from mentor_network.render import markdown

#: Renders the template of theme/pages with this name, with keyword arguments as further variables.
RenderTemplate = Callable[..., str]


def render(page: Page, catalogue: Catalogue, render_template: RenderTemplate) -> markdown.RenderedText:
    """Render the body of a page: its title and lead, its Markdown with figures and views, its sources and dates."""
    placeholders = markdown.Placeholders(page.body)
    parts = [placeholders.add(render_template("lead"))]
    views_by_offset = {block.start: view for block, view, _ in views(page.context["entry"], Problems())}
    end = 0
    for block in markdown_syntax.blocks(page.body):
        if block.kind in ("view", "words"):
            parts += [markdown.insert_figures(page.body[end : block.start], catalogue.figure)]
            parts += [placeholders.add(_render_block(block, views_by_offset, catalogue, render_template))]
            end = block.end
    parts += [markdown.insert_figures(page.body[end:], catalogue.figure), placeholders.add(render_template("content"))]
    return markdown.page(page.title, "".join(parts), page.address, placeholders)


def _render_block(
    block: markdown_syntax.Block,
    views_by_offset: Mapping[int, View | None],
    catalogue: Catalogue,
    render_template: RenderTemplate,
) -> str:
    """Render a fenced block: a text for readers to send, or a view."""
    if block.kind == "words":
        return render_template("views/words", paragraphs="\n".join(unix_lines(block.text)).strip().split("\n\n"))
    view = views_by_offset[block.start]
    assert view is not None, "a page without errors has valid views"
    name = next(iter(view.model_fields_set))
    return render_template(f"views/{name}", view=getattr(view, name), **_context(view, catalogue))


def _context(view: View, catalogue: Catalogue) -> dict[str, Any]:
    """The variables of the view's template that are selected from the catalogue."""
    if view.opportunities:
        return {"opportunities": content_pages.opportunities(view.opportunities, catalogue)}
    if view.case_studies:
        return {"cases": content_pages.cases(view.case_studies, catalogue)}
    if view.evidence:
        return {"tables": content_pages.tables(view.evidence, catalogue), "charted": pictures.charted(catalogue)}
    if view.chart:
        return {"picture": pictures.named(view.chart.id, catalogue)}
    if view.form:
        return {"forms": forms.forms(catalogue)}
    return {}
