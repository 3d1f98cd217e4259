"""Templates of new entries are valid, and explain every field."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.authoring.schema_files import literals
from mentor_network.cli import main
from mentor_network.problems import Problem
from mentor_network.records import CaseStudy, Opportunity, Record
from mentor_network.records.fields import record_in
from support.networks import started

Make = Callable[[dict[str, str | None]], Path]


KINDS = [("opportunity", "opportunities/{}.yaml", Opportunity), ("case-study", "case_studies/{}.md", CaseStudy)]


kinds = pytest.mark.parametrize(("kind", "file", "model"), KINDS, ids=["opportunity", "case study"])


def made(kind: str, file: str, root: Path) -> Path:
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) == 0
    return root / file.format("run-a-thing")


def errors(root: Path) -> list[Problem]:
    return pipeline.check(root, today=pipeline.today())[1].errors


@kinds
def test_every_field_is_there_and_explained(kind: str, file: str, model: type[Record], network: Make) -> None:
    text = made(kind, file, network({})).read_text("utf-8")
    said = " ".join(re.sub(r"^\s*# ?", "", text, flags=re.MULTILINE).split())
    for name, field in model.model_fields.items():
        assert re.search(rf"^(# )?{name}:", text, re.MULTILINE), name
        assert " ".join((field.description or "").split()) in said, name
        if choices := [str(word) for word in literals(field.annotation)][1:]:
            assert f", {', '.join(choices)}." in said, name


@kinds
def test_a_new_entry_is_valid(kind: str, file: str, model: type[Record], network: Make) -> None:
    root = network({})
    made(kind, file, root)
    assert errors(root) == []


@kinds
def test_an_entry_with_every_optional_field_is_valid(kind: str, file: str, model: type[Record], network: Make) -> None:
    root = network({})
    path = made(kind, file, root)
    inner = [record_in(field.annotation) for field in model.model_fields.values()]
    names = "|".join([*model.model_fields, *(name for record in inner if record for name in record.model_fields)])
    covered = re.compile(rf"^(\s*)# (\s*(- )?({names}):( .*)?|\s*- .*)$", re.MULTILINE)
    for _ in range(2):  # twice: some stand inside others
        path.write_text(covered.sub(r"\1\2", path.read_text("utf-8")), "utf-8")
    assert errors(root) == []
    text = path.read_text("utf-8")
    assert [name for name in model.model_fields if not re.search(rf"^{name}:", text, re.MULTILINE)] == []


def test_ids_that_exist_are_listed_and_used(network: Make) -> None:
    text = made("opportunity", "opportunities/{}.yaml", network({})).read_text("utf-8")
    assert "Any of: core, registrar." in text
    assert "guide: shadowing" in text


def test_an_empty_catalogue_has_no_choices(network: Make) -> None:
    root = network({"content/guides/shadowing.md": None})
    file = root / "opportunities.yaml"
    text = file.read_text("utf-8").replace("  guide: shadowing\n", "").replace("(/guides/shadowing/)", "(/stages/)")
    file.write_text(text, "utf-8")
    made("opportunity", "opportunities/{}.yaml", root)
    assert "There is none to choose yet." in (root / "opportunities/run-a-thing.yaml").read_text("utf-8")
    assert errors(root) == []


#: Files of a new network whose catalogues are empty or missing.
EMPTY: dict[str, dict[str, str | None]] = {
    "lists that say []": {"opportunities.yaml": "[]\n", "opportunities/chair-a-meeting.yaml": None},
    "no files": {"opportunities.yaml": None, "opportunities/chair-a-meeting.yaml": None, "stages.yaml": None},
    "no evidence": {"evidence.yaml": None, "glossary.yaml": None},
}


@kinds
@pytest.mark.parametrize("files", EMPTY.values(), ids=EMPTY)
def test_the_first_entry_of_a_catalogue(
    kind: str, file: str, model: type[Record], files: dict[str, str | None], network: Make
) -> None:
    cases: dict[str, str | None] = {"case_studies/board-meetings.md": None, "case_studies/matching-projects.md": None}
    root = network({**cases, **files})
    made(kind, file, root)
    mine = [problem for problem in errors(root) if problem.file == file.format("run-a-thing")]
    assert mine == [], "what is missing is said of the files that miss it"


@kinds
def test_the_first_entry_of_another_region(kind: str, file: str, model: type[Record], tmp_path: Path) -> None:
    """In a network as `init` writes it."""
    root = started(tmp_path / "network")
    (root / "opportunities.yaml").write_text("[]\n", "utf-8")
    path = made(kind, file, root)
    assert [problem for problem in errors(root) if problem.file == path.relative_to(root).as_posix()] == []


def test_fields_for_reviewers_stay_empty(network: Make) -> None:
    text = made("case-study", "case_studies/{}.md", network({})).read_text("utf-8")
    assert "\nstatus: draft\n" in text
    for name in ("permission", "confidentiality", "reviewed_by_role"):
        assert f"\n# {name}:" in text
    assert text.count("For your reviewers to fill in.") == 2


def test_the_warning_on_confidentiality_comes_first(network: Make) -> None:
    root = network({})
    for kind, file, _ in KINDS:
        assert "A pull request is public at once" in "".join(made(kind, file, root).read_text("utf-8").split("\n\n")[0])


def test_nested_fields_are_explained(network: Make) -> None:
    text = made("opportunity", "opportunities/{}.yaml", network({})).read_text("utf-8")
    for name in ("hours", "links", "sources"):
        inner = record_in(Opportunity.model_fields[name].annotation)
        assert inner
        assert [field for field in inner.model_fields if not re.search(rf"^[# -]+{field}:", text, re.MULTILINE)] == []
