"""The index of the site's search, made by Pagefind from the pages as the core renders them, whatever the engine."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape

from mentor_network.catalogue import Catalogue
from mentor_network.render.renderer import Rendered
from mentor_network.search.metadata import metadata
from mentor_network.search.vocabulary import FILE
from mentor_network.urls import SEARCH_FOLDER, url

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
#: Elements that may stand within a word: what follows one of them may belong to the same word.
_WITHIN_WORDS = "a|abbr|b|cite|code|em|i|kbd|mark|q|small|span|strong|sub|sup|time"
_END_OF_WORDS = re.compile(rf"<(?:/(?!(?:{_WITHIN_WORDS})>)[a-z][a-z0-9]*|br)>(?!</|\s)")
_END_OF_LABEL = re.compile(r"</dt>(?<![.:;,?!]</dt>)")
_HEADING_ID = re.compile('<h1 id="[^"]*">')
_SIGNATURE = b"pagefind_dcd"

#: Somebody who asks what a word means is shown this page first.
GLOSSARY = url("glossary")

Fragment = dict[str, Any]


class NotIndexed(Exception):
    """Pagefind could not make the index; the text says what it said."""


class SearchIndex:
    """The index of one site, made by Pagefind in a process of its own while an engine writes the site.

    `folder` belongs to the caller, who deletes it: what Pagefind reads and makes stands there. Pages are added as they are
    drawn, `start` lets Pagefind read them, and `finish` puts the index into a built site, as often as `serve` builds one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[str] | None = None
        self.fragments: list[tuple[str, Fragment]] = []

    def add(self, rendered: Rendered, catalogue: Catalogue) -> None:
        """Write down what the search is to read of a page: nothing of a page that it passes over."""
        if text := document(rendered, catalogue):
            path = self.folder / rendered.file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")

    def start(self) -> None:
        """Let Pagefind read what was added."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pagefind", "--site", str(self.folder), "--output-subdir", SEARCH_FOLDER, "--quiet"]
        command += ["--exclude-selectors", _PASSED_OVER]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def finish(self, site: Path) -> None:
        """Put the index into a built site, and complete the site's file of words. Raises NotIndexed."""
        assert self.process, "it has been started"
        said, _ = self.process.communicate() if self.process.returncode is None else ("", None)
        made = self.folder / SEARCH_FOLDER
        if self.process.returncode or not (made / "pagefind.js").exists():
            last = (said.strip() or "it stopped without a word").splitlines()[-1]
            raise NotIndexed(f"{last}; to install its program again: pip install --force-reinstall 'pagefind[bin]'")
        for pattern in _UNUSED:
            for file in made.glob(pattern):
                file.unlink()
        self.fragments = self.fragments or list(_fragments(made))
        shutil.copytree(made, site / SEARCH_FOLDER, copy_function=_linked)
        complete(site, self.fragments)

    def stop(self) -> None:
        """Stop Pagefind, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def _linked(source: str, target: str) -> None:
    """One more name for a file, where the system can: that takes less time than a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def document(rendered: Rendered, catalogue: Catalogue) -> str:
    """What the search reads of a page: its body without the frame, and its metadata. Empty if the search passes it over."""
    facts = metadata(rendered.page, catalogue)
    if not facts:
        return ""
    found = "".join(f'<meta content="{escape(text)}" data-pagefind-meta="{name}[content]">' for name, text in facts.items())
    head = f'<!doctype html><html lang="en-GB"><head>{found}</head>'
    body = _HEADING_ID.sub("<h1>", rendered.body, count=1)  # the search would keep it as a part of the page
    return f"{head}<body data-pagefind-body>{_apart(body)}</body></html>"


def _apart(html: str) -> str:
    """A page whose words stay apart when only its text is left, and whose facts read as "Cost: Free".

    Pagefind puts a full stop after some elements, such as paragraphs, and nothing after others, such as the name of a fact
    or an option. A space goes only between elements: before the end of another, Pagefind would leave out its full stop.
    """
    return _END_OF_WORDS.sub(r"\g<0> ", _END_OF_LABEL.sub(":</dt>", html))


def complete(site: Path, indexed: Iterable[tuple[str, Fragment]]) -> None:
    """Add to the file of words what only the finished index knows.

    `pages` says how many pages there are. `pointed` holds, for each page that the glossary points to, its id in the index
    and what to show of it, so that those pages can be put forward without loading any other.
    """
    words = json.loads((site / FILE).read_text("utf-8"))
    pages = sorted(indexed, key=lambda item: str(item[1]["url"]))
    wanted = {GLOSSARY, *(address for names in words["names"] for address in names["see"])}
    words["pages"] = len(pages)
    words["pointed"] = {page["url"]: {"id": name, "meta": _shown(page)} for name, page in pages if page["url"] in wanted}
    (site / FILE).write_text(json.dumps(words, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _fragments(index: Path) -> Iterator[tuple[str, Fragment]]:
    """Each indexed page: its id, and what Pagefind keeps of it."""
    for file in (index / "fragment").iterdir():
        yield file.name.partition(".")[0], json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))


def _shown(page: Fragment) -> dict[str, str]:
    """What a result shows of a page beside its words."""
    return {name: text for name, text in page["meta"].items() if name in ("title", "kind", "stages", "summary")}
