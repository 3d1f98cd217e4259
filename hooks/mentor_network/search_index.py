"""The index of the site's search, made by Pagefind from the pages as they were built."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mentor_network.exports.search_words import FILE

#: Where the index stands in a site.
FOLDER = "pagefind"
#: Pagefind's own pages of results and playthings. Ours is theme/components/search.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
#: Parts of a page that repeat what other pages say, or that every page has: titles of other entries, sources, ways about.
_PASSED_OVER = ", ".join(
    f".mn-{name}"
    for name in (
        "also",
        "cards",
        "columns",
        "sources",
        "dates",
        "toc",
        "path",
        "ladder",
        "tally",
        "links",
        "index",
        "facets",
        "results__bar",
        "empty",
        "share",
    )
)
_SIGNATURE = b"pagefind_dcd"

#: Somebody who asks what a word means is shown this page first.
GLOSSARY = "/glossary/"

Fragment = dict[str, Any]


class NotIndexed(Exception):
    """Pagefind could not make the index; the text says what it said."""


def index(site: Path) -> None:
    """Make the index of a built site, inside it, and complete its file of words. Raises NotIndexed.

    Only pages that carry `data-pagefind-body` are in it.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    done = subprocess.run([*command, "--exclude-selectors", _PASSED_OVER], capture_output=True, text=True, check=False)
    if done.returncode or not (site / FOLDER / "pagefind.js").exists():
        raise NotIndexed((done.stderr or done.stdout).strip() or "it stopped without a word")
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    complete(site)


def complete(site: Path) -> None:
    """Add to the file of words what only the finished index knows.

    `pages` says how many pages there are. `pointed` holds, for each page that the glossary points to, its id in the index
    and what to show of it, so that those pages can be put forward without loading any other.
    """
    words = json.loads((site / FILE).read_text("utf-8"))
    pages = sorted(_fragments(site), key=lambda item: str(item[1]["url"]))
    wanted = {GLOSSARY, *(address for names in words["names"] for address in names["see"])}
    words["pages"] = len(pages)
    words["pointed"] = {page["url"]: {"id": name, "meta": _shown(page)} for name, page in pages if page["url"] in wanted}
    (site / FILE).write_text(json.dumps(words, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _fragments(site: Path) -> Iterator[tuple[str, Fragment]]:
    """Each indexed page: its id, and what Pagefind keeps of it."""
    for file in (site / FOLDER / "fragment").iterdir():
        yield file.name.partition(".")[0], json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))


def _shown(page: Fragment) -> dict[str, str]:
    """What a result shows of a page beside its words."""
    return {name: text for name, text in page["meta"].items() if name in ("title", "kind", "stages", "summary")}
