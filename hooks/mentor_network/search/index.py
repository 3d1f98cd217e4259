"""The search index, made by Pagefind from the rendered pages, whichever engine writes the site."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape

from mentor_network.catalogue import Catalogue
from mentor_network.pages import Page
from mentor_network.render import OutputFile
from mentor_network.render.renderer import Rendered
from mentor_network.search import vocabulary
from mentor_network.search.metadata import metadata
from mentor_network.urls import SEARCH_FOLDER, url

#: Pagefind's own user interface and extras. Ours is in theme/components/search.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
#: Parts of pages that are not indexed, because they repeat other pages: titles of other entries, sources, navigation.
_NOT_INDEXED = ", ".join(
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
#: Inline elements: text after one of them may belong to the same word.
_INLINE = "a|abbr|b|cite|code|em|i|kbd|mark|q|small|span|strong|sub|sup|time"
_END_OF_WORDS = re.compile(rf"<(?:/(?!(?:{_INLINE})>)[a-z][a-z0-9]*|br)>(?!</|\s)")
_END_OF_LABEL = re.compile(r"</dt>(?<![.:;,?!]</dt>)")
_HEADING_ID = re.compile('<h1 id="[^"]*">')
_SIGNATURE = b"pagefind_dcd"

#: The beginnings of the paths of the files.
PATHS = (f"{SEARCH_FOLDER}/", vocabulary.FILE)
#: The page that is shown first to somebody who asks what a word means.
GLOSSARY = url("glossary")

Fragment = dict[str, Any]


class IndexingError(Exception):
    """Pagefind failed; the message has its last line of output."""


class SearchIndex:
    """The index of one site, made by Pagefind. Pages are added as they are rendered, then `files` makes the index."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.pages: list[Page] = []
        self.folder = Path(tempfile.mkdtemp())

    def add(self, rendered: Rendered) -> None:
        """Add the part of a page that is indexed, unless the page is not searched."""
        self.pages.append(rendered.page)
        if text := document(rendered, self.catalogue):
            path = self.folder / rendered.file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")

    def files(self) -> Iterator[OutputFile]:
        """The files of the index, and last the vocabulary. Raises IndexingError."""
        try:
            command = [sys.executable, "-m", "pagefind", "--site", str(self.folder), "--output-subdir", SEARCH_FOLDER]
            done = subprocess.run(
                [*command, "--quiet", "--exclude-selectors", _NOT_INDEXED], capture_output=True, text=True, check=False
            )
            index = self.folder / SEARCH_FOLDER
            if done.returncode or not (index / "pagefind.js").exists():
                last = ((done.stdout + done.stderr).strip() or "it stopped without a word").splitlines()[-1]
                raise IndexingError(f"{last}; to install its program again: pip install --force-reinstall 'pagefind[bin]'")
            unused = {file for pattern in _UNUSED for file in index.glob(pattern)}
            for path in sorted(path for path in index.rglob("*") if path.is_file() and path not in unused):
                yield OutputFile(path.relative_to(self.folder).as_posix(), path.read_bytes())
            (words,) = vocabulary.files(self.pages, self.catalogue)
            yield complete(words, _fragments(index))
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def document(rendered: Rendered, catalogue: Catalogue) -> str:
    """The HTML that is indexed of a page: its body without the frame, and its metadata. Empty if it is not searched."""
    facts = metadata(rendered.page, catalogue)
    if not facts:
        return ""
    tags = "".join(f'<meta content="{escape(text)}" data-pagefind-meta="{name}[content]">' for name, text in facts.items())
    head = f'<!doctype html><html lang="en-GB"><head>{tags}</head>'
    body = _HEADING_ID.sub("<h1>", rendered.body, count=1)  # else Pagefind would make the heading a section of the page
    return f"{head}<body data-pagefind-body>{_separated(body)}</body></html>"


def _separated(html: str) -> str:
    """HTML with a space after block elements, so that their words are not joined, and a colon after each `dt`.

    Pagefind ends some elements, such as paragraphs, with a full stop, and others, such as `dt` and `option`, with nothing.
    There is no space before the end of an outer element, because Pagefind would then leave out its full stop.
    """
    return _END_OF_WORDS.sub(r"\g<0> ", _END_OF_LABEL.sub(":</dt>", html))


def complete(vocabulary: OutputFile, indexed: Iterable[tuple[str, Fragment]]) -> OutputFile:
    """The vocabulary file with what is known only after indexing.

    `pages` is the number of pages. `pointed` has, for each page that the glossary links to, its id in the index and the
    metadata of its result, so that these can be shown without loading another file.
    """
    words = json.loads(vocabulary.content)
    pages = sorted(indexed, key=lambda item: str(item[1]["url"]))
    wanted = {GLOSSARY, *(address for names in words["names"] for address in names["see"])}
    words["pages"] = len(pages)
    words["pointed"] = {
        page["url"]: {"id": name, "meta": _result_metadata(page)} for name, page in pages if page["url"] in wanted
    }
    return OutputFile.of_text(vocabulary.path, json.dumps(words, ensure_ascii=False, separators=(",", ":")))


def _fragments(index: Path) -> Iterator[tuple[str, Fragment]]:
    """The id and the fragment of each indexed page."""
    for file in (index / "fragment").iterdir():
        yield file.name.partition(".")[0], json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))


def _result_metadata(page: Fragment) -> dict[str, str]:
    """The metadata that a result shows."""
    return {name: text for name, text in page["meta"].items() if name in ("title", "kind", "stages", "summary")}
