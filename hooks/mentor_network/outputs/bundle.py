"""What pages ask for beside their own text: the style sheets, and the scripts of components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mentor_network.render import OutputFile, material
from mentor_network.render.environment import THEME
from mentor_network.source import is_temporary_file


def files() -> Iterator[OutputFile]:
    """All of it."""
    yield OutputFile(material.address().lstrip("/"), material.style_sheet().read_bytes())
    yield OutputFile("assets/icon.svg", (THEME / "assets/icon.svg").read_bytes())
    yield OutputFile.of_text("assets/site.css", style_sheet())
    yield OutputFile.of_text("assets/noscript.css", _plain_css((THEME / "noscript.css").read_text("utf-8")))
    yield from (OutputFile.of_text(f"assets/{name}.css", own_sheet(name)) for name in OWN_SHEET)
    yield from scripts()


#: Components whose style sheet is large and only asked for by their own page, the one that loads the script of that name.
OWN_SHEET = ("plan",)


def own_sheet(name: str, theme: Path = THEME) -> str:
    return _plain_css((theme / "components" / name / f"{name}.css").read_text("utf-8"))


def style_sheet(theme: Path = THEME) -> str:
    """Tokens, the frame, then the sheets of components: one file, so that most pages ask for one."""
    parts = [
        theme / "tokens.css",
        theme / "frame.css",
        *(path for path in _components(theme, ".css") if path.stem not in OWN_SHEET),
        theme / "print.css",
    ]
    return "\n".join(_plain_css(part.read_text("utf-8")) for part in parts)


def scripts(theme: Path = THEME) -> Iterator[OutputFile]:
    """Each component's own script, all in one folder, so that one imports another as `./name.js`."""
    for path in _components(theme, ".js"):
        yield OutputFile.of_text(f"assets/{path.name}", _plain_script(path.read_text("utf-8")))


def _components(theme: Path, ending: str) -> list[Path]:
    return sorted(path for path in (theme / "components").glob(f"*/*{ending}") if not is_temporary_file(path.name))


def _plain_css(text: str) -> str:
    """Without comments and the space around signs: they are for us, and a phone on a ward's Wi-Fi pays for them."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*([};])\s*|(?<=\{)\s+", r"\1", text).replace(";}", "}")
    return "\n".join(line for raw in text.split("\n") if (line := raw.strip()))


_REMARKS = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)


def _plain_script(text: str) -> str:
    """Without comments that have lines of their own, for the same reason."""
    return _REMARKS.sub("", text)
