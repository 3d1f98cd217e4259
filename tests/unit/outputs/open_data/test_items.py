"""What is published of the records."""

from __future__ import annotations

import pytest

from mentor_network.outputs.open_data import items


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", []),
        ("Only text.\n", [("", "Only text.")]),
        ("## One\n\nText.\n", [("One", "Text.")]),
        ("Before.\n\n## One\n\nText.\n\n### Part\n\nMore.\n\n## Two\n", [
            ("", "Before."), ("One", "Text.\n\n### Part\n\nMore."), ("Two", "")]),
    ],
)  # fmt: skip
def test_a_text_is_split_at_headings_of_level_2(text: str, sections: list[tuple[str, str]]) -> None:
    assert [(part["heading"], part["text"]) for part in items.sections(text)] == sections
