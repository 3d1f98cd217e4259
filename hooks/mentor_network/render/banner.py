"""The banner that `serve` puts on the last good pages while there is something to mend."""

from __future__ import annotations

from collections.abc import Iterable

from mentor_network.render.environment import environment
from mentor_network.render.output_file import OutputFile

_BEFORE = b"<main "


def with_banner(file: OutputFile, problems: Iterable[str]) -> OutputFile:
    """A page with the problems above its main part. Any other file is given back as it is."""
    if not file.path.endswith(".html"):
        return file
    banner = environment().get_template("partials/banner.html").render(problems=list(problems))
    return OutputFile(file.path, file.content.replace(_BEFORE, banner.encode() + b"\n" + _BEFORE, 1))
