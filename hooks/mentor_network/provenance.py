"""What an entry rests on: when its web pages were last seen, and how old the archived copies among them may be.

An entry is read through on 1 day, and may rest on copies that are months older. No page may give the day for the copies.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentor_network.labels import day, month
from mentor_network.records import Source


@dataclass(frozen=True, slots=True)
class Seen:
    """`last`: the day of the oldest look at a live page, or of the reading if that is older. `copies`: how many pages were
    seen in archived copies. `oldest`: the month of the oldest of these copies, at the latest, where it is known. `partly`:
    other pages were seen live.
    """

    last: datetime.date
    oldest: str = ""
    copies: int = 0
    partly: bool = False

    @property
    def status(self) -> str:
        """What the status of an entry rests on."""
        if not self.copies:
            return f"Last checked on {day(self.last)}."
        copies = archived(self.oldest, self.copies)
        if self.partly:
            return f"Its pages were last seen, {'1' if self.copies == 1 else 'some'} of them in {copies}."
        return f"Its {'page was' if self.copies == 1 else 'pages were'} last seen in {copies}."

    @property
    def checked(self) -> str:
        """What the end of a page says of it that nobody has reviewed."""
        if not self.copies:
            return f"Last checked {day(self.last)}."
        return f"Last read through {day(self.last)}. {self.rests_on}"

    @property
    def rests_on(self) -> str:
        """A sentence on the archived copies, if there are any."""
        if not self.copies:
            return ""
        one = self.copies == 1
        all_of_them = "The web page" if one else "The web pages"
        those = ("1 of the web pages" if one else "Some of the web pages") if self.partly else all_of_them
        return f"{those} behind it {'was' if one else 'were'} seen in {archived(self.oldest, self.copies)}."


def archived(latest: str, copies: int = 1) -> str:
    """Archived copies in words. `latest` is the last month that the oldest can be from, or "" where nobody knows it."""
    one = copies == 1
    what = "an archived copy" if one else "archived copies"
    if not latest:
        return f"{what}, which may be older"
    return f"{what}{' of' if one else ', the oldest of'} {month(latest)} or earlier"


def seen(record: Any, source: Mapping[str, Source]) -> Seen:
    """What was seen of the pages that a record links to or cites."""
    found = [*getattr(record, "links", ()), *(source[citation.source] for citation in record.sources)]
    live = [page.checked for page in found if page.how == "live" and page.checked]
    copies = [page for page in found if page.how == "archived-copy"]
    if not copies:
        return Seen(min((record.last_reviewed, *live)))
    oldest = min((page.copy_from for page in copies if page.copy_from), default="")
    return Seen(record.last_reviewed, oldest, len({page.url or id(page) for page in copies}), bool(live))
