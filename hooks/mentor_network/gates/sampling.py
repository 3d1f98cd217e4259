"""Choose a sample of pages that has every kind of page and every component of a site."""

from __future__ import annotations

from collections.abc import Iterable

from mentor_network.gates.page import Page, Site, classes


def template_and_kind(page: Page) -> tuple[str, str]:
    """The template that rendered a page and the kind that its author gave it; both empty on page 404."""
    return page.template, page.kind


def representative_pages(site: Site) -> list[Page]:
    """A small set of pages with every kind and component, by a greedy set cover, in the order of addresses."""
    left: dict[str, set[object]] = {
        address: {template_and_kind(page), *_components(page)} for address, page in site.pages.items()
    }
    chosen: dict[str, Page] = {}
    while left:
        address = max(left, key=lambda path: len(left[path]))  # the first of several, in the order of pages
        if not left[address]:
            break
        seen = left.pop(address)
        chosen[address] = site.pages[address]
        left = {path: parts - seen for path, parts in left.items()}
    return [chosen[address] for address in sorted(chosen)]


def _components(page: Page) -> Iterable[str]:
    """The CSS blocks in a page, such as `mn-card`, and the attributes that mark parts with a script."""
    for element in page.main.iter():
        for name in classes(element):
            if name.startswith("mn-") and not {"__", "--"} & {name[at : at + 2] for at in range(len(name))}:
                yield name
        yield from (name for name in ("data-finder", "data-form", "data-plan", "data-sum") if name in element.attrib)
