"""A network in which every facet of both finders tells entries apart: invented, made by code, the same each time.

It is the small network of tests/support/network with Trusts, a region, a third stage that nothing suits, and entries that go
through all values of all fields that a finder asks about.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from pathlib import Path
from typing import Any, get_args

import yaml

from mentor_network.records.case_study import ActivityType, FewOrMany, Geography, SizeBand, TrustType
from mentor_network.records.opportunity import OpportunityType
from support.networks import NETWORK, mkdocs_for

Entry = dict[str, Any]

ENTRIES = 36
CASES = 30
STAGES = ("core", "registrar")
RESPONSIBILITIES = ("K1", "K2", "K3")
#: The days are far ahead and past, so that it does not matter when the tests run.
CLOSING = ({"status": "always"}, {"status": "check"}, {"status": "on-hold"}, {"status": "closed"}, {"status": "open"})
CLOSING += (
    {"status": "open", "closes": "2097-03-01"},
    {"status": "open", "closes": "2096-05-01"},
    {"status": "open", "closes": "2026-07-01"},
    {"status": "open", "opens": "2095-01-01", "closes": "2098-01-01"},
)
TITLES = ("Étude of a rota", "Zoning the ward", "a small start", "Studies of a clinic", "Mentor's round", "Ward meetings")


def make(root: Path, *, entries: int = ENTRIES, cases: int = CASES) -> Path:
    """Write the network to the new folder `root`, beside the two entries and the example that the small one has."""
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    shuffled = random.Random(6)
    write(root / "network.yaml", places(read(root / "network.yaml")))
    write(root / "stages.yaml", [*(stages := read(root / "stages.yaml")), stages[1] | {"id": "senior", "name": "Senior"}])
    small = read(root / "opportunities.yaml")
    write(root / "opportunities.yaml", [*small, *opportunities(small[0], entries, shuffled)])
    head, body = (root / "case_studies" / "matching-projects.md").read_text("utf-8").split("---\n")[1:]
    for case in case_studies(yaml.safe_load(head), cases, shuffled):
        path = root / "case_studies" / f"{case['id']}.md"
        path.write_text(f"---\n{json.dumps(case, default=str)}\n---\n{body if 'report_page' in case else FULL}", "utf-8")
    return root


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def write(path: Path, value: Any) -> None:
    """JSON is YAML without aliases, which catalogues may not hold."""
    path.write_text(json.dumps(value, default=str), "utf-8")


def places(network: Entry) -> Entry:
    nations = [{"id": "england", "name": "England"}, {"id": "wales", "name": "Wales"}]
    regions = [{"id": "example-valley", "name": "Example Valley"}]
    trusts = [{"id": "north-trust", "name": "Example North Trust"}, {"id": "far-trust", "name": "Example Far Trust"}]
    more = [network["responsibilities"][0] | {"id": word, "name": f"Task {word}"} for word in RESPONSIBILITIES[1:]]
    return network | {
        "nations": nations,
        "regions": regions,
        "trusts": trusts,
        "responsibilities": [*network["responsibilities"], *more],
    }


def every(values: Iterable[Any], count: int, shuffled: random.Random) -> Iterator[Any]:
    """Each value as often as the next, in no order, so that no two fields go in step."""
    pool = list(values)
    found = [pool[at % len(pool)] for at in range(count)]
    shuffled.shuffle(found)
    return iter(found)


def some(values: Iterable[str], most: int = 2) -> list[list[str]]:
    """Each value alone, and together with others."""
    pool = list(values)
    return [list(found) for found in chain.from_iterable(combinations(pool, n) for n in range(1, most + 1))]


def opportunities(small: Entry, count: int, shuffled: random.Random) -> Iterator[Entry]:
    """Entries that differ only in what the finder asks about and in their titles."""
    fields = {
        "type": get_args(OpportunityType),
        "stages": some(STAGES),
        "learning": ("experience", "exposure", "formal"),
        "scope": ("everyday", "trust", "region", "national"),
        "where": [[], [], *some(("england", "example-valley", "north-trust", "wales"))],
        "min_weeks": (1, 4, 17, 26, 52),
        "hours": [{"pattern": "It varies"}, *({"total": n, "pattern": f"{n} hours"} for n in (0.5, 1, 2.5, 4, 8, 40, 60))],
        "timing": ("work-time", "own-time", "both"),
        "cost": ("free", "funded", "paid", "check"),
        "develops": some(("cap-1", "cap-1-teams", "cap-2")),
        "specialties": [[], [], ["Emergency medicine"], ["Intensive care medicine", "Emergency medicine"]],
        "closing": CLOSING,
    }
    columns = {name: every(values, count, shuffled) for name, values in fields.items()}
    for at in range(count):
        given = {name: next(column) for name, column in columns.items()}
        title = f"{TITLES[at % len(TITLES)]} {at}"
        yield small | {"id": f"made-{at}", "title": title, "also_known_as": [f"nickname{at}"]} | given.pop("closing") | given


def case_studies(small: Entry, count: int, shuffled: random.Random) -> Iterator[Entry]:
    """Short examples and, in every other place, case studies that a mentor wrote."""
    fields = {
        "activity_types": [[name] for union in get_args(ActivityType) for name in get_args(union)],
        "few_or_many": get_args(FewOrMany),
        "responsibilities": [[], *some(RESPONSIBILITIES)],
        "stages": [[], *some(STAGES)],
        "trust_type": get_args(TrustType),
        "size_band": get_args(SizeBand),
        "geography": get_args(Geography),
        "clm_hours_month": (0.5, 1.5, 2, 3, 6, 12),
        "added": ("2026-03-01", "2026-04-01", "2026-05-01"),
    }
    columns = {name: every(values, count, shuffled) for name, values in fields.items()}
    for at in range(count):
        given = {name: next(column) for name, column in columns.items()}
        case = small | {"id": f"case-{at}", "title": f"{TITLES[at % len(TITLES)]}, case {at}"} | given
        if at % 2:
            yield {name: value for name, value in case.items() if name != "report_page"} | PUBLISHED
        else:
            del case["clm_hours_month"]
            yield case


PUBLISHED = {
    "kind": "case-study",
    "status": "published",
    "started": "2025-09",
    "still_running": "yes",
    "clm_hours_setup": 6,
    "cost": "none",
    "people_reached": "24",
    "contributor_role": "Clinical Leadership Mentor of the invented Trust",
    "permission": {"trust": True, "contributors": True, "date": "2026-02-01"},
    "confidentiality": {"checked_by_role": "Librarian", "second_check_by_role": "Director", "date": "2026-02-02"},
    "licence": "CC-BY-4.0",
}
FULL = "".join(
    f"\n## {heading}\n\nIt is invented.\n"
    for heading in (
        "Why we did it",
        "Our Trust",
        "What we did",
        "What happened",
        "What did not work",
        "If you have 2 hours a week",
        "What to copy",
        "What we would like to know from others",
    )
)
