"""The search index is made from the rendered pages, whichever engine writes the site."""

from __future__ import annotations

import datetime
import gzip
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import html5lib
import pytest

from mentor_network import pipeline
from mentor_network.search import index
from support.networks import ROOT, TODAY, build_site


def documents(root: Path, *, today: datetime.date = TODAY) -> dict[str, str]:
    """The HTML that is indexed of each page, by address."""
    site = pipeline.build(root, today=today).site
    assert site
    texts = {page.address: index.document(site.renderer.page(page), site.catalogue) for page in site.pages.values()}
    return {address: text for address, text in texts.items() if text}


def test_only_searched_pages_are_indexed_without_their_frame(network: Callable[..., Path]) -> None:
    read = documents(network({}))
    assert "/opportunities/shadow-a-leader/" in read
    assert not any(name in read for name in ("/", "/a-to-z/", "/whats-new/", "/search/"))
    page = read["/opportunities/shadow-a-leader/"]
    assert "<h1>Shadow a clinical leader for half a day</h1>" in page and 'id="do"' in page
    assert "mn-header" not in page and "mn-footer" not in page


@pytest.mark.gate
def test_the_indexed_html_is_valid() -> None:
    for address, html in documents(ROOT).items():
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert [error for error in parser.errors if "unexpected" in str(error)] == [], address


def indexed(root: Path, out: Path) -> dict[str, str]:
    """The text of each page in the finished index, from which excerpts are cut."""
    build_site(root, out, "--engine", "none")
    read = [gzip.decompress(file.read_bytes()).partition(b"{") for file in (out / "pagefind/fragment").iterdir()]
    pages = [json.loads(begins + rest) for _, begins, rest in read]
    return {page["url"]: page["content"] for page in pages}


def test_a_site_has_its_index_and_no_temporary_files(network: Callable[..., Path], tmp_path: Path) -> None:
    pages = indexed(network({}), tmp_path / "out")
    assert any("Shadow a clinical leader for half a day" in text for text in pages.values())
    assert json.loads((tmp_path / "out/assets/words.json").read_text("utf-8"))["pages"] == len(pages)
    assert not (tmp_path / "out/.search").exists()


def test_words_of_neighbouring_elements_are_not_joined(network: Callable[..., Path], tmp_path: Path) -> None:
    """Each word of the index is a word of the page, also at the end of a `dt`, a table cell or an option."""
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


def test_a_failure_of_pagefind_is_an_error_with_its_reason(network: Callable[..., Path], monkeypatch) -> None:
    built = pipeline.build(network({}), today=TODAY)
    monkeypatch.setattr(index.sys, "executable", "/bin/false")
    with pytest.raises(index.IndexingError, match="stopped without a word"):
        list(built.files())
