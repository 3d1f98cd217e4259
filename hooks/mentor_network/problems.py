"""Problems in an author's files, as values: collected by the checks, printed by `cli.check`.

A message says what is wrong, in lower case and without a full stop; only `help` says what to do. Both are written for a
clinician who has never seen this code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from mentor_network.spelling import folded, nearest

Severity = Literal["error", "warning"]

#: Every code, with the sentence that the contributors' guide prints. Each needs a case in tests/cases/problems.
CODES: dict[str, str] = {
    "age": "somebody's age or date of birth in a case study",
    "bad-date": "a date that no calendar has, or that is not written as year, month, day",
    "bad-id": "an id with capitals, spaces or other characters that do not belong in an address",
    "bad-link": "a link that is not https, or that points to nothing on this site",
    "bad-number": "words or a wrong value where a number is needed",
    "bad-value": "a value that the field does not allow",
    "bare-word": "`yes`, `no`, `true`, `null` and the like where words for a reader are needed",
    "below-target": "less than the network's own targets.yaml asks for (a warning)",
    "bed": "the number of a bed in a case study",
    "case-study-incomplete": "a case study that lacks what publication needs",
    "clinical-date": "a day beside something that happened to a patient, in a case study",
    "comment-in-text": "words that are left out, because a hash in front of them starts a comment",
    "criticism": "what may rank or criticise a Trust, a department or a person in a case study (a warning in a draft)",
    "cut-short": "a file whose end was lost (a warning where it ends in a sentence)",
    "cut-sentence": "a sentence that a comma in a list between brackets makes two items of (a warning)",
    "dates-out-of-order": "two dates the wrong way round",
    "duplicate-address": "two entries that would be built at the same address",
    "duplicate-id": "an id that is used twice",
    "duplicate-term": "two entries of the glossary for the same term",
    "duplicate-key": "a field that stands twice in the same entry, so that one of the two would be lost",
    "email": "a person's email address",
    "empty-value": "a field with nothing after it",
    "example-words": "words of an example that nobody has replaced (a warning, except in a published case study)",
    "exact-date": "an exact day in a case study (a warning in a draft)",
    "forgotten-dash": "an item of a list that is read as a part of the item above it",
    "gmc-number": "the registration number of a doctor or nurse",
    "half-written": "a link or a figure without all of its brackets",
    "headings": "a case study whose headings are not the ones of its kind",
    "incident": "what may be a real incident, complaint or investigation in a case study (a warning in a draft)",
    "incident-reference": "the reference of an incident, complaint or case in a case study",
    "initials": "what may be a person's initials in a case study (a warning in a draft)",
    "look-alike": "a sign that only looks like the one that YAML needs: a curly quotation mark, a long dash, a hard space",
    "merge-conflict": "two versions of the same lines, with the marks that Git puts round them",
    "missing-file": "a catalogue that is not there",
    "missing-key": "a field that is needed and not there",
    "named-trust": "what may be the name of a Trust or hospital that has not agreed to be named (a warning in a draft)",
    "needs-list": "one value where a list is needed",
    "needs-map": "a text where further fields are needed",
    "needs-text": "a list or further fields where one value is needed",
    "nhs-number": "an NHS number",
    "not-shown": "what pages cannot show, such as a table pasted from Word, or a list with letters (a warning)",
    "not-acknowledged": "an acknowledgement of what nothing can make right",
    "not-allowed": "a field that this kind of entry must not have",
    "nothing-to-acknowledge": "an acknowledgement of what the text does not hold (a warning)",
    "overdue-review": "a review date that has passed (a warning: the page is marked, never hidden)",
    "past-closing-date": "a closing date that has passed while the entry still says it is open (a warning)",
    "patient-number": "the number of a patient",
    "patient-story": "the story of a patient in a case study",
    "person-not-role": "what may be the name of a person in a field that holds a role (a warning)",
    "phone": "a telephone, bleep or extension number",
    "picture": "a picture in a case study (a warning in a draft)",
    "postcode": "a postcode",
    "raw-html": "HTML tags or attribute lists in a page",
    "removed-id": "an address that was published and that nothing answers any more",
    "role-and-name": "what may be the name of a person in a case study (a warning in a draft)",
    "serious-event": "a death, complaint, investigation or other serious event that happened, in a case study",
    "small-group": "so few people in a case study that they may be recognised (a warning in a draft)",
    "social-media": "a person's page on social media in a case study (a warning in a draft)",
    "status-and-dates": "a status that the dates of its entry contradict (a warning)",
    "titled-name": "the name of a person in a case study",
    "to-avoid": "words, or a link to a site, that the network's own targets.yaml asks to avoid (a warning)",
    "too-deep": "more levels of lists or quotations than anybody can follow",
    "too-long": "more words or items than the field has room for",
    "too-short": "fewer words or items than the field needs",
    "unknown-evidence": "a figure that is not in evidence.yaml",
    "unknown-key": "a field that the entry does not have",
    "unknown-reference": "an id that nothing has",
    "unreadable-file": "a file that cannot be read as text",
    "ward": "what may be the name or number of a ward in a case study (a warning in a draft)",
    "windows-name": "a name of a file, folder or entry that computers with Windows cannot have",
    "wrapped-link": "a link that a mail program made for the person who got the mail",
    "yaml-anchor": "texts that start with & or *, which mean something else in YAML",
    "yaml-nesting": "more levels of nesting than any entry needs",
    "yaml-several-documents": "more than one YAML document in a file",
    "yaml-syntax": "text that is not YAML",
    "yaml-tab": "a tab where spaces are needed",
    "yaml-tag": "a text that starts with !, which means something else in YAML",
}


#: The most further places that one problem names.
_MAX_PLACES = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A position in a file: 1-based line and column, counted in characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one position. Problems sort by file, line and column."""

    file: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """The position as `file:line:column`, on one line."""
        return f"{printable(self.file)}:{self.line}:{self.column}"

    @property
    def as_line(self) -> str:
        """The place, the code, the message and the help, on one line."""
        return f"{self.place}: {self.code}: {self.message}" + (f" ({self.help})" if self.help else "")


#: A catalogue, and the id of an entry in it.
EntryKey = tuple[str, str]


@dataclass(slots=True)
class Problems:
    """Collects the problems of one run. Iterating gives them sorted and without duplicates.

    `items` are the problems as they were added. `unreadable` holds the files that could not be read or parsed: their
    problems sort first. `postponed` maps a catalogue to the positions of references that could not be checked, because the
    catalogue was not read whole. `removed` maps each published entry that is gone to the positions of what refers to it.
    `repeated` are the problems of `add_once`: the number, places, message and help of each.
    """

    items: list[Problem] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    postponed: dict[str, list[Span]] = field(default_factory=dict)
    removed: dict[EntryKey, list[Span]] = field(default_factory=dict)
    repeated: dict[EntryKey, tuple[int, list[Span], str, str]] = field(default_factory=dict)

    def add(self, span: Span, code: str, message: str, help: str = "", *, severity: Severity = "error") -> None:
        """Add one problem. `code` must be one of `CODES`."""
        assert code in CODES, code
        self.items.append(Problem(span.file, span.line, span.column, code, printable(message), printable(help), severity))

    def warn(self, span: Span, code: str, message: str, help: str = "") -> None:
        """Add a problem that does not stop the build."""
        self.add(span, code, message, help, severity="warning")

    def add_once(self, key: EntryKey, span: Span, code: str, message: str, help: str) -> None:
        """Add a problem with one cause in several places, such as an id that is gone. The first names the others."""
        number, places, message, help = self.repeated.setdefault(key, (len(self.items), [], message, help))
        if span not in places:
            places.append(span)
        if len(places) == 1:
            self.add(span, code, message, help)
            return
        more = places[1:]
        message += f", and {'1 more place names' if len(more) == 1 else f'{len(more)} more places name'} it"
        listed = ", ".join(f"{place.file}:{place.line}" for place in more[:_MAX_PLACES])
        help += f"; also in {listed}" + (" and others" if len(more) > _MAX_PLACES else "")
        self.items[number] = replace(self.items[number], message=printable(message), help=printable(help))

    @property
    def unknown(self) -> set[str]:
        """The catalogues in which an id was looked for and is not."""
        return {key[0] for key in self.repeated}

    def postpone(self, catalogues: Collection[str], span: Span) -> bool:
        """Note a reference whose target may be in one of `catalogues`, which were not read whole.

        Returns whether there are any. If so, the caller must not report the target as absent: it would be a false error.
        """
        for catalogue in catalogues:
            self.postponed.setdefault(catalogue, []).append(span)
        return bool(catalogues)

    def count_use(self, keys: Iterable[EntryKey], span: Span) -> bool:
        """Note a reference to one of `keys`, if it is an entry that is gone. Returns whether it is.

        If so, the caller must not report the reference: the problem of the entry counts it.
        """
        uses = next((self.removed[key] for key in keys if key in self.removed), None)
        if uses is not None:
            uses.append(span)
        return uses is not None

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.items), key=lambda problem: (problem.file not in self.unreadable, problem)))

    def __len__(self) -> int:
        return len(set(self.items))


def printable(text: str) -> str:
    """Replace each character that is not printable by `?`.

    Messages repeat names of files, and these can hold line ends and terminal escape sequences.
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def shorten(text: str, limit: int = 40) -> str:
    """An author's words for a message: one line, at most `limit` characters, without control characters or backticks."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(text.split())).replace("`", "'")
    return line if len(line) <= limit else line[: limit - 1] + "…"


def did_you_mean(word: str, known: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """A question that suggests the nearest known word, or an empty string if no word is near.

    With `names` of known words, the question has the name too.

    >>> did_you_mean("foundaton", ["foundation", "core"])
    'did you mean `foundation`?'
    >>> did_you_mean("K02", ["K2", "k02"], {"k02": "Teaching"})
    'did you mean `k02` (Teaching)?'
    """
    near = nearest(word, known)
    return f"did you mean {with_name(near, names or {})}?" if near else ""


def with_name(word: str, names: Mapping[str, str]) -> str:
    """A word in code, with its name behind it where the name says more."""
    name = names.get(word, "")
    return f"`{word}` ({shorten(name, 60)})" if name and folded(name) != folded(word) else f"`{word}`"
