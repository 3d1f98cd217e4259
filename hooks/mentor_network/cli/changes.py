"""`changes`: the summary of a pull request for its reviewers, from two checkouts."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.checks.permalinks import published
from mentor_network.checks.unknown_files import LOCATIONS
from mentor_network.cli.arguments import folder
from mentor_network.prose_lint import rules
from mentor_network.prose_lint.rules import Finding
from mentor_network.records import Records
from mentor_network.records.read import CATALOGUES, NETWORK_FILE
from mentor_network.review import changes, permalinks, summary

#: Files and folders that are built, or that belong to other programs.
_TOOLS = (".cache", ".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv")
_IGNORED = frozenset([*_TOOLS, "__pycache__", "node_modules", "site", "site.next", "site.old"])


def add(commands: Any) -> None:
    parser = commands.add_parser("changes", help="summarise the differences from another checkout, for reviewers")
    parser.add_argument("base", type=folder, help="the folder of the checkout to compare with")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    today = pipeline.today()
    before, _ = pipeline.check(options.base, today=today)
    after, problems = pipeline.check(options.root, today=today)
    others = different_files(options.base, options.root)
    lost = permalinks.lost(before, after, published(options.root))
    words = new_findings(before, after)
    compared = changes.compare(before, after)
    sys.stdout.write(summary.text(compared, others, problems, options.root, lost=lost, words=words))
    return 1 if words else 0


def new_findings(before: Records, after: Records) -> list[Finding]:
    """What the prose linter asks to change before a merge and did not ask before, wherever the lines have moved to."""
    known = {(finding.file, finding.rule, finding.message) for finding in rules.gate(before)}
    return [finding for finding in rules.gate(after) if (finding.file, finding.rule, finding.message) not in known]


def different_files(base: Path, root: Path) -> list[str]:
    """The names of files that differ between two checkouts, except those that hold entries."""
    old, new = dict(_files(base)), dict(_files(root))
    return sorted(name for name in old.keys() | new.keys() if not _same(old.get(name), new.get(name)))


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for place, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _IGNORED]
        for name in set(names) - _IGNORED:
            path = Path(place, name)
            file = path.relative_to(root).as_posix()
            if not _holds_entries(file) and not path.is_symlink():
                yield file, path


def _holds_entries(file: str) -> bool:
    top, _, rest = file.partition("/")
    return file in (*CATALOGUES, NETWORK_FILE) or any(
        top == location.folder and file.endswith(location.ending) and location.accepts(Path(rest)) for location in LOCATIONS
    )


def _same(one: Path | None, other: Path | None) -> bool:
    return bool(one and other and one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes())
