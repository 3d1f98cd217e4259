"""Targets that are numbers: opportunities, case studies, and what the supervisor's check says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from mentor_network.checks.targets.shortfall import Shortfall, TargetContext, compare_counts
from mentor_network.labels import count
from mentor_network.records import Opportunity, Records
from mentor_network.records.derived import is_built
from mentor_network.source import KeyPath

_LOWER = "add one, or lower the number here"


def running(records: Records) -> list[Opportunity]:
    """The opportunities that are not closed or on hold. Closing dates are ignored: the day must not matter."""
    return [entry.record for entry in records.opportunities if entry.record.status not in ("closed", "on-hold")]


def showing(domain: str, records: Records) -> list[Opportunity]:
    """The running opportunities that show a domain or a part of it."""
    known = [item for model in records.models for item in model.record.domains]
    parts = {domain}
    while more := {item.id for item in known if item.part_of in parts} - parts:
        parts |= more
    return [o for o in running(records) if parts.intersection(o.develops)]


def _too_few(
    context: TargetContext, steps: KeyPath, has: int, wanted: int | None, where: str = "there is"
) -> Iterator[Shortfall]:
    if wanted is not None and has < wanted:
        counts = compare_counts(has, wanted, "opportunity", "opportunities")
        yield context.shortfall(("opportunities", *steps), f"{where} {counts}", _LOWER)


def enough_opportunities(context: TargetContext) -> Iterator[Shortfall]:
    wanted, opportunities = context.wanted.opportunities, running(context.records)
    free = sum(o.cost == "free" for o in opportunities)
    yield from _too_few(context, ("least",), len(opportunities), wanted.least, "the network has")
    yield from _too_few(context, ("free",), free, wanted.free, "`cost: free` has")
    for number, target in enumerate(wanted.by_weeks):
        fit = sum(o.min_weeks <= target.weeks for o in opportunities)
        where = f"a placement of {count(target.weeks, 'week', 'weeks')} has"
        yield from _too_few(context, ("by_weeks", number, "least"), fit, target.least, where)


def enough_at_each_stage(context: TargetContext) -> Iterator[Shortfall]:
    names = {entry.record.id: entry.record.name for entry in context.records.stages}
    for stage, least in context.wanted.opportunities.by_stage.items():
        has = sum(stage in o.stages for o in running(context.records))
        if stage in names:
            yield from _too_few(context, ("by_stage", stage), has, least, f"the stage {names[stage]} has")


def enough_for_each_domain(context: TargetContext) -> Iterator[Shortfall]:
    wanted, known = context.wanted.opportunities, context.records.ids.get("domains", set())
    for domain, least in wanted.by_domain.items():
        if domain in known:
            has = len(showing(domain, context.records))
            yield from _too_few(context, ("by_domain", domain), has, least, f"the domain `{domain}` has")
    for domain, least in wanted.at_each_stage.items():
        if domain not in known:
            continue
        shown = showing(domain, context.records)
        for entry in context.records.stages:
            has = sum(entry.record.id in o.stages for o in shown)
            where = f"the domain `{domain}` at the stage {entry.record.name} has"
            yield from _too_few(context, ("at_each_stage", domain), has, least, where)


def every_kind_is_there(context: TargetContext) -> Iterator[Shortfall]:
    present = {o.type for o in running(context.records)}
    for number, kind in enumerate(context.wanted.opportunities.kinds):
        if kind not in present:
            help = f"add one with `type: {kind}`, or take this line out"
            yield context.shortfall(("opportunities", "kinds", number), f"no opportunity is of the kind `{kind}`", help)


def ways_of_learning_are_in_order(context: TargetContext) -> Iterator[Shortfall]:
    order = context.wanted.opportunities.learning_order
    by_learning = Counter(o.learning for o in running(context.records))
    for number, (first, second) in enumerate(pairwise(order), 1):
        if by_learning[first] <= by_learning[second]:
            has = count(by_learning[first], "opportunity", "opportunities")
            message = f"`learning: {first}` has {has}, and `{second}`, which is to have fewer, has {by_learning[second]}"
            help = f"add more with `learning: {first}`, or change the order here"
            yield context.shortfall(("opportunities", "learning_order", number), message, help)


def survey_rows_can_be_done(context: TargetContext) -> Iterator[Shortfall]:
    named = {name for entry in context.records.opportunities for name in entry.record.evidence}
    tables = {entry.record.id: entry.record for entry in context.records.tables}
    for number, target in enumerate(context.wanted.opportunities.survey_rows):
        for row in tables[target.table].rows if target.table in tables else ():
            name = f"{target.table}.{row.id}"
            if row.id not in target.leave_out and not any(f"{cited}.".startswith(f"{name}.") for cited in named):
                message = f"no opportunity names `{name}` as its evidence"
                help = f"add `{name}` to the `evidence` of one, or `{row.id}` to `leave_out` here"
                yield context.shortfall(("opportunities", "survey_rows", number, "table"), message, help)


def enough_case_studies(context: TargetContext) -> Iterator[Shortfall]:
    wanted, cases = context.wanted.case_studies, [entry.record for entry in context.records.cases]
    examples = sum(case.kind == "short-example" for case in cases)
    if wanted.short_examples is not None and examples < wanted.short_examples:
        counts = compare_counts(examples, wanted.short_examples, "short example", "short examples")
        yield context.shortfall(("case_studies", "short_examples"), f"the network has {counts}", _LOWER)


def enough_for_each_responsibility(context: TargetContext) -> Iterator[Shortfall]:
    least, network = context.wanted.case_studies.by_responsibility or 0, context.records.network
    for responsibility in network.record.responsibilities if network else ():
        has = sum(responsibility.id in case.record.responsibilities for case in context.records.cases if is_built(case))
        if has < least:
            counts = compare_counts(has, least, "case study", "case studies")
            yield context.shortfall(("case_studies", "by_responsibility"), f"`{responsibility.id}` has {counts}", _LOWER)


def the_check_says_enough(context: TargetContext) -> Iterator[Shortfall]:
    """The supervisor's check has enough items for each domain and stage, and enough miscounts for each domain."""
    wanted = context.wanted.supervisor_check
    domains = {domain.id: domain for model in context.records.models for domain in model.record.domains}
    stages = [entry.record for entry in context.records.stages]
    for number, name in enumerate(wanted.domains if wanted else ()):
        domain = domains.get(name)
        if domain is None or wanted is None:
            continue
        at_stages = (
            ("expectations", domain.expectations, wanted.expectations),
            ("questions", domain.questions, wanted.questions),
            ("evidence", domain.evidence_at, wanted.evidence),
        )
        for field, items, least in at_stages:
            for stage in stages:
                if (has := len(items.get(stage.id, ()))) < least:
                    yield _too_few_items(context, number, f"`{name}` at the stage {stage.name}", field, has, least)
        if len(domain.miscounts) < wanted.miscounts:
            yield _too_few_items(context, number, f"`{name}`", "miscounts", len(domain.miscounts), wanted.miscounts)


_ITEM_NAMES = {
    "expectations": ("thing to look for", "things to look for", "expectations"),
    "questions": ("question", "questions", "questions"),
    "evidence": ("thing that counts as evidence", "things that count as evidence", "evidence_at"),
    "miscounts": ("thing that is counted wrongly", "things that are counted wrongly", "miscounts"),
}


def _too_few_items(context: TargetContext, number: int, where: str, field: str, has: int, least: int) -> Shortfall:
    one, many, key = _ITEM_NAMES[field]
    help = f"add one to the domain's `{key}` in leadership_models.yaml, or lower `{field}` here"
    return context.shortfall(
        ("supervisor_check", "domains", number), f"{where} has {compare_counts(has, least, one, many)}", help
    )
