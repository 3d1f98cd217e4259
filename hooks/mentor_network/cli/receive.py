"""`receive`: make a draft of what came by mail, or say what to fix in it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.authoring.receive import Draft, receive
from mentor_network.authoring.receive.draft import NOT_THE_NAME, NothingFound
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import paragraphs
from mentor_network.labels import count, listed
from mentor_network.problems import Problem, Problems, printable
from mentor_network.records.read import NETWORK_FILE
from mentor_network.source import read_bytes


def add(commands: Any) -> None:
    parser = commands.add_parser("receive", help="make a draft of a case study or opportunity that came by mail")
    parser.add_argument("file", type=Path, help="the saved mail (.eml), its text (.txt), or the file that was attached")
    parser.add_argument("--root", type=folder, default=Path(), help="the network's folder (default: the current one)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root, name = options.root, options.file.name
    if not (root / NETWORK_FILE).exists():
        print(f"there is no {NETWORK_FILE} in {root.resolve()}; run this in the folder of a network", file=sys.stderr)
        return 2
    unread = Problems()
    raw = read_bytes(options.file, name, unread)
    if raw is None:
        print(paragraphs(unread), end="", file=sys.stderr)
        return 2
    try:
        draft = receive(raw, name)
    except NothingFound as reason:
        print(f"{printable(name)}: {reason}", file=sys.stderr)
        return 1
    found = [_in_source(problem, draft, name) for problem in _problems(draft, root)]
    sys.stdout.write(paragraphs(found))
    if found and not draft.first_line:
        print("the lines are those of the mail's text, without its headers")
    if errors := sum(problem.severity == "error" for problem in found):
        print(f"{count(errors, 'error', 'errors')} to fix, so nothing was written")
        return 1
    (root / draft.path).parent.mkdir(exist_ok=True)
    with (root / draft.path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft.text)
    if draft.left_out:
        print(f"left out {listed(f'`{field}`' for field in draft.left_out)}: only reviewers fill that in")
    print(
        f"{draft.path} is written, as a draft: read it, then ask its 2 reviewers"
        if draft.path.endswith(".md")
        else f"{draft.path} is written: read it, and compare each fact with its source"
    )
    return 0


def _problems(draft: Draft, root: Path) -> list[Problem]:
    """What is wrong with the name of a draft, and with the draft in the network."""
    own = pipeline.check_added(root, draft.path, draft.text, today=pipeline.today())
    return [*draft.problems_of_name(root), *(problem for problem in own if problem.message != NOT_THE_NAME)]


def _in_source(problem: Problem, draft: Draft, name: str) -> Problem:
    """A problem of a draft, at the place in the received file that it comes from."""
    line, column = draft.source(problem.line, problem.column)
    return replace(problem, file=name, line=line, column=column)
