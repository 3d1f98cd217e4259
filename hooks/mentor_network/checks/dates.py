"""Checks dates: their order, and warnings for those that have passed."""

from __future__ import annotations

import datetime
from typing import Any

from mentor_network.labels import day
from mentor_network.problems import Problems
from mentor_network.records import Opportunity, Records, Reviewed, Source
from mentor_network.source import KeyPath

#: How long a number of the help in a crisis is valid before somebody must check it again.
MAX_AGE = datetime.timedelta(days=183)


def dates_are_in_order(records: Records, problems: Problems) -> None:
    pairs = (("opens", "closes"), ("added", "changed"), ("last_reviewed", "next_review"))
    for entry in records.all():
        for first, second in pairs:
            early, late = getattr(entry.record, first, None), getattr(entry.record, second, None)
            if early and late and late < early:
                problems.add(
                    entry.at(second),
                    "dates-out-of-order",
                    f"`{second}` is before `{first}`",
                    f"`{first}` is {early.isoformat()}; check both days",
                )


def archived_copies_are_older(records: Records, problems: Problems) -> None:
    """`copy_from` is set for archived copies only, and is not after the day of the check."""
    for entry in records.all():
        links = [(link, ("links", n)) for n, link in enumerate(getattr(entry.record, "links", ()))]
        own: list[tuple[Any, KeyPath]] = [(entry.record, ())] if isinstance(entry.record, Source) else []
        for page, path in (*links, *own):
            if page.copy_from and page.how != "archived-copy":
                problems.add(
                    entry.at(*path, "copy_from"),
                    "not-allowed",
                    f"`copy_from` is the month of an archived copy, and `how` says {page.how}",
                    "take `copy_from` out, or write `how: archived-copy`",
                )
            elif page.copy_from and page.checked and page.copy_from > f"{page.checked:%Y-%m}":
                problems.add(
                    entry.at(*path, "copy_from"),
                    "dates-out-of-order",
                    "`copy_from` is after `checked`, the day somebody saw that copy",
                    f"`checked` is {page.checked.isoformat()}; check both",
                )


def reviews_are_not_overdue(records: Records, problems: Problems, *, today: datetime.date) -> None:
    for entry in records.all():
        record = entry.record
        if isinstance(record, Reviewed) and record.next_review < today:
            problems.warn(
                entry.at("next_review"),
                "overdue-review",
                f"the review was due on {day(record.next_review)}; the page is marked as of {day(today)}",
                "check its facts, then set `last_reviewed` to the day and `next_review` to a year later at most",
            )


def closing_dates_are_ahead(records: Records, problems: Problems, *, today: datetime.date) -> None:
    for entry in records.opportunities:
        record = entry.record
        if record.status == "open" and record.closes and record.closes < today:
            problems.warn(
                entry.at("closes"),
                "past-closing-date",
                f"this closed on {day(record.closes)} and still says `open`",
                "set `status` to `closed`, or give the next closing date",
            )


def states_fit_their_dates(records: Records, problems: Problems, *, today: datetime.date) -> None:
    """The status of an opportunity does not contradict its dates: readers plan by both."""
    for entry in records.opportunities:
        if found := _contradiction(entry.record, today):
            field, message, help = found
            problems.warn(entry.at(field), "status-and-dates", message, help)


def _contradiction(o: Opportunity, today: datetime.date) -> tuple[str, str, str] | None:
    """A field that contradicts the status, with message and help. `assets/form-check.js` has the same rules."""
    if o.closes and o.status == "on-hold":
        return (
            "closes",
            "this is on hold, and has a last day to apply",
            "delete `closes` until it runs again, or set `status`",
        )
    if o.closes and o.status == "always":
        message = "`status: always` means that there is no last day to apply, and this is one"
        return "closes", message, "set `status` to `open` or `closed`, or delete `closes`"
    if o.opens and o.opens > today and o.status == "always":
        message = f"this opens on {day(o.opens)}, and `status: always` says that it is open already"
        return "opens", message, "set `status` to `open`, or delete `opens`"
    begun = not o.opens or o.opens <= today
    if o.closes and o.closes >= today and begun and o.status == "closed":
        message = f"this says `closed`, and the last day to apply is {day(o.closes)}"
        return "status", message, "set `status` to `open`, or correct `closes`"
    return None


def numbers_of_help_are_fresh(records: Records, problems: Problems, *, today: datetime.date) -> None:
    help = records.network.record.crisis_help if records.network else None
    for number, line in enumerate(help.lines if help else ()):
        if records.network and line.link.checked + MAX_AGE < today:
            problems.warn(
                records.network.at("crisis_help", "lines", number, "link", "checked"),
                "overdue-review",
                f"nobody has looked at the number of `{line.id}` since {day(line.link.checked)}",
                "open its page, fix what has changed, then set `checked` to the day",
            )
