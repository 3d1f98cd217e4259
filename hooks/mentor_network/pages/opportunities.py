"""Pages of opportunities: one for each, the finder, lists, and pages in place of retired entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mentor_network import labels, statistics
from mentor_network.catalogue import Catalogue
from mentor_network.pages.facets import OPPORTUNITIES, facets, values
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Opportunity
from mentor_network.urls import Address, url

#: Ids of tables of the evaluation, each with the ids of the rows that a page shows.
Bars = list[tuple[str, list[str]]]

FIND = ("Find something to do", url("opportunities"))


def _opportunity(address: Address, catalogue: Catalogue) -> Page:
    o = catalogue.opportunity[address.ids["id"]]
    return Page(
        address,
        o.title,
        o.summary,
        {"o": o, "evidence": under_headings(rows_of(o.evidence, catalogue), catalogue)},
        (FIND, (labels.TYPES[o.type], url("by_type", type=o.type))),
        o,
        address.span,
        tuple(o.also_known_as),
        tuple(o.search_words),
    )


def _retired(address: Address, catalogue: Catalogue) -> Page:
    """The page at the address of a retired entry, which says where it went."""
    gone = catalogue.retired[address.ids["id"]]
    title = gone.title or gone.id.replace("-", " ").capitalize()
    description = "This entry is no longer in the guide. The page says where it went."
    return Page(address, title, description, {"gone": gone}, (FIND,), source=address.span)


def rows_of(names: Iterable[str], catalogue: Catalogue) -> Bars:
    """The rows of tables that the references of an entry name, such as `T9.course`, grouped by table."""
    rows: dict[str, list[str]] = {}
    for name in names:
        table, _, row = name.partition(".")
        if table in catalogue.table and row:
            rows.setdefault(table, []).append(row.partition(".")[0])
    return list(rows.items())


def under_headings(bars: Bars, catalogue: Catalogue) -> list[tuple[tuple[str, str], Bars]]:
    """Group tables under headings with an id: first tables of answers to a survey, then other tables of the report."""
    answers = [rows for rows in bars if catalogue.table[rows[0]].answers_of]
    others = [rows for rows in bars if rows not in answers]
    return [
        ((name, evidence_heading(group, catalogue)), group)
        for name, group in (("survey", answers), ("report", others))
        if group
    ]


def evidence_heading(bars: Bars, catalogue: Catalogue) -> str:
    """A heading for tables that names whose answers they show."""
    asked = {people for table, _ in bars for people in catalogue.table[table].answers_of}
    return f"What {labels.listed(sorted(asked))} said" if asked else "What the report says"


def _finder(address: Address, catalogue: Catalogue) -> Page:
    used = {o.type for o in catalogue.opportunities}
    cards = list(_cards(catalogue))
    return Page(
        address,
        "Find something to do",
        "From 30 minutes on your next shift to a year in a leadership post.",
        {
            "types": [kind for kind in labels.TYPES if kind in used],
            "domains": catalogue.named_domains,
            "facets": facets(OPPORTUNITIES, catalogue.running, catalogue),
            "cards": cards[: len(catalogue.running)],
            "not_running": cards[len(catalogue.running) :],
            "sorts": _sorts(catalogue),
        },
        search_words=(
            "how do I get leadership experience",
            "what can I do here",
            "only 4 months here",
            "ideas",
            "everything",
        ),
        scripts=("finder",),
    )


def _sorts(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The sort orders of the finder, the default first. Closing date is one only if some opportunity will close."""
    closing = [("closing", "Soonest closing")] if any(_closes(o, catalogue) for o in catalogue.running) else []
    return [("shortest", "Shortest first"), *closing, ("title", "A to Z")]


def _closes(o: Opportunity, catalogue: Catalogue) -> str:
    """The day on which it closes, as YYYY-MM-DD. Empty if it has none, or does not run."""
    return o.closes.isoformat() if o.closes and catalogue.runs(o) else ""


def _cards(catalogue: Catalogue) -> Iterator[tuple[Opportunity, dict[str, str], str]]:
    """Yield each opportunity with the data attributes of its card, and an anchor for the first of each length of placement.

    Opportunities on hold or closed come last.
    """
    anchored: set[int] = set()
    for o in (*catalogue.running, *catalogue.not_running):
        data = values(OPPORTUNITIES, o, catalogue)
        if closes := _closes(o, catalogue):
            data["closes"] = closes
        yield o, data, f"weeks-{o.min_weeks}" if o.min_weeks not in anchored else ""
        anchored.add(o.min_weeks)


def by_weeks(opportunities: Iterable[Opportunity]) -> list[tuple[int, str, list[Opportunity]]]:
    """Group opportunities by the placement they need: its weeks, its label, and the opportunities. Not cumulative."""
    items = list(opportunities)
    return [(weeks, text, [o for o in items if o.min_weeks == weeks]) for weeks, text in labels.WEEKS.items()]


def _by_stage(address: Address, catalogue: Catalogue) -> Page:
    stage = catalogue.stage[address.ids["id"]]
    opportunities = catalogue.by_stage.get(stage.id, ())
    return Page(
        address,
        f"What fits: {stage.name}",
        f"{labels.count(len(opportunities), 'thing', 'things')} to do for {stage.grades}, shortest first.",
        {
            "stage": stage,
            "groups": by_weeks(opportunities),
            "not_running": statistics.filter_by_stage(catalogue.not_running, stage.id),
        },
        (FIND, (stage.name, url("stage", id=stage.id))),
    )


def _by_type(address: Address, catalogue: Catalogue) -> Page:
    kind = address.ids["type"]
    opportunities = catalogue.by_type.get(kind, ())
    return Page(
        address,
        f"Things to do: {labels.TYPES[kind].lower()}",
        f"{labels.count(len(opportunities), 'thing', 'things')} to do of this kind, shortest first."
        if opportunities
        else "Nothing of this kind is running now.",
        {"opportunities": opportunities, "kind": kind, "not_running": [o for o in catalogue.not_running if o.type == kind]},
        (FIND,),
    )


def _by_domain(address: Address, catalogue: Catalogue) -> Page:
    domain = address.ids["domain"]
    model, record = catalogue.model_of[domain], catalogue.domain[domain]
    shows = catalogue.by_domain.get(domain, ())
    can = catalogue.can_show.get(domain, ())
    number = f" {record.number}" if record.number else ""
    title = f"{model.short_name}{number}: {record.name}"
    return Page(
        address,
        title if len(title) <= 65 else record.name,
        f"What to do to show this part of {model.name}.",
        {
            "domain": record,
            "model": model,
            "shows": shows,
            "direct": model.id in catalogue.named_models,
            "groups": by_weeks(shows),
            "can": can,
            "not_running": statistics.not_running(domain, catalogue),
            "cases": catalogue.cases_by_domain.get(domain, ()),
        },
        (FIND, (model.short_name, url("model", id=model.id))),
    )


BUILDERS: Mapping[str, PageBuilder] = {
    "opportunities": _finder,
    "opportunity": _opportunity,
    "retired": _retired,
    "by_stage": _by_stage,
    "by_type": _by_type,
    "by_domain": _by_domain,
}
