"""The style sheets and the scripts of components, without comments: a page loads them on a ward's Wi-Fi.

Comments and space would be about a fifth of their bytes after gzip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mentor_network.render import OutputFile, style_sheets
from mentor_network.render.environment import THEME
from mentor_network.source import is_temporary_file


def files(theme: Path = THEME) -> Iterator[OutputFile]:
    """The icon, the style sheets and the scripts."""
    yield OutputFile("assets/icon.svg", (theme / "assets/icon.svg").read_bytes())
    yield OutputFile.of_text("assets/noscript.css", _minify_css((theme / "noscript.css").read_text("utf-8")))
    for name, paths in style_sheets.sources(theme).items():
        yield OutputFile.of_text(f"assets/{name}.css", "\n".join(_minify_css(path.read_text("utf-8")) for path in paths))
    yield from scripts(theme)
    yield from libraries(theme)


def scripts(theme: Path = THEME) -> Iterator[OutputFile]:
    """The script of each component, all in one folder, so that one imports another as `./name.js`."""
    for path in sorted(path for path in (theme / "components").glob("*/*.js") if not is_temporary_file(path.name)):
        yield OutputFile.of_text(f"assets/{path.name}", _minify_js(path.read_text("utf-8")))


def libraries(theme: Path = THEME) -> Iterator[OutputFile]:
    """JavaScript libraries and their licences, which `hatch_build.py` copied into theme/vendor."""
    for path in sorted([*(theme / "vendor").glob("*.js"), *(theme / "vendor").glob("*.txt")]):
        yield OutputFile(f"assets/{path.name}", path.read_bytes())


#: A string, an unquoted URL or a notice, `/*! ... */`. Both patterns below match these first, and so never look inside one.
_CSS_LITERAL = r"""(?P<literal>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^"')]*\)|/\*![^\n]*?\*/)"""
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
