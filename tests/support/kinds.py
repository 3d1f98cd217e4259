"""One page of each kind of the real network, for tests that cannot visit every page but must miss no template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.records import Entry, Page, read
from mentor_network.records.records import page_address
from mentor_network.records.view import views
from mentor_network.urls import addresses
from support.networks import ROOT


@cache
def page_of_each_kind() -> dict[str, str]:
    """Name → path of a page: the first of each route, and the first hand-written page of each kind and with each view.

    Reads the real network on the first call, not at import, because pytest imports test modules in every worker.
    """
    records = read(ROOT, Problems())
    found: dict[str, str] = {}
    for address in addresses(records):
        found.setdefault(address.route.name, address.path)
    for page in records.pages:
        path = page_address(page.document.file)
        for name in (page.record.kind, *_views(page)):
            if path not in found.values():
                found.setdefault(name, path)
    return found | {"not found": "/404.html"}


def _views(page: Entry[Page]) -> Iterator[str]:
    """The names of the views on a page: "evidence", "form: contribution"."""
    for _, view, _ in views(page, Problems()):
        for name in view.model_fields_set if view else ():
            value = getattr(view, name)
            yield f"{name}: {value}" if isinstance(value, str) else name


def pages(site: Path) -> list[str]:
    """The addresses of all built pages."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("/" if folder == "." else f"/{folder}/" for folder in found)


def html(site: Path, address: str) -> str:
    """The HTML of a built page."""
    path = site / address.strip("/")
    return (path / "index.html" if path.is_dir() else path).read_text("utf-8")


def kind(text: str) -> tuple[str, ...]:
    """The template that rendered a page and the kind that its author gave it, or nothing if it has no article."""
    found = re.search(r'<article class="[^"]*\bmn-page--(\w+)[^>]*data-kind="(\w+)"', text)
    return found.groups() if found else ()
