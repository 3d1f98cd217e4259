"""Checks permalinks: every URL and anchor that was once published must still answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mentor_network.problems import Problem, Problems, Span, shorten
from mentor_network.records import Records
from mentor_network.source import read_text
from mentor_network.urls import Address, permalinks, route_of, unread_sources

#: The file that lists every published permalink, one a line: pages, files, and anchors of pages.
PUBLISHED = "published_addresses.txt"


#: With more missing of one kind than this, one message is enough: probably a part of the file was lost.
_MAX_SINGLE = 4


def published_addresses_still_answer(records: Records, known: dict[str, Address], root: Path, problems: Problems) -> None:
    """No published permalink is missing. One problem for each missing entry, or one for many of a kind."""
    if not (root / PUBLISHED).exists():
        return
    missing: dict[str, list[Problem]] = {}
    for number, line in _lines(root, problems):
        path, _, anchor = line.partition("#")
        answers = path in known and (not anchor or anchor in known[path].anchors)
        # A missing page has a line of its own: its anchors are not reported as well.
        if (
            answers
            or (anchor and path not in known)
            or problems.postpone(unread_sources(line, records), Span(PUBLISHED, number))
        ):
            continue
        advice, word = _advice(path, anchor)
        help = advice.format(word=word)
        alike = missing.setdefault(advice, [])
        # A missing table of evidence has several anchors, and gets one message.
        if not anchor or help not in {problem.help for problem in alike}:
            message = f"`{shorten(line, 80)}` was published and is gone"
            alike.append(Problem(*_place(path, anchor, number, records), "removed-id", message, help))
    for alike in missing.values():
        first, *others = alike
        if len(others) < _MAX_SINGLE:
            problems.items += alike
        else:
            more = f"{first.message}, and {len(others)} more like it"
            help = f"{first.help}; if a part of the file was lost, put its last version back"
            problems.items.append(replace(first, message=more, help=help))


def published(root: Path) -> set[str]:
    """The permalinks in the list: paths, some with an anchor. Empty without a list."""
    return {line for _, line in _lines(root, Problems())}


def unlisted(root: Path, records: Records) -> list[str]:
    """The permalinks of the site that are not in the list yet. That is no problem: a maintainer adds them now and then."""
    return sorted(set(permalinks(records)) - published(root))


def append_lines(path: Path, head: str, lines: Iterable[str]) -> None:
    """Append to a text file those of `lines` that it lacks. A new file starts with the line `head`."""
    text = path.read_text("utf-8") if path.exists() else f"{head}\n"
    new = sorted(set(lines) - set(text.split("\n")))
    path.write_text(text + "".join(f"{line}\n" for line in new), "utf-8", newline="\n")


def _lines(root: Path, problems: Problems) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((read_text(root / PUBLISHED, PUBLISHED, problems) or "").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line


_LIST = "keep at least 1 entry for this list: it was published, so it must not vanish"
_TABLE = "put the table `{word}` back in evidence.yaml: people know it by this id"
#: The advice for a missing page or file, by the name of its route.
_PAGE_ADVICE = {
    "by_stage": _LIST,
    "by_type": _LIST,
    "by_domain": _LIST,
    "opportunity": "put the entry back, or add these lines at the end: `- id: {word}`, `  withdrawn: Why it is gone`; where "
    "another entry replaces it, write `moved_to` and its id in place of `withdrawn`",
    "case": "put the file `case_studies/{word}.md` back; where things have changed, say so in it",
    "stage": "put the stage `{word}` back in stages.yaml; its title and its words may change",
    "model": "put the model `{word}` back in leadership_models.yaml, with `status: superseded`",
    "table_csv": _TABLE,
}
_MODEL_PART = "put the {what} `{word}` back in leadership_models.yaml; its words may change, its id never does"
#: The advice for a missing anchor of a page that exists, by the name of its route.
_ANCHOR_ADVICE = {
    "glossary": "put the term `{word}` back in glossary.yaml; for a better word keep this id and change `term`",
    "models": _MODEL_PART.replace("{what}", "theme"),
    "model": _MODEL_PART.replace("{what}", "domain"),
}


#: The file where an address would come from, by the name of its route. For others it is the list itself.
_FILES = {
    "by_stage": "opportunities.yaml",
    "by_type": "opportunities.yaml",
    "by_domain": "opportunities.yaml",
    "opportunity": "opportunities.yaml",
    "stage": "stages.yaml",
    "model": "leadership_models.yaml",
    "models": "leadership_models.yaml",
    "glossary": "glossary.yaml",
    "table_csv": "evidence.yaml",
}


def _place(path: str, anchor: str, number: int, records: Records) -> tuple[str, int, int]:
    """File, line and column of a missing permalink: the end of the file where its entry was."""
    route = route_of(path)
    name = route.name if route else ""
    file = _FILES.get(name if not anchor or name in _ANCHOR_ADVICE else "table_csv", PUBLISHED)
    text = records.texts.get(file)
    return (PUBLISHED, number, 1) if text is None else (file, max(text.rstrip("\n").count("\n") + 1, 1), 1)


def _advice(path: str, anchor: str) -> tuple[str, str]:
    """The advice for a missing permalink, and the word for its placeholder `{word}`."""
    route = route_of(path)
    name = route.name if route else ""
    if anchor:
        return (_ANCHOR_ADVICE[name], anchor) if name in _ANCHOR_ADVICE else (_TABLE, anchor.upper())
    word = shorten(path.rstrip("/").rpartition("/")[2], 60)
    advice = _PAGE_ADVICE.get(name, "put the file back" if "." in word else "put the page back")
    return advice, word.removesuffix(".csv").upper() if path.endswith(".csv") else word
