"""Large and deeply nested files: `check` refuses or reads each in bounded time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.networks import NETWORK
from support.sweeps import a_few

BOMBS = {
    "nesting": b"[" * 100_000,
    "nesting-closed": b"[" * 100_000 + b"]" * 100_000,
    "nesting-of-maps": b"{a: " * 100_000,
    "nesting-of-dashes": b"- " * 100_000,
    "nesting-by-indentation": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "aliases": b"a0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 200)),
    "merge-keys": b"a: &a {b: c}\n" + b"d: {<<: [" + b"*a, " * 10_000 + b"]}\n",
    "one-long-line": b"a" * 5_000_000,
    "one-long-value": b"- id: " + b"a" * 5_000_000 + b"\n",
    "one-long-quoted-value": b'- term: "' + b"\\" * 2_500_000 + b'"\n',
    "one-long-unclosed-quote": b'- term: "' + b"a b " * 1_250_000,
    "many-keys": b"- {" + b"".join(b"k%d: v, " % n for n in range(5_000)) + b"}\n",
    "many-tabs": b"\t" * 100_000,
    "many-lines": b"\n" * 1_000_000,
}


_PAGE = NETWORK.joinpath("content/guides/shadowing.md").read_bytes()
PAGE_BOMBS = {
    "fences-that-never-close": _PAGE + b"```x\n" * 60_000,
    "views-that-never-close": _PAGE + b"```view\n" * 60_000,
    "one-long-link": _PAGE + b"[x](" + b"a" * 1_000_000,
    "many-brackets": _PAGE + b"[" * 300_000 + b"](" * 300_000,
    "many-braces": _PAGE + b"{" * 300_000 + b"{ " * 300_000,
    "many-backticks": _PAGE + b"`" * 300_001,
    "spaces-in-a-heading": _PAGE + b"## a" + b" " * 300_000 + b"b\n",
    "hashes-in-a-heading": _PAGE + b"## " + b" #" * 300_000 + b"b\n",
    "many-wrong-links": _PAGE + b"[x](/y/) " * 5_000,
}


HARD_TO_SCREEN = {
    "days": b"3 May " * 170_000,
    "events": b"died " * 200_000,
    "figures": b"1 " * 150_000,
    "digits": b"1" * 1_000_000,
    "people": b"man Mr X A. one " * 60_000,
    "addresses": b"a.a@" * 60_000,
    "hidden": "1\u200b".encode() * 250_000,
    "entities": b"&#57;" * 200_000,
    "wrapped": b"1\n " * 100_000,
}


def in_a_child(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mentor_network", "check", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("bomb", a_few(sorted(BOMBS)))
def test_a_yaml_bomb_is_refused(tmp_path: Path, bomb: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    (copy / "glossary.yaml").write_bytes(BOMBS[bomb])
    shown = in_a_child(copy).stdout
    assert "glossary.yaml:" in shown
    assert max(map(len, shown.splitlines())) < 2_000, "a message repeats the file instead of naming its place"


@pytest.mark.parametrize("bomb", a_few(sorted(PAGE_BOMBS)))
def test_a_page_with_pathological_markdown_is_checked(tmp_path: Path, bomb: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    (copy / "content/guides/shadowing.md").write_bytes(PAGE_BOMBS[bomb])
    # A mistake elsewhere, so that the answer is the same for harmless pages.
    (copy / "glossary.yaml").write_bytes(b"")
    assert "glossary.yaml:1:1: empty-value" in in_a_child(copy).stdout


@pytest.mark.parametrize("bomb", a_few(sorted(HARD_TO_SCREEN)))
@pytest.mark.parametrize("name", a_few(["case_studies/matching-projects.md", "content/guides/shadowing.md"]))
def test_a_pathological_text_is_screened(tmp_path: Path, bomb: str, name: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    before = (copy / name).read_bytes()
    (copy / name).write_bytes(before + HARD_TO_SCREEN[bomb])
    (copy / "glossary.yaml").write_bytes(b"")
    assert "glossary.yaml:1:1: empty-value" in in_a_child(copy).stdout


def test_a_url_with_thousands_of_dots_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    models = copy / "leadership_models.yaml"
    models.write_bytes(models.read_bytes().replace(b"https://example.org/cap", b"https://" + b"a." * 5_000 + b" x"))
    assert "bad-link" in in_a_child(copy).stdout
