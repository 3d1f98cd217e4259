"""The peers of a full build: stock Material for MkDocs, and Hugo and Eleventy with a minimal template as a floor.

All render the same Markdown pages, one for each entry. Material's settings are its own defaults, its search among them. The
pages are left out of its navigation, because a thousand pages in it would make the build ten times slower, and nobody would
publish that. Hugo and Eleventy do far less for a page: they say how little a build can take, not what to aim for.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.rows import HERE, Side, python
from mentor_network.gates import tools

PEERS = HERE / "peers"
ELEVENTY = Path(sys.prefix) / "bench/node_modules/@11ty/eleventy/cmd.cjs"
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


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator with its command to build the pages into `made`, or why it cannot be run."""

    name: str
    side: Side | None
    made: Path
    missing: str = ""


def peers(root: Path) -> list[Peer]:
    """Every peer, for the folder that `write` made. Material comes first, and is always there."""
    return [_material(root), _hugo(root), _eleventy(root)]


def _material(root: Path) -> Peer:
    made = root / "site-of-material"
    command = python("-m", "mkdocs", "build", "--quiet", "-f", root / "mkdocs.yml", "-d", made)
    return Peer("stock Material", Side("stock Material", command, (made,)), made)


def _hugo(root: Path) -> Peer:
    made, source = root / "site-of-hugo", root / "hugo"
    program = shutil.which("hugo")
    if not program:
        return Peer("Hugo", None, made, "not installed: apt install hugo, or brew install hugo")
    if not source.exists():
        shutil.copytree(PEERS / "hugo", source)
        shutil.copytree(root / "docs", source / "content")
        (source / "content" / "index.md").rename(source / "content" / "_index.md")  # else the rest are parts of that page
    command = [program, "--quiet", "--destination", str(made)]
    return Peer("Hugo", Side("Hugo", command, (made, source / "resources"), folder=source), made)


def _eleventy(root: Path) -> Peer:
    source = root / "eleventy"
    made = source / "site"
    if not ELEVENTY.exists():
        return Peer("Eleventy", None, made, "not installed: make .venv/ready-bench")
    if not source.exists():
        shutil.copytree(PEERS / "eleventy", source)
        shutil.copytree(root / "docs", source / "docs")
    return Peer("Eleventy", Side("Eleventy", [tools.node(), str(ELEVENTY), "--quiet"], (made,), folder=source), made)


def write(root: Path, entries: list[dict[str, Any]]) -> None:
    """Write Material's settings and all pages to the new folder `root`."""
    pages = root / "docs" / "opportunities"
    pages.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    index = "---\ntitle: Leading at work\n---\n\nOne page for each opportunity.\n"
    (root / "docs" / "index.md").write_text(index, "utf-8")
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
    yield f"---\ntitle: {json.dumps(entry['title'], ensure_ascii=False)}\n---\n\n{entry['summary']}\n"
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
