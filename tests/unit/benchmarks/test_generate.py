"""Generated networks have as many entries as were asked for."""

from __future__ import annotations

import re

import pytest

from benchmarks.generate import Mixer
from mentor_network.records.fields import ID


@pytest.mark.parametrize("number", [500, 10_000])
def test_there_are_as_many_entries_as_asked_for(number: int) -> None:
    mixer = Mixer(number, "short", seed=1)
    assert len(mixer.ids) + len(mixer.retired) == number
    assert len(set(mixer.titles.values())) == len(mixer.ids)
    assert all(ID.fullmatch(word) and len(word) <= 60 for word in mixer.ids)
    assert max(map(len, mixer.titles.values())) <= 65


def test_too_few_entries_are_refused() -> None:
    with pytest.raises(SystemExit, match=re.compile(r"3 entries are too few: \d+ are pointed to")):
        Mixer(3, "short", seed=1)
