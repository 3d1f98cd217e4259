"""`schema`: writes the schemas of a network, and nothing anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.cli import main
from support.networks import started


def test_outdated_schemas_are_replaced(tmp_path: Path) -> None:
    root = started(tmp_path)
    schema = root / ".vscode/schemas/stages.schema.json"
    before = schema.read_text("utf-8")
    schema.write_text("old", "utf-8")
    assert main(["schema", str(root)]) == 0
    assert schema.read_text("utf-8") == before
    assert not (root / "FIELDS.md").exists() and not (root / "hooks/mentor_network").exists()


def test_no_schema_is_written_outside_a_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(tmp_path)]) == 2
    assert "there is no network.yaml in" in capsys.readouterr().err and list(tmp_path.iterdir()) == []
