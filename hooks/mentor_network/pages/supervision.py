"""The supervisor's check: an index page, a page for each stage, and lists of what shows each domain.

The check is made for one model (`records.derived.checked_model`). The pages of the other models, called lenses, map the
same opportunities to the domains of that model through the themes that each entry names. Domains of two models are never
mapped to each other directly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentor_network import statistics
from mentor_network.catalogue import Catalogue
from mentor_network.pages.content import folder_breadcrumb
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.problems import Span
from mentor_network.records import Domain, Model, Opportunity, Stage
from mentor_network.urls import Address, url

#: How many examples the page of a stage has for a domain: those that show it, those that can, and those of a brief domain.
SHOWN, ASKED, BRIEF = 6, 4, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A domain at a stage: the opportunities that show it and that can show it if one asks, with a few examples of each."""

    domain: Domain
    shows: tuple[Opportunity, ...]
    can: tuple[Opportunity, ...]
    examples: tuple[Opportunity, ...]
    asked: tuple[Opportunity, ...]


def _checked(catalogue: Catalogue) -> Model:
    assert catalogue.checked, "without a model to check against there are no such pages"
    return catalogue.checked


def _hub(address: Address, catalogue: Catalogue) -> Page:
    model = _checked(catalogue)
    return Page(
        address,
        f"Check leadership against the {model.short_name}",
        f"What may count at each stage for the {model.name}, what to ask, and what shows it.",
        {
            "model": model,
            "kinds": statistics.by_type_and_domain(model.in_full, catalogue),
            "rows": statistics.by_domain_and_stage(statistics.domains_with_entries(model, catalogue), catalogue),
        },
        folder_breadcrumb(address, catalogue),
        model,
        _span(model, catalogue),
        (f"{model.short_name} check",),
    )


def _span(model: Model, catalogue: Catalogue) -> Span:
    return catalogue.entry[id(model)].at("id")


def _breadcrumbs(address: Address, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The breadcrumbs of the pages below the index page."""
    model = _checked(catalogue)
    return (*folder_breadcrumb(address, catalogue), (f"{model.short_name} check", url("check", checked=model.id)))


def _lens(address: Address, catalogue: Catalogue) -> Page:
    other = catalogue.model[address.ids["model"]]
    return Page(
        address,
        _fit_heading(f"The same opportunities through the {other.short_name}", f"Seen through the {other.short_name}"),
        f"How many things to do share a theme with each part of the {other.name}, at each stage.",
        {
            "model": other,
            "rows": statistics.by_domain_and_stage(statistics.domains_with_entries(other, catalogue), catalogue),
        },
        _breadcrumbs(address, catalogue),
        other,
        _span(other, catalogue),
    )


def _stage(address: Address, catalogue: Catalogue) -> Page:
    stage, model = catalogue.stage[address.ids["stage"]], _checked(catalogue)
    return Page(
        address,
        _fit_heading(f"{stage.name}: what to look for in the {model.short_name}", stage.name),
        f"What to look for, what to ask and what shows each part of the {model.short_name}: {stage.name}.",
        {
            "stage": stage,
            "model": model,
            "full": [_shown(domain, stage, catalogue, SHOWN) for domain in model.in_full],
            "brief_ones": [_shown(domain, stage, catalogue, BRIEF) for domain in model.in_brief],
        },
        _breadcrumbs(address, catalogue),
        model,
        _span(model, catalogue),
        scripts=("check",),
    )


def _shown(domain: Domain, stage: Stage, catalogue: Catalogue, limit: int) -> Shown:
    shows = catalogue.by_domain_and_stage.get(domain.id, {}).get(stage.id, ())
    can = catalogue.can_show_by_stage.get(domain.id, {}).get(stage.id, ())
    return Shown(domain, shows, can, statistics.pick_examples(shows, limit), statistics.pick_examples(can, ASKED))


def _list(address: Address, catalogue: Catalogue) -> Page:
    stage, other = catalogue.stage[address.ids["stage"]], catalogue.model[address.ids["model"]]
    listed = [_shown(domain, stage, catalogue, 0) for domain in statistics.domains_with_entries(other, catalogue)]
    with_entries = {shown.domain.id for shown in listed if shown.shows or shown.can}
    direct = other.id in catalogue.named_models
    return Page(
        address,
        _fit_heading(f"{stage.name}, through the {other.short_name}", f"{stage.name}: {other.short_name}"),
        f"All that {'shows' if direct else 'shares a theme with'} each part of the {other.name}: {stage.name}.",
        {
            "stage": stage,
            "model": other,
            "direct": direct,
            "listed": [shown for shown in listed if shown.domain.id in with_entries],
            "bare": [domain for domain in other.domains if domain.id not in with_entries],
            "not_running": statistics.filter_by_stage(catalogue.not_running, stage.id),
        },
        (
            *_breadcrumbs(address, catalogue),
            (stage.name, url("check_stage", checked=address.ids["checked"], stage=stage.id)),
        ),
        other,
        _span(other, catalogue),
    )


def _fit_heading(title: str, shorter: str) -> str:
    """A title, or a shorter one if it is too long for a heading."""
    return title if len(title) <= 65 else shorter


BUILDERS: Mapping[str, PageBuilder] = {"check": _hub, "check_lens": _lens, "check_stage": _stage, "check_list": _list}
