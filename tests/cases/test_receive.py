"""Each .txt, .eml or .markdown of cases/receive is what came by mail, and what `receive` makes of it for the small network.

Beside it, NAME.expected.md or NAME.expected.yaml is the draft, and NAME.said what the command prints. Without a draft nothing
is written. To report a mail that is not understood, add a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.networks import ROOT, contents

Make = Callable[[dict[str, str | None]], Path]

FOLDER = ROOT / "tests" / "cases" / "receive"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".eml", ".markdown"))
#: What the screens find in the cases: no message may repeat it.
FOUND = ("Jane", "Smith", "943 476 5919")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_came_by_mail(
    case: Path, network: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")  # August 2026, the day of the small network
    root = network({})
    before = contents(root)
    code = main(["receive", str(case), "--root", str(root)])
    said = capsys.readouterr()
    printed = said.out + said.err
    after = contents(root)
    written = {path: text.decode() for path, text in after.items() if path not in before}
    expected = [path for path in FOLDER.glob(f"{case.stem}.expected.*")]
    assert printed == case.with_suffix(".said").read_text("utf-8")
    assert {path: after[path] for path in before} == before, "nothing that was there is touched"
    assert [*written.values()] == [path.read_text("utf-8") for path in expected]
    assert code == (0 if expected else 1)
    assert [word for word in FOUND if word in printed] == []
    for path in written:
        assert Path(path).stem == next(
            line.split(": ")[1] for line in written[path].split("\n") if line.startswith("id: ")
        )
    assert main(["check", str(root)]) == 0, capsys.readouterr().out
