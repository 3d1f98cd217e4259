"""Pull requests that nobody would send in good faith: each file of cases/hostile is refused with a message, or does nothing.

What is let in is opened in a real browser by tests/browser/test_hostile.py. Here all of it is read without one, and
Hypothesis puts pieces of it together in ways that nobody thought of. When it finds something, it prints the pieces: save
them as a file of cases/hostile before you mend the product.
"""

from __future__ import annotations

import csv
import dataclasses
import functools
import io
import json
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import markdown as engine
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_network import pages, pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.cli.changes import different_files
from mentor_network.cli.check import FORMATS
from mentor_network.gates import page as gates_page
from mentor_network.problems import Problem, Problems
from mentor_network.records import Records, fields
from mentor_network.render import OutputFile, markdown, renderer
from mentor_network.render.environment import THEME, _environment, environment
from mentor_network.report import report
from mentor_network.review import changes, summary
from support import hostile_cases as corpus
from support.hostile_signs import signs, tags
from support.networks import NETWORK, TODAY

CASES = corpus.cases()
REFUSED = [case for case in CASES if case.refused]
LET_IN = [case for case in CASES if not case.refused and "address" not in case.told]
#: A mistake in a file of its own. Whatever else a pull request does, its author reads about it.
CANARY = "opportunities/canary.yaml"
#: Those that need a process of their own are slow; tests/unit/fuzz has similar ones in `make test`.
named = pytest.mark.parametrize(
    "case", [pytest.param(c, id=c.name, marks=[pytest.mark.gate] * bool(c.told.get("heavy"))) for c in REFUSED]
)


@named
def test_a_hostile_pull_request_is_refused(case: corpus.Case, tmp_path: Path, record_property: Callable[..., None]) -> None:
    tally = {"tried": 1, "refused": 0, "lost": 1}
    record_property("hostile", tally)
    root = corpus.small_network(tmp_path / "network")
    (root / CANARY).write_text("id: canary\nsings: yes\n", "utf-8")
    corpus.put(case, root)
    found = in_a_child(root) if case.told.get("heavy") else in_process(root)
    assert any("sings" in problem.message for problem in found), "an innocent mistake went unsaid"
    tally["lost"] = 0
    assert refused(case, found), [(problem.code, problem.message) for problem in found[:5]]
    tally["refused"] = 1


def refused(case: corpus.Case, found: list[Problem]) -> bool:
    """Is it refused with the message that it earns?"""
    wanted = case.refused
    return any(p.severity == "error" and p.code == wanted["code"] and wanted["says"] in p.message for p in found)


def in_process(root: Path) -> list[Problem]:
    """What the checker finds; and whatever it prints of it does nothing to a terminal, a log or a summary."""
    records, problems = pipeline.check(root, today=TODAY)
    prints_nothing_that_acts(problems)
    others = different_files(NETWORK, root)
    in_markdown = summary.text(changes.compare(before(), records), others, problems, root)
    assert acts_on_github(in_markdown) == []
    return sound(list(problems))


@functools.cache
def before() -> Records:
    """The small network without anything hostile in it."""
    return pipeline.check(NETWORK, today=TODAY)[0]


def sound(found: list[Problem]) -> list[Problem]:
    for problem in found:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.message and problem.help, problem
        assert len(problem.message) < 500
    return found


def in_a_child(root: Path) -> list[Problem]:
    """What the checker finds in a process of its own, which may take neither all the memory nor all day."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    command = [sys.executable, "-m", "mentor_network", "check", str(root), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, preexec_fn=limits)
    assert done.returncode == 1, done.stderr[-2000:]
    return sound([Problem(**problem) for problem in json.loads(done.stdout)["problems"]])


def prints_nothing_that_acts(problems: Problems) -> None:
    for name, form in FORMATS.items():
        said = form(problems)
        assert all(c.isprintable() or c == "\n" for c in said if name != "github"), name
    lines = FORMATS["github"](problems).splitlines()
    assert len(lines) == len(problems)
    assert all(re.match(r"::(error|warning) file=[^\x00-\x1f]*::", line) for line in lines)
    text = FORMATS["text"](problems).split("\n")
    assert not [line for line in text if line.startswith(("::", "##["))]


def acts_on_github(text: str) -> list[str]:
    """Signs of Markdown that GitHub would act on, outside code: tags, links, and names that are called."""
    words = re.sub(r"^(`{3,})yaml\n.*?\n\1$", "", text, flags=re.DOTALL | re.MULTILINE)
    words = re.sub(r"`[^`\n]*`", "", words)
    return re.findall(r"(?<!\\)(?:<[A-Za-z/!]|\]\(|@[A-Za-z])", words)


@pytest.fixture(scope="module")
def let_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One network with everything in it that the checker lets in."""
    return corpus.network_of_all(tmp_path_factory.mktemp("hostile") / "network")


def main_part(file: OutputFile) -> str:
    """What a page says, without the frame around it."""
    html = file.content.decode()
    return html[html.index("<article") : html.index("</article>")]


def test_what_is_let_in_does_nothing_in_any_file_of_the_site(let_in: Path) -> None:
    built = pipeline.build(let_in, today=TODAY)
    assert built.problems.errors == []
    prints_nothing_that_acts(built.problems)
    drawn = [file for file in built.files if file.path.endswith(".html")]
    assert {file.path: found for file in drawn if (found := signs(main_part(file)))} == {}
    for file in built.files:
        if file.path.endswith(".json"):
            json.loads(file.content)
        if file.path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(file.content.decode())) for cell in row]
            assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


@pytest.mark.gate
@pytest.mark.parametrize("case", [c for c in LET_IN if "every_text" in c.told], ids=lambda case: case.name)
def test_a_payload_in_front_of_every_text_does_nothing(case: corpus.Case, tmp_path: Path) -> None:
    root = corpus.small_network(tmp_path / "network")
    corpus.put(case, root)
    built = pipeline.build(root, today=TODAY)
    assert built.problems.errors == []
    drawn = [file for file in built.files if file.path.endswith(".html")]
    assert {file.path: found for file in drawn if (found := signs(main_part(file)))} == {}


def test_reports_of_what_is_let_in_do_nothing(let_in: Path) -> None:
    records, problems = pipeline.check(let_in, today=TODAY)
    said = "\n".join(report.as_markdown(link(records, today=TODAY)))
    said += summary.text(changes.compare(before(), records), different_files(NETWORK, let_in), problems, let_in)
    assert acts_on_github(said) == []
    text = "\n".join(report.as_text(link(records, today=TODAY)))
    assert all(c.isprintable() or c == "\n" for c in text)


# Pieces, put together by Hypothesis


def payloads(value: Any) -> Iterator[str]:
    """Every text that the corpus puts into a network."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and "repeat" not in value:
        for item in value.values():
            yield from payloads(item)
    elif isinstance(value, list):
        for item in value:
            yield from payloads(item)


PIECES = sorted(
    {text for case in CASES for key in ("fields", "body", "every_text") for text in payloads(case.told.get(key, ""))}
)
SPARKS = (
    "[x](", ")", "<", ">", '"', "'", "`", "``", "\n", "\n\n", "> ", "- ", "1. ", "    ", "|", "|-|-|\n", "&#", "&#x3c;", ";",
    "\\", "](", "![", "[a]: ", "[a]", "javascript:", "JaVaScRiPt&colon;", "java\tscript:", "data:text/html,", "vbscript:",
    "//evil.example/", "/\\evil.example", "https://evil.example/", "<https://evil.example>", "gotcha()", " onclick=x ",
    "<img src=x onerror=gotcha()>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<svg><style>", "</p>",
    "<math><mtext>",
    "placeholder0end", "\n\nplaceholder0end\n\n", "{T1.shadowing.done}", "{mentor-hours}", "{{", "}}", "{:", "*", "_", "**",
    "~~~\n", "```\n", "---\n", "# ", "===\n", "\u202e", "\u200b", "\x00", "é", "＜",
)  # fmt: skip
hostile_words = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(SPARKS), st.text(max_size=6)), min_size=1, max_size=12
).map("".join)
FIGURES = {"T1.shadowing.done": "8%", "mentor-hours": '<img src=x onerror=gotcha()>"](javascript:gotcha())'}
IN_A_TEXT = markdown._TAGS | {"tbody", "div", "caption"}


@settings(max_examples=120)
@given(text=hostile_words)
def test_any_pieces_as_a_text_do_nothing(text: str) -> None:
    for make in (markdown.block, markdown.inline):
        html = str(make(text[:1500], "/opportunities/x/", FIGURES))
        assert signs(html) == []
        assert tags(html) <= IN_A_TEXT


@settings(max_examples=80)
@given(text=hostile_words)
def test_any_pieces_as_a_page_do_nothing(text: str) -> None:
    """Also those that the rule against HTML would refuse: cleaning is a second wall, and not the first one's shadow."""
    blocks = markdown.Placeholders(text)
    made = blocks.add("<hr>") + markdown.insert_figures(text[:1500], FIGURES)
    html = markdown.page("A page", made, "/guides/x/", blocks).html
    assert signs(html) == []
    assert tags(html) <= IN_A_TEXT
    assert html.count("<hr>") >= 1


@settings(max_examples=80)
@given(title=hostile_words)
def test_any_pieces_as_a_title_are_words(title: str) -> None:
    one_line = " ".join(title[:200].split())
    for html in (markdown.title(one_line), markdown.page(one_line, "", "/guides/x/", markdown.Placeholders("")).html):
        assert signs(html) == []
        assert tags(html) <= {"h1"}


@pytest.fixture(scope="module")
def drawn() -> Callable[[dict[str, Any]], str]:
    """The page of an opportunity with other words in its fields."""
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue: Catalogue = link(records, today=TODAY)
    planned = pages.build(catalogue)
    drawing = renderer.Renderer(planned, catalogue, environment())
    page = next(page for page in planned if page.address == "/opportunities/chair-a-meeting/")
    o = page.context["o"]

    def draw(words: dict[str, Any]) -> str:
        changed = o.model_copy(update=words)
        context = dict(page.context) | {"o": changed}
        made = drawing.page(dataclasses.replace(page, title=changed.title, description=changed.summary, context=context))
        return made.file.content.decode()

    return draw


@settings(max_examples=30)
@given(words=st.lists(hostile_words.map(lambda text: text[:280]), min_size=6, max_size=6))
def test_any_pieces_in_an_opportunity_do_nothing(drawn: Callable[[dict[str, Any]], str], words: list[str]) -> None:
    title, *rest = (" ".join(text.split()) or "x" for text in words)
    lists = {"what_you_do": rest[:2], "you_learn": rest[1:3], "reflect": rest[2:], "portfolio": rest, "safety_notes": rest}
    text = drawn({"title": title, "summary": rest[0], "who_to_ask": rest[1], "watch_out": rest[2], **lists})
    page, _ = gates_page.read(text)
    (found,) = [element for element in page.iter() if element.tag.endswith("}title")]
    if title.isprintable():  # what YAML may not hold as it is, no file of ours can bring
        assert " ".join("".join(found.itertext()).split()).startswith(" ".join(title.split()))
    assert signs(text[text.index("<article") : text.index("</article>")]) == []


# Each wall taken down on purpose: the corpus must see it.


def test_it_shows_when_nothing_is_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_sanitise", lambda html, *_: html)
    markdown._block.cache_clear()
    found = [text for text in PIECES if signs(str(markdown.block(text, "/x/", {})))]
    markdown._block.cache_clear()
    assert len(found) > 10


def test_it_shows_when_nothing_is_escaped() -> None:
    plain = _environment.__wrapped__(THEME, 0)  # not the one that other tests share
    plain.autoescape = False
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue = link(records, today=TODAY)
    planned = pages.build(catalogue)
    page = next(page for page in planned if page.address == "/opportunities/chair-a-meeting/")
    poisoned = page.context["o"].model_copy(update={"who_to_ask": "<img src=x onerror=gotcha()>"})
    drawing = renderer.Renderer(planned, catalogue, plain)
    assert signs(main_part(drawing.page(dataclasses.replace(page, context=dict(page.context) | {"o": poisoned})).file))


def test_it_shows_when_any_address_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "is_https", lambda _: True)
    addresses = [case for case in REFUSED if case.name.startswith("url_")]
    missed = []
    for case in addresses:
        root = corpus.small_network(tmp_path / case.name)
        corpus.put(case, root)
        if not refused(case, list(pipeline.check(root, today=TODAY)[1])):
            missed.append(case)
        shutil.rmtree(root)
    assert missed == addresses


def test_it_shows_when_a_heading_is_not_escaped() -> None:
    titles = [text for text in PIECES if "\n" not in text]
    assert [text for text in titles if signs(engine.markdown(f"# {text}"))]


def test_every_kind_of_attack_is_told_apart() -> None:
    """A case says in a sentence what it is for, and at least 120 stand here."""
    assert len(CASES) >= 120
    assert [case.name for case in CASES if not case.told["what"].endswith(".") or len(case.told["what"]) < 20] == []
    assert len({case.told["what"] for case in CASES}) == len(CASES)
