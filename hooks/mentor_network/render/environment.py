"""The Jinja environment of our templates: every value escaped, every missing one an error."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mentor_network import labels
from mentor_network.catalogue import WEEKS
from mentor_network.provenance import archived
from mentor_network.source import is_temporary_file
from mentor_network.statistics import varied

THEME = Path(__file__).resolve().parent.parent / "theme"


def environment(theme: Path = THEME) -> Environment:
    """The environment for the templates below `theme`. The same one is given until a template changes, so that `serve`
    compiles them once.
    """
    return _environment(theme, _last_change(theme))


def _last_change(theme: Path) -> int:
    """When a template was changed last, in nanoseconds."""
    return max(path.stat().st_mtime_ns for path in theme.rglob("*.html") if not is_temporary_file(path.name))


@lru_cache(maxsize=1)
def _environment(theme: Path, changed: int) -> Environment:
    env = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a stat call for each template of each page takes longer than drawing it
    )
    env.globals.update(words={name: getattr(labels, name) for name in dir(labels) if name.isupper()}, WEEKS=WEEKS)
    env.globals.update(
        listed=labels.listed,
        count=labels.count,
        month=labels.month,
        archived=archived,
        pages=labels.pages,
        varied=varied,
    )
    env.filters.update(day=labels.day)
    return env
