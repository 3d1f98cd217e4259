"""Checks a network's content against its targets.yaml: warnings of `check`, and lines of `report`.

A target is skipped if a catalogue it needs was not read whole: what seems to be absent may exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mentor_network.checks.targets import counts, presence
from mentor_network.checks.targets.shortfall import Shortfall, TargetContext
from mentor_network.problems import Problems, did_you_mean
from mentor_network.records import Records

__all__ = ["Shortfall", "shortfalls", "targets_are_met", "targets_name_rows"]

#: Each rule, with the catalogues that must have been read whole for it.
_RULES: tuple[tuple[frozenset[str], Callable[[TargetContext], Iterator[Shortfall]]], ...] = (
    (frozenset(["opportunities"]), counts.enough_opportunities),
    (frozenset(["opportunities", "stages"]), counts.enough_at_each_stage),
    (frozenset(["opportunities", "stages", "domains"]), counts.enough_for_each_domain),
    (frozenset(["opportunities"]), counts.every_kind_is_there),
    (frozenset(["opportunities"]), counts.ways_of_learning_are_in_order),
    (frozenset(["opportunities", "tables"]), counts.survey_rows_can_be_done),
    (frozenset(["opportunities"]), presence.opportunities_are_found),
    (frozenset(["cases"]), counts.enough_case_studies),
    (frozenset(["cases", "responsibilities"]), counts.enough_for_each_responsibility),
    (frozenset(["stages"]), presence.stages_are_there),
    (frozenset(["responsibilities"]), presence.responsibilities_are_there),
    (frozenset(["domains", "models", "stages"]), counts.the_check_says_enough),
    (frozenset(), presence.guides_are_there),
    (frozenset(), presence.pages_are_there),
    (frozenset(), presence.pages_show_crisis_help),
    (frozenset(), presence.sites_are_avoided),
)


def shortfalls(records: Records) -> Iterator[Shortfall]:
    """Every target that is not met, in the order of targets.yaml. Words to avoid are found by `prose_lint`."""
    if not records.targets:
        return
    context = TargetContext(records.targets, records)
    unmet = [item for needed, rule in _RULES if not needed & records.incomplete for item in rule(context)]
    yield from sorted(unmet, key=lambda s: (s.code != "below-target", s.span.file, s.span.line, s.span.column))


def targets_are_met(records: Records, problems: Problems) -> None:
    for shortfall in shortfalls(records):
        problems.warn(shortfall.span, shortfall.code, shortfall.message, shortfall.help)


def targets_name_rows(records: Records, problems: Problems) -> None:
    """The rows under `leave_out` of a survey target exist in its table."""
    tables = {entry.record.id: entry.record for entry in records.tables}
    targets = records.targets
    for number, target in enumerate(targets.record.opportunities.survey_rows if targets else ()):
        rows = [row.id for row in tables[target.table].rows] if target.table in tables else target.leave_out
        for place, name in enumerate(target.leave_out):
            if name not in rows and targets:
                span = targets.at("opportunities", "survey_rows", number, "leave_out", place)
                help = did_you_mean(name, rows) or "look its id up in evidence.yaml"
                problems.add(span, "unknown-reference", f"`{target.table}` has no row called `{name}`", help)
