"""Edits of YAML text keep everything else."""

from __future__ import annotations

from mentor_network.authoring.yaml_edits import Edits

TEXT = """\
# About the list.
- id: one
  words: >-
    The first sentence is here. The second goes on for more
    than a line.

    Another paragraph.
  more:
    - a: 1
    - a: 2

# About the next.
- id: two
  words: "A text: in quotes. Drop it."
"""


def test_a_key_is_removed_with_everything_nested_in_it() -> None:
    edits = Edits(TEXT)
    edits.remove(8, 3)
    assert edits.text() == TEXT.replace("  more:\n    - a: 1\n    - a: 2\n", "")
    edits = Edits(TEXT)
    edits.remove(9, 5)
    assert edits.text() == TEXT.replace("    - a: 1\n", "")


def test_only_a_paragraph_that_changes_is_wrapped_again() -> None:
    edits = Edits(TEXT)
    edits.rewrite(3, 3, lambda text: text.replace("The first sentence is here. ", ""))
    edits.rewrite(14, 3, lambda text: text.replace(" Drop it.", ""))
    first = "    The first sentence is here. The second goes on for more\n    than a line.\n"
    expected = TEXT.replace(first, "    The second goes on for more than a line.\n")
    assert edits.text() == expected.replace(" Drop it.", "")
