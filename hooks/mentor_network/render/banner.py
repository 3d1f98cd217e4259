"""The banner with problems that `serve` adds to the pages of the last good build."""

from __future__ import annotations

from collections.abc import Iterable

from mentor_network.render.environment import environment
from mentor_network.render.output_file import OutputFile

_MAIN = b"<main "


def with_banner(file: OutputFile, problems: Iterable[str]) -> OutputFile:
    """Add the problems above the main part of a page. Other files are returned unchanged."""
    if not file.path.endswith(".html"):
        return file
    banner = environment().get_template("partials/banner.html").render(problems=list(problems))
    return OutputFile(file.path, file.content.replace(_MAIN, banner.encode() + b"\n" + _MAIN, 1))
