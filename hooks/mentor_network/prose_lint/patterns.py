"""The rules of style that are regular expressions.

Each takes linear time on any text: whatever repeats is a single class of characters, or limited in length.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Pattern(NamedTuple):
    """A regular expression of a rule. `quoted` is true if it applies inside quotation marks too."""

    rule: str
    words: re.Pattern[str]
    message: str
    help: str
    quoted: bool = False


def _words(*choices: str) -> re.Pattern[str]:
    """Any of these, in any case. A space matches any white space, since lines are wrapped."""
    return re.compile("|".join(choices).replace(" ", r"\s"), re.IGNORECASE)


_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_MONTH = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_PUBLIC_BODY = "(?:NHS|GMC|General Medical Council|HEE|Health Education England|college|faculty|deanery)"

GATE: tuple[Pattern, ...] = (
    Pattern(
        "S3",
        # The last exempts the name of a scheme: a management trainee is not a doctor.
        _words(r"\bjunior doctors?\b", r"\bjuniors\b", r"(?<!\bmanagement )\btrainees?\b"),
        "`{}` is not what we call people",
        "write `resident doctor`; the word may stay in quotation marks and in `also_known_as`",
    ),
    Pattern(
        "S4",
        _words(r"\b[a-z]{2,8}n['’]t\b", r"\b(?:should|could|would|must|they|we|you|I)['’]ve\b"),
        "`{}` is harder to read than the full words",
        "write both words out, such as `cannot` or `they have`",
    ),
    Pattern("S6", re.compile("[“”‘’]"), "`{}` is a curly mark", "type a straight quotation mark or apostrophe", True),
    Pattern("S6", re.compile("—"), "`{}` is a long dash", "use a full stop, a comma or a colon"),
    Pattern(
        "S9",
        re.compile(
            r"(?<![*\w\\])\*(?![*\s])[^*\n]{1,300}(?<!\s)\*(?![*\w])|(?<![_\w\\])_(?![_\s])[^_\n]{1,300}(?<!\s)_(?![_\w])"
        ),
        "`{}` is in italics, which many people find hard to read",
        "take the marks out",
        True,
    ),
    Pattern(
        "S11",
        re.compile(r"(?<![\w/.-])[A-Z]{0,5}\d{1,4}\s?[-–]\s?[A-Z]{0,5}\d{1,4}(?![\w/-])"),
        "`{}` is a range with a dash",
        "write it with `to`, such as `4 to 8`",
    ),
    Pattern(
        "S12",
        _words(
            rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_MONTH}|{_SHORT_MONTH})\b",
            rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b",
            rf"\b\d{{1,2}} {_SHORT_MONTH}\b",
            rf"\b{_SHORT_MONTH} \d{{4}}\b",
            r"(?<![\w/])\d{1,2}/\d{1,2}/\d{2,4}\b",
            r"\b(?:19|20)\d\d-\d\d-\d\d\b",
        ),
        "`{}` is not how we write dates",
        "write the day, the month in full and the year: `6 August 2018`",
    ),
    Pattern(
        "S14",
        _words(r"(?<![\w.])(?:e\.g|i\.e|eg|ie|etc)\b\.?"),
        "`{}` is Latin that some people stumble over",
        "write `for example`, `that is` or the whole list",
    ),
    Pattern(
        "S19",
        _words(
            r"\bBA?ME\b",
            r"\bsuffer(?:s|ed|ing)? from\b",
            r"\bwheelchair[ -]bound\b",
            r"\bhandicapped\b",
            r"\bthe disabled\b",
        ),
        "`{}` is a term that people have asked us not to use",
        "write `ethnic minorities` or `disabled people`, or that somebody has a condition",
    ),
    Pattern(
        "N3",
        _words(
            rf"\b(?:approved|endorsed|accredited|recommended|recognised) by\b[^.!?]{{0,60}}{_PUBLIC_BODY}",
            rf"\bofficial(?:ly)?\b[^.!?]{{0,40}}{_PUBLIC_BODY}",
            rf"\b{_PUBLIC_BODY}[^.!?]{{0,20}}\bofficial(?:ly)?\b",
        ),
        "`{}` claims that a public body stands behind something",
        "say who did what and cite it, or leave the claim out",
    ),
)
WARN: tuple[Pattern, ...] = (
    Pattern("S5", _words(r"\bshould\b"), "`{}` sounds like a teacher", "tell the reader what to do: `ask`, `write`"),
    Pattern(
        "S10",
        _words(
            r"(?<![\w-])(?<!the )(?:two|three|four|five|six|seven|eight|nine|ten)\b(?![- ](?:third|quarter|fifth|tenth)s?)"
            r"(?! principles)"
        ),
        "`{}` is a number in letters",
        "write the numeral",
    ),
    Pattern("S10", re.compile(r"(?<![\w.#/-])(?!19\d\d\b|20\d\d\b)\d{4,9}\b"), "`{}` is hard to read", "write `1,000`"),
    Pattern(
        "S13",
        _words(
            r"\b\d{1,2}(?:[.:]\d\d)? (?:am|pm)\b",
            r"\b\d{1,2}\.\d\d(?:am|pm)\b",
            r"\b12(?:am|pm)\b",
            r"(?<![:\d])(?:[01]\d|2[0-3]):[0-5]\d\b(?!:)",
        ),
        "`{}` is not how we write times",
        "write `5:30pm`, `9am`, `midday` or `midnight`",
    ),
    Pattern(
        "S17",
        _words(r"\b(?:is|are|was|were|be|been|being) \w{2,20}ed by (?!\d|chance\b|habit\b)"),
        "`{}` hides who acts",
        "start with who does it",
    ),
    Pattern(
        "S18",
        _words(
            r"\b(?:journeys?|toolkits?|leverag(?:e|es|ing)|empower\w{0,5}|holistic|robust|stakeholders?|passionate)\b",
            r"\b(?:deep dives?|going forward|best practice|key learnings?|transformational)\b",
        ),
        "`{}` is a word that says little",
        "say what happens in plain words",
    ),
)
