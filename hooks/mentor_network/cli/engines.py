"""The engines that write or serve a site: MkDocs, ProperDocs, or none of them."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_network.pipeline import Build
    from mentor_network.site_writer import SiteWriter

#: Engines that serve and write, and `none`, which only writes.
SERVING = ("mkdocs", "properdocs")
ENGINES = (*SERVING, "none")
_NAMES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}
_PACKAGES = {"mkdocs": "mkdocs", "properdocs": "'mentor-network[properdocs]'"}


class MissingRequirement(Exception):
    """A package or a settings file is missing; the message says how to get it."""


class EngineError(Exception):
    """The engine failed to build or serve the site; the message says why."""


def require(engine: str, root: Path) -> None:
    """Raise MissingRequirement unless the engine with its theme and Pagefind are installed and `root` has the settings."""
    settings = "network.yaml" if engine == "none" else "mkdocs.yml"
    if engine != "none" and find_spec(engine) is None:
        raise MissingRequirement(f"{_NAMES[engine]} is not installed here; run: pip install {_PACKAGES[engine]}")
    if engine != "none" and find_spec("material") is None:
        raise MissingRequirement("Material for MkDocs is not installed here; run: pip install mkdocs-material")
    if find_spec("pagefind") is None:
        raise MissingRequirement("Pagefind is not installed here; run: pip install 'pagefind[bin]'")
    if not (root / settings).is_file():
        raise MissingRequirement(f"there is no {settings} in {root}; run this in the folder of a network")


def write(engine: str, writer: SiteWriter, build: Build) -> None:
    """Write the files of a build and add the search index. Raises EngineError, or IndexingError of `search.index`."""
    if engine == "none":
        from mentor_network.site_writer import write_files

        write_files(build, writer.out)
        writer.finish()
        return
    _select(engine)
    from mentor_network import mkdocs

    try:
        mkdocs.write(writer, build)
    except mkdocs.EngineError as error:
        raise EngineError(f"{_NAMES[engine]}: {error}") from error


def serve(engine: str, root: Path, address: str) -> None:
    """Serve a network's site at `address` until the process is interrupted. Raises EngineError."""
    _select(engine)
    from mentor_network import mkdocs

    try:
        mkdocs.serve(root, address)
    except mkdocs.EngineError as error:
        raise EngineError(f"{_NAMES[engine]}: {error}") from error


def _select(engine: str) -> None:
    """Make `import mkdocs` import the chosen engine, and switch off Material's notice about the end of MkDocs 1.x."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    if engine == "properdocs":
        import_module("properdocs.replacement")
