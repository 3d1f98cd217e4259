"""The style sheets and the scripts of components, without comments: a page loads them on a ward's Wi-Fi.

Comments and space would be about a fifth of their bytes after gzip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mentor_network.render import OutputFile, material
from mentor_network.render.environment import THEME
from mentor_network.source import is_temporary_file


def files() -> Iterator[OutputFile]:
    """The style sheet of Material, the icon, our style sheets and our scripts."""
    yield OutputFile(material.address().lstrip("/"), material.style_sheet().read_bytes())
    yield OutputFile("assets/icon.svg", (THEME / "assets/icon.svg").read_bytes())
    yield OutputFile.of_text("assets/site.css", style_sheet())
    yield OutputFile.of_text("assets/noscript.css", _minify_css((THEME / "noscript.css").read_text("utf-8")))
    yield from (OutputFile.of_text(f"assets/{name}.css", component_style_sheet(name)) for name in SEPARATE_STYLE_SHEETS)
    yield from scripts()


#: Components whose style sheet is large and loaded only by the page that loads the script of that name.
SEPARATE_STYLE_SHEETS = ("plan",)


def component_style_sheet(name: str, theme: Path = THEME) -> str:
    """The style sheet of one component."""
    return _minify_css((theme / "components" / name / f"{name}.css").read_text("utf-8"))


def style_sheet(theme: Path = THEME) -> str:
    """Tokens, the frame, then the style sheets of components, as one file: most pages load no other."""
    parts = [
        theme / "tokens.css",
        theme / "frame.css",
        *(path for path in _components(theme, ".css") if path.stem not in SEPARATE_STYLE_SHEETS),
        theme / "print.css",
    ]
    return "\n".join(_minify_css(part.read_text("utf-8")) for part in parts)


def scripts(theme: Path = THEME) -> Iterator[OutputFile]:
    """The script of each component, all in one folder, so that one imports another as `./name.js`."""
    for path in _components(theme, ".js"):
        yield OutputFile.of_text(f"assets/{path.name}", _minify_js(path.read_text("utf-8")))


def _components(theme: Path, ending: str) -> list[Path]:
    return sorted(path for path in (theme / "components").glob(f"*/*{ending}") if not is_temporary_file(path.name))


#: A string or an unquoted URL. Both patterns below match these first, and so never look inside one.
_CSS_LITERAL = r"""(?P<literal>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^"')]*\))"""
_CSS_COMMENT = re.compile(rf"{_CSS_LITERAL}|/\*.*?\*/", re.DOTALL)
#: Space around braces and semicolons, a semicolon before a closing brace, and indentation.
_CSS_SPACE = re.compile(
    rf"{_CSS_LITERAL}|(?:\s*;)?\s*(?P<close>\}})\s*|\s*(?P<end>;)\s*|(?P<open>\{{)\s+|\s*(?P<line>\n)\s*"
)


def _minify_css(text: str) -> str:
    """CSS without comments and the space that it does not need. Strings and URLs stay as they are."""
    text = _CSS_COMMENT.sub(lambda found: found["literal"] or "", text)
    return _CSS_SPACE.sub(lambda found: found[found.lastgroup or 0], text).strip()


#: A comment that fills whole lines. A tool that parses JavaScript would be a new dependency; instead a test
#: requires that template literals end on the line they start on, so that no line inside one can look like a comment.
_JS_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)


def _minify_js(text: str) -> str:
    """JavaScript without the comments that fill whole lines."""
    return _JS_COMMENT.sub("", text)
