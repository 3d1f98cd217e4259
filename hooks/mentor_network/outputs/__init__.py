"""The files of a site that are not pages: style sheets, scripts, feeds, the calendar, open data and data for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mentor_network.catalogue import Catalogue
from mentor_network.outputs import bundle, calendar, charts, entry_templates, feed, headers, sitemap, static_files
from mentor_network.outputs.client_data import finder_words, form_rules, my_plan
from mentor_network.outputs.open_data import catalogue_csv, evidence_csv, json_files
from mentor_network.pages import Page
from mentor_network.render import OutputFile
from mentor_network.render.environment import THEME


def files(pages: Iterable[Page], catalogue: Catalogue, root: Path, theme: Path = THEME) -> Iterator[OutputFile]:
    """Every file that is neither a page nor the search's. `root` is the network's folder, whose downloads are copied."""
    yield from bundle.files(theme)
    yield from sitemap.files(pages, catalogue)
    for output in (
        finder_words,
        form_rules,
        my_plan,
        entry_templates,
        evidence_csv,
        catalogue_csv,
        json_files,
        calendar,
        feed,
    ):
        yield from output.files(catalogue)
    yield from charts.files(catalogue, theme)
    yield headers.file()
    yield from static_files.files(root)


__all__ = ["files"]
