"""The site of a network as it stands now. Its files are rendered when they are asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock

from mentor_network import pipeline
from mentor_network.outputs import bundle
from mentor_network.problems import Problems
from mentor_network.render import OutputFile
from mentor_network.render.banner import with_banner
from mentor_network.render.environment import THEME, environment
from mentor_network.render.frame import NOT_FOUND
from mentor_network.search import index
from mentor_network.site import Site
from mentor_network.source import Kept, gc_paused


class Preview:
    """The last good site of the network at `root`, and the errors of the edits since then.

    `refresh` reads the network again, and keeps what was read before of unchanged texts. What a page depends on is not
    tracked: after each edit, every page is rendered again when it is asked for. All methods can be called by any thread.
    """

    def __init__(self, root: Path, theme: Path = THEME) -> None:
        self.root = root
        self.theme = theme
        self.problems = Problems()
        self.site: Site | None = None
        self._other = _Files(lambda: bundle.files(theme))
        #: Grows with each refresh, so that a browser can tell whether it shows the latest.
        self.version = 0
        self._kept = Kept()
        self._judged_by: object = None
        self._lock = RLock()

    def refresh(self) -> None:
        """Check the network, and plan its site if there are no errors."""
        with self._lock, gc_paused():
            self._judged_by = _surroundings()
            records, self.problems = pipeline.check(self.root, today=pipeline.today(), kept=self._kept)
            if not self.problems.errors:
                self._kept.forget_unused()
                self.site = pipeline.plan(
                    records, self.root, today=pipeline.today(), theme=self.theme, drafts=True, live_reload=True
                )
                self._other = _Files(self.site.other_files)
                self._search = _Files(self.site.search_files)
            self.version += 1

    def file(self, path: str) -> OutputFile | None:
        """The file at a path of the site, as it is now. None if there is none.

        While there are errors, pages show them above the text of the last good version. Without a good version, a list of
        the errors stands in place of every page. Raises TemplateError for a mistake in a template.
        """
        with self._lock:
            if self._judged_by != _surroundings():  # a new day
                self.refresh()
            lines = [problem.as_line for problem in self.problems.errors]
            if not self.site:
                return self._list_of_problems(lines) if path.endswith(".html") else self._other.get(path)
            file = self._rendered(path, self.site)
            return with_banner(file, lines, self.site.env) if file and lines else file

    def _rendered(self, path: str, site: Site) -> OutputFile | None:
        if page := site.pages.get(path) or site.drafts.get(path):
            return site.renderer.page(page).file
        if path == NOT_FOUND:
            return site.renderer.not_found()
        return (self._search if path.startswith(index.PATHS) else self._other).get(path)

    def _list_of_problems(self, lines: list[str]) -> OutputFile:
        template = environment(self.theme).get_template("problems.html")
        return OutputFile.of_text("index.html", template.render(problems=lines))


class _Files:
    """Files that are made in one go, one after the other, each only as soon as it or a later one is asked for."""

    def __init__(self, make: Callable[[], Iterator[OutputFile]]) -> None:
        self._make = make
        self._start()

    def _start(self) -> None:
        self._next = self._make()
        self._made: dict[str, OutputFile] = {}

    def get(self, path: str) -> OutputFile | None:
        try:
            while path not in self._made:
                file = next(self._next)
                self._made[file.path] = file
        except StopIteration:
            return None
        except Exception:
            self._start()  # an iterator that raised ends, and would seem to have no more files
            raise
        return self._made[path]


def _surroundings() -> tuple[datetime.date, dict[str, str]]:
    """What a site depends on besides its files: the date and the environment."""
    return pipeline.today(), pipeline.environment_settings()
