"""The history of the leadership models, as a line for each from the year it came out."""

from __future__ import annotations

from mentor_network.catalogue import Catalogue
from mentor_network.charts.captions import last_checked, of_publishers
from mentor_network.charts.rows import Lane, Row, Rows, Scale, Span
from mentor_network.records import Milestone

TITLE = "The leadership models, year by year"
KEY = (("now", "In use or current"), ("past", "Replaced"))


def milestones(catalogue: Catalogue) -> list[Milestone]:
    """The history, the oldest first."""
    return sorted((entry.record for entry in catalogue.records.history), key=lambda step: step.since)


def history(catalogue: Catalogue) -> Rows:
    """The picture of the history, to the end of this year."""
    steps = milestones(catalogue)
    scale = _scale(steps, max(catalogue.today.year, *(step.until or step.since for step in steps)) + 1)
    publishers = (catalogue.source[citation.source].publisher for step in steps for citation in step.sources)
    return Rows(
        title=TITLE,
        below="",
        key=KEY,
        scale=scale,
        rows=[_row(step, scale) for step in steps],
        notes=[f"{of_publishers(publishers)}. Last checked on {last_checked(catalogue)}."],
        description="; ".join(f"{step.name}: {step.when}" for step in steps),
    )


def _scale(steps: list[Milestone], end: int) -> Scale:
    start = steps[0].since
    return Scale(start, end, [(year, str(year)) for year in range(start - start % 5 + 5 * (start % 5 > 0), end, 5)])


def _row(step: Milestone, scale: Scale) -> Row:
    span = Span(step.since, step.until, "past") if step.until else Span(step.since, scale.high, "now")
    return Row(step.name, (Lane(spans=(span,)),), step.when)
