"""Problems: their order, duplicates, and texts that are safe to print."""

from __future__ import annotations

import pytest

from mentor_network.problems import Problem, Problems, Span, did_you_mean, printable, shorten


def test_problems_are_sorted_without_duplicates_and_unreadable_files_come_first() -> None:
    problems = Problems()
    for span in (Span("b.yaml", 2, 1), Span("b.yaml", 1, 5), Span("a.yaml", 9, 1), Span("b.yaml", 1, 5), Span("z.yaml")):
        problems.add(span, "bad-value", "wrong")
    problems.unreadable.add("z.yaml")
    assert [problem.place for problem in problems] == ["z.yaml:1:1", "a.yaml:9:1", "b.yaml:1:5", "b.yaml:2:1"]
    assert len(problems) == 4


def test_only_errors_are_errors() -> None:
    problems = Problems()
    problems.warn(Span("a"), "below-target", "too few")
    assert problems.errors == []
    problems.add(Span("a"), "bad-value", "wrong")
    assert [problem.message for problem in problems.errors] == ["wrong"]


def test_an_unknown_code_is_a_mistake_in_the_engine() -> None:
    with pytest.raises(AssertionError):
        Problems().add(Span("a"), "no-such-code", "wrong")


def test_a_reference_is_postponed_for_each_catalogue_that_was_not_read_whole() -> None:
    problems = Problems()
    assert not problems.postpone(frozenset(), Span("a"))
    assert problems.postpone(["stages", "domains"], Span("a"))
    assert problems.postponed == {"stages": [Span("a")], "domains": [Span("a")]}
    assert list(problems) == []


def test_control_characters_never_reach_a_terminal() -> None:
    problems = Problems()
    problems.add(Span("a\n\x1b[31m.yaml"), "bad-value", "wrong\x1b[0m", "mend\nit")
    [problem] = problems
    assert (problem.place, problem.message, problem.help) == ("a??[31m.yaml:1:1", "wrong?[0m", "mend?it")
    assert printable("caf\u00e9 \u2026") == "caf\u00e9 \u2026"


@pytest.mark.parametrize(
    ("text", "short"),
    [("a\n b", "a b"), ("`a`", "'a'"), ("x" * 40, "x" * 40), ("x" * 41, "x" * 39 + "\u2026"), ("a\u200bb", "a b")],
)
def test_an_authors_words_are_short_and_on_one_line(text: str, short: str) -> None:
    assert shorten(text) == short


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("foundaton", "foundation"), ("Foundation", "foundation"), ("sas led", "sas-led"), ("sas_led", "sas-led"), ("zzz", "")],
)
def test_the_nearest_known_word_is_suggested(word: str, suggestion: str) -> None:
    assert did_you_mean(word, ["foundation", "core", "sas-led"]) == (f"did you mean `{suggestion}`?" if suggestion else "")


def test_problems_sort_by_place() -> None:
    assert Problem("a", 2, 1, "age", "") < Problem("a", 10, 1, "age", "") < Problem("b", 1, 1, "age", "")


def test_one_cause_in_several_places_is_one_problem() -> None:
    problems = Problems()
    for line in (4, 9, 9, 12):
        problems.add_once(
            ("sources", "handbook"), Span("a.yaml", line), "unknown-reference", "no source is called `x`", "add it"
        )
    problems.add_once(("sources", "manual"), Span("a.yaml", 20), "unknown-reference", "no source is called `y`", "add it")
    assert [(problem.line, problem.message, problem.help) for problem in problems] == [
        (4, "no source is called `x`, and 2 more places name it", "add it; also in a.yaml:9, a.yaml:12"),
        (20, "no source is called `y`", "add it"),
    ]
    assert problems.unknown == {"sources"}
