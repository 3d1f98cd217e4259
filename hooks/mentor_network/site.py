"""The site of a network without errors: its pages are planned, and its files are rendered one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentor_network import outputs, pages
from mentor_network.catalogue import Catalogue
from mentor_network.render import OutputFile
from mentor_network.render.environment import THEME, environment
from mentor_network.render.renderer import Renderer
from mentor_network.search.index import SearchIndex


class Site:
    """A planned site. Nothing is kept of a file that was rendered, so a large site needs little memory.

    `root` is the network's folder, `theme` that of the templates, style sheets and scripts. With `drafts`, each draft has a
    page too, in no list and no other file. `live_reload` is for a site that is served on this machine, see `render.frame`.
    """

    def __init__(
        self, catalogue: Catalogue, root: Path, *, theme: Path = THEME, drafts: bool = False, live_reload: bool = False
    ) -> None:
        self.catalogue = catalogue
        self.root = root
        self.theme = theme
        planned = pages.build(catalogue)
        self.pages = {page.path_of_file: page for page in planned}
        self.drafts = {page.path_of_file: page for page in (pages.drafts.build(catalogue) if drafts else ())}
        self.env = environment(theme)
        self.renderer = Renderer(planned, catalogue, self.env, theme=theme, live_reload=live_reload)

    def files(self) -> Iterator[OutputFile]:
        """Every file: each page with what the search shows of it, other files, and last the search's index."""
        index = SearchIndex(self.catalogue)
        yield self.renderer.not_found()
        for page in self.pages.values():
            rendered = self.renderer.page(page)
            yield rendered.file
            yield from index.add(rendered)
        yield from (self.renderer.page(page).file for page in self.drafts.values())
        yield from self.other_files()
        yield from index.files()

    def search_files(self) -> Iterator[OutputFile]:
        """The files of the search alone. All pages are rendered for them."""
        index = SearchIndex(self.catalogue)
        for page in self.pages.values():
            yield from index.add(self.renderer.page(page))
        yield from index.files()

    def other_files(self) -> Iterator[OutputFile]:
        """The files that are neither pages nor the search's."""
        return outputs.files(self.pages.values(), self.catalogue, self.root, self.theme)
