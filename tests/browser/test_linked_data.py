"""Linked data (JSON-LD) in pages: the Content-Security-Policy forbids inline scripts and allows this."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Route

pytestmark = pytest.mark.browser

PAGES = ("/opportunities/shadow-a-leader/", "/case-studies/matching-projects/")
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
"""


def test_the_policy_allows_linked_data(invented_site: str, visitor: Any) -> None:
    someone = visitor()
    someone.page.add_init_script(WATCH)
    for address in PAGES:
        someone.page.goto(invented_site + address)
        assert someone.page.evaluate("window.violations") == []
        data = json.loads(someone.page.locator("script[type='application/ld+json']").text_content())
        assert data["@context"] == "https://schema.org"
    assert someone.said == []


def test_the_policy_stops_a_script_in_its_place(invented_site: str, visitor: Any) -> None:
    """Control: the policy does stop the same element once it is a script."""
    someone = visitor()
    someone.page.add_init_script(WATCH)

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(' type="application/ld+json"', ""))

    someone.page.route(f"**{PAGES[0]}", changed)
    someone.page.goto(invented_site + PAGES[0])
    assert someone.page.evaluate("window.violations") == ["script-src-elem"]
