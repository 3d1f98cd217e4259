"""`init` starts a network with nothing of ours, writes over nothing, and says what it does."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from mentor_network import pipeline
from mentor_network.authoring import init, shared
from mentor_network.authoring.yaml_edits import Edits
from mentor_network.cli import main
from mentor_network.problems import Problem
from support.networks import ROOT, started
from support.ours import OURS

TAKEN_OVER = [["models"], ["glossary"], ["models", "glossary"]]
everything = pytest.mark.parametrize("wanted", TAKEN_OVER, ids="+".join)


def problems(root: Path) -> list[Problem]:
    return list(pipeline.check(root, today=pipeline.today())[1])


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("name", ["network.yaml", "notes", ".github", "content/about.md"])
def test_a_folder_that_is_not_empty_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert main(["init", str(tmp_path)]) == 2
    assert f"is not empty: it has {Path(name).parts[0]}; " in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before and path.read_text("utf-8") == "mine"


def test_only_some_of_what_is_in_the_way_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        (tmp_path / f"file-{number}").touch()
    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "file-4 and more; name another folder" in said and "file-5" not in said


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["init", str(tmp_path / "file")]) == 2
    assert "file is a file; name a folder that is empty" in capsys.readouterr().err


def test_a_new_repository_with_an_environment_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".venv").mkdir()
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "network.yaml").is_file()


def test_a_catalogue_that_nobody_offers_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["init", str(tmp_path / "new"), "--with", "models,stages"])
    assert "'stages' cannot be taken over; choose from models, glossary" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "new"
    assert main(["init", str(root)]) == 0
    *_, enter, check, site = capsys.readouterr().out.splitlines()
    assert [enter, check, site] == [f"  cd {root}", "  mentor-network check", "  mentor-network site"]


def test_there_is_nothing_to_mend_but_a_draft_to_finish(tmp_path: Path) -> None:
    assert [problem.code for problem in problems(started(tmp_path))] == ["case-study-incomplete"]


def test_it_grows_with_no_file_deleted(tmp_path: Path) -> None:
    """As its README says."""
    root = started(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for number in range(4):
        assert main(["new", "opportunity", f"run-thing-{number}", "--root", str(root)]) == 0
    assert main(["new", "case-study", "our-thing", "--root", str(root)]) == 0
    assert {problem.severity for problem in problems(root)} == {"warning"}
    assert {path: path.read_bytes() for path in before} == before


def test_no_word_of_ours_is_in_it(tmp_path: Path) -> None:
    texts = {name: text for name, text in init.files(today=pipeline.today()).items() if not name.endswith(".schema.json")}
    assert len(texts) >= 20
    assert [(name, found[0]) for name, text in texts.items() for found in OURS.finditer(text)] == []


def test_every_mark_of_the_template_is_filled() -> None:
    texts = init.files(today=pipeline.today())
    assert [name for name, text in texts.items() if re.search(r"__[A-Z_]+__", text)] == []


@pytest.mark.parametrize("wanted", [[], *TAKEN_OVER], ids=lambda wanted: "+".join(wanted) or "nothing")
def test_every_catalogue_names_a_schema_that_is_there(wanted: list[str], tmp_path: Path) -> None:
    root = started(tmp_path, *wanted)
    main(["new", "opportunity", "run-a-thing", "--root", str(root)])
    files = [*root.glob("*.yaml"), *root.glob("opportunities/*.yaml")]
    assert len(files) == 7
    for path in files:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert named and (path.parent / named[1]).is_file(), path


def test_schemas_are_written_again_for_a_new_version(tmp_path: Path) -> None:
    root = started(tmp_path)
    schema = root / ".vscode/schemas/stages.schema.json"
    before = schema.read_text("utf-8")
    schema.write_text("old", "utf-8")
    assert main(["schema", str(root)]) == 0
    assert schema.read_text("utf-8") == before
    assert not (root / "FIELDS.md").exists() and not (root / "hooks/mentor_network").exists()


def test_no_schema_is_written_outside_a_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(tmp_path)]) == 2
    assert "there is no network.yaml in" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


def test_its_workflows_use_actions_at_the_same_commits_as_ours(tmp_path: Path) -> None:
    def uses(folder: Path) -> set[str]:
        texts = [path.read_text("utf-8") for path in (folder / ".github/workflows").glob("*.yml")]
        assert len(texts) >= 3
        return {line for text in texts for line in re.findall(r"uses: (.+)", text)}

    assert uses(started(tmp_path)) <= uses(ROOT)


def test_editors_are_told_of_the_same_files_as_here(tmp_path: Path) -> None:
    def schemas(root: Path) -> dict[str, str]:
        text = re.sub(r"^ *//.*$", "", (root / ".vscode/settings.json").read_text("utf-8"), flags=re.MULTILINE)
        found: dict[str, str] = json.loads(text)["yaml.schemas"]
        return {Path(schema).name: files for schema, files in found.items()}

    root = started(tmp_path)
    assert schemas(root) == schemas(ROOT)
    assert set(schemas(root)) <= {path.name for path in (root / ".vscode/schemas").iterdir()}


@everything
def test_what_is_taken_over_leaves_nothing_to_mend(wanted: list[str], tmp_path: Path) -> None:
    found = problems(started(tmp_path, *wanted))
    assert [problem for problem in found if problem.severity == "error"] == []


@everything
def test_what_is_taken_over_does_not_name_us(wanted: list[str], tmp_path: Path) -> None:
    root, ours = started(tmp_path, *wanted), shared.ours()
    assert ours.search("in the South\nWest") and ours.search("a CLM") and ours.search("The evaluation found")
    for path in root.glob("*.yaml"):
        # The licence asks for the name of the work in a comment at the top.
        text = re.sub(r'^# From ".*\n', "", path.read_text("utf-8"), flags=re.MULTILINE)
        assert [found[0] for found in ours.finditer(text)] == [], path


def test_all_models_are_taken_over_with_all_their_domains(tmp_path: Path) -> None:
    mine, ours = (read(root / "leadership_models.yaml") for root in (started(tmp_path, "models"), ROOT))
    for kind in ("models", "themes"):
        assert [entry["id"] for entry in mine[kind]] == [entry["id"] for entry in ours[kind]]
    for new, old in zip(mine["models"], ours["models"], strict=True):
        assert [domain["id"] for domain in new["domains"]] == [domain["id"] for domain in old["domains"]]
    stages = {stage["id"] for stage in read(tmp_path / "stages.yaml")}
    by_stage = [
        domain["expectations"] for model in mine["models"] for domain in model["domains"] if "expectations" in domain
    ]
    assert by_stage and all(set(expected) <= stages for expected in by_stage)


def test_terms_are_taken_over_in_the_words_of_the_original(tmp_path: Path) -> None:
    """But for sentences that are left out, and terms that are ours alone."""
    ours = {term["id"]: term for term in read(ROOT / "glossary.yaml")}
    mine = {term["id"]: term for term in read(started(tmp_path, "glossary") / "glossary.yaml")}
    assert "clm" in ours and "clm" not in mine and len(ours) - len(mine) < len(ours) / 20
    for word, term in mine.items():
        for sentence in re.split(r"(?<=[.]) ", term["meaning"]):
            assert sentence in ours[word]["meaning"]
        assert {key for key in term if key not in ours[word]} == set()
        assert set(term.get("also_known_as", ())) <= set(ours[word].get("also_known_as", ()))
    assert {"Severn", "Peninsula"} & set(mine["deanery"]["also_known_as"]) == set()


def test_a_link_to_a_term_that_is_left_out_goes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    for name in ("network.yaml", "evidence.yaml", "glossary.yaml"):
        shutil.copy(ROOT / name, ours)
    with (ours / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: zz\n  term: Zz\n  meaning: A word.\n  see:\n    - /glossary/#clm\n    - /glossary/#dme\n")
    monkeypatch.setattr(shared, "folder", lambda: ours)
    root = started(tmp_path / "network", "glossary")
    assert read(root / "glossary.yaml")[-1] == {"id": "zz", "term": "Zz", "meaning": "A word.", "see": ["/glossary/#dme"]}


@everything
def test_sources_that_are_cited_come_along_as_they_are(wanted: list[str], tmp_path: Path) -> None:
    evidence = (started(tmp_path, *wanted) / "evidence.yaml").read_text("utf-8")
    first, *blocks = re.split(r"^(?=  - id: )", evidence, flags=re.MULTILINE)
    theirs, *_ = blocks
    assert "sources:" in first and "our-handbook" in theirs and len(blocks) > 10
    original = (ROOT / "evidence.yaml").read_text("utf-8")
    assert [block for block in blocks[1:] if block not in original] == []
    cited = " ".join((tmp_path / shared.FILES[name]).read_text("utf-8") for name in wanted)
    named = [re.findall(r"id: (\S+)", block)[0] for block in blocks[1:]]
    assert [word for word in named if f"source: {word}\n" not in cited] == []


@everything
def test_the_text_reads_as_if_a_person_had_written_it(wanted: list[str], tmp_path: Path) -> None:
    root = started(tmp_path, *wanted)
    for name in wanted:
        lines = (root / shared.FILES[name]).read_text("utf-8").split("\n")
        assert [pair for pair in pairwise(lines) if pair == ("", "")] == []
        assert [line for line in lines if line != line.rstrip() or len(line) > 240] == []
        starts = [number for number, line in enumerate(lines) if line.startswith("- id: ")]
        assert [lines[number] for number in starts[1:] if lines[number - 1]] == []


TEXT = """\
# About the list.
- id: one
  words: >-
    The first sentence is here. The second goes on for more
    than a line.

    Another paragraph.
  more:
    - a: 1
    - a: 2

# About the next.
- id: two
  words: "A text: in quotes. Drop it."
"""


def test_what_is_cut_goes_with_all_below_it_and_nothing_else() -> None:
    edits = Edits(TEXT)
    edits.cut(8, 3)
    assert edits.text() == TEXT.replace("  more:\n    - a: 1\n    - a: 2\n", "")
    edits = Edits(TEXT)
    edits.cut(9, 5)
    assert edits.text() == TEXT.replace("    - a: 1\n", "")


def test_only_a_paragraph_that_changes_is_wrapped_again() -> None:
    edits = Edits(TEXT)
    edits.change(3, 3, lambda text: text.replace("The first sentence is here. ", ""))
    edits.change(14, 3, lambda text: text.replace(" Drop it.", ""))
    first = "    The first sentence is here. The second goes on for more\n    than a line.\n"
    expected = TEXT.replace(first, "    The second goes on for more than a line.\n")
    assert edits.text() == expected.replace(" Drop it.", "")
