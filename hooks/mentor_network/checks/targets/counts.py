"""Targets that are numbers: opportunities, case studies, and what the supervisor's check says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from mentor_network.checks.targets.shortfall import Held, Shortfall, than
from mentor_network.labels import count
from mentor_network.records import Opportunity, Records
from mentor_network.records.derived import is_built
from mentor_network.source import KeyPath

_LOWER = "add one, or lower the number here"


def running(records: Records) -> list[Opportunity]:
    """Those that somebody can do. The day does not matter: what is short depends on the files alone."""
    return [entry.record for entry in records.opportunities if entry.record.status not in ("closed", "on-hold")]


def showing(domain: str, records: Records) -> list[Opportunity]:
    """Those that show a domain or a part of it."""
    known = [one for model in records.models for one in model.record.domains]
    parts = {domain}
    while more := {one.id for one in known if one.part_of in parts} - parts:
        parts |= more
    return [o for o in running(records) if parts.intersection(o.develops)]


def _fewer(held: Held, steps: KeyPath, found: int, wanted: int | None, where: str = "there is") -> Iterator[Shortfall]:
    if wanted is not None and found < wanted:
        said = than(found, wanted, "opportunity", "opportunities")
        yield held.short(("opportunities", *steps), f"{where} {said}", _LOWER)


def enough_opportunities(held: Held) -> Iterator[Shortfall]:
    wanted, found = held.wanted.opportunities, running(held.records)
    free = sum(o.cost == "free" for o in found)
    yield from _fewer(held, ("least",), len(found), wanted.least, "the network has")
    yield from _fewer(held, ("free",), free, wanted.free, "`cost: free` has")
    for number, target in enumerate(wanted.by_weeks):
        fit = sum(o.min_weeks <= target.weeks for o in found)
        where = f"a placement of {count(target.weeks, 'week', 'weeks')} has"
        yield from _fewer(held, ("by_weeks", number, "least"), fit, target.least, where)


def enough_at_each_stage(held: Held) -> Iterator[Shortfall]:
    names = {entry.record.id: entry.record.name for entry in held.records.stages}
    for stage, least in held.wanted.opportunities.by_stage.items():
        found = sum(stage in o.stages for o in running(held.records))
        if stage in names:
            yield from _fewer(held, ("by_stage", stage), found, least, f"the stage {names[stage]} has")


def enough_for_each_domain(held: Held) -> Iterator[Shortfall]:
    wanted, known = held.wanted.opportunities, held.records.ids.get("domains", set())
    for domain, least in wanted.by_domain.items():
        if domain in known:
            found = len(showing(domain, held.records))
            yield from _fewer(held, ("by_domain", domain), found, least, f"the domain `{domain}` has")
    for domain, least in wanted.at_each_stage.items():
        if domain not in known:
            continue
        shown = showing(domain, held.records)
        for entry in held.records.stages:
            found = sum(entry.record.id in o.stages for o in shown)
            where = f"the domain `{domain}` at the stage {entry.record.name} has"
            yield from _fewer(held, ("at_each_stage", domain), found, least, where)


def every_kind_is_there(held: Held) -> Iterator[Shortfall]:
    there = {o.type for o in running(held.records)}
    for number, kind in enumerate(held.wanted.opportunities.kinds):
        if kind not in there:
            help = f"add one with `type: {kind}`, or take this line out"
            yield held.short(("opportunities", "kinds", number), f"no opportunity is of the kind `{kind}`", help)


def ways_of_learning_are_in_order(held: Held) -> Iterator[Shortfall]:
    order = held.wanted.opportunities.learning_order
    found = Counter(o.learning for o in running(held.records))
    for number, (first, second) in enumerate(pairwise(order), 1):
        if found[first] <= found[second]:
            has = count(found[first], "opportunity", "opportunities")
            message = f"`learning: {first}` has {has}, and `{second}`, which is to have fewer, has {found[second]}"
            help = f"add more with `learning: {first}`, or change the order here"
            yield held.short(("opportunities", "learning_order", number), message, help)


def survey_rows_can_be_done(held: Held) -> Iterator[Shortfall]:
    named = {name for entry in held.records.opportunities for name in entry.record.evidence}
    tables = {entry.record.id: entry.record for entry in held.records.tables}
    for number, target in enumerate(held.wanted.opportunities.survey_rows):
        for row in tables[target.table].rows if target.table in tables else ():
            name = f"{target.table}.{row.id}"
            if row.id not in target.leave_out and not any(f"{one}.".startswith(f"{name}.") for one in named):
                message = f"no opportunity names `{name}` as its evidence"
                help = f"add `{name}` to the `evidence` of one, or `{row.id}` to `leave_out` here"
                yield held.short(("opportunities", "survey_rows", number, "table"), message, help)


def enough_case_studies(held: Held) -> Iterator[Shortfall]:
    wanted, cases = held.wanted.case_studies, [entry.record for entry in held.records.cases]
    examples = sum(case.kind == "short-example" for case in cases)
    if wanted.short_examples is not None and examples < wanted.short_examples:
        said = than(examples, wanted.short_examples, "short example", "short examples")
        yield held.short(("case_studies", "short_examples"), f"the network has {said}", _LOWER)


def enough_for_each_responsibility(held: Held) -> Iterator[Shortfall]:
    least, network = held.wanted.case_studies.by_responsibility or 0, held.records.network
    for responsibility in network.record.responsibilities if network else ():
        found = sum(responsibility.id in case.record.responsibilities for case in held.records.cases if is_built(case))
        if found < least:
            said = than(found, least, "case study", "case studies")
            yield held.short(("case_studies", "by_responsibility"), f"`{responsibility.id}` has {said}", _LOWER)


def the_check_says_enough(held: Held) -> Iterator[Shortfall]:
    """What it says of each domain at each stage, and what is often counted for the domain wrongly."""
    wanted = held.wanted.supervisor_check
    domains = {one.id: one for model in held.records.models for one in model.record.domains}
    stages = [entry.record for entry in held.records.stages]
    for number, name in enumerate(wanted.domains if wanted else ()):
        domain = domains.get(name)
        if domain is None or wanted is None:
            continue
        at_stages = (
            ("expectations", domain.expectations, wanted.expectations),
            ("questions", domain.questions, wanted.questions),
            ("evidence", domain.evidence_at, wanted.evidence),
        )
        for field, said, least in at_stages:
            for stage in stages:
                if (found := len(said.get(stage.id, ()))) < least:
                    yield _unsaid(held, number, f"`{name}` at the stage {stage.name}", field, found, least)
        if len(domain.miscounts) < wanted.miscounts:
            yield _unsaid(held, number, f"`{name}`", "miscounts", len(domain.miscounts), wanted.miscounts)


_SAID = {
    "expectations": ("thing to look for", "things to look for", "expectations"),
    "questions": ("question", "questions", "questions"),
    "evidence": ("thing that counts as evidence", "things that count as evidence", "evidence_at"),
    "miscounts": ("thing that is counted wrongly", "things that are counted wrongly", "miscounts"),
}


def _unsaid(held: Held, number: int, where: str, field: str, found: int, least: int) -> Shortfall:
    one, many, key = _SAID[field]
    help = f"add one to the domain's `{key}` in leadership_models.yaml, or lower `{field}` here"
    return held.short(("supervisor_check", "domains", number), f"{where} has {than(found, least, one, many)}", help)
