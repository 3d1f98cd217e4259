"""Each file of cases/form is an entry with a mistake, as the form reads it, and what an author is told.

The checker gets the file that the form makes of it, and must say the same. Its help may have lines of YAML to copy, which
nobody writes in the form. To report a bad message, add a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from mentor_network import pipeline
from mentor_network.confidentiality import screening
from support.form_sites import ADDRESS, CASE, OPPORTUNITY, copy_of
from support.networks import ROOT, TODAY
from support.sweeps import a_few
from support.yaml_files import load

pytestmark = pytest.mark.browser

CORPUS = ROOT / "tests" / "cases" / "confidentiality"
CASES = sorted((ROOT / "tests" / "cases" / "form").glob("*.yaml"))
#: What a draft still lacks is told for every draft, and has a test of its own.
LACKING = "case-study-incomplete"
#: What a browser does with a case, by the form's own modules.
SCRIPT = """async ([kind, values, answers, today]) => {
  const part = name => import(`/assets/${name}.js`);
  const [check, screen, output] = await Promise.all(["form-check", "form-screen", "form-output"].map(part));
  const rules = await (await fetch("/assets/form-rules.json")).json();
  const { path, text } = output.file(kind, rules, { values, answers });
  const found = check.problems(kind, rules, { values, answers }, today);
  return { path, text, found: [...found, ...screen.screened(kind, rules, text, values)] };
}"""


@pytest.fixture(scope="module")
def page(form_network: tuple[Path, str], browser: Any) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{form_network[1]}{ADDRESS}")
    yield page
    page.close()


def said(problems: list[dict[str, Any]]) -> str:
    """Format problems as `check` does, with the path of the field in place of the line."""
    lines = []
    for p in problems:
        kind = "warning: " if p["severity"] == "warning" else ""
        lines.append(f"{p['path']}: {p['code']}: {kind}{p['message']}\n  help: {p['help']}\n")
    return "".join(lines)


@pytest.mark.parametrize("case", a_few(CASES), ids=lambda case: case.stem)
def test_the_form_and_the_checker_say_the_same(
    case: Path, form_network: tuple[Path, str], page: Page, tmp_path: Path
) -> None:
    told = load(case)
    values = json.loads(json.dumps(CASE if told["kind"] == "case-study" else OPPORTUNITY)) | told.get("set", {})
    values = {name: value for name, value in values.items() if value is not None}
    made = page.evaluate(SCRIPT, [told["kind"], values, told.get("answers", {}), TODAY.isoformat()])
    shown = [problem for problem in made["found"] if problem["code"] != LACKING]
    assert said(shown) == told["problems"]

    root = copy_of(form_network[0], tmp_path / "network")
    (root / made["path"]).write_text(made["text"], "utf-8", newline="")
    _, problems = pipeline.check(root, today=TODAY)
    checker = {(p.severity, p.code, p.message) for p in problems if p.file == made["path"] and p.code != LACKING}
    assert {(p["severity"], p["code"], p["message"]) for p in shown} == checker


def test_a_draft_is_told_what_it_lacks(form_network: tuple[Path, str], page: Page, tmp_path: Path) -> None:
    root = copy_of(form_network[0], tmp_path / "network")
    made = page.evaluate(SCRIPT, ["case-study", CASE, {}, TODAY.isoformat()])
    (root / made["path"]).write_text(made["text"], "utf-8", newline="")
    [lacking] = made["found"]
    _, problems = pipeline.check(root, today=TODAY)
    assert [(p.code, p.message, p.help) for p in problems] == [(LACKING, lacking["message"], lacking["help"])]


SCREENED = """async ([kind, sentences, values]) => {
  const part = name => import(`/assets/${name}.js`);
  const [screen, output] = await Promise.all(["form-screen", "form-output"].map(part));
  const rules = await (await fetch("/assets/form-rules.json")).json();
  return sentences.map(sentence => {
    const found = kind === "case-study"
      ? { values, answers: { "What happened": sentence } }
      : { values: { ...values, eligibility: sentence }, answers: {} };
    const { text } = output.file(kind, rules, found);
    return { text, codes: screen.screened(kind, rules, text, found.values).map(one => one.code) };
  });
}"""


def sentences(path: Path) -> list[str]:
    """All sentences of a file of the corpus of confidentiality, whatever their kind."""
    told = load(path)
    return [one for some in (told.values() if isinstance(told, dict) else [told]) for one in some]


def found_by_both(kind: str, scope: Any, page: Page, some: list[str]) -> Iterator[tuple[set[str], set[str]]]:
    """The codes that the form and the checker find in each sentence, in the file that the form makes."""
    made = page.evaluate(SCREENED, [kind, some, CASE if kind == "case-study" else OPPORTUNITY])
    for form in made:
        findings = screening.findings(form["text"], "made", scope)
        yield set(form["codes"]), {finding.screen.code for finding in findings}


KINDS = pytest.mark.parametrize(("kind", "scope"), [("case-study", "case-study"), ("opportunity", "catalogue")])


@KINDS
def test_the_form_finds_what_the_checker_finds(kind: str, scope: Any, page: Page) -> None:
    """Every sentence of the corpus of confidentiality that may be read."""
    paths = [*sorted(CORPUS.glob("*.yaml")), CORPUS / "recall" / "tuned.yaml"]
    some = [sentence for path in paths for sentence in sentences(path)]
    assert len(some) > 200
    for sentence, (form, checker) in zip(some, found_by_both(kind, scope, page, some), strict=True):
        assert form == checker, sentence


@KINDS
def test_the_form_finds_what_the_checker_finds_in_the_held_out_sentences(kind: str, scope: Any, page: Page) -> None:
    """They are counted and never shown, see tests/unit/confidentiality/test_recall.py."""
    some = sentences(CORPUS / "recall" / "held_out.yaml")
    different = sum(form != checker for form, checker in found_by_both(kind, scope, page, some))
    assert different == 0


def test_the_form_finds_names_in_the_field_that_says_whom_to_ask(page: Page) -> None:
    script = SCREENED.replace("eligibility: sentence", "who_to_ask: sentence")
    some = sentences(CORPUS / "roles.yaml")
    made = page.evaluate(script, ["opportunity", some, OPPORTUNITY])
    for sentence, form in zip(some, made, strict=True):
        checker = {finding.screen.code for finding in screening.findings(form["text"], "made", "catalogue")}
        assert set(form["codes"]) == checker, sentence
    assert sum("person-not-role" in form["codes"] for form in made) >= 0.9 * len(some)


@pytest.mark.parametrize(("agreed", "codes"), [("true", []), ("false", ["named-trust"])])
def test_a_trust_that_agreed_may_be_named(agreed: str, codes: list[str], page: Page) -> None:
    sentence = "We tried it at North Coast NHS Foundation Trust."
    [made] = page.evaluate(SCREENED, ["case-study", [sentence], CASE | {"trust_named": agreed}])
    assert made["codes"] == codes
