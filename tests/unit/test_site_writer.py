"""A site is written, and then completed with its search index and its manifest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentor_network import publish
from mentor_network.site_writer import SiteWriter, write_files
from support.networks import contents


def test_a_finished_site_has_its_index_and_a_manifest_of_its_files(
    network: Callable[[dict[str, str | None]], Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    writer = SiteWriter(network({}), out)
    build = writer.build()
    write_files(build, out)
    writer.finish()
    found = contents(out)
    assert {file.path for file in build.files} < found.keys() and "pagefind/pagefind.js" in found
    assert not (out / ".search").exists()
    listed = found[publish.MANIFEST].decode().splitlines()[1:]
    assert listed == sorted(
        {name for name in found if not name.startswith("pagefind/")} - {publish.MANIFEST} | {"pagefind/"}
    )


def test_a_network_with_errors_starts_no_index(network: Callable[[dict[str, str | None]], Path], tmp_path: Path) -> None:
    writer = SiteWriter(network({"opportunities.yaml": "- id: x\n"}), tmp_path / "out")
    assert writer.build().problems.errors and writer.index is None
    assert not (tmp_path / "out").exists()
    writer.stop()
