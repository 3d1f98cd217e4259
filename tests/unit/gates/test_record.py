"""The records of tests that the accessibility statement may refer to."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mentor_network.gates import record
from support.manual_record import manual_record

DAY = datetime.date(2026, 8, 6)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = record.write(tmp_path, DAY, 3, ["A1", "A2"], ["A16"])
    assert file == tmp_path / record.GATES_PASSED
    assert record.read(tmp_path) == record.Record(DAY, frozenset({"A1", "A2"}))
    assert "`mentor-network gates --record` writes this file." in file.read_text("utf-8")


@pytest.mark.parametrize("with_network", [False, True])
def test_without_files_nothing_was_tested(with_network: bool, tmp_path: Path) -> None:
    assert record.read(tmp_path if with_network else None) == record.Record()


@pytest.mark.parametrize(
    "content", [b"\xff", b"[", b"words", b"date: soon\npassed: []", b"passed: [A1]", b"date: 2026-08-06"]
)
def test_a_file_that_cannot_be_used_is_an_error_message(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / record.GATES_PASSED).write_bytes(content)
    found = record.read(tmp_path)
    assert (found.date, found.passed) == (None, frozenset())
    assert found.faults == (f"{record.GATES_PASSED}: it cannot be read; write it again: mentor-network gates --record",)


def test_manual_tests_with_an_error_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    file = tmp_path / record.TRIED_BY_HAND
    file.write_text(manual_record(), "utf-8")
    assert [test["technology"] for test in record.read(tmp_path).by_hand] == ["voice control"]
    file.write_text(manual_record(date="soon"), "utf-8")
    found = record.read(tmp_path)
    assert found.by_hand == [] and "write the date as 2027-01-15" in found.faults[0]
