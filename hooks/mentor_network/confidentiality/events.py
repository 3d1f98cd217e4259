"""Patterns and word lists for dates, places and events. Words in a list are separated by commas."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import Pattern, any_of, cased

MONTHS = (
    "Jan(?:uary)?",
    "Feb(?:ruary)?",
    "Mar(?:ch)?",
    "May",
    "Apr(?:il)?",
    "June?",
    "July?",
    "Aug(?:ust)?",
    "Sept?(?:ember)?",
    "Oct(?:ober)?",
    "Nov(?:ember)?",
    "Dec(?:ember)?",
)
#: Months with a capital, in capitals or in small letters, but "may" only with a capital.
MONTH = "(?:" + "|".join([*MONTHS, *(m.upper() for m in MONTHS), *(m.lower() for m in MONTHS if m != "May")]) + ")"
_ORDINAL = r"(?:st|nd|rd|th)?"
DATE = (
    rf"(?:\b\d{{1,2}}{_ORDINAL}(?: of)?[ -]{{1,3}}{MONTH}\b|\b{MONTH} {{1,3}}(?:the )?\d{{1,2}}{_ORDINAL}(?![\d%])\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)\b|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b)"
)

#: Events that happen to patients, and their consequences.
_CLINICAL = cased(
    r"died\b, death, dead\b, deceased, passed away, admitted, readmitted, admission, collapsed, "
    r"cardiac arrest, arrested, "
    r"resuscitat, operated on, operation, surgery, transfus, overdos, stroke\b, sepsis, septic, haemorrhag, bled\b, "
    r"bleeding, fell\b, never event, incident, harmed, misdiagnos, stillb, born\b, birth, discharged, intubat, suicid, "
    r"self-harm, complaint, complained, inquest, coroner, mortuary, seizure, miscarr, deteriorat"
)
EXACT_DATE = (Pattern(DATE, "u"),)

#: Beside an event, a public holiday and an ordinal number are dates as well.
_DAY = (
    rf"(?:{DATE}|\bon the \d{{1,2}}(?:st|nd|rd|th)\b(?! (?:floor|edition|time|site|day))"
    rf"|\b(?:Christmas|Boxing|New Year's) (?:Day|Eve)\b|\bGood Friday\b|\bEaster (?:Sunday|Monday)\b)"
)
CLINICAL_DATE = (
    Pattern(rf"{_DAY}[^\n.!?]{{0,100}}?\b{_CLINICAL}", "u"),
    Pattern(rf"\b{_CLINICAL}[^\n.!?]{{0,100}}?{_DAY}", "u"),
)

_PEOPLE = any_of(
    "doctors, residents, people, nurses, times, minutes, years, hours, weeks, days, months, things, staff, rounds, beds"
)
BED = (
    Pattern(
        rf"\bbed(?: {{0,2}}-? {{0,2}}| (?:number|no\.?|space) {{1,2}})"
        rf"(?:[a-d]?\d{{1,3}}[a-z]?|two|three|four|five|six|seven|eight|nine|ten)\b(?! {{1,3}}{_PEOPLE})"
    ),
)

#: Words before "Ward" that make no name of a ward.
_NO_WARD = cased(
    "the, our, an?, this, that, each, every, any, one, your, my, on, in, at, from, to, of, for, and, or, when, after, "
    "before, acute, medical, surgical, emergency, general, virtual, hospital, busy, new, other, first, your, mr, mrs, "
    "ms, dr"
)
WARD = (
    Pattern(
        r"\b(?:[Ww]ard|WARD)s?(?: {1,3}(?:number|no\.?))? {0,2}"
        rf"(?:\d{{1,3}}[A-Za-z]\b|[A-Z]{{1,2}}\d{{1,2}}\b|[B-HJ-Z]\b|\d{{1,3}}\b(?! {{1,3}}{_PEOPLE}))",
        "u",
    ),
    Pattern(rf"\b(?!{_NO_WARD}\b)[A-Z][a-z]{{2,20}}(?: [A-Z][a-z]{{2,20}})? {{1,3}}(?:Ward|WARD)\b", "u"),
    Pattern(rf"\b(?:the|on|to|from) {{1,3}}(?!{_NO_WARD}\b)[A-Z][a-z]{{2,20}} {{1,3}}ward\b", "u"),
    Pattern(r"\b(?:side rooms?|cubicles?|theatres?|bays?) {1,3}(?:number |no\.? )?(?:\d{1,2}|[a-h])\b"),
)

PICTURE = (Pattern(r"!\[", "u"),)
