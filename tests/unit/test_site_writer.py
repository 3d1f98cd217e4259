"""A site is written file by file, with its search index, and last its manifest."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from mentor_network import pipeline, publish, site_writer
from support.networks import TODAY, contents


def test_a_site_has_its_files_and_a_manifest_of_them(
    network: Callable[[dict[str, str | None]], Path], tmp_path: Path
) -> None:
    site, out = pipeline.build(network({}), today=TODAY).site, tmp_path / "out"
    assert site
    site_writer.write(site, out)
    found = contents(out)
    assert {file.path: file.content for file in site.files()} == {k: v for k, v in found.items() if k != publish.MANIFEST}
    listed = set(found[publish.MANIFEST].decode().splitlines()[1:])
    assert "assets/search/index.json" in found and listed == found.keys() - {publish.MANIFEST}
    assert gc.isenabled() and gc.get_freeze_count() == 0


def test_problems_stand_on_every_page(network: Callable[[dict[str, str | None]], Path], tmp_path: Path) -> None:
    site = pipeline.build(network({}), today=TODAY, live_reload=True).site
    assert site
    site_writer.write(site, tmp_path / "out", ["opportunities.yaml:1:1: a mistake"])
    pages = list((tmp_path / "out").rglob("*.html"))
    assert len(pages) > 20 and all("opportunities.yaml:1:1: a mistake" in page.read_text("utf-8") for page in pages)
