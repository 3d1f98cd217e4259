"""A copy of the real network, in which mistakes are made one after another, and what the checker said of one."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mentor_network import pipeline
from mentor_network.checks.permalinks import PUBLISHED
from mentor_network.problems import Problem
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.source import Kept
from mutations import files, markdown, syntax, values
from mutations.kinds import KINDS, REMOVALS
from mutations.mutation import MAKERS, Draw, Mutation
from mutations.sources import Source
from support.networks import copied

#: The modules of mistakes. To import them registers their makers.
MODULES = (values, syntax, markdown, files)
_CATALOGUES = (*CATALOGUES, NETWORK_FILE, TARGETS_FILE)
#: Groups of files, and how often a mistake is made in each.
_GROUPS = {"*.yaml": 28, "opportunities/*.yaml": 4, "case_studies/*.md": 8, "content/**/*.md": 10}
_ATTEMPTS = 500


@dataclass(frozen=True)
class Result:
    """A mistake, and the problems that it led to."""

    kind: str
    number: int
    mutation: Mutation
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == "error"]

    @property
    def place(self) -> str:
        """Where the mistake is told: `at line`, `within 1`, `elsewhere` or `silent`."""
        if not self.problems:
            return "silent"
        for place, lines in (("at line", 0), ("within 1", 1)):
            if any(self._is_near(problem, lines) for problem in self.problems):
                return place
        return "elsewhere"

    def _is_near(self, problem: Problem, lines: int) -> bool:
        first, last = self.mutation.first + 1 - lines, self.mutation.last + 1 + lines
        return problem.file == self.mutation.file and first <= problem.line <= last

    @property
    def alone(self) -> bool:
        told = self.problems if KINDS[self.kind] == "warning" else self.errors
        return len(told) == 1

    @property
    def follow_ups(self) -> int:
        """The number of errors besides the mistake itself. If that is told elsewhere, it is the first of them."""
        near = [problem for problem in self.errors if self._is_near(problem, 1)]
        return len(self.errors) - (len(near) or min(1, len(self.errors)))

    @property
    def is_error(self) -> bool:
        """Is it a mistake that must be an error, or, where that varies, is one?"""
        return KINDS[self.kind] == "error" or (KINDS[self.kind] == "varies" and bool(self.errors))

    @property
    def is_removal(self) -> bool:
        return self.kind in REMOVALS

    def __str__(self) -> str:
        mistake, told = self.mutation, f"{len(self.errors)} errors, {len(self.problems) - len(self.errors)} warnings"
        place = f"{mistake.file}:{mistake.first + 1}"
        return f"{self.kind} {self.number}: {place}: {mistake.what}: {self.place}, {told}, {self.follow_ups} follow-ups"


class Trial:
    """A copy of the real network at `root`. Every mistake is undone before the next is made."""

    def __init__(self, root: Path, seed: int, *, keep: bool = True) -> None:
        self.root, self.seed, self.today = copied(root), seed, pipeline.today()
        self.kept = Kept() if keep else None
        self._sources: dict[str, Source] = {}
        records, problems = pipeline.check(self.root, today=self.today, kept=self.kept)
        assert not problems.errors, problems.errors
        self.ids, self.texts = records.ids, [*records.texts.values(), (self.root / PUBLISHED).read_text("utf-8")]
        self.warnings = {(problem.file, problem.message) for problem in problems}

    @cached_property
    def groups(self) -> list[list[str]]:
        """The names of all files, in the order of `_GROUPS`."""
        found = ([path.relative_to(self.root).as_posix() for path in self.root.glob(group)] for group in _GROUPS)
        return [sorted(name for name in names if "/" in name or name in _CATALOGUES) for names in found]

    def source(self, name: str) -> Source:
        if name not in self._sources:
            self._sources[name] = Source(name, (self.root / name).read_bytes())
        return self._sources[name]

    def mutation(self, kind: str, number: int) -> Mutation:
        """The mistake of this kind and number. The first of each kind are in the catalogues, in turn."""
        rng = random.Random(f"{self.seed} {kind} {number}")
        catalogues = self.groups[0]
        wanted = catalogues[(number + list(KINDS).index(kind)) % len(catalogues)] if number < len(catalogues) else ""
        for attempt in range(_ATTEMPTS):
            name = wanted if wanted and not attempt else rng.choice(rng.choices(self.groups, list(_GROUPS.values()))[0])
            draw = Draw(rng, self.source(name), self.source("glossary.yaml"), self.ids, self.texts, self.today)
            try:
                made = MAKERS[kind](draw)
            except IndexError:  # the file has no place for this mistake
                continue
            if made and any(raw != self._now(file) for file, raw in made.changes.items()):
                return made
        raise LookupError(f"no file has a place for the mistake {kind}")

    def _now(self, file: str) -> bytes | None:
        path = self.root / file
        return path.read_bytes() if path.is_file() else None

    def attempt(self, kind: str, number: int) -> Result:
        """Make a mistake, check the network, and undo the mistake."""
        mutation = self.mutation(kind, number)
        before = {file: self._now(file) for file in mutation.changes}
        self._write(mutation.changes)
        try:
            _, problems = pipeline.check(self.root, today=self.today, kept=self.kept)
        finally:
            self._write(before)
        if self.kept:
            self.kept.forget_unused()
        found = [problem for problem in problems if (problem.file, problem.message) not in self.warnings]
        return Result(kind, number, mutation, found)

    def _write(self, changes: Mapping[str, bytes | None]) -> None:
        for file, raw in changes.items():
            path = self.root / file
            if raw is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
                continue
            path.unlink(missing_ok=True)
            if path.parent != self.root and not any(path.parent.iterdir()):
                path.parent.rmdir()
