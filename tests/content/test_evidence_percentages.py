"""E1: every percentage in the text of a built page is a number of evidence.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from mentor_network.gates.page import NS, all_of, name_of, parse_pages, text_of
from support.evidence import own_address, records

PERCENT = re.compile(r"\d+(?:\.\d+)?(?=\s*(?:%(?!\})|per\s?cent\b))")

NAME = re.compile(r"\{([A-Za-z][\w.-]*)\}")


@cache
def values() -> dict[str, set[str]]:
    """Id of a figure or cell → the percentages that it inserts into a page."""
    found = {entry.record.id: set(PERCENT.findall(entry.record.value)) for entry in records().figures}
    for entry in records().tables:
        for row in entry.record.rows:
            for column in entry.record.columns:
                if column.unit == "percent" and column.id in row.values:
                    found[f"{entry.record.id}.{row.id}.{column.id}"] = {row.values[column.id]}
    return found


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in strings(item))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in strings(item))


def told(entry: Any, *, only: tuple[str, ...] = ()) -> set[str]:
    """The percentages that the texts of an entry insert."""
    given = entry.record.model_dump()
    texts = [given.get(name) for name in only] if only else [given, entry.document.body if not entry.path else ""]
    names = {name for text in strings(texts) for name in NAME.findall(text)} | set(given.get("evidence") or ())
    return {value for name in names for value in values().get(name, ())}


@cache
def asked_for() -> dict[str, set[str]]:
    """Address → the percentages of the entry of the page. "" has those of summaries, which any list may repeat."""
    known = records()
    own = {"opportunities": known.opportunities, "stages": known.stages, "models": known.models, "pages": known.pages}
    found = {own_address(kind, entry): told(entry) for kind, entries in own.items() for entry in entries}
    found |= {own_address("case-studies", entry): told(entry) for entry in known.cases}
    everywhere = [*known.opportunities, *known.stages, *known.cases, *known.pages]
    found[""] = {value for entry in everywhere for value in told(entry, only=("summary", "description"))}
    found["/glossary/"] = {value for entry in known.glossary for value in told(entry)}
    if known.network:
        for address in ("/find-a-mentor/", "/mentors/responsibilities/"):
            found[address] = found.get(address, set()) | told(known.network)
    evidence = found["/evidence/"]
    evidence |= {value for entry in known.figures for value in values()[entry.record.id]}
    evidence |= {value for entry in known.changes for value in told(entry)}
    return found


def words(element: Element) -> str:
    """Visible and accessible text, without tables and charts of evidence.yaml and links whose text is a URL."""
    if name_of(element) in ("", "script", "style", "svg"):
        return ""
    if {"mn-bars", "mn-chart"} & set((element.get("class") or "").split()):
        return text_of_parts(element, "p")
    parts = [f" {element.get(name)} " for name in ("alt", "title", "aria-label") if element.get(name)]
    if element.tag == NS + "meta" and "description" in (element.get("name") or element.get("property") or ""):
        parts.append(f" {element.get('content')} ")
    if not (element.tag == NS + "a" and (element.text or "").strip().startswith("https://")):
        parts.append(element.text or "")
        parts.extend(words(child) for child in element)
    joined = "".join(parts)
    inline = element.tag.removeprefix(NS) in ("a", "abbr", "b", "code", "em", "i", "q", "span", "strong")
    return (joined if inline else f" {joined} ") + (element.tail or "")


def text_of_parts(element: Element, tag: str) -> str:
    return " ".join((*map(text_of, all_of(element, tag)), element.tail or ""))


def evidence_texts() -> list[str]:
    """Notes and limits of evidence.yaml that have percentages of their own, such as sums."""
    known = records()
    texts = [text for entry in known.notes for text in (entry.record.says, entry.record.but)]
    texts += [limit for entry in known.tables for limit in entry.record.limits]
    texts += [limit for entry in known.figures for limit in (entry.record.limits, entry.record.says) if limit]
    return sorted((" ".join(text.split()) for text in texts if PERCENT.search(text)), key=len, reverse=True)


def test_every_percentage_on_a_page_is_evidence(site: Path) -> None:
    """Outside tables, a percentage is inserted by the entry of the page, or is part of a whole note or limit."""
    astray = {}
    sentences = evidence_texts()
    for address, tree in parse_pages(site):
        text = " ".join(words(tree).split())
        for sentence in sentences:
            text = text.replace(sentence, "")
        allowed = asked_for().get(address, set()) | asked_for()[""]
        if odd := [
            text[max(0, hit.start() - 40) : hit.end() + 1] for hit in PERCENT.finditer(text) if hit[0] not in allowed
        ]:
            astray[address] = odd
    assert astray == {}
