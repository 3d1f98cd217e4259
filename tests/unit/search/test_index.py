"""The index is made from rendered pages, whichever engine writes the site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentor_network import pipeline
from mentor_network.search.index import FOLDER
from mentor_network.search.words import fold
from support.networks import TODAY

Make = Callable[..., Path]


def index_of(root: Path) -> dict[str, Any]:
    """The files of the index, by their names without folder and ending."""
    build = pipeline.build(root, today=TODAY)
    assert build.site
    files = (file for file in build.site.search_files() if file.path.startswith(f"{FOLDER}/"))
    return {file.path.removeprefix(f"{FOLDER}/").removesuffix(".json"): json.loads(file.content) for file in files}


@pytest.fixture
def index(network: Make) -> dict[str, Any]:
    return index_of(network({}))


def postings(index: dict[str, Any], term: str, field: int) -> dict[str, int]:
    """Address → how often a page has a term in a field."""
    (fields,) = [fields for name, *fields in index[f"terms/{term[0]}"]["terms"] if name == term]
    found, number = {}, 0
    for distance, count in zip(fields[field][::2], fields[field][1::2], strict=True):
        number += distance
        found[index["index"]["addresses"][number]] = count
    return found


def test_only_searched_pages_are_in_it(index: dict[str, Any]) -> None:
    addresses = index["index"]["addresses"]
    assert "/opportunities/shadow-a-leader/" in addresses
    assert not {"/", "/a-to-z/", "/whats-new/", "/search/"} & set(addresses)
    assert {f"pages{address.rstrip('/')}" for address in addresses} == {name for name in index if name.startswith("pages/")}


def test_a_result_shows_its_title_facts_and_text(index: dict[str, Any]) -> None:
    page = index["pages/opportunities/shadow-a-leader"]
    assert page["title"] == "Shadow a clinical leader for half a day"
    assert page["kind"] == "Something to do" and page["stages"] == "Every stage"
    assert "When: In work time. Cost: Free. Ask: " in page["text"]
    assert "Skip to content" not in page["text"] and page["title"] not in page["text"]


def test_names_and_text_are_fields_of_their_own(index: dict[str, Any]) -> None:
    address = "/opportunities/shadow-a-leader/"
    assert postings(index, "shadow", 0)[address] >= 1
    assert postings(index, "free", 1)[address] >= 1 and address not in postings(index, "free", 0)


def test_stop_words_are_terms_of_names_only(index: dict[str, Any]) -> None:
    assert postings(index, "for", 0)["/opportunities/shadow-a-leader/"] == 1
    assert postings(index, "for", 1) == {}


def test_each_term_is_in_the_file_of_its_first_letter(index: dict[str, Any]) -> None:
    for name, shard in index.items():
        if name.startswith("terms/"):
            letter = name.removeprefix("terms/")
            terms = [term for term, *_ in shard["terms"]]
            assert all(term[0] == letter or (letter == "other" and not "a" <= term[0] <= "z") for term in terms)


def test_every_page_has_the_lengths_of_its_fields(index: dict[str, Any]) -> None:
    count = len(index["index"]["addresses"])
    assert all(len(lengths) == count and min(lengths) > 0 for lengths in index["index"]["lengths"].values())


def test_the_glossary_points_to_pages_by_their_numbers(index: dict[str, Any]) -> None:
    count = len(index["index"]["addresses"])
    for entry in index["index"]["glossary"]:
        assert entry["called"][0] == fold(entry["term"])
        assert all(0 <= number < count for number in entry["see"])


def test_titles_and_the_glossary_are_known_words(index: dict[str, Any]) -> None:
    assert {"shadow", "leader"} <= set(index["words"])
    assert index["words"] == sorted(index["words"]) and min(map(len, index["words"])) > 2


def test_the_same_pages_give_the_same_index(network: Make) -> None:
    root = network({})
    assert index_of(root) == index_of(root)


def test_titles_and_other_names_are_kept_whole_beside_their_first_term_with_a_meaning(index: dict[str, Any]) -> None:
    addresses = index["index"]["addresses"]
    (page,) = index["terms/l"]["names"]["my leadership plan"]  # "my" is a stop word
    assert addresses[page] == "/my-plan/"


def test_the_name_of_a_domain_leads_to_its_place_on_the_page_of_its_model(index: dict[str, Any]) -> None:
    (page,) = [number for number, address in enumerate(index["index"]["addresses"]) if address == "/models/cap/"]
    assert [page, "cap-2"] in index["terms/s"]["names"]["safety"]
