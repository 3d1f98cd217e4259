"""What readers cannot rely on yet: what is on hold, what nobody has confirmed, and what no clinician has reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network import statistics
from mentor_network.catalogue import Catalogue
from mentor_network.labels import day, listed
from mentor_network.report.section import SectionType

#: Fields of an opportunity that can say that somebody must be asked, with words for each.
_ASK = {"status": "whether it runs", "cost": "what it costs"}


def on_hold(catalogue: Catalogue) -> Iterator[str]:
    """Opportunities that are on hold, with the day on which somebody last looked."""
    for o in catalogue.opportunities:
        if o.status == "on-hold":
            yield f"`{o.id}`, {o.title}: last looked at on {day(o.last_reviewed)}"


def unchecked(catalogue: Catalogue) -> Iterator[str]:
    """Opportunities that tell readers to ask whether they run, or what they cost."""
    for o in catalogue.opportunities:
        ask = [words for field, words in _ASK.items() if getattr(o, field) == "check"]
        if ask:
            who = f" ({o.provider})" if o.provider else " (each Trust has its own)" if o.scope == "trust" else ""
            yield f"`{o.id}`, {o.title}{who}: ask {listed(ask)}"


def unreviewed(catalogue: Catalogue) -> Iterator[str]:
    """How many records of each kind no clinician has reviewed."""
    kinds = {
        "opportunities": catalogue.opportunities,
        "stages": catalogue.stages,
        "models": catalogue.models,
        "case studies": catalogue.cases,
        "pages": [page.record for page in catalogue.records.pages],
    }
    for kind, records in kinds.items():
        if missing := statistics.count_unreviewed(records):
            yield f"{missing} of {len(records)} {kind}"


ON_HOLD = SectionType(
    "On hold",
    "Ask whoever runs it whether it will run again. If so, set its `status` and dates. If not, set `status: closed`.",
    on_hold,
)

UNCHECKED = SectionType(
    "Not confirmed",
    "Readers are told to ask. One of you can ask for all of them: write to whoever runs it, then set `status` or `cost` to "
    "the answer, with the source and the day.",
    unchecked,
)

UNREVIEWED = SectionType(
    "Not reviewed by a clinician",
    "Each of these pages says so. Ask a colleague who knows the subject to read one, then put their role in "
    "`reviewed_by_role`.",
    unreviewed,
)
