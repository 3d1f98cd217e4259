"""What messages suggest from the catalogues: ids that exist, with their names.

A record is validated before all catalogues are read, so its message holds placeholders. `complete` fills them in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from mentor_network.problems import Problems, did_you_mean, with_name

if TYPE_CHECKING:
    from mentor_network.records.records import Records

#: More choices than this are not listed: a message says where they are.
MOST = 12
#: Where the ids of each catalogue are.
WHERE: Mapping[str, str] = {
    "stages": "stages.yaml",
    "places": "`nations`, `regions` and `trusts` of network.yaml",
    "domains": "the lists `domains` of leadership_models.yaml",
    "themes": "the list `themes` of leadership_models.yaml",
    "models": "the list `models` of leadership_models.yaml",
    "opportunities": "opportunities.yaml and the names of the files in opportunities/",
    "guides": "the names of the files in content/guides/",
    "responsibilities": "the list `responsibilities` of network.yaml",
    "cases": "the names of the files in case_studies/",
    "sources": "the list `sources` of evidence.yaml",
    "notes": "the list `notes` of evidence.yaml",
    "tables": "the list `tables` of evidence.yaml",
    "figures": "the list `figures` of evidence.yaml",
    "charts": "the list `charts` of evidence.yaml",
    "evidence": "the lists `tables` and `figures` of evidence.yaml",
}
_PLACEHOLDER = re.compile(r"⟦(?P<catalogue>[a-z]+)(?:=(?P<otherwise>[^⟦⟧]*)|\?(?P<word>[^⟦⟧]*)|\+(?P<list>[^⟦⟧]*))⟧")


def an_id(catalogue: str, otherwise: str) -> str:
    """A placeholder for an id of a catalogue. `otherwise` is put in if no id is known."""
    return f"⟦{catalogue}={otherwise}⟧"


def choices(catalogue: str, word: str) -> str:
    """A placeholder for the id that `word` may mean, for all ids with their names, or for the place where they are."""
    return f"⟦{catalogue}?{re.sub('[⟦⟧]', '', word)}⟧"


def without_placeholders(text: str) -> str:
    """A text with examples in place of ids, for a place that speaks of no network."""
    return _PLACEHOLDER.sub(lambda found: found["otherwise"] or "", text)


def list_of(field: str, catalogue: str, words: Iterable[str]) -> str:
    """A placeholder for the lines of a list: those of the words that are ids, or one id of the catalogue."""
    return f"⟦{catalogue}+{field}|{'|'.join(re.sub('[⟦⟧|]', '', word) for word in words)}⟧"


def complete(problems: Problems, records: Records) -> None:
    """Put ids and names for the placeholders in messages."""
    known: dict[str, dict[str, str]] = {}

    def filled(found: re.Match[str]) -> str:
        catalogue = found["catalogue"]
        names = known.setdefault(catalogue, names_of(records, catalogue))
        if found["list"]:
            field, *words = found["list"].split("|")
            items = [word for word in words if word in names] or list(names)[:1]
            return ", ".join(f"`{line}`" for line in (f"{field}:", *(f"  - {item}" for item in items)))
        if found["otherwise"] is None:
            return did_you_mean(found["word"], names, names) or one_of(names, catalogue)
        return found["otherwise"] if found["otherwise"] in names else next(iter(names), found["otherwise"])

    problems.items = [
        replace(problem, help=_PLACEHOLDER.sub(filled, problem.help)) if "⟦" in problem.help else problem
        for problem in problems.items
    ]


def one_of(names: Mapping[str, str], catalogue: str) -> str:
    """Says which ids there are, with their names, or where to find them."""
    where = WHERE[catalogue]
    if not names:
        return f"take it out, or add an entry to {where} first: there is none yet"
    return _use(names) if len(names) <= MOST else f"use an id of {where}, or add a new entry there first"


def one_of_these(names: Mapping[str, str]) -> str:
    """Says which ids a list has, or that it has them, if they are too many to say."""
    return _use(names) if len(names) <= MOST else "use an id that this list has"


def _use(names: Mapping[str, str]) -> str:
    return f"use {'one of ' if len(names) > 1 else ''}{named(names)}"


def named(names: Mapping[str, str], words: Iterable[str] = ()) -> str:
    """Ids with their names: `K1` (Leadership roles and projects), `K2` (Buddying)."""
    return ", ".join(with_name(word, names) for word in words or names)


def names_of(records: Records, catalogue: str) -> dict[str, str]:
    """Every id of a catalogue with the name of its entry, if that is known."""
    named = _named_entries(records, catalogue)
    invalid = sorted(records.ids.get(catalogue, set()) - named.keys()) if catalogue != "evidence" else []
    return named | dict.fromkeys(invalid, "")


def _named_entries(records: Records, catalogue: str) -> dict[str, str]:
    """The ids and names of valid entries, in their order. Titles of contributions may hold what no message may repeat."""
    network = records.network.record if records.network else None
    if catalogue == "places":
        places = (*network.nations, *network.regions, *network.trusts) if network else ()
        return {place.id: place.name for place in places}
    if catalogue in ("responsibilities", "roles"):
        return {item.id: item.name for item in (getattr(network, catalogue) if network else ())}
    if catalogue == "domains":
        return {domain.id: domain.name for model in records.models for domain in model.record.domains}
    if catalogue in ("opportunities", "cases", "guides"):
        return {}
    if catalogue == "evidence":
        rows = {f"{t.record.id}.{row.id}": row.label for t in records.tables for row in t.record.rows}
        return {figure.record.id: figure.record.says for figure in records.figures} | rows
    return {entry.record.id: _name(entry.record) for entry in getattr(records, catalogue)}


def _name(record: object) -> str:
    return next((value for name in ("name", "title", "says") if (value := getattr(record, name, ""))), "")
