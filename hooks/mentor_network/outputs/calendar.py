"""Opening and closing dates of opportunities as an iCalendar file (RFC 5545) to subscribe to: `/data/dates.ics`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mentor_network.catalogue import Catalogue
from mentor_network.outputs.stable_ids import stable_id
from mentor_network.pages.open_data import dates
from mentor_network.provenance import provenance_of
from mentor_network.records import Opportunity
from mentor_network.render import OutputFile, markdown
from mentor_network.urls import url

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

_WORDS = {"opens": "Opens", "closes": "Last day to apply"}
_A_DAY = datetime.timedelta(days=1)


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The calendar. The library icalendar folds and escapes lines, and formats times."""
    calendar = _calendar(catalogue)
    for date, kind, o in dates(catalogue):
        calendar.add_component(_event(date, kind, o, catalogue))
    if not calendar.subcomponents:
        calendar.add_component(_placeholder())
    yield OutputFile(url("calendar").lstrip("/"), calendar.to_ical())


def _calendar(catalogue: Catalogue) -> Calendar:
    from icalendar import Calendar  # imported here, because it takes a tenth of a second, and only builds need it

    network, calendar = catalogue.network, Calendar()
    calendar.add("prodid", f"-//{network.name}//Opening and closing dates//EN")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, f"{network.name}: opening and closing dates")
    calendar.add("x-wr-caldesc", "Check the page of an entry before you rely on a date.")
    # How often to refresh, for RFC 7986 and for Outlook.
    calendar.add("refresh-interval", _A_DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    return calendar


def _event(date: datetime.date, kind: str, o: Opportunity, catalogue: Catalogue) -> Event:
    """A whole-day event that blocks no time. Its id and time stamp change only when the entry does."""
    from icalendar import Event

    event, here = Event(), url("opportunity", id=o.id)
    summary = markdown.inline(o.summary, here, catalogue.figure).striptags()
    event.add("uid", stable_id(catalogue.network, here, kind))
    event.add("dtstamp", datetime.datetime.combine(o.changed or o.added, datetime.time(), datetime.UTC))
    event.add("dtstart", date)
    if date < datetime.date.max:  # the last date that Python has; without an end, the event lasts a day
        event.add("dtend", date + _A_DAY)
    event.add("summary", f"{_WORDS[kind]}: {o.title}")
    event.add("description", f"{summary}\n\nAsk: {o.who_to_ask}\n{provenance_of(o, catalogue.source).check_note}")
    event.add("transp", "TRANSPARENT")
    if full_url := catalogue.absolute_url(here):
        event.add("url", full_url)
    return event


def _placeholder() -> Timezone:
    """A time zone that nothing uses, for a calendar without events: RFC 5545 requires at least 1 component."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime.datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", datetime.timedelta())
    standard.add("tzoffsetto", datetime.timedelta())
    zone.add_component(standard)
    return zone
