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
        (OSError(errno.EMFILE, "Too many open files"), "too many open files; fix that, then run this again"),
        (OSError("it broke"), "it broke; fix that, then run this again"),
        (OSError(), "the system refused without a reason; fix that, then run this again"),
    ],
)
def test_an_error_is_described_with_its_file_reason_and_help(error: OSError, line: str) -> None:
    assert describe(error) == line


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_folder_that_is_open_on_windows_is_to_be_closed(winerror: int) -> None:
    """Python on other systems sets no `winerror`, so the test does."""
    error = PermissionError(errno.EACCES, "Access is denied", "site")
    error.winerror = winerror  # type: ignore[attr-defined]
    assert describe(error).startswith("`site`: access is denied; close what has it open, such as Explorer")
