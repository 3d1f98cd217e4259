"""Mistakes in keys and values, and in what one entry says of another."""

from __future__ import annotations

import datetime
import re

import yaml

from mentor_network.authoring import scaffold
from mentor_network.records.read import CATALOGUES
from mutations.mutation import Draw, Mutation, mistake
from mutations.sources import Key, choices, is_number

_WORDS = frozenset(
    ["title", "summary", "who_to_ask", "term", "meaning", "name", "label", "description", "grades", "publisher", "strapline"]
)
_OWN_WORDS = {"title": "Look after the rota of the hub", "summary": "Make it fair.", "who_to_ask": "The hub"}
_SHORT = frozenset(["title", "summary", "who_to_ask", "name", "label", "term", "strapline"])


@mistake
def misspelt_key(draw: Draw) -> Mutation | None:
    key = draw.rng.choice(draw.source.keys)
    word = draw.slip(key.name)
    siblings = {other.name for other in draw.source.keys if other.path[:-1] == key.path[:-1]}
    if word in siblings or not word.strip("-_"):
        return None
    line = draw.source.lines[key.line]
    raw = draw.source.edited(key.line, key.line + 1, line[: key.column] + word + line[key.column + len(key.name) :])
    return draw.edit(key.line, key.line, f"`{key.name}` written `{word}`", raw)


@mistake
def missing_required_key(draw: Draw) -> Mutation | None:
    source = draw.source
    key = draw.rng.choice(list(source.fields(lambda field: field.is_required())))
    end, first, after = source.block_end(key.line, key.column), source.lines[key.line], []
    if dash := first[: key.column].strip(" "):  # the next key takes over the dash
        following = next((k for k in source.keys if k.line == end and k.path[:-1] == key.path[:-1]), None)
        if dash != "-" or not following:
            return None
        after = [first[: key.column] + source.lines[end].lstrip()]
    raw = source.edited(key.line, end + len(after), *after)
    start, stop = _entry_around(draw, key)
    return draw.edit(start, stop, f"`{key.name}` left out", raw)


def _entry_around(draw: Draw, key: Key) -> tuple[int, int]:
    """The lines of the mapping that a key is in, from the key above it on."""
    source, path = draw.source, key.path[:-1]
    inside = [k for k in source.keys if k.path[:-1] == path]
    above = [k.line for k in source.keys if k.path == path]
    return min([*above, *(k.line for k in inside)]), max(source.block_end(k.line, k.column) for k in inside)


@mistake
def duplicate_key(draw: Draw) -> Mutation | None:
    key = draw.rng.choice(draw.source.keys)
    end = draw.source.block_end(key.line, key.column)
    first, *rest = draw.source.lines[key.line : end]
    raw = draw.source.edited(end, end, " " * key.column + first[key.column :], *rest)
    return draw.edit(end, end, f"`{key.name}` twice", raw)


@mistake
def empty_value(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.words])
    return draw.edit(key.line, key.line, f"nothing after `{key.name}:`", draw.source.with_value(key, ""))


def _replaced(draw: Draw, key: Key, value: str) -> Mutation:
    return draw.edit(key.line, key.line, f"{key.name}: {value[:60]}", draw.source.with_value(key, value))


@mistake
def wrong_choice(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.fields(lambda f: choices(f.annotation)) if key.words])
    field = draw.source.field(key)
    assert field
    new = draw.rng.choice([draw.slip(key.words), "other", f"{key.words} and more", "7"])
    return None if new in map(str, choices(field[1].annotation)) else _replaced(draw, key, new)


@mistake
def bad_date(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if re.fullmatch(r"\d{4}-\d\d-\d\d", key.words)])
    dates = ["2026-13-01", "2026-02-30", "31/11/2026", "1 Dec 2026", "next year", "2026-1-5", "26-11-23", "2026/11/23"]
    return _replaced(draw, key, draw.rng.choice([*dates, "2026-11-23T10:00"]))


@mistake
def bad_url(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.name == "url" and key.words])
    start = draw.rng.choice(["http://", "www.", "https:/", "https://a b."])
    new = [key.words.replace("https://", start), "TBC", "javascript:alert(1)"]
    return _replaced(draw, key, draw.rng.choice(new))


@mistake
def too_long(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.fields() if key.name in _SHORT and key.words])
    return _replaced(draw, key, ("a very long text " * 42).strip())


@mistake
def text_for_number(draw: Draw) -> Mutation | None:
    fields = draw.source.fields(lambda field: is_number(field.annotation))
    key = draw.rng.choice([key for key in (*fields, *draw.source.keys) if key.words.isdigit() and draw.source.field(key)])
    found = draw.source.field(key)
    if not found or not (is_number(found[1].annotation) or key.name == "min_weeks"):
        return None
    return _replaced(draw, key, draw.rng.choice(["four", "about 8", "4 hours", "4-8", "1,000", "½"]))


@mistake
def number_for_text(draw: Draw) -> Mutation | None:
    return _instead_of_words(draw, "12", "2026-01-01")


@mistake
def bare_word_for_text(draw: Draw) -> Mutation | None:
    return _instead_of_words(draw, "no", "null", "true", "~", "Yes")


def _instead_of_words(draw: Draw, *words: str) -> Mutation:
    key = draw.rng.choice([key for key in draw.source.fields() if key.name in _WORDS and key.words])
    return _replaced(draw, key, draw.rng.choice(words))


@mistake
def text_for_list(draw: Draw) -> Mutation | None:
    source = draw.source
    key = draw.rng.choice([key for key in source.keys if _is_block_list(key) and source.field(key)])
    words = [item.value.split("\n")[0] if isinstance(item.value, str) else "something" for item in key.value.value]
    words = [re.sub("[^A-Za-z0-9 -]", "", word) for word in words]
    new = draw.rng.choice([words[0], ", ".join(words[:3])])
    raw = source.edited(key.line, source.block_end(key.line, key.column), f"{_until_colon(draw, key)} {new}")
    return draw.edit(key.line, key.line, f"{key.name}: {new[:60]} (no list)", raw)


def _is_block_list(key: Key) -> bool:
    return isinstance(key.value, yaml.SequenceNode) and not key.value.flow_style


def _until_colon(draw: Draw, key: Key) -> str:
    return f"{draw.source.lines[key.line][: key.column]}{key.name}:"


@mistake
def list_for_text(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.words])
    lines = (_until_colon(draw, key), f"{' ' * key.column}  - {key.words}")
    return draw.edit(key.line, key.line + 1, f"{key.name}: a list", draw.source.edited(key.line, key.line + 1, *lines))


@mistake
def status_against_dates(draw: Draw) -> Mutation | None:
    """An opportunity whose status and dates cannot both be true."""
    if "opportunities" not in draw.source.name:
        return None
    key = draw.rng.choice([key for key in draw.source.keys if key.name == "status"])
    dates = [k for k in draw.source.keys if k.path[:-1] == key.path[:-1] and k.name in ("opens", "closes")]
    if dates:
        return None
    past, future = (draw.today + datetime.timedelta(days=days) for days in (-40, 40))
    status, opens, closes = draw.rng.choice(
        [
            ("on-hold", None, future),
            ("always", None, past),
            ("closed", past, future),
            ("open", None, past),
        ]
    )
    lines = [f"{' ' * key.column}{name}: {day}" for name, day in (("opens", opens), ("closes", closes)) if day]
    raw = draw.source.edited(key.line, key.line + 1, f"{_until_colon(draw, key)} {status}", *lines)
    return draw.edit(key.line, key.line + len(lines), f"{status}, {' and '.join(line.strip() for line in lines)}", raw)


@mistake
def placeholder_entry(draw: Draw) -> Mutation | None:
    """A file of `mentor-network new` in which only some of the examples were replaced."""
    known = {name: sorted(words) for name, words in draw.ids.items()}
    lines = scaffold.opportunity("a-new-thing", known, today=draw.today).split("\n")
    filled = draw.rng.randrange(len(_OWN_WORDS) + 1)
    for name, words in list(_OWN_WORDS.items())[:filled]:
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{name}:"))
        lines[at] = f"{name}: {words}"
    file = "opportunities/a-new-thing.yaml"
    return Mutation(file, 0, len(lines), f"examples left, {filled} replaced", {file: "\n".join(lines).encode()})


@mistake
def dangling_reference(draw: Draw) -> Mutation | None:
    catalogue, at, word = draw.rng.choice(list(draw.source.references()))
    new = draw.rng.choice([draw.slip(word).lower().replace("_", "-"), f"{word}-2", "something-else"])
    line = draw.source.lines[at]
    if new in draw.ids.get(catalogue, ()) or not re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", new):
        return None
    raw = draw.source.edited(at, at + 1, re.sub(rf"{re.escape(word)}\s*$", new, line))
    return draw.edit(at, at, f"reference to `{word}` of {catalogue} written `{new}`", raw)


@mistake
def duplicate_id(draw: Draw) -> Mutation | None:
    source = draw.source
    if source.name.startswith("case_studies/"):
        copy = source.name.replace(".md", "-copy.md")
        return Mutation(copy, 0, source.end, "a copy of a case study with the id of the first", {copy: source.raw})
    entry = draw.rng.choice(source.entries)
    end = source.block_end(entry.line, entry.column)
    copied = source.lines[entry.line : end]
    return draw.edit(end, end + len(copied), f"a copy of the entry {entry.path}", source.edited(end, end, *copied))


@mistake
def duplicate_term(draw: Draw) -> Mutation | None:
    """Two terms of the glossary that are one, or a term that is another name of a second one."""
    source = draw.glossary
    terms = [key for key in source.keys if key.name == "term" and key.words]
    other, key = sorted(draw.rng.sample(terms, 2), key=lambda term: term.line)
    names = [item.words for item in source.items if item.path[:-1] == (other.path[0], "also_known_as") and item.words]
    word = draw.rng.choice([other.words, other.words.upper(), f"{other.words.removesuffix('s')}s", *names[:1]])
    return Mutation(source.name, key.line, key.line, f"term: {word}", {source.name: source.with_value(key, word)})


@mistake
def removed_entry(draw: Draw) -> Mutation | None:
    entry = draw.rng.choice(draw.source.entries)
    key = next(key for key in draw.source.keys if key.path == (*entry.path, "id"))
    if not _is_used(draw, key):
        return None
    raw = draw.source.edited(entry.line, draw.source.block_end(entry.line, entry.column))
    return draw.edit(entry.line, entry.line, f"entry {entry.path} taken out: {key.words}", raw)


@mistake
def renamed_id(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.name == "id" and key.words])
    return _replaced(draw, key, f"{key.words}-new") if _is_used(draw, key) else None


def _is_used(draw: Draw, key: Key) -> bool:
    """Does something refer to an id, or was it published? If not, nobody misses it. `- core` and `/core/` are not prose."""
    if {"roles", "crisis_help"} & set(key.path):
        return False
    word = re.compile(rf"[-:/#{{\[,] ?{re.escape(key.words)}(?![\w-])", re.IGNORECASE)
    return sum(len(word.findall(text)) for text in draw.texts) > 1


@mistake
def section_misspelt(draw: Draw) -> Mutation | None:
    """A list of a file is misspelt, emptied or gone."""
    source = draw.source
    lists = [key for key in source.keys if len(key.path) == 1 and isinstance(key.value, yaml.CollectionNode)]
    key = draw.rng.choice([key for key in lists if not source.markdown and "/" not in source.name and key.name != "changes"])
    end, way = source.block_end(key.line, key.column), draw.rng.choice(["misspelt", "emptied", "gone"])
    if way == "misspelt":
        raw = source.edited(key.line, key.line + 1, draw.slip(key.name) + source.lines[key.line][len(key.name) :])
    elif way == "emptied":
        raw = source.edited(key.line, end, f"{key.name}:")
    elif source.name in CATALOGUES:
        raw = source.edited(key.line, end)
    else:
        return None
    return draw.edit(0 if way == "gone" else key.line, key.line, f"the list `{key.name}` {way}", raw)
