"""Every value of an enumeration has a label, and `check` and `site` refuse one that has none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentor_network import labels
from mentor_network.authoring.schema_files import literals
from mentor_network.records import CaseStudy, Model, Opportunity
from support.networks import NETWORK, ROOT
from support.sweeps import a_few

CLASSES = {"opportunities": Opportunity, "cases": CaseStudy, "models": Model}


@pytest.mark.parametrize("catalogue", labels.LABELS)
def test_every_choice_has_a_label(catalogue: str) -> None:
    for name, known in labels.LABELS[catalogue].items():
        choices = set(literals(CLASSES[catalogue].model_fields[name].annotation)) - {"not-stated"}
        assert choices == known.keys(), f"{name} of {catalogue}"


#: A new value without a label: the module of the model, the text to insert it after, and the line of an entry to change.
UNLABELLED = {
    "a type": ("opportunity.py", '    "self-made",\n', "type: shadowing"),
    "a cost": ("opportunity.py", 'Literal["free", ', "cost: free"),
    "a scope": ("opportunity.py", 'Literal["everyday", ', "scope: trust"),
}


@pytest.mark.parametrize("name", a_few(UNLABELLED))
def test_a_choice_without_a_label_is_refused(name: str, tmp_path: Path) -> None:
    """In a copy of the code whose model allows the value."""
    module, beside, line = UNLABELLED[name]
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    record = tmp_path / "hooks/mentor_network/records" / module
    before = record.read_text("utf-8")
    record.write_text(before.replace(beside, f'{beside}"simulation", ', 1), "utf-8")
    assert record.read_text("utf-8") != before
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    file = root / "opportunities.yaml"
    key = line.partition(":")[0]
    file.write_text(file.read_text("utf-8").replace(line, f"{key}: simulation"), "utf-8")
    for command in (["check"], ["site", "--engine", "none", "--out", str(tmp_path / "pages")]):
        called = [sys.executable, "-m", "mentor_network", *command, str(root)]
        done = subprocess.run(
            called, capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path / "hooks")}, check=False
        )
        assert done.returncode == 1 and done.stderr == ""
        assert "bad-value: `simulation` has no label that readers could see" in done.stdout
        assert "mentor_network/labels.py" in done.stdout
