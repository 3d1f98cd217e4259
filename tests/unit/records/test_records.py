"""What is known of records that were not read whole: ids, invalid entries, and incomplete catalogues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.records.records import NETWORK_LISTS, page_address
from support.networks import NETWORK

Make = Callable[[dict[str, str | None]], Path]
STAGES = (NETWORK / "stages.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content/index.md", "/"),
        ("content/mentors/index.md", "/mentors/"),
        ("content/guides/shadowing.md", "/guides/shadowing/"),
        ("content/reindex.md", "/reindex/"),
    ],
)
def test_the_url_path_of_a_page_is_its_path_in_content(file: str, address: str) -> None:
    assert page_address(file) == address


def records_of(root: Path) -> Records:
    return read(root, Problems())


def test_a_valid_network_is_complete(network: Make) -> None:
    records = records_of(network({}))
    assert records.incomplete == frozenset()
    assert {"core", "registrar"} <= records.ids["stages"]


def test_an_invalid_entry_keeps_its_id(network: Make) -> None:
    records = records_of(network({"stages.yaml": STAGES.replace("- id: core\n", "- id: core\n  no_such_field: 1\n")}))
    assert "core" in records.ids["stages"]
    assert records.invalid("stages") == {"core"}
    assert records.incomplete == {"stages"}


@pytest.mark.parametrize("text", ["- id: [\n", "{}\n", "- name: Core\n"], ids=["syntax", "no list", "no id"])
def test_a_catalogue_with_unknown_ids_is_partly_read(text: str, network: Make) -> None:
    records = records_of(network({"stages.yaml": text}))
    assert "stages" in records.partly_read and "stages" in records.incomplete


def test_without_network_yaml_its_lists_are_incomplete(network: Make) -> None:
    records = records_of(network({"network.yaml": None}))
    assert records.network is None
    assert records.incomplete >= NETWORK_LISTS


def test_a_list_that_a_file_lacks_is_missing(network: Make) -> None:
    text = (NETWORK / "leadership_models.yaml").read_text("utf-8")
    records = records_of(network({"leadership_models.yaml": text[: text.index("themes:")] + "history: []\n"}))
    assert set(records.missing) == {"themes"}
    assert "themes" in records.incomplete
