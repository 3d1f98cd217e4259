"""The template environment escapes values, refuses missing ones, and notices changed templates."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import UndefinedError

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
