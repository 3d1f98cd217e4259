"""1 page of each kind, so that a test which cannot visit all pages misses no template and no component."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.records import Entry, Page, read
from mentor_network.records.records import page_address
from mentor_network.records.view import views
from mentor_network.urls import addresses
from support.networks import ROOT


def _kinds(root: Path) -> dict[str, str]:
    """1 page of each route that a network has, by its name, and hand-written pages of each kind and with each view."""
    records = read(root, Problems())
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
    """The views of a page as it names them: "evidence", "form: contribution"."""
    for _, view, _ in views(page, Problems()):
        for name in view.model_fields_set if view else ():
            asked = getattr(view, name)
            yield f"{name}: {asked}" if isinstance(asked, str) else name


KINDS = _kinds(ROOT)


def pages(site: Path) -> list[str]:
    """The addresses of all built pages."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("/" if folder == "." else f"/{folder}/" for folder in found)


def html(site: Path, address: str) -> str:
    path = site / address.strip("/")
    return (path / "index.html" if path.is_dir() else path).read_text("utf-8")


def kind(text: str) -> tuple[str, ...]:
    """What a page is: the template that drew it, and what its author says it is."""
    found = re.search(r'<article class="[^"]*\bmn-page--(\w+)[^>]*data-kind="(\w+)"', text)
    return found.groups() if found else ()
