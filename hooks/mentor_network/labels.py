"""Labels: the text that readers see for the values that authors write, and small helpers that format text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from mentor_network.records import Opportunity

TYPES: Mapping[str, str] = {
    "everyday": "Everyday leadership",
    "quality-improvement": "Quality improvement",
    "patient-safety": "Patient safety",
    "shadowing": "Shadowing",
    "buddying": "Buddying",
    "mentoring": "Mentoring",
    "meeting": "Meetings and committees",
    "local-role": "Local roles",
    "project": "Projects",
    "external-visit": "External visits",
    "course": "Courses",
    "qualification": "Qualifications",
    "online": "Online learning",
    "post": "Posts and schemes",
    "event": "Events",
    "network": "Networks",
    "recognition": "Recognition",
    "self-made": "Roles you create",
}
#: Types of activity of case studies: those of opportunities and more.
ACTIVITIES: Mapping[str, str] = {
    **TYPES,
    "induction": "Induction",
    "faculty-development": "Developing supervisors and consultants",
    "communication": "Spreading the word",
}
#: Labels of hand-written pages in search results, by kind. Generated pages have theirs in the table of routes.
PAGE_KINDS: Mapping[str, str] = {"guide": "Guide", "template": "Template", "reflection": "Template"}
#: The JSON files of open data, and what each holds. Each has a schema with it.
OPEN_DATA: Mapping[str, str] = {
    "opportunities": "What a doctor can do",
    "leadership-models": "Leadership models, their domains, and the themes that join them",
    "stages": "Guidance for each stage of training",
    "case-studies": "What mentors and Trusts tried",
    "evidence": "Tables and other numbers, with their sources",
    "glossary": "Abbreviations, and the words that people use",
    "network": "Names, places, roles and responsibilities of this network",
}
#: Lengths of placement, by weeks.
WEEKS: Mapping[int, str] = {1: "1 week", 4: "1 month", 17: "4 months", 26: "6 months", 52: "12 months"}
COST: Mapping[str, str] = {"free": "Free", "funded": "Paid for you", "paid": "You pay", "check": "Ask about the cost"}
TIMING: Mapping[str, str] = {
    "work-time": "in work time",
    "own-time": "in your own time",
    "both": "in work time and your own",
}
LEARNING: Mapping[str, str] = {
    "experience": "You learn this by doing it",
    "exposure": "You learn this by seeing it and talking with others",
    "formal": "You learn this by being taught",
}
LEARNING_SHORT: Mapping[str, str] = {
    "experience": "By doing it",
    "exposure": "By seeing and talking",
    "formal": "By being taught",
}
SCOPE: Mapping[str, str] = {
    "everyday": "In your working day",
    "trust": "In your Trust",
    "region": "In your region",
    "national": "Nationally",
}
STATUS: Mapping[str, str] = {
    "always": "Always there",
    "open": "Open now",
    "closed": "Closed",
    "on-hold": "On hold",
    "check": "Not confirmed, so ask first",
}
MODEL_STATUS: Mapping[str, str] = {
    "current": "Current",
    "in-use": "In use, and ageing",
    "superseded": "Replaced",
}
TRUST_TYPE: Mapping[str, str] = {
    "acute": "Acute",
    "mental-health": "Mental health",
    "community": "Community",
    "primary-care": "Primary care",
    "integrated": "Integrated",
}
SIZE: Mapping[str, str] = {
    "under-50": "Fewer than 50 resident doctors",
    "50-to-199": "50 to 199 resident doctors",
    "200-to-499": "200 to 499 resident doctors",
    "500-or-more": "500 resident doctors or more",
}
GEOGRAPHY: Mapping[str, str] = {
    "single-site": "1 site",
    "several-sites": "Several sites",
    "wide-area": "A wide area",
}
FEW_OR_MANY: Mapping[str, str] = {
    "few": "With a few doctors",
    "many": "With many doctors",
    "through-others": "Through others",
}

#: Labels of the fields with a fixed list of values, by catalogue and field. `not-stated` has none, since it is not shown.
LABELS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "opportunities": {
        "type": TYPES,
        "cost": COST,
        "timing": TIMING,
        "learning": LEARNING,
        "scope": SCOPE,
        "status": STATUS,
    },
    "cases": {
        "activity_types": ACTIVITIES,
        "trust_type": TRUST_TYPE,
        "size_band": SIZE,
        "geography": GEOGRAPHY,
        "few_or_many": FEW_OR_MANY,
    },
    "models": {"status": MODEL_STATUS},
}

#: The prompt below each heading of a mentor's own case study, in the form and in a new file.
PROMPTS: Mapping[str, str] = {
    "Why we did it": "What problem, for whom? What did you notice first?",
    "Our Trust": "Size, sites, what already existed. What made it easier or harder?",
    "What we did": "Steps, in order. Who did what. How long each took.",
    "What happened": "Numbers with a total, what people said in general, what changed in the service.",
    "What did not work": "At least 1 thing. What would you not do again?",
    "If you have 2 hours a week": "What is the smallest version?",
    "What to copy": "Emails, forms, an agenda.",
    "What we would like to know from others": "Your open questions.",
}


def day(date: datetime.date) -> str:
    """Format a day: "6 August 2026"."""
    return f"{date.day} {date:%B %Y}"


def month(text: str) -> str:
    """Format a month: "2025-09" as "September 2025"."""
    return f"{datetime.date.fromisoformat(f'{text}-01'):%B %Y}"


def page_numbers(text: str) -> str:
    """Page numbers with their noun: "page 14", "pages 14 and 20"."""
    return f"{'pages' if ' ' in text or ',' in text else 'page'} {text}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words into a list: "a, b and c". `last` is the word before the last of them."""
    items = list(words)
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 thing", "2 things"."""
    return f"{number} {one if number == 1 else many}"


def status(opportunity: Opportunity, today: datetime.date) -> tuple[str, str]:
    """The kind and the text of an opportunity's status tag: two empty strings if it needs none.

    Kinds are `yes`, `check` and `quiet`. They only choose a colour: the text carries the meaning.
    """
    if opportunity.next_review < today:
        return "check", "Check before you rely on this"
    if opportunity.status == "check":
        return "check", "Ask if your Trust has it" if opportunity.scope in ("trust", "everyday") else "Ask if it is running"
    if opportunity.status == "on-hold":
        return "quiet", "On hold"
    if opportunity.status == "closed" or (opportunity.closes and opportunity.closes < today):
        return "quiet", "Closed for now"
    if opportunity.opens and opportunity.opens > today:
        return "quiet", f"Opens on {day(opportunity.opens)}"
    if opportunity.status == "open":
        return "yes", f"Open until {day(opportunity.closes)}" if opportunity.closes else "Open"
    return "", ""
