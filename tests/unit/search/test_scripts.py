"""The scripts of the search page."""

from __future__ import annotations

import re

from mentor_network import pages, pipeline
from mentor_network.catalogue import link
from mentor_network.outputs import bundle
from support.networks import NETWORK, TODAY


def test_the_search_page_names_every_script_that_its_script_imports() -> None:
    scripts = {file.path: file.content.decode() for file in (*bundle.scripts(), *bundle.libraries())}
    found, waiting = set(), ["search"]
    while waiting:
        imported = set(re.findall(r'from "\./([\w-]+)\.js"', scripts[f"assets/{waiting.pop()}.js"])) - found
        found |= imported
        waiting += imported
    records, _ = pipeline.check(NETWORK, today=TODAY)
    (page,) = [page for page in pages.build(link(records, today=TODAY)) if page.address == "/search/"]
    assert set(page.imports) == found


def test_libraries_come_with_their_licences() -> None:
    names = {file.path.removeprefix("assets/") for file in bundle.libraries()}
    assert {"minisearch.js", "minisearch-licence.txt", "stemmer.js", "stemmer-licence.txt"} == names
