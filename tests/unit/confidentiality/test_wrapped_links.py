"""Links that a mail program wrapped: one finding each, and the real URL as help unless it has a finding itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mentor_network.confidentiality import screening

SAFE = "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Cjane.smith%40nhs.net%7Ca%7C0"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (SAFE.format("https%3A%2F%2Fwww.example.org%2Fa-b%2Fc"), "https://www.example.org/a-b/c"),
        (SAFE.format("https%3A%2F%2Fwww.example.org%2Fa%3Fto%3Djane%2540nhs.net%23part"), "https://www.example.org/a"),
        (SAFE.format("https%3A%2F%2Fwww.example.org").replace("&", "&amp;"), "https://www.example.org"),
        ("https://urldefense.com/v3/__https://www.example.org/a_b__;!!AbC!xyz$", "https://www.example.org/a_b"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db&d=x&r=y", "https://example.org/a-b"),
        (
            SAFE.format("https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fexample.org%2Fa__%3B!!b!c%24"),
            "https://example.org/a",
        ),
        (SAFE.format("https%3A%2F%2Fexample.org%2Fjane.smith%40nhs.net%2Fa"), None),
        (SAFE.format("https%3A%2F%2Fexample.org%2F943%2520476%25205919"), None),
        (SAFE.format("https%3A%2F%2Fexample.org%2F9434765919"), None),
        (SAFE.format("javascript%3Aalert(1)"), None),
        (SAFE.format("http%3A%2F%2Fexample.org%2Fa"), None),
        ("https://protect-eu.mimecast.com/s/AbCdEfG?domain=example.org", None),
        ("https://protect.mimecast-offshore.com/s/AbCdEfG?domain=example.org", None),
        (
            "https://urldefense.com/v3/__https:/*www.example.org/a?to=jane.smith*40nhs.net__;LyU!!b!c$",
            "https://www.example.org/a",
        ),
        ("https://urldefense.com/v3/__https:**Awww.example.org/a__;Ly8!!b!c$", "https://www.example.org/a"),
        ("https://urldefense.com/v3/__https:/*www.example.org/jane.smith*40nhs.net__;L0A!!b!c$", None),
        ("https://urldefense.com/v3/__https:/*www.example.org/a__;_w!!b!c$", None),
        ("https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.example.org%2fa&c=E,1", "https://www.example.org/a"),
        ("https://www.google.com/url?q=https://www.example.org/a&sa=D&ust=1", "https://www.example.org/a"),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fa", "https://www.example.org/a"),
        ("https://secure-web.cisco.com/1abcDEF/https%3A%2F%2Fwww.example.org%2Fa", "https://www.example.org/a"),
        ("https://protect.checkpoint.com/v2/___https://www.example.org/a___.YzJl", "https://www.example.org/a"),
        ("https://nhs.us4.list-manage.com/track/click?u=abc&id=123&e=456", None),
    ],
)
@pytest.mark.parametrize("scope", ["case-study", "catalogue"])
def test_a_wrapped_link_has_one_finding_with_the_real_url(link: str, address: str | None, scope: Any) -> None:
    [finding] = screening.findings(f"Read [this]({link}) first.\n", "a", scope)
    assert (finding.screen.code, finding.span.column) == ("wrapped-link", 13)
    assert re.findall("`(.*)`", finding.help) == ([address] if address else [])
    assert "jane" not in finding.help
    assert "9434765919" not in finding.help


@pytest.mark.parametrize("link", ["https://www.google.com/search?q=leading", "https://www.example.org/a?url=b"])
def test_other_links_are_left_alone(link: str) -> None:
    assert list(screening.findings(f"Read [this]({link}) first.\n", "a", "case-study")) == []
