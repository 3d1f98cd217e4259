"""The `mentor-network` command: parsing of arguments and printing of results. The logic is in other modules."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from importlib import import_module
from typing import Any

import mentor_network
from mentor_network import os_errors

#: Each is a module of this package, imported only when it is used: some are slow to import, and `check` needs none.
COMMANDS = ("init", "check", "site", "serve", "new", "receive", "report", "changes", "published", "schema", "gates")


class Version(argparse.Action):
    """Print the version. Argparse's own action would read it for every command, which is slow."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        print(f"mentor-network {mentor_network.__version__}")
        parser.exit()


def script() -> int:
    """The entry point of the installed command. Returns the exit status.

    The garbage collector is off: the process is short, and one collection takes longer than all of the checks.
    """
    gc.disable()
    try:
        return main()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has closed it. Without this, Python prints another error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(os_errors.describe(error), file=sys.stderr)
        return 1


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 for success (also with warnings), 1 for errors in the files, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a character gets a question mark
    parser = argparse.ArgumentParser(prog="mentor-network", description="Check and build a network's site.")
    parser.add_argument("--version", action=Version, nargs=0, help="print the version of the engine")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    arguments = sys.argv[1:] if arguments is None else arguments
    for name in [name for name in COMMANDS if arguments[:1] == [name]] or COMMANDS:
        import_module(f"mentor_network.cli.{name}").add(commands)
    options = parser.parse_args(arguments)
    return int(options.run(options))
