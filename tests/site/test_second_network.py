"""The network of another region, as `init` writes it: it has no text of our own network."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mentor_network import pipeline
from mentor_network.gates.page import Site
from mentor_network.gates.static import STATIC
from support.networks import site_of, started
from support.ours import OURS
from support.shared import made_once

#: What a region fills in: fields of network.yaml.
NAMES = {
    "name": "Lead where you are",
    "strapline": "For doctors in the Border Counties",
    "publisher_line": "A guide by the doctors of the Border Counties. It is not an NHS website.",
    "region": "Border Counties",
}


def without_patterns(value: Any) -> Any:
    """The rules of the form without the patterns and words of confidentiality, the same in every region."""
    if isinstance(value, list):
        return [without_patterns(item) for item in value]
    if isinstance(value, dict):
        return {key: without_patterns(item) for key, item in value.items() if key not in ("patterns", "unless", "names")}
    return value


def border_counties(root: Path) -> Path:
    """A region's network: started by `init`, with its names filled in and no glossary yet."""
    file = started(root) / "network.yaml"
    text = file.read_text("utf-8")
    for key, value in NAMES.items():
        text, times = re.subn(rf"^{key}: .*$", f"{key}: {value}", text, flags=re.MULTILINE)
        assert times == 1
    file.write_text(text, "utf-8")
    (root / "glossary.yaml").write_text("[]\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "second", lambda folder: site_of(border_counties(folder / "network"))) / "site"


def test_it_has_nothing_to_mend(tmp_path: Path) -> None:
    _, problems = pipeline.check(border_counties(tmp_path / "network"), today=pipeline.today())
    assert problems.errors == []


def test_no_word_of_ours_is_left(other: Path) -> None:
    kinds = (".html", ".json", ".xml", ".csv", ".ics", ".atom", ".txt", ".md")
    # A schema says what fields are called, which is the same in every region.
    texts = [path for path in other.rglob("*") if path.suffix in kinds and not path.name.endswith(".schema.json")]
    assert len(texts) >= 20
    said = []
    for path in texts:
        text = path.read_text("utf-8")
        if path.name == "form-rules.json":
            text = json.dumps(without_patterns(json.loads(text)))
        text = text.replace('"evaluation": null', "")  # the name of a field that this network leaves empty
        said += [(path.name, text[max(found.start() - 60, 0) : found.end() + 60]) for found in OURS.finditer(text)]
    assert said == []


def test_its_own_words_stand_on_every_page(other: Path) -> None:
    for path in other.rglob("index.html"):
        text = path.read_text("utf-8")
        assert "A guide by the doctors of the Border Counties." in text, path
        assert "– Lead where you are</title>" in text, path


def test_the_menu_is_its_own(other: Path) -> None:
    (tabs,) = re.findall(r'<ul class="mn-tabs__list">.*?</ul>', (other / "index.html").read_text("utf-8"), re.DOTALL)
    assert re.findall(r'href="([^"]+)"', tabs) == ["opportunities/", "stages/", "models/", "case-studies/", "my-plan/"]


def test_a_stage_with_1_thing_to_try_says_so(other: Path) -> None:
    page = (other / "stages/core/index.html").read_text("utf-8")
    assert ">1 thing to try</h2>" in page and "3 things to try" not in page


def test_lists_with_nothing_in_them_say_so(other: Path) -> None:
    assert "There are no case studies yet." in (other / "case-studies/index.html").read_text("utf-8")
    assert "There are no words here yet." in (other / "glossary/index.html").read_text("utf-8")


def test_a_network_needs_no_hand_written_page(tmp_path: Path) -> None:
    for page in (border_counties(tmp_path / "network") / "content").iterdir():
        page.unlink()
    site_of(tmp_path / "network")
    assert (tmp_path / "site/opportunities/lead-a-handover/index.html").is_file()


def test_its_last_stage_is_a_rung_of_its_ladder(other: Path) -> None:
    """Only stages that no other stage leads to are beside the ladder."""
    assert "mn-ladder__rung--beside" not in (other / "stages/index.html").read_text("utf-8")


@pytest.mark.parametrize("gate", sorted(set(STATIC) - {"A19"}))
def test_it_passes_the_gates_or_is_told_what_to_write(gate: str, other: Path) -> None:
    """The only finding is that the gates were never recorded."""
    whole = Site(other)
    found = list(STATIC[gate].findings(whole, whole.pages.values()))
    assert [finding for finding in found if "it says that the last test was on None" not in finding] == []
