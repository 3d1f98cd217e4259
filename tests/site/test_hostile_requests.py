"""The corpus of hostile pull requests: each is refused with its message, or does nothing in any file of the site.

tests/browser/test_hostile.py opens what is let in with a real browser. test_hostile_pieces.py combines the texts.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.cli.changes import different_files
from mentor_network.cli.check import FORMATS
from mentor_network.problems import Problem, Problems
from mentor_network.records import Records
from mentor_network.report import report
from mentor_network.review import changes, summary
from support import hostile_cases as corpus
from support.hostile_signs import article, signs
from support.networks import NETWORK, TODAY

CASES = corpus.cases()

REFUSED = [case for case in CASES if case.refused]

LET_IN = [case for case in CASES if not case.refused and "address" not in case.told]

#: A mistake in a file of its own. Whatever else a pull request does, its author reads about it.
CANARY = "opportunities/canary.yaml"

#: Those that need a process of their own are slow; tests/unit/fuzz has similar ones in `make test`.
named = pytest.mark.parametrize(
    "case", [pytest.param(c, id=c.name, marks=[pytest.mark.gate] * bool(c.told.get("heavy"))) for c in REFUSED]
)


@named
def test_a_hostile_pull_request_is_refused(case: corpus.Case, tmp_path: Path, record_property: Callable[..., None]) -> None:
    tally = {"tried": 1, "refused": 0, "lost": 1}
    record_property("hostile", tally)
    root = corpus.small_network(tmp_path / "network")
    (root / CANARY).write_text("id: canary\nsings: yes\n", "utf-8")
    corpus.put(case, root)
    found = in_a_child(root) if case.told.get("heavy") else in_process(root)
    assert any("sings" in problem.message for problem in found), "an innocent mistake went unsaid"
    tally["lost"] = 0
    assert corpus.is_refused(case, found), [(problem.code, problem.message) for problem in found[:5]]
    tally["refused"] = 1


def in_process(root: Path) -> list[Problem]:
    """The problems that the checker finds. Also tests that its output is inert in a terminal, a log and a summary."""
    records, problems = pipeline.check(root, today=TODAY)
    prints_nothing_that_acts(problems)
    others = different_files(NETWORK, root)
    in_markdown = summary.text(changes.compare(before(), records), others, problems, root)
    assert acts_on_github(in_markdown) == []
    return sound(list(problems))


@functools.cache
def before() -> Records:
    """The records of the small network without a hostile change."""
    return pipeline.check(NETWORK, today=TODAY)[0]


def sound(found: list[Problem]) -> list[Problem]:
    for problem in found:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.message and problem.help, problem
        assert len(problem.message) < 500
    return found


def in_a_child(root: Path) -> list[Problem]:
    """The problems that the checker finds in a child process with limits on memory and time."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    command = [sys.executable, "-m", "mentor_network", "check", str(root), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, preexec_fn=limits)
    assert done.returncode == 1, done.stderr[-2000:]
    return sound([Problem(**problem) for problem in json.loads(done.stdout)["problems"]])


def prints_nothing_that_acts(problems: Problems) -> None:
    for name, form in FORMATS.items():
        said = form(problems)
        assert all(c.isprintable() or c == "\n" for c in said if name != "github"), name
    lines = FORMATS["github"](problems).splitlines()
    assert len(lines) == len(problems)
    assert all(re.match(r"::(error|warning) file=[^\x00-\x1f]*::", line) for line in lines)
    text = FORMATS["text"](problems).split("\n")
    assert not [line for line in text if line.startswith(("::", "##["))]


def acts_on_github(text: str) -> list[str]:
    """Markdown outside code that GitHub would act on: tags, links and mentions."""
    words = re.sub(r"^(`{3,})yaml\n.*?\n\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    words = re.sub(r"`[^`\n]*`", "", words)
    return re.findall(r"(?<!\\)(?:<[A-Za-z/!]|\]\(|@[A-Za-z])", words)


@pytest.fixture(scope="module")
def let_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network with every case that the checker accepts."""
    return corpus.network_of_all(tmp_path_factory.mktemp("hostile") / "network")


def test_what_is_let_in_does_nothing_in_any_file_of_the_site(let_in: Path) -> None:
    built = pipeline.build(let_in, today=TODAY)
    assert built.problems.errors == []
    prints_nothing_that_acts(built.problems)
    drawn = [file for file in built.files() if file.path.endswith(".html")]
    assert {file.path: found for file in drawn if (found := signs(article(file)))} == {}
    for file in built.files():
        if file.path.endswith(".json"):
            json.loads(file.content)
        if file.path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(file.content.decode())) for cell in row]
            assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


@pytest.mark.gate
@pytest.mark.parametrize("case", [c for c in LET_IN if "every_text" in c.told], ids=lambda case: case.name)
def test_a_payload_in_front_of_every_text_does_nothing(case: corpus.Case, tmp_path: Path) -> None:
    root = corpus.small_network(tmp_path / "network")
    corpus.put(case, root)
    built = pipeline.build(root, today=TODAY)
    assert built.problems.errors == []
    drawn = [file for file in built.files() if file.path.endswith(".html")]
    assert {file.path: found for file in drawn if (found := signs(article(file)))} == {}


def test_reports_of_what_is_let_in_do_nothing(let_in: Path) -> None:
    records, problems = pipeline.check(let_in, today=TODAY)
    said = "\n".join(report.as_markdown(link(records, today=TODAY)))
    said += summary.text(changes.compare(before(), records), different_files(NETWORK, let_in), problems, let_in)
    assert acts_on_github(said) == []
    text = "\n".join(report.as_text(link(records, today=TODAY)))
    assert all(c.isprintable() or c == "\n" for c in text)


def test_every_kind_of_attack_is_told_apart() -> None:
    """At least 120 cases, each with a sentence of its own on what it is for."""
    assert len(CASES) >= 120
    assert [case.name for case in CASES if not case.told["what"].endswith(".") or len(case.told["what"]) < 20] == []
    assert len({case.told["what"] for case in CASES}) == len(CASES)
