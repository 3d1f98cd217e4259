"""Pages of stages, leadership models and case studies: an index of each, and one page for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mentor_network import labels, statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.charts import catalogue_grids, pictures
from mentor_network.charts.history import milestones
from mentor_network.pages.facets import CASES, facets, values
from mentor_network.pages.opportunities import by_weeks, evidence_heading, rows_of
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import CaseStudy, ShortExample
from mentor_network.records.records import AnyCase
from mentor_network.urls import Address, url


def _stages(address: Address, catalogue: Catalogue) -> Page:
    return Page(
        address,
        "Leading at your stage",
        "What leading looks like at each stage of training, what to try first, and what to talk about with your supervisor.",
        search_words=("what to learn", "what is expected of me", "for my grade"),
    )


def _models(address: Address, catalogue: Catalogue) -> Page:
    return Page(
        address,
        "A map of the leadership models",
        "What each leadership model is for, whether it is still current, and how they say the same things in other words.",
        {
            "matrix": catalogue_grids.models(catalogue),
            "matrix_file": pictures.MODELS,
            "history": pictures.of_history(catalogue) if catalogue.records.history else None,
            "milestones": milestones(catalogue),
        },
    )


def _cases(address: Address, catalogue: Catalogue) -> Page:
    return Page(
        address,
        "Case studies",
        "What mentors and their Trusts have tried, and what is known about it.",
        {
            "facets": facets(CASES, catalogue.cases, catalogue),
            "cards": [
                (case, values(CASES, case, catalogue) | {"added": case.added.isoformat()}) for case in catalogue.cases
            ],
        },
        search_words=("what did other Trusts do", "has anybody tried", "examples", "stories"),
        scripts=("finder",),
    )


def _stage(address: Address, catalogue: Catalogue) -> Page:
    stage = catalogue.stage[address.ids["id"]]
    opportunities = catalogue.by_stage.get(stage.id, ())
    bars = rows_of(stage.evidence, catalogue)
    tally = [(n, text, len(filter_by_weeks(opportunities, n))) for n, text in labels.WEEKS.items()]
    return Page(
        address,
        stage.title,
        stage.summary,
        {
            "stage": stage,
            "tally_rows": tally,
            "groups": by_weeks(opportunities),
            "not_running": statistics.filter_by_stage(catalogue.not_running, stage.id),
            "bars": bars,
            "evidence_heading": evidence_heading(bars, catalogue),
            "cases": catalogue.cases_by_stage.get(stage.id, ()),
        },
        (("By stage", url("stages")),),
        stage,
        address.span,
        tuple(stage.also_known_as),
        tuple(stage.search_words),
    )


def _model(address: Address, catalogue: Catalogue) -> Page:
    model = catalogue.model[address.ids["id"]]
    top = [domain for domain in model.domains if not domain.part_of]
    return Page(
        address,
        model.name,
        f"What {model.short_name} asks for, and what shows it.",
        {"model": model, "top": top, "direct": model.id in catalogue.named_models},
        (("Leadership models", url("models")),),
        model,
        address.span,
        (model.short_name, *model.also_known_as),
        tuple(model.search_words),
    )


def _case(address: Address, catalogue: Catalogue) -> Page:
    return case_page(address, catalogue.case[address.ids["id"]], catalogue)


def case_page(address: Address, case: AnyCase, catalogue: Catalogue) -> Page:
    """The page of a case study."""
    return Page(
        address,
        case.title,
        case.summary,
        {"case": case, "facts_rows": list(_facts(case)), "full": isinstance(case, CaseStudy)},
        (("Case studies", url("cases")),),
        case,
        address.span,
        tuple(case.also_known_as),
        tuple(case.search_words),
        catalogue.entry[id(case)].document.body,
    )


def _facts(case: object) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of each fact about the Trust. One last row names those that are not stated."""
    missing = []
    for label, name, texts in (
        ("Type of Trust", "trust_type", labels.TRUST_TYPE),
        ("Size", "size_band", labels.SIZE),
        ("Spread", "geography", labels.GEOGRAPHY),
        ("With whom", "few_or_many", labels.FEW_OR_MANY),
    ):
        if value := texts.get(getattr(case, name)):
            yield label, value
        else:
            missing.append(f"{label[0].lower()}{label[1:]}")
    if missing:
        source = "the report" if isinstance(case, ShortExample) else "the case study"
        yield "Not said", f"{_sentence(labels.listed(missing))}: {source} does not state this"


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


BUILDERS: Mapping[str, PageBuilder] = {
    "stages": _stages,
    "stage": _stage,
    "models": _models,
    "model": _model,
    "cases": _cases,
    "case": _case,
}
