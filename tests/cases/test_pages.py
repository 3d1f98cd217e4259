"""Each file of cases/pages holds a record and what its page shows.

`edits` are made to the small network in tests/support/network. `shows` are lines of the page's visible text, in this order;
`hides` must not be there; `html` are pieces of its HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mentor_network import pipeline
from support.networks import ROOT, TODAY

CASES = sorted((ROOT / "tests" / "cases" / "pages").glob("*.yaml"))


def visible(text: str) -> str:
    """What a reader sees of the page's own part: no tags, one space between words."""
    plain = re.sub(r"<[^>]+>", " ", text[text.index("<article") : text.index("</article>")])
    return " ".join(plain.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&").split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_shows(case: Path, network: Callable[[dict[str, str | None]], Path]) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    root = network(told.get("files", {}))
    for name, edits in told.get("edits", {}).items():
        text = (root / name).read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{case.name}: {old!r} is not in {name}"
            text = text.replace(old, new)
        (root / name).write_text(text, "utf-8")
    built = pipeline.build(root, today=told.get("today", TODAY))
    assert built.problems.errors == []
    (page,) = [file.content.decode() for file in built.files if file.path == told["page"]]
    seen, place = visible(page), 0
    for line in told.get("shows", ()):
        found = seen.find(line, place)
        assert found >= 0, f"{line!r} is not on the page after {seen[max(0, place - 80) : place]!r}"
        place = found + len(line)
    assert [line for line in told.get("hides", ()) if line in seen] == []
    assert [piece for piece in told.get("html", ()) if piece not in page] == []
