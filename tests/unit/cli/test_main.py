"""The command as a process: how it is called, and its exit status."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import cli
from mentor_network.cli import COMMANDS, main
from support.networks import NETWORK

Make = Callable[[dict[str, str | None]], Path]


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(tmp_path / "nowhere")])
    assert stopped.value.code == 2
    with pytest.raises(SystemExit) as stopped:
        main(["chek"])
    assert stopped.value.code == 2


@pytest.mark.parametrize("how", [["-m", "mentor_network"], []], ids=["module", "script"])
def test_the_module_and_the_script_run_the_same_command(how: list[str], network: Make) -> None:
    command = [sys.executable, *how] if how else [str(Path(sys.executable).with_name("mentor-network"))]
    done = subprocess.run([*command, "check", str(network({}))], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m mentor_network report {NETWORK} | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""


def test_an_error_of_the_operating_system_is_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: object = None) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "site.next/index.html")

    monkeypatch.setattr(cli, "main", full)
    monkeypatch.setattr(cli.gc, "disable", lambda: None)
    assert cli.script() == 1
    assert capsys.readouterr().err.startswith("`site.next/index.html`: no space left on device; make room")


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"])
        assert f"usage: mentor-network {name} " in capsys.readouterr().out
