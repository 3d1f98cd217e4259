"""The number of entries of each kind, and the domains that no entry shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mentor_network import statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.labels import TYPES, WEEKS, count, listed
from mentor_network.records.derived import group_by
from mentor_network.report.section import SectionType

#: The most cards that the finder shows well on a phone.
MAX_CARDS = 300


def coverage(catalogue: Catalogue) -> Iterator[str]:
    """The number of entries for each stage, time, cost and way of learning."""
    found, every = catalogue.running, catalogue.opportunities
    yield f"{count(len(every), 'opportunity', 'opportunities')}, {count(len(catalogue.cases), 'case study', 'case studies')}"
    if catalogue.not_running:
        yield f"on hold or closed, and counted by status alone: {listed(f'`{o.id}`' for o in catalogue.not_running)}"
    yield "by stage: " + ", ".join(f"{s.id} {len(catalogue.by_stage.get(s.id, ()))}" for s in catalogue.stages)
    yield "fits in: " + ", ".join(f"{text} {len(filter_by_weeks(found, weeks))}" for weeks, text in WEEKS.items())
    for name in ("cost", "learning", "scope"):
        yield f"by {name}: " + _counts(getattr(o, name) for o in found)
    yield "by status: " + _counts(o.status for o in every)
    yield "by type: " + ", ".join(f"{kind} {len(catalogue.by_type.get(kind, ()))}" for kind in TYPES)
    named = [domain for d, domain in catalogue.domain.items() if any(d in o.develops for o in found)]
    for domain, shows in statistics.by_domain_and_stage(named, catalogue):
        each = ", ".join(f"{stage.id} {len(shown)}" for stage, shown in zip(catalogue.stages, shows, strict=True))
        yield f"shows {domain.id}: {len(catalogue.by_domain[domain.id])} ({each})"
    if len(every) > MAX_CARDS:
        yield f"the list has {len(every)} cards; past {MAX_CARDS} it is too long for a phone, so split it"


def _counts(values: Iterator[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in Counter(values).most_common())


def uncovered_domains(catalogue: Catalogue) -> Iterator[str]:
    """Domains that no opportunity shows, of the models that opportunities name. Parts of one domain share a row."""
    missing = [
        domain
        for domain in catalogue.domain.values()
        if catalogue.model_of[domain.id].id in catalogue.named_models and domain.id not in catalogue.by_domain
    ]
    missing_whole = {domain.id for domain in missing if not domain.part_of}
    yield from (f"`{domain.id}`: {domain.name}" for domain in missing if domain.id in missing_whole)
    parts = group_by(
        missing, lambda domain: [domain.part_of] if domain.part_of and domain.part_of not in missing_whole else []
    )
    for above, domains in parts.items():
        yield f"{count(len(domains), 'part', 'parts')} of `{above}`: {listed(f'`{domain.id}`' for domain in domains)}"


UNCOVERED = SectionType(
    "Domains that nothing shows",
    "This may be right, because not every domain is about leading. Where an entry does show one, "
    "add the domain to its `develops` or `can_show`.",
    uncovered_domains,
)
