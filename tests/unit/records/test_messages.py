"""Grouping of pydantic's errors. The texts of messages have golden files in tests/cases/problems."""

from __future__ import annotations

import pytest

from mentor_network.problems import Problems
from mentor_network.records import Theme
from mentor_network.records.fields import Record
from mentor_network.records.message_texts import message_for
from mentor_network.records.mistakes import FieldError
from mentor_network.records.read import validate
from mentor_network.source import Document, parse


def messages(text: str, model: type[Record] = Theme) -> list[tuple[int, int, str, str]]:
    """The line, column, code and message of each problem of one record."""
    problems = Problems()
    value = parse(text, "a.yaml", problems)
    assert value is not None
    assert validate(model, Document("a.yaml", value), (), problems) is None
    return [(problem.line, problem.column, problem.code, problem.message) for problem in problems]


def test_missing_keys_of_an_entry_are_one_message() -> None:
    assert messages("id: a\n") == [(1, 1, "missing-key", "this entry has no `name`, `meaning` and `domains`")]


def test_a_misspelt_key_is_not_reported_as_missing_too() -> None:
    text = "id: a\nname: A\nmeanin: B\ndomains: [a-b]\n"
    assert messages(text) == [(3, 1, "unknown-key", "there is no field called `meanin` here")]


@pytest.mark.parametrize(("count", "listed"), [(6, "`k0`, `k1`, `k2`, `k3`, `k4` and `k5`"), (8, "`k5` and 2 more")])
def test_a_message_names_at_most_6_missing_keys(count: int, listed: str) -> None:
    names = [f"k{number}" for number in range(count)]
    message = message_for(FieldError("missing", (), None, {"names": names}, ()))
    assert message.message.endswith(listed)


def test_an_error_without_a_builder_has_a_message_too() -> None:
    message = message_for(FieldError("some_new_error", ("field",), "x", {}, ()))
    assert (message.code, message.message) == ("bad-value", "`field` cannot be `x`")
