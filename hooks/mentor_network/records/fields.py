"""The types of fields, and the base classes of records.

Every value arrives as text (see `source`), so each type has a validator that parses it. A validator that refuses a value
raises a `PydanticCustomError` whose type is one of `problems.CODES`; `records.messages` makes a message of it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from mentor_network.markdown_syntax import is_https
from mentor_network.office_lists import without_mark
from mentor_network.source import Text

#: Unquoted words that YAML parsers read as true, false or null. An author who writes one rarely means the word itself.
BARE_WORDS = frozenset(["yes", "no", "on", "off", "y", "n", "true", "false", "null", "none", "~"])


#: How a text starts that `new` wrote as an example.
EXAMPLE = "EXAMPLE:"


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of input of a field in a form, as metadata of its type. If there are several, the last one counts."""

    name: Literal["code", "date", "flag", "id", "line", "month", "number", "prose", "reached", "url", "whole"]


def is_bare_word(value: object) -> bool:
    """Is this one of `BARE_WORDS`, without quotes?"""
    return isinstance(value, Text) and value.plain and value.casefold() in BARE_WORDS


def parse_words(value: Any) -> Any:
    """Strip a text; refuse an empty one and bare words. Other types pass, and pydantic refuses them."""
    if isinstance(value, str):
        # Most texts start with a letter. In others, zero-width characters alone count as empty.
        if not value[:1].isalnum() and not any(c.isprintable() and not c.isspace() for c in value):
            raise PydanticCustomError("empty-value", "empty")
        if is_bare_word(value):
            raise PydanticCustomError("bare-word", "bare", {"word": str(value)})
        return str(value).strip()
    return value


def _one_line(value: Any) -> Any:
    """`parse_words` for a text in one line."""
    words = parse_words(value)
    return " ".join(words.split()) if isinstance(words, str) else words


def _listed(value: Any) -> Any:
    """An item of a list without the bullet or number that was pasted with it."""
    if isinstance(value, str) and not value[:2].isalpha() and (words := without_mark(value)) != value:
        return words
    return value


def _id(value: Any) -> Any:
    if isinstance(value, str) and not ID.fullmatch(value):
        raise PydanticCustomError("bad-id", "id", {"word": str(value)})
    return str(value) if isinstance(value, str) else value


def _code(value: Any) -> Any:
    if isinstance(value, str) and not CODE.fullmatch(value):
        raise PydanticCustomError("bad-id", "id", {"word": str(value)})
    return str(value) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not DAY.fullmatch(value):
        raise PydanticCustomError("bad-date", "shape", {"word": str(value)})
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("bad-date", "impossible", {"word": str(value)}) from error


def _month(value: str) -> str:
    if not MONTH.fullmatch(value):
        raise PydanticCustomError("bad-date", "month", {"word": value})
    return value


def _reached(value: str) -> str:
    if not REACHED.fullmatch(value):
        raise PydanticCustomError("bad-number", "reached", {"word": value})
    return value


def parse_number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not NUMBER.fullmatch(value):
        raise PydanticCustomError("bad-number", "number", {"word": str(value)})
    return float(value) if "." in value else int(value)


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("bad-value", "flag", {"word": str(value), "allowed": ["true", "false"]})
        return value == "true"
    return value


def parse_https(value: str) -> str:
    if not is_https(value):
        raise PydanticCustomError("bad-link", "https", {"word": value})
    return value


ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
#: Fewer people than 10 can be recognised by how many they were.
REACHED = re.compile(r"[1-9]\d{1,8}|under 10", re.ASCII)
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)


def editor_pattern(pattern: str, message: str, **more: int) -> Any:
    """A pattern and its message for the JSON Schema that editors use. The validators are stricter, and decide."""
    return Field(json_schema_extra={"pattern": pattern, "patternErrorMessage": message, **more})


#: The id of an entry, which is also its slug in URLs.
Id = Annotated[
    str,
    StringConstraints(max_length=60),
    Kind("id"),
    BeforeValidator(_id),
    editor_pattern(rf"^{ID.pattern}$", "use small letters, digits and single hyphens"),
]
#: An id that readers see, such as K2 or T9.
Code = Annotated[
    str,
    StringConstraints(max_length=60),
    Kind("code"),
    BeforeValidator(_code),
    editor_pattern(rf"^{CODE.pattern}$", "use letters, digits and single hyphens"),
]
#: One line of plain words.
Line = Annotated[str, StringConstraints(max_length=300), Kind("line"), BeforeValidator(_one_line)]
#: A longer line, quoted word for word.
Wording = Annotated[str, StringConstraints(max_length=600), Kind("line"), BeforeValidator(_one_line)]
#: Text in Markdown with links, bold, lists and paragraphs. HTML is escaped.
Prose = Annotated[str, StringConstraints(max_length=4000), Kind("prose"), BeforeValidator(parse_words)]
#: The heading of a page, and its name in lists.
Title = Annotated[str, StringConstraints(max_length=65), Kind("line"), BeforeValidator(_one_line)]
#: The label of a field to fill in.
Label = Annotated[str, StringConstraints(max_length=120), Kind("line"), BeforeValidator(_one_line)]
#: Items of a list: the page writes its bullets and numbers.
Item = Annotated[Line, BeforeValidator(_listed)]
Step = Annotated[Prose, BeforeValidator(_listed)]
#: A calendar day, written 2026-11-23.
Day = Annotated[
    datetime.date,
    Kind("date"),
    BeforeValidator(_day),
    editor_pattern(r"^\d{4}-\d{2}-\d{2}$", "write year, month and day: 2026-11-23"),
]
Whole = Annotated[int, Kind("whole"), BeforeValidator(parse_number), Field(ge=0)]
Amount = Annotated[float, Kind("number"), BeforeValidator(parse_number), Field(ge=0)]
Month = Annotated[str, Kind("month"), BeforeValidator(parse_words), AfterValidator(_month)]
#: A number of people of 10 or more, or the words `under 10`.
Reached = Annotated[
    str,
    Kind("reached"),
    BeforeValidator(parse_words),
    AfterValidator(_reached),
    editor_pattern(f"^({REACHED.pattern})$", "write a whole number of 10 or more, or the words: under 10", minimum=10),
]
Flag = Annotated[bool, Kind("flag"), BeforeValidator(_flag)]
#: An https URL.
Url = Annotated[
    str,
    Kind("url"),
    BeforeValidator(parse_words),
    AfterValidator(parse_https),
    StringConstraints(max_length=500),
    editor_pattern("^https://", "start it with https://"),
]
#: The name of a cell, a row, a table or a figure in evidence.yaml, such as T9.shadowing-management.completed.
EvidenceId = Annotated[
    str,
    BeforeValidator(parse_words),
    StringConstraints(pattern=r"^[A-Za-z0-9.-]+$", max_length=120),
    editor_pattern(r"^[A-Za-z0-9.-]+$", "use the names of evidence.yaml: T9.course"),
]


class Record(BaseModel):
    """The base class of all records. They are immutable."""

    # Most records are only fields of others, whose validators include theirs: building their own would waste time.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    #: Foreign keys: each field that holds ids, with the catalogue they refer to. Used by `checks`, schemas and `new`.
    refers: ClassVar[dict[str, str]] = {}


class Reviewed(Record):
    """The dates of review that every page and entry has."""

    last_reviewed: Day = Field(
        description="The day somebody last read this through and checked its facts.", examples=["2026-11-23"]
    )
    next_review: Day = Field(
        description="The day by which somebody must read it again. The page is marked from then on, never hidden.",
        examples=["2027-11-23"],
    )
    reviewed_by_role: Line | None = Field(
        None,
        description="The role of the clinician who reviewed it, never a name. Leave it out until one has.",
        examples=["Director of Medical Education"],
    )


class Searched(Reviewed):
    """The words that the search finds a page or entry by."""

    also_known_as: list[Item] = Field(
        [], description="Other names for it. They are shown.", examples=[["work shadowing", "sitting in"]]
    )
    search_words: list[Item] = Field(
        [],
        description="What people type who need it, though it is no name for it. Not shown, only searched.",
        examples=[["see what managers do", "watch a board meeting"]],
    )


COPY_FROM = (
    "The month of the archived copy, or the last that it can be from. Readers see it beside `checked`, the day of the "
    "looking. Leave it out if nobody knows: they are told that the copy may be older."
)


class Link(Record):
    """A link to somebody else's page."""

    label: Line = Field(description="What the reader finds there.", examples=["Chief Registrar programme"])
    url: Url = Field(description="The address. It must start with https.", examples=["https://www.rcp.ac.uk/"])
    checked: Day = Field(description="The day somebody last saw the page.", examples=["2026-11-23"])
    how: Literal["live", "archived-copy"] = Field(
        description="How it was seen: the live page, or an archived copy of it.", examples=["live"]
    )
    copy_from: Month | None = Field(None, description=COPY_FROM, examples=["2026-07"])


class Citation(Record):
    """Where a fact comes from."""

    refers: ClassVar[dict[str, str]] = {"source": "sources"}

    source: Id = Field(
        description="The id of a source in the list `sources` of evidence.yaml.", examples=["evaluation-2020"]
    )
    pages: Line | None = Field(None, description='The page or pages, such as "14" or "26 to 28".', examples=["14"])
    for_what: Line | None = Field(
        None, description="Which fact it is the source of, where that is not plain.", examples=["who may apply"]
    )


def ordered_fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields of a model in the order for authors: its own, then those of `Searched`, then those of `Reviewed`."""
    return sorted(
        model.model_fields.items(), key=lambda item: (item[0] in Reviewed.model_fields, item[0] in Searched.model_fields)
    )


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The model class inside an annotation such as `list[Link]` or `Hours | None`, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := record_in(part))), None)
