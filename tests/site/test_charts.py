"""The pictures of a built site: each file stands alone, and each picture has the numbers of its table."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from mentor_network.charts.pictures import COVERAGE, HISTORY, MODELS
from mentor_network.gates.contrast import ratio
from mentor_network.gates.page import all_of, classes, name_of, parse_pages, text_of
from support.evidence import records

SVG = "{http://www.w3.org/2000/svg}"
NAMES = [*(entry.record.id for entry in records().charts), HISTORY, MODELS, COVERAGE]


def drawing(site: Path, name: str) -> Element:
    return ElementTree.fromstring((site / "assets" / "charts" / f"{name}.svg").read_text("utf-8"))


def texts(tree: Element) -> list[str]:
    return [text_of(text) for text in tree.iter(f"{SVG}text")]


def test_every_picture_has_a_file(site: Path) -> None:
    assert sorted(path.stem for path in (site / "assets" / "charts").iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_stands_alone(name: str, site: Path) -> None:
    tree = drawing(site, name)
    title, description = (tree.find(f"{SVG}{part}") for part in ("title", "desc"))
    assert title is not None and text_of(title) and text_of(title) in " ".join(texts(tree))
    assert description is not None and text_of(description)
    assert (tree.get("role"), tree.get("aria-labelledby"), tree.get("aria-describedby")) == ("img", "title", "desc")
    assert any(text.startswith("Source: ") for text in texts(tree))
    # Nothing from elsewhere, and no style sheet, which the policy of the site would block.
    text = ElementTree.tostring(tree, encoding="unicode").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"href|url\(|<style|style=|class=|<script|https?:|var\(", text) == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_a_file_has_a_colour_that_can_be_seen(name: str, site: Path) -> None:
    tree = drawing(site, name)
    shades = {part.get("fill") or "" for part in tree.iter(f"{SVG}rect")}
    for text in tree.iter(f"{SVG}text"):
        assert max(ratio(text.get("fill") or "", shade) for shade in shades) >= 4.5, text_of(text)
    for line in tree.iter(f"{SVG}line"):
        assert re.fullmatch(r"#[0-9a-f]{6}", line.get("stroke") or "")


def places(tree: Element) -> list[tuple[float, float]]:
    """Each mark of the dumbbell in a file: where it is on the scale, and the number beside it."""
    rules = sorted(float(line.get("x1") or 0) for line in tree.iter(f"{SVG}line") if line.get("stroke-width") == "1")
    zero, hundred = rules[0], rules[-1]
    marks = [(float(c.get("cx") or 0), float(c.get("cy") or 0)) for c in tree.iter(f"{SVG}circle")]
    marks += [
        (float(line.get("x1") or 0), (float(line.get("y1") or 0) + float(line.get("y2") or 0)) / 2)
        for line in tree.iter(f"{SVG}line")
        if line.get("x1") == line.get("x2") and line.get("stroke-width") == "12.6"
    ]
    found = []
    for text in tree.iter(f"{SVG}text"):
        if text_of(text).isdigit() and text.get("font-weight") == "700":
            x, y = float(text.get("x") or 0), float(text.get("y") or 0)
            nearest = min(marks, key=lambda mark: abs(mark[0] - x) + 2 * abs(mark[1] - y))
            found.append((100 * (nearest[0] - zero) / (hundred - zero), float(text_of(text))))
    return found


def test_each_mark_is_where_its_number_says(site: Path) -> None:
    found = places(drawing(site, "done-wanted-expected"))
    assert len(found) == 36
    assert [(place, number) for place, number in found if place != pytest.approx(number, abs=0.1)] == []


def test_each_number_of_a_picture_on_a_page_is_in_its_table(site: Path) -> None:
    """The numbers beside the marks, in both layouts, and those of the table that opens below the picture."""
    pages = 0
    for address, tree in parse_pages(site):
        for chart in (part for part in all_of(tree, "div") if "mn-chart" in classes(part)):
            drawn = [
                sorted(text_of(text).rstrip("%") for text in svg.iter(f"{SVG}text") if text.get("class") == "value")
                for svg in chart.iter(f"{SVG}svg")
            ]
            assert drawn[0] == drawn[1], address
            cells = [text_of(cell).rstrip("%") for cell in all_of(chart, "td") if re.fullmatch(r"\d+%", text_of(cell))]
            assert not all_of(chart, "details") or set(drawn[0]) <= set(cells), address
            pages += 1
    assert pages > 20


def test_a_picture_has_a_name_and_a_table_or_a_way_to_it(site: Path) -> None:
    for address, tree in parse_pages(site):
        for chart in (part for part in all_of(tree, "div") if "mn-chart" in classes(part)):
            for svg in chart.iter(f"{SVG}svg"):
                assert svg.get("role") == "img" and svg.get("aria-label"), address
                assert name_of(next(iter(svg))) == "desc", address
            links = [link.get("href") or "" for link in all_of(chart, "a")]
            assert all_of(chart, "table") or any(link.startswith("#t") for link in links), address
            assert any(link.endswith(".svg") for link in links), address


def test_the_coverage_in_the_file_is_that_of_the_page(site: Path) -> None:
    pages = dict(parse_pages(site))
    (table,) = [t for t in all_of(pages["/mentors/coverage/"], "table") if "Each number opens" in text_of(t)]
    counts = [int(text_of(cell)) for cell in all_of(table, "td")]
    drawn = [int(text) for text in texts(drawing(site, COVERAGE)) if text.isdigit()]
    assert drawn == counts
    shades = {text_of(cell): classes(cell)[-1:] for cell in all_of(table, "td")}
    assert shades["0"] == [] and shades["1"] == ["mn-shade--few"] and shades["4"] == ["mn-shade--some"]
