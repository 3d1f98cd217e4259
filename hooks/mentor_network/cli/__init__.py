"""The `mentor-network` command. It moves values between the core and a terminal, and decides nothing."""

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

#: Each is a module here, imported when it is asked for: what makes pages takes a while to import, and `check` needs none.
COMMANDS = ("init", "check", "site", "serve", "new", "report", "changes", "published", "schema", "gates")


class Version(argparse.Action):
    """Print the version. It is looked up here and not for every command, which would take longer."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        print(f"mentor-network {mentor_network.__version__}")
        parser.exit()


def script() -> int:
    """The command as a process of its own.

    It ends soon: looking for cycles among what it read, even once at the end, would take longer than all of the checking.
    """
    gc.disable()
    try:
        return main()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever reads what we print has seen enough, as `head` has. Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(os_errors.describe(error), file=sys.stderr)
        return 1


def main(arguments: list[str] | None = None) -> int:
    """Run one command. 0: done (warnings do not count); 1: errors in the files; 2: wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an author's word must not stop a terminal that cannot show it
    parser = argparse.ArgumentParser(prog="mentor-network", description="Check and build a network's site.")
    parser.add_argument("--version", action=Version, nargs=0, help="say which version of the engine this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    given = sys.argv[1:] if arguments is None else arguments
    for name in [name for name in COMMANDS if given[:1] == [name]] or COMMANDS:
        import_module(f"mentor_network.cli.{name}").add(commands)
    options = parser.parse_args(given)
    return int(options.run(options))
