"""Relevance of the search: hit@1, hit@3 and the mean reciprocal rank over sets of real queries.

A set is a YAML file in `queries/`: each has a `query`, `who` would type it, and the addresses that they would `want`. Any
one of these will do. Queries run on the search page in a real browser, as a person would run them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml

QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one query: the addresses in order. `place` is the rank of the first wanted one, from 1, or 0."""

    query: str
    want: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def place(self) -> int:
        return next((at for at, address in enumerate(self.found, 1) if address in self.want), 0)


def sets() -> list[str]:
    """The names of the sets."""
    return sorted(path.stem for path in QUERIES.glob("*.yaml"))


def asked(name: str) -> list[dict[str, Any]]:
    """The queries in the file of a set."""
    found: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{name}.yaml").read_text("utf-8"))
    return found


def answers(name: str, page: Any, base: str) -> list[Answer]:
    """Run a set. `page` is Playwright's, `base` the address of the site's root without a slash at its end."""
    return [Answer(one["query"], tuple(one["want"]), found(one["query"], page, base)) for one in asked(name)]


def found(query: str, page: Any, base: str) -> tuple[str, ...]:
    """The addresses of the first page of results, in order."""
    page.goto(f"{base}/search/?q={quote(query)}")
    answered(page)
    links = page.locator("li[data-result] h3 a").evaluate_all("links => links.map(link => link.pathname)")
    root = urlsplit(base).path
    return tuple(link.removeprefix(root) for link in links)


def answered(page: Any) -> None:
    """Wait until the search page shows its answer, without a script in the page, which its policy may forbid."""
    page.locator("#found:not([hidden]):not([aria-busy])").wait_for()


def share(found: list[Answer], first: int) -> float:
    """hit@N: the share of queries with a wanted page among the first N results."""
    return sum(0 < answer.place <= first for answer in found) / len(found)


def reciprocal(found: list[Answer]) -> float:
    """The mean reciprocal rank."""
    return sum(1 / answer.place for answer in found if answer.place) / len(found)


def lines(name: str, found: list[Answer]) -> list[str]:
    """The figures of a set, and each query without a wanted page in the first 3 results."""
    first, third = share(found, 1), share(found, 3)
    head = f"{name}: {len(found)} queries, hit@1 {first:.2f}, hit@3 {third:.2f}, MRR {reciprocal(found):.2f}"
    missed = [answer for answer in found if not 0 < answer.place <= 3]
    return [
        head,
        *(f"  missed: {a.query!r} wants {', '.join(a.want)}; got {', '.join(a.found[:3]) or 'nothing'}" for a in missed),
    ]
