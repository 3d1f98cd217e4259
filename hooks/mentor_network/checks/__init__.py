"""Checks across records and files: references, URLs, dates, links, figures, and the structure of pages.

Each check is a function named after the fact that it guarantees. It adds problems and returns nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from mentor_network.checks import (
    charts,
    choices,
    dates,
    documents,
    examples,
    files,
    glossary,
    layout,
    links,
    pasted,
    references,
    removed,
    settings,
    sheets,
    targets,
    truncated,
    windows_names,
)
from mentor_network.checks.unknown_files import UnknownFile
from mentor_network.problems import Problems
from mentor_network.records import Records
from mentor_network.urls import Address, addresses, downloads


def check(
    records: Records, unknown_files: Iterable[UnknownFile], root: Path, problems: Problems, *, today: datetime.date
) -> None:
    """Run every check. `unknown_files` are those below `root` that are not read, see `find_unknown_files`."""
    known: dict[str, Address] = {}
    pages = list(addresses(records))
    for address in (*pages, *downloads(records)):
        known.setdefault(address.path, address)
    files.files_are_no_symlinks(root, problems)
    files.files_are_read(unknown_files, root, problems)
    files.files_have_names_for_urls(root, problems)
    windows_names.files_have_names_for_windows(root, problems)
    windows_names.addresses_have_names_for_windows(known.values(), problems)
    settings.mkdocs_can_read_its_settings(root, problems)
    references.ids_are_unique(records, problems)
    references.addresses_are_unique(pages, problems)
    lost = removed.find(records, known, root, problems)
    _check_entries(records, problems)
    _check_texts(records, known, problems)
    _check_dates(records, problems, today)
    documents.case_studies_have_their_headings(records, problems)
    documents.published_case_studies_are_complete(records, problems)
    documents.pages_hold_no_html(records, problems)
    documents.sentences_are_whole(records, problems)
    documents.views_are_valid(records, problems)
    sheets.sheets_are_valid(records, problems)
    sheets.lines_to_write_on_are_fields(records, problems)
    documents.blocks_have_known_names(records, problems)
    targets.targets_name_rows(records, problems)
    targets.targets_are_met(records, problems)
    removed.entries_that_were_published_are_there(lost, records, known, problems)
    references.lists_that_are_needed_exist(records, problems)
    truncated.files_are_whole(records, lost, problems)


def _check_entries(records: Records, problems: Problems) -> None:
    """What entries refer to, and what must agree in the entries of a catalogue."""
    references.references_exist(records, problems)
    references.retired_entries_say_why(records, problems)
    glossary.terms_are_explained_once(records, problems)
    examples.examples_are_replaced(records, problems)
    choices.choices_have_labels(records, problems)
    references.domains_belong_to_their_model(records, problems)
    references.themes_reach_every_model(records, problems)
    references.cells_belong_to_columns(records, problems)
    charts.charts_can_be_drawn(records, problems)
    charts.history_is_in_order(records, problems)


def _check_texts(records: Records, known: dict[str, Address], problems: Problems) -> None:
    """The Markdown of every text: layout, figures and links."""
    passages = [passage for entry in records.all() for passage in links.passages(entry)]
    layout.texts_can_be_rendered(passages, problems)
    layout.code_ends(records, problems)
    pasted.pasted_texts_are_shown(passages, problems)
    with_markup = [passage for passage in passages if links.has_figures_or_links(passage)]
    links.figures_exist(records, with_markup, problems)
    links.links_and_figures_are_whole(with_markup, problems)
    links.links_have_targets(records, with_markup, known, problems)


def _check_dates(records: Records, problems: Problems, today: datetime.date) -> None:
    """The order of dates, and what has passed."""
    dates.dates_are_in_order(records, problems)
    dates.archived_copies_are_older(records, problems)
    dates.reviews_are_not_overdue(records, problems, today=today)
    dates.closing_dates_are_ahead(records, problems, today=today)
    dates.states_fit_their_dates(records, problems, today=today)
    dates.numbers_of_help_are_fresh(records, problems, today=today)
