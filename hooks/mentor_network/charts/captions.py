"""Words inside a picture: its finding with its numbers, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.markdown_syntax import FIGURE
from mentor_network.records import EvidenceTable


def with_figures(text: str, catalogue: Catalogue) -> str:
    """A text with the figures that it names."""
    return FIGURE.sub(lambda found: catalogue.figure.get(found["name"], found[0]), text)


def of_tables(tables: Sequence[EvidenceTable], catalogue: Catalogue) -> str:
    """The sources of tables, with the page of each table."""
    places = labels.listed(f"table {table.id} ({labels.page_numbers(table.page)})" for table in tables)
    return f"{of_sources((table.source for table in tables), catalogue)}, {places}."


def of_publishers(publishers: Iterable[str]) -> str:
    """The publishers, where there are too many sources to name each. Without a full stop at the end."""
    return f"Source: pages of {'; '.join(dict.fromkeys(publishers))}"


def last_checked(catalogue: Catalogue) -> str:
    """The day on which the leadership models were last checked: of several, the earliest."""
    return labels.day(min((model.last_reviewed for model in catalogue.models), default=catalogue.today))


def of_sources(names: Iterable[str], catalogue: Catalogue) -> str:
    """The title, publisher and date of each source, without a full stop at the end."""
    found = [catalogue.source[name] for name in dict.fromkeys(names)]
    several = [", ".join(filter(None, (source.title, source.publisher, source.published))) for source in found]
    return f"Source: {'; '.join(several)}"
