"""The files of a new network, as `init` writes them."""

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

#: Names that a folder may have and still count as empty.
ALLOWED = frozenset([".git", ".venv"])
_TEMPLATE = Path(__file__).parent / "network"
#: The theme of the example opportunity, if the network has it.
_THEME = "teams"


def existing_names(folder: Path) -> list[str]:
    """The names in a folder that stop `init` from writing there."""
    return sorted(path.name for path in folder.iterdir() if path.name not in ALLOWED) if folder.exists() else []


def files(wanted: Collection[str] = (), *, today: datetime.date) -> dict[str, str]:
    """The text of each file, by its path below the root. `wanted` names catalogues to copy: keys of `shared.FILES`."""
    texts = _template()
    for name in wanted:
        texts[shared.FILES[name]] = shared.original(shared.FILES[name])
    texts = _fill(texts, today)
    if wanted:
        _adapt([shared.FILES[name] for name in wanted], texts)
    schemas = {f"{schema_files.NETWORK_FOLDER}/{name}": text for name, text in schema_files.schemas().items()}
    return dict(sorted((texts | schemas).items()))


def _template() -> dict[str, str]:
    """The files of the template. Names with `dot-` become hidden files; as such, tools would read them here."""
    found = (path for path in _TEMPLATE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    names = {path.relative_to(_TEMPLATE).as_posix(): path for path in found}
    return {re.sub(r"(^|/)dot-", r"\1.", name): path.read_text("utf-8") for name, path in names.items()}


def _fill(texts: Mapping[str, str], today: datetime.date) -> dict[str, str]:
    """Replace the placeholders by dates, the version, and ids of the network."""
    themes = shared.themes(texts["leadership_models.yaml"])
    theme = _THEME if _THEME in themes else next(iter(themes))
    next_year = today + datetime.timedelta(days=365)
    placeholders = {
        "__TODAY__": today.isoformat(),
        "__NEXT_YEAR__": next_year.isoformat(),
        "__DAY__": day(today),
        "__DAY_NEXT_YEAR__": day(next_year),
        "__VERSION__": mentor_network.__version__,
        "__THEME__": theme,
        "__DOMAIN__": themes[theme][0],
        "__HEADINGS__": "".join(f"\n## {heading}\n\n{PROMPTS[heading]}\n" for heading in FULL_HEADINGS).rstrip(),
    }
    pattern = re.compile("|".join(placeholders))
    return {name: pattern.sub(lambda found: placeholders[found[0]], text) for name, text in texts.items()}


def _adapt(names: Collection[str], texts: dict[str, str]) -> None:
    """Adapt copied catalogues until nothing changes: what is removed from one may be what another links to."""
    evidence = texts["evidence.yaml"]
    before: dict[str, str] = {}
    while before != texts:
        before = dict(texts)
        new = _read_network(texts)
        for name in names:
            texts[name] = shared.adapted(texts[name], new)
        texts["evidence.yaml"] = evidence + shared.cited([texts[name] for name in names])


def _read_network(texts: Mapping[str, str]) -> shared.NewNetwork:
    """The stages and addresses of a network with these files, read from a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, texts)
        records = read(root, Problems())
    pages = {page.path: page.anchors for page in (*addresses(records), *downloads(records))}
    return shared.NewNetwork({stage.record.id for stage in records.stages}, pages)


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write new files. Raises FileExistsError rather than overwrite one."""
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
