"""`check` answers any content of any file: problems and an exit code, and never an exception."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_network import pipeline
from mentor_network.cli.check import FORMATS
from support.fuzzing import answer, any_file, assert_answers, changed, mutations, random_syntax
from support.networks import NETWORK
from support.sweeps import a_few, examples


@any_file
@examples(12)
@given(raw=st.binary(max_size=400))
@example(raw=b"")
@example(raw=b"\xff\xfe")
@example(raw=b"---\n---\n")
@example(raw=b"[]")
@example(raw=b"{}")
@example(raw=b"[[]]")
@example(raw=b"- {id: {}, domains: {}, rows: 1}\n")
@example(raw=b"---\nkind: []\nid: {}\n---\n")
@example(raw=b"tables: {id: 1}\nmodels: [x]\nthemes: [[]]\nsources: ''\nnations: {}\nroles: 3\n")
def test_any_bytes_as_any_file(root: Path, name: str, raw: bytes) -> None:
    with changed(root, name, raw):
        assert_answers(root)


@any_file
@examples(25)
@given(text=random_syntax)
def test_random_syntax_as_any_file(root: Path, name: str, text: str) -> None:
    with changed(root, name, text.encode("utf-8", "surrogatepass")):
        assert_answers(root)


@pytest.mark.parametrize("name", a_few(["content/guides/shadowing.md", "case_studies/matching-projects.md"]))
@examples(60)
@given(text=random_syntax)
@example(text="```view\n")
@example(text="```view\n```\n")
@example(text="```view\n[]\n```\n")
@example(text="```view\nopportunities:\n```\n")
@example(text="```view\nopportunities: {}\ncase_studies: {}\n```\n")
@example(text="[x](")
@example(text="[x]()")
@example(text="{")
def test_random_syntax_below_the_front_matter_of_a_page(root: Path, name: str, text: str) -> None:
    facts = (NETWORK / name).read_text("utf-8").split("---\n")[1]
    with changed(root, name, f"---\n{facts}---\n{text}".encode("utf-8", "surrogatepass")):
        assert_answers(root)


@pytest.mark.gate
@examples(500)
@given(mutation=mutations())
def test_valid_files_after_typing_mistakes(root: Path, mutation: tuple[str, bytes]) -> None:
    with changed(root, *mutation):
        assert_answers(root)


@pytest.mark.parametrize("form", a_few(sorted(FORMATS)))
@examples(40)
@given(mutation=mutations())
def test_every_format_prints_every_problem(root: Path, form: str, mutation: tuple[str, bytes]) -> None:
    with changed(root, *mutation):
        code, text, problems = answer(root, "--format", form)
    assert code == (1 if problems.errors else 0)
    counted = {
        "text": lambda: len(re.findall(r"^[^\s].*?:\d+:\d+: [a-z0-9-]+: ", text, re.MULTILINE)),
        "github": lambda: len(re.findall(r"^::(?:error|warning) file=", text, re.MULTILINE)),
        "json": lambda: text.count('"severity": '),
    }
    assert counted[form]() == len(problems)


@examples(30)
@given(days=st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))
def test_check_accepts_any_date_as_today(root: Path, days: datetime.date) -> None:
    _, problems = pipeline.check(root, today=days)
    assert {problem.code for problem in problems} <= {"overdue-review", "past-closing-date"}
    assert problems.errors == []
