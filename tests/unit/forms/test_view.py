"""The contribution form: it covers every field of a record, and its template to download is valid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.forms import view
from mentor_network.forms.questions import CHECKLIST, FIXED, GROUPS, LEFT_OUT
from mentor_network.outputs import entry_templates
from mentor_network.urls import url
from support.networks import NETWORK, ROOT, TODAY

KINDS = list(view.MODELS)


@pytest.fixture(scope="module", params=[NETWORK, ROOT], ids=["small", "real"])
def forms(request: pytest.FixtureRequest) -> dict[str, view.Form]:
    records, _ = pipeline.check(request.param, today=TODAY)
    return {form.kind: form for form in view.forms(link(records, today=TODAY))}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_question_or_a_fixed_value_or_a_reason(kind: str) -> None:
    """A new field of a record fails here until it is added to forms/questions.py."""
    assert view.forgotten_fields(kind) == set()
    with_question = {text.path for group in GROUPS[kind] for text in group.questions}
    assert with_question & {*FIXED[kind], *LEFT_OUT[kind]} == set()


def test_what_reviewers_sign_has_no_question() -> None:
    assert {"permission", "confidentiality", "acknowledged", "reviewed_by_role"} <= set(LEFT_OUT["case-study"])


def test_the_checklist_has_all_13_points_for_case_studies() -> None:
    points = [point for group in CHECKLIST.values() for point in group]
    assert len(points) == 13 and len({point.id for point in points}) == 13
    assert all("case-study" in point.kinds for point in points)


@pytest.mark.parametrize("kind", KINDS)
def test_choices_have_labels(kind: str, forms: dict[str, view.Form]) -> None:
    for _, questions, _ in forms[kind].groups:
        for question in questions:
            if question.control in ("radios", "boxes", "select"):
                assert question.choices, question.text.path
                assert [words for value, words in question.choices if "-" in value and words == value] == []


def test_a_question_without_choices_is_left_out(network: Callable[[dict[str, str | None]], Path]) -> None:
    def question_paths(root: Path) -> set[str]:
        records, problems = pipeline.check(root, today=TODAY)
        assert problems.errors == []
        form = next(form for form in view.forms(link(records, today=TODAY)) if form.kind == "opportunity")
        return {question.text.path for _, questions, _ in form.groups for question in questions}

    root = network({})
    assert "where" in question_paths(root)
    edits = {
        "network.yaml": ("nations:\n  - id: england\n    name: England\n", "nations: []\n"),
        "opportunities.yaml": ("  where:\n    - england\n", ""),
    }
    for name, (old, new) in edits.items():
        text = (root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), "utf-8")
    assert "where" not in question_paths(root)


@pytest.mark.parametrize("kind", KINDS)
def test_ids_of_controls_are_unique(kind: str, forms: dict[str, view.Form]) -> None:
    ids = [question.id for _, questions, _ in forms[kind].groups for question in questions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_to_download_is_valid(kind: str, network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    records, _ = pipeline.check(root, today=TODAY)
    files = {file.path: file.content.decode() for file in entry_templates.files(link(records, today=TODAY))}
    folder, end = {"case-study": ("case_studies", "md"), "opportunity": ("opportunities", "yaml")}[kind]
    path = root / folder / f"{entry_templates.PLACEHOLDER_ID}.{end}"
    path.write_text(files[url("entry_template", name=kind).lstrip("/")], "utf-8")
    _, problems = pipeline.check(root, today=TODAY)
    assert [problem for problem in problems if problem.severity == "error"] == []
