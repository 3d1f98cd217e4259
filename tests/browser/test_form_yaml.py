"""Any text typed into the form is the same after its file is parsed, by PyYAML and by our parser."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from mentor_network.checks.documents import _ATTRIBUTES, _TAG
from mentor_network.markdown_syntax import headings
from mentor_network.problems import Problems
from mentor_network.records.case_study import FULL_HEADINGS
from mentor_network.source import read_front_matter, read_yaml
from support.form_sites import ADDRESS, CASE, OPPORTUNITY

pytestmark = [pytest.mark.browser, pytest.mark.gate]

FILLS = 1000
#: What YAML, Markdown or a browser could take for something else than words.
AWKWARD = [
    *(
        "---",
        "...",
        "# no comment",
        "% a",
        "@a",
        "!tag",
        "&anchor",
        "*alias",
        "- dash",
        "? key",
        "key: value",
        "a: b: c",
        "<<",
    ),
    *(
        "no",
        "Yes",
        "null",
        "~",
        "12:30",
        "2026-02-30",
        "1e3",
        "0o7",
        ".inf",
        "[a",
        "{a: b}",
        "|",
        ">-",
        "'",
        '"',
        "''",
        '"a',
        "`",
    ),
    *(
        "a #b",
        " a",
        "a ",
        "\ta",
        "a\t",
        "\u00a0a",
        "\u3000",
        "é",
        "e\u0301",
        "😀",
        "👩\u200d⚕️",
        "سلام",
        "שלום",
        "\u202eturned",
        "\ufeff",
    ),
    *(
        "\u0085",
        "\u2028",
        "\ud800",
        "\udc00",
        "\ufffe",
        "\U0001ffff",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\\",
        "\\n",
        "\\u0000",
        "x" * 400,
    ),
    *(
        "```",
        "~~~",
        "## Our Trust",
        "#a",
        "===",
        "<b>",
        "</x>",
        "{T9.x}",
        "{: .a}",
        "a\r\nb",
        "a\rb",
        "\n",
        "a\n\nb",
        "  a\n b",
        "a\n---\nb",
    ),
]
PIECES = st.one_of(
    st.sampled_from(AWKWARD), st.text(max_size=12), st.text(st.characters(categories=["Cs", "Cc", "Cf"]), max_size=3)
)
TEXT = st.lists(PIECES, max_size=6).map(" ".join) | st.lists(PIECES, max_size=5).map("\n".join) | st.text(max_size=40)
CASE_TEXTS = ("title", "summary", "cost", "people_reached", "contributor_role", "trust_name")
OPPORTUNITY_TEXTS = ("title", "summary", "who_to_ask", "eligibility", "ltft", "cost_note")
LISTS = {"case-study": "other_people", "opportunity": "what_you_do"}


@st.composite
def fills(draw: Any) -> dict[str, Any]:
    """A kind, some texts, a list of texts and, for a case study, its story."""
    kind = draw(st.sampled_from(["case-study", "opportunity"]))
    names = CASE_TEXTS if kind == "case-study" else OPPORTUNITY_TEXTS
    texts = draw(st.dictionaries(st.sampled_from(names), TEXT, max_size=6))
    items = draw(st.lists(TEXT, max_size=4))
    story = st.dictionaries(st.sampled_from(FULL_HEADINGS), TEXT, max_size=4)
    return {"kind": kind, "texts": texts, "items": items, "answers": draw(story) if kind == "case-study" else {}}


def thousand() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @settings(max_examples=FILLS, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(fills())
    def collect(fill: dict[str, Any]) -> None:
        found.append(fill)

    collect()
    return found


#: By the form's own modules: clean each text as `read` does, and make the file. JSON carries halves of characters unharmed.
SCRIPT = """async ([sent, bases]) => {
  const part = name => import(`/assets/${name}.js`);
  const [writer, output] = await Promise.all(["yaml-writer", "form-output"].map(part));
  const rules = await (await fetch("/assets/form-rules.json")).json();
  return JSON.parse(sent).map(({ kind, texts, items, answers }) => {
    const clean = text => writer.clean(text).text;
    const cleaned = map => Object.fromEntries(Object.entries(map).map(([key, text]) => [key, clean(text)]));
    const list = kind === "case-study" ? "other_people" : "what_you_do";
    const values = { ...bases[kind], ...cleaned(texts), [list]: items.map(clean) };
    const story = cleaned(answers);
    const safe = Object.fromEntries(Object.entries(story).map(([key, text]) => [key, output.answer(text).text]));
    return { values, story, safe, ...output.file(kind, rules, { values, answers: story }) };
  });
}"""


def cleaned(text: str) -> str:
    """What the form must keep of a text, implemented independently of the form."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", plain)
    plain = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", " ", plain)
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")

    def stays(c: str) -> bool:
        number = ord(c)
        no_character = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
        return c in "\t\n" or not (unicodedata.category(c) in ("Cc", "Cs") or c in turning or no_character)

    return "".join(c for c in plain if stays(c))


def _joined(text: str) -> str:
    """Join surrogate pairs, as a browser does."""
    pair = re.compile("[\ud800-\udbff][\udc00-\udfff]")
    return pair.sub(lambda found: found[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


@pytest.fixture(scope="module")
def page(form_network: tuple[Path, str], browser: Any) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{form_network[1]}{ADDRESS}")
    yield page
    page.close()


@pytest.fixture(scope="module")
def made(page: Page) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """A thousand sets of values, each with the file that the form makes."""
    sent = thousand()
    assert len(sent) == FILLS
    found: list[dict[str, Any]] = []
    for start in range(0, FILLS, 100):
        batch = json.dumps(sent[start : start + 100])
        found += page.evaluate(SCRIPT, [batch, {"case-study": CASE, "opportunity": OPPORTUNITY}])
    return list(zip(sent, found, strict=True))


def test_what_is_left_of_a_text_is_all_that_a_file_can_hold(made: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    for fill, result in made:
        for name, text in fill["texts"].items():
            assert result["values"][name] == cleaned(_joined(text)), fill
        assert result["values"][LISTS[fill["kind"]]] == [cleaned(_joined(text)) for text in fill["items"]], fill


def test_every_file_reads_back_as_what_was_typed(made: list[tuple[dict[str, Any], dict[str, Any]]], tmp_path: Path) -> None:
    for number, (fill, result) in enumerate(made):
        case = fill["kind"] == "case-study"
        path = tmp_path / f"{number}.{'md' if case else 'yaml'}"
        path.write_bytes(result["text"].encode())
        problems = Problems()
        document = (read_front_matter if case else read_yaml)(path, path.name, problems)
        assert document and list(problems) == [], (fill, result["text"], list(problems))
        assert plain(document.value) == plain(result["values"]), fill
        head = result["text"].split("\n---\n")[0].removeprefix("---\n") if case else result["text"]
        assert plain(yaml.load(head, yaml.CSafeLoader)) == plain(result["values"]), fill


def plain(value: Any) -> Any:
    """Convert numbers, dates and booleans to the text in the source, for a comparison without order."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_no_answer_breaks_the_story(made: list[tuple[dict[str, Any], dict[str, Any]]], tmp_path: Path) -> None:
    for number, (fill, result) in enumerate(made):
        if fill["kind"] != "case-study":
            continue
        path = tmp_path / f"{number}.md"
        path.write_bytes(result["text"].encode())
        document = read_front_matter(path, path.name, Problems())
        assert document
        found = [heading.text for heading in headings(document.body) if heading.level <= 2]
        assert found == list(FULL_HEADINGS), (fill, document.body)
        assert not _TAG.search(document.body) and not _ATTRIBUTES.search(document.body), fill
        expected = "".join(f"\n## {h}\n" + (f"\n{t}\n" if (t := result["safe"].get(h, "")) else "") for h in FULL_HEADINGS)
        assert document.body == expected, fill
