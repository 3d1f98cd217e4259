"""Values from the environment are judged as those of network.yaml are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.cli import main
from mentor_network.cli.check import paragraphs
from support.networks import TODAY

Make = Callable[[dict[str, str | None]], Path]

EMPTY = {"site_url": "site_url", "repository": "repository", "contact": "contact"}
BAD = {
    "SITE_URL": (
        "x.org",
        "site_url",
        "`x.org` is not a safe web address",
        "write it whole, starting with https://: `https://x.org`",
    ),
    "SITE_REPOSITORY": (
        "https://github.com/o/n",
        "repository",
        "`https://github.com/o/n` is not the name of a repository",
        "write it as owner/name, such as `org/name`",
    ),
    "SITE_CONTACT": ("x" * 301, "contact", "`contact` is 1 character too long", "use 300 characters or fewer"),
}


@pytest.fixture
def empty(network: Make) -> Path:
    """A network that leaves to the environment what it can."""
    root = network({})
    lines = (root / "network.yaml").read_text("utf-8").splitlines(keepends=True)
    kept = [f'{line.partition(":")[0]}: ""\n' if line.partition(":")[0] in EMPTY else line for line in lines]
    (root / "network.yaml").write_text("".join(kept), "utf-8")
    return root


@pytest.mark.parametrize("name", BAD)
def test_a_bad_value_is_told_at_its_field_with_the_words_for_the_field(
    name: str, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, field, message, help = BAD[name]
    monkeypatch.setenv(name, value)
    line = (empty / "network.yaml").read_text("utf-8").split(f"{field}:")[0].count("\n") + 1
    _, problems = pipeline.check(empty, today=TODAY)
    assert paragraphs(problems.errors).partition(" ")[0].startswith(f"network.yaml:{line}:{len(field) + 3}:")
    said = [(problem.message, problem.help) for problem in problems.errors]
    assert said == [(f"the environment variable {name} fills this field, and {message}", f"in {name}, {help}")]


def test_nothing_is_built_with_a_bad_value(
    empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "x.org")
    assert main(["site", str(empty), "--engine", "none", "--out", str(empty.parent / "site")]) == 1
    assert "SITE_URL" in "".join(capsys.readouterr())
    assert not (empty.parent / "site").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "https://example.org/x/"), ("SITE_REPOSITORY", "o/n"), ("SITE_CONTACT", "office@example.org")],
)
def test_a_good_value_is_no_problem(name: str, value: str, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert pipeline.check(empty, today=TODAY)[1].errors == []


def test_what_network_yaml_says_counts(network: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_REPOSITORY", "https://github.com/o/n")
    root = network({})
    assert "repository: example/network" in (root / "network.yaml").read_text("utf-8")
    assert pipeline.check(root, today=TODAY)[1].errors == []
