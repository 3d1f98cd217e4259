"""The style sheet of the theme package, Material for MkDocs: the one file of it that pages use."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path


class NotInstalled(Exception):
    """The theme package is not there, or is one that we do not know; the text says what to do."""


@lru_cache(maxsize=1)
def style_sheet() -> Path:
    """The file. Raises NotInstalled."""
    package = find_spec("material")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for path in sorted(Path(folder).glob("templates/assets/stylesheets/main.*.min.css")):
            return path
    raise NotInstalled("the style sheet of Material for MkDocs is not installed here; run: pip install mkdocs-material")


def address() -> str:
    """Where the file stands in the site. Its name holds a hash of its text, so that caches never show an old one."""
    return f"/assets/stylesheets/{style_sheet().name}"
