"""`check`: print the problems of a network as text, as JSON, or as annotations of a pull request."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.cli.arguments import folder
from mentor_network.problems import Problem, Problems, printable


def add(commands: Any) -> None:
    parser = commands.add_parser("check", help="check the catalogues and pages, and print what to fix")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print problems (default: text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    _, problems = pipeline.check(options.root, today=pipeline.today())
    sys.stdout.write(FORMATS[options.format](problems))
    return 1 if problems.errors else 0


def as_text(problems: Problems) -> str:
    """A paragraph for each problem, and a last line that counts them."""
    return paragraphs(problems) + _count(problems)


def paragraphs(problems: Iterable[Problem]) -> str:
    """The place, code, message and help of each problem."""
    lines = []
    for problem in problems:
        kind = "warning: " if problem.severity == "warning" else ""
        lines.append(f"{problem.place}: {problem.code}: {kind}{problem.message}\n")
        if problem.help:
            lines.append(f"  help: {problem.help}\n")
    return "".join(lines)


def _count(problems: Problems) -> str:
    errors = len(problems.errors)
    warnings = len(problems) - errors
    if not errors and not warnings:
        return "nothing to fix\n"
    parts = [f"{n} {word if n == 1 else word + 's'}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    then = "; what refers to these is checked after that" if problems.postponed else ""
    return " and ".join(parts) + (f" to fix before the site can be built{then}\n" if errors else "; the site can be built\n")


def as_json(problems: Problems) -> str:
    """All problems as `{"problems": [...]}`, with the fields of each under their names."""
    names = ("file", "line", "column", "severity", "code", "message", "help")
    return json.dumps({"problems": [{name: getattr(p, name) for name in names} for p in problems]}, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, which GitHub shows as annotations beside the lines of a pull request.

    It shows 10 errors and 10 warnings of a step: the first of each kind come before the others.
    """
    return "".join(
        f"::{p.severity} file={_property(printable(p.file))},line={p.line},col={p.column},title={_property(p.code)}::"
        f"{_data(p.message + (chr(10) + 'help: ' + p.help if p.help else ''))}\n"
        for p in _first_of_each_kind_first(problems)
    )


def _first_of_each_kind_first(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, and of each the first with its code, then the second ones, and so on."""
    seen: Counter[str] = Counter()
    ranked = []
    for problem in problems:
        ranked.append((problem.severity != "error", seen[problem.code], problem))
        seen[problem.code] += 1
    return [problem for *_, problem in sorted(ranked, key=lambda item: item[:2])]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Problems], str]] = {"text": as_text, "json": as_json, "github": as_github}
