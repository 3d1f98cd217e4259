"""Work done alongside our own, by a copy of this process on another core."""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

A = TypeVar("A")
T = TypeVar("T")


def from_both_ends(work: Callable[[A], T], items: Sequence[A]) -> list[T]:
    """What `work` makes of each item, in their order: of the first ones here and of the last ones in a copy, until they
    meet. So neither waits long for the other, however uneven the items are.
    """
    taken = mmap.mmap(-1, max(len(items), 1))  # a byte for each item, which both see

    def some(numbers: Iterable[int]) -> dict[int, T]:
        made = {}
        for number in numbers:
            if taken[number]:
                break
            taken[number] = 1
            made[number] = work(items[number])
        return made

    with alongside(lambda: some(reversed(range(len(items))))) as rest:
        made = some(range(len(items)))
        made |= rest()
    # None is missing, unless the copy was killed or stopped at an error.
    return [made[number] if number in made else work(items[number]) for number in range(len(items))]


@contextmanager
def alongside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Start `work`, and give what waits for its result, to be called once. The result has to be one that can be pickled.

    The copy sees everything as it is now, and nothing that it changes is seen here. Where none can be made, or where it is
    killed or stops at an error, the work is done when its result is asked for: an error is raised as if no copy were made.
    """
    if not _possible():
        yield work
        return
    end, begin = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python counts threads too, and cannot know what they do
        copy = os.fork()
    if not copy:
        _work(work, begin)
    os.close(begin)
    try:
        with os.fdopen(end, "rb") as pipe:
            yield lambda: _handed_over(pipe.read(), work)
    finally:
        os.kill(copy, signal.SIGKILL)  # nobody waits for it any more, if it still works
        os.waitpid(copy, 0)


class Threads:
    """What is known of the other threads of this process. A copy has none of them, and what one has locked stays locked in
    it for ever."""

    #: Set by whoever started them, and knows that they lock nothing that our work uses.
    harmless = False


def _possible() -> bool:
    """Are there two cores, and no thread that could be in the way? Elsewhere than on Linux the system's own libraries may
    have started some that Python does not know of."""
    alone = Threads.harmless or threading.active_count() == 1
    return sys.platform == "linux" and alone and len(os.sched_getaffinity(0)) > 1


def _work(work: Callable[[], Any], begin: int) -> NoReturn:
    """The whole life of a copy. It must not come back to what our process goes on with, whatever happens."""
    try:
        gc.disable()  # looking through what is shared would make it two
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that people know
        _close_all_but(begin)
        with os.fdopen(begin, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _close_all_but(kept: int) -> None:
    """Our lock on the site must be free as soon as we are gone, though a copy has not heard of that."""
    for number in [int(path.name) for path in Path("/proc/self/fd").iterdir()]:
        if number > 2 and number != kept:
            with suppress(OSError):  # the list itself was read through one that is closed by now
                os.close(number)


def _handed_over(result: bytes, work: Callable[[], T]) -> T:
    try:
        made: T = pickle.loads(result)
    except (EOFError, pickle.UnpicklingError):
        return work()
    return made
