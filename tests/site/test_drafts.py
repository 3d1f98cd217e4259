"""Drafts of case studies: a preview has a page for each, and nothing else of any site mentions them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.cli import main
from mentor_network.serving.preview import Preview
from support.dev_server import fetch, free_port, serving, wait_for
from support.networks import contents, mkdocs_for

Make = Callable[[dict[str, str | None]], Path]

PAGE = "case-studies/half-a-day/index.html"
TITLE = "A title that no other file has"


@pytest.fixture
def root(network: Make) -> Path:
    """The small network with a new draft."""
    root = network({})
    assert main(["new", "case-study", "half-a-day", "--root", str(root)]) == 0
    file = root / "case_studies/half-a-day.md"
    text = file.read_text("utf-8")
    assert "Matching doctors with Trust projects" in text
    file.write_text(text.replace("EXAMPLE: Matching doctors with Trust projects", TITLE), "utf-8")
    return root


def built(root: Path, *, drafts: bool) -> dict[str, bytes]:
    return {file.path: file.content for file in pipeline.build(root, today=pipeline.today(), drafts=drafts).files()}


def test_the_published_site_has_no_draft(root: Path) -> None:
    files = built(root, drafts=False)
    assert PAGE not in files
    assert [path for path, content in files.items() if TITLE.encode() in content] == []


def test_a_preview_has_the_page_of_a_draft_and_is_otherwise_the_published_site(root: Path) -> None:
    preview, published = built(root, drafts=True), built(root, drafts=False)
    assert preview.keys() - published.keys() == {PAGE, "case-studies/board-meetings/index.html"}
    page = preview[PAGE].decode()
    assert {path: preview[path] for path in published} == published, "no list, search, feed, sitemap or data has a draft"
    body = page[page.index("<main") :]
    assert body.index(TITLE) < body.index("Draft: this is not published") < body.index("Why we did it")
    assert f"<title>Draft: {TITLE}" in page and '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page and "ld+json" not in page


def test_a_draft_with_every_gap_has_a_page(root: Path) -> None:
    page = built(root, drafts=True)[PAGE].decode()
    assert page.count("Not given yet") == 5, "when, hours, cost, reached and told by"


@pytest.mark.parametrize("engine", ["none", "mkdocs"])
def test_the_command_needs_the_word_drafts_for_drafts(engine: str, root: Path, tmp_path: Path) -> None:
    mkdocs_for(root)
    out = tmp_path / "out"
    assert main(["site", str(root), "--out", str(out), "--engine", engine]) == 0
    assert PAGE not in contents(out)
    assert main(["site", str(root), "--out", str(out), "--engine", engine, "--drafts"]) == 0
    assert PAGE in contents(out)
    assert main(["site", str(root), "--out", str(out), "--engine", engine]) == 0
    assert PAGE not in contents(out)


def test_serving_shows_a_draft_at_its_address_and_finds_it_nowhere(root: Path) -> None:
    preview = Preview(root)
    preview.refresh()
    page = preview.file(PAGE)
    assert page and TITLE in page.content.decode()
    for path in ("case-studies/index.html", "data/new.atom", "assets/search/words.json", "whats-new/index.html"):
        file = preview.file(path)
        assert file and TITLE.encode() not in file.content, path
    (root / "case_studies/half-a-day.md").unlink()
    preview.refresh()
    assert preview.file(PAGE) is None


def test_mkdocs_itself_serves_drafts_and_builds_none(root: Path, tmp_path: Path) -> None:
    mkdocs_for(root)
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    with serving(*command, port=port, log=tmp_path / "log", env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}) as site:
        wait_for(f"{site}/case-studies/half-a-day/", shows=TITLE)
        assert TITLE not in fetch(f"{site}/case-studies/")
