"""The networks that the benchmarks measure, generated on first use, and their built sites."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.rows import HERE, Command, Side, python

ROOT = HERE.parents[1]


def site_command(root: Path, out: Path) -> Command:
    return python("-m", "mentor_network", "site", root, "--out", out)


@dataclass
class Networks:
    """Networks in a temporary folder. `turns` is how often each side of a comparison is measured."""

    folder: Path
    quick: bool
    turns: int

    @property
    def sizes(self) -> tuple[int, int]:
        """Entries of the budget of a full build, and the most that a network may ever have."""
        return (120, 240) if self.quick else (1000, 5000)

    @property
    def finder_entries(self) -> int:
        return 120 if self.quick else 300

    def generated(self, entries: int, length: str = "long") -> Path:
        """The folder of a generated network. A child process generates it, to keep this one small."""
        root = self.folder / f"{length}-{entries}"
        if not root.exists():
            command = python(HERE / "generate.py", root, "--entries", str(entries), "--length", length)
            subprocess.run([*command, "--pages", str(self.pages(entries, length))], check=True)
        return root

    def pages(self, entries: int, length: str = "long") -> Path:
        """The folder with the same entries as Markdown pages, for the peers."""
        return self.folder / f"{length}-{entries}-pages"

    def site(self, root: Path) -> Path:
        """The site of a network, built once."""
        out = self.out(root)
        if not out.exists():
            Side(f"site of {root.name}", site_command(root, out)).turn()
        return out

    def out(self, root: Path) -> Path:
        return self.folder / ("site-real" if root == ROOT else f"site-{root.name}")

    @property
    def real_site(self) -> Path:
        return self.site(ROOT)

    @cached_property
    def finder_site(self) -> Path:
        """The site with the number of entries in the finder's budget."""
        return self.site(self.generated(self.finder_entries))


def count_pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))
