"""The gates of a browser on pages with one fault each: the gate finds it, and finds nothing on the page without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened
from support.broken import Broken, cases
from support.kinds import html
from support.traces import Traces

pytestmark = [pytest.mark.browser, pytest.mark.gate]

#: What a visitor leaves behind is asked of the visitor, not of a page.
VISITS = ("P1", "P2")
CASES = list(cases(*BROWSER, *VISITS))
SHEET = "assets/site.css"


def served_broken(context: BrowserContext, base: str, site: Path, case: Broken) -> None:
    """Serve the files with the fault in place of the original ones."""

    def send(path: str, kind: str, text: str) -> None:
        def answer(route: Route) -> None:
            route.fulfill(content_type=f"{kind}; charset=utf-8", body=text)

        context.route(f"{base}/{path}", answer)

    page = html(site, case.page)
    if case.script:
        page = page.replace("</head>", f'<script type="module" src="{base}/assets/broken.js"></script></head>')
        send("assets/broken.js", "text/javascript", case.script)
    if case.style:
        send(SHEET, "text/css", (site / SHEET).read_text("utf-8") + case.style)
    if case.file:
        send(case.file, "text/css", case.changed((site / case.file).read_text("utf-8")))
    send(case.page.lstrip("/"), "text/html", page if case.file or not case.find else case.changed(page))


def found(case: Broken, base: str, visitor: Callable[..., Any], broken: Callable[[BrowserContext], None]) -> list[str]:
    """The findings of the gate on the page of a case."""
    someone = visitor(viewport={"width": case.width, "height": 800}, java_script_enabled=case.gate != "A18")
    broken(someone.context)
    traces = Traces(someone, base) if case.gate in VISITS else None
    (someone.page.goto if case.gate == "A18" else partial(opened, someone.page))(base + case.page)
    if traces is None:
        return BROWSER[case.gate](someone.page)
    someone.page.wait_for_load_state("networkidle")
    return [finding for finding in traces.found() if finding.startswith(case.gate)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_gate_finds_its_mistake(case: Broken, base: str, site: Path, visitor: Any) -> None:
    said = found(case, base, visitor, lambda context: served_broken(context, base, site, case))
    assert [line for line in said if case.finds in line], said
    assert all(line.startswith((f"{case.gate.split()[0]}:", "A2:", "A4:")) for line in said), said


RIGHT = {(case.gate, case.page, case.width): case for case in CASES}


@pytest.mark.parametrize("case", RIGHT.values(), ids=[" ".join(map(str, key)) for key in RIGHT])
def test_a_gate_finds_nothing_where_nothing_is_wrong(case: Broken, base: str, visitor: Any) -> None:
    assert found(case, base, visitor, lambda context: None) == []


def test_each_gate_has_a_mistake_to_find() -> None:
    assert {*BROWSER, *VISITS} - {case.gate for case in CASES} == set()
