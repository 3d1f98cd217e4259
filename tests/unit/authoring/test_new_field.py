"""Adding a field to opportunities takes 3 edits and `make schema`. The recipe in docs/developers.md is this patch."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from support.networks import NETWORK, ROOT

PATCH = ROOT / "tests" / "cases" / "new_field.patch"


def test_a_new_field_reaches_the_page_the_schema_and_the_table(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    shutil.copytree(NETWORK, tmp_path, dirs_exist_ok=True)
    changed = [line[6:].strip() for line in PATCH.read_text("utf-8").split("\n") if line.startswith("+++ b/")]
    assert len(changed) == 3
    run(["git", "apply", "--unsafe-paths", f"--directory={tmp_path}", str(PATCH)], tmp_path)

    first = f"import sys; sys.path.insert(0, {str(tmp_path / 'hooks')!r})"
    core = [sys.executable, "-c", f"{first}; from mentor_network.cli import main; sys.exit(main())"]
    run([*core, "schema"], tmp_path)
    run([*core, "site", "--engine", "none", "--out", "out"], tmp_path)

    assert "Wear your own clothes" in (tmp_path / "out/opportunities/shadow-a-leader/index.html").read_text("utf-8")
    schema = (tmp_path / "hooks/mentor_network/schemas/opportunities.schema.json").read_text("utf-8")
    assert '"what_to_wear"' in schema
    assert "| `what_to_wear` |" in (tmp_path / "FIELDS.md").read_text("utf-8")


def run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
