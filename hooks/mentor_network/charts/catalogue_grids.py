"""The tables of models by themes, and of entries by stage and domain, as pictures."""

from __future__ import annotations

from mentor_network import labels, statistics
from mentor_network.catalogue import Catalogue
from mentor_network.charts.captions import last_checked, of_publishers
from mentor_network.charts.grid import Cell, Grid
from mentor_network.records import Model, Theme


def models(catalogue: Catalogue) -> Grid:
    """What each leadership model calls each theme."""
    count = len(catalogue.models)
    return Grid(
        title="How the leadership models say the same things",
        below=f"{len(catalogue.themes)} themes in {labels.count(count, 'model', 'models')}",
        heads=("Theme", *(model.short_name for model in catalogue.models)),
        rows=[(theme.name, [_names(theme, model, catalogue) for model in catalogue.models]) for theme in catalogue.themes],
        notes=[
            "The themes, and which part belongs to which, are ours, for clinicians to review. The names of the parts are "
            "the publishers' own.",
            f"{of_publishers(model.publisher for model in catalogue.models)}. Last checked on {last_checked(catalogue)}.",
        ],
    )


def _names(theme: Theme, model: Model, catalogue: Catalogue) -> Cell:
    domains = [domain for domain in theme.domains if catalogue.model_of[domain] is model]
    names = [f"{catalogue.number(domain)} {catalogue.domain[domain].name}".strip() for domain in domains]
    return Cell(tuple(names) or ("None of its own",))


def coverage(model: Model, catalogue: Catalogue) -> Grid:
    """How many opportunities show each part of a model at each stage."""
    rows = statistics.by_domain_and_stage(statistics.domains_with_entries(model, catalogue), catalogue)
    return Grid(
        title=f"Opportunities that show each part of the {model.short_name}, at each stage",
        below=f"n={len(catalogue.running)} opportunities, each counted in every cell where it fits",
        heads=("Part", *(stage.name for stage in catalogue.stages)),
        rows=[
            (catalogue.full_label(domain.id), [Cell((str(len(found)),), statistics.shade(len(found))) for found in cells])
            for domain, cells in rows
        ],
        notes=[f"Source: {catalogue.network.name}, counted on {labels.day(catalogue.today)}."],
        first=16,
        column=6.5,
    )
