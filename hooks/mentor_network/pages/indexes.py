"""Pages about the whole: home, A to Z, glossary, what is new."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mentor_network.catalogue import AnyCase, Catalogue, filter_by_weeks
from mentor_network.labels import WEEKS
from mentor_network.pages.opportunities import rows_of
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Opportunity
from mentor_network.statistics import mix_types
from mentor_network.urls import Address, url


@dataclass(frozen=True, slots=True, order=True)
class Listed:
    """One line of the A to Z: the words it is filed under, and the page they lead to."""

    key: str
    words: str
    address: str
    main: str = ""


def a_to_z(address: Address, catalogue: Catalogue, others: list[Page]) -> Page:
    """The only page that is made from the `others`, so it comes last."""
    return Page(
        address,
        "A to Z",
        "Every page of this guide, and the words people use for them.",
        {"letters": _letters(others, catalogue)},
    )


def _glossary(address: Address, catalogue: Catalogue) -> Page:
    terms = (entry.record for entry in catalogue.records.glossary)
    ordered = sorted(terms, key=lambda t: (t.abbreviation or t.term).casefold())
    return Page(address, "Glossary", "Abbreviations and older words, in plain English.", {"terms": ordered})


def _whats_new(address: Address, catalogue: Catalogue) -> Page:
    return Page(address, "What is new", "Entries that were added or changed, newest first.", {"days": _days(catalogue)})


def _search(address: Address, catalogue: Catalogue) -> Page:
    return Page(address, "Search", "Every page of this guide, found by the words you use.", scripts=("search",))


def _home(address: Address, catalogue: Catalogue) -> Page:
    steps = []
    for weeks, text in WEEKS.items():
        here = [o for o in catalogue.running if o.min_weeks == weeks and o.status in ("always", "open")]
        steps.append((weeks, text, mix_types(here)[:3], len(filter_by_weeks(catalogue.running, weeks))))
    dated = [o for o in catalogue.opportunities if o.closes and o.closes >= catalogue.today and o.status == "open"]
    return Page(
        address,
        "Find a way to lead in the weeks you have",
        catalogue.network.strapline,
        {
            "steps": steps,
            "free": sum(o.cost == "free" for o in catalogue.running),
            "closing": sorted(dated, key=lambda o: o.closes or catalogue.today)[:4],
            "newest": [item[:4] for item in newest(catalogue)[:4]],
            "fresh": len(_days(catalogue)) > 1,
            "asked": {stage.id: _fit(catalogue, stage.id) for stage in catalogue.stages},
            "bars": rows_of(catalogue.network.evidence, catalogue),
        },
        scripts=("ask",),
    )


def _fit(catalogue: Catalogue, stage: str) -> str:
    """How many things fit a stage in each number of weeks, as the first question's button reads it: "1:11 4:27"."""
    found = catalogue.by_stage.get(stage, ())
    return " ".join(f"{weeks}:{len(filter_by_weeks(found, weeks))}" for weeks in WEEKS)


class News(NamedTuple):
    """Something that was added or changed on a day."""

    day: datetime.date
    word: str
    title: str
    address: str
    entry: Opportunity | AnyCase


def newest(catalogue: Catalogue) -> list[News]:
    """All dated entries, newest first."""
    dated = [
        News(o.changed or o.added, "Changed" if o.changed else "Added", o.title, url("opportunity", id=o.id), o)
        for o in catalogue.opportunities
    ]
    dated += [News(case.added, "Added", case.title, url("case", id=case.id), case) for case in catalogue.cases]
    return sorted(dated, key=lambda item: (-item.day.toordinal(), item.title.casefold()))


def _days(catalogue: Catalogue) -> list[tuple[datetime.date, list[News]]]:
    days: dict[datetime.date, list[News]] = {}
    for item in newest(catalogue):
        days.setdefault(item.day, []).append(item)
    return list(days.items())


def _letters(pages: list[Page], catalogue: Catalogue) -> list[tuple[str, list[Listed]]]:
    found = {Listed(page.title.casefold(), page.title, page.address) for page in pages if page.route.in_a_to_z}
    found |= {
        Listed(word.casefold(), word, page.address, page.title)
        for page in pages
        for word in page.other_names
        if word.casefold() != page.title.casefold()
    }
    titles = {item.key for item in found}
    for entry in catalogue.records.glossary:
        term, address = entry.record, url("glossary", anchor=entry.record.id)
        # A guide of the same name leads elsewhere, and a list of links must tell the two apart.
        name = f"{term.term} (glossary)" if term.term.casefold() in titles else term.term
        found |= {
            Listed(word.casefold(), word, address, name)
            for word in (term.abbreviation, *term.also_known_as)
            if word and word.casefold() != term.term.casefold()
        }
        found.add(Listed(term.term.casefold(), name, address))
    letters: dict[str, list[Listed]] = {}
    for item in sorted(found):
        first = item.key[0].upper() if item.key[0].isalpha() else "0 to 9"
        letters.setdefault(first, []).append(item)
    return sorted(letters.items(), key=lambda letter: (letter[0] == "0 to 9", letter[0]))


BUILDERS: Mapping[str, PageBuilder] = {"home": _home, "glossary": _glossary, "whats_new": _whats_new, "search": _search}
