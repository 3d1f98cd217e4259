"""The files that a network starts with, as `init` writes them."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

import mentor_network
from mentor_network.authoring import schema_files, shared
from mentor_network.labels import PROMPTS, day
from mentor_network.problems import Problems
from mentor_network.records import read
from mentor_network.records.case_study import FULL_HEADINGS
from mentor_network.urls import addresses, downloads

#: A folder with nothing but these is empty: whoever starts a network may have made them first.
ALLOWED = frozenset([".git", ".venv"])
_TEMPLATE = Path(__file__).parent / "network"
#: The theme that the example opportunity belongs to, wherever its network has one of this name.
_THEME = "teams"


def in_the_way(folder: Path) -> list[str]:
    """What stands in a folder already, by name, so that no network can start there."""
    return sorted(path.name for path in folder.iterdir() if path.name not in ALLOWED) if folder.exists() else []


def files(wanted: Collection[str] = (), *, today: datetime.date) -> dict[str, str]:
    """The text of each file, by its path below the root. `wanted` names what to take over: keys of `shared.FILES`."""
    texts = _template()
    for name in wanted:
        texts[shared.FILES[name]] = shared.original(shared.FILES[name])
    texts = _filled(texts, today)
    if wanted:
        _take_over([shared.FILES[name] for name in wanted], texts)
    schemas = {f"{schema_files.NETWORK_FOLDER}/{name}": text for name, text in schema_files.schemas().items()}
    return dict(sorted((texts | schemas).items()))


def _template() -> dict[str, str]:
    """The files of the template. A name that starts with a dot is kept under another, which no tool takes for its own."""
    found = (path for path in _TEMPLATE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    names = {path.relative_to(_TEMPLATE).as_posix(): path for path in found}
    return {re.sub(r"(^|/)dot-", r"\1.", name): path.read_text("utf-8") for name, path in names.items()}


def _filled(texts: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """The same with the day, the version and ids that exist in place of their marks."""
    themes = shared.themes(texts["leadership_models.yaml"])
    theme = _THEME if _THEME in themes else next(iter(themes))
    next_year = today + datetime.timedelta(days=365)
    marks = {
        "__TODAY__": today.isoformat(),
        "__NEXT_YEAR__": next_year.isoformat(),
        "__DAY__": day(today),
        "__DAY_NEXT_YEAR__": day(next_year),
        "__VERSION__": mentor_network.__version__,
        "__THEME__": theme,
        "__DOMAIN__": themes[theme][0],
        "__HEADINGS__": "".join(f"\n## {heading}\n\n{PROMPTS[heading]}\n" for heading in FULL_HEADINGS).rstrip(),
    }
    pattern = re.compile("|".join(marks))
    return {name: pattern.sub(lambda found: marks[found[0]], text) for name, text in texts.items()}


def _take_over(names: Collection[str], texts: dict[str, str]) -> None:
    """Adapt what was taken over until it fits: what leaves one catalogue can be what another links to."""
    evidence = texts["evidence.yaml"]
    before: dict[str, str] = {}
    while before != texts:
        before = dict(texts)
        new = _known(texts)
        for name in names:
            texts[name] = shared.adapted(texts[name], new)
        texts["evidence.yaml"] = evidence + shared.cited([texts[name] for name in names])


def _known(texts: Mapping[str, str]) -> shared.New:
    """What a network with these files has, read as any other is."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, texts)
        records = read(root, Problems())
    pages = {page.path: page.anchors for page in (*addresses(records), *downloads(records))}
    return shared.New({stage.record.id for stage in records.stages}, pages)


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write new files. Raises FileExistsError in place of writing over one."""
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
