"""The fixture of a fault: a copy of the small network with a good site, and checks of the state afterwards."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SITE = [sys.executable, "-m", "mentor_network", "site"]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1786000000"}


class Skipped(Exception):
    """This machine cannot inject this fault; the message says what that needs."""


@dataclass
class Trial:
    """A copy of the small network with a good site. `before` is a command that runs builds, such as setpriv."""

    root: Path
    before: list[str] = field(default_factory=list)
    output: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def live(self) -> Path:
        return self.root / "site"

    def start(
        self, *more: object, command: list[str] | None = None, env: dict[str, str] | None = None
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.before, *(command or SITE), str(self.root), *map(str, more)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            env=ENVIRONMENT | (env or {}),
            start_new_session=True,
        )

    def finish(self, process: subprocess.Popen[str]) -> int:
        self.output, _ = process.communicate(timeout=120)
        return process.returncode

    def site(self, *more: object, command: list[str] | None = None, env: dict[str, str] | None = None) -> int:
        return self.finish(self.start(*more, command=command, env=env))

    def fails(self, *more: object, saying: str, command: list[str] | None = None, env: dict[str, str] | None = None) -> None:
        """A build fails with a message that contains `saying`, and leaves the last good site unchanged."""
        before = digest(self.live)
        code = self.site(*more, command=command, env=env)
        assert code not in (0, None), f"it succeeded: {self.output}"
        self.says(saying)
        assert digest(self.live) == before, "the last good site has changed"

    def serve_fails(self, port: int, *, saying: str) -> None:
        """`mkdocs serve` does not start, and says why."""
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "-f"]
        done = subprocess.run(
            [*command, str(self.root / "mkdocs.yml")],
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            check=False,
            timeout=60,
        )
        self.output = done.stdout + done.stderr
        assert done.returncode
        self.says(saying)

    def says(self, saying: str) -> None:
        assert "Traceback" not in self.output, self.output
        assert saying in self.output, f"expected {saying!r} in: {self.output}"
        self.notes.append(next(line for line in self.output.splitlines() if saying in line).strip())

    def rebuilds(self) -> None:
        """The next build gives the same complete site, and leaves no other folder."""
        assert self.site() == 0, self.output
        assert digest(self.live) == GOOD[0], "the next build made another site"
        left = [name for name in ("site.next", "site.old") if (self.root / name).exists()]
        assert left == [], f"left behind: {left}"


GOOD: list[str] = []
FAULTS: list[Callable[[Trial], None]] = []


def fault(function: Callable[[Trial], None]) -> Callable[[Trial], None]:
    """Register a fault. Its name is printed in the table."""
    FAULTS.append(function)
    return function


def digest(folder: Path) -> str:
    """A hash of the names and contents of all files in a folder."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def sources(root: Path) -> str:
    """A hash of the sources of a network."""
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if not path.relative_to(root).parts[0].startswith(("site", ".site")) and path.is_file():
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
