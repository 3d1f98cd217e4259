"""The index of the search: made from the core's own pages, whatever engine builds the site."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import html5lib
import pytest

from mentor_network import pipeline
from mentor_network.pages.found import LISTS
from mentor_network.search import index
from support.networks import ROOT, TODAY


def test_the_search_reads_each_page_that_it_finds_and_no_other(network: Callable[..., Path]) -> None:
    built = pipeline.build(network({}), today=TODAY)
    read = dict(index.documents(built.files))
    assert "/opportunities/shadow-a-leader/" in read
    assert not any(name in read for name in ("/", "/a-to-z/", "/whats-new/", "/search/")) and "home" in LISTS
    page = read["/opportunities/shadow-a-leader/"]
    assert "<h1>Shadow a clinical leader for half a day</h1>" in page and 'id="do"' in page
    assert "mn-header" not in page and "mn-footer" not in page


@pytest.mark.gate
def test_what_the_search_reads_is_valid_and_holds_no_mark_of_ours() -> None:
    built = pipeline.build(ROOT, today=TODAY)
    for address, html in index.documents(built.files):
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert [error for error in parser.errors if "unexpected" in str(error)] == [], address
        assert "mn-island-" not in html, address


def indexed(root: Path, out: Path) -> dict[str, str]:
    """The text of each page as the finished index has it, from which excerpts are cut."""
    from mentor_network.cli import main

    assert main(["pages", str(root), "--out", str(out)]) == 0
    read = [gzip.decompress(file.read_bytes()).partition(b"{") for file in (out / "pagefind/fragment").iterdir()]
    pages = [json.loads(begins + rest) for _, begins, rest in read]
    return {page["url"]: page["content"] for page in pages}


def test_pages_for_any_engine_bring_their_search(network: Callable[..., Path], tmp_path: Path) -> None:
    pages = indexed(network({}), tmp_path / "out")
    assert any("Shadow a clinical leader for half a day" in text for text in pages.values())
    assert json.loads((tmp_path / "out/assets/words.json").read_text("utf-8"))["pages"] == len(pages)


def test_words_of_neighbours_are_never_joined(network: Callable[..., Path], tmp_path: Path) -> None:
    """Names of facts and their values, cells of a table, options of a list: each word of the index stands on the page."""
    root = network({})
    pages = indexed(root, tmp_path / "out")
    read = dict(index.documents(pipeline.build(root, today=pipeline.today()).files))
    apart = {address: set(words(re.sub(r"<[^>]+>", " ", html))) for address, html in read.items()}
    joined = {address: sorted(set(words(text)) - apart[address]) for address, text in pages.items()}
    assert {address: found for address, found in joined.items() if found} == {}


def test_facts_read_as_sentences(network: Callable[..., Path], tmp_path: Path) -> None:
    text = indexed(network({}), tmp_path / "out")["/opportunities/shadow-a-leader/"]
    assert "When: In work time. Cost: Free. Ask: " in text


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unescape(text))


def test_an_index_that_cannot_be_made_says_why(network: Callable[..., Path], tmp_path: Path, monkeypatch) -> None:
    indexing = index.Indexing()
    pipeline.build(network({}), today=TODAY, note=indexing.add)
    monkeypatch.setattr(index.sys, "executable", "/bin/false")
    indexing.start()
    with pytest.raises(index.NotIndexed, match="stopped without a word"):
        indexing.finish(tmp_path)
