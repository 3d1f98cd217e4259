"""The catalogues of a network as PyYAML parses them, so that exports are compared with something other than our parser."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]
_FIGURE = re.compile(r"\\\{[A-Za-z0-9][A-Za-z0-9\\.-]*\\\}")


class Sources:
    """The entries of each catalogue, by the names of the lists in the open data."""

    def __init__(self, root: Path) -> None:
        self.root = root
        entries = [
            *self.read("opportunities.yaml"),
            *(self.load(path) for path in sorted(root.glob("opportunities/*.yaml"))),
        ]
        gone = [entry for entry in entries if entry.keys() & {"moved_to", "split_into", "withdrawn"}]
        models, evidence = self.read("leadership_models.yaml"), self.read("evidence.yaml")
        self.lists: dict[str, list[Entry]] = {
            "opportunities": [_shown(entry) for entry in entries if entry not in gone],
            "retired": gone,
            "models": models.get("models", []),
            "themes": models.get("themes", []),
            "history": models.get("history", []),
            "stages": self.read("stages.yaml"),
            "case_studies": [_shown(head) for head, _ in self.cases()],
            "terms": self.read("glossary.yaml"),
        }
        self.lists |= {
            name: evidence.get(name, []) for name in ("tables", "figures", "notes", "charts", "changes", "sources")
        }

    def read(self, name: str) -> Any:
        return self.load(self.root / name)

    def load(self, path: Path) -> Any:
        return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)

    def cases(self) -> Iterator[tuple[Entry, str]]:
        """Front matter and body of each published case study."""
        for path in sorted((self.root / "case_studies").glob("*.md")):
            _, head, body = path.read_text("utf-8").split("---\n", 2)
            facts = yaml.load(head, Loader=yaml.CSafeLoader)
            if facts.get("status") != "draft":
                yield facts, body


def _shown(entry: Entry) -> Entry:
    """An entry without what only reviewers need."""
    return {name: value for name, value in entry.items() if name != "checklist"}


def same(source: Any, exported: Any) -> bool:
    """Whether exported data equals the source, with figures inserted and white space normalised."""
    if isinstance(source, dict):
        return isinstance(exported, dict) and all(
            key in exported and same(value, exported[key]) for key, value in source.items()
        )
    if isinstance(source, list):
        return isinstance(exported, list) and len(source) == len(exported) and all(map(same, source, exported))
    if isinstance(exported, bool) or source is None:
        return exported == source or (source is not None and source == str(exported).lower())
    if isinstance(source, datetime.date):
        return bool(exported == source.isoformat())
    if isinstance(exported, int | float):
        return float(source) == exported  # a number may be source as text, which the checker reads as a number
    wanted, found = " ".join(str(source).split()), " ".join(str(exported).split())
    return re.fullmatch(_FIGURE.sub("[^{}]+?", re.escape(wanted)), found) is not None
