"""Finds the style sheet of Material for MkDocs, the only file of that theme that pages use."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path


class NotInstalled(Exception):
    """The theme package is missing, or its layout is unknown. The message says what to do."""


@lru_cache(maxsize=1)
def style_sheet() -> Path:
    """The path of the file in the installed package. Raises NotInstalled."""
    package = find_spec("material")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for path in sorted(Path(folder).glob("templates/assets/stylesheets/main.*.min.css")):
            return path
    raise NotInstalled("the style sheet of Material for MkDocs is not installed here; run: pip install mkdocs-material")


def address() -> str:
    """The address of the file in the site. Its name has a hash of its content, so that browsers never use a stale copy."""
    return f"/assets/stylesheets/{style_sheet().name}"
