"""Files that are copied to the site: images and downloads beside the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentor_network.checks.unknown_files import DOWNLOADS
from mentor_network.render import OutputFile
from mentor_network.source import paths_below


def files(root: Path) -> Iterator[OutputFile]:
    """The files in `content/` that are not pages, of kinds that are safe to serve."""
    content = root / "content"
    for path in paths_below(content):
        if path.suffix.lower() in DOWNLOADS and path.is_file() and not path.is_symlink():
            yield OutputFile(path.relative_to(content).as_posix(), path.read_bytes())
