"""Which pages stand for all of a site: one of each kind, and one with each component that these do not have."""

from __future__ import annotations

from collections.abc import Iterable

from mentor_network.gates.page import Page, Site, classes


def kind_of(page: Page) -> tuple[str, str]:
    """What a page is: the template that drew it, and what its author says it is. Page 404 is neither."""
    return page.template, page.kind


def covering(site: Site) -> list[Page]:
    """The fewest pages, more or less, that leave out no kind of page and no component. Nothing else lists kinds."""
    left: dict[str, set[object]] = {address: {kind_of(page), *_components(page)} for address, page in site.pages.items()}
    chosen: dict[str, Page] = {}
    while left:
        address = max(left, key=lambda one: len(left[one]))  # the first of several, and pages are in order
        if not left[address]:
            break
        seen = left.pop(address)
        chosen[address] = site.pages[address]
        left = {other: parts - seen for other, parts in left.items()}
    return [chosen[address] for address in sorted(chosen)]


def _components(page: Page) -> Iterable[str]:
    """The blocks of the style sheet that stand in a page, such as `mn-card`, and the parts that a script takes over."""
    for element in page.main.iter():
        for name in classes(element):
            if name.startswith("mn-") and not {"__", "--"} & {name[at : at + 2] for at in range(len(name))}:
                yield name
        yield from (name for name in ("data-finder", "data-form", "data-plan", "data-sum") if name in element.attrib)
