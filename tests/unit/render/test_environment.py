"""The template environment escapes values, refuses missing ones, and notices changed templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import mentor_network
from mentor_network.render.environment import environment


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("{{ value }}", "utf-8")
    return tmp_path


def test_values_are_escaped_and_missing_ones_raise(theme: Path) -> None:
    template = environment(theme).get_template("a.html")
    assert template.render(value="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        template.render()


def test_a_changed_template_gives_a_new_environment(theme: Path) -> None:
    first = environment(theme)
    assert environment(theme) is first
    (theme / "a.html").write_text("changed {{ value }}", "utf-8")
    os.utime(theme / "a.html", ns=(0, theme.joinpath("a.html").stat().st_mtime_ns + 10**9))
    assert environment(theme) is not first
    assert environment(theme).get_template("a.html").render(value=1) == "changed 1"


def test_templates_are_compiled_once_and_again_after_an_edit(tmp_path: Path) -> None:
    package = tmp_path / "mentor_network"
    shutil.copytree(Path(mentor_network.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    program = "\n".join(
        [
            "from jinja2 import Environment",
            "from mentor_network.render.environment import THEME, environment",
            "compiled, compile_ = [], Environment.compile",
            "def count(self, *args, **named): compiled.append(args); return compile_(self, *args, **named)",
            "Environment.compile = count",
            "print(environment().get_template('404.html') and len(compiled), THEME)",
        ]
    )

    def compiled() -> str:
        env = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", program]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.split()[0]

    assert [compiled(), compiled()] == ["1", "0"]
    template = package / "theme" / "404.html"
    template.write_text(template.read_text("utf-8") + "<!-- edited -->", "utf-8")
    assert [compiled(), compiled()] == ["1", "0"]
