"""L1: the accessibility statement has every required section, and claims only what was tested."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from mentor_network.gates import record
from mentor_network.gates.content import DATE
from mentor_network.gates.manual_tests import TECHNOLOGIES
from mentor_network.gates.page import Page, Site, all_of, text_of

ADDRESS = "/accessibility/"
PARTS = (
    "Who runs this site and what you can do on it",
    "How accessible this website is",
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website's accessibility",
    "Compliance status",
    "Non-accessible content",
    "Problems with the guidelines",
    "Disproportionate burden",
    "Outside the scope of the regulations",
    "What is done to improve accessibility",
    "Preparation of this accessibility statement",
)
#: Pattern of a line in "What is done" → the gates that must have passed for it.
CLAIMS = {
    r"\(axe\)": ("A1",),
    r"keyboard alone": ("A2", "A4"),
    r"single key": ("A3",),
    r"24 by 24 pixels": ("A5",),
    r"wide as a small phone": ("A9",),
    r"forced colours": ("A15",),
    r"contrast": ("A8",),
    r"Nu HTML checker": ("A19",),
    r"headings, areas, lists": ("A10", "A11", "A12", "A13", "A14"),
    r"scripts turned off": ("A18",),
    r"how many results": ("A17",),
    r"help in the footer": ("A7",),
}
#: Lines that claim no test.
PLANS = (
    "A page that fails such a check is not to be published.",
    "People who use assistive technology are still to be asked.",
)


def statement_is_complete(site: Site) -> Iterator[str]:
    """L1: the sections are complete and in order, the last review is less than a year ago, and every footer links to it."""
    if ADDRESS not in site.pages:
        yield f"{ADDRESS}: there is no accessibility statement; write content/accessibility.md"
        return
    page = site.at(ADDRESS)
    found = [text_of(heading) for heading in page.main.iter() if re.search(r"\}h[23]$", str(heading.tag))]
    yield from (f"{ADDRESS}: no part is called `{title}`" for title in PARTS if title not in found)
    if [title for title in found if title in PARTS] != [title for title in PARTS if title in found]:
        yield f"{ADDRESS}: its parts are not in the order that readers know"
    reviewed, today = _date(page, "It was last reviewed on"), _date(page, "Built on")
    if not reviewed or not today or today - reviewed > datetime.timedelta(days=365):
        yield f"{ADDRESS}: it was last reviewed {_on(reviewed)}, and 12 months are the most"
    for other in site.pages.values():
        if ADDRESS not in [link.path for link in other.links_in(other.footer)]:
            yield f"{other.address}: its footer does not lead to the accessibility statement"


def statement_claims_only_passed_gates(site: Site) -> Iterator[str]:
    """L1: each line of what is done refers to a gate that passed, and the date is that of the record."""
    if ADDRESS not in site.pages:
        return
    page, recorded = site.at(ADDRESS), record.read(site.network)
    yield from recorded.faults
    done = [li for e in _section(page, "What is done to improve accessibility") for li in all_of(e, "li")]
    claimed: set[str] = set()
    for line in map(text_of, done):
        needed = {gate for pattern, gates in CLAIMS.items() if re.search(pattern, line) for gate in gates}
        if not needed and not line.startswith(PLANS):
            yield f"{ADDRESS}: no gate holds what this line claims: `{line}`"
        if recorded.date and (missing := sorted(needed - recorded.passed)):
            yield f"{ADDRESS}: {', '.join(missing)} did not pass, and this line claims it: `{line}`"
        claimed |= needed
    tested = _date(page, "All automated checks last ran on")
    if not recorded.date and (claimed or tested):
        where = "there is none" if site.network else "name the network's folder with --network"
        yield f"{ADDRESS}: it claims tests, and only {record.GATES_PASSED} could hold that they passed: {where}"
    elif tested != recorded.date:
        yield f"{ADDRESS}: it says that the last test was {_on(tested)}; {record.GATES_PASSED} says {_on(recorded.date)}"


def _on(day: datetime.date | None) -> str:
    return f"on {day.day} {day:%B %Y}" if day else "never"


def statement_claims_no_untested_compliance(site: Site) -> Iterator[str]:
    """No claim to be compliant, and no silence about it, before each technology was tried without finding a blocker."""
    if ADDRESS not in site.pages:
        return
    page, tried = site.at(ADDRESS), record.read(site.network).by_hand
    text = page.text()
    status = " ".join(text_of(e) for e in _section(page, "Compliance status"))
    open_ones = sorted({*TECHNOLOGIES} - {one["technology"] for one in tried if "blocked" not in one["tasks"].values()})
    claims = not status.startswith("Not yet known.") or re.search(r"\b(fully|partially|is) compliant\b", status)
    if open_ones and claims:
        yield f"{ADDRESS}: its status claims something, and nobody has tried: {', '.join(open_ones)}"
    if not tried and "It has not yet been tested by people with assistive technology." not in text:
        yield f"{ADDRESS}: it does not say that no person has tested it with assistive technology"
    for one in tried:
        if _on(one["date"]).removeprefix("on ") not in text or one["role"] not in text:
            yield f"{ADDRESS}: it does not tell of the test by hand on {one['date']}"


def _section(page: Page, title: str) -> Iterator[Any]:
    """The elements after a heading, up to the next heading."""
    inside = False
    for element in next((parent for parent in page.main.iter() if title in [text_of(child) for child in parent]), ()):
        if re.search(r"\}h[1-6]$", str(element.tag)):
            inside = text_of(element) == title
        elif inside:
            yield element


def _date(page: Page, words: str) -> datetime.date | None:
    """The date that follows these words on a page."""
    found = re.search(rf"{words} ({DATE.pattern})", page.text(page.tree))
    try:
        return datetime.datetime.strptime(found[1], "%d %B %Y").date() if found else None
    except ValueError:  # 31 February
        return None
