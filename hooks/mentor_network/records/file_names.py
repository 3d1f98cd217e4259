"""What the name of a file says about its entry: its id, and the address of its page."""

from __future__ import annotations

from pathlib import PurePosixPath

from mentor_network.problems import Problems, Span, shorten
from mentor_network.records.fields import ID
from mentor_network.records.records import page_address
from mentor_network.source import Document, Table, Text
from mentor_network.spelling import slug


def note_page(file: str, ids: dict[str, set[str]]) -> None:
    """Add the ids of the page of a file: its address, and its name as a guide."""
    ids.setdefault("pages", set()).add(page_address(file))
    name = PurePosixPath(file).stem
    if file.startswith("content/guides/") and name != "index":
        ids.setdefault("guides", set()).add(name)


def id_is_file_name(document: Document, stem: str, problems: Problems) -> bool:
    """Check that an entry's id is the name of its file, which becomes its URL. Returns whether it is."""
    value = document.value
    word = value.get("id") if isinstance(value, Table) else None
    if not isinstance(word, Text) or not word or word == stem:
        return True
    if not ID.fullmatch(stem):
        ending = document.file.rpartition(".")[2]
        name = word if ID.fullmatch(word) else slug(stem) or "a-short-name"
        message = f"the name of this file, `{shorten(stem)}`, cannot be part of an address"
        problems.add(Span(document.file), "bad-id", message, f"rename the file to `{name}.{ending}`")
        return False
    message = f"this id is not the file's name, `{shorten(stem)}`"
    help = f"write `{stem}` here, or rename the file" if ID.fullmatch(word) else f"write `{stem}` here"
    problems.add(document.span("id"), "bad-id", message, help)
    return False
