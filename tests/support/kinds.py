"""1 page of each kind, so that a test which cannot visit all pages misses no template and no component."""

from __future__ import annotations

import re
from pathlib import Path

KINDS = {
    "home": "/",
    "finder": "/opportunities/",
    "opportunity": "/opportunities/shadow-a-clinical-leader/",
    "by stage": "/opportunities/by/stage/core/",
    "by type": "/opportunities/by/type/shadowing/",
    "by domain": "/opportunities/by/domain/gpc-5/",
    "stages": "/stages/",
    "stage": "/stages/registrar/",
    "models": "/models/",
    "model": "/models/gpc/",
    "check": "/supervisors/gpc-check/",
    "check at a stage": "/supervisors/gpc-check/registrar/",
    "check, what shows it": "/supervisors/gpc-check/core/gpc/",
    "check through another model": "/supervisors/gpc-check/lens/hlm/",
    "case studies": "/case-studies/",
    "case study": "/case-studies/grand-round-on-leadership/",
    "guide": "/guides/shadowing/",
    "template": "/guides/shadowing-offer-card/",
    "reflection": "/guides/reflection/",
    "page with the help in a crisis": "/guides/saying-no/",
    "page with tables": "/trust-leaders/",
    "page with the form": "/mentors/contribute/",
    "coverage": "/mentors/coverage/",
    "plan": "/my-plan/",
    "search": "/search/",
    "a to z": "/a-to-z/",
    "glossary": "/glossary/",
    "what is new": "/whats-new/",
    "data": "/data/",
    "not found": "/404.html",
}


def pages(site: Path) -> list[str]:
    """The addresses of all built pages."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("/" if folder == "." else f"/{folder}/" for folder in found)


def html(site: Path, address: str) -> str:
    path = site / address.strip("/")
    return (path / "index.html" if path.is_dir() else path).read_text("utf-8")


def kind(text: str) -> tuple[str, ...]:
    """What a page is: the template that drew it, and what its author says it is."""
    found = re.search(r'<article class="[^"]*\bmn-page--(\w+)[^>]*data-kind="(\w+)"', text)
    return found.groups() if found else ()
