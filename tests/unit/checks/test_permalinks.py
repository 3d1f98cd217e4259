"""Permalinks that were once published must answer for ever: pages, files, and anchors that are ids."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from mentor_network import pipeline
from mentor_network.checks.permalinks import PUBLISHED
from mentor_network.cli import main
from mentor_network.urls import permalinks
from support.catalogue_sources import Sources
from support.networks import ROOT, TODAY, started


def noted(root: Path) -> list[str]:
    return [line for line in (root / PUBLISHED).read_text("utf-8").split("\n") if line and not line.startswith("#")]


def test_every_published_address_answers(site: Path) -> None:
    @cache
    def page(path: str) -> str:
        file = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        return file.read_text("utf-8", errors="replace") if file.is_file() else ""

    gone = []
    for address in noted(ROOT):
        path, _, place = address.partition("#")
        if not page(path) or (place and f' id="{place}"' not in page(path)):
            gone.append(address)
    assert gone == []


def note(root: Path) -> int:
    """Run `published`, as a maintainer does. Returns the number of lines that it added."""
    before = len(noted(root)) if (root / PUBLISHED).exists() else 0
    assert main(["published", str(root)]) == 0
    return len(noted(root)) - before


def test_every_id_has_a_permalink() -> None:
    """Counted from the YAML alone."""
    lists, kept = Sources(ROOT).lists, set(permalinks(pipeline.check(ROOT, today=TODAY)[0]))
    wanted = {f"/opportunities/{entry['id']}/" for entry in (*lists["opportunities"], *lists["retired"])}
    wanted |= {f"/case-studies/{entry['id']}/" for entry in lists["case_studies"]}
    wanted |= {f"/stages/{entry['id']}/" for entry in lists["stages"]}
    wanted |= {f"/models/{model['id']}/#{domain['id']}" for model in lists["models"] for domain in model["domains"]}
    wanted |= {f"/models/#{entry['id']}" for entry in lists["themes"]}
    wanted |= {f"/glossary/#{entry['id']}" for entry in lists["terms"]}
    for table in lists["tables"]:
        wanted |= {f"/data/evidence/{table['id'].lower()}.csv", f"/evidence/#{table['id'].lower()}"}
    assert wanted and wanted - kept == set()


def test_another_network_starts_its_own_list(tmp_path: Path) -> None:
    root = started(tmp_path / "network")
    assert not (root / PUBLISHED).exists(), "a network starts without addresses of anybody else's"
    assert note(root) == len(noted(root)) > 20
    assert note(root) == 0, "what is noted is not noted twice"
    assert "/opportunities/lead-a-handover/" in noted(root) and pipeline.check(root, today=TODAY)[1].errors == []


def test_nothing_is_removed_from_the_list(network: Callable[[dict[str, str | None]], Path]) -> None:
    """Running `published` again does not remove a missing permalink: it stays an error."""
    root = network({})
    note(root)
    before = noted(root)
    text = (root / "glossary.yaml").read_text("utf-8")
    (root / "glossary.yaml").write_text(text.replace("- id: mentor\n", "- id: leader\n"), "utf-8")
    (error,) = pipeline.check(root, today=TODAY)[1].errors
    assert error.message == "`/glossary/#mentor` was published and is gone" and "`id: mentor` again" in error.help
    assert main(["published", str(root)]) == 1 and noted(root) == before


def test_open_data_of_empty_catalogues_is_published(tmp_path: Path) -> None:
    """A network that gets its first case study then needs no new URL."""
    made = {file.path for file in pipeline.build(started(tmp_path / "network"), today=TODAY).files()}
    ours = {address.lstrip("/") for address in noted(ROOT) if address.startswith("/data/") and "." in address}
    assert {uri for uri in ours if not uri.startswith("data/evidence/")} <= made
