"""Marks are where their values are, on one scale, whatever the layout."""

from __future__ import annotations

import pytest

from mentor_network.charts.drawing import At, Circle, Drawing, Line, Words, wrap
from mentor_network.charts.rows import NARROW, PERCENT, WIDE, Lane, Layout, Mark, Row, Rows, Scale, Span, draw


def drawn(*rows: Row, layout: Layout = WIDE, scale: Scale = PERCENT) -> Drawing:
    return draw(Rows("Title", "", (), scale, rows, ("Source: a report.",)), layout)


def pair(done: float, wanted: float) -> Row:
    marks = (Mark(done, "dot", f"{done:g}"), Mark(wanted, "ring", f"{wanted:g}"))
    return Row("Shadowing", (Lane(marks, (Span(done, wanted, "gap"),)),))


def circles(drawing: Drawing, *kinds: str) -> list[Circle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Circle) and shape.kind in kinds]


def words(drawing: Drawing, kind: str) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.kind == kind]


@pytest.mark.parametrize("layout", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_mark_is_as_far_along_the_scale_as_its_value(layout: Layout) -> None:
    for value in (0, 8, 50, 63, 100):
        (dot,) = circles(drawn(pair(value, 44), layout=layout), "dot")
        assert dot.x == At(layout.left + value / 100 * (layout.right - layout.left))


def test_the_same_value_is_at_the_same_place_in_every_row_and_lane() -> None:
    expected = Lane((Mark(48, "square", "48"),))
    drawing = drawn(pair(8, 48), Row("Course", (*pair(38, 48).lanes, expected)))
    (square,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.kind == "square"]
    assert {circle.x for circle in circles(drawing, "ring")} == {square.x1} == {square.x2}


def test_a_line_joins_the_marks_of_a_row() -> None:
    drawing = drawn(pair(80, 52))
    (gap,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.kind == "gap"]
    assert [gap.x1, gap.x2] == [circles(drawing, kind)[0].x for kind in ("dot", "ring")]


@pytest.mark.parametrize(("done", "wanted"), [(8, 44), (80, 52)])
def test_the_lower_number_is_left_of_its_mark_and_the_higher_one_right(done: float, wanted: float) -> None:
    low, high = words(drawn(pair(done, wanted)), "value")
    assert (low.text, low.anchor, low.x.em < 0) == (f"{min(done, wanted):g}", "end", True)
    assert (high.text, high.anchor, high.x.em > 0) == (f"{max(done, wanted):g}", "start", True)


@pytest.mark.parametrize(("wanted", "kind"), [(50, "wide-ring"), (55, "wide-ring"), (56, "ring")])
def test_a_ring_near_a_dot_goes_round_it(wanted: float, kind: str) -> None:
    assert [ring.kind for ring in circles(drawn(pair(50, wanted)), "ring", "wide-ring")] == [kind]


def test_rows_stand_below_each_other_with_nothing_over_anything() -> None:
    for layout in (NARROW, WIDE):
        drawing = drawn(Row("A label " * 20, pair(1, 2).lanes), pair(3, 4), layout=layout)
        (_, first), (_, second) = [(c.kind, c.y) for c in circles(drawing, "dot")]
        label = max(text.y for text in words(drawing, "name") if text.text.startswith("A label"))
        assert first < second
        assert label < second - 0.4
        assert max(text.y for text in words(drawing, "quiet")) < drawing.height


def test_lines_of_the_scale_are_drawn_before_the_marks() -> None:
    kinds = [shape.kind for shape in drawn(pair(8, 48)).shapes]
    assert max(place for place, kind in enumerate(kinds) if kind == "rule") < kinds.index("dot")


def test_no_line_of_words_is_wider_than_its_place() -> None:
    assert wrap("Shadowing clinical leadership colleague", 10) == ["Shadowing", "clinical", "leadership", "colleague"]
    assert wrap("", 10) == []
