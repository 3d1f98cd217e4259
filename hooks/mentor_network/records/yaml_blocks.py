"""Reads fenced blocks of YAML in hand-written pages into records, with the lines of the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from mentor_network.markdown_syntax import Block, blocks
from mentor_network.problems import Problems
from mentor_network.records import messages
from mentor_network.records.page import Page
from mentor_network.records.records import Entry
from mentor_network.source import Document, Table, body_span, parse

Model = TypeVar("Model", bound=BaseModel)
#: The first line of another block.
_NEXT_BLOCK = re.compile(r"^(?:`{3,}|~{3,})\w", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Model]):
    """A kind of block: its info string, its model, and the message for one that holds something else, with an example."""

    name: str
    model: type[Model]
    otherwise: str
    example: str

    def read(self, page: Entry[Page], problems: Problems) -> Iterator[tuple[Block, Model | None, Document | None]]:
        """Each block of this kind, with its record (None if invalid) and its YAML (None if it cannot be parsed).

        A block that is never closed is a problem, and left out.
        """
        for block in blocks(page.document.body):
            if block.kind != self.name:
                continue
            span = body_span(page.document, block.text_start)
            if not block.closed or _NEXT_BLOCK.search(block.text):
                span = body_span(page.document, block.start)
                help = "add a line of three backticks below it"
                problems.add(span, "bad-value", "the block that starts here never ends", help)
                continue
            value = parse(block.text, page.document.file, problems, first_line=span.line, what=self.name)
            document = None if value is None else Document(page.document.file, value)
            yield block, self._record(document, problems) if document else None, document

    def _record(self, document: Document, problems: Problems) -> Model | None:
        if not isinstance(document.value, Table):
            problems.add(document.span(), "needs-map", self.otherwise, f"write, for example, {self.example}")
            return None
        try:
            return self.model.model_validate(document.value)
        except ValidationError as error:
            messages.report(error, document, (), self.model, problems)
            return None
