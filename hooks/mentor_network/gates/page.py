"""A built site and its pages, parsed as a browser parses them: what the gates take as input."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

NS = "{http://www.w3.org/1999/xhtml}"
#: Separates blocks of text while they are collected. A control character that no page has.
BLOCK = "\x1e"
#: Files that every site built by this package has.
NEEDED = ("index.html", "404.html", "assets/site.css", "data/v1/network.json")


class NotASite(Exception):
    """A folder holds no built site. The message says what is missing and what to do."""


@lru_cache(maxsize=2048)
def parse(text: str) -> tuple[Element, list[object]]:
    """Parse HTML by the HTML5 algorithm: the tree, and the parse errors. Results are cached."""
    import html5lib

    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=False)
    return parser.parse(text), parser.errors


def parse_file(path: Path) -> tuple[Element, list[object]]:
    """Parse a file: the tree, and the parse errors."""
    return parse(path.read_text("utf-8", errors="replace"))


def page_files(folder: Path) -> dict[str, Path]:
    """Address → file of every page except 404."""
    found = {"/" + path.parent.relative_to(folder).as_posix() + "/": path for path in folder.rglob("index.html")}
    return {("/" if address == "/./" else address): path for address, path in found.items()}


def parse_pages(folder: Path) -> list[tuple[str, Element]]:
    """Address and tree of every page except 404, in the order of addresses."""
    return [(address, parse_file(path)[0]) for address, path in sorted(page_files(folder).items())]


def all_of(tree: Element, *tags: str) -> list[Element]:
    """The elements with these tags, in the order of the tags."""
    return [element for tag in tags for element in tree.iter(NS + tag)]


def text_of(element: Element) -> str:
    """The text in an element, with runs of white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def name_of(element: Element) -> str:
    """The tag of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def classes(element: Element) -> list[str]:
    """The CSS classes of an element."""
    return (element.get("class") or "").split()


def split_url(url: str, base: str = "") -> SplitResult:
    """Split a URL, resolved against a base. An invalid URL is returned as a path."""
    try:
        return urlsplit(urljoin(base, url))
    except ValueError:
        return SplitResult("", "", url, "", "")


def without_help(element: Element) -> Element:
    """A copy of a tree without the component for crisis help, which holds the numbers of public services."""
    other = Element(element.tag, dict(element.attrib))
    other.text, other.tail = element.text, element.tail
    for child in element:
        hidden = "mn-crisis" in classes(child)
        other.append(Element(f"{NS}div") if hidden or not name_of(child) else without_help(child))
        other[-1].tail = child.tail
    return other


class Link(NamedTuple):
    """A link with its accessible name. `path` and `fragment` are empty if it leads to another site."""

    says: str
    href: str
    path: str
    fragment: str


@dataclass(frozen=True)
class Page:
    """One built page. `base_path` is the path that its site is published under, such as `/network`."""

    address: str
    html: str
    base_path: str = ""

    @property
    def tree(self) -> Element:
        """The tree of the page."""
        return parse(self.html)[0]

    @property
    def parse_errors(self) -> list[object]:
        """What a browser has to correct in the HTML."""
        return parse(self.html)[1]

    @cached_property
    def ids(self) -> list[str]:
        return [found for element in self.tree.iter() if (found := element.get("id"))]

    @cached_property
    def main(self) -> Element:
        """The main element, or the whole tree without one, which is a finding of `A10`."""
        return next(iter(all_of(self.tree, "main")), self.tree)

    @cached_property
    def footer(self) -> Element:
        return next(iter(all_of(self.tree, "footer")), Element("footer"))

    @cached_property
    def kind(self) -> str:
        """The kind in `data-kind` of the article, such as "opportunity"; empty on page 404."""
        return next((element.get("data-kind") or "" for element in all_of(self.tree, "article")), "")

    @cached_property
    def template(self) -> str:
        """The template that rendered the page, from the class `mn-page--TEMPLATE` of its article."""
        names = (name for element in all_of(self.tree, "article")[:1] for name in classes(element))
        return next((name.removeprefix("mn-page--") for name in names if name.startswith("mn-page--")), "")

    @cached_property
    def links(self) -> list[Link]:
        return list(self.links_in(self.tree))

    def links_in(self, part: Element) -> Iterator[Link]:
        for link in all_of(part, "a"):
            href = link.get("href") or ""
            path, fragment = self.leads_to(href)
            yield Link(link.get("aria-label") or text_of(link), href, path, fragment)

    def leads_to(self, href: str) -> tuple[str, str]:
        """The path and fragment of a link inside this site; both empty for another site."""
        target = split_url(href, f"https://site{self.base_path}{self.address}")
        if target.netloc != "site":
            return "", ""
        path = unquote(target.path)
        # Outside the base path, the host serves other sites: the path begins with /.. then.
        return (
            path.removeprefix(self.base_path) if path.startswith(f"{self.base_path}/") else f"/..{path}"
        ), target.fragment

    def text(self, part: Element | None = None, *, between: str = " ") -> str:
        """The text of the page with alternative texts and accessible names; `between` separates blocks."""
        blocks = _words(self.main if part is None else part).split(BLOCK)
        return between.join(" ".join(block.split()) for block in blocks if block.strip())

    def named(self, element: Element) -> str:
        """The accessible name of an element from aria-label or aria-labelledby."""
        by = (element.get("aria-labelledby") or "").split()
        others = [text_of(other) for other in self.tree.iter() if by and other.get("id") in by]
        return element.get("aria-label") or " ".join(others)


def _words(element: Element) -> str:
    if name_of(element) in ("", "script", "style", "svg"):
        return ""
    names = [f"{BLOCK}{element.get(name)}{BLOCK}" for name in ("alt", "title", "aria-label") if element.get(name)]
    joined = "".join([*names, element.text or "", *(_words(child) + (child.tail or "") for child in element)])
    inline = name_of(element) in ("a", "abbr", "b", "code", "em", "i", "q", "span", "strong")
    return joined if inline else f"{BLOCK}{joined}{BLOCK}"


@dataclass(frozen=True)
class Site:
    """A built site. `changes` are texts to use in place of files, and `network` is the folder that it was built from."""

    folder: Path
    changes: dict[str, str] = field(default_factory=dict)
    network: Path | None = None

    @classmethod
    def at_folder(cls, folder: Path, network: Path | None = None) -> Site:
        """Open the site in a folder. Raises `NotASite` if there is none."""
        if not folder.is_dir():
            raise NotASite(f"there is no folder called {folder}; build a site first: mentor-network site")
        if missing := [name for name in NEEDED if not (folder / name).is_file()]:
            raise NotASite(f"{folder} is not a built site: it has no {missing[0]}; build one: mentor-network site")
        site = cls(folder, network=network)
        try:
            site.network_data()
        except (ValueError, KeyError, TypeError):
            raise NotASite(f"{folder}/{NEEDED[3]} cannot be read; build the site again: mentor-network site") from None
        return site

    def network_data(self) -> dict[str, Any]:
        """The network in the open data of the site."""
        found: dict[str, Any] = json.loads(self.text("data/v1/network.json"))["network"]
        return {**found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Address → page, with page 404."""
        found = {self.file_of(address): address for address in (*page_files(self.folder), "/404.html")}
        return {address: Page(address, self.text(name), self.base_path) for name, address in sorted(found.items())}

    @cached_property
    def base_path(self) -> str:
        """The path that the site is published under, from the network's `site_url`. Links on page 404 have it."""
        return split_url(self.network_data().get("site_url") or "").path.rstrip("/")

    def changed(self, name: str, text: str) -> Site:
        """A copy of the site with another text in one file. Pages that do not change are shared."""
        other = Site(self.folder, {**self.changes, name: text}, self.network)
        others = self.pages.items()
        vars(other)["pages"] = {a: Page(a, text, self.base_path) if self.file_of(a) == name else page for a, page in others}
        return other

    def at(self, address: str) -> Page:
        """The page at an address, or an empty one if there is none."""
        return self.pages.get(address, Page(address, "", self.base_path))

    def page(self, address: str) -> Page:
        """The first page whose address matches a pattern such as `/opportunities/*/`."""
        return self.pages[next(found for found in sorted(self.pages) if fnmatch(found, address))]

    @staticmethod
    def file_of(address: str) -> str:
        """The name of the file that is served for an address."""
        return re.sub(r"(^|/)$", r"\1index.html", address.lstrip("/"))

    def text(self, name: str) -> str:
        """The text of a file, or "" if it is missing, which is a finding of `D3`."""
        return self.changes.get(name) or (_text(self.folder / name) if self.has(name) else "")

    def has(self, name: str) -> bool:
        """Whether the site has a file of this name."""
        return name in self.changes or (self.folder / name).is_file()

    def files(self, *endings: str) -> list[str]:
        """The names of files with these suffixes."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.suffix in endings)


@lru_cache(maxsize=2048)
def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
