"""A new entry to start from: every field with its explanation, valid from the first line on."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mentor_network.exports.schema import FOLDER, ordered, record_in
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS

#: What stands below each heading of a new case study.
PROMPTS: Mapping[str, str] = {
    "Why we did it": "What problem, for whom? What did you notice first?",
    "Our Trust": "Size, sites, what already existed. What made it easier or harder?",
    "What we did": "Steps, in order. Who did what. How long each took.",
    "What happened": "Numbers with a total, what people said in general, what changed in the service.",
    "What did not work": "At least 1 thing. What would you not do again?",
    "If you have 2 hours a week": "What is the smallest version?",
    "What to copy": "Emails, forms, an agenda.",
    "What we would like to know from others": "Your open questions.",
}


def opportunity(word: str, known: Mapping[str, list[str]], *, today: datetime.date) -> str:
    """The YAML of a new opportunity. `known` holds ids of each catalogue, so that its references exist."""
    head = f"# yaml-language-server: $schema=../{FOLDER}/opportunity.schema.json\n"
    head += "# Put your own words in place of the examples. Take the # away from an optional line to use it.\n"
    return head + "".join(_lines(Opportunity, _given(word, today), known, 0))


def case_study(word: str, known: Mapping[str, list[str]], *, today: datetime.date) -> str:
    """The Markdown of a new case study, as a draft."""
    given = _given(word, today) | {"status": "draft", "title": "What you did, in a few words"}
    given |= {"summary": "What was done, in 30 words or fewer."}
    lines = "".join(_lines(CaseStudy, given, known, 0))
    body = "".join(f"\n## {heading}\n\n{PROMPTS[heading]}\n" for heading in FULL_HEADINGS)
    head = f"# yaml-language-server: $schema=../{FOLDER}/case_study.schema.json\n"
    return f"---\n{head}{lines}---\n{body}"


def _given(word: str, today: datetime.date) -> dict[str, str]:
    year_later = today + datetime.timedelta(days=365)
    return {
        "id": word,
        "added": today.isoformat(),
        "last_reviewed": today.isoformat(),
        "next_review": year_later.isoformat(),
    }


def _lines(model: type[BaseModel], given: Mapping[str, str], known: Mapping[str, list[str]], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for name, field in ordered(model):
        off = "" if field.is_required() or name in given else "# "
        if depth == 0:
            yield f"\n{pad}# {field.description}{'' if not off else ' Optional.'}\n"
        for line in _field(name, field, model, given, known, depth):
            yield f"{pad}{off}{line}\n"


def _field(
    name: str, field: FieldInfo, model: type[BaseModel], given: Mapping[str, str], known: Mapping[str, list[str]], depth: int
) -> Iterator[str]:
    inner = record_in(field.annotation)
    catalogue = getattr(model, "refers", {}).get(name)
    if name in given:
        yield f"{name}: {_text(given[name])}"
    elif inner:
        is_list = "list[" in str(field.annotation)
        yield f"{name}:"
        rows = [line.rstrip("\n") for line in _lines(inner, {}, known, 0) if line.strip() and not line.startswith("\n#")]
        for number, row in enumerate(row for row in rows if not row.startswith("#")):
            yield ("  - " if is_list and number == 0 else "    " if is_list else "  ") + row
    else:
        example: Any = field.examples[0] if field.examples else "..."
        if catalogue and known.get(catalogue):
            example = known[catalogue][:1] if isinstance(example, list) else known[catalogue][0]
        if isinstance(example, list):
            yield f"{name}:"
            yield from (f"  - {_text(item)}" for item in example)
        else:
            yield f"{name}: {_text(example)}"


def _text(value: Any) -> str:
    """A value as YAML: quoted only where its meaning could change."""
    text = str(value)
    plain = text.replace(" ", "").replace("-", "").replace(",", "").replace(".", "").isalnum()
    return text if plain and not text.endswith(":") else json.dumps(text, ensure_ascii=False)
