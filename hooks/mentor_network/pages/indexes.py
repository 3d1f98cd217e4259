"""Pages about the whole site: home, A to Z, glossary, search and what is new."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.labels import WEEKS
from mentor_network.pages.opportunities import rows_of
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Opportunity
from mentor_network.records.records import AnyCase
from mentor_network.statistics import mix_types
from mentor_network.urls import Address, url


class IndexEntry(NamedTuple):
    """One line of the A to Z. `key` is the text to sort by. If the text is another name, `main` is the title of the page."""

    key: str
    text: str
    address: str
    main: str = ""


def a_to_z(address: Address, catalogue: Catalogue, others: list[Page]) -> Page:
    """The A to Z, which is made last, since it lists the `others`."""
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


#: What the script of the search page imports. A test compares this with the scripts.
_SEARCH_IMPORTS = ("crisis", "minisearch", "search-excerpt", "search-index", "search-rank", "stemmer", "words")


def _search(address: Address, catalogue: Catalogue) -> Page:
    about = "Every page of this guide, found by the words you use."
    return Page(address, "Search", about, scripts=("search",), imports=_SEARCH_IMPORTS)


def _home(address: Address, catalogue: Catalogue) -> Page:
    steps = []
    for weeks, text in WEEKS.items():
        examples = [o for o in catalogue.running if o.min_weeks == weeks and o.status in ("always", "open")]
        steps.append((weeks, text, mix_types(examples)[:3], len(filter_by_weeks(catalogue.running, weeks))))
    closing = [o for o in catalogue.opportunities if o.closes and o.closes >= catalogue.today and o.status == "open"]
    return Page(
        address,
        "Find a way to lead in the weeks you have",
        catalogue.network.strapline,
        {
            "steps": steps,
            "free": sum(o.cost == "free" for o in catalogue.running),
            "closing": sorted(closing, key=lambda o: o.closes or catalogue.today)[:4],
            "newest": [item[:4] for item in newest(catalogue)[:4]],
            "fresh": len(_days(catalogue)) > 1,
            "fit": {stage.id: _fit(catalogue, stage.id) for stage in catalogue.stages},
            "bars": rows_of(catalogue.network.evidence, catalogue),
        },
        scripts=("ask",),
    )


def _fit(catalogue: Catalogue, stage: str) -> str:
    """How many opportunities fit a stage and each length of placement, for ask.js to read: "1:11 4:27"."""
    opportunities = catalogue.by_stage.get(stage, ())
    return " ".join(f"{weeks}:{len(filter_by_weeks(opportunities, weeks))}" for weeks in WEEKS)


class News(NamedTuple):
    """An entry that was added or changed on a day. `change` is `Added` or `Changed`."""

    day: datetime.date
    change: str
    title: str
    address: str
    entry: Opportunity | AnyCase


def newest(catalogue: Catalogue) -> list[News]:
    """All opportunities and case studies by the day of their last change, newest first."""
    news = [
        News(o.changed or o.added, "Changed" if o.changed else "Added", o.title, url("opportunity", id=o.id), o)
        for o in catalogue.opportunities
    ]
    news += [News(case.added, "Added", case.title, url("case", id=case.id), case) for case in catalogue.cases]
    return sorted(news, key=lambda item: (-item.day.toordinal(), item.title.casefold()))


def _days(catalogue: Catalogue) -> list[tuple[datetime.date, list[News]]]:
    days: dict[datetime.date, list[News]] = {}
    for item in newest(catalogue):
        days.setdefault(item.day, []).append(item)
    return list(days.items())


def _letters(pages: list[Page], catalogue: Catalogue) -> list[tuple[str, list[IndexEntry]]]:
    """The lines of the A to Z by their first letter. Those that begin with no letter come last."""
    entries = {IndexEntry(page.title.casefold(), page.title, page.address) for page in pages if page.route.in_a_to_z}
    entries |= {
        IndexEntry(name.casefold(), name, page.address, page.title)
        for page in pages
        for name in page.other_names
        if name.casefold() != page.title.casefold()
    }
    titles = {item.key for item in entries}
    for entry in catalogue.records.glossary:
        term, address = entry.record, url("glossary", anchor=entry.record.id)
        # A page may have the same title, and links to different pages need different texts (WCAG 2.4.4).
        name = f"{term.term} (glossary)" if term.term.casefold() in titles else term.term
        entries |= {
            IndexEntry(word.casefold(), word, address, name)
            for word in (term.abbreviation, *term.also_known_as)
            if word and word.casefold() != term.term.casefold()
        }
        entries.add(IndexEntry(term.term.casefold(), name, address))
    letters: dict[str, list[IndexEntry]] = {}
    for item in sorted(entries):
        first = item.key[0].upper() if item.key[0].isalpha() else "0 to 9"
        letters.setdefault(first, []).append(item)
    return sorted(letters.items(), key=lambda letter: (letter[0] == "0 to 9", letter[0]))


BUILDERS: Mapping[str, PageBuilder] = {"home": _home, "glossary": _glossary, "whats_new": _whats_new, "search": _search}
