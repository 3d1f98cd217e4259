"""The index of the search: made from the core's own pages, whatever engine builds the site."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from mentor_network import pipeline, search_index
from mentor_network.pages.found import LISTS
from networks import ROOT, TODAY


def test_the_search_reads_each_page_that_it_finds_and_no_other(network: Callable[..., Path]) -> None:
    built = pipeline.build(network({}), today=TODAY)
    read = dict(search_index.documents(built.files))
    assert "/opportunities/shadow-a-leader/" in read
    assert not any(name in read for name in ("/", "/a-to-z/", "/whats-new/", "/search/")) and "home" in LISTS
    page = read["/opportunities/shadow-a-leader/"]
    assert "<h1>Shadow a clinical leader for half a day</h1>" in page and 'id="do"' in page
    assert "mn-header" not in page and "mn-footer" not in page


def test_what_the_search_reads_is_valid_and_holds_no_mark_of_ours() -> None:
    built = pipeline.build(ROOT, today=TODAY)
    for address, html in search_index.documents(built.files):
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert [error for error in parser.errors if "unexpected" in str(error)] == [], address
        assert "mn-island-" not in html, address


def test_pages_for_any_engine_bring_their_search(network: Callable[..., Path], tmp_path: Path) -> None:
    from mentor_network.cli import main

    assert main(["pages", str(network({})), "--out", str(tmp_path / "out")]) == 0
    fragments = [gzip.decompress(file.read_bytes()) for file in (tmp_path / "out/pagefind/fragment").iterdir()]
    assert any(b"Shadow a clinical leader for half a day" in one for one in fragments)
    assert json.loads((tmp_path / "out/assets/words.json").read_text("utf-8"))["pages"] == len(fragments)


def test_an_index_that_cannot_be_made_says_why(network: Callable[..., Path], tmp_path: Path, monkeypatch) -> None:
    built = pipeline.build(network({}), today=TODAY)
    monkeypatch.setattr(search_index.sys, "executable", "/bin/false")
    with pytest.raises(search_index.NotIndexed, match="stopped without a word"):
        search_index.Indexing(built.files).finish(tmp_path)
