"""Confidentiality of whole networks: no message repeats a finding, and what is allowed, acknowledged or too long."""

from __future__ import annotations

import re
import shutil
import string
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_network import pipeline
from mentor_network.cli.check import FORMATS
from mentor_network.confidentiality import SCREENS
from mentor_network.confidentiality.files import redact_quotations
from mentor_network.problems import Problem, Problems
from support.networks import NETWORK, TODAY
from support.sweeps import examples

SEVERITY = {screen.code: screen.severity for screen in SCREENS}


def _check_digit(digits: str) -> str:
    rest = 11 - sum(int(d) * (10 - n) for n, d in enumerate(digits)) % 11
    return "" if rest == 10 else digits + str(rest % 11)


_RARE = st.text(alphabet="qxzjkvw", min_size=5, max_size=8)
_DIGITS = st.text(alphabet=string.digits, min_size=9, max_size=9)
#: What is inserted, and the letters and digits that the output must not contain.
SECRETS: st.SearchStrategy[tuple[str, str]] = st.one_of(
    _DIGITS.map(_check_digit).filter(bool).map(lambda n: (f"{n[:3]} {n[3:6]} {n[6:]}", n)),
    _DIGITS.map(_check_digit).filter(bool).map(lambda n: (n, n)),
    st.tuples(st.sampled_from(["Mr", "Dr", "Sister"]), _RARE).map(lambda t: (f"{t[0]} {t[1].capitalize()}", t[1])),
    _RARE.map(lambda name: (f"{name}@nhs.net", name)),
    st.tuples(_RARE, st.sampled_from(["%40", "%2540", "&#64;", "&commat;", "&amp;#64;", "%26%2364%3B"])).map(
        lambda t: (f"{t[0]}{t[1]}nhs.net", t[0])
    ),
    st.integers(10**6, 10**7 - 1).map(lambda n: (f"GMC {n}", str(n))),
    st.integers(10**8, 10**9 - 1).map(lambda n: (f"07{n}", f"07{n}")),
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the small network for all examples."""
    return Path(shutil.copytree(NETWORK, tmp_path_factory.mktemp("copy") / "network"))


CASE = NETWORK / "case_studies" / "board-meetings.md"


def places() -> Iterator[tuple[int, str]]:
    """Each line of a case study, with each way to insert a secret there."""
    inside = True
    for number, line in enumerate(CASE.read_text("utf-8").split("\n")):
        if number and line == "---":
            inside = False
        elif inside and number:
            yield from ((number, how) for how in ("value", "quoted", "key", "comment", "list", "after"))
        elif line:
            yield from ((number, how) for how in ("after", "value"))


def planted(secret: str, number: int, how: str) -> str:
    lines = CASE.read_text("utf-8").split("\n")
    line = lines[number]
    key = line.partition(":")[0]
    lines[number] = {
        "value": f"{key}: {secret}" if ":" in line else secret,
        "quoted": f'{key}: "{secret}"',
        "key": f"{secret}: {line.partition(':')[2]}",
        "comment": f"{line} # {secret}",
        "list": f"{key}: [{secret}, 2]",
        "after": f"{line} {secret}",
    }[how]
    return "\n".join(lines)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


@examples(40)
@given(secret=SECRETS, place=st.sampled_from(list(places())))
@example(secret=("943 476 5919", "9434765919"), place=(1, "value"))
@example(secret=("Mr Qxzjk", "qxzjk"), place=(1, "value"))
def test_no_output_format_repeats_the_text_of_a_finding(copied: Path, secret: tuple[str, str], place: Any) -> None:
    (copied / "case_studies/board-meetings.md").write_text(planted(secret[0], *place), "utf-8")
    _, problems = pipeline.check(copied, today=TODAY)
    assert [problem for problem in problems if problem.code in SEVERITY] != []
    for form in FORMATS.values():
        assert secret[1] not in letters(form(problems))


def test_quotations_in_messages_about_a_file_with_a_finding_are_redacted() -> None:
    problems = Problems()
    said = {
        ("a.md", "bad-id", "`Mr Smith` cannot be part of an address", "such as `mr-smith`"),
        ("a.md", "too-long", "`title` is 9 characters too long", "use 65 characters or fewer"),
        ("a.md", "missing-key", "this entry has no `cost`", "add a line such as `cost: free`"),
        ("b.md", "bad-id", "`Mr Smith` cannot be part of an address", ""),
    }
    problems.items = [Problem(file, 1, 1, code, message, help) for file, code, message, help in said]
    redact_quotations({"a.md"}, problems)
    withheld = "take out what the confidentiality check found in this file; then this message says more"
    assert {(one.file, one.code, one.message, one.help) for one in problems.items} == {
        ("a.md", "bad-id", "… cannot be part of an address", withheld),
        ("a.md", "too-long", "`title` is 9 characters too long", "use 65 characters or fewer"),
        ("a.md", "missing-key", "this entry has no `cost`", "add a line such as `cost: free`"),
        ("b.md", "bad-id", "`Mr Smith` cannot be part of an address", ""),
    }


@pytest.mark.parametrize("field", ["guide: ", "stages: ", "develops: ", "closes: ", "type: ", "id: "])
def test_messages_about_an_invalid_field_do_not_repeat_a_finding(
    network: Callable[[dict[str, str | None]], Path], field: str
) -> None:
    text = (NETWORK / "opportunities.yaml").read_text("utf-8")
    root = network({"opportunities.yaml": text.replace("  title: ", f"  {field}jane.smith@nhs.net\n  title: ", 1)})
    _, problems = pipeline.check(root, today=TODAY)
    assert "email" in [problem.code for problem in problems]
    for form in FORMATS.values():
        assert "smith" not in form(problems)


def test_the_contact_of_the_network_is_no_finding(network: Callable[[dict[str, str | None]], Path]) -> None:
    text = re.sub(r"\ncontact:.*", "", (NETWORK / "network.yaml").read_text("utf-8"))
    page = (NETWORK / "content/guides/shadowing.md").read_text("utf-8") + "\nWrite to Jane.Smith@example.nhs.uk.\n"
    root = network({"network.yaml": text + "\ncontact: jane.smith@example.nhs.uk\n", "content/guides/shadowing.md": page})
    _, problems = pipeline.check(root, today=TODAY)
    assert problems.errors == []


def test_a_too_long_case_study_is_searched_up_to_the_limit(
    network: Callable[[dict[str, str | None]], Path],
) -> None:
    root = network({"case_studies/board-meetings.md": CASE.read_text("utf-8") + "3 May died " * 100_000})
    _, problems = pipeline.check(root, today=TODAY)
    assert [problem.message for problem in problems if problem.code == "too-long"] == [
        "this file is longer than any case study"
    ]
