"""A page loads the style sheets in which a selector can match one of its elements, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mentor_network.render.environment import THEME
from mentor_network.render.style_sheets import SEPARATE, SHARED, StyleSheets, sources

RULES = """
/* .mn-comment { } */
.md-typeset .mn-tool .mn-row, .mn-tool:not(.mn-off) > p { color: red; }
@media (min-width: 60em) { .mn-desk :is(.mn-left, .mn-right) { color: red; } }
body:has(.mn-tool) h1 { color: red; }
"""


@pytest.fixture
def sheets(tmp_path: Path) -> StyleSheets:
    for component, rules in {"plan": RULES, "finder": ".mn-finder { color: red; }"}.items():
        folder = tmp_path / "components" / component
        folder.mkdir(parents=True)
        (folder / f"{component}.css").write_text(rules, "utf-8")
    return StyleSheets(tmp_path)


@pytest.mark.parametrize(
    ("body", "loads"),
    [
        ("<p>Nothing</p>", ()),
        ('<p class="mn-row">mn-tool</p>', ()),
        ('<p class="mn-row"><b class="mn-tool">', ("plan",)),
        ('<p class="mn-desk">', ()),
        ('<p class="mn-desk"><b class="other mn-right">', ("plan",)),
        ('<p class="mn-off mn-comment">', ()),
        ('<p class="mn-finder"><b class="mn-tool mn-row">', ("finder", "plan")),
    ],
)
def test_a_page_loads_what_can_match(body: str, loads: tuple[str, ...], sheets: StyleSheets) -> None:
    assert sheets.of("content", body) == (SHARED, *loads)


def test_the_class_of_the_kind_of_page_counts() -> None:
    assert "home" in StyleSheets().of("home", "") and StyleSheets().of("about", "") == (SHARED,)


def test_every_style_sheet_of_the_theme_is_in_one() -> None:
    joined = [path for paths in sources().values() for path in paths]
    assert sorted(joined) == sorted(set(THEME.rglob("*.css")) - {THEME / "noscript.css"})
    assert sources()[SHARED][0].name == "material.css"


@pytest.mark.parametrize("name", SEPARATE)
def test_a_separate_style_sheet_has_no_rule_for_every_page(name: str) -> None:
    """Such a rule would hold only where the sheet is loaded."""
    for path in sources()[name]:
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        for selectors in re.findall(r"([^{}]*)\{", css.replace("}", "}\n")):
            assert selectors.strip().startswith("@") or ".mn-" in selectors, f"{path.name}: {selectors}"
