"""`check` answers whatever it is given: problems and an exit code, never an exception and never silence without end."""

from __future__ import annotations

import contextlib
import datetime
import gc
import io
import re
import shutil
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentor_network import pipeline, source
from mentor_network.cli import main
from mentor_network.cli.check import FORMATS
from mentor_network.problems import CODES, Problem, Problems
from support.networks import NETWORK, TODAY
from support.sweeps import a_few

#: One of each kind of file that an author can touch.
FILES = tuple(path.relative_to(NETWORK).as_posix() for path in sorted(NETWORK.rglob("*")) if path.is_file())
OTHER_FILES = (
    "published_addresses.txt",
    "content/index.md",
    "content/deep/er/page.md",
    "opportunities/new.yaml",
    "targets.yaml",
)

#: A page and a catalogue are tried by `make test`, and the rest by `make gates`.
KINDS = ("content/guides/shadowing.md", "opportunities.yaml")
any_file = pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name in KINDS else [pytest.mark.gate]) for name in (*FILES, *OTHER_FILES)],
)

# Words that the checker treats in a way of their own, so that random bytes get past the first guard.
SPARKS = (
    "---\n", "- ", "id: ", "\n", "  ", "\t", ": ", "#", "'", '"', "[", "]", "{", "}", "|\n", ">-\n", "&a ", "*a", "<<: ",
    "!!python/object ", "no", "null", "~", "2026-02-30", "https://", "javascript:", "](/", ")", "{T1.", "```view\n", "```\n",
    "~~~\n", "<b>", "{: .x}", "## ", "\ufeff", "\u2028", "\u202e", "\x85", "\0", "\r", "é", "𝒜", "\\", "%", "`", "?", ",",
    "9999-99-99", "1e999", "-1", "opportunities: ", "evidence: {tables: [", "kind: case-study\n", "moved_to: ", "domains:\n",
)  # fmt: skip
words = st.lists(st.one_of(st.sampled_from(SPARKS), st.text(max_size=8)), max_size=40).map("".join)


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """One copy of the small network for all examples; each puts back what it changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "network"
        shutil.copytree(NETWORK, copy)
        yield copy


@contextlib.contextmanager
def changed(root: Path, name: str, raw: bytes) -> Iterator[None]:
    path = root / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def answer(root: Path, *options: str) -> tuple[int, str]:
    """What the command prints and returns. It turns the collector off for good, which a test run must not keep."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = main(["check", str(root), *options])
    finally:
        gc.enable()
    return code, printed.getvalue()


def holds(root: Path) -> None:
    """What must be so for any input at all."""
    code, text = answer(root)
    assert code in (0, 1)
    assert "Traceback" not in text
    assert (code == 1) == bool(re.search(r"^\d+ errors?( and \d+ warnings?)? to mend before", text, re.MULTILINE))
    _, problems = pipeline.check(root, today=TODAY)
    for problem in problems:
        stands(root, problem)


def stands(root: Path, problem: Problem) -> None:
    """A problem has a known code, words for a person, and a place that its file has."""
    assert problem.code in CODES
    assert problem.message
    path = root / problem.file
    raw = path.read_bytes() if path.is_file() else b""
    lines = re.split(r"\r\n|\r|\n", raw.decode("utf-8-sig", "replace"))
    assert 1 <= problem.line <= len(lines)
    assert 1 <= problem.column <= max(len(lines[problem.line - 1]), 1) + 1
    assert not re.search(r"\bNone\b|<class|Traceback|object at 0x|pydantic", problem.message + problem.help)


@any_file
@settings(max_examples=12)
@given(raw=st.binary(max_size=400))
@example(raw=b"")
@example(raw=b"\xff\xfe")
@example(raw=b"---\n---\n")
@example(raw=b"[]")
@example(raw=b"{}")
@example(raw=b"[[]]")
@example(raw=b"- {id: {}, domains: {}, rows: 1}\n")
@example(raw=b"---\nkind: []\nid: {}\n---\n")
@example(raw=b"tables: {id: 1}\nmodels: [x]\nthemes: [[]]\nsources: ''\nnations: {}\nroles: 3\n")
def test_any_bytes_as_any_file(root: Path, name: str, raw: bytes) -> None:
    with changed(root, name, raw):
        holds(root)


@any_file
@settings(max_examples=25)
@given(text=words)
def test_words_that_mean_something_as_any_file(root: Path, name: str, text: str) -> None:
    with changed(root, name, text.encode("utf-8", "surrogatepass")):
        holds(root)


@pytest.mark.parametrize("name", a_few(["content/guides/shadowing.md", "case_studies/matching-projects.md"]))
@settings(max_examples=60)
@given(text=words)
@example(text="```view\n")
@example(text="```view\n```\n")
@example(text="```view\n[]\n```\n")
@example(text="```view\nopportunities:\n```\n")
@example(text="```view\nopportunities: {}\ncase_studies: {}\n```\n")
@example(text="[x](")
@example(text="[x]()")
@example(text="{")
def test_any_words_below_the_facts_of_a_page(root: Path, name: str, text: str) -> None:
    facts = (NETWORK / name).read_text("utf-8").split("---\n")[1]
    with changed(root, name, f"---\n{facts}---\n{text}".encode("utf-8", "surrogatepass")):
        holds(root)


def _line_slip(draw: st.DrawFn, lines: list[str], at: int) -> None:
    """A line too few, too many, in the wrong place or wrongly indented."""
    match draw(st.sampled_from(["delete", "double", "swap", "indent", "outdent"])):
        case "delete":
            del lines[at]
        case "double":
            lines.insert(draw(st.integers(0, len(lines))), lines[at])
        case "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = draw(st.sampled_from([" ", "  ", "\t", "- ", "  - ", "\u00a0 "])) + lines[at]
        case "outdent":
            lines[at] = lines[at].removeprefix("  ").removeprefix("- ")


def _letter_slip(draw: st.DrawFn, lines: list[str], at: int) -> None:
    """A line cut short, a wrong letter, something put in, or another value."""
    line = lines[at]
    place = draw(st.integers(0, len(line)))
    match draw(st.sampled_from(["cut", "letter", "spark", "value"])):
        case "cut":
            lines[at] = line[:place]
        case "letter":
            lines[at] = line[:place] + draw(st.sampled_from(string.printable + "é\u2028\ufeff\u00a0")) + line[place + 1 :]
        case "spark":
            lines[at] = line[:place] + draw(st.sampled_from(SPARKS)) + line[place:]
        case "value":
            value = draw(st.sampled_from(["", "[]", "{}", "0", "no", "[a, b]", "{a: b}", "''"]))
            lines[at] = "".join(line.partition(": ")[:2]) + value + "\n"


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small network after a few slips of the hand."""
    name = draw(st.sampled_from(FILES))
    lines = (NETWORK / name).read_text("utf-8").splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        if lines:
            slip = draw(st.sampled_from([_line_slip, _letter_slip]))
            slip(draw, lines, draw(st.integers(0, len(lines) - 1)))
    return name, "".join(lines).encode("utf-8", "surrogatepass")


@pytest.mark.gate
@settings(max_examples=500)
@given(mutation=mutations())
def test_real_files_after_a_slip_of_the_hand(root: Path, mutation: tuple[str, bytes]) -> None:
    with changed(root, *mutation):
        holds(root)


@settings(max_examples=400)
@given(text=st.one_of(words, st.text()), first_line=st.integers(1, 50))
@example(text="\ud800", first_line=1)
@example(text="a: \ud800", first_line=1)
@example(text="\0", first_line=1)
@example(text="? \n? \n", first_line=1)
@example(text='"\\x00": "\\u2028"', first_line=1)
@example(text="a: >\n\n\n", first_line=1)
def test_any_text_through_parse(text: str, first_line: int) -> None:
    problems = Problems()
    value = source.parse(text, "a.yaml", problems, first_line=first_line)
    assert gc.isenabled()
    if value is None:
        assert problems.errors
    for problem in problems:
        assert problem.code in CODES
        assert problem.help
        assert problem.line >= first_line
        assert problem.column >= 1


@pytest.mark.parametrize("form", a_few(sorted(FORMATS)))
@settings(max_examples=40)
@given(mutation=mutations())
def test_every_format_prints_every_problem(root: Path, form: str, mutation: tuple[str, bytes]) -> None:
    with changed(root, *mutation):
        code, text = answer(root, "--format", form)
        _, problems = pipeline.check(root, today=pipeline.today())
    assert code == (1 if problems.errors else 0)
    counted = {
        "text": lambda: len(re.findall(r"^[^\s].*?:\d+:\d+: [a-z0-9-]+: ", text, re.MULTILINE)),
        "github": lambda: len(re.findall(r"^::(?:error|warning) file=", text, re.MULTILINE)),
        "json": lambda: text.count('"severity": '),
    }
    assert counted[form]() == len(problems)


@settings(max_examples=30)
@given(days=st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))
def test_any_day_is_a_day_to_check_on(root: Path, days: datetime.date) -> None:
    _, problems = pipeline.check(root, today=days)
    assert {problem.code for problem in problems} <= {"overdue-review", "past-closing-date"}
    assert problems.errors == []


# A child process, so that a crash of the interpreter or an endless loop is seen too. The timeout is only a guard.

BOMBS = {
    "nesting": b"[" * 100_000,
    "nesting-closed": b"[" * 100_000 + b"]" * 100_000,
    "nesting-of-maps": b"{a: " * 100_000,
    "nesting-of-dashes": b"- " * 100_000,
    "nesting-by-indentation": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "aliases": b"a0: &a0 [x, x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 200)),
    "merge-keys": b"a: &a {b: c}\n" + b"d: {<<: [" + b"*a, " * 10_000 + b"]}\n",
    "one-long-line": b"a" * 5_000_000,
    "one-long-value": b"- id: " + b"a" * 5_000_000 + b"\n",
    "one-long-quoted-value": b'- term: "' + b"\\" * 2_500_000 + b'"\n',
    "one-long-unclosed-quote": b'- term: "' + b"a b " * 1_250_000,
    "many-keys": b"- {" + b"".join(b"k%d: v, " % n for n in range(5_000)) + b"}\n",
    "many-tabs": b"\t" * 100_000,
    "many-lines": b"\n" * 1_000_000,
}


_PAGE = NETWORK.joinpath("content/guides/shadowing.md").read_bytes()
PAGE_BOMBS = {
    "fences-that-never-close": _PAGE + b"```x\n" * 60_000,
    "views-that-never-close": _PAGE + b"```view\n" * 60_000,
    "one-long-link": _PAGE + b"[x](" + b"a" * 1_000_000,
    "many-brackets": _PAGE + b"[" * 300_000 + b"](" * 300_000,
    "many-braces": _PAGE + b"{" * 300_000 + b"{ " * 300_000,
    "many-backticks": _PAGE + b"`" * 300_001,
    "spaces-in-a-heading": _PAGE + b"## a" + b" " * 300_000 + b"b\n",
    "hashes-in-a-heading": _PAGE + b"## " + b" #" * 300_000 + b"b\n",
    "many-wrong-links": _PAGE + b"[x](/y/) " * 5_000,
}


HARD_TO_SCREEN = {
    "days": b"3 May " * 170_000,
    "events": b"died " * 200_000,
    "figures": b"1 " * 150_000,
    "digits": b"1" * 1_000_000,
    "people": b"man Mr X A. one " * 60_000,
    "addresses": b"a.a@" * 60_000,
    "hidden": "1\u200b".encode() * 250_000,
    "entities": b"&#57;" * 200_000,
    "wrapped": b"1\n " * 100_000,
}


def in_a_child(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mentor_network", "check", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("bomb", sorted(BOMBS))
def test_a_bomb_is_refused(tmp_path: Path, bomb: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    (copy / "glossary.yaml").write_bytes(BOMBS[bomb])
    shown = in_a_child(copy).stdout
    assert "glossary.yaml:" in shown
    assert max(map(len, shown.splitlines())) < 2_000, "a message repeats the file instead of naming its place"


@pytest.mark.parametrize("bomb", sorted(PAGE_BOMBS))
def test_a_page_that_is_hard_to_read_is_read(tmp_path: Path, bomb: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    (copy / "content/guides/shadowing.md").write_bytes(PAGE_BOMBS[bomb])
    # A mistake elsewhere, so that the answer is the same for harmless pages.
    (copy / "glossary.yaml").write_bytes(b"")
    assert "glossary.yaml:1:1: empty-value" in in_a_child(copy).stdout


@pytest.mark.parametrize("bomb", sorted(HARD_TO_SCREEN))
@pytest.mark.parametrize("name", ["case_studies/matching-projects.md", "content/guides/shadowing.md"])
def test_a_text_that_is_hard_to_screen_is_screened(tmp_path: Path, bomb: str, name: str) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    before = (copy / name).read_bytes()
    (copy / name).write_bytes(before + HARD_TO_SCREEN[bomb])
    (copy / "glossary.yaml").write_bytes(b"")
    assert "glossary.yaml:1:1: empty-value" in in_a_child(copy).stdout


def test_dots_in_a_web_address_are_refused(tmp_path: Path) -> None:
    copy = tmp_path / "network"
    shutil.copytree(NETWORK, copy)
    models = copy / "leadership_models.yaml"
    models.write_bytes(models.read_bytes().replace(b"https://example.org/cap", b"https://" + b"a." * 5_000 + b" x"))
    assert "bad-link" in in_a_child(copy).stdout
