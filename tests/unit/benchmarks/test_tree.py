"""What `make bench` measures of a process tree: nothing that a command starts is left out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.rows import HERE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")

#: Takes half a second of CPU and 40 MB.
BURN = "import time; kept = b'x' * (40 << 20)\nwhile time.process_time() < 0.5: pass"


def measured(tmp_path: Path, *command: str) -> dict[str, Any]:
    report = tmp_path / "report.json"
    subprocess.run([sys.executable, str(HERE / "tree.py"), str(report), *command], check=True, timeout=60)
    found = json.loads(report.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_processes_that_outlive_their_parent_count(tmp_path: Path) -> None:
    """A shell starts 2 processes, 1 of them in a session of its own as daemons are, and ends without waiting."""
    program = tmp_path / "burn.py"
    program.write_text(BURN, "utf-8")
    found = measured(tmp_path, "sh", "-c", f"{sys.executable} {program} & setsid {sys.executable} {program} & exit 0")
    assert found["cpu"] >= 1.0


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    """2 processes hold 40 MB each for as long as it takes to see both."""
    hold = f"{BURN.partition(chr(10))[0]}; time.sleep(2)"
    start = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}; child.wait()"
    found = measured(tmp_path, sys.executable, "-c", start)
    assert 40 < found["largest"] < 80 < found["together"]
    assert max(found["programs"].values(), key=lambda used: used["megabytes"])["megabytes"] > 40


def test_the_status_of_the_command_is_kept(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "tree.py"), str(tmp_path / "report.json"), "sh", "-c", "exit 3"]
    assert subprocess.run(command, check=False, timeout=60).returncode == 3
