"""Gates for crisis help (A7): it is on every page, the same everywhere, and no number is written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from mentor_network.gates.page import Page, Site, all_of, classes, text_of, without_help

#: The id of the full list of services, which the footer links to.
ANCHOR = "help-now"
#: Telephone numbers in text: one after a word such as "call", a known short one, or one with 10 or 11 digits.
_TYPED = re.compile(
    r"\b(?:call|calling|dial|phone|ring|telephone|text|tel)(?: \w{2,5}){0,2}:? \d(?: ?\d){2,11}\b"
    r"|\b999\b|\bNHS 111\b|\b0\d(?: ?\d){8,9}\b",
    re.IGNORECASE,
)


def footer_links_are_the_same(site: Site) -> Iterator[str]:
    """A7: the footer has the same links in the same order on every page."""
    shown = {page.address: [(link.says, link.path) for link in page.links_in(page.footer)] for page in site.pages.values()}
    usual = shown["/"]
    if not usual:
        yield "/: there is no help in the footer"
    yield from (
        f"{address}: its footer has other links than the home page's" for address, found in shown.items() if found != usual
    )


def crisis_numbers_are_listed(site: Site) -> Iterator[str]:
    """A7: every number to call is one of network.yaml, and is shown by the component for crisis help."""
    lines = _services(site)
    for page in site.pages.values():
        boxes = [element for element in page.tree.iter() if "mn-crisis" in classes(element)]
        for box in boxes:
            yield from _differences(page, box, lines)
        inside = {id(part) for box in boxes for part in box.iter()}
        for link in all_of(page.tree, "a"):
            if id(link) not in inside and re.match(r"(?:tel|sms|callto):", link.get("href") or "", re.IGNORECASE):
                yield f"{page.address}: `{text_of(link)}` dials, and is no part of the help in a crisis"
        yield from _typed_numbers(page, [line["number"] for line in lines])


def footers_link_to_crisis_help(site: Site) -> Iterator[str]:
    """A7: if a page has the full list of services, the footer of every page links to it."""
    if not _services(site):
        return
    places = {(address, ANCHOR) for address, page in site.pages.items() if _has_full_list(page)}
    for page in site.pages.values():
        if places and not places & {(link.path, link.fragment) for link in page.links_in(page.footer)}:
            yield f"{page.address}: its footer does not lead to the help in a crisis"


def _has_full_list(page: Page) -> bool:
    shown = (classes(element) for element in page.tree.iter())
    return ANCHOR in page.ids and any("mn-crisis" in names and "mn-crisis--brief" not in names for names in shown)


def _services(site: Site) -> list[dict[str, Any]]:
    """The services of network.yaml, from the open data of the site."""
    crisis_help = site.network_data().get("crisis_help")
    return crisis_help["lines"] if crisis_help else []


def _differences(page: Page, box: Element, lines: list[dict[str, Any]]) -> Iterator[str]:
    """How a box of crisis help differs from the services that it must show."""
    brief = "mn-crisis--brief" in classes(box)
    due = [line for line in lines if line["in_brief"] or not brief]
    dials = [link for link in all_of(box, "a") if "mn-crisis__dial" in classes(link)]
    shown = [(link.get("href"), text_of(link)) for link in dials]
    wanted = [(_href(line), f"{line['by'].title()} {line['number']}") for line in due]
    if shown != wanted:
        yield f"{page.address}: its help in a crisis is {shown}, and the list of network.yaml is {wanted}"
    for line in due:
        for words in (line["name"], line["then"] or "", *(() if brief else (line["hours"], line["answers"]))):
            if words not in text_of(box):
                yield f"{page.address}: its help in a crisis does not say `{words}`"


def _href(line: dict[str, Any]) -> str:
    return f"{'sms' if line['by'] == 'text' else 'tel'}:{line['number'].replace(' ', '')}"


def _typed_numbers(page: Page, numbers: list[str]) -> Iterator[str]:
    """Numbers outside the component: those of the services, and others that look like a number to call."""
    text = page.text(without_help(page.tree))
    text += "".join(f" {e.get('content') or ''}" for e in all_of(page.tree, "meta"))
    listed = [number.replace(" ", "") for number in numbers if len(number) > 3]
    for number in listed:
        if re.search(rf"(?<!\d){' ?'.join(number)}(?!\d)", text):
            yield f"{page.address}: `{number}` is typed there: let the page show the help in a crisis"
    for found in _TYPED.finditer(text):
        yield f"{page.address}: `{found[0]}` is typed there: let the page show the help in a crisis"
