"""The built site of the real network: what the gates do not test."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from mentor_network import pipeline
from mentor_network.gates.page import all_of, page_files, parse_file, parse_pages
from support.networks import NOW, ROOT, build_site, contents


@pytest.mark.gate
@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_every_engine_writes_the_same_files(engine: str, site: Path, tmp_path: Path) -> None:
    """No engine adds anything, so that MkDocs can be replaced."""
    other = build_site(ROOT, tmp_path / "site", "--engine", engine, **NOW)
    assert contents(other) == contents(site)


def test_hosts_that_read_headers_send_the_same_policy(site: Path) -> None:
    """The policy in `_headers` is that of the page with the widest one, with no framing allowed."""
    rule, *lines = (site / "_headers").read_text("utf-8").splitlines()
    sent = dict(line.strip().split(": ", 1) for line in lines)
    pages = dict(parse_pages(site))
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


def test_every_opportunity_is_reached_from_its_other_ends(site: Path) -> None:
    """The pages of each stage, type and domain list all their opportunities."""
    records, _ = pipeline.check(ROOT, today=pipeline.today())
    pages = page_files(site)

    def targets(address: str) -> set[str]:
        links = all_of(parse_file(pages[address])[0], "a")
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
