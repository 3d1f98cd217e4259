"""JSON for the script of the plan page: facts of opportunities, and questions for supervisors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.records import Opportunity
from mentor_network.render import OutputFile, markdown
from mentor_network.urls import url


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """Two files: one for doctors, and one that is loaded only for supervisors."""
    items = {
        "items": [_item(o, catalogue) for o in catalogue.opportunities],
        "retired": [_retired(entry.record) for entry in catalogue.records.retired],
    }
    yield OutputFile.of_text("assets/plan-items.json", _json(items))
    yield OutputFile.of_text("assets/plan-review.json", _json(_review(catalogue)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _item(o: Opportunity, catalogue: Catalogue) -> dict[str, Any]:
    """The facts of an opportunity. Empty ones are left out."""
    _, mark = labels.status(o, catalogue.today)
    shows = catalogue.to_listed(o.develops)
    facts = {
        "id": o.id,
        "title": o.title,
        "kind": labels.TYPES[o.type],
        "weeks": o.min_weeks,
        "takes": o.hours.pattern,
        "ask": o.who_to_ask,
        "stages": o.stages,
        "shows": shows,
        "can": [domain for domain in catalogue.to_listed(o.can_show) if domain not in shows],
        "also": o.also_known_as,
        "only": labels.listed(o.specialties),
        "mark": mark,
        "closed": not catalogue.runs(o),
        "after": bool(o.builds_on),
    }
    return {name: value for name, value in facts.items() if value}


def _retired(record: Any) -> dict[str, Any]:
    """A retired entry: the ids that replace it, or why there are none."""
    now = [record.moved_to] if record.moved_to else record.split_into
    facts = {"id": record.id, "title": record.title, "now": now, "why": record.withdrawn}
    return {name: value for name, value in facts.items() if value}


def _review(catalogue: Catalogue) -> dict[str, Any]:
    """Questions for supervisors: about each opportunity, and for a talk of 10 minutes at each stage."""
    return {
        "reflect": {o.id: [_plain(question, catalogue) for question in o.reflect] for o in catalogue.opportunities},
        "stages": {stage.id: [_plain(q.ask, catalogue) for q in stage.conversation_10] for stage in catalogue.stages},
    }


def _plain(text: str, catalogue: Catalogue) -> str:
    """An author's Markdown as plain text: scripts put only text on a page, never HTML."""
    return markdown.inline(text, url("plan"), catalogue.figure).striptags()
