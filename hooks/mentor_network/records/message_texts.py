"""The text of the message for each kind of mistake in a field.

What stands between backticks in a help can be written as it stands: for this very field it is valid.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mentor_network.office_lists import without_mark
from mentor_network.problems import did_you_mean, shorten
from mentor_network.records.examples import FieldPlace, an_example, item_lines, item_of, record_example, yaml_text
from mentor_network.records.message_values import bad_date, bad_evidence, bad_id, bad_link, bad_number, bad_value
from mentor_network.records.mistakes import FieldError, Message, example_of, lines_like, such_as, these_lines
from mentor_network.records.suggestions import WHERE, list_of
from mentor_network.source import Items, Table, Text

#: A message names at most this many missing keys, and shows lines for at most this many.
_MAX_NAMES, _MAX_SHOWN = 6, 3


def message_for(error: FieldError) -> Message:
    """The message for one of pydantic's errors."""
    if isinstance(error.value, Text) and not error.value and error.value.plain:
        if error.is_item:
            return Message("empty-value", "this dash has nothing after it", "write something after it, or delete the dash")
        return Message("empty-value", f"`{error.field}` has nothing after it", _to_fill_in(error), at_key=True)
    if build := _BUILDERS.get(error.kind):
        return build(error)
    return Message("bad-value", f"`{error.field}` cannot be `{error.word}`", "FIELDS.md has an example of it")


def _to_fill_in(error: FieldError) -> str:
    if error.place and error.place.whole and error.place.info.is_required():
        return f"write {lines_like(example_of(error.place))}"
    return "write something after the colon, or delete this line"


def _unknown_key(error: FieldError) -> Message:
    listed = ", ".join(f"`{key}`" for key in error.keys)
    help = did_you_mean(error.field, error.keys) or (
        f"use one of {listed}" if len(error.keys) <= 12 else "FIELDS.md lists all fields, each with an example"
    )
    names = " or ".join(f"`{shorten(name)}`" for name in error.context.get("names", [error.field])[:_MAX_NAMES])
    return Message("unknown-key", f"there is no field called {names} here", help, at_key=True)


def _missing(error: FieldError) -> Message:
    words, places = error.context["names"], error.context.get("places", ())
    names = [f"`{name}`" for name in words]
    where = f"`{error.field}`" if error.path and isinstance(error.path[-1], str) else "this entry"
    if len(names) > _MAX_NAMES:
        listed = ", ".join(names[:_MAX_NAMES]) + f" and {len(names) - _MAX_NAMES} more"
        help = "copy another entry of this kind, and put your words into it"
        return Message("missing-key", f"{where} has no {listed}", help)
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    shown = [line for place in places[:_MAX_SHOWN] if place for line in example_of(place)]
    help = f"add {lines_like(shown)}" if shown else f"add a line `{words[0]}: ...`"
    if names[_MAX_SHOWN:]:
        help += "; FIELDS.md has an example of each of the others"
    return Message("missing-key", f"{where} has no {listed}", help)


def _lost_key(error: FieldError) -> Message:
    name = error.context["name"]
    return Message("missing-key", f"a line `{name}:` is missing above this one", f"put `{name}:` back, on a line of its own")


def _joined_line(error: FieldError) -> Message:
    name = error.context["name"]
    help = f"put `{name}:` on a line of its own, as far in as the other fields of the entry"
    return Message("missing-key", f"`{name}:` stands at the end of another line", help)


def _needs_list(error: FieldError) -> Message:
    message, place = f"`{error.field}` needs a list", error.place
    if place is None:
        return Message("needs-list", message, "put each on a line of its own, with a dash and a space in front")
    if place.catalogue in WHERE and isinstance(error.value, str):
        words = re.findall(r"[\w-]+", error.value)[:20]
        return Message("needs-list", message, f"write these lines: {list_of(error.field, place.catalogue, words)}")
    items = [] if place.record else _items_of(error.value, place)
    if not items:
        return Message("needs-list", message, f"write {lines_like(example_of(place, error.field))}")
    if sum(map(len, items)) > 200:
        help = f"put each on a line of its own below `{error.field}:`, with a dash and a space in front"
        return Message("needs-list", message, help)
    lines = [f"{error.field}:", *(f"  {line}" for item in items for line in item_lines(item))]
    return Message("needs-list", message, f"write {these_lines(lines)}")


def _items_of(value: Any, place: FieldPlace) -> list[str]:
    """The items that an author wrote as one text, made up to the number that the field needs. Empty if any is invalid."""
    if not isinstance(value, str):
        return []
    parts = re.split(r"\s*(?:\n|[•▪◦·●;]|(?:^|\s)[-–*](?=\s)|(?:^|\s)\d{1,2}[.)](?=\s))\s*", f" {value}")
    items = [part for part in (without_mark(part).strip() for part in parts) if part]
    if place.choices:
        items = re.findall(r"[\w-]+", value)
        return items if all(item in place.choices for item in items) else []
    if len(items) == 1:
        items = [re.sub(r"^[-–•](?=\w)", "", items[0])]
    examples = place.info.examples[0][len(items) : place.least] if place.whole and place.info.examples else []
    return [*items, *examples] if item_of(place).is_free else []


def _needs_map(error: FieldError) -> Message:
    place = error.place
    if place is None or not (place.record or place.is_mapping):
        return Message("needs-map", f"`{error.field}` needs further fields below it", "FIELDS.md has an example of it")
    if error.is_item and place.record:
        help = f"write {lines_like(item_lines(record_example(place.record)))}"
        return Message("needs-map", f"each item of `{error.field}` needs fields of its own", help)
    help = f"write {lines_like(example_of(place))}"
    return Message("needs-map", f"`{error.field}` needs further fields below it", help)


def _needs_text(error: FieldError) -> Message:
    value, place = error.value, error.place
    if isinstance(value, Table) and error.is_item and place and place.is_free:
        key, rest = next(iter(value.items()), ("", ""))
        quoted = f": `- {yaml_text(f'{key}: {rest}')}`" if isinstance(rest, str) and len(value) == 1 else ""
        help = f"put double quotes round the whole text{quoted}"
        return Message("needs-text", "this text has a colon in it, so it is read as a field", help)
    what = "a list" if isinstance(value, Items) else "further fields below it"
    message = f"`{error.field}` needs one value, not {what}"
    if isinstance(value, Items) and len(value) == 1 and isinstance(value[0], str) and _is_words(place):
        line = f"{error.field}: {yaml_text(shorten(value[0], 300))}"
        return Message("needs-text", message, f"write it behind the colon: `{line}`")
    example = an_example(place) if place else None
    if example is None:
        return Message("needs-text", message, "write one value behind the colon")
    return Message("needs-text", message, f"write one value behind the colon, such as `{error.field}: {example}`")


def _is_words(place: FieldPlace | None) -> bool:
    """Does a field hold words that are free?"""
    return place is not None and place.is_free


def _chosen(error: FieldError) -> Message:
    return _needs_text(error) if isinstance(error.value, list | dict) else bad_value(error)


def _bare_word(error: FieldError) -> Message:
    if error.place and not error.place.is_free:
        return Message("bare-word", f"`{error.field}` cannot be `{error.word}`", f"write it in full{such_as(error.place)}")
    return Message(
        "bare-word",
        f"`{error.field}` needs words for the reader, not `{error.word}`",
        f'write a sentence, or delete this line; if you mean the word itself, put quotes round it: `"{error.word}"`',
    )


def _empty(error: FieldError) -> Message:
    if error.is_item:
        return Message("empty-value", f"an item of `{error.field}` is empty", "write something, or delete this line")
    return Message("empty-value", f"`{error.field}` is empty", _to_fill_in(error))


def _too_long(error: FieldError) -> Message:
    most = error.context["max_length"]
    if isinstance(error.value, str) and error.place and error.place.catalogue in WHERE:
        return bad_id(error)
    if isinstance(error.value, str):
        over = len(error.value) - most
        noun = "character" if over == 1 else "characters"
        such = such_as(error.place) if error.place and not error.place.is_free else ""
        return Message("too-long", f"`{error.field}` is {over} {noun} too long", f"use {most} characters or fewer{such}")
    return Message(
        "too-long",
        f"`{error.field}` has {error.context['actual_length']} items",
        f"keep the {most} that matter most",
    )


def _one_view(error: FieldError) -> Message:
    count = error.context["count"]
    return Message("bad-value", f"this block names {count} things to show, and it can show one", "make a block for each")


def _colon_in_label(error: FieldError) -> Message:
    help = f"put double quotes round the whole label: `- {yaml_text(str(error.context['word']))}`"
    return Message("needs-text", "this label has a colon in it, so it is read as a field", help)


def _too_short(error: FieldError) -> Message:
    least, has = error.context["min_length"], error.context["actual_length"]
    noun = "item" if least == 1 else "items"
    message = f"`{error.field}` has {has} of the {least} {noun} it needs"
    if not error.place:
        return Message("too-short", message, "add what is missing")
    lines = example_of(error.place)
    if not has:
        return Message("too-short", message, f"write {lines_like(lines)}")
    new = [line.strip() for line in lines[1:] if line.strip()[2:] not in [yaml_text(item) for item in error.value]]
    return Message("too-short", message, f"add {lines_like(new[: least - has] or lines[1:])}")


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
    "literal_error": _chosen,
    "bad-value": _chosen,
    "bad-id": bad_id,
    "bad-date": bad_date,
    "bad-number": bad_number,
    "int_from_float": bad_number,
    "greater_than_equal": bad_number,
    "bare-word": _bare_word,
    "empty-value": _empty,
    "bad-link": bad_link,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_short,
    "string_pattern_mismatch": bad_evidence,
    "one-view": _one_view,
    "colon-in-label": _colon_in_label,
}
