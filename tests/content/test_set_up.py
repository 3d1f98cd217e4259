"""The set-up of `make`: what a stopped one left is repaired, and two at once do not disturb each other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.networks import ROOT

pytestmark = pytest.mark.gate
PIP = ".venv/bin/pip"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with our Makefile alone."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


def make(checkout: Path, python: str | Path = sys.executable) -> subprocess.Popen[str]:
    command = ["make", "--silent", PIP, f"PYTHON={python}"]
    return subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def assert_pip_works(checkout: Path) -> None:
    asked = subprocess.run([checkout / PIP, "--version"], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr


@pytest.mark.parametrize("left", ["a Python", "half of pip"])
def test_a_set_up_that_was_stopped_is_made_again(checkout: Path, left: str) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True)
    if left == "half of pip":
        half = next((checkout / ".venv/lib").glob("python*/site-packages")) / "pip"
        half.mkdir()
        (half / "__init__.py").touch()
    done = make(checkout)
    assert done.communicate() == ("", None) and done.returncode == 0
    assert_pip_works(checkout)


def test_a_set_up_that_was_finished_stays(checkout: Path) -> None:
    pip = checkout / PIP
    pip.parent.mkdir(parents=True)
    pip.touch(mode=0o755)
    done = make(checkout)
    done.communicate()
    assert (done.returncode, pip.read_text()) == (0, "")


def test_of_2_set_ups_at_once_the_second_waits_and_finds_the_work_done(checkout: Path) -> None:
    python, log = checkout / "python", checkout / "log"
    python.write_text(f'#!/bin/sh\ntest "$2" = venv && echo "$*" >> {log}\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    both = [make(checkout, python), make(checkout, python)]
    assert [(one.communicate()[0], one.returncode) for one in both] == [("", 0)] * 2
    assert log.read_text() == "-m venv .venv\n"
    assert_pip_works(checkout)
