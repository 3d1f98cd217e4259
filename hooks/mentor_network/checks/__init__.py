"""What one record cannot know alone: references, addresses, dates, links, figures, and the shape of pages.

Each rule is a function named after the fact it guarantees. It adds problems and returns nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from mentor_network.checks import choices, dates, documents, files, layout, links, permalinks, references, targets
from mentor_network.checks.unknown_files import UnknownFile
from mentor_network.problems import Problems
from mentor_network.records import Records
from mentor_network.urls import Address, addresses, downloads


def check(records: Records, unread: Iterable[UnknownFile], root: Path, problems: Problems, *, today: datetime.date) -> None:
    """Hold every check against what was read. `unread` lists the files below `root` that nothing reads."""
    known: dict[str, Address] = {}
    for address in (*addresses(records), *downloads(records)):
        known.setdefault(address.path, address)
    files.files_stand_in_their_folder(root, problems)
    files.files_are_read(unread, root, problems)
    files.files_have_names_for_an_address(root, problems)
    references.ids_are_unique(records, problems)
    references.addresses_are_unique(records, problems)
    references.references_exist(records, problems)
    references.retired_entries_say_why(records, problems)
    choices.choices_have_labels(records, problems)
    references.domains_belong_to_their_model(records, problems)
    references.themes_reach_every_model(records, problems)
    references.cells_stand_in_columns(records, problems)
    texts = [text for entry in records.all() for text in links.texts(entry)]
    layout.texts_can_be_laid_out(texts, problems)
    layout.code_ends(records, problems)
    passages = [text for text in texts if links.may_mention(text)]
    links.figures_exist(records, passages, problems)
    links.links_lead_somewhere(records, passages, known, problems)
    dates.dates_are_in_order(records, problems)
    dates.archived_copies_are_older(records, problems)
    dates.reviews_are_not_overdue(records, problems, today=today)
    dates.closing_dates_are_ahead(records, problems, today=today)
    dates.numbers_of_help_are_fresh(records, problems, today=today)
    documents.case_studies_have_their_headings(records, problems)
    documents.published_case_studies_are_complete(records, problems)
    documents.pages_hold_no_html(records, problems)
    documents.views_are_valid(records, problems)
    targets.targets_name_rows(records, problems)
    targets.targets_are_met(records, problems)
    permalinks.published_addresses_still_answer(records, known, root, problems)
    references.lists_that_are_needed_exist(records, problems)
