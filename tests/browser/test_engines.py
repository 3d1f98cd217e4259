"""The way out of MkDocs: each command of docs/leaving-mkdocs.md is run, and what comes out is held against our own site."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from playwright.sync_api import Browser, expect

from support.networks import NOW, ROOT, copied
from support.servers import served

ENGINES = ROOT / "tests" / "engines"
RECIPE = ROOT / "docs" / "leaving-mkdocs.md"
LOST = ENGINES / "lost.txt"

#: A page as nobody may write it: `check` refuses it, and an engine alone would not.
HOSTILE = """---
title: "</title><script>alert(1)</script>"
description: "\\"><script>alert(2)</script>"
kind: "hostile"
---

# Text

<script>alert(3)</script>
"""

Pages = dict[str, str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands of the page leave in `build/`, in a copy of the sources."""
    root = copied(tmp_path_factory.mktemp("leaving"))
    shutil.copytree(ENGINES, root / "tests" / "engines", copy_function=shutil.copy2)
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy2(ROOT / name, root / name)
    (root / ".venv").symlink_to(ROOT / ".venv")
    commands = re.findall(r"^ {8}(\S.*)$", RECIPE.read_text("utf-8"), re.MULTILINE)
    assert len(commands) == 7
    for command in commands:
        if "zensical build" in command:
            hostile = root / "build" / "pages" / "hostile" / "index.md"
            hostile.parent.mkdir()
            hostile.write_text(HOSTILE, "utf-8")
        environment = os.environ | NOW | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            command, shell=True, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return root / "build"


def pages(site: Path) -> Pages:
    """Every page by its address, but the one that shows what is not there and the one that we put there."""
    files = (path for path in site.rglob("index.html") if path.parent.name != "hostile")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8") for path in files}


def words_of(page: str) -> list[str]:
    """The words of a page's main part, without what is only for eyes."""
    found = re.search(r"<article.*</article>", page, re.DOTALL)
    return html.unescape(re.sub(r"<caption.*?</caption>|<[^>]*>", " ", found.group())).split() if found else []


def ids(page: str) -> set[str]:
    return set(re.findall(r' id="?([^" >]+)', page[page.find("<main") :]))


def dead_links(site: Path) -> Callable[[str, str], bool]:
    """Does every link of a page lead to a file?"""

    def alive(address: str, page: str) -> bool:
        for href in re.findall(r'<a [^>]*href="([^":#?]+)[^":]*"', page):
            target = site / unquote(urljoin(f"/{address}", href)).lstrip("/")
            if not (target / "index.html" if target.is_dir() else target).is_file():
                return False
        return True

    return alive


def on_pages(site: Path, ours: Pages) -> dict[str, Callable[[str, str], bool]]:
    """What each page should have: in words, and how to see it."""
    return {
        "the words of the page": lambda at, page: words_of(page) == words_of(ours[at]),
        "tables have a name, and wide ones scroll": lambda at, page: page.count("mn-scroll") == ours[at].count("mn-scroll"),
        "each island of HTML is there, whole": lambda at, page: (
            page.count('class="mn-island"') == ours[at].count('class="mn-island"')
        ),
        "ids that links may lead to": lambda at, page: ids(ours[at]) - {"main"} <= set(re.findall(r' id="?([^" >]+)', page)),
        "links lead to pages": dead_links(site),
        "the title and the description": lambda at, page: described(page) == described(ours[at]),
        "the language": lambda _, page: '<html lang="en-GB"' in page,
        "the security policy": lambda _, page: "Content-Security-Policy" in page,
        "no script inside a page": lambda _, page: not re.search(r'<script(?![^>]*(?:\bsrc=|type="application/))', page),
        "no request to another host": lambda _, page: (
            not re.search(r'<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?//', page)
        ),
        "the page's own scripts": lambda at, page: scripts(ours[at]) <= scripts(page),
        "our style sheet": lambda _, page: "assets/site.css" in page,
        "the form of the search": lambda _, page: bool(
            re.search(r'<form [^>]*role="search" action="[^"]+" method="get"', page)
        ),
        "the main menu, with the way that is open": lambda at, page: (
            page.count("aria-current") >= ours[at].count("aria-current")
        ),
        "who publishes it": lambda _, page: "It is not an NHS website" in page,
    }


def described(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'<title>.*</title>|<meta name="description".*?>', page)]


def scripts(page: str) -> set[str]:
    return set(re.findall(r'assets/([a-z-]+)\.js"', page))


def on_the_site(site: Path, ours: Path) -> dict[str, bool]:
    """What the site should have."""
    here = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    there = {path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file()}
    data = [name for name in there if name.startswith("data/") and not name.endswith(".html")]
    hostile = (site / "hostile" / "index.html").read_text("utf-8")
    return {
        "the index of the search": (site / "pagefind" / "pagefind.js").is_file(),
        "the words of the search": same(site, ours, "assets/words.json"),
        "downloads, byte for byte": all(same(site, ours, name) for name in data),
        "the page for what is not there": "404.html" in here,
        "headers for hosts that read them": same(site, ours, "_headers"),
        "no file that nobody asks for": not {name.partition("/")[0] for name in here - there} - {"hostile", "assets"},
        "a title with HTML in it is only text": "<script>alert(1)" not in hostile,
        "a description with HTML in it is only text": "<script>alert(2)" not in hostile,
        "HTML in hand-written Markdown is cleaned": "<script>alert(3)" not in hostile,
    }


def same(one: Path, other: Path, name: str) -> bool:
    return (one / name).is_file() and (one / name).read_bytes() == (other / name).read_bytes()


def verdicts(site: Path, ours: Path) -> dict[str, str]:
    own, theirs = pages(ours), pages(site)
    found: dict[str, str] = {}
    for words, holds in on_pages(site, own).items():
        kept = sum(holds(at, page) for at, page in theirs.items())
        found[words] = "kept" if kept == len(theirs) else "lost on some pages" if kept else "lost"
    return found | {words: "kept" if holds else "lost" for words, holds in on_the_site(site, ours).items()}


@pytest.mark.gate
def test_each_page_that_is_written_is_built(built: Path, site: Path) -> None:
    written = {path.parent.relative_to(built / "pages").as_posix() for path in (built / "pages").rglob("index.md")} - {
        "hostile"
    }
    for engine in ("site", "plain"):
        assert {address.rstrip("/") or "." for address in pages(built / engine)} == written
    assert pages(built / "site").keys() == pages(site).keys()


@pytest.mark.gate
def test_what_is_lost_is_what_we_say(built: Path, site: Path) -> None:
    zensical, plain_mkdocs = verdicts(built / "site", site), verdicts(built / "plain", site)
    lines = [f"{'':<54} {'Zensical':<20} MkDocs without our hook"]
    lines += [f"{words:<54} {zensical[words]:<20} {plain_mkdocs[words]}" for words in zensical]
    found = "\n".join(lines) + "\n"
    if "WRITE_LOST" in os.environ:
        LOST.write_text(found, "utf-8")
    assert found == LOST.read_text("utf-8")


@pytest.mark.gate
@pytest.mark.browser
def test_the_finder_and_the_search_work_there(built: Path, browser: Browser) -> None:
    with served(built / "site") as address:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/opportunities/?stage=foundation&weeks=4")
        expect(page.get_by_role("status").first).to_contain_text("of")
        page.goto(f"{address}/search/?q=RCA")
        expect(page.locator("li[data-result]").first).to_be_visible()
        assert said == []
        page.close()


def test_its_settings_say_what_ours_say() -> None:
    theirs = tomllib.loads((ENGINES / "zensical.toml").read_text("utf-8"))["project"]
    network = yaml.safe_load((ROOT / "network.yaml").read_text("utf-8"))
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    assert theirs["nav"] == ours["nav"]
    assert theirs["extra"]["network"] == {name: network[name] for name in ("name", "strapline", "publisher_line")}
