"""The script that reads the words of a query: spelling mistakes, names of several words, and folding of letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from mentor_network.search.words import STOP, content_terms, fold
from support.networks import ROOT

pytestmark = pytest.mark.browser

CASES = yaml.safe_load((ROOT / "tests/cases/search/words.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def words(base: str, browser: Any) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{base}/search/")
    for name, script in (("rank", "search-rank"), ("words", "words")):
        page.evaluate("async ([name, script]) => { window[name] = await import(`/assets/${script}.js`) }", [name, script])
    yield page
    page.close()


@pytest.mark.parametrize("case", CASES["nearest"], ids=lambda case: case["typed"])
def test_the_nearest_known_word(case: dict[str, str], words: Page) -> None:
    read = words.evaluate("([typed, known]) => rank.nearest(typed, known) ?? ''", [case["typed"], CASES["known"]])
    assert read == case["read"]


@pytest.mark.parametrize("case", CASES["parts"], ids=lambda case: case["query"] or "empty")
def test_the_parts_of_a_query(case: dict[str, Any], words: Page) -> None:
    script = """([query, names, terms]) => rank
        .parts(query, rank.nameIndex(names), (word) => terms.includes(word)).map(part => [part.typed, part.entry?.id])"""
    found = words.evaluate(script, [case["query"], CASES["names"], case.get("terms", [])])
    assert [typed for typed, _ in found] == case["parts"]
    assert [entry for _, entry in found if entry] == case.get("entries", [])


@pytest.mark.parametrize("case", CASES["split"], ids=lambda case: case["typed"])
def test_2_words_that_were_written_as_one(case: dict[str, str], words: Page) -> None:
    read = words.evaluate("([typed, known]) => rank.split(typed, new Set(known)) ?? []", [case["typed"], CASES["known"]])
    assert " ".join(read) == case["read"]


def test_words_are_folded_alike_on_both_sides(words: Page) -> None:
    """The index is folded in Python, and a query in the browser."""

    @settings(max_examples=40)
    @given(
        st.lists(
            st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]), max_size=30), min_size=20, max_size=20
        )
    )
    def same(texts: list[str]) -> None:
        folded = words.evaluate("texts => texts.map(words.fold)", texts)
        assert folded == [fold(text) for text in texts]

    same()


def test_words_have_the_same_terms_on_both_sides(words: Page) -> None:
    typed = [
        *sorted(STOP),
        "one",
        "Three",
        "studies",
        "meetings",
        "class",
        "status",
        "analysis",
        "as",
        "Ties",
        "qi's",
        "70:20:10",
    ]
    terms = words.evaluate("texts => texts.map(text => words.content(words.fold(text).split(' ')))", typed)
    assert terms == [list(content_terms(text)) for text in typed]
