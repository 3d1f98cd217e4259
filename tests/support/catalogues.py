"""Catalogues for unit tests: that of the small network, or one with changed opportunities."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.records import Records
from support.networks import NETWORK, TODAY


@cache
def _records() -> Records:
    return pipeline.check(NETWORK, today=TODAY)[0]


def small_catalogue() -> Catalogue:
    """The catalogue of the small network, on the day that it is read on."""
    return link(_records(), today=TODAY)


def catalogue_of(*changes: dict[str, Any]) -> Catalogue:
    """A catalogue with one opportunity for each of `changes`: "Chair 1 short meeting" with these fields changed."""
    records = _records()
    template = next(entry for entry in records.opportunities if entry.record.id == "chair-a-meeting")
    entries = [
        dataclasses.replace(template, record=template.record.model_copy(update={"id": f"entry-{n}"} | change))
        for n, change in enumerate(changes)
    ]
    return link(dataclasses.replace(records, opportunities=entries), today=TODAY)
