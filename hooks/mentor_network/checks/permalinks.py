"""Ids never die: what was once published is still there, or says where it went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mentor_network.problems import Problem, Problems, Span, shorten
from mentor_network.records import Records
from mentor_network.source import read_text
from mentor_network.urls import Address, lasting, route_of, unread_sources

#: The list of every address that was ever published, one a line: pages, files, and places on pages.
PUBLISHED = "published_addresses.txt"


#: So many of one kind are not gone one by one: a part of the file was lost.
_MANY = 4


def published_addresses_still_answer(records: Records, known: dict[str, Address], root: Path, problems: Problems) -> None:
    """Report what nothing answers to any more: a message for each entry that is gone, or one where many of a kind are."""
    if not (root / PUBLISHED).exists():
        return
    gone: dict[str, list[Problem]] = {}
    for number, line in _lines(root, problems):
        path, _, place = line.partition("#")
        there = path in known and (not place or place in known[path].anchors)
        # Where a whole page is gone, its own line says so, and not each of its places.
        if (
            there
            or (place and path not in known)
            or problems.postpone(unread_sources(line, records), Span(PUBLISHED, number))
        ):
            continue
        advice, word = _advice(path, place)
        help = advice.format(word=word)
        alike = gone.setdefault(advice, [])
        # One table that is gone is one message, not one a place. Each page has its own.
        if not place or help not in {problem.help for problem in alike}:
            message = f"`{shorten(line, 80)}` was published and is gone"
            alike.append(Problem(PUBLISHED, number, 1, "removed-id", message, help))
    for alike in gone.values():
        first, *others = alike
        if len(others) < _MANY:
            problems.items += alike
        else:
            more = f"{first.message}, and {len(others)} more like it"
            help = f"{first.help}; if a part of the file was lost, put its last version back"
            problems.items.append(replace(first, message=more, help=help))


def unlisted(root: Path, records: Records) -> list[str]:
    """The addresses of the site that are not in the list yet. A change is right without them; a maintainer adds them."""
    listed = {line for _, line in _lines(root, Problems())}
    return sorted(set(lasting(records)) - listed)


def append_lines(path: Path, head: str, lines: Iterable[str]) -> None:
    """Add to a list, in a file of text, the lines that it lacks. Nothing is ever taken off it."""
    text = path.read_text("utf-8") if path.exists() else f"{head}\n"
    new = sorted(set(lines) - set(text.split("\n")))
    path.write_text(text + "".join(f"{line}\n" for line in new), "utf-8", newline="\n")


def _lines(root: Path, problems: Problems) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((read_text(root / PUBLISHED, PUBLISHED, problems) or "").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line


_LIST = "keep at least 1 entry for this list: it was published, so it must not vanish"
_TABLE = "put the table `{word}` back in evidence.yaml: people know it by this id"
#: What an author does about an address that is gone, by its route.
_PAGES = {
    "by_stage": _LIST,
    "by_type": _LIST,
    "by_domain": _LIST,
    "opportunity": "put `- id: {word}` back with `moved_to`, `split_into` or `withdrawn`",
    "case": "put the file `case_studies/{word}.md` back; where things have changed, say so in it",
    "stage": "put the stage `{word}` back in stages.yaml; its title and its words may change",
    "model": "put the model `{word}` back in leadership_models.yaml, with `status: superseded`",
    "table_csv": _TABLE,
}
_MODEL_PART = "put the {what} `{word}` back in leadership_models.yaml; its words may change, its id never does"
#: The same for a place on a page that is still there.
_PLACES = {
    "glossary": "put the term `{word}` back in glossary.yaml; for a better word keep this id and change `term`",
    "models": _MODEL_PART.replace("{what}", "theme"),
    "model": _MODEL_PART.replace("{what}", "domain"),
}


def _advice(path: str, place: str) -> tuple[str, str]:
    """What an author does about an address that is gone, and the word to put into it."""
    route = route_of(path)
    name = route.name if route else ""
    if place:
        return (_PLACES[name], place) if name in _PLACES else (_TABLE, place.upper())
    word = shorten(path.rstrip("/").rpartition("/")[2], 60)
    advice = _PAGES.get(name, "put the file back" if "." in word else "put the page back")
    return advice, word.removesuffix(".csv").upper() if path.endswith(".csv") else word
