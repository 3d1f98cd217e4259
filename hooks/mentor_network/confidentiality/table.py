"""The table of confidentiality screens: what a public text must not contain, the patterns that find it, and the messages.

Four scopes. A case study (`case-study`) is a mentor's story about real work, so every screen applies to all of its text,
id and summary included. The other files (`catalogue`: opportunities, stages, pages and the rest) tell no story, and only
screens for what must never be published apply: numbers, email addresses and telephones of persons. URLs in these have a
scope of their own (`address`): authors cannot change a number in a URL, but an email address in one is a person's. So have
values of the field that says whom to ask (`role`): there a name is out of place, whatever the file.

Two severities. An error could identify one person by itself, or belongs to a patient's story: a pull request is public the
moment it is opened, so even a draft must not have it. A warning identifies somebody only together with other facts, or is
as often harmless: a draft may have it for a while. In a published case study (and a short example always is one) a warning
that is not acknowledged is an error.

`acknowledge` is false for what is never right: numbers of patients and doctors, ages, beds, patients' stories. None of these
is needed to tell how leadership work was organised. All else can be right if the people concerned agreed.

Known limits: an ISBN of 10 digits has the check digit of an NHS number, and no word list has every name of a person or a
place, or every way to tell of an event or to blame somebody. People read every text before it is published; the screens only
help them.

A short example cannot acknowledge anything: this project wrote it, about a published report, and can reword it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mentor_network.confidentiality import (
    events,
    folding,
    judgements,
    names,
    numbers,
    people,
    places,
    serious_events,
)
from mentor_network.confidentiality.pattern import Pattern
from mentor_network.records.case_study import ScreenCode

Scope = Literal["case-study", "catalogue", "address", "role"]
EVERYWHERE: tuple[Scope, ...] = ("case-study", "catalogue")


@dataclass(frozen=True, slots=True)
class Screen:
    """One rule. `message` names the kind of the finding, and never repeats the matched text."""

    code: ScreenCode
    severity: Literal["error", "warning"]
    patterns: tuple[Pattern, ...]
    message: str
    help: str
    scopes: tuple[Scope, ...] = ("case-study",)
    acknowledge: bool = True
    unless: str | None = None


#: The code of the screen for names of Trusts, which also finds those of the network's own.
NAMED: ScreenCode = "named-trust"
#: The code of the screen for wrapped links, and its help if the real URL is known.
WRAPPED: ScreenCode = "wrapped-link"
REAL = "write the real address, `{real}`, and open it once to see that it is the right page"

SCREENS: tuple[Screen, ...] = (
    Screen(
        "nhs-number",
        "error",
        numbers.NHS_NUMBER,
        "this looks like an NHS number",
        "take it out: nothing on this site needs a patient; if it is another number, write it with commas or in words",
        scopes=EVERYWHERE,
        acknowledge=False,
    ),
    Screen(
        "patient-number",
        "error",
        numbers.PATIENT_NUMBER,
        "this looks like the number of a patient",
        "take it out: a number leads anybody with access to records to one person",
        scopes=EVERYWHERE,
        acknowledge=False,
    ),
    Screen(
        "gmc-number",
        "error",
        numbers.GMC_NUMBER,
        "this looks like the registration number of a doctor or nurse",
        "take it out and write the role, such as a consultant: a register gives the name",
        scopes=EVERYWHERE,
        acknowledge=False,
    ),
    Screen(
        "patient-story",
        "error",
        people.PATIENT_STORY,
        "this tells of a patient",
        "take it out, even without a name: say what was organised, and what changed for patients in general",
        acknowledge=False,
    ),
    Screen(
        "age",
        "error",
        people.AGE,
        "this looks like somebody's age or date of birth",
        "take it out; for a group, write a range such as aged 18 to 24",
        acknowledge=False,
    ),
    Screen(
        "bed",
        "error",
        events.BED,
        "this looks like the number of a bed",
        "take it out: with a day it is one patient",
        acknowledge=False,
    ),
    Screen(
        "clinical-date",
        "error",
        events.CLINICAL_DATE,
        "a day stands beside something that happened to a patient",
        "write the season or the year, or take the event out: local people know who it was",
    ),
    Screen(
        "incident-reference",
        "error",
        numbers.INCIDENT_REFERENCE,
        "this looks like the reference of an incident, complaint or case",
        "take it out: say what kind of event the work was about",
    ),
    Screen(
        "serious-event",
        "error",
        serious_events.SERIOUS_EVENT,
        "this tells of a death, complaint, investigation or other serious event that happened",
        "take it out, and say what was learned in general: people who were there know which event it was",
    ),
    Screen(
        "titled-name",
        "error",
        names.TITLED_NAME,
        "this looks like the name of a person",
        "write the role, such as a surgeon; somebody who agreed in writing to be named can be acknowledged",
    ),
    Screen(
        "email",
        "error",
        numbers.EMAIL,
        "this looks like a person's email address",
        "write the role to ask for; shared addresses such as office@ or education@ may stay",
        scopes=(*EVERYWHERE, "address"),
    ),
    Screen(
        "phone",
        "error",
        numbers.PHONE,
        "this looks like a telephone, bleep or extension number",
        "write the role to ask for, or switchboard: numbers change and reach one person",
        scopes=EVERYWHERE,
    ),
    Screen(
        "postcode",
        "error",
        numbers.POSTCODE,
        "this looks like a postcode",
        "write the kind of place, such as a coastal town: a postcode can be a few homes",
        scopes=EVERYWHERE,
    ),
    Screen(
        WRAPPED,
        "error",
        (),
        "a mail program made this link for the person who got the mail",
        "open the page, and copy its address from the top of the browser",
        scopes=EVERYWHERE,
        acknowledge=False,
    ),
    Screen(
        "small-group",
        "warning",
        people.SMALL_GROUP,
        "this describes very few people, so that they may be recognised",
        "write a total of 10 or more, or leave the detail out",
    ),
    Screen(
        "criticism",
        "warning",
        judgements.CRITICISM,
        "this may rank or criticise a Trust, a department or a person",
        "say what was hard and what you did about it, without saying whose fault it was",
    ),
    Screen(
        NAMED,
        "warning",
        places.NAMED_TRUST,
        "this may be the name of a Trust or hospital",
        "write the kind of Trust; if the Trust agreed to be named, say so with `trust_named`",
        unless="trust_named",
    ),
    Screen(
        "ward",
        "warning",
        events.WARD,
        "this may be the name or number of a ward, bay or theatre",
        "write the kind of ward, such as a surgical ward: few people work on one",
    ),
    Screen(
        "role-and-name",
        "warning",
        names.FULL_NAME,
        "this may be the name of a person",
        "write the role alone, unless the person agreed in writing to be named",
    ),
    Screen(
        "person-not-role",
        "warning",
        names.ANY_NAME,
        "this may be the name of a person, in a field for roles",
        "write the role or the office to ask, such as the postgraduate centre: people move on, and this page stays",
        scopes=("role",),
    ),
    Screen(
        "initials",
        "warning",
        names.INITIALS,
        "these may be the initials of a person",
        "write the role; colleagues recognise initials",
    ),
    Screen(
        "exact-date",
        "warning",
        events.EXACT_DATE,
        "this is an exact day",
        "write the month and the year: a day helps to find out who was there",
    ),
    Screen(
        "incident",
        "warning",
        serious_events.INCIDENT,
        "this may be about a real incident, complaint or investigation",
        "say what was learnt in general; leave out anything recent, under investigation, in the news or before a court",
    ),
    Screen(
        "social-media",
        "warning",
        numbers.SOCIAL_MEDIA,
        "this leads to somebody's page on social media",
        "take it out, or link to a page of an organisation",
    ),
    Screen(
        "picture",
        "warning",
        events.PICTURE,
        "there is a picture here",
        "take it out: pictures show faces, badges and screens; say in words what it shows",
    ),
)


def trust_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names of a network's Trusts as people write them, in small letters: whole, and without their legal ending."""
    whole = [folding.fold(name).text.lower() for name in names]
    short = [name[: ending.start()] if (ending := _ENDING.search(name)) else name for name in whole]
    return tuple(dict.fromkeys([*whole, *(name for name in short if " " in name)]))


_ENDING = re.compile(
    r"(?: (?:university|healthcare|hospitals?|partnership|integrated|care|mental|health|community|ambulance|service|nhs|"
    r"foundation|trust|board|acute|teaching|and|social))+\Z"
)
