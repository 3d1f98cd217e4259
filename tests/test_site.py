"""The real site, built strictly: every page, every link, every heading."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from mentor_network import pipeline
from mentor_network.addresses import addresses
from networks import ROOT

NS = "{http://www.w3.org/1999/xhtml}"


@lru_cache(maxsize=2048)
def document(path: Path) -> tuple[Element, list[object]]:
    """A built page as a browser reads it, and what the parser had to mend."""
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=False)
    tree = parser.parse(path.read_text("utf-8"))
    return tree, parser.errors


def built(site: Path) -> dict[str, Path]:
    """Address → file of every page."""
    found = {"/" + path.parent.relative_to(site).as_posix() + "/": path for path in site.rglob("index.html")}
    return {("/" if address == "/./" else address): path for address, path in found.items()}


def every(site: Path) -> list[tuple[str, Element]]:
    return [(address, document(path)[0]) for address, path in sorted(built(site).items())]


def all_of(tree: Element, *tags: str) -> list[Element]:
    return [element for tag in tags for element in tree.iter(NS + tag)]


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_pages_built_are_entries_and_content_pages(site: Path) -> None:
    records, _ = pipeline.check(ROOT, today=pipeline.today())
    assert sorted(built(site)) == sorted(address.path for address in addresses(records))


def test_pages_on_disk_are_the_same(site: Path, tmp_path: Path) -> None:
    from mentor_network.cli import main

    assert main(["pages", str(ROOT), "--out", str(tmp_path / "out")]) == 0
    written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.md")}
    from_files = {"/" + re.sub(r"(index)?\.md$", "", name).rstrip("/") + "/" for name in written}
    assert {("/" if name == "//" else name) for name in from_files} == set(built(site))


def test_html_is_valid(site: Path) -> None:
    broken = {address: document(path)[1][:3] for address, path in built(site).items() if document(path)[1]}
    assert broken == {}


def test_ids_are_unique_on_each_page(site: Path) -> None:
    twice = {}
    for address, tree in every(site):
        counts = Counter(element.get("id") for element in tree.iter() if element.get("id"))
        if more := [name for name, n in counts.items() if n > 1]:
            twice[address] = more
    assert twice == {}


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = built(site)
    anchors = {address: {e.get("id") for e in document(path)[0].iter() if e.get("id")} for address, path in pages.items()}
    dead = []
    for address, tree in every(site):
        for link in all_of(tree, "a"):
            href = link.get("href") or ""
            if urlsplit(href).scheme:
                if urlsplit(href).scheme != "https":
                    dead.append((address, href))
                continue
            target = urlsplit(urljoin(f"https://site{address}", href))
            path = unquote(target.path)
            if path in pages:
                # What follows #v1& is a plan, which the page reads from its address.
                plan = path == "/my-plan/" and target.fragment.startswith("v1")
                if target.fragment and not plan and target.fragment not in anchors[path]:
                    dead.append((address, href))
            elif not (site / path.lstrip("/")).is_file():
                dead.append((address, href))
    assert dead == []


def test_titles_and_language(site: Path) -> None:
    network = pipeline.check(ROOT, today=pipeline.today())[0].network
    assert network
    name = network.record.name
    titles = Counter()
    for address, tree in every(site):
        (h1,) = all_of(tree, "h1")
        (title,) = all_of(tree, "title")
        assert text_of(title) == f"{text_of(h1)} – {name}", address
        assert tree.get("lang") == "en-GB"
        assert len(text_of(h1)) <= 65, address
        titles[text_of(title)] += 1
    assert [title for title, n in titles.items() if n > 1] == []


def test_headings_do_not_skip(site: Path) -> None:
    skipped = []
    for address, tree in every(site):
        levels = [int(e.tag[-1]) for e in tree.iter() if re.fullmatch(re.escape(NS) + r"h[1-6]", str(e.tag))]
        if levels[0] != 1 or any(later > earlier + 1 for earlier, later in pairwise(levels)):
            skipped.append((address, levels))
    assert skipped == []


def test_nothing_opens_a_new_tab_or_asks_another_host(site: Path) -> None:
    for address, tree in every(site):
        for element in tree.iter():
            assert element.get("target") is None, address
            assert not any(name.startswith("on") for name in element.attrib), address
            if element.tag in (NS + "script", NS + "img", NS + "iframe", NS + "source"):
                assert not urlsplit(element.get("src") or "").netloc, address
        assert not [e for e in all_of(tree, "link") if e.get("rel") == "stylesheet" and urlsplit(e.get("href") or "").netloc]


def test_a_policy_stands_on_every_page_and_nothing_needs_an_exception(site: Path) -> None:
    for address, tree in every(site):
        (policy,) = [e.get("content") for e in all_of(tree, "meta") if e.get("http-equiv") == "Content-Security-Policy"]
        allowed = " 'wasm-unsafe-eval'" if address == "/search/" else ""
        assert f"script-src 'self'{allowed};" in (policy or ""), address
        assert "unsafe" not in (policy or "").replace(allowed or "-", ""), address
        assert (policy or "").startswith("default-src 'none'"), address
        assert all_of(tree, "style") == [] and [e for e in tree.iter() if e.get("style")] == [], address
        # Data that machines read is no script: no browser runs it, and the policy does not speak of it.
        own = [e.get("type") for e in all_of(tree, "script") if not e.get("src")]
        assert set(own) <= {"application/ld+json"} and len(own) <= 1, address


def test_hosts_that_read_headers_send_the_same_policy(site: Path) -> None:
    """One rule for all pages: what the page that is allowed most has, and no frame around any of them."""
    rule, *lines = (site / "_headers").read_text("utf-8").splitlines()
    sent = dict(line.strip().split(": ", 1) for line in lines)
    pages = dict(every(site))
    policies = {
        address: [e.get("content") for e in all_of(tree, "meta") if e.get("http-equiv") == "Content-Security-Policy"]
        for address, tree in pages.items()
    }
    assert rule == "/*"
    assert [sent["Content-Security-Policy"]] == [f"{policies['/search/'][0]}; frame-ancestors 'none'"]
    assert {policies["/"][0]} == {policy[0] for address, policy in policies.items() if address != "/search/"}
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in sent["Permissions-Policy"]


def test_tables_have_headers(site: Path) -> None:
    for address, tree in every(site):
        for table in all_of(tree, "table"):
            assert all_of(table, "th"), address


def test_each_page_says_when_it_was_checked(site: Path) -> None:
    kinds = ("opportunity", "stage", "model", "case", "content", "guide", "template", "reflection", "page")
    for address, tree in every(site):
        (article,) = all_of(tree, "article")
        if article.get("data-kind") in kinds:
            text = text_of(article)
            assert "Last checked" in text or "Last reviewed" in text, address
            assert "Next review" in text or "Check before you rely on this" in text, address


def test_every_opportunity_is_reached_from_its_other_ends(site: Path) -> None:
    """A stage, a type and each domain list all that belongs to them."""
    records, _ = pipeline.check(ROOT, today=pipeline.today())
    pages = built(site)

    def targets(address: str) -> set[str]:
        links = all_of(document(pages[address])[0], "a")
        return {urlsplit(urljoin(f"https://site{address}", link.get("href") or "")).path for link in links}

    for entry in records.opportunities:
        o, here = entry.record, f"/opportunities/{entry.record.id}/"
        for stage in o.stages:
            assert here in targets(f"/stages/{stage}/")
        assert here in targets(f"/opportunities/by/type/{o.type}/")
        for domain in (*o.develops, *o.can_show):
            assert here in targets(f"/opportunities/by/domain/{domain}/")
        for follows in o.leads_to:
            assert here in targets(f"/opportunities/{follows}/")


def test_no_secret_of_the_machine_is_on_a_page(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".css", ".xml"):
            assert str(ROOT) not in path.read_text("utf-8")


@pytest.mark.parametrize("word", ["frutiger", "googleapis", "unpkg", "jsdelivr"])
def test_nothing_comes_from_elsewhere(word: str, site: Path) -> None:
    ours = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js") and "stylesheets" not in str(path)]
    assert [path for path in ours if word in path.read_text("utf-8").lower()] == []
