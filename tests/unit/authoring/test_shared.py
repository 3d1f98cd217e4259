"""Catalogues that a new network copies are valid, complete, and do not name us."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from mentor_network import pipeline
from mentor_network.authoring import shared
from mentor_network.problems import Problem
from support.networks import ROOT, started

COPIED = [["models"], ["glossary"], ["models", "glossary"]]


each_choice = pytest.mark.parametrize("wanted", COPIED, ids="+".join)


def problems(root: Path) -> list[Problem]:
    return list(pipeline.check(root, today=pipeline.today())[1])


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


@each_choice
def test_copied_catalogues_have_no_errors(wanted: list[str], tmp_path: Path) -> None:
    found = problems(started(tmp_path, *wanted))
    assert [problem for problem in found if problem.severity == "error"] == []


@each_choice
def test_copied_catalogues_do_not_name_us(wanted: list[str], tmp_path: Path) -> None:
    root, ours = started(tmp_path, *wanted), shared.own_names()
    assert ours.search("in the South\nWest") and ours.search("a CLM") and ours.search("The evaluation found")
    for path in root.glob("*.yaml"):
        # The comment at the top names our network, as the licence requires.
        text = re.sub(r'^# From ".*\n', "", path.read_text("utf-8"), flags=re.MULTILINE)
        assert [found[0] for found in ours.finditer(text)] == [], path


def test_every_model_is_copied_with_every_domain(tmp_path: Path) -> None:
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


def test_terms_keep_the_sentences_of_the_original(tmp_path: Path) -> None:
    """Except for sentences that are removed, and terms that are only ours."""
    ours = {term["id"]: term for term in read(ROOT / "glossary.yaml")}
    mine = {term["id"]: term for term in read(started(tmp_path, "glossary") / "glossary.yaml")}
    assert "clm" in ours and "clm" not in mine and len(ours) - len(mine) < len(ours) / 20
    for word, term in mine.items():
        for sentence in re.split(r"(?<=[.]) ", term["meaning"]):
            assert sentence in ours[word]["meaning"]
        assert {key for key in term if key not in ours[word]} == set()
        assert set(term.get("also_known_as", ())) <= set(ours[word].get("also_known_as", ()))
    assert {"Severn", "Peninsula"} & set(mine["deanery"]["also_known_as"]) == set()


def test_a_link_to_a_removed_term_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    for name in ("network.yaml", "evidence.yaml", "glossary.yaml"):
        shutil.copy(ROOT / name, ours)
    with (ours / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: zz\n  term: Zz\n  meaning: A word.\n  see:\n    - /glossary/#clm\n    - /glossary/#dme\n")
    monkeypatch.setattr(shared, "folder", lambda: ours)
    root = started(tmp_path / "network", "glossary")
    assert read(root / "glossary.yaml")[-1] == {"id": "zz", "term": "Zz", "meaning": "A word.", "see": ["/glossary/#dme"]}


@each_choice
def test_cited_sources_are_copied_unchanged(wanted: list[str], tmp_path: Path) -> None:
    evidence = (started(tmp_path, *wanted) / "evidence.yaml").read_text("utf-8")
    first, *blocks = re.split(r"^(?=  - id: )", evidence, flags=re.MULTILINE)
    theirs, *_ = blocks
    assert "sources:" in first and "our-handbook" in theirs and len(blocks) > 10
    original = (ROOT / "evidence.yaml").read_text("utf-8")
    assert [block for block in blocks[1:] if block not in original] == []
    cited = " ".join((tmp_path / shared.FILES[name]).read_text("utf-8") for name in wanted)
    named = [re.findall(r"id: (\S+)", block)[0] for block in blocks[1:]]
    assert [word for word in named if f"source: {word}\n" not in cited] == []


@each_choice
def test_the_layout_of_the_yaml_is_kept(wanted: list[str], tmp_path: Path) -> None:
    root = started(tmp_path, *wanted)
    for name in wanted:
        lines = (root / shared.FILES[name]).read_text("utf-8").split("\n")
        assert [pair for pair in pairwise(lines) if pair == ("", "")] == []
        assert [line for line in lines if line != line.rstrip() or len(line) > 240] == []
        starts = [number for number, line in enumerate(lines) if line.startswith("- id: ")]
        assert [lines[number] for number in starts[1:] if lines[number - 1]] == []
