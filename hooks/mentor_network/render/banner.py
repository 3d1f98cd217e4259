"""The banner with problems that `serve` adds to the pages of the last good build."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment

from mentor_network.render.output_file import OutputFile

_MAIN = b"<main "


def with_banner(file: OutputFile, problems: Iterable[str], env: Environment) -> OutputFile:
    """Add the problems above the main part of a page. Other files are returned unchanged."""
    if not file.path.endswith(".html"):
        return file
    banner = env.get_template("partials/banner.html").render(problems=list(problems))
    return OutputFile(file.path, file.content.replace(_MAIN, banner.encode() + b"\n" + _MAIN, 1))
