"""Pages of stages, leadership models and case studies."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network import labels, statistics
from mentor_network.catalogue import WEEKS, Catalogue, fitting
from mentor_network.pages.facets import CASES, facets, values
from mentor_network.pages.opportunities import by_weeks, rows_of, said
from mentor_network.pages.page import Page
from mentor_network.records import CaseStudy, Model, ShortExample, Stage


def plan(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        "/stages/",
        "Leading at your stage",
        "What leading looks like at each stage of training, what to try first, and what to talk about with your supervisor.",
        "stages",
    )
    for stage in catalogue.stages:
        yield _stage(stage, catalogue)
    yield Page(
        "/models/",
        "A map of the leadership models",
        "What each leadership model is for, whether it is still current, and how they say the same things in other words.",
        "models",
    )
    for model in catalogue.models:
        yield _model(model, catalogue)
    yield Page(
        "/case-studies/",
        "Case studies",
        "What mentors and their Trusts have tried, and what is known about it.",
        "cases",
        {
            "facets": facets(CASES, catalogue.cases, catalogue),
            "cards": [
                (case, values(CASES, case, catalogue) | {"added": case.added.isoformat()}) for case in catalogue.cases
            ],
        },
        words=("what did other Trusts do", "has anybody tried", "examples", "stories"),
        scripts=("finder",),
    )
    yield from _cases(catalogue)


def _stage(stage: Stage, catalogue: Catalogue) -> Page:
    found = catalogue.by_stage.get(stage.id, ())
    tally = [(n, text, len(fitting(found, n))) for n, text in WEEKS.items()]
    return Page(
        f"/stages/{stage.id}/",
        stage.title,
        stage.summary,
        "stage",
        {
            "stage": stage,
            "tally_rows": tally,
            "groups": by_weeks(found),
            "resting": statistics.at_stage(catalogue.resting, stage.id),
            "bars": rows_of(stage.evidence, catalogue),
            "said": said(rows_of(stage.evidence, catalogue), catalogue),
            "cases": catalogue.cases_by_stage.get(stage.id, ()),
        },
        (("By stage", "/stages/"),),
        stage,
        catalogue.spans[id(stage)],
        tuple(stage.also_known_as),
        tuple(stage.search_words),
    )


def _model(model: Model, catalogue: Catalogue) -> Page:
    top = [domain for domain in model.domains if not domain.part_of]
    return Page(
        f"/models/{model.id}/",
        model.name,
        f"What {model.short_name} asks for, and what shows it.",
        "model",
        {"model": model, "top": top, "direct": model.id in catalogue.named_models},
        (("Leadership models", "/models/"),),
        model,
        catalogue.spans[id(model)],
        (model.short_name, *model.also_known_as),
        tuple(model.search_words),
    )


def _cases(catalogue: Catalogue) -> Iterator[Page]:
    for entry in catalogue.records.cases:
        case = entry.record
        if case.id not in catalogue.case:
            continue
        yield Page(
            f"/case-studies/{case.id}/",
            case.title,
            case.summary,
            "case",
            {"case": case, "facts_rows": list(_facts(case)), "full": isinstance(case, CaseStudy)},
            (("Case studies", "/case-studies/"),),
            case,
            entry.at("id"),
            tuple(case.also_known_as),
            tuple(case.search_words),
            entry.document.body,
        )


def _facts(case: object) -> Iterator[tuple[str, str]]:
    """The facts about where and how it was done. What nobody stated is said once."""
    missing = []
    for label, name, known in (
        ("Type of Trust", "trust_type", labels.TRUST_TYPE),
        ("Size", "size_band", labels.SIZE),
        ("Spread", "geography", labels.GEOGRAPHY),
        ("With whom", "few_or_many", labels.FEW_OR_MANY),
    ):
        if value := known.get(getattr(case, name)):
            yield label, value
        else:
            missing.append(label.lower())
    if missing:
        source = "the report" if isinstance(case, ShortExample) else "the case study"
        yield "Not said", f"{labels.listed(missing).capitalize()}: {source} does not state this"
