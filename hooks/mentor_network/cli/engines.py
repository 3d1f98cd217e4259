"""The engines that build a site: MkDocs, ProperDocs, or none of them."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_network.render.environment import THEME

if TYPE_CHECKING:
    from mentor_network.site import Site

ENGINES = ("mkdocs", "properdocs", "none")
_NAMES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs"}
_PACKAGES = {"mkdocs": "mkdocs", "properdocs": "'mentor-network[properdocs]'"}


class MissingRequirement(Exception):
    """A package or a settings file is missing; the message says how to get it."""


class EngineError(Exception):
    """The engine failed to build the site; the message says why."""


def require(engine: str, root: Path) -> None:
    """Raise MissingRequirement unless the engine, its theme and the libraries of pages are here, and the settings."""
    settings = "network.yaml" if engine == "none" else "mkdocs.yml"
    if engine != "none" and find_spec(engine) is None:
        raise MissingRequirement(f"{_NAMES[engine]} is not installed here; run: pip install {_PACKAGES[engine]}")
    if engine != "none" and find_spec("material") is None:
        raise MissingRequirement("Material for MkDocs is not installed here; run: pip install mkdocs-material")
    if not (THEME / "vendor" / "minisearch.js").is_file():
        raise MissingRequirement("the JavaScript libraries of the search page are not here; run: pip install -e .")
    if not (root / settings).is_file():
        raise MissingRequirement(f"there is no {settings} in {root}; run this in the folder of a network")


def write(engine: str, site: Site, out: Path) -> None:
    """Write the files of a site into the folder `out`. Raises EngineError."""
    if engine == "none":
        from mentor_network import site_writer

        site_writer.write(site, out)
        return
    _select(engine)
    from mentor_network import mkdocs

    try:
        mkdocs.write(site, out)
    except mkdocs.EngineError as error:
        raise EngineError(f"{_NAMES[engine]}: {error}") from error


def _select(engine: str) -> None:
    """Make `import mkdocs` import the chosen engine, and switch off Material's notice about the end of MkDocs 1.x."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    if engine == "properdocs":
        import_module("properdocs.replacement")
