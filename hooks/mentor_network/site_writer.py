"""Writes a site into a folder, a file at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mentor_network import publish
from mentor_network.render.banner import with_banner
from mentor_network.site import Site
from mentor_network.source import gc_paused

#: Files between two runs of the garbage collector: rendering leaves cycles, 40 KB of them a page.
_FILES = 250


def write(site: Site, out: Path, problems: Sequence[str] = ()) -> None:
    """Write every file of a site below `out`, and last the manifest. Raises OSError.

    `problems` are those of later edits, for a banner on every page.
    """
    made: set[Path] = set()
    with gc_paused(), _catalogue_frozen():
        for number, file in enumerate(site.files(), 1):
            path = out / file.path
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            path.write_bytes((with_banner(file, problems, site.env) if problems else file).content)
            if number % _FILES == 0:
                gc.collect()
    publish.write_manifest(out)


@contextmanager
def _catalogue_frozen() -> Iterator[None]:
    """Keep what exists now, such as the catalogue, out of the garbage collector's way: it stays until the end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
