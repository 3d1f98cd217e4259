"""Draw queries from the names in the catalogues: as they are, misspelt, and abbreviations with or without stops.

Nobody chooses them: the seed is a commit's hash, and a set is drawn once, before anything is tuned for it. To draw one:
`PYTHONPATH=tests python -m benchmarks.draw_queries COMMIT > tests/benchmarks/queries/NAME.yaml`.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator

import yaml

from mentor_network import pages, pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.search.words import fold
from mentor_network.urls import url
from support.networks import ROOT

#: How many queries of each kind.
COUNTS = {"name": 14, "misspelt": 13, "abbreviation": 13}
GLOSSARY = "/glossary/"


def things(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Pairs of a name and the address of a page for it: of pages, domains of models, and terms of the glossary."""
    for page in pages.build(catalogue):
        if page.route.search_label:
            yield from ((name, page.address) for name in (page.title, *page.other_names))
    for domain, model in catalogue.model_of.items():
        yield catalogue.domain[domain].name, url("model", id=model.id)
    for entry in catalogue.records.glossary:
        term = entry.record
        for address in (*term.see, GLOSSARY):
            yield from ((name, address.partition("#")[0]) for name in (term.term, term.abbreviation) if name)


def is_abbreviation(name: str) -> bool:
    return name.isalnum() and name[:1].isupper() and name.upper() == name and 2 <= len(name) <= 6 and not name.isdigit()


def misspelt(name: str, chance: random.Random) -> str:
    """A name with 1 mistake in its longest word: 2 letters swapped, one left out, or one typed twice."""
    words = name.split()
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[longest]
    at = chance.randrange(1, len(word) - 2)
    ways = {
        "swapped": f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}",
        "left out": word[:at] + word[at + 1 :],
        "twice": word[: at + 1] + word[at:],
    }
    words[longest] = ways[chance.choice(sorted(ways))]
    return " ".join(words)


def abbreviated(name: str, chance: random.Random) -> str:
    """An abbreviation as it is, in small letters or with full stops."""
    return chance.choice([name, name.lower(), "".join(f"{letter}." for letter in name)])


#: How people type each kind.
TYPED: dict[str, Callable[[str, random.Random], str]] = {
    "name": lambda name, _: name.lower(),
    "misspelt": lambda name, chance: misspelt(name.lower(), chance),
    "abbreviation": abbreviated,
}


def drawn(catalogue: Catalogue, seed: str) -> list[dict[str, object]]:
    """The queries that a seed gives, each with every address that has the name."""
    homes: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for name, address in things(catalogue):
        homes[fold(name)].add(address)
        names.setdefault(fold(name), name)
    kinds = {
        "name": [name for name in names.values() if not is_abbreviation(name)],
        "misspelt": [n for n in names.values() if 1 <= len(n.split()) <= 4 and max(map(len, n.split())) >= 6],
        "abbreviation": [name for name in names.values() if is_abbreviation(name)],
    }
    chance = random.Random(seed)
    found: list[dict[str, object]] = []
    for kind, count in COUNTS.items():
        for name in chance.sample(sorted(kinds[kind]), count):
            found.append({"query": TYPED[kind](name, chance), "kind": kind, "want": sorted(homes[fold(name)])})
    return found


def main() -> None:
    (seed,) = sys.argv[1:]
    today = datetime.date.today()
    records, problems = pipeline.check(ROOT, today=today)
    assert not problems.errors
    print(f"# Drawn by draw_queries.py with the seed {seed}, a commit, before the search was tuned for it.")
    print(yaml.safe_dump(drawn(link(records, today=today), seed), sort_keys=False, allow_unicode=True, width=120), end="")


if __name__ == "__main__":
    main()
