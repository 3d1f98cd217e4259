"""Pages to whole HTML files. All HTML comes from our templates, with every value escaped, or from the Markdown reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.pages import Page
from mentor_network.problems import Span
from mentor_network.provenance import provenance_of
from mentor_network.render import content, markdown
from mentor_network.render.frame import NOT_FOUND, Frame
from mentor_network.render.linked_data import linked
from mentor_network.render.links import Links
from mentor_network.render.output_file import OutputFile


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page, its body as HTML from the title on, and the file with the frame around that."""

    page: Page
    body: Markup
    file: OutputFile


class Renderer:
    """Draws pages. One for a build."""

    def __init__(self, pages: Iterable[Page], catalogue: Catalogue, env: Environment, *, live_reload: bool = False) -> None:
        self.catalogue = catalogue
        self.env = env
        self.links = Links(catalogue.records)
        self.titles = {page.address: page.title for page in pages}
        self.frame = Frame(env, catalogue, self.titles, live_reload=live_reload)
        self.fragments: dict[tuple[str, ...], Any] = {}

    def page(self, page: Page) -> Rendered:
        """A page with its frame."""
        draw = partial(self.draw, page)
        headings: tuple[tuple[str, str], ...] = ()
        if page.template == "content":
            written = content.written(page, self.catalogue, draw)
            body, headings = written.html, written.headings
        else:
            body = markdown.title(page.title) + Markup("\n" + draw(page.template))
        html = self.frame.page(page, body, headings)
        return Rendered(page, body, OutputFile.of_text(page.path_of_file, html))

    def not_found(self) -> OutputFile:
        """The page for an address that has none."""
        return OutputFile.of_text(NOT_FOUND, self.frame.not_found())

    def draw(self, page: Page, template: str, /, **more: Any) -> str:
        """A template of theme/pages for a page, without blank lines."""
        html = self.env.get_template(f"pages/{template}.html").render(self.given(page) | dict(page.view) | more)
        return re.sub(r"\n\s*\n+", "\n", html.strip())

    def given(self, page: Page) -> dict[str, Any]:
        """What every template may use. Addresses become relative to the page that is rendered."""
        here = page.address
        figures = self.catalogue.figure
        return {
            "c": self.catalogue,
            "today": self.catalogue.today,
            "this": page,
            "kept": partial(self.kept, here.rstrip("/").rpartition("/")[0]),
            "title_of": lambda target: self.titles.get(target.partition("#")[0], target),
            **self.links.given(here),
            "md": lambda text: markdown.block(text, here, figures),
            "line": lambda text: markdown.inline(text, here, figures),
            "from_report": self.from_report,
            "provenance": lambda record: provenance_of(record, self.catalogue.source),
            "told": lambda record: {self.catalogue.source[c.source].how for c in record.sources} == {"told"},
            "status": partial(labels.status, today=self.catalogue.today),
            "change": partial(change_link, self.catalogue),
            "linked": lambda: Markup(linked(page, self.catalogue)),
        }

    def kept(self, folder: str, key: tuple[str, ...], draw: Callable[..., Any], *given: Any) -> Any:
        """A fragment such as a card, from a cache by folder: links are the same from each page of a folder.

        Lists show the same card dozens of times; drawing each once takes a sixth off a build of 1,000 entries.
        """
        if not folder:
            return draw(*given)  # pages at the top have shorter links than those below them
        place = (folder, *key)
        if place not in self.fragments:
            self.fragments[place] = draw(*given)
        return self.fragments[place]

    def from_report(self, record: Any) -> bool:
        """Does it cite an evaluation report, or nothing at all because it is made of what the catalogue holds?"""
        cited = [self.catalogue.source[citation.source].how for citation in record.sources]
        return not cited or "report" in cited


def change_link(catalogue: Catalogue, span: Span | None) -> str:
    """Where a change to this page is suggested: the line of its YAML, or the file of a hand-written page."""
    repository = catalogue.network.repository
    if not repository or not span:
        return ""
    base = f"https://github.com/{repository}"
    if span.file.endswith(".md"):
        return f"{base}/edit/main/{span.file}"
    return f"{base}/blob/main/{span.file}#L{span.line}"
