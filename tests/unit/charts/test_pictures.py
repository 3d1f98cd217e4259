"""Which tables become a picture, and that a picture has the numbers of its table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.charts import catalogue_grids, pictures
from mentor_network.charts.drawing import Drawing, Line, Words
from mentor_network.charts.pictures import Picture
from support.evidence import records
from support.networks import TODAY

CHART, SURVEY = "done-wanted-expected", "training-survey"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return link(records(), today=TODAY)


def values(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words) and shape.kind == "value"]


def printed(catalogue: Catalogue, *columns: str) -> list[str]:
    """The cells of these columns, such as `T9.completed`."""
    pairs = [name.split(".") for name in columns]
    return sorted(row.values[column] for table, column in pairs for row in catalogue.table[table].rows)


def test_a_chart_shows_every_number_of_its_columns_and_no_other(catalogue: Catalogue) -> None:
    picture = pictures.named(CHART, catalogue)
    for drawing in (picture.narrow, picture.wide):
        assert sorted(values(drawing)) == printed(catalogue, "T9.completed", "T9.interest", "T12.supervisors")


def test_what_both_tables_print_of_doctors_is_the_same(catalogue: Catalogue) -> None:
    assert printed(catalogue, "T9.interest") == printed(catalogue, "T12.trainees")


def test_the_widest_gap_stands_first(catalogue: Catalogue) -> None:
    numbers = [*map(int, values(pictures.named(CHART, catalogue).wide))]
    assert numbers[:3] == [8, 54, 24]
    assert numbers[-3:] == [52, 80, 91]


def test_a_page_shows_the_rows_that_it_names_of_the_tables_that_it_names(catalogue: Catalogue) -> None:
    (one,) = pictures.of_tables([("T9", ["course"])], catalogue)
    (both,) = pictures.of_tables([("T9", ["course"]), ("T12", ["course"])], catalogue)
    assert isinstance(one, Picture)
    assert isinstance(both, Picture)
    assert (values(one.wide), one.whole, one.title) == (["38", "63"], False, catalogue.table["T9"].title)
    assert (values(both.wide), both.whole, both.title) == (["38", "63", "63"], False, pictures.named(CHART, catalogue).title)


def test_a_row_that_one_table_names_is_shown_of_all(catalogue: Catalogue) -> None:
    (picture,) = pictures.of_tables([("T9", ["course", "mentoring"]), ("T12", ["course"])], catalogue)
    assert isinstance(picture, Picture)
    assert picture.tables == [("T9", ["course", "mentoring"]), ("T12", ["course", "mentoring"])]
    assert len(values(picture.wide)) == 6


@pytest.mark.parametrize(
    ("shown", "columns"),
    [([("T5", [])], ()), ([("T12", ["course"])], ()), ([("T9", [])], ("completed",))],
    ids=["a table of no chart", "1 column of a chart", "1 column asked for"],
)
def test_other_tables_stay_tables(shown: list[pictures.Shown], columns: tuple[str, ...], catalogue: Catalogue) -> None:
    assert pictures.of_tables(shown, catalogue, columns) == shown


def test_a_chart_of_years_goes_through_its_figures_in_their_order(catalogue: Catalogue) -> None:
    drawing = pictures.named(SURVEY, catalogue).wide
    assert values(drawing) == [catalogue.figure[f"nts-{year}"] for year in (2022, 2023, 2024)]
    points = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.kind == "point"]
    zero, _, _, _, hundred = [
        shape.y1 for shape in drawing.shapes if isinstance(shape, Line) and shape.kind in ("axis", "rule")
    ]
    for point, value in zip(points, values(drawing), strict=True):
        assert (zero - (point.y1 + point.y2) / 2) / (zero - hundred) == pytest.approx(int(value.rstrip("%")) / 100)
    assert points[1].x1.part - points[0].x1.part == pytest.approx(points[2].x1.part - points[1].x1.part)


def test_the_history_has_a_line_for_each_step_from_its_year(catalogue: Catalogue) -> None:
    picture = pictures.of_history(catalogue)
    spans = [s for s in picture.wide.shapes if isinstance(s, Line) and s.kind in ("now", "past") and s.x1.part]
    steps = sorted((entry.record for entry in catalogue.records.history), key=lambda step: step.since)
    assert [span.kind for span in spans] == ["past" if step.until else "now" for step in steps]
    years = [step.since for step in steps]
    assert [span.x1.part for span in spans] == sorted(span.x1.part for span in spans)
    width = (spans[-1].x1.part - spans[0].x1.part) / (years[-1] - years[0])
    assert all(
        span.x1.part == pytest.approx(spans[0].x1.part + width * (year - years[0]))
        for span, year in zip(spans, years, strict=True)
    )


def test_the_grid_of_models_has_each_part_that_a_theme_joins(catalogue: Catalogue) -> None:
    grid = catalogue_grids.models(catalogue)
    for theme, (head, cells) in zip(catalogue.themes, grid.rows, strict=True):
        assert head == theme.name
        named = [words for cell in cells for words in cell.words if words != "None of its own"]
        assert sorted(named) == sorted(f"{catalogue.number(d)} {catalogue.domain[d].name}".strip() for d in theme.domains)


def test_pictures_carry_their_title_their_base_and_their_source(catalogue: Catalogue) -> None:
    for name, drawing in pictures.drawings(catalogue):
        texts = " ".join(shape.text for shape in drawing.shapes if isinstance(shape, Words))
        assert drawing.title in texts, name
        assert "Source: " in texts, name
        assert drawing.description, name
    assert "(n=112)" in " ".join(
        shape.text for shape in pictures.named(CHART, catalogue).wide.shapes if isinstance(shape, Words)
    )


def test_a_network_without_charts_has_pictures_of_its_models_alone(network: Callable[[dict[str, str | None]], Path]) -> None:
    found, _ = pipeline.check(network({}), today=TODAY)
    assert [name for name, _ in pictures.drawings(link(found, today=TODAY))] == ["leadership-models", "coverage"]
