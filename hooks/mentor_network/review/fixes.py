"""Quick fixes: the corrected line, for mistakes that can be corrected without judgement.

A test applies each fix and checks again: the problem must be gone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from mentor_network.problems import Problem

_QUOTED = re.compile(r"`([^`]+)`")
_SHORT = re.compile(r"[\s-]*([\w-]+:)?[^:]{0,120}|[\s-]*[\w-]+: https?://\S{1,200}")
_DID_YOU_MEAN = re.compile(r"^did you mean `([^`]+)`(?: \([^`]*\))?\?$")
_SUCH_AS = re.compile(r"such as `([^`]+)`$")


def fixed_line(line: str, problem: Problem) -> str | None:
    """The line with this mistake corrected, or None where a person has to decide.

    Only a key with its value, or a list item, can be corrected: a line of a page's text is a whole paragraph.
    """
    if not _SHORT.fullmatch(line):
        return None
    fix = _FIXES.get(problem.code, _did_you_mean)
    found = fix(line, problem)
    return found if found != line else None


def _replaced(line: str, problem: Problem, new: str) -> str | None:
    """The line with the wrong word, which the message names, replaced at the column of the problem."""
    before, rest = line[: problem.column - 1], line[problem.column - 1 :]
    for word in _QUOTED.findall(problem.message):
        for mark in ("", '"', "'"):
            if rest.startswith(mark + word + mark):
                return f"{before}{mark}{new}{mark}{rest[len(word) + 2 * len(mark) :]}"
    return None


def _did_you_mean(line: str, problem: Problem) -> str | None:
    """Replace a misspelt word by the nearest known one, unless it is too different to be a misspelling."""
    meant = _DID_YOU_MEAN.match(problem.help)
    near = meant and any(SequenceMatcher(None, word, meant[1]).ratio() >= 0.8 for word in _QUOTED.findall(problem.message))
    return _replaced(line, problem, meant[1]) if meant and near else None


def _as_list(line: str, problem: Problem) -> str | None:
    """Turn one value, or several separated by commas, into a list on the same line."""
    before, value = line[: problem.column - 1], line[problem.column - 1 :].rstrip()
    if not re.fullmatch(r"[\w-]+(, ?[\w-]+)*", value) or not before.rstrip().endswith(":"):
        return None
    return f"{before}[{', '.join(part.strip() for part in value.split(','))}]"


def _as_iso_date(line: str, problem: Problem) -> str | None:
    """Turn a British date into an ISO date."""
    for word in _QUOTED.findall(problem.message):
        for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y"):
            try:
                day = datetime.datetime.strptime(word, form).date()
            except ValueError:
                continue
            return _replaced(line, problem, day.isoformat())
    return None


def _suggested_id(line: str, problem: Problem) -> str | None:
    """Replace a value by the id that the message derives from it."""
    such = _SUCH_AS.search(problem.help)
    return _replaced(line, problem, such[1]) if such else _did_you_mean(line, problem)


def _with_slash(line: str, problem: Problem) -> str | None:
    """Add the slash that a link to this site lacks at its end."""
    ends = re.match(r"^addresses end with a slash: `([^`]+)`$", problem.help)
    return _replaced(line, problem, ends[1]) if ends else _did_you_mean(line, problem)


def _without_tabs(line: str, problem: Problem) -> str | None:
    """Replace each tab of the indentation by two spaces."""
    indent = line[: len(line) - len(line.lstrip())]
    return indent.replace("\t", "  ") + line.lstrip()


#: Corrections by code of the problem. All other codes replace a misspelt word by the nearest known one.
_FIXES: Mapping[str, Callable[[str, Problem], str | None]] = {
    "needs-list": _as_list,
    "bad-date": _as_iso_date,
    "bad-id": _suggested_id,
    "bad-link": _with_slash,
    "yaml-tab": _without_tabs,
}

#: Codes of problems whose line may be shown again: their lines hold names and values, and nothing confidential.
FIXABLE = frozenset([*_FIXES, "bad-value", "unknown-key", "unknown-reference", "unknown-evidence"])
