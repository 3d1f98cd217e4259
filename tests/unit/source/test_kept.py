"""A list that is parsed entry by entry is the list that is parsed whole, also after an edit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_network.problems import Problems
from mentor_network.source import Items, Kept, Table, Text, parse
from mentor_network.source.kept import parse_entries

#: Lines of a list, right and wrong.
LINES = (
    *(
        "- id: a",
        "- id: b",
        "- - x",
        "- >-",
        "- |+",
        "-",
        "- ",
        "- 'open",
        '- "open',
        "- [a,",
        "- a: {b: c,",
        "--- ",
        "...",
        "- !x y",
    ),
    *(
        "  title: x",
        "  title: 'y",
        "  title: y'",
        '  text: "y',
        '  "',
        "  text: >",
        "    folded",
        "  list: [a, b]",
        "  list:",
        "    - c",
    ),
    *("  - d", " e", "f", "]", "}", "", "   ", "# comment", "  # comment", "\tg", "  a: b", "  a: b", "- &x y", "%YAML 1.1"),
)
texts = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)


def placed(value: Any) -> Any:
    """A value with the line and column of all that is in it."""
    here = (value.line, value.column)
    if isinstance(value, Table):
        return here, [(placed(key), placed(inner)) for key, inner in value.items()]
    if isinstance(value, Items):
        return here, [placed(inner) for inner in value]
    assert isinstance(value, Text)
    return here, str(value), value.plain


def whole(text: str) -> tuple[Any, Problems]:
    problems = Problems()
    return parse(text, "a.yaml", problems), problems


@given(texts, texts)
def test_entries_are_those_of_the_whole_file(before: str, after: str) -> None:
    kept = Kept()
    for text in (before, after, before):
        value, problems = whole(text)
        entries = parse_entries(text, "a.yaml", kept)
        if entries is not None:
            assert problems.items == [] and placed(entries) == placed(value)
        kept.forget_unused()


def test_an_entry_that_only_moved_is_the_same_object_in_another_line() -> None:
    kept = Kept()
    first = parse_entries("- id: a\n- id: b\n", "a.yaml", kept)
    assert first
    again = parse_entries("# note\n- id: new\n- id: a\n- id: b\n", "a.yaml", kept)
    assert again and again[1] is first[0] and again[2] is first[1]
    assert [item.line for item in again] == [2, 3, 4] and again.line == 2


def test_equal_entries_are_not_one_object() -> None:
    entries = parse_entries("- id: a\n- id: a\n", "a.yaml", Kept())
    assert entries and entries[0] is not entries[1] and [item.line for item in entries] == [1, 2]


@pytest.mark.parametrize(
    "text", ["", "# only a note\n", "a: b\n", "- a\n---\n- b\n", "- a\n...\n- b\n", "- 'a\n- b'\n", "[]\n"]
)
def test_other_files_are_parsed_whole(text: str) -> None:
    assert parse_entries(text, "a.yaml", Kept()) is None


def test_what_is_not_used_is_forgotten() -> None:
    kept = Kept()
    kept.put("a", 1)
    kept.forget_unused()
    assert kept.get("a") == 1
    kept.forget_unused()
    kept.forget_unused()
    assert kept.get("a") is None
