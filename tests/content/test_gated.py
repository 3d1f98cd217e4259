"""docs/tests.md says of every file which of its tests wait for `make gates`."""

from __future__ import annotations

import re

from support.networks import ROOT

TABLE = (ROOT / "docs" / "tests.md").read_text("utf-8")
LISTED = re.findall(r"^\| `(tests/\S+\.py)` \| .*\S.* \| .*\S.* \|$", TABLE, re.MULTILINE)


def test_every_file_with_tests_for_the_gates_alone_is_in_the_table(gated: set[str]) -> None:
    assert sorted(gated - set(LISTED)) == [], "say in docs/tests.md what `make test` still runs of these, and what waits"


def test_every_file_of_the_table_has_such_tests(gated: set[str], collected: set[str]) -> None:
    assert [file for file in LISTED if file in collected and file not in gated] == []
    assert [file for file in LISTED if not (ROOT / file).is_file()] == []
    assert len(set(LISTED)) == len(LISTED) > 40
