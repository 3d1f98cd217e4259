"""What a search result shows of a page: its kind, stages, summary and other names."""

from __future__ import annotations

from collections.abc import Iterable

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.pages import Page


def metadata(page: Page, catalogue: Catalogue) -> dict[str, str]:
    """The metadata of a page, by name, without empty values. Empty for a page that is not searched."""
    if not page.route.search_label:
        return {}
    texts = {"kind": _kind(page), "stages": _stages(page, catalogue), "summary": page.description}
    texts["also"] = ", ".join(page.other_names)
    return {name: text for name, text in texts.items() if text}


def _kind(page: Page) -> str:
    written = page.context.get("page")
    return labels.PAGE_KINDS.get(written.kind if written else "", page.route.search_label)


def _stages(page: Page, catalogue: Catalogue) -> str:
    entry = page.context.get("o") or page.context.get("case")
    if entry is None:
        return ""
    return _named(entry.stages, catalogue)


def _named(stages: Iterable[str], catalogue: Catalogue) -> str:
    named = [stage.name for stage in catalogue.stages if stage.id in set(stages)]
    return "Every stage" if len(named) == len(catalogue.stages) else ", ".join(named)
