"""What is thin, overdue, alike or missing. Lines for people to act on; none of it stops a build."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from mentor_network import counts
from mentor_network.catalogue import WEEKS, Catalogue, fitting
from mentor_network.exports import style
from mentor_network.records import Opportunity
from mentor_network.words import TYPES, count, day

#: A finder of more cards than this is too much for a phone.
MOST_CARDS = 300
SOON = datetime.timedelta(days=60)


def lines(catalogue: Catalogue) -> Iterator[str]:
    """The whole report."""
    yield from _section("Coverage", coverage(catalogue))
    yield from _section("Overdue for review", overdue(catalogue))
    yield from _section("Closing soon", closing(catalogue))
    yield from _section("Linked to nothing", unlinked(catalogue))
    yield from _section("Thin", thin(catalogue))
    yield from _section("Two entries alike", alike(catalogue))
    yield from _section("Domains that nothing shows", bare(catalogue))
    yield from _section("Style", prose(catalogue))


def _section(title: str, found: Iterator[str]) -> Iterator[str]:
    rows = list(found)
    yield f"{title} ({len(rows)})" if title != "Coverage" else title
    yield from (f"  {row}" for row in rows or ["nothing"])
    yield ""


def coverage(catalogue: Catalogue) -> Iterator[str]:
    """How many entries there are for each stage, time, cost and way of learning."""
    found = catalogue.opportunities
    yield f"{count(len(found), 'opportunity', 'opportunities')}, {count(len(catalogue.cases), 'case study', 'case studies')}"
    yield "by stage: " + ", ".join(f"{s.id} {len(catalogue.by_stage.get(s.id, ()))}" for s in catalogue.stages)
    yield "fits in: " + ", ".join(f"{text} {len(fitting(found, weeks))}" for weeks, text in WEEKS.items())
    for name in ("cost", "learning", "scope", "status"):
        yield f"by {name}: " + _counts(getattr(o, name) for o in found)
    yield "by type: " + ", ".join(f"{kind} {len(catalogue.by_type.get(kind, ()))}" for kind in TYPES)
    named = [domain for d, domain in catalogue.domain.items() if any(d in o.develops for o in found)]
    for domain, shows in counts.by_domain_and_stage(named, catalogue):
        each = ", ".join(f"{stage.id} {len(some)}" for stage, some in zip(catalogue.stages, shows, strict=True))
        yield f"shows {domain.id}: {len(catalogue.by_domain[domain.id])} ({each})"
    if len(found) > MOST_CARDS:
        yield f"the list has {len(found)} cards; past {MOST_CARDS} it is too long for a phone, so split it"


def _counts(values: Iterator[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in Counter(values).most_common())


def overdue(catalogue: Catalogue) -> Iterator[str]:
    for entry in counts.overdue(catalogue):
        span = entry.at("next_review")
        yield f"{span.file}:{span.line}: due on {day(entry.record.next_review)}"


def closing(catalogue: Catalogue) -> Iterator[str]:
    dated = [o for o in catalogue.opportunities if o.closes and catalogue.today <= o.closes <= catalogue.today + SOON]
    for o in sorted(dated, key=lambda o: o.closes or catalogue.today):
        yield f"{o.id}: closes on {day(o.closes)}" if o.closes else o.id


def unlinked(catalogue: Catalogue) -> Iterator[str]:
    for o in catalogue.opportunities:
        if not (o.leads_to or o.id in catalogue.leading_to or o.id in catalogue.cases_by_opportunity or o.guide):
            yield f"{o.id}: no guide, no case study, and nothing leads to it or on from it"


def thin(catalogue: Catalogue) -> Iterator[str]:
    for o in catalogue.opportunities:
        words = sum(len(text.split()) for text in (*o.what_you_do, *o.make_it_count, *o.portfolio))
        if words < 60:
            yield f"{o.id}: {words} words on what to do, what makes it count and what to write down"


def alike(catalogue: Catalogue) -> Iterator[str]:
    """Pairs of one type that share more than half of their longer words: perhaps the same thing said twice."""
    words = {o.id: _words(o) for o in catalogue.opportunities}
    for one, other in combinations(catalogue.opportunities, 2):
        shared, either = words[one.id] & words[other.id], words[one.id] | words[other.id]
        if one.type == other.type and len(shared) > len(either) / 2:
            yield f"{one.id} and {other.id}"


def _words(o: Opportunity) -> set[str]:
    text = " ".join((o.title, o.summary, *o.what_you_do)).casefold()
    return {word for word in re.findall(r"[a-z]+", text) if len(word) > 3}


def prose(catalogue: Catalogue) -> Iterator[str]:
    for finding in style.warnings(catalogue.records):
        yield f"{finding.file}:{finding.line}:{finding.column}: {finding.rule}: {finding.message}"


def bare(catalogue: Catalogue) -> Iterator[str]:
    named = {catalogue.model_of[d].id for o in catalogue.opportunities for d in o.develops}
    for domain in catalogue.domain:
        if catalogue.model_of[domain].id in named and domain not in catalogue.by_domain:
            yield domain
