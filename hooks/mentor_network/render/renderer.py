"""Pages to files: Markdown with one island of HTML each, which any engine can build.

A page made here is one escaped `# title` and one island with its own headings and ids. A hand-written page keeps its
Markdown, with islands where it asks for a view. All HTML comes from our templates, with every value escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mentor_network import labels, markdown_syntax
from mentor_network.addresses import TEMPLATES, check_of
from mentor_network.catalogue import WEEKS, Catalogue
from mentor_network.forms import view as forms
from mentor_network.pages import Page, found
from mentor_network.pages import content as content_pages
from mentor_network.pages.page import file_of
from mentor_network.problems import Problems, Span
from mentor_network.provenance import archived, seen
from mentor_network.records.view import View, views
from mentor_network.render import markdown
from mentor_network.render.linked_data import linked
from mentor_network.source import left_over
from mentor_network.statistics import varied

THEME = Path(__file__).resolve().parent.parent / "theme"


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file for an engine: where it goes below the folder of pages, what it holds, and what it was made from."""

    uri: str
    #: What it holds; of a page, its Markdown with marks in place of its islands.
    text: str | bytes
    source: Span | None = None
    #: The blocks of HTML in it, for an engine that carries them past its Markdown parser.
    islands: tuple[str, ...] = ()
    #: What the search shows of a page, its title first. Empty where the search passes it over.
    searched: Mapping[str, str] = field(default_factory=dict)
    #: The front matter of a page, for an engine that need not read it again.
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> str | bytes:
        """All of it, put together when it is asked for: kept, the pages of 5,000 entries would fill the memory twice."""
        return markdown.filled(self.text, self.islands) if isinstance(self.text, str) else self.text

    @property
    def body(self) -> str:
        """A page's Markdown with marks, after its front matter and its title."""
        assert isinstance(self.text, str), "pages are text"
        return self.text.partition("\n# ")[2].partition("\n\n")[2].rstrip("\n")

    @property
    def whole(self) -> bool:
        """Is it a page with nothing but its title and one island, so that there is no Markdown to read?"""
        return len(self.islands) == 1 and self.body == markdown.mark(0)


def environment(theme: Path = THEME) -> Environment:
    """Our templates, with every value escaped and every missing one an error.

    While serving, a build follows the other, and templates that nobody changed are compiled once.
    """
    return _environment(theme, changed_templates(theme))


def changed_templates(theme: Path = THEME) -> int:
    """When a template was changed last, in nanoseconds."""
    return max(path.stat().st_mtime_ns for path in theme.rglob("*.html") if not left_over(path.name))


@lru_cache(maxsize=1)
def _environment(theme: Path, changed: int) -> Environment:
    env = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asking the disk a dozen times a page takes longer than a template
    )
    env.globals.update(words={name: getattr(labels, name) for name in dir(labels) if name.isupper()}, WEEKS=WEEKS)
    env.globals.update(
        listed=labels.listed,
        count=labels.count,
        month=labels.month,
        archived=archived,
        pages=labels.pages,
        varied=varied,
    )
    env.globals.update(check_of=check_of)
    env.filters.update(day=labels.day)
    return env


class Renderer:
    """Gives templates what they need on each page. One for a build."""

    def __init__(self, pages: Iterable[Page], catalogue: Catalogue, env: Environment) -> None:
        self.catalogue = catalogue
        self.env = env
        self.titles = {page.address: page.title for page in pages}
        self.templates: dict[str, Any] = {}
        self.islands: list[str] = []
        self.drawn: dict[tuple[str, ...], Any] = {}

    def file(self, page: Page) -> OutputFile:
        """The Markdown file of a page, with its islands told apart."""
        self.islands = []
        facts = facts_of(page)
        text = f"{front_matter(facts)}# {heading(page.title)}\n\n{self.body(page)}\n"
        shown = found(page, self.catalogue)
        searched = {"title": page.title} | shown if shown else {}
        return OutputFile(page.uri, text, page.source, tuple(self.islands), searched, facts)

    def body(self, page: Page) -> str:
        """What a page says below its title, with marks for its islands."""
        if page.template == "content":
            return f"{self.island('lead', page)}\n\n{self.expanded(page)}\n\n{self.island('content', page)}"
        return self.island(page.template, page)

    def island(self, template: str, page: Page, /, **more: Any) -> str:
        """Note one template as a block of HTML that Markdown leaves alone: no blank lines, one element around it. Gives its
        mark."""
        html = self.template(f"pages/{template}.html").render(self.given(page) | dict(page.view) | more)
        island = '<div class="mn-island">\n' + re.sub(r"\n\s*\n+", "\n", html.strip()) + "\n</div>"
        self.islands.append(island)
        return markdown.mark(len(self.islands) - 1)

    def template(self, name: str) -> Any:
        if name not in self.templates:
            self.templates[name] = self.env.get_template(name)
        return self.templates[name]

    def given(self, page: Page) -> dict[str, Any]:
        """What every template may use. Addresses become relative to the page that is rendered."""
        here = page.address
        figures = self.catalogue.figure
        return {
            "c": self.catalogue,
            "today": self.catalogue.today,
            "this": page,
            "kept": partial(self.kept, here.rstrip("/").rpartition("/")[0]),
            "has": lambda target: target in self.titles,
            "title_of": lambda target: self.titles.get(target.partition("#")[0], target),
            "url": lambda target: markdown_syntax.relative(target, here),
            "md": lambda text: markdown.block(text, here, figures),
            "line": lambda text: markdown.inline(text, here, figures),
            "from_report": self.from_report,
            "seen": lambda record: seen(record, self.catalogue.source),
            "told": lambda record: {self.catalogue.source[c.source].how for c in record.sources} == {"told"},
            "status": partial(_status, today=self.catalogue.today),
            "change": partial(change_link, self.catalogue),
            "linked": lambda: Markup(linked(page, self.catalogue)),
        }

    def kept(self, folder: str, key: tuple[str, ...], draw: Callable[..., Any], *given: Any) -> Any:
        """What `draw` makes, drawn once for all pages of a folder: the same links are the same from each of them.

        Lists show the same card dozens of times; drawing each once takes a sixth off a build of 1,000 entries.
        """
        if not folder:
            return draw(*given)  # pages at the top have shorter links than those below them
        place = (folder, *key)
        if place not in self.drawn:
            self.drawn[place] = draw(*given)
        return self.drawn[place]

    def from_report(self, record: Any) -> bool:
        """Does it cite an evaluation report, or nothing at all because it is made of what the catalogue holds?"""
        cited = [self.catalogue.source[citation.source].how for citation in record.sources]
        return not cited or "report" in cited

    def expanded(self, page: Page) -> str:
        """A hand-written page's Markdown: links between files, figures put in, and views and words to send as islands."""
        found = {block.start: view for block, view, _ in views(page.view["entry"], Problems())}
        pieces, end = [], 0
        for block in markdown_syntax.blocks(page.body):
            if block.kind in ("view", "words"):
                pieces.append(_words(page.body[end : block.start], page, self.catalogue.figure))
                pieces.append(self.block(page, block, found))
                end = block.end
        return "".join((*pieces, _words(page.body[end:], page, self.catalogue.figure)))

    def block(self, page: Page, block: markdown_syntax.Block, found: Mapping[int, View | None]) -> str:
        """One fenced block as an island."""
        if block.kind == "words":
            return "\n" + self.island("views/words", page, paragraphs=block.text.strip().split("\n\n")) + "\n"
        view = found[block.start]
        assert view is not None, "a page without errors has valid views"
        name = next(iter(view.model_fields_set))
        shown = _shown(view, self.catalogue)
        return "\n" + self.island(f"views/{name}", page, view=getattr(view, name), **shown) + "\n"


def _shown(view: View, catalogue: Catalogue) -> dict[str, Any]:
    """What a view's template lists."""
    if view.opportunities:
        return {"found": content_pages.opportunities(view.opportunities, catalogue)}
    if view.case_studies:
        return {"found": content_pages.cases(view.case_studies, catalogue)}
    if view.evidence:
        return {"tables": content_pages.tables(view.evidence, catalogue)}
    if view.form:
        return {"forms": forms.forms(catalogue), "templates": TEMPLATES}
    return {}


def _words(text: str, page: Page, figures: Mapping[str, str]) -> str:
    """Markdown with figures put in and links to this site turned into links between files, which engines check."""
    text = markdown.with_figures(text, figures)
    target: Callable[[re.Match[str]], str] = lambda found: (  # noqa: E731
        found["before"] + file_link(found["target"], page) + found["after"]
    )
    return markdown_syntax.LINK.sub(target, text)


def file_link(target: str, page: Page) -> str:
    """An address of this site as a link from one Markdown file to another."""
    if not target.startswith("/") or target.startswith("//"):
        return target
    path, mark, anchor = target.partition("#")
    here = "/" + page.uri.rpartition("/")[0]
    file = path if "." in path.rpartition("/")[2] else "/" + file_of(path)
    return markdown_syntax.relative(file, here) + mark + anchor


def _status(opportunity: Any, *, today: Any) -> tuple[str, str]:
    return labels.status(opportunity, today)


def change_link(catalogue: Catalogue, span: Span | None) -> str:
    """Where a change to this page is suggested: the line of its YAML, or the file of a hand-written page."""
    repository = catalogue.network.repository
    if not repository or not span:
        return ""
    base = f"https://github.com/{repository}"
    if span.file.endswith(".md"):
        return f"{base}/edit/main/{span.file}"
    return f"{base}/blob/main/{span.file}#L{span.line}"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!~|-])")


def heading(title: str) -> str:
    """A title as the text of a Markdown heading, with nothing in it that Markdown would act on."""
    safe = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(lambda found: f"&#{ord(found[1])};", safe)


def facts_of(page: Page) -> dict[str, Any]:
    """What an engine's templates use of a page besides its content."""
    facts: dict[str, Any] = {
        "title": page.title,
        "description": page.description,
        "kind": page.template,
        "address": page.address,
        "hide": ["toc"] if page.template != "content" else [],
        "scripts": list(page.scripts),
    }
    if page.template == "content":
        facts["page_kind"] = page.view["page"].kind
        facts["path"] = [[title, address.lstrip("/")] for title, address in page.path]
    return facts


def front_matter(facts: Mapping[str, Any]) -> str:
    """The facts of a page at the top of its file. JSON strings are YAML strings."""
    lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return f"---\n{lines}\n---\n\n"


__all__ = ["OutputFile", "Renderer", "changed_templates", "environment"]
