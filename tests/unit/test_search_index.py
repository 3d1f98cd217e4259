"""The index of the search: made from the core's own pages, whatever engine builds the site."""

from __future__ import annotations

import datetime
import gzip
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any, cast

import html5lib
import pytest

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue
from mentor_network.render.renderer import Rendered
from mentor_network.search import index
from support.networks import ROOT, TODAY, build_site


def documents(root: Path, *, today: datetime.date = TODAY) -> dict[str, str]:
    """What the search reads of each page, by address."""

    class Read(dict[str, str]):
        def add(self, rendered: Rendered, catalogue: Catalogue) -> None:
            if text := index.document(rendered, catalogue):
                self[rendered.page.address] = text

    read = Read()
    assert not pipeline.build(root, today=today, index=cast(Any, read)).problems.errors
    return read


def test_the_search_reads_each_page_that_it_finds_and_no_other(network: Callable[..., Path]) -> None:
    read = documents(network({}))
    assert "/opportunities/shadow-a-leader/" in read
    assert not any(name in read for name in ("/", "/a-to-z/", "/whats-new/", "/search/"))
    page = read["/opportunities/shadow-a-leader/"]
    assert "<h1>Shadow a clinical leader for half a day</h1>" in page and 'id="do"' in page
    assert "mn-header" not in page and "mn-footer" not in page


@pytest.mark.gate
def test_what_the_search_reads_is_valid() -> None:
    for address, html in documents(ROOT).items():
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert [error for error in parser.errors if "unexpected" in str(error)] == [], address


def indexed(root: Path, out: Path) -> dict[str, str]:
    """The text of each page as the finished index has it, from which excerpts are cut."""
    build_site(root, out, "--engine", "none")
    read = [gzip.decompress(file.read_bytes()).partition(b"{") for file in (out / "pagefind/fragment").iterdir()]
    pages = [json.loads(begins + rest) for _, begins, rest in read]
    return {page["url"]: page["content"] for page in pages}


def test_a_site_brings_its_search(network: Callable[..., Path], tmp_path: Path) -> None:
    pages = indexed(network({}), tmp_path / "out")
    assert any("Shadow a clinical leader for half a day" in text for text in pages.values())
    assert json.loads((tmp_path / "out/assets/words.json").read_text("utf-8"))["pages"] == len(pages)
    assert not (tmp_path / "out/.search").exists()


def test_words_of_neighbours_are_never_joined(network: Callable[..., Path], tmp_path: Path) -> None:
    """Names of facts and their values, cells of a table, options of a list: each word of the index stands on the page."""
    root = network({})
    pages = indexed(root, tmp_path / "out")
    read = documents(root, today=pipeline.today())
    apart = {address: set(words(re.sub(r"<[^>]+>", " ", html))) for address, html in read.items()}
    joined = {address: sorted(set(words(text)) - apart[address]) for address, text in pages.items()}
    assert {address: found for address, found in joined.items() if found} == {}


def test_facts_read_as_sentences(network: Callable[..., Path], tmp_path: Path) -> None:
    text = indexed(network({}), tmp_path / "out")["/opportunities/shadow-a-leader/"]
    assert "When: In work time. Cost: Free. Ask: " in text


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unescape(text))


def test_an_index_that_cannot_be_made_says_why(network: Callable[..., Path], tmp_path: Path, monkeypatch) -> None:
    indexing = index.SearchIndex(tmp_path / "work")
    pipeline.build(network({}), today=TODAY, index=indexing)
    monkeypatch.setattr(index.sys, "executable", "/bin/false")
    indexing.start()
    with pytest.raises(index.NotIndexed, match="stopped without a word"):
        indexing.finish(tmp_path)
