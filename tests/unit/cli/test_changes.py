"""`changes`: files without entries that differ."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.networks import NETWORK


def test_changed_files_without_entries_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("base", "root"):
        shutil.copytree(NETWORK, tmp_path / name)
        (tmp_path / name / "hooks").mkdir()
        (tmp_path / name / "hooks/same.py").write_text("1")
    (tmp_path / "root/hooks/new.py").write_text("1")
    (tmp_path / "root/.github/workflows").mkdir(parents=True)
    (tmp_path / "root/.github/workflows/a.yml").write_text("1")
    (tmp_path / "root/.venv").mkdir()
    (tmp_path / "root/.venv/x").write_text("1")
    assert main(["changes", str(tmp_path / "base"), str(tmp_path / "root")]) == 0
    said = capsys.readouterr().out
    assert "### Other files (2)" in said
    assert "- `.github/workflows/a.yml`\n- `hooks/new.py`\n" in said
    assert "Somebody who knows the code has read the other files" in said
