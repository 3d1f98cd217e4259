"""One site being built into a folder, whatever writes its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from mentor_network import pipeline, publish
from mentor_network.pipeline import Build
from mentor_network.search.index import SearchIndex

#: What the search's index is made from, inside the site's folder until the site is finished. Engines that empty a folder
#: leave what is hidden, and a build that was killed leaves nothing anywhere else.
_WORK = ".search"


class SiteWriter:
    """Builds the network at `root` into the folder `out`.

    `begin` checks and draws everything, an engine or `write_files` writes the files, and `end` adds the search. With
    `live_reload` this can be done again and again: the index is made once, and stays as it is.
    """

    def __init__(self, root: Path, out: Path, *, live_reload: bool = False) -> None:
        self.root = root
        self.out = out
        self.live_reload = live_reload
        self.index: SearchIndex | None = None

    def begin(self) -> Build:
        """Draw the site, and start the index unless there are errors. Nothing else is written."""
        index = None if self.index else SearchIndex(self.out / _WORK)
        build = pipeline.build(self.root, today=pipeline.today(), index=index, live_reload=self.live_reload)
        if index and not build.problems.errors:
            index.start()
            self.index = index
        return build

    def end(self) -> None:
        """Complete the site that stands in `out` now. Raises NotIndexed."""
        assert self.index, "a build without errors has begun"
        self.index.finish(self.out)
        if not self.live_reload:
            shutil.rmtree(self.out / _WORK)
        publish.mark(self.out)

    def stop(self) -> None:
        """End what still runs."""
        if self.index:
            self.index.stop()


def write_files(build: Build, out: Path) -> None:
    """Write the files of a build below `out`."""
    for file in build.files:
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
