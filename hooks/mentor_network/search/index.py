"""The index of the site's search, made by Pagefind from the pages as the core renders them, whatever the engine."""

from __future__ import annotations

import atexit
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape

from mentor_network.pages.page import address_of
from mentor_network.render import markdown
from mentor_network.render.renderer import OutputFile
from mentor_network.search.vocabulary import FILE
from mentor_network.site_folders import INDEX

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
_SIGNATURE = b"pagefind_dcd"

#: Somebody who asks what a word means is shown this page first.
GLOSSARY = "/glossary/"

Fragment = dict[str, Any]


class NotIndexed(Exception):
    """Pagefind could not make the index; the text says what it said."""


class Indexing:
    """An index in the making. Files are added where they are made, it is started when all are, and an engine works on
    beside it: that hides nearly all of its time. Its folder lives as long as the program, for a server that builds again
    and again.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="search-index-"))
        self.process: subprocess.Popen[str] | None = None
        self.pages: list[tuple[str, Fragment]] = []
        atexit.register(self.forget)

    def add(self, files: Iterable[OutputFile]) -> None:
        """Write down what the search is to read of some files."""
        for address, html in documents(files):
            path = self.folder / address.strip("/") / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, "utf-8")

    def start(self) -> None:
        """Let Pagefind read what was added."""
        command = [sys.executable, "-m", "pagefind", "--site", str(self.folder), "--output-subdir", INDEX, "--quiet"]
        command += ["--exclude-selectors", _PASSED_OVER]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def finish(self, site: Path) -> None:
        """Put the index into a built site, and complete the site's file of words. Raises NotIndexed."""
        assert self.process, "it has been started"
        said, _ = self.process.communicate() if self.process.returncode is None else ("", None)
        made = self.folder / INDEX
        if self.process.returncode or not (made / "pagefind.js").exists():
            last = (said.strip() or "it stopped without a word").splitlines()[-1]
            raise NotIndexed(f"{last}; `make clean` and then `make site` install its program again")
        for pattern in _UNUSED:
            for file in made.glob(pattern):
                file.unlink()
        self.pages = self.pages or list(_fragments(made))
        shutil.copytree(made, site / INDEX, copy_function=_linked)
        complete(site, self.pages)

    def forget(self) -> None:
        """Stop what still runs, and leave nothing behind."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)


def _linked(source: str, target: str) -> None:
    """One more name for a file, where the system can: that takes less time than a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def documents(files: Iterable[OutputFile]) -> Iterator[tuple[str, str]]:
    """What the search reads: the address of each page that it finds, and that page without the frame around it."""
    for file in files:
        if file.searched:
            title, *facts = file.searched.items()
            found = "".join(f'<meta content="{escape(text)}" data-pagefind-meta="{name}[content]">' for name, text in facts)
            body = f"<h1>{escape(title[1])}</h1>{_apart(markdown.page(file.body, file.islands))}"
            yield (
                address_of(file.uri),
                f'<!doctype html><html lang="en-GB"><head>{found}</head><body data-pagefind-body>{body}</body></html>',
            )


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
