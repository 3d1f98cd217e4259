"""Recognises catalogues whose end was lost, and makes one problem, at the end, of all that this causes in the file."""

from __future__ import annotations

from mentor_network.checks.removed import Lost, catalogue_of
from mentor_network.problems import Problem, Problems, Span
from mentor_network.records import Records
from mentor_network.records.read import CATALOGUES, catalogues_in


def files_are_whole(records: Records, lost: Lost, problems: Problems) -> None:
    """No catalogue ends in the middle of an entry because its end was lost. Run it last: it replaces other problems.

    An entry that somebody has not finished looks the same. The end was lost if the file has no line end there, if its
    last key has no value, or if lists or published entries are gone as well.
    """
    for file, text in records.texts.items():
        own = [problem for problem in problems.items if problem.file == file and problem.severity == "error"]
        if own and file.endswith(".yaml"):
            catalogues = catalogues_in(file)
            published = any(catalogue_of(line) in catalogues for line in lost.unread_lines)
            if not _is_suffix(file, records):
                own = [problem for problem in own if not _lacks_list(problem)]
            _check_end(own, text, records.ends[file], published, problems)
        elif "/" not in file and "\n" in text and not text.endswith("\n"):
            message = "this file ends in the middle of a line"
            help = "if its end was lost, put the last version of the file back; if not, start a new line there"
            lines = text.split("\n")
            problems.warn(Span(file, len(lines), len(lines[-1]) + 1), "cut-short", message, help)


def _is_suffix(file: str, records: Records) -> bool:
    """Are the lists that a file lacks the last of those that it can have?"""
    names = list(CATALOGUES.get(file, {}))
    missing = [name for name in names if name in records.missing]
    return missing == names[len(names) - len(missing) :]


def _lacks_list(problem: Problem) -> bool:
    return problem.code == "missing-key" and problem.message.startswith("this file has no list")


def _check_end(own: list[Problem], text: str, ends: frozenset[int], published: bool, problems: Problems) -> None:
    """Replace the errors of a file that come of a lost end. `published` says whether published entries may be lost."""
    last, whole = text.rstrip().count("\n") + 1, text.endswith("\n")
    missing = [p for p in own if p.code == "missing-key"]
    lists = [p for p in missing if _lacks_list(p)]
    unfinished = [p for p in missing if p.line in ends and p not in lists]
    gone = [p for p in own if p.code == "removed-id" and p.line >= max(ends, default=1)]
    at_end = [p for p in own if p.line == last or (p.code == "too-short" and ends and p.line >= min(ends))]
    caused = list(dict.fromkeys([*unfinished, *lists, *gone, *at_end]))
    if not (unfinished or lists or (gone and not whole)):
        return
    empty = any(p.code == "empty-value" for p in at_end)
    if not whole or published or gone or (unfinished and (lists or empty)):
        file, column = own[0].file, len(text.rstrip().rpartition("\n")[2]) + 1
        _replace(caused, Span(file, last, column), problems)


def _replace(caused: list[Problem], span: Span, problems: Problems) -> None:
    what = caused[0].message.replace("this entry", "the last entry", 1).replace("this file has", "it has", 1)
    message = f"this file ends too early: {what}"
    help = f"if its end was lost, put the last version of the file back; if not, {caused[0].help}"
    problems.items = [problem for problem in problems.items if problem not in caused]
    problems.add(span, "cut-short", message, help)
