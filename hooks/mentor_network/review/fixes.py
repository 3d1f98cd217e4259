"""The line as it would be right, for mistakes whose mending needs no judgement.

A test holds each suggestion against the checker: the mistake must be gone from the line that is suggested.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from mentor_network.problems import Problem

_QUOTED = re.compile(r"`([^`]+)`")
_SHORT = re.compile(r"[\s-]*([\w-]+:)?[^:]{0,120}|[\s-]*[\w-]+: https?://\S{1,200}")
_MEANT = re.compile(r"^did you mean `([^`]+)`\?$")
_SUCH_AS = re.compile(r"such as `([^`]+)`$")


def mended(line: str, problem: Problem) -> str | None:
    """The whole line with this mistake mended, or None where a person has to decide.

    Only a line that is a key and its value, or an item, is given: a line of a page's text is a whole paragraph.
    """
    if not _SHORT.fullmatch(line):
        return None
    way = _WAYS.get(problem.code, _meant)
    found = way(line, problem)
    return found if found != line else None


def _replaced(line: str, problem: Problem, new: str) -> str | None:
    """The line with the wrong word, which the message names, replaced where the problem is."""
    before, rest = line[: problem.column - 1], line[problem.column - 1 :]
    for word in _QUOTED.findall(problem.message):
        for mark in ("", '"', "'"):
            if rest.startswith(mark + word + mark):
                return f"{before}{mark}{new}{mark}{rest[len(word) + 2 * len(mark) :]}"
    return None


def _meant(line: str, problem: Problem) -> str | None:
    """The nearest known word in place of a misspelt one. A word that is only a little like it may be another thing."""
    meant = _MEANT.match(problem.help)
    near = meant and any(SequenceMatcher(None, word, meant[1]).ratio() >= 0.8 for word in _QUOTED.findall(problem.message))
    return _replaced(line, problem, meant[1]) if meant and near else None


def _listed(line: str, problem: Problem) -> str | None:
    """One value, or several between commas, as a list on the same line."""
    before, value = line[: problem.column - 1], line[problem.column - 1 :].rstrip()
    if not re.fullmatch(r"[\w-]+(, ?[\w-]+)*", value) or not before.rstrip().endswith(":"):
        return None
    return f"{before}[{', '.join(part.strip() for part in value.split(','))}]"


def _dated(line: str, problem: Problem) -> str | None:
    """A day as people here write it, as year, month and day."""
    for word in _QUOTED.findall(problem.message):
        for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y"):
            try:
                day = datetime.datetime.strptime(word, form).date()
            except ValueError:
                continue
            return _replaced(line, problem, day.isoformat())
    return None


def _named(line: str, problem: Problem) -> str | None:
    """The id that the message makes of the words that were written."""
    such = _SUCH_AS.search(problem.help)
    return _replaced(line, problem, such[1]) if such else _meant(line, problem)


def _slashed(line: str, problem: Problem) -> str | None:
    """A link of this site with the slash that it lacks."""
    ends = re.match(r"^addresses end with a slash: `([^`]+)`$", problem.help)
    return _replaced(line, problem, ends[1]) if ends else _meant(line, problem)


def _spaced(line: str, problem: Problem) -> str | None:
    """Two spaces in place of each tab at the start."""
    indent = line[: len(line) - len(line.lstrip())]
    return indent.replace("\t", "  ") + line.lstrip()


#: What needs more than the word that was meant, by code.
_WAYS: Mapping[str, Callable[[str, Problem], str | None]] = {
    "needs-list": _listed,
    "bad-date": _dated,
    "bad-id": _named,
    "bad-link": _slashed,
    "yaml-tab": _spaced,
}

#: The codes whose line may be repeated: it holds names and values, and what is wrong with it is known to be no secret.
MENDABLE = frozenset([*_WAYS, "bad-value", "unknown-key", "unknown-reference", "unknown-evidence"])
