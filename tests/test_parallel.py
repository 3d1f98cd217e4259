"""Work done by a copy of this process comes to the same as work done here, whatever happens to the copy."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import parallel
from mentor_network.parallel import alongside, from_both_ends

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux only")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def two_cores_and_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is for our command: whoever runs these tests may have threads, or one core."""
    monkeypatch.setattr(parallel, "_possible", lambda: True)


def in_a_copy(work: Callable[[], object]) -> Callable[[], tuple[bool, object]]:
    return lambda: (os.getpid() != HERE, work())


def test_a_copy_does_the_work_and_hands_it_over() -> None:
    with alongside(in_a_copy(lambda: ["x"] * 1_000_000)) as result:
        assert result() == (True, ["x"] * 1_000_000)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_work_of_a_copy_that_was_killed_is_done_here(how: signal.Signals) -> None:
    def work() -> str:
        if os.getpid() != HERE:
            os.kill(os.getpid(), how)
        return "done"

    with alongside(work) as result:
        assert result() == "done"


def test_an_error_is_raised_here_as_if_there_were_no_copy(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"), alongside(work) as result:
        result()
    assert capfd.readouterr() == ("", ""), "the copy says nothing: people would read it twice"


def test_what_cannot_be_handed_over_is_made_here() -> None:
    with alongside(in_a_copy(lambda: lambda: 7)) as result:
        in_copy, made = result()
        assert not in_copy and callable(made) and made() == 7


def test_a_copy_that_nobody_waits_for_is_stopped(tmp_path: Path) -> None:
    def work() -> None:
        time.sleep(5)
        (tmp_path / "worked on").touch()

    with pytest.raises(KeyboardInterrupt), alongside(work):
        raise KeyboardInterrupt
    assert not (tmp_path / "worked on").exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_copy_holds_nothing_that_is_open_here(tmp_path: Path) -> None:
    """A lock on the site is one: it must be free when the build that took it is gone."""
    with (tmp_path / "lock").open("w") as lock:

        def work() -> bool:
            try:
                os.fstat(lock.fileno())
            except OSError:
                return False
            return True

        with alongside(in_a_copy(work)) as result:
            assert result() == (True, False)


def test_ctrl_c_is_for_the_process_that_people_know() -> None:
    def work() -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "done"

    with alongside(lambda: work() if os.getpid() != HERE else "not in the copy") as result:
        assert result() == "done"


@pytest.mark.parametrize("harmless", [False, True])
def test_a_process_with_threads_makes_a_copy_only_where_they_are_known(
    monkeypatch: pytest.MonkeyPatch, harmless: bool
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(parallel.os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(parallel.Threads, "harmless", harmless)
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        with alongside(in_a_copy(lambda: 1)) as result:
            assert result() == (harmless, 1)
    finally:
        ended.set()
        thread.join()


def test_items_are_made_from_both_ends_and_come_in_their_order() -> None:
    made = from_both_ends(lambda number: (time.sleep(0.01), number, os.getpid())[1:], range(40))
    assert [number for number, _ in made] == [*range(40)]
    workers = [pid for _, pid in made]
    assert workers[0] == HERE != workers[-1] and len(set(workers)) == 2
    assert workers == sorted(workers, key=HERE.__ne__), "the first ones here, the last ones in the copy"


def test_items_that_a_copy_took_and_never_handed_over_are_made_here() -> None:
    def work(number: int) -> int:
        if os.getpid() != HERE and number < 38:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return number

    assert from_both_ends(work, range(40)) == [*range(40)]


def test_there_may_be_nothing_to_make() -> None:
    assert from_both_ends(str, []) == []
