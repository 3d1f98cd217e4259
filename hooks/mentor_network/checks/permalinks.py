"""The list of permalinks: every URL and anchor that was once published must still answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mentor_network.problems import Problems, Span, shorten
from mentor_network.records import Records
from mentor_network.source import read_text
from mentor_network.urls import permalinks, route_of

#: The file that lists every published permalink, one a line: pages, files, and anchors of pages.
PUBLISHED = "published_addresses.txt"


def published(root: Path) -> set[str]:
    """The permalinks in the list: paths, some with an anchor. Empty without a list."""
    return {line for _, line in lines(root, Problems())}


def unlisted(root: Path, records: Records) -> list[str]:
    """The permalinks of the site that are not in the list yet. That is no problem: a maintainer adds them now and then."""
    return sorted(set(permalinks(records)) - published(root))


def append_lines(path: Path, head: str, lines: Iterable[str]) -> None:
    """Append to a text file those of `lines` that it lacks. A new file starts with the line `head`."""
    text = path.read_text("utf-8") if path.exists() else f"{head}\n"
    new = sorted(set(lines) - set(text.split("\n")))
    path.write_text(text + "".join(f"{line}\n" for line in new), "utf-8", newline="\n")


def lines(root: Path, problems: Problems) -> Iterator[tuple[int, str]]:
    """Each permalink in the list of a network, with its line. None without a list."""
    text = read_text(root / PUBLISHED, PUBLISHED, problems) if (root / PUBLISHED).exists() else ""
    for number, line in enumerate((text or "").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line


def add_lost(lost: Iterable[tuple[int, str]], problems: Problems) -> None:
    """Add a problem, at its line of the list, for each permalink that does not answer, though its entries are there."""
    told: set[str] = set()
    for number, line in lost:
        help = advice(line)
        # A table of evidence that a page no longer shows has several anchors, and gets one message.
        if "#" in line and help in told:
            continue
        told.add(help)
        message = f"`{shorten(line, 80)}` was published and is gone"
        problems.add(Span(PUBLISHED, number), "removed-id", message, help)


_LIST = "keep at least 1 entry for this list: it was published, so it must not vanish"
_TABLE = "put the table `{word}` back in evidence.yaml: people know it by this id"
#: The advice for a missing page or file, by the name of its route.
_PAGE_ADVICE = {
    "by_stage": _LIST,
    "by_type": _LIST,
    "by_domain": _LIST,
    "opportunity": "put it back, or add `- id: {word}` and below it `  withdrawn: ...` (the reason) or `  moved_to: ...`",
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


def advice(line: str) -> str:
    """What to do about a permalink that does not answer."""
    path, _, anchor = line.partition("#")
    route = route_of(path)
    name = route.name if route else ""
    if anchor:
        return _ANCHOR_ADVICE[name].format(word=anchor) if name in _ANCHOR_ADVICE else _TABLE.format(word=anchor.upper())
    word = shorten(path.rstrip("/").rpartition("/")[2], 60)
    found = _PAGE_ADVICE.get(name, "put the file back" if "." in word else "put the page back")
    return found.format(word=word.removesuffix(".csv").upper() if path.endswith(".csv") else word)
