"""The command `gates`: test a built site for accessibility, HTML, privacy, links and size."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentor_network.gates.runner import Outcome

_ABOUT = """\
Gates that read files look at every page. Gates that need a browser are slow. They look at pages that together have every
combination of elements that occurs on the site, and at those with the longest texts; with --all, at every page.
The first run installs axe and the Nu HTML checker from npm; later ones need no network.
0: nothing was found; 1: something was found; 2: wrong usage, or a tool is missing."""


def add(commands: Any) -> None:
    """Add the command to the parser of the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    about = "hold a built site against the gates: accessibility, HTML, privacy, links, size"
    parser = commands.add_parser("gates", help=about, description=_ABOUT, formatter_class=raw)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), help="the folder of the site (default: site/)")
    parser.add_argument("--network", type=Path, metavar="ROOT", help="the network's folder (default: the one around SITE)")
    parser.add_argument("--only", metavar="IDS", help="only these gates, such as A1,A19")
    reach = parser.add_mutually_exclusive_group()
    reach.add_argument(
        "--fast", dest="reach", action="store_const", const="fast", help="only those pages for gates that read files, too"
    )
    reach.add_argument("--all", dest="reach", action="store_const", const="all", help="every page in a browser, too")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="json: for programs (default: text)")
    parser.add_argument("--setup", action="store_true", help="only install what the gates need")
    parser.add_argument(
        "--record",
        action="store_true",
        help="run all on every page; if all pass, note it in docs/gates_passed.yaml",
    )
    parser.set_defaults(run=run, reach="usual")


def run(options: argparse.Namespace) -> int:
    """Run the command. Returns the exit status: 0 passed, 1 findings, 2 wrong usage or a missing tool."""
    from mentor_network.gates.page import NotASite
    from mentor_network.gates.tools import MissingTool

    try:
        return _setup() if options.setup else _gates(options)
    except (MissingTool, NotASite, _WrongUsage) as reason:
        print(reason, file=sys.stderr)
        return 2


class _WrongUsage(Exception):
    """The options cannot be used together, or name something that does not exist."""


def _report_progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _setup() -> int:
    from mentor_network.gates import runner, tools
    from mentor_network.gates.meanings import MEANINGS

    browser = runner.prepare(MEANINGS, _report_progress)
    print(f"axe and the Nu HTML checker: {tools.cache()}\nbrowser: {browser}")
    return 0


def _gates(options: argparse.Namespace) -> int:
    from mentor_network.gates import output, runner
    from mentor_network.gates.page import Site

    gates = _selected(options.only)
    network = _network(options)
    if options.record and (options.only or options.reach == "fast" or network is None):
        raise _WrongUsage("--record runs every gate on every page of a network: leave out --only and --fast, name --network")
    site = Site.at_folder(options.site, network)
    outcome = runner.run(site, gates, "all" if options.record else options.reach, _report_progress)
    sys.stdout.write(output.as_json(outcome) if options.format == "json" else output.as_text(outcome))
    if outcome.findings:
        return 1
    if options.record and network:
        _record(outcome, network)
    return 0


def _selected(only: str | None) -> list[str]:
    """The ids in --only, or those of all gates."""
    from mentor_network.gates.meanings import MEANINGS

    names = [name.strip().upper() for name in (only or "").split(",") if name.strip()]
    if unknown := [name for name in names if name not in MEANINGS]:
        raise _WrongUsage(f"there is no gate called {unknown[0]}; the gates are {', '.join(MEANINGS)}")
    return names or [*MEANINGS]


def _network(options: argparse.Namespace) -> Path | None:
    """The folder of the network: the one of --network, or the parent of the site if that is a network."""
    named: Path | None = options.network
    root = named or options.site.resolve().parent
    if (root / "network.yaml").is_file():
        return Path(root)
    if named:
        raise _WrongUsage(f"{named} is not a network's folder: it has no network.yaml")
    return None


def _record(outcome: Outcome, network: Path) -> None:
    from mentor_network import pipeline
    from mentor_network.gates import record

    today = pipeline.today()
    file = record.write(network, today, outcome.pages, outcome.gates)
    _report_progress(f"{file} is written. Put the date {today.day} {today:%B %Y} into content/accessibility.md.")
