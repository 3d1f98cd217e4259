"""Patterns for numbers, references, postcodes, email addresses and telephones of persons."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import Pattern, any_of

#: Ten digits in any grouping. A date such as 2026-11-23 or two years such as 2026/27 do not start one.
NHS_NUMBER = (Pattern(r"\b(?!\d{4}(?:-\d\d-|/)\d\d\b)\d(?:[ ./-]{0,3}\d){9}\b", "u", check="mod11"),)

PATIENT_NUMBER = (
    Pattern(
        r"\b(?:hospital|hosp|patient|unit|nhs|case {0,2}notes?|medical record)\.? {1,3}"
        r"(?:number|no|num|id|identifier|ref(?:erence)?)\b[^\n\d]{0,12}\d(?:[ -]{0,2}\d){3,11}\b",
        needs=("hosp", "patient", "unit", "nhs", "case", "medical record"),
    ),
    Pattern(r"\bMRN\b[^\n\d]{0,12}\d(?:[ -]?\d){3,11}\b", needs=("mrn",)),
)

_SEVEN = r"\b\d(?:[ -]{0,2}\d){6}\b"
GMC_NUMBER = (
    Pattern(rf"\b(?:GMC|General Medical Council)\b[^\n]{{0,40}}?{_SEVEN}", needs=("gmc", "medical council")),
    Pattern(rf"{_SEVEN}[^\n]{{0,20}}?\bGMC\b", needs=("gmc",)),
    Pattern(rf"\bregistration {{1,3}}(?:number|no)\b\.?[^\n\d]{{0,10}}{_SEVEN}", needs=("registration",)),
    Pattern(r"\bNMC\b[^\n]{0,40}?\b\d\d[a-z]\d{4}[a-z]\b", needs=("nmc",)),
)

PHONE = (
    Pattern(r"(?:\+ {0,2}44|\b0044|\b(?!\d\d\.\d\d\.\d{4})0)(?:[ ().-]{0,3}\d){9,10}(?!\d)", "u"),
    Pattern(r"\+[1-9]\d{0,2}(?:[ ().-]{0,3}\d){7,12}(?!\d)", "u", needs=("+",)),
    Pattern(
        r"\b(?:bleep|pager|dect|ext|extn|extension|tel|telephone|phone|mobile|mob|switchboard|whatsapp)\b\.?[ :#(-]{0,4}"
        r"(?:(?:me|us|them) )?"
        r"(?:(?:number|no|on|is)\b\.?[ :#(-]{0,4}){0,2}(?!(?:999|111|101|112|2222)\b)\d(?:[ -]?\d){2,10}\b",
        needs=("bleep", "pager", "dect", "ext", "tel", "phone", "mob", "switchboard", "whatsapp"),
    ),
    Pattern(r"\bx\d{4,5}\b", "u"),
    Pattern(
        r"\b(?:call|ring|dial|text)\b:? {1,2}(?:(?:me|us|them|on) ){0,2}\d(?:[ -]?\d){4,10}\b",
        needs=("call", "ring", "dial", "text"),
    ),
)

#: Local parts of shared email addresses, which are allowed.
_SHARED = any_of(
    "info, enquir(?:y|ies), contact, hello, help, helpdesk, admin, office, team, support, postgraduate, postgrad, pgme, "
    "medical, education, medicaleducation, leadership, library, events?, courses?, training, qi, improvement, "
    "recruitment, communications, comms, noreply, no, reply, example, your, name, someone, you, firstname, lastname"
)
_HOST = r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}"
EMAIL = (
    Pattern(
        rf"\b(?!(?:{_SHARED}[.+-]?){{1,4}} ?@)[a-z0-9][a-z0-9.+%'-]{{0,63}} {{0,2}}@ {{0,2}}"
        rf"(?!(?:[a-z0-9-]{{1,63}}\.){{0,3}}example(?:\.(?:org|com|net))?\b){_HOST}\b",
        needs=("@",),
    ),
    Pattern(
        r"\b[a-z0-9][a-z0-9.+-]{1,63} {0,2}[\[({] {0,2}at {0,2}[\])}] {0,2}[a-z0-9-]{1,63}\b",
        needs=("[at", "(at", "{at", "[ at", "( at", "{ at", "[  at", "(  at"),
    ),
    Pattern(r"\b[a-z0-9][a-z0-9.+-]{1,63} {1,2}at {1,2}[a-z0-9-]{1,63} {1,2}dot {1,2}[a-z]{2,10}\b", needs=(" dot ",)),
)

POSTCODE = (
    Pattern(
        r"\b(?:[a-pr-uwyz]\d[a-hjkps-uw]?|[a-pr-uwyz]\d\d|[a-pr-uwyz][a-hk-y]\d[abehmnprvwxy]?|[a-pr-uwyz][a-hk-y]\d\d)"
        r"[ -]{0,3}(?!\d(?:st|nd|rd|th|hr|pa|wt)\b)\d[abd-hjlnp-uw-z]{2}\b"
    ),
)

INCIDENT_REFERENCE = (
    Pattern(
        r"\b(?:datix|steis|lfpse|sui|incident|inquest|investigation|complaint|case|learning response|psii)[ -]{0,3}"
        r"(?:(?:report|web|form)[ -]{0,2})?(?:ref(?:erence)?|number|no|"
        r"id)\b\.?[^\n\da-z]{0,6}[a-z]{0,5}[ /-]{0,2}\d[\d/-]{1,14}"
    ),
    Pattern(
        r"\b(?:datix|steis|lfpse|sui)[^\na-z\d]{0,4}(?:(?:report|web|form|w)[^\na-z\d]{0,4})?"
        r"(?!(?:19|20)\d\d(?![\d/-]))[a-z]{0,3}\d[\d/-]{2,14}"
    ),
    Pattern(r"\b(?:SI|SUI|PSII)[ -]{1,2}(?:number|no\.?|ref\.?)\b|\b(?:SI|SUI|PSII)[ /-]{1,2}\d{4}[/-]\d{2,8}\b", "u"),
    Pattern(r"\b(?:web|inc|dtx|w)-?\d{5,9}\b"),
    Pattern(r"\bref(?:erence)?(?: (?:number|no\.?))?[:# ]{1,4}(?!(?:19|20)\d\d\b)[a-z]{0,5}[/-]?\d{4,10}\b"),
)

SOCIAL_MEDIA = (
    Pattern(
        r"\b(?:twitter|x|facebook|instagram|linkedin|tiktok|youtube|threads|bsky|snapchat|reddit)\.(?:com|net|app|org)\b"
        r"|\b(?:wa|t)\.me/|\byoutu\.be/"
    ),
    Pattern(r"[ (\n]@[a-z0-9.]{3,30}\b"),
)
