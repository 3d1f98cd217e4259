"""Built pages as a browser reads them, and the site that they are: what a gate looks at."""

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
#: What stands between 2 blocks of words while they are gathered: no page has it.
BLOCK = "\x1e"
#: What every site has that was built by this package: without these there is nothing to hold a gate against.
NEEDED = ("index.html", "404.html", "assets/site.css", "data/v1/network.json")


class NotASite(Exception):
    """A folder holds no built site. The message says what it lacks, and what to do."""


@lru_cache(maxsize=2048)
def read(text: str) -> tuple[Element, list[object]]:
    """A page as a browser reads it, and what the parser had to mend."""
    import html5lib

    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=False)
    return parser.parse(text), parser.errors


def document(path: Path) -> tuple[Element, list[object]]:
    """The same for a file. A page is read once, however many tests look at it."""
    return read(path.read_text("utf-8", errors="replace"))


def built(folder: Path) -> dict[str, Path]:
    """Address → file of every page."""
    found = {"/" + path.parent.relative_to(folder).as_posix() + "/": path for path in folder.rglob("index.html")}
    return {("/" if address == "/./" else address): path for address, path in found.items()}


def every(folder: Path) -> list[tuple[str, Element]]:
    """Each page with its address."""
    return [(address, document(path)[0]) for address, path in sorted(built(folder).items())]


def all_of(tree: Element, *tags: str) -> list[Element]:
    """The elements of these names, one name after the other."""
    return [element for tag in tags for element in tree.iter(NS + tag)]


def text_of(element: Element) -> str:
    """The words in an element, with one space between them."""
    return " ".join("".join(element.itertext()).split())


def name_of(element: Element) -> str:
    """What an element is called, without the name space. A comment has no name."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def split_url(url: str, base: str = "") -> SplitResult:
    """The parts of an address, joined to the address of a page. One that no browser could open has only a path."""
    try:
        return urlsplit(urljoin(base, url))
    except ValueError:
        return SplitResult("", "", url, "", "")


def without_help(element: Element) -> Element:
    """A copy without the help in a crisis, the only place where numbers of public services stand."""
    other = Element(element.tag, dict(element.attrib))
    other.text, other.tail = element.text, element.tail
    for child in element:
        hidden = "mn-crisis" in classes(child)
        other.append(Element(f"{NS}div") if hidden or not name_of(child) else without_help(child))
        other[-1].tail = child.tail
    return other


class Link(NamedTuple):
    """A link with what it says. `path` and `fragment` are empty where it leads to another site."""

    says: str
    href: str
    path: str
    fragment: str


@dataclass(frozen=True)
class Page:
    """One built page. `below` is the path that its site is published under, such as `/network`."""

    address: str
    html: str
    below: str = ""

    @property
    def tree(self) -> Element:
        return read(self.html)[0]

    @property
    def mended(self) -> list[object]:
        return read(self.html)[1]

    @cached_property
    def ids(self) -> list[str]:
        return [found for element in self.tree.iter() if (found := element.get("id"))]

    @cached_property
    def main(self) -> Element:
        """What differs from page to page. A page without it is its own: `A10` says that it is missing."""
        return next(iter(all_of(self.tree, "main")), self.tree)

    @cached_property
    def footer(self) -> Element:
        return next(iter(all_of(self.tree, "footer")), Element("footer"))

    @cached_property
    def kind(self) -> str:
        """What the page says it is: opportunity, template and so on. Page 404 says nothing."""
        return next((element.get("data-kind") or "" for element in all_of(self.tree, "article")), "")

    @cached_property
    def template(self) -> str:
        """The template that drew the page, from the class `mn-page--TEMPLATE` of its article."""
        named = (name for element in all_of(self.tree, "article")[:1] for name in classes(element))
        return next((name.removeprefix("mn-page--") for name in named if name.startswith("mn-page--")), "")

    @cached_property
    def links(self) -> list[Link]:
        return list(self.links_in(self.tree))

    def links_in(self, part: Element) -> Iterator[Link]:
        for link in all_of(part, "a"):
            href = link.get("href") or ""
            path, fragment = self.leads_to(href)
            yield Link(link.get("aria-label") or text_of(link), href, path, fragment)

    def leads_to(self, href: str) -> tuple[str, str]:
        """The path of this site that an address leads to, and the part of that page. Empty for another site."""
        target = split_url(href, f"https://site{self.below}{self.address}")
        if target.netloc != "site":
            return "", ""
        path = unquote(target.path)
        # A host that serves other sites beside this one has nothing of ours outside its folder.
        return (path.removeprefix(self.below) if path.startswith(f"{self.below}/") else f"/..{path}"), target.fragment

    def text(self, part: Element | None = None, *, between: str = " ") -> str:
        """What a reader sees or hears: words, and names that only assistive technology tells. Blocks stand apart."""
        blocks = _words(self.main if part is None else part).split(BLOCK)
        return between.join(" ".join(block.split()) for block in blocks if block.strip())

    def named(self, element: Element) -> str:
        """The name that an element was given, by itself or by another."""
        by = (element.get("aria-labelledby") or "").split()
        others = [text_of(other) for other in self.tree.iter() if by and other.get("id") in by]
        return element.get("aria-label") or " ".join(others)


def _words(element: Element) -> str:
    if name_of(element) in ("", "script", "style", "svg"):
        return ""
    told = [f"{BLOCK}{element.get(name)}{BLOCK}" for name in ("alt", "title", "aria-label") if element.get(name)]
    joined = "".join([*told, element.text or "", *(_words(child) + (child.tail or "") for child in element)])
    inline = name_of(element) in ("a", "abbr", "b", "code", "em", "i", "q", "span", "strong")
    return joined if inline else f"{BLOCK}{joined}{BLOCK}"


@dataclass(frozen=True)
class Site:
    """A built site. `changes` are texts that stand in place of files, and `network` is the folder that it was built from."""

    folder: Path
    changes: dict[str, str] = field(default_factory=dict)
    network: Path | None = None

    @classmethod
    def at_folder(cls, folder: Path, network: Path | None = None) -> Site:
        """The site in a folder. Raises `NotASite` where there is none."""
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
        """What the site's open data say of its network."""
        found: dict[str, Any] = json.loads(self.text("data/v1/network.json"))["network"]
        return {**found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Address → page, page 404 too."""
        found = {self.file_of(address): address for address in (*built(self.folder), "/404.html")}
        return {address: Page(address, self.text(name), self.below) for name, address in sorted(found.items())}

    @cached_property
    def below(self) -> str:
        """The path that the site is published under, from the network's `site_url`: page 404 has it in its links."""
        return split_url(self.network_data().get("site_url") or "").path.rstrip("/")

    def changed(self, name: str, text: str) -> Site:
        """The site with another text in one of its files, and all other pages as they were read."""
        other = Site(self.folder, {**self.changes, name: text}, self.network)
        others = self.pages.items()
        vars(other)["pages"] = {a: Page(a, text, self.below) if self.file_of(a) == name else page for a, page in others}
        return other

    def at(self, address: str) -> Page:
        """The page at an address. One that is missing has nothing on it, so gates say what they miss there."""
        return self.pages.get(address, Page(address, "", self.below))

    def page(self, address: str) -> Page:
        """The page at an address, or the first whose address has this form."""
        return self.pages[next(found for found in sorted(self.pages) if fnmatch(found, address))]

    @staticmethod
    def file_of(address: str) -> str:
        """The file that a host sends for an address."""
        return re.sub(r"(^|/)$", r"\1index.html", address.lstrip("/"))

    def text(self, name: str) -> str:
        """The text of a file; of one that is missing, nothing. `D3` says that it is missing."""
        return self.changes.get(name) or (_text(self.folder / name) if self.has(name) else "")

    def has(self, name: str) -> bool:
        """Is there a file of this name?"""
        return name in self.changes or (self.folder / name).is_file()

    def files(self, *endings: str) -> list[str]:
        """Names of files that end like this, without what other people's tools put there."""
        names = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.suffix in endings)
        return sorted(name for name in names if not name.startswith("pagefind/"))


@lru_cache(maxsize=2048)
def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
