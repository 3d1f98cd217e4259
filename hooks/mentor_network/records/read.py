"""Reads every catalogue and page of a network, and validates them as records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records.case_kind import case_kind
from mentor_network.records.evidence import Change, Chart, EvidenceTable, Figure, Note, Source
from mentor_network.records.fields import CODE, Record
from mentor_network.records.file_names import id_is_file_name, note_page
from mentor_network.records.model import Milestone, Model, Theme
from mentor_network.records.network import Network
from mentor_network.records.opportunity import Opportunity, Retired
from mentor_network.records.page import Page, Term
from mentor_network.records.records import NETWORK_LISTS, Records
from mentor_network.records.stage import Stage
from mentor_network.records.targets import Targets
from mentor_network.records.validate import validate, value_at
from mentor_network.source import (
    Document,
    Items,
    Kept,
    KeyPath,
    Located,
    Table,
    Text,
    files_in,
    read_front_matter,
    read_yaml,
)

Sections = Mapping[str, type[Record]]
#: The most strange keys that one message names.
_MAX_NAMES = 4

_NUMBERS: Sections = {"tables": EvidenceTable, "figures": Figure, "notes": Note, "charts": Chart}
#: The catalogues: file → list in it → model of its entries. An empty name: the file is the list.
CATALOGUES: dict[str, Sections] = {
    "opportunities.yaml": {"": Opportunity},
    "leadership_models.yaml": {"models": Model, "themes": Theme, "history": Milestone},
    "stages.yaml": {"": Stage},
    "evidence.yaml": {**_NUMBERS, "changes": Change, "sources": Source},
    "glossary.yaml": {"": Term},
}
NETWORK_FILE = "network.yaml"
#: Optional: without it, a network has no targets.
TARGETS_FILE = "targets.yaml"
RETIRED_KEYS = frozenset(["moved_to", "split_into", "withdrawn"])
#: The attribute of `Records` for a file that is one list.
_ATTRIBUTES: dict[type[Record], str] = {Stage: "stages", Term: "glossary", Opportunity: "opportunities"}


def read(root: Path, problems: Problems, kept: Kept | None = None) -> Records:
    """Read the network at `root`. Mistakes are added to `problems`, and the valid records are returned.

    A catalogue that a network does not need must still be a file: an empty list is `[]`. Documents and records whose text is
    the same as before are taken from what was `kept`.
    """
    records = Records()
    for file, sections in CATALOGUES.items():
        document = _note_text(read_yaml(root / file, file, problems, kept=kept), records)
        if document:
            _read_catalogue(document, sections, records, problems, kept)
        if not document or document.merged:
            _mark_partly_read(sections, records)
    _read_opportunity_files(root, records, problems, kept)
    _read_network(root, records, problems, kept)
    _read_targets(root, records, problems, kept)
    _read_cases(root, records, problems, kept)
    _read_pages(root, records, problems, kept)
    return records


def _note_text(document: Document | None, records: Records) -> Document | None:
    """Keep the text of a document, for checks that search whole files."""
    if document:
        records.texts[document.file] = document.text
        records.ends[document.file] = frozenset(_last_tables(document.value))
    return document


def _last_tables(value: Located) -> Iterator[int]:
    """The line of the last table in a value, and of the last ones inside it."""
    while isinstance(value, Table | Items) and value:
        if isinstance(value, Table):
            yield value.line
        value = list(value.values())[-1] if isinstance(value, Table) else value[-1]


def catalogues_in(file: str) -> frozenset[str]:
    """The attributes of `Records` that a file fills, and `domains` for that of models. None for a file of one entry."""
    if file == NETWORK_FILE:
        return NETWORK_LISTS
    names = {name or _ATTRIBUTES[model] for name, model in CATALOGUES.get(file, {}).items()}
    return frozenset(names | {"domains"} if "models" in names else names)


def _mark_partly_read(sections: Sections, records: Records) -> None:
    """Note that some ids of these lists are unknown, see `Records.partly_read`."""
    for name, model in sections.items():
        records.partly_read.add(name or _ATTRIBUTES[model])
        if model is Model:
            records.partly_read.add("domains")


def _read_catalogue(document: Document, sections: Sections, records: Records, problems: Problems, kept: Kept | None) -> None:
    if "" in sections:
        _read_list(document, "", sections[""], records, problems, kept)
        return
    if not isinstance(document.value, Table):
        listed = ", ".join(f"`{name}:`" for name in sections)
        help = f"put each entry below the name of its list; the lists are {listed}"
        problems.add(document.span(), "needs-map", "this file needs lists with names", help)
        _mark_partly_read(sections, records)
        return
    unknown = [key for key in document.value if key not in sections]
    _report_unknown_lists(document, unknown, sections, problems)
    for name, model in sections.items():
        if name in document.value:
            _read_list(document, name, model, records, problems, kept)
        elif unknown:
            _mark_partly_read({name: model}, records)
        else:
            records.missing[name] = document
            if model is Model:
                records.missing["domains"] = document


def _report_unknown_lists(document: Document, unknown: list[str], sections: Sections, problems: Problems) -> None:
    """Add a problem for each misspelt list, and one for all other keys: they may be the lines of one lost entry."""
    near = {key: help for key in unknown if (help := did_you_mean(key, sections))}
    for key, help in near.items():
        problems.add(document.span(key, key=True), "unknown-key", f"there is no list called `{shorten(key)}` here", help)
    if strange := [key for key in unknown if key not in near]:
        message = f"there is no list called {' or '.join(f'`{shorten(key)}`' for key in strange[:_MAX_NAMES])} here"
        help = "it can have " + ", ".join(f"`{name}`" for name in sections)
        problems.add(document.span(strange[0], key=True), "unknown-key", message, help)


def _read_list(
    document: Document, name: str, model: type[Record], records: Records, problems: Problems, kept: Kept | None
) -> None:
    path: KeyPath = (name,) if name else ()
    items = value_at(document, path)
    if not isinstance(items, Items):
        problems.add(
            document.span(*path),
            "needs-list",
            f"`{name}` needs a list" if name else "this file needs a list",
            "start each entry with a dash: `- id: ...`",
        )
        _mark_partly_read({name: model}, records)
        return
    attribute = name or _ATTRIBUTES[model]
    for number in range(len(items)):
        if model is Opportunity:
            _read_opportunity(document, (*path, number), records, problems, kept)
            continue
        _note_id(records, attribute, items[number])
        entry = validate(model, document, (*path, number), problems, kept)
        if entry:
            getattr(records, attribute).append(entry)


def _note_id(records: Records, catalogue: str, value: Located) -> None:
    """Add the id of an entry, and those of a model's domains, to `Records.ids`, even if the entry is invalid."""
    if catalogue == "changes":
        return  # changes have no ids
    word = value.get("id") if isinstance(value, Table) else None
    if isinstance(word, Text) and CODE.fullmatch(word):
        records.add_id(catalogue, str(word))
    else:
        records.partly_read.add(catalogue)
    if catalogue == "models":
        domains = value.get("domains") if isinstance(value, Table) else None
        if not isinstance(domains, Items):
            records.partly_read.add("domains")
            return
        for domain in domains:
            _note_id(records, "domains", domain)


def _read_opportunity(document: Document, path: KeyPath, records: Records, problems: Problems, kept: Kept | None) -> None:
    value = value_at(document, path)
    _note_id(records, "opportunities", value)
    if isinstance(value, Table) and RETIRED_KEYS & value.keys():
        if gone := validate(Retired, document, path, problems, kept):
            records.retired.append(gone)
    elif entry := validate(Opportunity, document, path, problems, kept):
        records.opportunities.append(entry)


def _read_opportunity_files(root: Path, records: Records, problems: Problems, kept: Kept | None) -> None:
    """Read the files in opportunities/, which hold one entry each: the form and `new` write these."""
    for path in files_in(root, "opportunities", problems, ending=".yaml"):
        document = _note_text(read_yaml(path, f"opportunities/{path.name}", problems, kept=kept), records)
        if document is None:
            records.add_id("opportunities", path.stem)
        elif isinstance(document.value, Items):
            records.add_id("opportunities", path.stem)
            message = "this file holds one entry, without a dash"
            problems.add(document.span(), "needs-map", message, "start it with `id: ...`, at the very left")
        else:
            _read_opportunity(document, (), records, problems, kept)
            if not id_is_file_name(document, path.stem, problems):
                records.unread.setdefault("opportunities", set()).add(path.stem)


def _read_network(root: Path, records: Records, problems: Problems, kept: Kept | None) -> None:
    document = _note_text(read_yaml(root / NETWORK_FILE, NETWORK_FILE, problems, what="network", kept=kept), records)
    if not document:
        return
    records.network = validate(Network, document, (), problems, kept)
    value = document.value if isinstance(document.value, Table) else Table()
    if document.merged:
        records.partly_read |= NETWORK_LISTS
    for catalogue, keys in {
        "places": ("nations", "regions", "trusts"),
        "responsibilities": ("responsibilities",),
        "roles": ("roles",),
    }.items():
        for key in keys:
            items = value.get(key)
            for item in items if isinstance(items, Items) else ():
                _note_id(records, catalogue, item)


def _read_targets(root: Path, records: Records, problems: Problems, kept: Kept | None) -> None:
    """Read targets.yaml if there is one. A dangling symbolic link counts, so that it is reported."""
    path = root / TARGETS_FILE
    if not (path.exists() or path.is_symlink()):
        return
    document = _note_text(read_yaml(path, TARGETS_FILE, problems, what="targets", kept=kept), records)
    if document and not isinstance(document.value, Table):
        problems.add(document.span(), "needs-map", "this file needs fields", "start it with `opportunities:`")
    elif document:
        records.targets = validate(Targets, document, (), problems, kept)


def _read_cases(root: Path, records: Records, problems: Problems, kept: Kept | None) -> None:
    for path in files_in(root, "case_studies", problems, ending=".md"):
        document = _note_text(read_front_matter(path, f"case_studies/{path.name}", problems, kept=kept), records)
        records.add_id("cases", path.stem)
        if not document:
            continue
        model = case_kind(document, problems)
        if model and (entry := validate(model, document, (), problems, kept)):
            records.cases.append(entry)
        id_is_file_name(document, path.stem, problems)


def _read_pages(root: Path, records: Records, problems: Problems, kept: Kept | None) -> None:
    for path in files_in(root, "content", problems, ending=".md", below=True):
        file = path.relative_to(root).as_posix()
        note_page(file, records.ids)
        document = _note_text(read_front_matter(path, file, problems, kept=kept), records)
        if document and (entry := validate(Page, document, (), problems, kept)):
            records.pages.append(entry)
            if not id_is_file_name(document, path.stem if path.stem != "index" else path.parent.name, problems):
                meant = "index" if entry.record.id == path.parent.name else entry.record.id
                note_page(path.with_stem(meant).relative_to(root).as_posix(), records.unread)
