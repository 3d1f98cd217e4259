"""Renders pages to whole HTML files. All HTML comes from templates with autoescaping, or from the Markdown reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment
from markupsafe import Markup

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.charts import pictures
from mentor_network.pages import Page
from mentor_network.problems import Span
from mentor_network.provenance import provenance_of
from mentor_network.render import content, markdown
from mentor_network.render.environment import THEME
from mentor_network.render.frame import NOT_FOUND, Frame
from mentor_network.render.linked_data import json_ld
from mentor_network.render.links import Links
from mentor_network.render.output_file import OutputFile

#: The issue form in `.github/ISSUE_TEMPLATE`, whose field `page` is the address of a page.
CLOSED_OR_CHANGED = "1-closed-or-changed.yml"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered page: its body as HTML, beginning with the title, and its file with the frame around the body."""

    page: Page
    body: Markup
    file: OutputFile


class Renderer:
    """Renders pages. One instance for a build, since it caches fragments."""

    def __init__(
        self,
        pages: Iterable[Page],
        catalogue: Catalogue,
        env: Environment,
        *,
        theme: Path = THEME,
        live_reload: bool = False,
    ) -> None:
        self.catalogue = catalogue
        self.env = env
        self.links = Links(catalogue.records)
        self.titles = {page.address: page.title for page in pages}
        self.frame = Frame(env, catalogue, self.links, self.titles, theme=theme, live_reload=live_reload)
        self.fragments: dict[tuple[str, ...], Any] = {}

    def page(self, page: Page) -> Rendered:
        """Render a page with its frame."""
        render_template = partial(self.render_template, page)
        headings: tuple[tuple[str, str], ...] = ()
        if page.template == "content":
            text = content.render(page, self.catalogue, render_template)
            body, headings = text.html, text.headings
        else:
            body = markdown.title(page.title) + Markup("\n" + render_template(page.template))
        html = self.frame.page(page, body, headings)
        return Rendered(page, body, OutputFile.of_text(page.path_of_file, html))

    def not_found(self) -> OutputFile:
        """Render the page for unknown addresses."""
        return OutputFile.of_text(NOT_FOUND, self.frame.not_found())

    def render_template(self, page: Page, template: str, /, **more: Any) -> str:
        """Render a template of theme/pages for a page, without blank lines."""
        html = self.env.get_template(f"pages/{template}.html").render(self._context(page) | dict(page.context) | more)
        return re.sub(r"\n\s*\n+", "\n", html.strip())

    def _context(self, page: Page) -> dict[str, Any]:
        """The variables and functions of every template. Links are relative to the page."""
        here = page.address
        figures = self.catalogue.figure
        return {
            "c": self.catalogue,
            "today": self.catalogue.today,
            "this": page,
            "cached": partial(self.cached, here.rstrip("/").rpartition("/")[0]),
            "title_of": lambda target: self.titles.get(target.partition("#")[0], target),
            **self.links.context(here),
            "md": lambda text: markdown.block(text, here, figures),
            "line": lambda text: markdown.inline(text, here, figures),
            "from_report": self.from_report,
            "pictures": lambda shown, columns=(): pictures.of_tables(shown, self.catalogue, columns),
            "picture_file": pictures.path_of,
            "provenance": lambda record: provenance_of(record, self.catalogue.source),
            "only_told": self.only_told,
            "status": partial(labels.status, today=self.catalogue.today),
            "change_link": partial(change_link, self.catalogue),
            "closed_link": closed_link(self.catalogue, page),
            "json_ld": lambda: Markup(json_ld(page, self.catalogue)),
        }

    def cached(self, folder: str, key: tuple[str, ...], macro: Callable[..., Any], *args: Any) -> Any:
        """A fragment such as a card, cached by folder: relative links are the same on all pages of a folder.

        Lists show the same card dozens of times; caching takes a sixth off a build of 1,000 entries.
        """
        if not folder:
            return macro(*args)  # a page at the top level has other relative links than its siblings
        place = (folder, *key)
        if place not in self.fragments:
            self.fragments[place] = macro(*args)
        return self.fragments[place]

    def from_report(self, record: Any) -> bool:
        """Does a record cite an evaluation report, or no source at all, because it is made from the catalogue?"""
        how = self._how_known(record)
        return not how or "report" in how

    def only_told(self, record: Any) -> bool:
        """Are all sources of a record people who told us?"""
        return self._how_known(record) == {"told"}

    def _how_known(self, record: Any) -> set[str]:
        return {self.catalogue.source[citation.source].how for citation in record.sources}


def change_link(catalogue: Catalogue, span: Span | None) -> str:
    """The URL on GitHub to suggest a change: a line of YAML, or the editor of a hand-written page. Empty if unknown."""
    repository = catalogue.network.repository
    if not repository or not span:
        return ""
    base = f"https://github.com/{repository}"
    if span.file.endswith(".md"):
        return f"{base}/edit/main/{span.file}"
    return f"{base}/blob/main/{span.file}#L{span.line}"


def closed_link(catalogue: Catalogue, page: Page) -> str:
    """The URL of the form "This has closed or changed" on GitHub, with the page filled in. Empty without a repository."""
    repository = catalogue.network.repository
    if not repository:
        return ""
    filled = {
        "template": CLOSED_OR_CHANGED,
        "title": f"Closed or changed: {page.title}",
        "page": catalogue.absolute_url(page.address) or page.address,
    }
    return f"https://github.com/{repository}/issues/new?{urlencode(filled, quote_via=quote)}"
