"""theme/material.css is the part of the installed Material's style sheet that the theme's elements can match."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from support import material


def test_the_copy_is_that_of_the_installed_version() -> None:
    """After an update of Material, or a new element or class in a template. The difference shows the rules to look at."""
    wanted, held = material.copy(), material.COPY.read_text("utf-8")
    changed = "\n".join(difflib.unified_diff(held.splitlines(), wanted.splitlines(), "theme/material.css", "Material", n=0))
    assert not changed, (
        f"look at what changes, then write it: PYTHONPATH=tests .venv/bin/python -m support.material\n{changed}"
    )


@pytest.fixture
def theme(tmp_path: Path) -> material.Theme:
    (tmp_path / "page.html").write_text(
        '<main class="md-content mn-page" dir="ltr"><details hidden><input type="text"></details></main>'
    )
    (tmp_path / "page.js").write_text('document.createElement("dialog").className = "md-made";')
    (tmp_path / "own.css").write_text(":root { --md-ours: red; } p { color: var(--md-used); }")
    return material.Theme(tmp_path)


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("main { color: red }", True),
        ("td, video { color: red }", "td"),
        ("dialog { color: red }", True),
        ("video { color: red }", False),
        (".md-content p:hover::before { color: red }", True),
        (".md-made { color: red }", True),
        (".md-banner { color: red }", False),
        (".page { color: red }", False),
        ("#main { color: red }", False),
        ("main:not(.md-banner) { color: red }", True),
        ("main:is(.md-banner, .md-content) { color: red }", True),
        ("main:is(.md-banner, video) { color: red }", False),
        ("[dir=ltr] main { color: red }", True),
        ("[dir=rtl] main { color: red }", False),
        ("[hidden] { color: red }", True),
        ("[data-md-toggle] { color: red }", False),
        ("@media print { main { color: red } }", True),
        ("@media print { video { color: red } }", False),
        ("@keyframes pulse { to { color: red } }", False),
        (":root { --md-used: red }", True),
        (":root { --md-unused: red }", False),
        (":root { --md-ours: red }", False),
        (":root { --md-used: var(--md-inner); --md-inner: red }", "--md-inner"),
    ],
)
def test_a_rule_stays_if_an_element_can_match(css: str, kept: bool | str, theme: material.Theme) -> None:
    found = material.cut(css, theme)
    assert bool(found) is bool(kept)
    if isinstance(kept, str):
        assert kept in found and "video" not in found


def test_what_the_cut_does_not_know_is_an_error(theme: material.Theme) -> None:
    with pytest.raises(ValueError, match="knows nothing of this part"):
        material.cut("@layer a { main { color: red } }", theme)
