"""Mistakes in the form of YAML."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from mutations.mutation import Draw, Mutation, mistake
from mutations.sources import Path

#: A text of at most this many words may be a name.
_NAME = 8
#: A row of at least this many characters may have been wrapped.
_WRAPPED = 100


def _line(draw: Draw, number: int, new: str, what: str) -> Mutation:
    """One line of the file replaced."""
    return draw.edit(number, number, what, draw.source.edited(number, number + 1, new))


@mistake
def bad_indentation(draw: Draw) -> Mutation | None:
    source = draw.source
    beside = Counter(key.path[:-1] for key in source.keys)
    key = draw.rng.choice([key for key in source.keys if beside[key.path[:-1]] > 1])
    by, line = draw.rng.choice([1, 2, 3, -1, -2]), source.lines[key.line]
    by = by if line.startswith(" " * -by) else -by
    new = " " * by + line if by > 0 else line[-by:]
    end = source.block_end(key.line, key.column)
    what = f"`{key.name}` {abs(by)} too far to the {'right' if by > 0 else 'left'}"
    return draw.edit(key.line - 1, end, what, source.edited(key.line, key.line + 1, new))


@mistake
def tab(draw: Draw) -> Mutation | None:
    lines = enumerate(draw.source.lines[: draw.source.end])
    number, line = draw.rng.choice([(n, line) for n, line in lines if line.startswith("  ") and line.strip()])
    new = draw.rng.choice(["\t" + line.lstrip(), line.replace("  ", "\t", 1)])
    return _line(draw, number, new, "a tab at the start of the line")


@mistake
def missing_colon(draw: Draw) -> Mutation | None:
    key = draw.rng.choice(draw.source.keys)
    line, at = draw.source.lines[key.line], key.column + len(key.name)
    return _line(draw, key.line, line[:at] + line[at + 1 :], f"no colon after `{key.name}`")


@mistake
def missing_space_after_colon(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.words])
    line, at = draw.source.lines[key.line], key.column + len(key.name) + 1
    return _line(draw, key.line, line[:at] + line[at:].lstrip(), f"no space after `{key.name}:`")


@mistake
def unquoted_colon(draw: Draw) -> Mutation | None:
    places = [place for place in (*draw.source.keys, *draw.source.items) if " " in place.words]
    place = draw.rng.choice(places)
    space = draw.rng.choice([match.start() for match in re.finditer(" ", place.words)])
    words = place.words[:space] + ":" + place.words[space:]
    line = draw.source.lines[place.line]
    return _line(draw, place.line, line.replace(place.words, words), f"a second colon: {words[:60]}")


@mistake
def comment_cuts_words(draw: Draw) -> Mutation | None:
    """A hash before a word of a text without quotes: all that follows is a comment."""
    values = [place.value for place in (*draw.source.keys, *draw.source.items)]
    plain = [value for value in values if isinstance(value, yaml.ScalarNode) and not value.style and " " in value.value]
    value = draw.rng.choice(plain)
    number = draw.rng.randrange(value.start_mark.line, value.end_mark.line + 1)
    line = draw.source.lines[number]
    start = value.start_mark.column + 1 if number == value.start_mark.line else len(line) - len(line.lstrip())
    at = draw.rng.choice([match.start() for match in re.finditer("(?<= )[A-Za-z0-9]", line) if match.start() > start])
    new = f"{line[:at]}#{line[at:]}"
    return draw.edit(number - 1, number, f"a hash: {new.strip()[:60]}", draw.source.edited(number, number + 1, new))


@mistake
def smart_quotes(draw: Draw) -> Mutation | None:
    quoted = [(n, match) for n, match in draw.source.matches(r'(?<=[:-] )"([^"\\]+)"$') if n < draw.source.end]
    number, match = draw.rng.choice(quoted)
    new = draw.rng.choice(["“{}”", "‘{}’", "„{}“"]).format(match[1])
    return _line(draw, number, match.string[: match.start()] + new, f"curly quotes: {new[:60]}")


@mistake
def stray_quote(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.words])
    first, _, rest = key.words.partition(" ")
    value = draw.rng.choice([f'"{key.words}', f"'{key.words}", f'"{first}" {rest} x'])
    raw = draw.source.with_value(key, value)
    return draw.edit(key.line, key.line, f"a quotation mark: {value[:60]}", raw)


@mistake
def special_start(draw: Draw) -> Mutation | None:
    key = draw.rng.choice([key for key in draw.source.keys if key.words])
    start = draw.rng.choice(["*", "&", "!", "%", "@", "`", "[", "{", "> ", "| ", "? ", "- ", "# "])
    raw = draw.source.with_value(key, f"{start}{key.words}")
    return draw.edit(key.line, key.line + 1, f"`{start}` before {key.words[:60]}", raw)


@mistake
def forgotten_dash(draw: Draw) -> Mutation | None:
    item = draw.rng.choice(draw.source.items)
    above, line = draw.source.lines[item.line - 1 : item.line + 1]
    if len(above) > _WRAPPED and above.endswith((".", "?", "!")):
        return None  # nobody can tell the item from the next sentence of a text that was wrapped there
    raw = draw.source.edited(item.line, item.line + 1, line.replace("- ", "  ", 1))
    end = draw.source.block_end(item.line, item.column)
    return draw.edit(item.line - 1, end, f"no dash before {line.strip()[2:60]}", raw)


@mistake
def flow_list_cut(draw: Draw) -> Mutation | None:
    """Sentences in square brackets: a comma inside one of them cuts it in two."""
    source = draw.source
    lists: dict[Path, list[str]] = {}
    for item in source.items:
        lists.setdefault(item.path[:-1], []).append(item.words)
    fit = [path for path, words in lists.items() if all(words) and _plain(words)]
    path = draw.rng.choice(fit)
    key = next(key for key in source.keys if key.path == path)
    new = f"{source.lines[key.line][: key.column]}{key.name}: [{', '.join(lists[path])}]"
    raw = source.edited(key.line, source.block_end(key.line, key.column), new)
    return draw.edit(key.line, key.line, f"brackets round a sentence with a comma: {new.strip()[:60]}", raw)


def _plain(words: list[str]) -> bool:
    sentence = any(", " in word and len(word.split()) > _NAME for word in words)
    return sentence and not any(set(word) & set("[]{}#:\"'&*!|>%@`?") for word in words)


@mistake
def pasted_at_end(draw: Draw) -> Mutation | None:
    if draw.source.markdown:
        return None
    lines = draw.source.text.rstrip("\n").split("\n")
    pasted = [
        "Thanks, see you on Monday",
        "  extra: line",
        "- ",
        "- id: new-thing",
        "id: new-thing\ntitle: New",
        "---\n- id: x",
    ]
    words = draw.rng.choice(pasted)
    raw = "\n".join([*lines, words, ""]).encode()
    return draw.edit(len(lines) - 1, len(lines) + 1, f"pasted at the end: {words!r}", raw)


@mistake
def deleted_line(draw: Draw) -> Mutation | None:
    lines = enumerate(draw.source.lines)
    number = draw.rng.choice([n for n, line in lines if line.strip() and not line.lstrip().startswith("#")])
    raw = draw.source.edited(number, number + 1)
    return draw.edit(number - 1, number, f"a line taken out: {draw.source.lines[number].strip()[:60]}", raw)


@mistake
def joined_lines(draw: Draw) -> Mutation | None:
    lines, last = draw.source.lines, draw.source.end - 1
    number = draw.rng.choice([n for n in range(1, last - 1) if lines[n].strip() and lines[n + 1].strip()])
    joined = f"{lines[number]} {lines[number + 1].lstrip()}"
    raw = draw.source.edited(number, number + 2, joined)
    return draw.edit(number - 1, number + 1, f"two lines in one: {joined.strip()[:60]}", raw)
