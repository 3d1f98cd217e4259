"""Translates pydantic's errors into messages for authors, each at the smallest span that shows the mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records.fields import Reviewed
from mentor_network.records.slips import model_at, one_for_each_slip, value_in
from mentor_network.source import Document, Items, KeyPath, Text

#: A message names at most this many missing keys.
_MAX_NAMES = 6


@dataclass(frozen=True, slots=True)
class Message:
    """Code, message and help for one error. `at_key` puts it at the key in place of the value."""

    code: str
    message: str
    help: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class FieldError:
    """One of pydantic's errors: its type, the path to the value, the value, its context, and the keys allowed there."""

    kind: str
    path: KeyPath
    value: Any
    context: dict[str, Any]
    keys: tuple[str, ...]

    @property
    def field(self) -> str:
        """The name of the field: the last key in the path."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "this")

    @property
    def word(self) -> str:
        """The value as messages repeat it."""
        text = self.context.get("word", self.value)
        return shorten(str(text))


def report(invalid: ValidationError, document: Document, base: KeyPath, model: type[BaseModel], problems: Problems) -> None:
    """Add a problem for each error of a `ValidationError`. `base` is the path of the record in the document."""
    errors = _grouped_by_entry(_without_misspelt([_field_error(item, model) for item in invalid.errors(include_url=False)]))
    for error in one_for_each_slip(errors, value_in(document.value, base), model):
        message = message_for(error)
        at_key = message.at_key or (isinstance(error.value, Text) and not error.value)
        span = document.span(*base, *error.path, key=at_key)
        problems.add(span, message.code, message.message + _alike(error), message.help)


def _alike(error: FieldError) -> str:
    """What a message adds if the same is wrong with the items below."""
    below = error.context.get("alike", 0)
    return f", and the same goes for the {'item' if below == 1 else f'{below} items'} below" if below else ""


def _field_error(item: Any, model: type[BaseModel]) -> FieldError:
    path = tuple(item["loc"])
    if item["type"] in ("missing", "extra_forbidden"):
        keys = tuple(_keys_at(model, path[:-1]))
    else:
        keys = ()
        # pydantic marks an invalid key of a mapping with an item `[key]` in the path.
        path = tuple(step for step in path if step != "[key]")
    return FieldError(item["type"], path, item["input"], item.get("ctx", {}), keys)


def _keys_at(model: type[BaseModel], path: KeyPath) -> Iterable[str]:
    """The field names of the record that `path` leads to."""
    record = model_at(model, path)
    return record.model_fields if record else ()


def _without_misspelt(errors: list[FieldError]) -> list[FieldError]:
    """Drop the error for a missing key that is present in a misspelt form: it has an error already."""
    misspelt = set()
    for error in errors:
        if error.kind == "extra_forbidden":
            near = re.match(r"did you mean `(.+)`", did_you_mean(error.field, error.keys))
            if near:
                misspelt.add((*error.path[:-1], near[1]))
    return [error for error in errors if not (error.kind == "missing" and error.path in misspelt)]


def _grouped_by_entry(errors: list[FieldError]) -> list[FieldError]:
    """Merge the errors for missing keys of one entry into one."""
    lacking: dict[KeyPath, list[str]] = {}
    for error in errors:
        if error.kind == "missing":
            lacking.setdefault(error.path[:-1], []).append(str(error.path[-1]))
    for names in lacking.values():
        names.sort(key=lambda name: name in Reviewed.model_fields)  # dates of review last
    rest = [error for error in errors if error.kind != "missing"]
    return rest + [FieldError("missing", path, None, {"names": names}, ()) for path, names in lacking.items()]


def message_for(error: FieldError) -> Message:
    """The message for one of pydantic's errors."""
    if isinstance(error.value, Text) and not error.value and error.value.plain:
        if isinstance(error.path[-1], int):
            return Message("empty-value", "this dash has nothing after it", "write something after it, or delete the dash")
        return Message(
            "empty-value", f"`{error.field}` has nothing after it", "write something after the colon", at_key=True
        )
    if build := _BUILDERS.get(error.kind):
        return build(error)
    return Message("bad-value", f"`{error.field}` cannot be `{error.word}`", "see the table of fields in FIELDS.md")


def _unknown_key(error: FieldError) -> Message:
    listed = ", ".join(f"`{key}`" for key in error.keys)
    help = did_you_mean(error.field, error.keys) or (
        f"use one of {listed}" if len(error.keys) <= 12 else "see the table of fields in FIELDS.md"
    )
    names = " or ".join(f"`{shorten(name)}`" for name in error.context.get("names", [error.field])[:_MAX_NAMES])
    return Message("unknown-key", f"there is no field called {names} here", help, at_key=True)


def _missing(error: FieldError) -> Message:
    names = [f"`{name}`" for name in error.context["names"]]
    where = f"`{error.field}`" if error.path and isinstance(error.path[-1], str) else "this entry"
    help = f"add a line `{error.context['names'][0]}: ...`"
    if len(names) > _MAX_NAMES:
        listed = ", ".join(names[:_MAX_NAMES]) + f" and {len(names) - _MAX_NAMES} more"
        return Message("missing-key", f"{where} has no {listed}", "copy an entry that works, and put your words into it")
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    return Message(
        "missing-key", f"{where} has no {listed}", help + (", and one for each of the others" if names[1:] else "")
    )


def _lost_key(error: FieldError) -> Message:
    name = error.context["name"]
    return Message("missing-key", f"a line `{name}:` is missing above this one", f"put `{name}:` back, on a line of its own")


def _joined_line(error: FieldError) -> Message:
    name = error.context["name"]
    help = f"put `{name}:` on a line of its own, as far in as the other keys of the entry"
    return Message("missing-key", f"`{name}:` stands at the end of another line", help)


def _needs_list(error: FieldError) -> Message:
    help = "put each on a line of its own, below the key, with a dash and a space in front"
    if isinstance(error.value, Text) and len(error.value) <= 40:
        help += f", such as `- {shorten(error.value)}`"
    return Message("needs-list", f"`{error.field}` needs a list", help)


def _needs_map(error: FieldError) -> Message:
    return Message("needs-map", f"`{error.field}` needs keys and values", "see the example of this field in FIELDS.md")


def _needs_text(error: FieldError) -> Message:
    what = "a list" if isinstance(error.value, Items) else "keys and values"
    help = "write one value after the colon"
    if what == "keys and values":
        help += "; if the text has a colon in it, put double quotes round the text"
    return Message("needs-text", f"`{error.field}` needs one value, not {what}", help)


def _bad_value(error: FieldError) -> Message:
    if isinstance(error.value, list | dict):
        return _needs_text(error)
    allowed = error.context.get("allowed")
    if allowed is None:
        allowed = re.findall(r"'([^']*)'|\b(\d+)\b", str(error.context.get("expected", "")))
        allowed = [word or number for word, number in allowed]
    if error.field == "repository":
        return Message("bad-value", f"`{error.word}` is not the name of a repository", "write it as owner/name")
    if "public" in error.context:
        help = "write a short number such as 116 123, or one that starts with 03 or 08; others may reach one person"
        return Message("bad-value", f"`{error.word}` is not the number of a public service", help)
    near = did_you_mean(str(error.value), allowed)
    listed = "it can be " + ", ".join(f"`{word}`" for word in allowed)
    return Message("bad-value", f"`{error.field}` cannot be `{error.word}`", near or listed)


def _bad_id(error: FieldError) -> Message:
    if "," in str(error.value):
        return Message("bad-id", f"`{error.word}` is not one id", "put each on a line of its own, with a dash in front")
    fixed = re.sub(r"[^a-z0-9]+", "-", str(error.value).casefold()).strip("-")
    help = "use small letters, digits and single hyphens" + (f", such as `{shorten(fixed, 60)}`" if fixed else "")
    return Message("bad-id", f"`{error.word}` cannot be part of an address", help)


def _bad_date(error: FieldError) -> Message:
    word = error.word
    if error.field in ("started", "copy_from"):
        return Message("bad-date", f"`{word}` is not a month", "write year and month in figures, such as 2026-11")
    if error.kind == "bad-date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
        return Message("bad-date", f"there is no such day as {word}", "look it up in a calendar")
    return Message("bad-date", f"`{word}` is not a date", "write year, month and day in figures, such as 2026-11-23")


def _bad_number(error: FieldError) -> Message:
    if error.kind == "int_from_float":
        return Message("bad-number", f"`{error.field}` needs a whole number, not `{error.word}`", "round it")
    if error.kind == "greater_than_equal":
        return Message("bad-number", f"`{error.field}` cannot be less than 0", "write 0 or more")
    if error.field == "people_reached":
        what = "write a whole number of 10 or more, such as `24`, or the words `under 10`"
        help = f"{what}; a smaller number can show who they were"
        return Message("bad-number", f"`{error.field}` cannot be `{error.word}`", help)
    return Message("bad-number", f"`{error.field}` needs a number, not `{error.word}`", "write figures only, such as `8`")


def _bare_word(error: FieldError) -> Message:
    return Message(
        "bare-word",
        f"`{error.field}` needs words for the reader, not `{error.word}`",
        f'write a sentence, or delete this line; if you mean the word itself, put quotes round it: "{error.word}"',
    )


def _empty(error: FieldError) -> Message:
    return Message("empty-value", f"`{error.field}` is empty", "write something, or delete this line")


def _https(error: FieldError) -> Message:
    if "inside" in error.context:
        help = "start it with a slash and end it with one, such as `/guides/shadowing/`"
        return Message("bad-link", f"`{error.word}` is not the address of a page", help)
    return Message("bad-link", f"`{error.word}` is not a safe web address", "write it whole, starting with https://")


def _too_long(error: FieldError) -> Message:
    most = error.context["max_length"]
    if isinstance(error.value, str):
        over = len(error.value) - most
        noun = "character" if over == 1 else "characters"
        return Message("too-long", f"`{error.field}` is {over} {noun} too long", f"use {most} characters or fewer")
    return Message(
        "too-long",
        f"`{error.field}` has {error.context['actual_length']} items",
        f"keep the {most} that matter most",
    )


def _one_view(error: FieldError) -> Message:
    count = error.context["count"]
    return Message("bad-value", f"a view block shows one thing, and this one names {count}", "make a block for each")


def _too_short(error: FieldError) -> Message:
    least, has = error.context["min_length"], error.context["actual_length"]
    noun = "item" if least == 1 else "items"
    return Message("too-short", f"`{error.field}` has {has} of the {least} {noun} it needs", "add what is missing")


def _evidence(error: FieldError) -> Message:
    return Message(
        "unknown-evidence", f"`{error.word}` is not the name of a figure", "write it like `T9.shadowing-management`"
    )


#: The type of pydantic's error, or of a `PydanticCustomError`, with the function that builds its message.
_BUILDERS: dict[str, Callable[[FieldError], Message]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "lost_key": _lost_key,
    "joined_line": _joined_line,
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
