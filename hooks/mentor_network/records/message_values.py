"""The text of the message for a value that its field cannot have: a choice, an id, a date, a number or an address."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from mentor_network.markdown_syntax import is_https
from mentor_network.problems import did_you_mean
from mentor_network.records.fields import DAY, ID
from mentor_network.records.mistakes import FieldError, Message, such_as
from mentor_network.records.suggestions import WHERE, an_id, choices
from mentor_network.spelling import slug


def bad_value(error: FieldError) -> Message:
    if error.field == "repository":
        return Message(
            "bad-value", f"`{error.word}` is not the name of a repository", "write it as owner/name, such as `org/name`"
        )
    if "public" in error.context:
        help = "write one that starts with 03 or 08, or a short number, such as `116 123`; others may reach one person"
        return Message("bad-value", f"`{error.word}` is not the number of a public service", help)
    allowed = _allowed(error)
    return Message("bad-value", f"`{error.field}` cannot be `{error.word}`", _choose(error, allowed))


def _allowed(error: FieldError) -> list[str]:
    if "allowed" in error.context:
        return list(error.context["allowed"])
    found = re.findall(r"'([^']*)'|\b(\d+)\b", str(error.context.get("expected", "")))
    return [word or number for word, number in found] or (error.place.choices if error.place else [])


def _choose(error: FieldError, allowed: list[str]) -> str:
    if all(word.isdigit() for word in allowed):
        listed = ", ".join(f"`{word}`" for word in allowed[:-1]) + f" or `{allowed[-1]}`"
        return f"write {listed}" + (": the longest that is not longer than yours" if "weeks" in error.field else "")
    return did_you_mean(str(error.value), allowed) or "it can be " + ", ".join(f"`{word}`" for word in allowed)


def bad_id(error: FieldError) -> Message:
    catalogue = error.place.catalogue if error.place else ""
    if "," in str(error.value):
        lines = [f"`- {part.strip()}`" for part in str(error.value).split(",") if ID.fullmatch(part.strip())]
        help = "put each on a line of its own, with a dash in front"
        shown = f": {', '.join(lines)}" if lines and error.is_item else ""
        return Message("bad-id", f"`{error.word}` is not one id", help + shown)
    if catalogue:
        near = choices(catalogue, error.word) if catalogue in WHERE else "write an id that there is"
        return Message("bad-id", f"`{error.word}` cannot be the id of {_AN_ENTRY.get(catalogue, 'an entry')}", near)
    fixed = slug(str(error.value))
    help = "use small letters, digits and single hyphens" + (f", such as `{fixed}`" if fixed else such_as(error.place))
    return Message("bad-id", f"`{error.word}` cannot be part of an address", help)


#: What an id of each catalogue is the id of.
_AN_ENTRY = {
    "stages": "a training stage",
    "places": "a nation, region or Trust",
    "domains": "a domain of a leadership model",
    "themes": "a theme",
    "models": "a leadership model",
    "opportunities": "an opportunity",
    "guides": "a guide",
    "responsibilities": "a responsibility",
    "cases": "a case study",
    "sources": "a source",
    "notes": "a note",
    "tables": "a table of evidence.yaml",
    "figures": "a figure of evidence.yaml",
    "charts": "a chart of evidence.yaml",
}

#: How people in Britain write a day, and a month.
_DAYS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%Y-%m-%d", "%Y%m%d", "%A %d %B %Y")
_MONTHS = ("%B %Y", "%b %Y", "%m/%Y", "%m-%Y", "%Y/%m", "%Y-%m", "%Y-%m-%d", *_DAYS)


def iso_day(text: str, forms: Sequence[str] = _DAYS) -> datetime.date | None:
    """The day that somebody wrote in one of the usual ways, or None."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[T ]\d\d:\d\d.*$|,", "", text.strip())
    for form in forms:
        try:
            return datetime.datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None


def bad_date(error: FieldError) -> Message:
    word = error.word
    if error.field in ("started", "copy_from"):
        found = iso_day(word, _MONTHS)
        such = f": `{found:%Y-%m}`" if found else ", such as `2026-11`"
        return Message("bad-date", f"`{word}` is not a month", f"write year and month in figures{such}")
    if DAY.fullmatch(word):
        return Message("bad-date", f"there is no such day as {word}", _last_of_month(word))
    found = iso_day(word)
    such = f": `{found.isoformat()}`" if found else ", such as `2026-11-23`"
    return Message("bad-date", f"`{word}` is not a date", f"write year, month and day in figures{such}")


def _last_of_month(word: str) -> str:
    year, month = int(word[:4]), int(word[5:7])
    if not (1 <= month <= 12 and year):
        return "the month is the number in the middle, from 01 to 12: look the day up in a calendar"
    after = datetime.date(year + month // 12, month % 12 + 1, 1) if year < 9999 else datetime.date(9999, 12, 31)
    return f"look it up in a calendar; the last day of that month is `{after - datetime.timedelta(days=1)}`"


def bad_number(error: FieldError) -> Message:
    if error.place and (allowed := error.place.choices):
        return Message("bad-number", f"`{error.field}` cannot be `{error.word}`", _choose(error, allowed))
    if error.field == "people_reached":
        what = "write a whole number of 10 or more, such as `24`, or the words `under 10`"
        help = f"{what}; a smaller number can show who they were"
        return Message("bad-number", f"`{error.field}` cannot be `{error.word}`", help)
    if error.kind == "int_from_float":
        whole = f" to `{error.value:.0f}`" if isinstance(error.value, float) else ""
        return Message("bad-number", f"`{error.field}` needs a whole number, not `{error.word}`", f"round it{whole}")
    if error.kind == "greater_than_equal":
        return Message("bad-number", f"`{error.field}` cannot be less than 0", "write 0 or more, such as `0`")
    written = re.findall(r"(?<![\d.,-])\d{1,9}(?![\d.,])", error.word)
    such = f": `{written[0]}`" if len(written) == 1 else such_as(error.place, ", such as `8`")
    return Message("bad-number", f"`{error.field}` needs a number, not `{error.word}`", f"write figures only{such}")


def bad_link(error: FieldError) -> Message:
    word = str(error.value).strip()
    if "inside" in error.context:
        path = f"/{word.strip('/')}/" if re.fullmatch(r"[A-Za-z0-9/-]+", word) and "//" not in word else "/guides/shadowing/"
        help = f"start it with a slash and end it with one, such as `{path}`"
        return Message("bad-link", f"`{error.word}` is not the address of a page", help)
    whole = "https://" + re.sub(r"^(?:https?:)?/*", "", word)
    such = f": `{whole}`" if is_https(whole) and len(whole) <= 100 else such_as(error.place)
    return Message("bad-link", f"`{error.word}` is not a safe web address", f"write it whole, starting with https://{such}")


def bad_evidence(error: FieldError) -> Message:
    such = an_id("evidence", "T9.shadowing-management")
    return Message("unknown-evidence", f"`{error.word}` is not the name of a figure", f"write it like this: `{such}`")
