"""Comments are taken out of style sheets and scripts, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mentor_network.outputs import bundle
from mentor_network.render.environment import THEME

#: What may hold a backtick that begins no template literal: a string, a regular expression, or a comment behind code.
OTHER_LITERALS = re.compile(
    r""""(?:[^"\\\n]|\\.)*"|(?<=[(\[=!,:]) ?/(?:\[(?:[^\]\\\n]|\\.)*\]|[^/*\\\[\n]|\\.)+/\w*|(?<!:)//.*"""
)
SCRIPTS = sorted((THEME / "components").glob("*/*.js"))


@pytest.mark.parametrize(
    ("css", "minified"),
    [
        ("a {\n  color: red;\n}\n", "a {color: red}"),
        ("/* one */\na { /* two } */ b: c; }\n\n/* three */\n", "a {b: c}"),
        ('a { content: "/* kept; } */ "; }', 'a {content: "/* kept; } */ "}'),
        (r"""a { content: '\'/*'; } /* b: '*/ c { d: "*/"; }""", r"""a {content: '\'/*'}c {d: "*/"}"""),
        ("a { b: url(data:image/*;x) }", "a {b: url(data:image/*;x)}"),
        ("/*! kept */\na { /* not */ b: c; }", "/*! kept */\na {b: c}"),
        ("@media print {\n  a,\n  b {\n    c: d;\n  }\n}\n", "@media print {a,\nb {c: d}}"),
    ],
)
def test_css_keeps_strings_and_urls(css: str, minified: str) -> None:
    assert bundle._minify_css(css) == minified


def test_scripts_keep_comments_behind_code() -> None:
    script = '/** What it is for.\n * @param a */\nconst a = "// b"; // c\n  // d\nlet e; /* f */\n'
    assert bundle._minify_js(script) == 'const a = "// b"; // c\nlet e; /* f */\n'


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_line_inside_a_text_of_a_script_can_look_like_a_comment(path: Path) -> None:
    """`_minify_js` reads lines, so template literals and strings must end on the line that they start on."""
    for number, line in enumerate(bundle._minify_js(path.read_text("utf-8")).split("\n"), 1):
        backticks = OTHER_LITERALS.sub("", line).count("`")
        assert backticks % 2 == 0 and not line.endswith("\\"), f"{path.name}: {number}: {line}"


def test_the_files_of_the_theme() -> None:
    names = {file.path for file in bundle.files()}
    assert {"assets/site.css", "assets/noscript.css", "assets/plan.css", "assets/plan.js", "assets/icon.svg"} <= names
    assert len(SCRIPTS) == sum(name.endswith(".js") for name in names - {file.path for file in bundle.libraries()})
