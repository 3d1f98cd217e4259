"""The provenance of an entry: when its sources on the web were last checked, live or in archived copies.

An archived copy may be months older than the day on which somebody read it, so pages never give that day as its date.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentor_network.labels import day, month
from mentor_network.records import Source


@dataclass(frozen=True, slots=True)
class Provenance:
    """`last_checked`: the earliest day on which one of the live pages, or the entry itself, was last checked. `copies`: the
    number of pages seen in archived copies. `oldest_copy`: the latest month from which the oldest of these copies can be
    (`2025-09`), or empty if unknown. `some_live`: other pages were seen live.
    """

    last_checked: datetime.date
    oldest_copy: str = ""
    copies: int = 0
    some_live: bool = False

    @property
    def status_note(self) -> str:
        """A sentence on when the status of an entry was checked."""
        if not self.copies:
            return f"Last checked on {day(self.last_checked)}."
        copies = describe_copies(self.oldest_copy, self.copies)
        if self.some_live:
            return f"Its pages were last seen, {'1' if self.copies == 1 else 'some'} of them in {copies}."
        return f"Its {'page was' if self.copies == 1 else 'pages were'} last seen in {copies}."

    @property
    def check_note(self) -> str:
        """Sentences for the end of a page that no clinician has reviewed."""
        if not self.copies:
            return f"Last checked {day(self.last_checked)}."
        return f"Last read through {day(self.last_checked)}. {self.copies_note}"

    @property
    def copies_note(self) -> str:
        """A sentence on the archived copies. Empty if there are none."""
        if not self.copies:
            return ""
        one = self.copies == 1
        if self.some_live:
            pages = "1 of the web pages" if one else "Some of the web pages"
        else:
            pages = "The web page" if one else "The web pages"
        return f"{pages} behind it {'was' if one else 'were'} seen in {describe_copies(self.oldest_copy, self.copies)}."


def describe_copies(latest: str, copies: int = 1) -> str:
    """Archived copies as a noun phrase. `latest` is the latest month from which the oldest can be, or empty if unknown."""
    one = copies == 1
    noun = "an archived copy" if one else "archived copies"
    if not latest:
        return f"{noun}, which may be older"
    return f"{noun}{' of' if one else ', the oldest of'} {month(latest)} or earlier"


def provenance_of(record: Any, sources: Mapping[str, Source]) -> Provenance:
    """The provenance of a record, from the pages that it links to or cites. `sources` are those of the evidence by id."""
    pages = [*getattr(record, "links", ()), *(sources[citation.source] for citation in record.sources)]
    live = [page.checked for page in pages if page.how == "live" and page.checked]
    copies = [page for page in pages if page.how == "archived-copy"]
    if not copies:
        return Provenance(min((record.last_reviewed, *live)))
    oldest = min((page.copy_from for page in copies if page.copy_from), default="")
    return Provenance(record.last_reviewed, oldest, len({page.url or id(page) for page in copies}), bool(live))
