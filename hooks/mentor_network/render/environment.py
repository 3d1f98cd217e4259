"""The Jinja environment of the templates: every value is escaped, and a missing one is an error."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket

from mentor_network import labels
from mentor_network.provenance import describe_copies
from mentor_network.source import is_temporary_file
from mentor_network.statistics import ENOUGH, mix_types, shade

THEME = Path(__file__).resolve().parent.parent / "theme"


def environment(theme: Path = THEME) -> Environment:
    """The environment for the templates below `theme`, cached until one changes, so that `serve` compiles them once."""
    return _environment(_templates(theme), keep_compiled=theme == THEME and not sys.dont_write_bytecode)


class _TemplateCache(FileSystemBytecodeCache):
    """Compiled templates, kept where Python keeps this module's bytecode: compiling them is a sixth of a build."""

    def __init__(self) -> None:
        super().__init__(str(Path(__file__).parent / "__pycache__"))

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # such as a folder that cannot be written to, for which Python keeps nothing either
            super().dump_bytecode(bucket)


def _templates(theme: Path) -> tuple[tuple[str, str, str], ...]:
    """The name, the path and the text of every template."""
    paths = sorted(path for path in theme.rglob("*.html") if not is_temporary_file(path.name))
    return tuple((path.relative_to(theme).as_posix(), str(path), path.read_text("utf-8")) for path in paths)


@lru_cache(maxsize=1)
def _environment(templates: tuple[tuple[str, str, str], ...], *, keep_compiled: bool) -> Environment:
    """The environment for templates, each with its name, its path and its text."""
    sources = {name: (text, path, lambda: True) for name, path, text in templates}
    env = Environment(
        loader=FunctionLoader(sources.get),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_TemplateCache() if keep_compiled else None,
    )
    env.globals.update(
        labels={name: getattr(labels, name) for name in dir(labels) if name.isupper()},
        listed=labels.listed,
        count=labels.count,
        month=labels.month,
        describe_copies=describe_copies,
        page_numbers=labels.page_numbers,
        mix_types=mix_types,
        shade=shade,
        enough=ENOUGH,
    )
    env.filters.update(day=labels.day)
    return env
