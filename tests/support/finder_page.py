"""A driver for a finder in a browser, and what it must show, computed from the records."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.pages.facets import CASES, OPPORTUNITIES, Filter, fits
from mentor_network.records import Opportunity
from support.sweeps import a_few

#: Question → chosen values, as in the query of the address.
Choice = Mapping[str, Iterable[str]]

ADDRESSES = {"opportunities": "/opportunities/", "cases": "/case-studies/"}
KINDS: dict[str, tuple[Filter[Any], ...]] = {"opportunities": OPPORTUNITIES, "cases": CASES}

_FACETS = [(finder, kind.name) for finder in ADDRESSES for kind in KINDS[finder]]
#: `make test` tries the first finder: the other is the same script.
both = pytest.mark.parametrize("finder", a_few(ADDRESSES))
#: A question with 1 answer and one with several: those that `make test` asks.
_QUICK = (("opportunities", "stage"), ("opportunities", "cost"))
every_facet = pytest.mark.parametrize(
    ("finder", "name"),
    [pytest.param(*facet, marks=[] if facet in _QUICK else pytest.mark.gate) for facet in _FACETS],
    ids=lambda value: value,
)
one_facet = pytest.mark.parametrize(
    ("finder", "name"), [_FACETS[0], *(pytest.param(*facet, marks=pytest.mark.gate) for facet in _FACETS[1:])]
)

#: The ids of visible cards: of entries that run, or of those on hold and closed.
CARDS = """resting => [...document.querySelectorAll('main [data-result]')]
  .filter(card => card.checkVisibility() && Boolean(card.closest('[data-resting]')) === Boolean(resting))
  .map(card => card.querySelector('a').pathname.split('/').at(-2))"""
NUMBERS = """name => Object.fromEntries([...document.querySelectorAll(`#facets input[name="${name}"]`)]
  .map(input => [input.value, Number(input.labels[0].textContent.trim().match(/[0-9]+$/)[0])]))"""
CHECKED = """() => [...document.querySelectorAll('#facets input:checked')].filter(input => input.value)
  .map(input => [input.name, input.value])"""


def catalogue_of(root: Path) -> Catalogue:
    """The catalogue of a network today."""
    records, problems = pipeline.check(root, today=pipeline.today())
    assert problems.errors == []
    return link(records, today=pipeline.today())


def runs(o: Opportunity, today: datetime.date) -> bool:
    """Whether an opportunity is neither on hold nor closed."""
    return o.status not in ("closed", "on-hold") and (o.closes is None or o.closes >= today)


@dataclass(frozen=True)
class Truth:
    """The expected list of a finder for a choice, from the records and `facets.fits`."""

    finder: str
    catalogue: Catalogue

    @cached_property
    def given(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Id → question → values, for each entry that counts, in the order of the page."""
        if self.finder == "cases":
            return self.values(self.catalogue.cases)
        return self.values(o for o in self.catalogue.opportunities if runs(o, self.catalogue.today))

    @cached_property
    def resting(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The same for entries on hold or closed. Case studies always count."""
        if self.finder == "cases":
            return {}
        return self.values(o for o in self.catalogue.opportunities if not runs(o, self.catalogue.today))

    def values(self, items: Iterable[Any]) -> dict[str, dict[str, tuple[str, ...]]]:
        """Id → question → values of these entries."""
        return {
            item.id: {kind.name: tuple(map(str, kind.values(item, self.catalogue))) for kind in KINDS[self.finder]}
            for item in items
        }

    def rests(self, choice: Choice) -> list[str]:
        """The ids of entries on hold or closed that fit a choice."""
        return [word for word in self.resting if not self.missed(word, choice)]

    def kind(self, name: str) -> Filter[Any]:
        """The facet of a question."""
        return next(kind for kind in KINDS[self.finder] if kind.name == name)

    def fit(self, choice: Choice) -> list[str]:
        """The ids of entries that have one of the chosen values in each question."""
        return [word for word in self.given if not self.missed(word, choice)]

    def missed(self, word: str, choice: Choice) -> frozenset[str]:
        """The questions in which an entry has none of the chosen values."""
        has = self.given.get(word) or self.resting[word]
        return frozenset(
            name
            for name, values in choice.items()
            if values and not any(fits(self.kind(name).rule, value, has[name]) for value in values)
        )

    def ways(self, choice: Choice) -> dict[frozenset[str], int]:
        """If nothing fits: the smallest sets of questions to clear → how many entries would fit then."""
        missed = [self.missed(word, choice) for word in self.given]
        least = min(map(len, missed))
        return {
            names: len(self.fit({name: values for name, values in choice.items() if name not in names}))
            for names in missed
            if len(names) == least
        }

    def choices(self, seed: int, count: int, *, empty: bool = False) -> list[dict[str, list[str]]]:
        """Random choices in 2 to 5 questions: those that nothing fits if `empty`, otherwise those that something fits."""
        chance, found = random.Random(seed), []
        while len(found) < count:
            kinds = chance.sample(KINDS[self.finder], chance.randint(2, 5))
            choice = {}
            for kind in sorted(kinds, key=KINDS[self.finder].index):
                answers = [
                    value for value in kind.options(self.catalogue) if kind.all_options or self.fit({kind.name: [value]})
                ]
                several = chance.sample(answers, min(len(answers), 1 if kind.single else chance.randint(1, 2)))
                choice[kind.name] = sorted(several, key=answers.index)
            if bool(self.fit(choice)) != empty:
                found.append(choice)
        return found


class Finder:
    """A finder in a browser."""

    def __init__(self, page: Any, base: str, finder: str) -> None:
        self.page, self.base, self.address = page, base, ADDRESSES[finder]
        self.status = page.locator("main [role=status][data-count]")

    def open(self, choice: Choice | str = "") -> Finder:
        query = choice if isinstance(choice, str) else urlencode(choice, doseq=True)
        self.page.goto(f"{self.base}{self.address}{'?' if query else ''}{query}")
        return self

    def input(self, name: str, value: str) -> Any:
        return self.page.locator(f'#facets input[name="{name}"][value="{value}"]')

    def choose(self, name: str, value: str) -> None:
        """Toggle an answer, opening its question first if it is folded."""
        self.unfold(name)
        answer = self.input(name, value)
        answer.click()

    def unfold(self, name: str) -> None:
        box = self.page.locator("#facets details", has=self.page.locator(f'[data-facet="{name}"]'))
        if box.count() and box.get_attribute("open") is None:
            box.locator("summary").click()

    def shown(self) -> list[str]:
        return self.page.evaluate(CARDS, False)

    def resting(self) -> list[str]:
        """The ids of visible cards of entries on hold or closed."""
        return self.page.evaluate(CARDS, True)

    def numbers(self, name: str) -> dict[str, int]:
        """Value → the number beside it, for the answers of a question."""
        return self.page.evaluate(NUMBERS, name)

    def checked(self) -> set[tuple[str, str]]:
        return {tuple(pair) for pair in self.page.evaluate(CHECKED)}

    def query(self) -> list[tuple[str, str]]:
        """The query of the address, parsed."""
        return parse_qsl(self.page.evaluate("location.search.slice(1)"))

    def chips(self) -> Any:
        return self.page.get_by_role("list", name="Your choices").get_by_role("button", name="Remove ")

    def button(self, name: Any) -> Any:
        return self.page.get_by_role("button", name=name)


def pairs(choice: Choice) -> list[tuple[str, str]]:
    return [(name, value) for name, values in choice.items() for value in values]


#: Opens a finder: its name, a choice or a query, and options of the browser.
Opener = Callable[..., Finder]
