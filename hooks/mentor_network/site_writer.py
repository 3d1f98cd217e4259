"""Builds one site into a folder, whichever engine writes the files."""

from __future__ import annotations

import shutil
from pathlib import Path

from mentor_network import pipeline, publish
from mentor_network.pipeline import Build
from mentor_network.search.index import SearchIndex

#: The folder of Pagefind's input and output, inside the site until that is finished: so a build that is killed leaves no
#: temporary files elsewhere. Its name starts with a dot, because MkDocs keeps hidden files when it empties the folder.
_INDEX_FOLDER = ".search"


class SiteWriter:
    """Builds the site of the network at `root` into the folder `out`.

    Call `build`, let an engine or `write_files` write the files, then call `finish` to add the search. With `live_reload`
    these can be repeated: the first build makes the search index, and later ones reuse it.
    """

    def __init__(self, root: Path, out: Path, *, live_reload: bool = False) -> None:
        self.root = root
        self.out = out
        self.live_reload = live_reload
        self.index: SearchIndex | None = None

    def build(self) -> Build:
        """Check and render the site, and start Pagefind unless there are errors."""
        index = None if self.index else SearchIndex(self.out / _INDEX_FOLDER)
        build = pipeline.build(self.root, today=pipeline.today(), index=index, live_reload=self.live_reload)
        if index and not build.problems.errors:
            index.start()
            self.index = index
        return build

    def finish(self) -> None:
        """Add the search index to the site in `out`, and write the manifest. Raises IndexingError."""
        assert self.index, "`build` comes first, and without errors"
        self.index.finish(self.out)
        if not self.live_reload:
            shutil.rmtree(self.out / _INDEX_FOLDER)
        publish.write_manifest(self.out)

    def stop(self) -> None:
        """Stop Pagefind, if it still runs."""
        if self.index:
            self.index.stop()


def write_files(build: Build, out: Path) -> None:
    """Write the files of a build below `out`."""
    for file in build.files:
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
