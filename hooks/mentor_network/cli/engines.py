"""The engines that can write or serve a site: MkDocs, ProperDocs, or none."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_network.pipeline import Build
    from mentor_network.site_writer import SiteWriter

ENGINES = ("mkdocs", "properdocs", "none")
_NAMES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}


class Missing(Exception):
    """Something that a build needs is not there; the text says what to do."""


class Refused(Exception):
    """The engine did not do its work; the text says why."""


def require(engine: str, root: Path) -> None:
    """Raise Missing unless the engine is installed and the folder has its settings."""
    if engine == "none":
        if not (root / "network.yaml").is_file():
            raise Missing(f"there is no network.yaml in {root}; run this in the folder of a network")
        return
    if importlib.util.find_spec(engine) is None:
        raise Missing(f"{_NAMES[engine]} is not installed here; run: pip install {engine}")
    if not (root / "mkdocs.yml").is_file():
        raise Missing(f"there is no mkdocs.yml in {root}; run this in the folder of a network")


def write(engine: str, writer: SiteWriter, build: Build) -> None:
    """Write a site that has been drawn, and complete it. Raises Refused, and NotIndexed of `search.index`."""
    if engine == "none":
        from mentor_network.site_writer import write_files

        write_files(build, writer.out)
        writer.end()
        return
    _choose(engine)
    from mentor_network import mkdocs

    try:
        mkdocs.write(writer, build)
    except mkdocs.EngineRefused as error:
        raise Refused(f"{_NAMES[engine]}: {error}") from error


def serve(engine: str, root: Path, address: str) -> None:
    """Serve a network's site until somebody stops it. Raises Refused."""
    _choose(engine)
    from mentor_network import mkdocs

    try:
        mkdocs.serve(root, address)
    except mkdocs.EngineRefused as error:
        raise Refused(f"{_NAMES[engine]}: {error}") from error


def _choose(engine: str) -> None:
    """Let `import mkdocs` mean this engine, and spare authors its notice about the end of MkDocs 1.x."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    if engine == "properdocs":
        importlib.import_module("properdocs.replacement")
