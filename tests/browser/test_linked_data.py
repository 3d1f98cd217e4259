"""Data inside pages: a browser holds it for words, so the policy that allows no inline script has nothing to say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Route

pytestmark = pytest.mark.browser

PAGES = ("/opportunities/be-mentored/", "/case-studies/visiting-outlying-sites/")
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
"""


def test_the_policy_lets_data_stand(base: str, visitor: Any) -> None:
    someone = visitor()
    someone.page.add_init_script(WATCH)
    for address in PAGES:
        someone.page.goto(base + address)
        assert someone.page.evaluate("window.violations") == []
        data = json.loads(someone.page.locator("script[type='application/ld+json']").text_content())
        assert data["@context"] == "https://schema.org"
    assert someone.said == []


def test_a_script_in_its_place_would_be_refused(base: str, visitor: Any) -> None:
    """So that silence means that there was nothing to refuse."""
    someone = visitor()
    someone.page.add_init_script(WATCH)

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(' type="application/ld+json"', ""))

    someone.page.route(f"**{PAGES[0]}", changed)
    someone.page.goto(base + PAGES[0])
    assert someone.page.evaluate("window.violations") == ["script-src-elem"]
