"""What the script of the plan page needs to know, as JSON: nothing in it comes from anywhere but the catalogues."""

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
    """Two files, so that a doctor who plans does not wait for what only a supervisor reads."""
    items = {
        "items": [_item(o, catalogue) for o in catalogue.opportunities],
        "retired": [_retired(entry.record) for entry in catalogue.records.retired],
    }
    yield OutputFile.of_text("assets/plan-items.json", _json(items))
    yield OutputFile.of_text("assets/plan-review.json", _json(_review(catalogue)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _item(o: Opportunity, catalogue: Catalogue) -> dict[str, Any]:
    """The facts that decide. What is empty is left out."""
    _, mark = labels.status(o, catalogue.today)
    shows = _named(o.develops, catalogue)
    facts = {
        "id": o.id,
        "title": o.title,
        "kind": labels.TYPES[o.type],
        "weeks": o.min_weeks,
        "takes": o.hours.pattern,
        "ask": o.who_to_ask,
        "stages": o.stages,
        "shows": shows,
        "can": [domain for domain in _named(o.can_show, catalogue) if domain not in shows],
        "also": o.also_known_as,
        "only": labels.listed(o.specialties),
        "mark": mark,
        "closed": not catalogue.runs(o),
    }
    return {name: value for name, value in facts.items() if value}


def _named(domains: list[str], catalogue: Catalogue) -> list[str]:
    """Those of the sheet's domains that are shown by what shows these: what shows a part shows the whole."""
    found = {up for domain in domains for up in catalogue.with_ancestors(domain)}
    return [domain for domain in catalogue.named_domains if domain in found]


def _retired(gone: Any) -> dict[str, Any]:
    """What became of an entry: the ids that stand for it now, or why there are none."""
    now = [gone.moved_to] if gone.moved_to else gone.split_into
    facts = {"id": gone.id, "title": gone.title, "now": now, "why": gone.withdrawn}
    return {name: value for name, value in facts.items() if value}


def _review(catalogue: Catalogue) -> dict[str, Any]:
    """What a supervisor asks: about each thing to do, and of any doctor at a stage in 10 minutes."""
    return {
        "reflect": {o.id: [_plain(question, catalogue) for question in o.reflect] for o in catalogue.opportunities},
        "stages": {stage.id: [_plain(q.ask, catalogue) for q in stage.conversation_10] for stage in catalogue.stages},
    }


def _plain(text: str, catalogue: Catalogue) -> str:
    """An author's line as words alone, which is all that a script may put on a page."""
    return markdown.inline(text, url("plan"), catalogue.figure).striptags()
