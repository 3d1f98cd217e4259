"""The summary of a pull request for its reviewers: what changed, what to fix, and a checklist.

Markdown for the summary of a workflow run. All text of authors is escaped, see `github_markdown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mentor_network.checks.unknown_files import find_unknown_files
from mentor_network.labels import count
from mentor_network.problems import Problem, Problems
from mentor_network.prose_lint.rules import Finding
from mentor_network.review.changes import Change, ChangeType
from mentor_network.review.fixes import FIXABLE, fixed_line
from mentor_network.review.github_markdown import block, code, message

#: The most items that a list shows: correcting the first ones often corrects the rest.
MAX_ITEMS = 50

_WORDS: Mapping[ChangeType, tuple[str, str]] = {
    "added": ("Added", "This is new."),
    "changed": ("Changed", ""),
    "retired": ("Retired", "Its address keeps answering."),
    "removed": ("Taken away", "If it was ever published, it needs `moved_to`, `split_into` or `withdrawn`."),
    "unread": (
        "Not compared",
        "A mistake stands in the way, here or in the version before. The list of what to fix says which.",
    ),
}


def text(
    changes: list[Change],
    others: list[str],
    problems: Problems,
    root: Path,
    *,
    lost: Sequence[str] = (),
    words: Sequence[Finding] = (),
) -> str:
    """The whole summary. `others` are changed files without entries, `root` is the network's folder, `lost` are the
    permalinks that the change takes away, and `words` are new findings of the prose linter's gate.
    """
    needed = {one.file: one.needed for one in find_unknown_files(root) if one.sure}
    misnamed = {name: needed[name] for name in others if name in needed}
    others = [name for name in others if name not in needed]
    parts = [*_changed(changes, others, misnamed), *_lost(lost)]
    parts += [*_problems(problems, words, root), *_checklist(changes, others)]
    return "\n".join(parts) + "\n"


def _changed(changes: list[Change], others: list[str], misnamed: Mapping[str, str]) -> Iterator[str]:
    yield "## What changed\n"
    if not changes and not others and not misnamed:
        yield "Nothing that readers see.\n"
    for change_type, (heading, note) in _WORDS.items():
        selected = [change for change in changes if change.change_type == change_type]
        if selected:
            yield f"### {heading} ({len(selected)})\n"
            if note:
                yield f"{note}\n"
            yield from (_line(change) for change in selected)
            yield ""
    if misnamed:
        yield f"### Files that need another name ({len(misnamed)})\n"
        yield "Nothing reads these, so they are on no page. Their words are public all the same: look for people in them.\n"
        yield from (f"- {code(name)} belongs in {code(home)}" for name, home in [*misnamed.items()][:MAX_ITEMS])
        yield from _more(len(misnamed))
        yield ""
    if others:
        yield f"### Other files ({len(others)})\n"
        yield "These hold no entries: code, settings or downloads. Somebody who knows the code reads them.\n"
        yield from (f"- {code(name)}" for name in others[:MAX_ITEMS])
        yield from _more(len(others))
        yield ""


def _lost(addresses: Sequence[str]) -> Iterator[str]:
    if addresses:
        yield f"### Addresses that would no longer answer ({len(addresses)})\n"
        yield "Somebody may have kept them. If the site with them was ever public, let them answer.\n"
        yield from (f"- {code(address)}" for address in addresses[:MAX_ITEMS])
        yield from _more(len(addresses))
        yield ""


def _line(change: Change) -> str:
    place = f" in {code(change.file)}" if change.file else ""
    place += f", line {change.line}" if change.line else ""
    details = "; ".join(message(detail) for detail in change.details)
    name = f" {code(change.id)}" if change.id else ""
    return f"- {change.kind}{name}{place}{': ' + details if details else ''}"


def _problems(problems: Problems, words: Sequence[Finding], root: Path) -> Iterator[str]:
    found = list(problems)
    errors = [problem for problem in found if problem.severity == "error"]
    warnings = [problem for problem in found if problem.severity == "warning"]
    yield "## What to fix\n"
    if not found and not words:
        yield "Nothing. The checker found no mistake.\n"
    for heading, group in (("Before this can be merged", errors), ("Worth a look, and no reason to wait", warnings)):
        if group:
            yield f"### {heading} ({len(group)})\n"
            for problem in group[:MAX_ITEMS]:
                yield from _problem(problem, found, root)
            yield from _more(len(group))
    if words:
        yield f"### Words to change before this can be merged ({len(words)})\n"
        yield from (f"{_where(one.file, one.line, one.message, one.help)}\n" for one in words[:MAX_ITEMS])
        yield from _more(len(words))
    if problems.postponed:
        yield "What refers to entries that could not be read is checked after these are fixed.\n"


def _more(number: int) -> Iterator[str]:
    if number > MAX_ITEMS:
        yield f"- and {count(number - MAX_ITEMS, 'more', 'more')}\n"


def _problem(problem: Problem, all_problems: Iterable[Problem], root: Path) -> Iterator[str]:
    yield f"{_where(problem.file, problem.line, problem.message, problem.help)}\n"
    if line := _suggestion(problem, all_problems, root):
        yield f"Write line {problem.line} like this:\n\n{block(line)}\n"


def _where(file: str, line: int, text: str, help: str) -> str:
    """A mistake on one line: its place, what is wrong, and what to do."""
    return " ".join([f"**{code(file)}, line {line}.**", *(_sentence(message(part)) for part in (text, help) if part)])


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(("?", ".", "!")) else ".")


def _suggestion(problem: Problem, all_problems: Iterable[Problem], root: Path) -> str | None:
    """The corrected line, if there is one and no other problem in the line forbids showing it."""
    here = [p for p in all_problems if (p.file, p.line) == (problem.file, problem.line)]
    if any(p.code not in FIXABLE for p in here):
        return None
    lines = (root / problem.file).read_text("utf-8", errors="replace").splitlines()
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    if problem.file.startswith("case_studies/") and not _IDS_OR_VALUE.fullmatch(line):
        return None
    return fixed_line(line, problem)


#: A line with ids or a single value. Free text of a case study is not repeated before somebody has screened it.
_IDS_OR_VALUE = re.compile(r"[\s-]*([\w-]+: )?(\[[\w, -]*\]|\S*)")

_ALWAYS = (
    "2 people in different roles have read it: one for use, one for confidentiality",
    "Nobody can be recognised, even by somebody who knows the service",
    "No patient, no real incident, no complaint, inquest or investigation",
    "The preview looks right, in a narrow window too (`preview`, under Artifacts at the foot of this page)",
)
_FOR_KIND: Mapping[str, tuple[str, ...]] = {
    "case study": (
        "No exact dates, wards, bed numbers or reference numbers",
        "No group under 10 is reported with other detail about it",
        "Roles, and no names, unless the person agreed in writing",
        "No criticism of a person, a team or another Trust",
        "Quotations are general, agreed, and cannot be traced",
        "The Trust agreed to publication, and to its name where it is named",
        "It says at least 1 thing that did not work",
        "`status: published` only when both roles have signed; the writer leaves it a draft",
    ),
    "opportunity": (
        "Each fact has a source, and the links open",
        "Cost, dates and who may apply are as the source says, or left out",
        "Who to ask is a role and not a person",
        "It says what turns it from a tick-box into learning",
        "`reviewed_by_role` is filled only by a clinician who reviewed it",
    ),
    "page": ("Each fact has a source, and no number about people is typed by hand",),
    "evidence table": ("Each cell was compared with the report, by a second person",),
    "figure": ("The number was compared with its source, by a second person",),
}
_CODE = "Somebody who knows the code has read the other files. No workflow, lock file or script changed without need"


def _checklist(changes: list[Change], others: list[str]) -> Iterator[str]:
    kinds = {change.kind for change in changes}
    yield "## For the reviewers\n"
    yield "Copy this into a comment and tick it there. No program can do this for you.\n"
    yield from (f"- [ ] {line}" for line in _ALWAYS)
    for kind, lines in _FOR_KIND.items():
        if kind in kinds:
            yield from (f"- [ ] {line}" for line in lines)
    if others:
        yield f"- [ ] {_CODE}"
