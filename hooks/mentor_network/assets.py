"""Files that go to the site as they are: pictures and downloads that stand beside the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.render import OutputFile
from mentor_network.source import beside_pages

#: What may be published as it is. Anything that a browser could run is not.
KINDS = frozenset([".csv", ".docx", ".gif", ".ics", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".webp", ".xlsx"])


def files(root: Path) -> Iterator[OutputFile]:
    """The files in `content/` that are not pages, of kinds that are safe to serve."""
    for path in beside_pages(root, Problems()):
        if path.suffix.lower() in KINDS:
            yield OutputFile(path.relative_to(root / "content").as_posix(), path.read_bytes())
