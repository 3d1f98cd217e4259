"""Makes the draft of an entry from the file in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentor_network.authoring.receive import mail, transcript
from mentor_network.authoring.receive.transcript import FENCE, Line, Transcript
from mentor_network.checks.windows_names import is_device
from mentor_network.problems import Problem
from mentor_network.records.fields import ID

#: Fields that only reviewers fill in.
SIGNED = ("permission", "confidentiality", "acknowledged", "reviewed_by_role")
#: The stem of a file whose own id cannot be one: it is checked all the same.
NO_ID = "a-short-name"
#: What the checker says of such an id beside the reason why it cannot be one.
NOT_THE_NAME = f"this id is not the file's name, `{NO_ID}`"

_ID = re.compile(r"id:[ \t]*[\"']?([a-z0-9-]+)[\"']?[ \t]*(?:#.*)?")
_KEY = re.compile(r"([a-z_]+):")
_MARK = re.compile(r"([ \t]*)[–—•·*][ \t]+")
_BULLET = re.compile(r"([ \t]*)[•●▪◦‣·][ \t]*(?=\S)")
_CURLY = re.compile(r"([ \t]*(?:- )?(?:[a-z_]+:[ \t]+)?)[“”„\"](.*)[“”\"][ \t]*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its path below the root and its lines. `left_out` are fields of reviewers that it had.

    `first_line` is the line of the received file that line 1 of the source is, or 0 if the source is encoded there.
    """

    path: str
    lines: Sequence[Line]
    first_line: int
    left_out: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(f"{line.text}\n" for line in self.lines)

    def source(self, line: int, column: int) -> tuple[int, int]:
        """The line and column of the received text that a place of the draft comes from."""
        if not self.lines:
            return 1, 1
        number, place = self.lines[min(line, len(self.lines)) - 1].source(column)
        return number + max(self.first_line - 1, 0), place

    def problems_of_name(self, root: Path) -> Iterator[Problem]:
        """What is wrong with the id as the name of a file below `root`, before there is such a file."""
        for number, line in enumerate(self.lines, 1):
            word = line.text.removeprefix("id:").strip()
            if word == line.text:
                continue
            if is_device(word):
                message = f"Windows can have no file called `{word}`"
                yield Problem(self.path, number, 5, "windows-name", message, "choose another id")
            elif (root / self.path).exists():
                message = f"there is another file called `{self.path}`"
                yield Problem(self.path, number, 5, "duplicate-id", message, "choose another id, or compare the two")
            return


class NothingFound(Exception):
    """There is no file in what was received, or more than one; the message says so, and what to do."""


def receive(raw: bytes, name: str) -> Draft:
    """The draft in the bytes of a file called `name`. Raises NothingFound."""
    found = [
        (candidate, script)
        for candidate in mail.texts(raw, name)
        if (script := transcript.find(candidate.text, whole=candidate.whole))
    ]
    if not found:
        raise NothingFound(
            "there is no case study or opportunity in this; it starts with the line START OF FILE that the form writes, "
            "or with the first lines of a template. A Word or PDF file cannot be received: ask for the text in the mail"
        )
    if sum(candidate.attached for candidate, _ in found) > 1:
        raise NothingFound("there is more than one file in this mail; save each, and receive them one by one")
    candidate, script = found[0]
    return _draft(script, candidate.first_line)


def _draft(script: Transcript, first_line: int) -> Draft:
    if script.has_fences:
        end = next((n for n, line in enumerate(script.lines[1:], 1) if _is_fence(line.text)), len(script.lines))
        head, body = script.lines[1:end], script.lines[end + 1 :]
    else:
        head, body = script.lines, []
    head = [line.changed(_repaired(line.text)) for line in head]
    word = next((match[1] for line in head if (match := _ID.fullmatch(line.text))), "")
    if not ID.fullmatch(word) or is_device(word) or len(word) > 60:
        word = NO_ID
    left_out: list[str] = []
    lines = list(_without_signatures(head, left_out))
    if not script.has_fences:
        return Draft(f"opportunities/{word}.yaml", lines, first_line, tuple(left_out))
    fence = script.lines[0].changed(FENCE)
    lines = [fence, *_as_draft(lines), fence, *_trimmed(body)]
    return Draft(f"case_studies/{word}.md", lines, first_line, tuple(left_out))


def _is_fence(text: str) -> bool:
    return bool(re.fullmatch(r"[-–—]{1,3}[ \t]*", text))


def _repaired(text: str) -> str:
    """A line of YAML whose marks of lists and quotation marks a word processor has made prettier."""
    text = _MARK.sub(r"\1- ", text.expandtabs(2), count=1)
    if curly := _CURLY.fullmatch(text):
        inner = re.sub(r"\\[“”]", r"\\" + '"', curly[2])
        return f'{curly[1]}"{inner}"'
    return text


def _without_signatures(lines: Sequence[Line], left_out: list[str]) -> Iterator[Line]:
    """The lines without the fields of reviewers, whose names are added to `left_out`."""
    leaving = False
    for line in lines:
        if key := _KEY.match(line.text):
            leaving = key[1] in SIGNED
            if leaving:
                left_out.append(key[1])
        elif line.text[:1] not in (" ", "-", ""):
            leaving = False
        if not leaving:
            yield line


def _as_draft(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with `status: draft`, whatever they said."""
    said = False
    for line in lines:
        if re.match(r"status:", line.text):
            said = True
            yield line.changed("status: draft")
        else:
            yield line
    if not said and lines:
        yield lines[-1].changed("status: draft")


def _trimmed(body: Sequence[Line]) -> list[Line]:
    """The body without empty lines at its end, with one at its start, and with bullets as Markdown writes them."""
    last = next((n for n in range(len(body), 0, -1) if body[n - 1].text.strip()), 0)
    first = next((n for n, line in enumerate(body) if line.text.strip()), 0)
    story = [line.changed(_BULLET.sub(r"\1- ", line.text, count=1)) if _BULLET.match(line.text) else line for line in body]
    return [body[first].changed(""), *story[first:last]] if last else []
