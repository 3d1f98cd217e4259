"""The catalogues of a network as YAML alone reads them, so that exports are not held against our own reading."""

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
    """What each catalogue holds, by the names that open data gives to its lists."""

    def __init__(self, root: Path) -> None:
        self.root = root
        entries = [
            *self.read("opportunities.yaml"),
            *(self.load(path) for path in sorted(root.glob("opportunities/*.yaml"))),
        ]
        gone = [entry for entry in entries if entry.keys() & {"moved_to", "split_into", "withdrawn"}]
        models, evidence = self.read("leadership_models.yaml"), self.read("evidence.yaml")
        self.lists: dict[str, list[Entry]] = {
            "opportunities": [entry for entry in entries if entry not in gone],
            "retired": gone,
            "models": models.get("models", []),
            "themes": models.get("themes", []),
            "stages": self.read("stages.yaml"),
            "case_studies": [head for head, _ in self.cases()],
            "terms": self.read("glossary.yaml"),
        }
        self.lists |= {name: evidence.get(name, []) for name in ("tables", "figures", "notes", "changes", "sources")}

    def read(self, name: str) -> Any:
        return self.load(self.root / name)

    def load(self, path: Path) -> Any:
        return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)

    def cases(self) -> Iterator[tuple[Entry, str]]:
        """The published ones, and the text of each."""
        for path in sorted((self.root / "case_studies").glob("*.md")):
            _, head, body = path.read_text("utf-8").split("---\n", 2)
            facts = yaml.load(head, Loader=yaml.CSafeLoader)
            if facts.get("status") != "draft":
                yield facts, body


def same(written: Any, made: Any) -> bool:
    """Does the data say what the author wrote? Figures are put in, and a line break inside a line is a space."""
    if isinstance(written, dict):
        return isinstance(made, dict) and all(key in made and same(value, made[key]) for key, value in written.items())
    if isinstance(written, list):
        return isinstance(made, list) and len(written) == len(made) and all(map(same, written, made))
    if isinstance(made, bool) or written is None:
        return made == written or (written is not None and written == str(made).lower())
    if isinstance(written, datetime.date):
        return bool(made == written.isoformat())
    if isinstance(made, int | float):
        return float(written) == made  # a number may be written as text, which the checker reads as a number
    wanted, got = " ".join(str(written).split()), " ".join(str(made).split())
    return re.fullmatch(_FIGURE.sub("[^{}]+?", re.escape(wanted)), got) is not None
