"""The pipeline: the date of a build, and settings from the environment."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.labels import day
from support.networks import TODAY, build_site, mkdocs_for
from support.sweeps import a_few

Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("1786000000", datetime.date(2026, 8, 6)),
        ("0", datetime.date(1970, 1, 1)),
        ("", None),
        ("yesterday", None),
        ("9" * 30, None),
    ],
)
def test_the_date_of_a_build_is_that_of_source_date_epoch(
    value: str, date: datetime.date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert pipeline.source_date() == date
    assert pipeline.today() == (date or datetime.date.today())


@pytest.mark.parametrize("value", a_few(["yesterday", ""]))
def test_an_invalid_source_date_epoch_fails_no_build(value: str, network: Make, tmp_path: Path) -> None:
    root = network({})
    mkdocs_for(root)
    page = (build_site(root, tmp_path / "site", SOURCE_DATE_EPOCH=value) / "index.html").read_text("utf-8")
    assert f"Built on {day(datetime.date.today())}." in page


def test_the_environment_fills_only_empty_fields(network: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = network({})
    file = root / "network.yaml"
    file.write_text(file.read_text("utf-8").replace("repository: example/network", 'repository: ""'), "utf-8")
    monkeypatch.setenv("SITE_REPOSITORY", "somebody/guide")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    built = pipeline.build(root, today=TODAY)
    assert built.site is not None
    assert built.site.catalogue.network.repository == "somebody/guide"
    assert built.site.catalogue.network.site_url == "https://example.org/network/", "what is written there stands"


def test_an_error_builds_nothing(network: Make) -> None:
    built = pipeline.build(network({"opportunities.yaml": "- id: x\n"}), today=TODAY)
    assert built.problems.errors and built.site is None and list(built.files()) == []
