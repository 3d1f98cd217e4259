"""Choose the pages for slow gates: a small set in which everything occurs that occurs on a site.

"Everything" is each combination of an element with its parent and grandparent: their names, classes and attributes. Nearly
every fault of a template, a style sheet or a script shows on one of these pages. What depends on the length of a text can
show elsewhere, so the pages with the longest texts are added. A fault in a text itself, such as a colour that one page has
to itself, needs a visit to every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from mentor_network.gates.page import Page, Site, all_of, classes, name_of, text_of

#: Attributes whose value changes how an element looks or what it does. Of others, only the name counts.
STATES = frozenset({"data-kind", "hidden", "lang", "role", "scope", "type"})
#: Attributes of ARIA whose value is a text or the id of another element, and no state.
REFERENCES = frozenset({"aria-controls", "aria-describedby", "aria-label", "aria-labelledby"})

_Described = tuple[str, frozenset[str], frozenset[tuple[str, str]]]


def template_and_kind(page: Page) -> tuple[str, str]:
    """The template that rendered a page and the kind that its author gave it; both empty on page 404."""
    return page.template, page.kind


def covering_pages(site: Site) -> list[Page]:
    """Pages with every kind and every combination, by a greedy set cover, and with the longest texts; by address."""
    left: dict[str, set[object]] = {
        address: {template_and_kind(page), *combinations(page)} for address, page in site.pages.items()
    }
    chosen = {_first_with_most(site, length) for length in LENGTHS}
    covered = {part for address in chosen for part in left.pop(address)}
    while left := {address: new for address, parts in left.items() if (new := parts - covered)}:
        address = max(left, key=lambda path: len(left[path]))  # the first of several, in the order of pages
        chosen.add(address)
        covered = left[address]
    return [site.pages[address] for address in sorted(chosen)]


def combinations(page: Page) -> Iterator[tuple[_Described, ...]]:
    """Each element of a page as described by `_described`, with its parent and grandparent before it."""
    waiting: list[tuple[Element, tuple[_Described, ...]]] = [(page.tree, ())]
    while waiting:
        element, above = waiting.pop()
        found = (*above, _described(element))
        yield found
        waiting += [(child, found[-2:]) for child in element if name_of(child)]


def _described(element: Element) -> _Described:
    """The name of an element, its classes, and its attributes: with their values if these are states, else without."""
    attributes = ((name, value if _is_state(name) else "") for name, value in element.attrib.items() if name != "class")
    return name_of(element), frozenset(classes(element)), frozenset(attributes)


def _is_state(name: str) -> bool:
    return name in STATES or (name.startswith("aria-") and name not in REFERENCES)


def _longest_word(page: Page) -> int:
    """The most characters that a line cannot be broken in."""
    return max(map(len, re.split(r"[\s\u00ad\u200b–—-]+", page.text(page.tree))))


def _longest_title(page: Page) -> int:
    return max((len(text_of(title)) for title in all_of(page.tree, "h1")), default=0)


def _widest_row(page: Page) -> int:
    """The most characters that a row of a table needs beside each other: the longest word of each cell."""
    cells = ([max(map(len, text_of(cell).split()), default=0) for cell in row] for row in all_of(page.tree, "tr"))
    return max(map(sum, cells), default=0)


def _elements(page: Page) -> int:
    return sum(1 for _ in page.tree.iter())


#: What is longest on the pages that are added: words, titles, rows of tables, and the page itself.
LENGTHS: tuple[Callable[[Page], int], ...] = (_longest_word, _longest_title, _widest_row, _elements)


def _first_with_most(site: Site, length: Callable[[Page], int]) -> str:
    return max(site.pages, key=lambda address: length(site.pages[address]))
