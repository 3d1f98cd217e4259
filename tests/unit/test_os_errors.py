"""Errors of the operating system in one line that says what to do."""

from __future__ import annotations

import errno

import pytest

from mentor_network.os_errors import describe


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            OSError(errno.EACCES, "Permission denied", "site"),
            "`site`: permission denied; ask whose it is, or name another folder",
        ),
        (OSError(errno.EMFILE, "Too many open files"), "too many open files; mend that, then run this again"),
        (OSError("it broke"), "it broke; mend that, then run this again"),
        (OSError(), "the system refused without a reason; mend that, then run this again"),
    ],
)
def test_an_error_is_described_with_its_file_reason_and_help(error: OSError, line: str) -> None:
    assert describe(error) == line
