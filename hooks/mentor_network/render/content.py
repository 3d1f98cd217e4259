"""Renders hand-written pages: an author's Markdown, with HTML in place of its `view`, `words` and `sheet` blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.charts import pictures
from mentor_network.forms import view as forms
from mentor_network.office_lists import unix_lines
from mentor_network.pages import Page
from mentor_network.pages import content as content_pages
from mentor_network.problems import Problems
from mentor_network.records.sheet import sheets
from mentor_network.records.view import View, views
from mentor_network.render import markdown

#: Renders the template of theme/pages with this name, with keyword arguments as further variables.
RenderTemplate = Callable[..., str]


def render(page: Page, catalogue: Catalogue, render_template: RenderTemplate) -> markdown.RenderedText:
    """Render the body of a page: its title and lead, its Markdown with figures and blocks, its sources and dates."""
    placeholders = markdown.Placeholders(page.body)
    parts = [placeholders.add(render_template("lead"))]
    end = 0
    for start, stop, html in sorted(_inserts(page, catalogue, render_template)):
        parts += [markdown.insert_figures(page.body[end:start], catalogue.figure), placeholders.add(html)]
        end = stop
    parts += [markdown.insert_figures(page.body[end:], catalogue.figure), placeholders.add(render_template("content"))]
    return markdown.page(page.title, "".join(parts), page.address, placeholders)


#: HTML that replaces the body between two offsets.
_Insert = tuple[int, int, str]


def _inserts(page: Page, catalogue: Catalogue, render_template: RenderTemplate) -> Iterator[_Insert]:
    """The blocks of a page as HTML, and the frame of its sheet."""
    views_by_offset = {block.start: view for block, view, _ in views(page.context["entry"], Problems())}
    for block in markdown_syntax.blocks(page.body):
        if block.kind == "words":
            html = render_template("views/words", paragraphs="\n".join(unix_lines(block.text)).strip().split("\n\n"))
            yield block.start, block.end, html
        elif block.kind == "view":
            view = views_by_offset[block.start]
            assert view is not None, "a page without errors has valid views"
            name = next(iter(view.model_fields_set))
            html = render_template(f"views/{name}", view=getattr(view, name), **_context(view, catalogue))
            yield block.start, block.end, html
    yield from _sheet(page, render_template)


def _sheet(page: Page, render_template: RenderTemplate) -> Iterator[_Insert]:
    """The blocks of a sheet, and its frame: from the first heading of the second level, or block, to the last block."""
    parts = [(block, sheet) for block, sheet, _ in sheets(page.context["entry"], Problems()) if sheet]
    headings = [heading for heading in markdown_syntax.headings(page.body) if heading.level == 2]
    fields = 0
    for block, sheet in parts:
        above = [heading.text for heading in headings if heading.start < block.start]
        about = above[-1] if above else page.title
        yield block.start, block.end, render_template("views/sheet", sheet=sheet, about=about, first=fields + 1)
        fields += len(sheet.fields) * sheet.times
    if parts:
        first, last = parts[0][0].start, parts[-1][0].end
        begins = min([first, *(heading.start for heading in headings)])
        yield begins, begins, render_template("views/sheet_begins")
        yield last, last, render_template("views/sheet_ends")


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
