"""`source.parse` returns a value or problems for any text."""

from __future__ import annotations

import gc

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentor_network import source
from mentor_network.problems import CODES, Problems
from support.fuzzing import random_syntax


@settings(max_examples=400)
@given(text=st.one_of(random_syntax, st.text()), first_line=st.integers(1, 50))
@example(text="\ud800", first_line=1)
@example(text="a: \ud800", first_line=1)
@example(text="\0", first_line=1)
@example(text="? \n? \n", first_line=1)
@example(text='"\\x00": "\\u2028"', first_line=1)
@example(text="a: >\n\n\n", first_line=1)
def test_parse_returns_a_value_or_problems(text: str, first_line: int) -> None:
    problems = Problems()
    value = source.parse(text, "a.yaml", problems, first_line=first_line)
    assert gc.isenabled()
    if value is None:
        assert problems.errors
    for problem in problems:
        assert problem.code in CODES
        assert problem.help
        assert problem.line >= first_line
        assert problem.column >= 1
