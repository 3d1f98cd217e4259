"""`new`: write a new entry that is valid and has every field explained."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.authoring import scaffold, schema_files
from mentor_network.checks import permalinks
from mentor_network.checks.links import evidence_ids
from mentor_network.checks.unknown_files import find_unknown_files
from mentor_network.checks.windows_names import is_device
from mentor_network.cli.arguments import command, folder
from mentor_network.records import Records
from mentor_network.records.fields import ID
from mentor_network.records.read import NETWORK_FILE
from mentor_network.urls import url


def add(commands: Any) -> None:
    parser = commands.add_parser("new", help="write a new opportunity or case study to fill in")
    parser.add_argument("kind", choices=["opportunity", "case-study"], help="the kind of entry")
    parser.add_argument("id", help="lower-case letters, digits and hyphens; it becomes part of the address")
    parser.add_argument("--root", type=folder, default=Path(), help="the network's folder (default: the current one)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    word = options.id
    if not ID.fullmatch(word) or word != word.lower() or len(word) > 60:
        print(f"{word!r} cannot be an id; use small letters, digits and single hyphens", file=sys.stderr)
        return 2
    if is_device(word):
        print(f"{word!r} cannot be an id: Windows can have no file called that; choose another", file=sys.stderr)
        return 2
    if not (options.root / NETWORK_FILE).exists():
        print(
            f"there is no {NETWORK_FILE} in {options.root.resolve()}; run this in the folder of a network", file=sys.stderr
        )
        return 2
    records, _ = pipeline.check(options.root, today=pipeline.today())
    known = {name: sorted(ids) for name, ids in records.ids.items()}
    known["evidence"] = sorted(evidence_ids(records))
    make: Callable[..., str] = scaffold.case_study
    path, catalogue = Path("case_studies") / f"{word}.md", "cases"
    if options.kind == "opportunity":
        make = partial(scaffold.opportunity, schemas=schema_files.folder_in(options.root))
        path, catalogue = Path("opportunities") / f"{word}.yaml", "opportunities"
    target, check, serve = (options.root / path, *(command(options.root, name) for name in ("check", "serve")))
    if catalogue in records.partly_read and (options.root / "opportunities.yaml").exists():
        print(f"some entries could not be read, so their ids are unknown; `{check}` says what to fix", file=sys.stderr)
        return 1
    if target.exists() or word in known.get(catalogue, ()) or word in _other_ids(records, path):
        print(f"there is already an entry called {word}; choose another id", file=sys.stderr)
        return 2
    if unread := next((file.file for file in find_unknown_files(options.root) if file.needed == path.as_posix()), ""):
        print(f"{unread} may be this entry, under a name that is not read; `{check}` says what to fix", file=sys.stderr)
        return 1
    if url("opportunity" if options.kind == "opportunity" else "case", id=word) in permalinks.published(options.root):
        print(f"the address of {word} was published before, for another entry; choose another id", file=sys.stderr)
        return 2
    target.parent.mkdir(exist_ok=True)
    target.write_text(make(word, known, today=pipeline.today()), "utf-8", newline="\n")
    print(f"{path} is ready: put your words in place of the examples, then run `{check}`")
    route = "opportunity" if options.kind == "opportunity" else "case"
    print(f"`{serve}` shows it at {url(route, id=word)}")
    return 0


def _other_ids(records: Records, path: Path) -> set[str]:
    """The ids of case studies that are not the names of their files, if `path` is one of a case study."""
    return {entry.record.id for entry in records.cases} if path.suffix == ".md" else set()
