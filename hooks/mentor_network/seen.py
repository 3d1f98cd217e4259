"""What an entry rests on: when its web pages were last seen, and how old the archived copies among them may be.

An entry is read through on 1 day, and may rest on copies that are months older. No page may give the day for the copies.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentor_network.records import Link, Source
from mentor_network.words import day, month


@dataclass(frozen=True, slots=True)
class Seen:
    """`last`: the day of the oldest look at a live page, or of the reading if that is older. `copy`: the month of the oldest
    archived copy, at the latest. `pages`: how many pages were seen in such copies. `partly`: others were seen live.
    """

    last: datetime.date
    copy: str = ""
    pages: int = 0
    partly: bool = False

    @property
    def status(self) -> str:
        """What the status of an entry rests on."""
        if not self.copy:
            return f"Last checked on {day(self.last)}."
        copies = archived(self.copy, self.pages)
        if self.partly:
            return f"Its pages were last seen, {'1' if self.pages == 1 else 'some'} of them in {copies}."
        return f"Its {'page was' if self.pages == 1 else 'pages were'} last seen in {copies}."

    @property
    def checked(self) -> str:
        """What the end of a page says of it that nobody has reviewed."""
        if not self.copy:
            return f"Last checked {day(self.last)}."
        return f"Last read through {day(self.last)}. {self.copies}"

    @property
    def copies(self) -> str:
        """A sentence on the archived copies, if there are any."""
        if not self.copy:
            return ""
        one = self.pages == 1
        all_of_them = "The web page" if one else "The web pages"
        those = ("1 of the web pages" if one else "Some of the web pages") if self.partly else all_of_them
        return f"{those} behind it {'was' if one else 'were'} seen in {archived(self.copy, self.pages)}."


def archived(latest: str, pages: int = 1) -> str:
    """Copies whose month is not known, only the last month that they can be from."""
    return f"{'an archived copy' if pages == 1 else 'archived copies'} of {month(latest)} or earlier"


def copied(page: Link | Source) -> str:
    """The last month that an archived copy can be from: what is known of it, or the month in which somebody saw it."""
    return page.copy_from or (f"{page.checked:%Y-%m}" if page.checked else "")


def seen(record: Any, source: Mapping[str, Source]) -> Seen:
    """What was seen of the pages that a record links to or cites."""
    found = [*getattr(record, "links", ()), *(source[citation.source] for citation in record.sources)]
    live = [page.checked for page in found if page.how == "live" and page.checked]
    copies = [page for page in found if page.how == "archived-copy" and copied(page)]
    if not copies:
        return Seen(min((record.last_reviewed, *live)))
    return Seen(record.last_reviewed, min(map(copied, copies)), len({page.url or id(page) for page in copies}), bool(live))
