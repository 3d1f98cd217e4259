"""What faults are tried on: a copy of the small network with a good site, and what must be so afterwards."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SITE = [sys.executable, "-m", "mentor_network", "site"]
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1786000000"}


class NotTried(Exception):
    """This machine cannot make this fault; the text says what it would take."""


@dataclass
class Ground:
    """A copy of the small network, with a good site, to do harm to."""

    root: Path
    before: list[str] = field(default_factory=list)
    said: str = ""
    seen: list[str] = field(default_factory=list)

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
            env=QUIET | (env or {}),
            start_new_session=True,
        )

    def finish(self, process: subprocess.Popen[str]) -> int:
        self.said, _ = process.communicate(timeout=120)
        return process.returncode

    def site(self, *more: object, command: list[str] | None = None, env: dict[str, str] | None = None) -> int:
        return self.finish(self.start(*more, command=command, env=env))

    def fails(self, *more: object, saying: str, command: list[str] | None = None, env: dict[str, str] | None = None) -> None:
        """A build stops with words that help, and leaves the last good site as it was."""
        before = digest(self.live)
        code = self.site(*more, command=command, env=env)
        assert code not in (0, None), f"it said that all was well: {self.said}"
        self.plain(saying)
        assert digest(self.live) == before, "the last good site has changed"

    def serve_fails(self, port: int, *, saying: str) -> None:
        """Serving does not begin, and says why."""
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", "-f"]
        done = subprocess.run(
            [*command, str(self.root / "mkdocs.yml")], capture_output=True, text=True, env=QUIET, check=False, timeout=60
        )
        self.said = done.stdout + done.stderr
        assert done.returncode
        self.plain(saying)

    def plain(self, saying: str) -> None:
        assert "Traceback" not in self.said, self.said
        assert saying in self.said, f"expected {saying!r} in: {self.said}"
        self.seen.append(next(line for line in self.said.splitlines() if saying in line).strip())

    def works(self) -> None:
        """The next build gives the same whole site, and leaves nothing behind."""
        assert self.site() == 0, self.said
        assert digest(self.live) == GOOD[0], "the next build made another site"
        left = [name for name in ("site.next", "site.old") if (self.root / name).exists()]
        assert left == [], f"left behind: {left}"


GOOD: list[str] = []
FAULTS: list[Callable[[Ground], None]] = []


def fault(try_it: Callable[[Ground], None]) -> Callable[[Ground], None]:
    """A function named after what goes wrong; its first line of documentation, if any, says how."""
    FAULTS.append(try_it)
    return try_it


def digest(folder: Path) -> str:
    """One word for all that is in a folder: its files' names and bytes; of the search's index, that it is there."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if not name.startswith("pagefind/"):
            found.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest() + ("" if (folder / "pagefind" / "pagefind.js").exists() else " without its index")


def sources(root: Path) -> str:
    """The same for what people wrote."""
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if not path.relative_to(root).parts[0].startswith(("site", ".site")) and path.is_file():
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()
