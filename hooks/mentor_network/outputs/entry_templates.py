"""A template of each kind of entry to download, for those without JavaScript and those who write offline."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.authoring import scaffold
from mentor_network.catalogue import Catalogue
from mentor_network.render import OutputFile
from mentor_network.urls import url

#: The placeholder id of a template.
PLACEHOLDER_ID = "a-short-name"


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The templates. They are what `new` writes, and valid."""
    known = {name: sorted(ids) for name, ids in catalogue.records.ids.items()}
    for kind, make in {"case-study": scaffold.case_study, "opportunity": scaffold.opportunity}.items():
        yield OutputFile.of_text(
            url("entry_template", name=kind).lstrip("/"), make(PLACEHOLDER_ID, known, today=catalogue.today)
        )
