"""Gates for what the site promises: help in its place, nobody borrowed from, asked or named, dates, links and size."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from mentor_network.confidentiality import screening
from mentor_network.gates.page import Page, Site, all_of, classes, name_of, split_url, text_of, without_help
from mentor_network.prose_lint.patterns import GATE

DATE = re.compile(r"[1-9]\d? (January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d")
#: Kinds of pages that are an entry or somebody's text: each says when it was checked and when it will be again.
REVIEWED = (
    "opportunity",
    "stage",
    "model",
    "case",
    "case-study",
    "short-example",
    "guide",
    "template",
    "reflection",
    "page",
)
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")
#: What a page and all it loads may weigh, as it travels, without the index of the search. The standard allows 3 times this.
MOST = 100_000
OVERLAYS = re.compile(
    r"accessibe|acsb|userway|audioeye|equalweb|recite ?me|browsealoud|readspeaker|maxaccess|adally|eye-able|userlike",
    re.IGNORECASE,
)
#: The note on every page that asks for a reflection, word for word: it was agreed.
SAFETY_NOTE = (
    "Write about what you learned, not the full story. Leave out anything that could identify a person, including dates, "
    "places and rare details. Report incidents through your Trust's system, not in a reflection. Talk to your supervisor "
    "before or after you write. The General Medical Council (GMC) says it will not ask for your reflective notes to "
    "investigate a concern, but a court can ask for them. If you were involved in a serious event, ask your defence "
    "organisation first. This site does not collect what you write."
)
PRIVACY = ("No tracking", "Host logs", "Contributors' data", "Contact", "Your rights", "Review date")


def help_is_the_same(site: Site) -> Iterator[str]:
    """A7: the links of the footer, in the same order, on every page."""
    shown = {page.address: [(link.says, link.path) for link in page.links_in(page.footer)] for page in site.pages.values()}
    usual = shown["/"]
    if not usual:
        yield "/: there is no help in the footer"
    yield from (
        f"{address}: its footer has other links than the home page's" for address, found in shown.items() if found != usual
    )


def nothing_is_laid_over(site: Site) -> Iterator[str]:
    """A20: no widget that promises to mend a page. Such a thing comes as a script."""
    texts = {page.address: page.html for page in site.pages.values()} | {name: site.text(name) for name in site.files(".js")}
    for name, text in texts.items():
        yield from (f"{name}: it names the overlay `{found}`" for found in {hit[0] for hit in OVERLAYS.finditer(text)})


def nothing_is_borrowed_from_the_nhs(site: Site) -> Iterator[str]:
    """N1: no logo, no lozenge, no Frutiger."""
    for name in site.files(*PICTURES):
        if re.search(r"logo|lozenge|\bnhs\b", name.rpartition("/")[2], re.IGNORECASE):
            yield f"{name}: a picture with this name is a logo"
    for name in site.files(".css", ".svg", ".js"):
        if "frutiger" in site.text(name).lower():
            yield f"{name}: it names Frutiger"
    for page in site.pages.values():
        for image in all_of(page.tree, "img", "image", "use"):
            # What a picture shows may be at work in the NHS: that is for the words beside it.
            told = {name: value for name, value in image.attrib.items() if name not in ("alt", "title", "aria-label")}
            words = " ".join(image.attrib.values())
            if re.search(r"nhs", " ".join(told.values()), re.I) or re.search(r"logo|lozenge|\ANHS\Z", words, re.I):
                yield f"{page.address}: a picture that is a logo"


def no_name_has_nhs_in_it(page: Page) -> Iterator[str]:
    """N2: not the name of the site, its strapline or its address."""
    names = [text_of(p) for p in all_of(page.tree, "p") if {"mn-header__name", "mn-footer__name"} & set(classes(p))]
    names += [text_of(title).rpartition(" – ")[2] for title in all_of(page.tree, "title")]
    names += [
        split_url(link.get("href") or "").netloc for link in all_of(page.tree, "link") if link.get("rel") == "canonical"
    ]
    yield from (f"a name has the letters NHS in it: `{name}`" for name in names if "nhs" in name.casefold())


def nobody_is_said_to_endorse_it(page: Page) -> Iterator[str]:
    """N3: in any words on a page, wherever they came from."""
    text = re.sub(r'"[^"]{1,400}"', '""', page.text(page.tree))
    for pattern in GATE:
        if pattern.rule == "N3":
            yield from (
                f"`{hit[0]}` claims that a public body stands behind something" for hit in pattern.words.finditer(text)
            )


def nothing_is_loaded_from_elsewhere(page: Page) -> Iterator[str]:
    """P1, on a page: whatever a browser would fetch or send to comes from this site."""
    for element in page.tree.iter():
        for name in ("src", "srcset", "action", "formaction", "poster", "data", "ping", "background", "manifest"):
            if any(split_url(part.split()[0]).netloc for part in (element.get(name) or "").split(",") if part.strip()):
                yield f"<{name_of(element)}> has {name}={element.get(name)}"
        if name_of(element) == "link" and element.get("rel") != "canonical" and split_url(element.get("href") or "").netloc:
            yield f"<link rel={element.get('rel')}> leads to {element.get('href')}"
        if name_of(element) in ("iframe", "object", "embed", "base", "audio", "video"):
            yield f"there is an <{name_of(element)}>"


#: Hosts that themes and libraries load from unless they are told not to.
HOSTS = re.compile(r"googleapis|gstatic|unpkg|jsdelivr|cdnjs")


def no_file_asks_elsewhere(site: Site) -> Iterator[str]:
    """P1, in sheets and scripts."""
    for name in site.files(".css", ".js"):
        yield from (f"{name}: it loads from {host}" for host in sorted(set(HOSTS.findall(site.text(name)))))
    for name in site.files(".css"):
        for found in re.findall(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')]+)", site.text(name)):
            yield f"{name}: it loads {found}"
    asks = re.compile(
        r"(?:fetch|import|open|sendBeacon|WebSocket|EventSource|Worker)\s*\(\s*[`\"'](?:\w+:)?//|from\s+[\"'](?:\w+:)?//"
    )
    for name in site.files(".js"):
        yield from (f"{name}: it asks another host: {hit[0]}" for hit in asks.finditer(site.text(name)))


def a_policy_says_so(page: Page) -> Iterator[str]:
    """P1: the page's own policy lets nothing else in, and nothing on the page needs an exception from it."""
    found = [e.get("content") or "" for e in all_of(page.tree, "meta") if e.get("http-equiv") == "Content-Security-Policy"]
    policy = found[0] if len(found) == 1 else ""
    compiled = " 'wasm-unsafe-eval'" if page.kind == "search" else ""
    if not policy.startswith("default-src 'none'; ") or f"script-src 'self'{compiled};" not in policy:
        yield f"the policy is {found}"
    if "unsafe" in policy.replace(compiled or "-", "", 1) or re.search(r"\*|https?:", policy):
        yield f"the policy has an exception: {policy}"
    for element in page.tree.iter():
        if (
            element.get("style") is not None
            or name_of(element) == "style"
            or any(a.startswith("on") for a in element.attrib)
        ):
            yield f"<{name_of(element)}> has a style or a script of its own"
        # Data that machines read is no script: no browser runs it, and the policy does not speak of it.
        if name_of(element) == "script" and not element.get("src") and element.get("type") != "application/ld+json":
            yield "there is a script in the page"


def privacy_is_explained(site: Site) -> Iterator[str]:
    """P3: every part that a reader looks for."""
    if "/privacy/" not in site.pages:
        yield "/privacy/: there is no privacy page; write content/privacy.md"
        return
    page = site.at("/privacy/")
    found = [text_of(h2) for h2 in all_of(page.main, "h2")]
    yield from (f"/privacy/: no part is called `{title}`" for title in PRIVACY if title not in found)
    for other in site.pages.values():
        if "/privacy/" not in [link.path for link in other.links_in(other.footer)]:
            yield f"{other.address}: its footer does not lead to the privacy page"


def nobody_is_named(page: Page) -> Iterator[str]:
    """P4: no number, address or registration of a person in what is shown. What was found is not repeated.

    The numbers of public services stand in one component, whose gate is another (A7).
    """
    told = [e.get("content") or "" for e in all_of(page.tree, "meta")]
    text = "\n\n".join([page.text(without_help(page.tree), between="\n\n"), *told])
    for finding in screening.findings(text, page.address, "catalogue"):
        yield f"{finding.screen.message}, in line {finding.span.line} of its text"


def case_studies_tell_of_no_patient(page: Page) -> Iterator[str]:
    """C1: what no circumstance makes right, in the words of a case study as they are shown."""
    if page.kind in ("case", "case-study", "short-example") and page.address != "/case-studies/":
        for finding in screening.findings(page.text(between="\n\n"), page.address, "case-study"):
            if finding.screen.severity == "error" and not finding.screen.acknowledge:
                yield f"{finding.screen.message}, in line {finding.span.line} of its text"


def reflections_carry_the_note(page: Page) -> Iterator[str]:
    """C3."""
    if page.kind == "reflection" and SAFETY_NOTE not in page.text():
        yield "the safety note is not there, word for word"


def reviews_are_dated(page: Page) -> Iterator[str]:
    """D1: when it was checked or read through, and when it will be, as "6 August 2018"."""
    text = page.text()
    if page.kind in REVIEWED:
        if not re.search(rf"Last (checked|reviewed|read through) {DATE.pattern}", text):
            yield "it does not say when it was last checked"
        if not re.search(rf"Next review {DATE.pattern}", text) and "Check before you rely on this" not in text:
            yield "it does not say when it is reviewed next"
    for element in page.tree.iter():
        if "mn-date" in classes(element) and not DATE.fullmatch(text_of(element)):
            yield f"`{text_of(element)}` is not how dates are written"


def every_link_leads_somewhere(site: Site) -> Iterator[str]:
    """D3: to a page, to a part of it that is there, to a file, or over https to another site. What a page loads is there."""
    anchors = {address: set(page.ids) for address, page in site.pages.items()}
    for page in site.pages.values():
        for link in page.links:
            if not link.path:
                # What dials is held by A7.
                if split_url(link.href).scheme not in ("https", "tel", "sms"):
                    yield f"{page.address}: {link.href} is not https"
            # What follows #v1 is a plan, which the page reads from its address.
            elif link.path in anchors and not (link.path == "/my-plan/" and link.fragment.startswith("v1")):
                if link.fragment and link.fragment not in anchors[link.path]:
                    yield f"{page.address}: {link.href} leads to no part of that page"
            elif link.path not in anchors and not site.has(link.path.lstrip("/")):
                yield f"{page.address}: {link.href} leads nowhere"
        yield from (f"{page.address}: it loads {name}, which is not there" for name in _loads(page) if not site.has(name))


def pages_are_light(site: Site) -> Iterator[str]:
    """Q1: the page with its sheets, its scripts and what they import, as they travel."""
    for page in site.pages.values():
        files = {name for name in _loads(page) if site.has(name)}
        whole = _packed(page.html) + sum(_packed(site.text(name)) for name in _with_imports(site, files))
        if whole > MOST:
            yield f"{page.address}: it weighs {whole / 1000:.0f} KB, and {MOST / 1000:.0f} KB are the most"


def _loads(page: Page) -> list[str]:
    """The sheets, scripts and icons of this site that a page asks for at once."""
    kinds = ("stylesheet", "icon", "preload", "modulepreload")
    asked = [e.get("href") for e in all_of(page.tree, "link") if e.get("rel") in kinds]
    asked += [e.get("src") for e in all_of(page.tree, "script")]
    return sorted({path.lstrip("/") for href in asked if href and (path := page.leads_to(href)[0])})


def _with_imports(site: Site, files: set[str]) -> set[str]:
    """Files with those that they import, and those that these import."""
    found: set[str] = set()
    while more := files - found:
        found |= more
        for name in (name for name in more if name.endswith(".js")):
            imported = cast(list[str], re.findall(r"(?:from|import)\s*\(?[\"']\./([\w.-]+)[\"']", site.text(name)))
            files = files | {f"assets/{other}" for other in imported}
    return found


@cache
def _packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))


def every_source_has_its_licence(site: Site) -> Iterator[str]:
    """R1: the list of all sources says on what terms each may be used."""
    views = [e for e in site.at("/evidence/").main.iter() if "mn-view" in classes(e)]
    listed = [li for view in views for ul in all_of(view, "ul") if "mn-sources" in classes(ul) for li in ul]
    if not listed:
        yield "/evidence/: no list of sources is there; write content/evidence.md with the view `listing: sources`"
    for item in listed:
        if not any(text_of(part) for part in item.iter() if "mn-quiet" in classes(part)):
            yield f"/evidence/: no licence is given for `{text_of(item)}`"


def quotations_are_short(page: Page) -> Iterator[str]:
    """R2: 25 words or fewer, with who said it and where."""
    for figure in all_of(page.tree, "figure"):
        words = [text_of(part) for part in all_of(figure, "blockquote")]
        if any(len(text.split()) > 25 for text in words):
            yield f"this quotation has more than 25 words: `{words[0]}`"
        if not any(", page " in text_of(caption) for caption in all_of(figure, "figcaption")):
            yield f"this quotation does not say where it stands: `{words}`"
