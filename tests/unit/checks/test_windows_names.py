"""Names that Windows cannot have, and files saved there. `tests/cases/problems/windows_*.yaml` has the messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.checks.windows_names import is_device
from support.contributions import ENTRY, check, put
from support.networks import TODAY

Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize("name", ["con", "PRN", "aux.md", "nul.tar.gz", "com1", "lpt9.yaml", "LPT¹", "con .md", "conin$"])
def test_devices_of_windows_are_known(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["consultant", "con-1", "com", "com0", "com10", "auxiliary.md", "a.con", ""])
def test_names_that_only_resemble_devices_are_free(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    "name",
    [
        "case_studies/a:b.md",
        "opportunities/a*.yaml",
        "opportunities/end.yaml ",
        "content/a|b.md",
        'content/a"b.png',
        "content/a\\b.md",
        "content/<a>.csv",
        "content/line\nbreak.md",
        "content/bell\x07.md",
        "content/space .d /map.csv",
    ],
)
def test_a_name_that_cannot_be_checked_out_is_an_error(name: str, network: Make) -> None:
    problems = check(put(network({}), name, ENTRY.encode()))
    assert [problem.severity for problem in problems if problem.code == "windows-name"] == ["error"]


def test_the_id_of_a_table_names_a_file(network: Make) -> None:
    root = network({})
    file = root / "evidence.yaml"
    file.write_text(file.read_text("utf-8").replace("- id: T1\n", "- id: AUX\n", 1), "utf-8")
    found = {(problem.file, problem.line) for problem in check(root) if problem.code == "windows-name"}
    assert found == {("evidence.yaml", 2)}


def test_a_network_saved_on_windows_is_the_same(network: Make) -> None:
    """Line ends of Windows and Notepad's byte-order mark, in every file: the same records, and no problems."""
    root = network({})
    before, problems = pipeline.check(root, today=TODAY)
    for path in root.rglob("*"):
        if path.suffix in (".yaml", ".md", ".txt"):
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after, problems_after = pipeline.check(root, today=TODAY)
    assert list(problems_after) == list(problems)
    assert [entry.record for entry in after.all()] == [entry.record for entry in before.all()] != []
