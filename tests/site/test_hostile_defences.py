"""Each defence against hostile content is switched off in turn: the tests of the corpus must then fail."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import markdown as engine
import pytest

from mentor_network import pages, pipeline
from mentor_network.catalogue import link
from mentor_network.records import fields
from mentor_network.render import markdown, renderer
from mentor_network.render.environment import THEME, _environment, _templates
from support import hostile_cases as corpus
from support.hostile_signs import article, signs
from support.networks import NETWORK, TODAY


def test_it_shows_when_nothing_is_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_sanitise", lambda html, *_: html)
    markdown._block.cache_clear()
    found = [text for text in corpus.payloads() if signs(str(markdown.block(text, "/x/", {})))]
    markdown._block.cache_clear()
    assert len(found) > 10


def test_it_shows_when_nothing_is_escaped() -> None:
    plain = _environment.__wrapped__(_templates(THEME), keep_compiled=False)  # not the one that other tests share
    plain.autoescape = False
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue = link(records, today=TODAY)
    planned = pages.build(catalogue)
    page = next(page for page in planned if page.address == "/opportunities/chair-a-meeting/")
    poisoned = page.context["o"].model_copy(update={"who_to_ask": "<img src=x onerror=gotcha()>"})
    drawing = renderer.Renderer(planned, catalogue, plain)
    assert signs(article(drawing.page(dataclasses.replace(page, context=dict(page.context) | {"o": poisoned})).file))


def test_it_shows_when_any_address_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "is_https", lambda _: True)
    addresses = [case for case in corpus.cases() if case.refused and case.name.startswith("url_")]
    missed = []
    for case in addresses:
        root = corpus.small_network(tmp_path / case.name)
        corpus.put(case, root)
        if not corpus.is_refused(case, list(pipeline.check(root, today=TODAY)[1])):
            missed.append(case)
        shutil.rmtree(root)
    assert missed == addresses


def test_it_shows_when_a_heading_is_not_escaped() -> None:
    titles = [text for text in corpus.payloads() if "\n" not in text]
    assert [text for text in titles if signs(engine.markdown(f"# {text}"))]
