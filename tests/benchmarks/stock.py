"""The peer of a full build: the same entries as Markdown pages of a stock Material for MkDocs site.

Settings are Material's own defaults, its search among them. The pages are left out of the navigation, because a thousand
pages in it would make the build ten times slower, and nobody would publish that. `generate.py --stock` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SETTINGS = """\
site_name: Leading at work
theme:
  name: material
plugins:
  - search
nav:
  - Home: index.md
not_in_nav: |
  /opportunities/
"""
HEADINGS = {
    "what_you_do": "What you do",
    "you_learn": "What you learn",
    "make_it_count": "What makes it count",
    "watch_out": "What can go wrong",
    "portfolio": "What to write down",
    "reflect": "Questions to think about",
    "safety_notes": "Keep people safe",
}
_LINK = re.compile(r"\]\((/[^)\s]*)\)")


def site(root: Path, entries: list[dict[str, Any]]) -> None:
    """Write the site's settings and pages to the new folder `root`."""
    pages = root / "docs" / "opportunities"
    pages.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (root / "docs" / "index.md").write_text("# Leading at work\n\nOne page for each opportunity.\n", "utf-8")
    titles = {entry["id"]: entry["title"] for entry in entries if "title" in entry}
    for entry in entries:
        if "what_you_do" in entry:
            text = "\n".join(lines(entry, titles))
            (pages / f"{entry['id']}.md").write_text(_LINK.sub(_to_file, text), "utf-8")


def _to_file(found: re.Match[str]) -> str:
    """A link between Markdown files. Links to anything but an entry lead to the home page."""
    entry = re.match(r"/opportunities/([a-z0-9-]+)/$", found[1])
    return f"]({entry[1]}.md)" if entry else "](../index.md)"


def lines(entry: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    """The lines of a page with all texts of an entry."""
    yield f"# {entry['title']}\n\n{entry['summary']}\n"
    yield from _facts(entry)
    for name, heading in (("eligibility", "Who can do this"), ("ltft", "If you work less than full time")):
        if name in entry:
            yield f"\n## {heading}\n\n{entry[name]}"
    for name, heading in HEADINGS.items():
        if name in entry:
            yield f"\n## {heading}\n"
            mark = "1." if name == "what_you_do" else "-"
            for item in entry[name]:
                yield f"{mark} " + item.replace("\n", "\n    ")
    if "leads_to" in entry:
        yield "\n## What it can lead to\n"
        yield from (f"- [{titles[word]}]({word}.md)" for word in entry["leads_to"])
    if "links" in entry:
        yield "\n## Where to go\n"
        yield from (f"- [{link['label']}]({link['url']})" for link in entry["links"])
    yield "\n## Where this comes from\n"
    yield from ("- " + ", ".join(map(str, source.values())) for source in entry["sources"])
    yield f"\nAdded on {entry['added']}. Reviewed on {entry['last_reviewed']}. Next review: {entry['next_review']}.\n"


def _facts(entry: dict[str, Any]) -> Iterator[str]:
    """The lines of the facts of an entry."""
    yield f"- **Needs**: {entry['min_weeks']} weeks"
    yield f"- **Takes**: {entry['hours']['pattern']}"
    yield f"- **Ask**: {entry['who_to_ask']}"
    for name in ("type", "timing", "cost", "cost_note", "scope", "provider", "status", "opens", "closes"):
        if name in entry:
            yield f"- **{name.replace('_', ' ').capitalize()}**: {entry[name]}"
    for name in ("stages", "where", "develops", "can_show", "themes", "also_known_as"):
        if name in entry:
            yield f"- **{name.replace('_', ' ').capitalize()}**: {', '.join(entry[name])}"
