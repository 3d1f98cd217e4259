"""pydantic's errors in the words of an author, each at the smallest place that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records.fields import Reviewed, record_in
from mentor_network.source import Document, Items, Text

Path = tuple[str | int, ...]

#: A message that names more missing keys than this helps nobody.
_MANY = 6


@dataclass(frozen=True, slots=True)
class Message:
    """A code, a message and a help line for one error."""

    code: str
    message: str
    help: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class FieldError:
    """One of pydantic's errors, with what a message needs to know about it."""

    kind: str
    path: Path
    value: Any
    context: dict[str, Any]
    keys: tuple[str, ...]

    @property
    def field(self) -> str:
        """The name that an author knows: the last key on the way."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "this")

    @property
    def word(self) -> str:
        text = self.context.get("word", self.value)
        return shorten(str(text))


def report(error: ValidationError, document: Document, base: Path, model: type[BaseModel], problems: Problems) -> None:
    """Turn each of pydantic's errors into one problem."""
    mistakes = [_mistake(item, model) for item in error.errors(include_url=False)]
    for mistake in _missing_together(_without_echoes(mistakes)):
        said = message_for(mistake)
        at_key = said.at_key or (isinstance(mistake.value, Text) and not mistake.value)
        span = document.span(*base, *mistake.path, key=at_key)
        problems.add(span, said.code, said.message, said.help)


def _mistake(item: Any, model: type[BaseModel]) -> FieldError:
    path = tuple(item["loc"])
    if item["type"] in ("missing", "extra_forbidden"):
        keys = tuple(_keys_at(model, path[:-1]))
    else:
        keys = ()
        # A mapping's wrong key is reported below a step of its own.
        path = tuple(step for step in path if step != "[key]")
    return FieldError(item["type"], path, item["input"], item.get("ctx", {}), keys)


def _keys_at(model: type[BaseModel], path: Path) -> Iterable[str]:
    """The field names of the record that `path` leads to."""
    kind: Any = model
    for step in path:
        if not isinstance(step, str):
            continue
        if isinstance(kind, type) and issubclass(kind, BaseModel) and step in kind.model_fields:
            kind = record_in(kind.model_fields[step].annotation)
    return kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else ()


def _without_echoes(mistakes: list[FieldError]) -> list[FieldError]:
    """One message per mistake: a misspelt key is not also a missing one."""
    meant = set()
    for mistake in mistakes:
        if mistake.kind == "extra_forbidden":
            near = re.match(r"did you mean `(.+)`", did_you_mean(mistake.field, mistake.keys))
            if near:
                meant.add((*mistake.path[:-1], near[1]))
    return [mistake for mistake in mistakes if not (mistake.kind == "missing" and mistake.path in meant)]


def _missing_together(mistakes: list[FieldError]) -> list[FieldError]:
    """One message per entry for all that it lacks."""
    lacking: dict[Path, list[str]] = {}
    for mistake in mistakes:
        if mistake.kind == "missing":
            lacking.setdefault(mistake.path[:-1], []).append(str(mistake.path[-1]))
    for names in lacking.values():
        names.sort(key=lambda name: name in Reviewed.model_fields)  # what the entry is comes before its dates
    rest = [mistake for mistake in mistakes if mistake.kind != "missing"]
    return rest + [FieldError("missing", path, None, {"names": names}, ()) for path, names in lacking.items()]


def message_for(mistake: FieldError) -> Message:
    """The words for one of pydantic's errors."""
    if isinstance(mistake.value, Text) and not mistake.value and mistake.value.plain:
        if isinstance(mistake.path[-1], int):
            return Message("empty-value", "this dash has nothing after it", "write something after it, or delete the dash")
        return Message(
            "empty-value", f"`{mistake.field}` has nothing after it", "write something after the colon", at_key=True
        )
    speak = _MESSAGES.get(mistake.kind)
    if speak:
        return speak(mistake)
    return Message("bad-value", f"`{mistake.field}` cannot be `{mistake.word}`", "see the table of fields in FIELDS.md")


def _unknown_key(mistake: FieldError) -> Message:
    listed = ", ".join(f"`{key}`" for key in mistake.keys)
    help = did_you_mean(mistake.field, mistake.keys) or (
        f"use one of {listed}" if len(mistake.keys) <= 12 else "see the table of fields in FIELDS.md"
    )
    return Message("unknown-key", f"there is no field called `{shorten(mistake.field)}` here", help, at_key=True)


def _missing(mistake: FieldError) -> Message:
    names = [f"`{name}`" for name in mistake.context["names"]]
    where = f"`{mistake.field}`" if mistake.path and isinstance(mistake.path[-1], str) else "this entry"
    help = f"add a line `{mistake.context['names'][0]}: ...`"
    if len(names) > _MANY:
        listed = ", ".join(names[:_MANY]) + f" and {len(names) - _MANY} more"
        return Message("missing-key", f"{where} has no {listed}", "copy an entry that works, and put your words into it")
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    return Message(
        "missing-key", f"{where} has no {listed}", help + (", and one for each of the others" if names[1:] else "")
    )


def _needs_list(mistake: FieldError) -> Message:
    help = "put each on a line of its own, below the key, with a dash and a space in front"
    if isinstance(mistake.value, Text) and len(mistake.value) <= 40:
        help += f", such as `- {shorten(mistake.value)}`"
    return Message("needs-list", f"`{mistake.field}` needs a list", help)


def _needs_map(mistake: FieldError) -> Message:
    return Message("needs-map", f"`{mistake.field}` needs keys and values", "see the example of this field in FIELDS.md")


def _needs_text(mistake: FieldError) -> Message:
    what = "a list" if isinstance(mistake.value, Items) else "keys and values"
    help = "write one value after the colon"
    if what == "keys and values":
        help += "; if the text has a colon in it, put double quotes round the text"
    return Message("needs-text", f"`{mistake.field}` needs one value, not {what}", help)


def _bad_value(mistake: FieldError) -> Message:
    if isinstance(mistake.value, list | dict):
        return _needs_text(mistake)
    allowed = mistake.context.get("allowed")
    if allowed is None:
        allowed = re.findall(r"'([^']*)'|\b(\d+)\b", str(mistake.context.get("expected", "")))
        allowed = [word or number for word, number in allowed]
    if mistake.field == "repository":
        return Message("bad-value", f"`{mistake.word}` is not the name of a repository", "write it as owner/name")
    if "public" in mistake.context:
        help = "write a short number such as 116 123, or one that starts with 03 or 08; others may reach one person"
        return Message("bad-value", f"`{mistake.word}` is not the number of a public service", help)
    near = did_you_mean(str(mistake.value), allowed)
    listed = "it can be " + ", ".join(f"`{word}`" for word in allowed)
    return Message("bad-value", f"`{mistake.field}` cannot be `{mistake.word}`", near or listed)


def _bad_id(mistake: FieldError) -> Message:
    if "," in str(mistake.value):
        return Message("bad-id", f"`{mistake.word}` is not one id", "put each on a line of its own, with a dash in front")
    fixed = re.sub(r"[^a-z0-9]+", "-", str(mistake.value).casefold()).strip("-")
    help = "use small letters, digits and single hyphens" + (f", such as `{shorten(fixed, 60)}`" if fixed else "")
    return Message("bad-id", f"`{mistake.word}` cannot be part of an address", help)


def _bad_date(mistake: FieldError) -> Message:
    word = mistake.word
    if mistake.field in ("started", "copy_from"):
        return Message("bad-date", f"`{word}` is not a month", "write year and month in figures, such as 2026-11")
    if mistake.kind == "bad-date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
        return Message("bad-date", f"there is no such day as {word}", "look it up in a calendar")
    return Message("bad-date", f"`{word}` is not a date", "write year, month and day in figures, such as 2026-11-23")


def _bad_number(mistake: FieldError) -> Message:
    if mistake.kind == "int_from_float":
        return Message("bad-number", f"`{mistake.field}` needs a whole number, not `{mistake.word}`", "round it")
    if mistake.kind == "greater_than_equal":
        return Message("bad-number", f"`{mistake.field}` cannot be less than 0", "write 0 or more")
    if mistake.field == "people_reached":
        what = "write a whole number of 10 or more, such as `24`, or the words `under 10`"
        help = f"{what}; a smaller number can show who they were"
        return Message("bad-number", f"`{mistake.field}` cannot be `{mistake.word}`", help)
    return Message(
        "bad-number", f"`{mistake.field}` needs a number, not `{mistake.word}`", "write figures only, such as `8`"
    )


def _bare_word(mistake: FieldError) -> Message:
    return Message(
        "bare-word",
        f"`{mistake.field}` needs words for the reader, not `{mistake.word}`",
        f'write a sentence, or delete this line; if you mean the word itself, put quotes round it: "{mistake.word}"',
    )


def _empty(mistake: FieldError) -> Message:
    return Message("empty-value", f"`{mistake.field}` is empty", "write something, or delete this line")


def _https(mistake: FieldError) -> Message:
    if "inside" in mistake.context:
        help = "start it with a slash and end it with one, such as `/guides/shadowing/`"
        return Message("bad-link", f"`{mistake.word}` is not the address of a page", help)
    return Message("bad-link", f"`{mistake.word}` is not a safe web address", "write it whole, starting with https://")


def _too_long(mistake: FieldError) -> Message:
    most = mistake.context["max_length"]
    if isinstance(mistake.value, str):
        over = len(mistake.value) - most
        noun = "character" if over == 1 else "characters"
        return Message("too-long", f"`{mistake.field}` is {over} {noun} too long", f"use {most} characters or fewer")
    return Message(
        "too-long",
        f"`{mistake.field}` has {mistake.context['actual_length']} items",
        f"keep the {most} that matter most",
    )


def _one_view(mistake: FieldError) -> Message:
    count = mistake.context["count"]
    return Message("bad-value", f"a view block shows one thing, and this one names {count}", "make a block for each")


def _too_short(mistake: FieldError) -> Message:
    least, has = mistake.context["min_length"], mistake.context["actual_length"]
    noun = "item" if least == 1 else "items"
    return Message("too-short", f"`{mistake.field}` has {has} of the {least} {noun} it needs", "add what is missing")


def _evidence(mistake: FieldError) -> Message:
    return Message(
        "unknown-evidence", f"`{mistake.word}` is not the name of a figure", "write it like `T9.shadowing-management`"
    )


_MESSAGES: dict[str, Callable[[FieldError], Message]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "list_type": _needs_list,
    "model_type": _needs_map,
    "model_attributes_type": _needs_map,
    "dict_type": _needs_map,
    "string_type": _needs_text,
    "int_type": _needs_text,
    "float_type": _needs_text,
    "bool_type": _needs_text,
    "date_type": _needs_text,
    "literal_error": _bad_value,
    "bad-value": _bad_value,
    "bad-id": _bad_id,
    "bad-date": _bad_date,
    "bad-number": _bad_number,
    "int_from_float": _bad_number,
    "greater_than_equal": _bad_number,
    "bare-word": _bare_word,
    "empty-value": _empty,
    "bad-link": _https,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_short,
    "string_pattern_mismatch": _evidence,
    "one-view": _one_view,
}
