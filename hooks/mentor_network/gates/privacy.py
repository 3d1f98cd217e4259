"""Gates for privacy: requests to other hosts, the Content-Security-Policy, the privacy page, and personal identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.confidentiality import screening
from mentor_network.gates.page import Page, Site, all_of, name_of, split_url, text_of, without_help

PRIVACY = ("No tracking", "Host logs", "Contributors' data", "Contact", "Your rights", "Review date")


def page_loads_nothing_from_other_hosts(page: Page) -> Iterator[str]:
    """P1, on a page: nothing is fetched from or sent to another host."""
    for element in page.tree.iter():
        for name in ("src", "srcset", "action", "formaction", "poster", "data", "ping", "background", "manifest"):
            if any(split_url(part.split()[0]).netloc for part in (element.get(name) or "").split(",") if part.strip()):
                yield f"<{name_of(element)}> has {name}={element.get(name)}"
        if name_of(element) == "link" and element.get("rel") != "canonical" and split_url(element.get("href") or "").netloc:
            yield f"<link rel={element.get('rel')}> leads to {element.get('href')}"
        if name_of(element) in ("iframe", "object", "embed", "base", "audio", "video"):
            yield f"there is an <{name_of(element)}>"


#: Hosts that themes and libraries load from by default.
HOSTS = re.compile(r"googleapis|gstatic|unpkg|jsdelivr|cdnjs")


def files_load_nothing_from_other_hosts(site: Site) -> Iterator[str]:
    """P1, in style sheets and scripts."""
    for name in site.files(".css", ".js"):
        yield from (f"{name}: it loads from {host}" for host in sorted(set(HOSTS.findall(site.text(name)))))
    for name in site.files(".css"):
        for found in re.findall(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')]+)", site.text(name)):
            yield f"{name}: it loads {found}"
    requests = re.compile(
        r"(?:fetch|import|open|sendBeacon|WebSocket|EventSource|Worker)\s*\(\s*[`\"'](?:\w+:)?//|from\s+[\"'](?:\w+:)?//"
    )
    for name in site.files(".js"):
        yield from (f"{name}: it asks another host: {hit[0]}" for hit in requests.finditer(site.text(name)))


def content_security_policy_is_strict(page: Page) -> Iterator[str]:
    """P1: the page has a strict Content-Security-Policy, and no inline style or script."""
    found = [e.get("content") or "" for e in all_of(page.tree, "meta") if e.get("http-equiv") == "Content-Security-Policy"]
    policy = found[0] if len(found) == 1 else ""
    if not policy.startswith("default-src 'none'; ") or "script-src 'self';" not in policy:
        yield f"the policy is {found}"
    if "unsafe" in policy or re.search(r"\*|https?:", policy):
        yield f"the policy has an exception: {policy}"
    for element in page.tree.iter():
        if (
            element.get("style") is not None
            or name_of(element) == "style"
            or any(a.startswith("on") for a in element.attrib)
        ):
            yield f"<{name_of(element)}> has a style or a script of its own"
        # Browsers do not run JSON-LD, and the policy does not apply to it.
        if name_of(element) == "script" and not element.get("src") and element.get("type") != "application/ld+json":
            yield "there is a script in the page"


def privacy_page_is_complete(site: Site) -> Iterator[str]:
    """P3: the privacy page has every section, and every footer links to it."""
    if "/privacy/" not in site.pages:
        yield "/privacy/: there is no privacy page; write content/privacy.md"
        return
    page = site.at("/privacy/")
    found = [text_of(h2) for h2 in all_of(page.main, "h2")]
    yield from (f"/privacy/: no part is called `{title}`" for title in PRIVACY if title not in found)
    for other in site.pages.values():
        if "/privacy/" not in [link.path for link in other.links_in(other.footer)]:
            yield f"{other.address}: its footer does not lead to the privacy page"


def no_personal_identifiers(page: Page) -> Iterator[str]:
    """P4: no telephone number, address or registration number of a person. Findings do not repeat it.

    The component with numbers of public services is left out: `A7` covers it.
    """
    meta = [e.get("content") or "" for e in all_of(page.tree, "meta")]
    text = "\n\n".join([page.text(without_help(page.tree), between="\n\n"), *meta])
    for finding in screening.findings(text, page.address, "catalogue"):
        yield f"{finding.screen.message}, in line {finding.span.line} of its text"
