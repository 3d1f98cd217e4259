"""Authors' text is split into segments whose offsets lead back to the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.prose_lint.segments import Segment, segments_of
from support.networks import NETWORK, TODAY

GUIDE = "content/guides/shadowing.md"
HEAD = (NETWORK / GUIDE).read_text("utf-8").split("---\n")[1]


@pytest.fixture
def split(network: Callable[[dict[str, str | None]], Path]) -> Callable[[str], list[Segment]]:
    def segments(body: str) -> list[Segment]:
        records, _ = pipeline.check(network({GUIDE: f"---\n{HEAD}---\n{body}"}), today=TODAY)
        (page,) = [entry for entry in records.pages if entry.document.file == GUIDE]
        return [segment for segment in segments_of(page) if segment.passage.steps is None]

    return segments


def test_each_block_is_a_segment_of_its_kind(split: Callable[[str], list[Segment]]) -> None:
    body = "\nOne\ntwo.\n\n## Head\n\n- a\n- b\n\n| c | d |\n| --- | --- |\n| e | f |\n"
    assert [(segment.kind, segment.text) for segment in split(body)] == [
        ("text", "One\ntwo."),
        ("heading", "Head"),
        ("item", "a"),
        ("item", "b"),
        *(("cell", text) for text in "cdef"),
    ]


def test_code_and_link_targets_are_blank_and_offsets_stay(split: Callable[[str], list[Segment]]) -> None:
    line = 'See `code` and [this](/stages/core/) and "that" word.'
    (segment,) = split(f"\n{line}\n")
    assert "code" not in segment.text and "/stages/" not in segment.text and "[this" in segment.text
    assert '"that"' in segment.text and "that" not in segment.own
    assert len(segment.own) == len(segment.text)
    span = segment.at(segment.text.index("word"))
    assert (span.file, span.column) == (GUIDE, line.index("word") + 1)


def test_sentences_end_with_a_mark_or_a_colon_before_a_new_line(split: Callable[[str], list[Segment]]) -> None:
    (segment,) = split("\nOne 1.5 two. Three? Four:\nFive, six: seven\n")
    assert [sentence for _, sentence in segment.sentences()] == ["One 1.5 two.", "Three?", "Four:", "Five, six: seven"]
    assert all(segment.text[start:].startswith(sentence) for start, sentence in segment.sentences())
