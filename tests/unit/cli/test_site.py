"""`site`: what a failed or interrupted build leaves, and what a build warns of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.networks import PLAIN, build_site, contents, mkdocs_for
from support.sweeps import a_few

Make = Callable[[dict[str, str | None]], Path]

#: `site` with a wait between the build and its taking the place of the last site.
WAITING = """
import pathlib, sys, time
from mentor_network import publish
from mentor_network.cli import main
def wait(*_):
    pathlib.Path(sys.argv[1]).touch()
    time.sleep(60)
publish.publish = wait
sys.exit(main(["site", *sys.argv[2:]]))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process without a signal that it could handle")
@pytest.mark.parametrize("engine", a_few(["mkdocs", "none"]))
def test_sigterm_leaves_only_the_last_good_site(engine: str, network: Make, tmp_path: Path) -> None:
    root, temporary, built = network({}), tmp_path / "temporary", tmp_path / "built"
    mkdocs_for(root)
    build_site(root, root / "site", *PLAIN)
    before = contents(root / "site")
    temporary.mkdir()
    command = [sys.executable, "-c", WAITING, str(built), str(root), "--engine", engine]
    environment = os.environ | {"TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not built.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert (root / "site.next").exists()
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors == "stopped; the last good site is as it was\n"
    assert not (root / "site.next").exists() and not (root / "site.old").exists()
    assert list(temporary.iterdir()) == []
    assert contents(root / "site") == before


def test_a_bad_edit_leaves_the_last_good_site(network: Make, tmp_path: Path) -> None:
    root = network({})
    mkdocs_for(root)
    out = build_site(root, tmp_path / "site", *PLAIN)
    before = (out / "index.html").read_bytes()
    (root / "opportunities.yaml").write_text("- id: x\n")
    assert main(["site", str(root), "--out", str(out)]) == 1
    assert (out / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "network", "site"]


@pytest.mark.parametrize("out", ["", "..", "content", "content/site", "case_studies/site"])
def test_a_site_never_goes_over_or_into_its_sources(network: Make, capfd: pytest.CaptureFixture[str], out: str) -> None:
    root = network({})
    mkdocs_for(root)
    before = sorted(root.rglob("*"))
    assert main(["site", str(root), "--out", str(root / out)]) == 2
    assert "the site cannot" in capfd.readouterr().err
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("form", "start"), [("text", "WARNING: network.yaml leaves empty"), ("github", "::warning file=network")]
)
def test_empty_settings_are_a_warning(
    form: str, start: str, network: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network({})
    mkdocs_for(root)
    monkeypatch.delenv("SITE_CONTACT", raising=False)
    assert main(["site", str(root), "--out", str(tmp_path / "site"), "--format", form]) == 0
    said = capfd.readouterr()
    assert any(line.startswith(start) for line in (said.out + said.err).splitlines())
    assert "fill in the line `contact: " in said.out + said.err
    monkeypatch.setenv("SITE_CONTACT", "us@example.org")
    assert main(["site", str(root), "--out", str(tmp_path / "site"), "--format", form]) == 0
    said = capfd.readouterr()
    assert "not-filled-in" not in said.out + said.err
