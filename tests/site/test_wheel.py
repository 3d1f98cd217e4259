"""The wheel, installed into an empty virtual environment, for a network in any folder.

Dependencies come from the package index that pip is set up with. Everything else runs without network access.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from support.dev_server import free_port, serving, wait_for
from support.networks import ROOT
from support.ours import OURS

pytestmark = pytest.mark.gate

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*pip, str(ROOT)], check=True, timeout=300)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def engine(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `mentor-network`, in a virtual environment with only the locked dependencies."""
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, timeout=300)
    pip = [str(home / "bin/python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.txt")], check=True, timeout=900)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, timeout=300)
    return home / "bin" / "mentor-network"


def clean_environment() -> dict[str, str]:
    """The environment variables of a person who has only the engine installed. The proxies do not exist."""
    left = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SITE_", "VIRTUAL_ENV"))}
    return left | dict.fromkeys(
        ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9"
    )


def offline(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command without network access: in a network namespace where that is allowed, else with bad proxies."""
    own = 'ip link set lo up && exec "$@"'  # a browser and a server of our own talk over the loopback interface
    cut_off = ["unshare", "--map-root-user", "--net", "sh", "-c", own, "sh"]
    able = shutil.which("unshare") and subprocess.run([*cut_off, "true"], check=False, capture_output=True).returncode == 0
    return subprocess.run(
        [*(cut_off if able else []), *command],
        cwd=cwd,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def network(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that `init` of the wheel created."""
    root = tmp_path_factory.mktemp("somewhere") / "network"
    done = offline(str(engine), "init", str(root), cwd=root.parent)
    assert done.returncode == 0, done.stderr
    return root


def test_the_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = ROOT / "hooks" / "mentor_network"
    ours = {path.relative_to(folder.parent).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in ours - names if "__pycache__" not in name} == set()
    assert {f"mentor_network/authoring/shared/{name}.yaml" for name in ("leadership_models", "glossary")} <= names


def test_the_version_is_that_of_the_project(engine: Path, network: Path) -> None:
    assert offline(str(engine), "--version", cwd=network).stdout == f"mentor-network {VERSION}\n"
    assert f"\nmentor-network=={VERSION}\n" in (network / "requirements.txt").read_text("utf-8")


def test_the_package_is_imported_from_the_wheel(engine: Path, network: Path) -> None:
    code = "import mentor_network; print(mentor_network.__file__)"
    assert "/site-packages/" in offline(str(engine.with_name("python")), "-c", code, cwd=network).stdout


#: Commands in a network, in this order, and a pattern of their output. They make what the README of a new network says:
#: 3 stages and an opportunity are there, 3 opportunities and a case study are added, and no file is deleted.
COMMANDS_AND_OUTPUT = {
    "check": r"2 warnings; the site can be built",
    "new opportunity run-a-thing": r"opportunities/run-a-thing\.yaml is ready: .* run `mentor-network check`",
    "new opportunity shadow-a-lead": r"opportunities/shadow-a-lead\.yaml is ready",
    "new opportunity join-a-forum": r"opportunities/join-a-forum\.yaml is ready",
    "new case-study our-thing": r"case_studies/our-thing\.md is ready",
    "check --format json": r'"problems"',
    "site": r"\d\d pages in ",
    "site --engine none": r"\d\d pages in ",
    "report": r"4 opportunities, 0 case studies",
    "report --format markdown": r"## ",
    "changes . .": r"",
    "schema": r"schemas written into \.vscode/schemas",
    "published": r"\d\d new addresses added",
}


def give_a_title(path: Path) -> None:
    """Put one's own words in place of the example's title, as its author would."""
    title = path.stem.replace("-", " ").capitalize()
    path.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", path.read_text("utf-8")), "utf-8")


def test_every_command_works_in_a_network_in_any_folder(engine: Path, network: Path) -> None:
    for command, output in COMMANDS_AND_OUTPUT.items():
        done = offline(str(engine), *command.split(), cwd=network)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        assert re.search(output, done.stdout), f"{command}: {done.stdout}"
        if command.startswith("new opportunity"):
            give_a_title(network / "opportunities" / f"{command.split()[-1]}.yaml")
    pages = list((network / "site").rglob("index.html"))
    assert len(pages) >= 30
    assert [path for path in pages if OURS.search(path.read_text("utf-8"))] == []
    assert not (network / "hooks" / "mentor_network").exists()


def test_the_site_is_served_and_rebuilt_after_an_edit(engine: Path, network: Path) -> None:
    port, stages = free_port(), network / "stages.yaml"
    command = [str(engine), "serve", "--port", str(port)]
    with serving(*command, port=port, log=network.parent / "serve.log", cwd=network, env=clean_environment()) as site:
        wait_for(f"{site}/stages/core/", shows="Leading in core training")
        text = stages.read_text("utf-8")
        stages.write_text(text.replace("Leading in core training", "Leading in the middle"), "utf-8")
        wait_for(f"{site}/stages/core/", shows="Leading in the middle")


def test_the_gates_name_what_to_install_and_then_pass(engine: Path, network: Path) -> None:
    """On a whole site: files, the HTML checker and a browser. Only the set-up needs a network."""
    assert offline(str(engine), "site", cwd=network).returncode == 0
    done = offline(str(engine), "gates", cwd=network)
    assert done.returncode == 2 and "pip install 'mentor-network[gates]'" in done.stderr
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["gates"]
    pip = [str(engine.with_name("python")), "-m", "pip", "install", "--quiet", "--constraint"]
    subprocess.run([*pip, str(constraints(network.parent)), *extra], check=True, timeout=900)
    subprocess.run([str(engine), "gates", "--setup"], check=True, timeout=600)
    done = offline(str(engine), "gates", cwd=network)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"gates, \d\d pages .*: nothing found", done.stdout)


def constraints(folder: Path) -> Path:
    """The lock of the tests as pip constraints, without hashes, which would require every package to have one."""
    locked = re.findall(r"^[\w.-]+==[^ ;]+", (ROOT / "requirements-test.txt").read_text("utf-8"), re.MULTILINE)
    path = folder / "constraints.txt"
    path.write_text("\n".join(locked), "utf-8")
    return path


def test_catalogues_to_copy_are_in_the_wheel(engine: Path, tmp_path: Path) -> None:
    root = tmp_path / "network"
    done = offline(str(engine), "init", str(root), "--with", "models,glossary", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for typed in ("check", "site"):
        done = offline(str(engine), typed, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "site/models/gpc/index.html").is_file()
