"""The supervisor's check: a hub, a page for each stage, and what shows each domain, through each model.

It is made for the first model whose domains opportunities name (`addresses.checked_model`). The others are lenses: the same
opportunities, seen through another model by the themes they name themselves, and never by setting domain against domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentor_network import statistics
from mentor_network.addresses import check_of
from mentor_network.catalogue import Catalogue
from mentor_network.pages.content import way_to
from mentor_network.pages.page import Page
from mentor_network.records import Domain, Model, Opportunity, Stage

#: How many examples stand on a stage's check. All of them are one link away.
SHOWN, ASKED, BRIEF = 6, 4, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A domain at a stage: all that shows it, all that can show it if asked, and a few of each."""

    domain: Domain
    shows: tuple[Opportunity, ...]
    can: tuple[Opportunity, ...]
    examples: tuple[Opportunity, ...]
    asked: tuple[Opportunity, ...]


def plan(catalogue: Catalogue) -> Iterator[Page]:
    model = catalogue.checked
    if not model:
        return
    yield _hub(model, catalogue)
    for other in catalogue.models:
        if other is not model:
            yield _lens(other, model, catalogue)
    for stage in catalogue.stages:
        yield _stage(stage, model, catalogue)
        for other in catalogue.models:
            yield _list(stage, other, model, catalogue)


def title_of(model: Model) -> str:
    return f"Check leadership against the {model.short_name}"


def _hub(model: Model, catalogue: Catalogue) -> Page:
    base = check_of(model)
    return Page(
        base,
        title_of(model),
        f"What may count at each stage for the {model.name}, what to ask, and what shows it.",
        "check",
        {
            "model": model,
            "base": base,
            "kinds": statistics.by_type_and_domain(model.in_full, catalogue),
            "rows": statistics.by_domain_and_stage(statistics.counted(model, catalogue), catalogue),
        },
        way_to(base, catalogue),
        model,
        catalogue.spans[id(model)],
        (f"{model.short_name} check",),
    )


def _lens(other: Model, model: Model, catalogue: Catalogue) -> Page:
    base = check_of(model)
    return Page(
        f"{base}lens/{other.id}/",
        _short(f"The same opportunities through the {other.short_name}", f"Seen through the {other.short_name}"),
        f"How many things to do share a theme with each part of the {other.name}, at each stage.",
        "check_lens",
        {
            "model": other,
            "checked": model,
            "base": base,
            "rows": statistics.by_domain_and_stage(statistics.counted(other, catalogue), catalogue),
        },
        (*way_to(base, catalogue), (f"{model.short_name} check", base)),
        other,
        catalogue.spans[id(other)],
    )


def _stage(stage: Stage, model: Model, catalogue: Catalogue) -> Page:
    base = check_of(model)
    return Page(
        f"{base}{stage.id}/",
        _short(f"{stage.name}: what to look for in the {model.short_name}", stage.name),
        f"What to look for, what to ask and what shows each part of the {model.short_name}: {stage.name}.",
        "check_stage",
        {
            "stage": stage,
            "model": model,
            "base": base,
            "full": [_shown(domain, stage, catalogue, SHOWN) for domain in model.in_full],
            "brief_ones": [_shown(domain, stage, catalogue, BRIEF) for domain in model.in_brief],
        },
        (*way_to(base, catalogue), (f"{model.short_name} check", base)),
        model,
        catalogue.spans[id(model)],
        scripts=("check",),
    )


def _shown(domain: Domain, stage: Stage, catalogue: Catalogue, most: int) -> Shown:
    shows = statistics.at_stage(catalogue.by_domain.get(domain.id, ()), stage.id)
    can = statistics.at_stage(catalogue.can_show.get(domain.id, ()), stage.id)
    shown, asked = statistics.examples(shows, most), statistics.examples(can, ASKED)
    return Shown(domain, shows, can, shown, asked)


def _list(stage: Stage, other: Model, model: Model, catalogue: Catalogue) -> Page:
    base = check_of(model)
    listed = [_shown(domain, stage, catalogue, 0) for domain in statistics.counted(other, catalogue)]
    there = {shown.domain.id for shown in listed if shown.shows or shown.can}
    direct = other.id in catalogue.named_models
    return Page(
        f"{base}{stage.id}/{other.id}/",
        _short(f"{stage.name}, through the {other.short_name}", f"{stage.name}: {other.short_name}"),
        f"All that {'shows' if direct else 'shares a theme with'} each part of the {other.name}: {stage.name}.",
        "check_list",
        {
            "stage": stage,
            "model": other,
            "checked": model,
            "base": base,
            "direct": direct,
            "listed": [shown for shown in listed if shown.domain.id in there],
            "bare": [domain for domain in other.domains if domain.id not in there],
            "resting": statistics.at_stage(catalogue.resting, stage.id),
        },
        (
            *way_to(base, catalogue),
            (f"{model.short_name} check", base),
            (stage.name, f"{base}{stage.id}/"),
        ),
        other,
        catalogue.spans[id(other)],
    )


def _short(title: str, shorter: str) -> str:
    """A title that fits a heading."""
    return title if len(title) <= 65 else shorter
