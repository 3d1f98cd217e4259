"""Each file of cases/pages holds edits to the small network, and what a page then shows.

`shows` are parts of the page's visible text, in this order; `hides` are texts that it must not show; `html` are parts of its
HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from support.networks import ROOT, TODAY
from support.yaml_files import load

CASES = sorted((ROOT / "tests" / "cases" / "pages").glob("*.yaml"))


def visible(text: str) -> str:
    """The text of the page's article: no tags, one space between words."""
    plain = re.sub(r"<[^>]+>", " ", text[text.index("<article") : text.index("</article>")])
    return " ".join(plain.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&").split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_shows(case: Path, network: Callable[[dict[str, str | None]], Path]) -> None:
    spec = load(case)
    root = network(spec.get("files", {}))
    for name, edits in spec.get("edits", {}).items():
        text = (root / name).read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{case.name}: {old!r} is not in {name}"
            text = text.replace(old, new)
        (root / name).write_text(text, "utf-8")
    built = pipeline.build(root, today=spec.get("today", TODAY))
    assert built.problems.errors == []
    (page,) = [file.content.decode() for file in built.files() if file.path == spec["page"]]
    text, position = visible(page), 0
    for line in spec.get("shows", ()):
        start = text.find(line, position)
        assert start >= 0, f"{line!r} is not on the page after {text[max(0, position - 80) : position]!r}"
        position = start + len(line)
    assert [line for line in spec.get("hides", ()) if line in text] == []
    assert [html for html in spec.get("html", ()) if html not in page] == []
