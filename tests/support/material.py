"""Cuts Material's style sheet to the rules that the theme's elements can match, and writes it to theme/material.css.

    PYTHONPATH=tests .venv/bin/python -m support.material

A selector stays if each tag, class and attribute in it occurs in a template, in a script or in what the Markdown reader
writes. So the rules hold for every network and not only for the pages of one. A custom property stays if something uses it
and tokens.css does not set it. A test compares the file with the installed version of Material.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import tinycss2

from mentor_network.render import markdown
from mentor_network.render.environment import THEME

COPY = THEME / "material.css"
_CLASS_PREFIX = "md-"
_BY_PYTHON_MARKDOWN = {"html", "head", "body", "caption"}


class Rule(NamedTuple):
    """Selectors with their declarations, or an at-rule such as `@media print` with the rules inside it."""

    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...] = ()
    at_rule: str = ""
    inside: tuple[Rule, ...] = ()


class Theme:
    """What the elements of the theme's pages can be: their tags, and words that are their classes and attributes."""

    def __init__(self, folder: Path = THEME) -> None:
        self.folder = folder

    def _read(self, ending: str) -> str:
        return "\n".join(path.read_text("utf-8") for path in sorted(self.folder.rglob(f"*{ending}")))

    @cached_property
    def words(self) -> set[str]:
        markup = self._read(".html") + self._read(".js")
        return {*re.findall(r"[\w-]+", markup), *(name for names in markdown._ATTRIBUTES.values() for name in names)}

    @cached_property
    def tags(self) -> set[str]:
        in_templates = re.findall(r"<([a-z][a-z0-9]*)", self._read(".html"))
        in_scripts = re.findall(r"[\"'`]([a-z][a-z0-9]*)[\"'`]", self._read(".js"))
        return {*in_templates, *in_scripts, *markdown._TAGS, *_BY_PYTHON_MARKDOWN}

    @cached_property
    def styles(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in sorted(self.folder.rglob("*.css")) if path.name != COPY.name)

    def can_match(self, selector: list[Any]) -> bool:
        """Can an element of the theme match this selector, given as tokens? What a `:not()` holds does not count."""
        before = ""
        for token in selector:
            if token.type == "hash":
                return False
            if token.type == "ident" and not self._has(before, token.value):
                return False
            if token.type == "[] block" and not self._has_attribute(token.content):
                return False
            if token.type == "function" and not self._can_match_choice(token):
                return False
            before = token.value if token.type == "literal" else ""
        return True

    def _can_match_choice(self, function: Any) -> bool:
        choice = function.lower_name in ("is", "where", "has")
        return not choice or any(map(self.can_match, _at_commas(function.arguments)))

    def _has(self, before: str, name: str) -> bool:
        if before == ":":
            return True
        if before == ".":
            return name.startswith(_CLASS_PREFIX) and name in self.words
        return name in self.tags

    def _has_attribute(self, test: list[Any]) -> bool:
        name, *value = [token.value for token in test if token.type in ("ident", "string")]
        # Text runs from left to right on all pages.
        return name in self.words and all(word in self.words and (name != "dir" or word == "ltr") for word in value)


def style_sheet() -> str:
    """Material's own style sheet, from the installed package."""
    package = find_spec("material")
    assert package and package.submodule_search_locations
    templates = Path(package.submodule_search_locations[0], "templates")
    return next(templates.glob("assets/stylesheets/main.*.min.css")).read_text("utf-8")


def cut(css: str, theme: Theme) -> str:
    """The rules of a style sheet that elements of the theme can match, one a line."""
    rules = tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), theme))
    ours = set(re.findall(r"(--md-[\w-]+)\s*:", theme.styles))
    used: set[str] = set()
    while True:
        text = "".join(_lines(rules, used - ours))
        needed = set(re.findall(r"var\(\s*(--[\w-]+)", text + theme.styles))
        if needed == used:
            return text
        used = needed


def _rules(nodes: list[Any], theme: Theme) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            kept = tuple(_text(part) for part in _at_commas(node.prelude) if theme.can_match(part))
            if kept:
                yield Rule(kept, tuple(_declarations(node.content)))
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Rule((), at_rule=f"@{node.at_keyword} {_text(node.prelude)}", inside=tuple(_rules(inside, theme)))
        elif node.type == "at-rule" and node.lower_at_keyword == "page":
            yield Rule(("@page",), tuple(_declarations(node.content)))
        elif node.type != "at-rule" or node.lower_at_keyword not in ("charset", "keyframes"):
            raise ValueError(f"the cut knows nothing of this part of Material's style sheet: {_text([node])[:80]}")


def _declarations(content: list[Any]) -> Iterator[tuple[str, str]]:
    for found in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if found.type == "error":
            raise ValueError(f"a declaration of Material's cannot be read: {found.message}")
        yield found.name, " ".join(_text([found]).rstrip(";").split())


def _lines(rules: tuple[Rule, ...], variables: set[str], indent: str = "") -> Iterator[str]:
    """Rules as lines, with those of the custom properties that are in `variables`."""
    for rule in rules:
        kept = [text for name, text in rule.declarations if not name.startswith("--") or name in variables]
        if kept:
            yield f"{indent}{', '.join(rule.selectors)} {{ {'; '.join(kept)}; }}\n"
        if inside := list(_lines(rule.inside, variables, indent + "  ")):
            yield from (f"{indent}{rule.at_rule} {{\n", *inside, f"{indent}}}\n")


def _at_commas(tokens: list[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _text(tokens: list[Any]) -> str:
    return str(tinycss2.serialize(tokens)).strip()


def copy() -> str:
    """What theme/material.css should hold: a notice, the licence and the rules."""
    package = distribution("mkdocs-material")
    licence = next(file for file in package.files or () if file.match("*.dist-info/licenses/LICENSE")).read_text("utf-8")
    notice = f"/*! Rules of Material for MkDocs {package.version}, copyright Martin Donath, MIT licence */\n"
    made = f"/* Made by tests/support/material.py; do not edit.\n\n{licence.strip()} */\n\n"
    return notice + made + cut(style_sheet(), Theme())


if __name__ == "__main__":
    COPY.write_text(copy(), "utf-8", newline="\n")
    print(f"{COPY}: {COPY.stat().st_size:,} bytes")
