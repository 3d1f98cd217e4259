"""The text of the contribution form: its questions in order, and the checklist before them.

The type, the limits and the choices of each field come from the record classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CASE, OPPORTUNITY = "case-study", "opportunity"


@dataclass(frozen=True, slots=True)
class QuestionText:
    """The text of a question, and its control if it is not the default one of its field.

    `path` is the field, as `hours.total`. `control` is `area`, `radios`, `boxes` or `select`. `prefill` is the value that
    the browser fills in, `today` or `a-year-on`.
    """

    path: str
    label: str
    hint: str = ""
    example: str = ""
    control: str = ""
    prefill: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of questions, and after them of parts of a case study by their headings. An `extra` group is collapsed."""

    title: str
    questions: tuple[QuestionText, ...]
    intro: str = ""
    extra: bool = False
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the checklist, which must be true before an entry is public, and the kinds of entry that it applies to."""

    id: str
    text: str
    kinds: tuple[str, ...] = (CASE, OPPORTUNITY)


#: Points by heading. All apply to case studies, and most of them to opportunities too.
CHECKLIST: Mapping[str, tuple[Point, ...]] = {
    "Patients and events": (
        Point("no-patient", "No patient is described, even without a name"),
        Point("no-incident", "No real incident, complaint, inquest or investigation is described"),
        Point("no-details", "There are no exact dates of events, wards, bed numbers or reference numbers"),
        Point("no-pictures", "There are no photographs, logos or documents with names"),
    ),
    "Colleagues and Trusts": (
        Point("no-names", "Nobody is named, unless they agreed in writing"),
        Point("no-roles", "No role points to 1 person, or that person agreed"),
        Point("no-small-groups", "No group under 10 is given as a number with other detail", (CASE,)),
        Point("no-quotations", "Quotations are general, agreed and cannot be traced", (CASE,)),
        Point("no-criticism", "No person, team or other Trust is criticised"),
        Point("guessed", "Somebody who knows the service read it, and tried to guess whom it is about", (CASE,)),
    ),
    "Facts and rights": (
        Point(
            "agreed",
            "The Director of Medical Education or the communications team agreed to publication. They agreed to the Trust's "
            "name, or the Trust is not named",
            (CASE,),
        ),
        Point("numbers", "Numbers are right, have totals, and do not claim a cause"),
        Point("licence", "I may share this text under the licence CC BY 4.0"),
    ),
}

_LINES = "Write each on a line of its own."
_ALL = "Choose all that fit."
_DAY = "Day, month and year, such as 6/8/2026."
_FILLED_IN = "Filled in for you: web address and dates"
_DATES = "The dates come from this device's clock. Change any that is not right."
_ID = QuestionText(
    "id", "Short name for the web address", "Made from the title. You can change it until it is published, and not later."
)
_REVIEWED = (
    QuestionText("added", "Day you add this", _DAY, prefill="today"),
    QuestionText("last_reviewed", "Day its facts were last checked", _DAY, prefill="today"),
    QuestionText("next_review", "Day of the next check", "12 months later at most.", prefill="a-year-on"),
)

_CASE_GROUPS = (
    Group(
        "What you did",
        (
            QuestionText("title", "Title", "What was done, with no names.", "A buddying scheme that runs both ways"),
            QuestionText(
                "summary",
                "Summary",
                "What was done, in 30 words or fewer.",
                "Resident doctors and managers spend half a day with each other, and talk it over.",
                control="area",
            ),
            QuestionText("activity_types", "What kind of activity was it?", _ALL),
            QuestionText("contributor_role", "Your role", "A role, never your name.", "Clinical Leadership Mentor"),
        ),
        "Write about how the work was organised, never about a patient. These 8 questions are enough for a draft.",
        headings=("Why we did it", "What we did", "What happened", "What did not work"),
    ),
    Group(
        "More of your story",
        (),
        headings=(
            "Our Trust",
            "If you have 2 hours a week",
            "What to copy",
            "What we would like to know from others",
        ),
        extra=True,
    ),
    Group(
        "When, and for whom",
        (
            QuestionText("stages", "Which doctors was it for?", f"{_ALL} Leave it empty if you do not know."),
            QuestionText("started", "Month it started", "A month and a year.", "September 2025"),
            QuestionText("still_running", "Is it still running?"),
        ),
        extra=True,
    ),
    Group(
        "What it took",
        (
            QuestionText("clm_hours_setup", "A mentor's hours to set it up", "A number.", "6"),
            QuestionText("clm_hours_month", "A mentor's hours a month to keep it going", "A number.", "2"),
            QuestionText(
                "other_people", "Who else gave time?", f"Roles only, never names. {_LINES}", "Postgraduate centre manager"
            ),
            QuestionText("cost", "What did it cost?", "In pounds, or the word none.", "none"),
            QuestionText(
                "people_reached",
                "How many people did it reach?",
                "A whole number of 10 or more, or the words under 10.",
                "24",
            ),
        ),
        extra=True,
    ),
    Group(
        "Your Trust",
        (
            QuestionText("trust_type", "What kind of Trust is it?"),
            QuestionText("size_band", "How many resident doctors does it have?"),
            QuestionText("geography", "How spread out is it?"),
            QuestionText("few_or_many", "How did the mentor work?"),
            QuestionText("trust_named", "The Trust agreed to be named"),
            QuestionText("trust_name", "Name of the Trust", "Only if it agreed. For safety learning, leave it empty."),
        ),
        extra=True,
    ),
    Group(
        "What it is an example of",
        (
            QuestionText("responsibilities", "Which of a mentor's key responsibilities did it serve?", _ALL),
            QuestionText("develops", "Which leadership domains could doctors show?", _ALL),
            QuestionText(
                "opportunities", "Which entry of this guide is it an example of?", "Choose 1, or leave it.", control="select"
            ),
        ),
        extra=True,
    ),
    Group(_FILLED_IN, (_ID, *_REVIEWED), _DATES, extra=True),
)

_OPPORTUNITY_GROUPS = (
    Group(
        "What it is",
        (
            QuestionText("title", "What does the doctor do?", "Start with a verb. No names."),
            QuestionText("summary", "Summary", "1 sentence that lets a doctor decide whether to open it.", control="area"),
            QuestionText("type", "What kind of opportunity is it?", control="select"),
            QuestionText("learning", "How do doctors learn from it?"),
            QuestionText("scope", "Where is it organised?"),
            QuestionText("stages", "Which doctors does it suit?", _ALL),
        ),
    ),
    Group(
        "Time and cost",
        (
            QuestionText(
                "min_weeks", "What is the shortest placement it fits?", "Choose 1 week if a single shift or day will do."
            ),
            QuestionText("hours.pattern", "How much time does it take?", "In words."),
            QuestionText(
                "hours.total", "Hours in all", "A number, the upper end if it varies. Leave it empty if nobody knows."
            ),
            QuestionText(
                "hours.per_week", "Hours a week", "A number, the upper end if it varies. Leave it empty if nobody knows."
            ),
            QuestionText("timing", "When does it happen?"),
            QuestionText("cost", "What does it cost the doctor?"),
            QuestionText("cost_note", "What else do you know about the cost?"),
        ),
    ),
    Group(
        "How to do it",
        (
            QuestionText("who_to_ask", "Who is the person to ask?", "A role, never a name."),
            QuestionText("what_you_do", "Steps, in order", f"2 or more. {_LINES}"),
            QuestionText("you_learn", "What does a doctor learn?", _LINES),
            QuestionText("make_it_count", "What turns it from a tick-box into learning?", _LINES),
            QuestionText("portfolio", "What can a doctor write down as evidence?", _LINES),
            QuestionText("reflect", "Which questions are worth thinking about afterwards?", _LINES),
        ),
    ),
    Group(
        "What it shows",
        (
            QuestionText("develops", "Which leadership domains does it show?", _ALL),
            QuestionText("themes", "Which themes is it about?", "Choose 1, 2 or 3."),
        ),
    ),
    Group(
        "Whether it is open, and how you know",
        (
            QuestionText("status", "Can doctors do it now?"),
            QuestionText("opens", "First day to apply", f"{_DAY} Leave it empty if there is none."),
            QuestionText("closes", "Last day to apply", f"{_DAY} Leave it empty if there is none."),
            QuestionText("sources.0.source", "Where do the facts come from?", control="select"),
            QuestionText("sources.0.pages", "Page", "Only if it is a document with pages.", "14"),
        ),
    ),
    Group(
        "More, if you know it",
        (
            QuestionText("eligibility", "Who may do it, if not everybody?"),
            QuestionText("builds_on", "Which work must be done already?", "Leave it empty if none has to be."),
            QuestionText("specialties", "Which specialties is it limited to?", f"{_LINES} Leave it empty if it is for all."),
            QuestionText("where", "Which places is it limited to?", f"{_ALL} Leave it empty if it is for everywhere."),
            QuestionText("provider", "Organisation that runs it"),
            QuestionText("watch_out", "What commonly goes wrong, and what helps?", _LINES),
            QuestionText("safety_notes", "What keeps patients, colleagues and the doctor safe?", _LINES),
            QuestionText("ltft", "What helps a doctor who works less than full time?"),
            QuestionText("guide", "Which guide explains it?", control="select"),
            QuestionText("links.0.label", "Link: what the reader finds there"),
            QuestionText("links.0.url", "Link: its web address", "It starts with https://"),
            QuestionText("links.0.checked", "Link: day you last saw it", _DAY, prefill="today"),
            QuestionText("also_known_as", "Other words that people search with", _LINES),
        ),
        extra=True,
    ),
    Group(_FILLED_IN, (_ID, *_REVIEWED), _DATES, extra=True),
)

GROUPS: Mapping[str, tuple[Group, ...]] = {CASE: _CASE_GROUPS, OPPORTUNITY: _OPPORTUNITY_GROUPS}

#: Values that the form writes without asking.
FIXED: Mapping[str, Mapping[str, str]] = {
    CASE: {"kind": "case-study", "status": "draft"},
    OPPORTUNITY: {"links.0.how": "live"},
}

_REVIEWERS = "reviewers fill it in"
_TICKS = "the checklist of the form is this field"
_EDITORS = "editors of the catalogue know these names, and add them"
#: Fields that the form does not ask for, with the reason.
LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    CASE: {
        "permission": _REVIEWERS,
        "confidentiality": _REVIEWERS,
        "acknowledged": _REVIEWERS,
        "reviewed_by_role": _REVIEWERS,
        "licence": "the last point of the checklist is this field",
        "checklist": _TICKS,
        "sources": "a mentor's own case study is its own source",
        "also_known_as": _EDITORS,
        "search_words": _EDITORS,
    },
    OPPORTUNITY: {
        "reviewed_by_role": _REVIEWERS,
        "acknowledged": _REVIEWERS,
        "checklist": _TICKS,
        "can_show": _EDITORS,
        "leads_to": _EDITORS,
        "evidence": _EDITORS,
        "search_words": _EDITORS,
        "changed": "a new entry has not changed",
        "links.0.copy_from": "whoever fills in the form saw the page itself",
        "sources.0.for_what": "the entry has 1 source, so it is for all of it",
    },
}
