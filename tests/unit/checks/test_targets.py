"""Each kind of target: met, unmet, and skipped if its catalogue was not read whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.checks.targets import shortfalls
from mentor_network.prose_lint.avoided import words_to_avoid
from mentor_network.report import report
from support.networks import NETWORK, TODAY

Make = Callable[[dict[str, str | None]], Path]
GUIDE = "content/guides/shadowing.md"
SHADOWING = (NETWORK / GUIDE).read_text("utf-8")
CHAIR = (NETWORK / "opportunities" / "chair-a-meeting.yaml").read_text("utf-8")

#: For each kind: a target that the small network meets, one that it does not, and the files it depends on.
KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "least": ("opportunities: {least: 2}", "opportunities: {least: 3}", ("opportunities.yaml",)),
    "free": ("opportunities: {free: 2}", "opportunities: {free: 3}", ("opportunities.yaml",)),
    "by_stage": (
        "opportunities: {by_stage: {core: 2}}",
        "opportunities: {by_stage: {core: 3}}",
        ("opportunities.yaml", "stages.yaml"),
    ),
    "by_domain": (
        "opportunities: {by_domain: {cap-1: 2}}",
        "opportunities: {by_domain: {cap-1-teams: 2}}",
        ("opportunities.yaml", "leadership_models.yaml"),
    ),
    "at_each_stage": (
        "opportunities: {at_each_stage: {cap-1: 2}}",
        "opportunities: {at_each_stage: {cap-2: 1}}",
        ("opportunities.yaml", "stages.yaml", "leadership_models.yaml"),
    ),
    "by_weeks": (
        "opportunities: {by_weeks: [{weeks: 4, least: 2}]}",
        "opportunities: {by_weeks: [{weeks: 1, least: 2}]}",
        ("opportunities.yaml",),
    ),
    "kinds": ("opportunities: {kinds: [meeting]}", "opportunities: {kinds: [course]}", ("opportunities.yaml",)),
    "learning_order": (
        "opportunities: {learning_order: [exposure, formal]}",
        "opportunities: {learning_order: [experience, exposure]}",
        ("opportunities.yaml",),
    ),
    "shown": (
        "opportunities: {shown: [{opportunities: [shadow-a-leader], stages: [core], weeks: 1}]}",
        "opportunities: {shown: [{opportunities: [shadow-a-ward], never: [core]}]}",
        ("opportunities.yaml",),
    ),
    "short_examples": (
        "case_studies: {short_examples: 1}",
        "case_studies: {short_examples: 2}",
        ("case_studies/matching-projects.md",),
    ),
    "by_responsibility": (
        "case_studies: {by_responsibility: 1}",
        "case_studies: {by_responsibility: 9}",
        ("case_studies/matching-projects.md", "network.yaml"),
    ),
    "stages": ("stages: [core, registrar]", "stages: [core, senior]", ("stages.yaml",)),
    "responsibilities": ("responsibilities: [K1]", "responsibilities: [K1, K2]", ("network.yaml",)),
    "supervisor_check": (
        "supervisor_check: {domains: [cap-1]}",
        "supervisor_check: {domains: [cap-1], questions: 1}",
        ("leadership_models.yaml", "stages.yaml"),
    ),
    "guides": ("guides: {ids: [shadowing], sources: 1}", "guides: {ids: [shadowing], sources: 2}", (GUIDE,)),
    "pages": (
        "pages: [/, /guides/shadowing/, /opportunities/shadow-a-leader/]",
        "pages: [/opportunities/shadow-a-ward/]",
        ("opportunities.yaml",),
    ),
    "crisis_help": ("crisis_help: {}", "crisis_help: {whole: [/guides/shadowing/]}", (GUIDE,)),
    "sites_to_avoid": (
        "sites_to_avoid: [{site: example.com, instead: nothing}]",
        "sites_to_avoid: [{site: www.example.org, instead: nothing}]",
        ("leadership_models.yaml",),
    ),
}


def found(root: Path) -> list[str]:
    return [shortfall.message for shortfall in shortfalls(pipeline.check(root, today=TODAY)[0])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_met_target_gives_no_warning(kind: str, network: Make) -> None:
    root = network({"targets.yaml": KINDS[kind][0]})
    assert list(pipeline.check(root, today=TODAY)[1]) == []
    assert found(root) == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_unmet_target_is_a_warning(kind: str, network: Make) -> None:
    root = network({"targets.yaml": KINDS[kind][1]})
    problems = list(pipeline.check(root, today=TODAY)[1])
    assert {problem.severity for problem in problems} == {"warning"}
    assert sorted(problem.message for problem in problems) == sorted(found(root))


@pytest.mark.parametrize(("kind", "file"), [(kind, file) for kind, (_, _, files) in KINDS.items() for file in files])
def test_a_target_is_skipped_if_its_catalogue_was_not_read_whole(kind: str, file: str, network: Make) -> None:
    text = (NETWORK / file).read_text("utf-8")
    root = network({"targets.yaml": KINDS[kind][1], file: text.replace(": ", ": - ", 2)})
    assert file in [problem.file for problem in pipeline.check(root, today=TODAY)[1].errors]
    assert found(root) == []


def test_a_network_without_the_file_has_no_targets(network: Make) -> None:
    records, problems = pipeline.check(network({}), today=TODAY)
    assert records.targets is None
    assert list(problems) == [] and list(shortfalls(records)) == []


@pytest.mark.parametrize("status", ["closed", "on-hold"])
def test_closed_opportunities_do_not_count(status: str, network: Make) -> None:
    closed = CHAIR.replace("status: open\nopens: 2026-05-01\ncloses: 2026-12-01", f"status: {status}")
    root = network({"targets.yaml": "opportunities: {least: 2}", "opportunities/chair-a-meeting.yaml": closed})
    assert found(root) == ["the network has 1 opportunity, and 2 are wanted"]


def test_the_result_does_not_depend_on_the_day(network: Make) -> None:
    """A closing date that has passed is a warning of `checks.dates`."""
    root = network({"targets.yaml": "opportunities: {least: 2}"})
    late = pipeline.check(root, today=TODAY.replace(year=2030))[0]
    assert list(shortfalls(late)) == []


@pytest.mark.parametrize("named", ["T1.shadowing", "T1.shadowing.done"])
def test_a_row_is_cited_whole_or_by_a_cell(named: str, network: Make) -> None:
    root = network({"targets.yaml": "opportunities: {survey_rows: [{table: T1}]}"})
    file = root / "opportunities.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("    - T1.shadowing\n", f"    - {named}\n"), "utf-8")
    assert found(root) == []
    file.write_text(text.replace("  evidence:\n    - T1.shadowing\n", ""), "utf-8")
    assert found(root) == ["no opportunity names `T1.shadowing` as its evidence"]


def test_crisis_help_on_a_page_is_found_in_its_form(network: Make) -> None:
    lines = (NETWORK / "network.yaml").read_text("utf-8") + (
        "crisis_help:\n  lines:\n    - id: line\n      name: Line\n      number: 116 123\n      answers: Somebody.\n"
        "      hours: Always\n      link: {label: It, url: https://example.org, checked: 2026-06-01, how: live}\n"
    )
    view = "\n```view\ncrisis_help: {}\n```\n"
    for form, said in (("whole", []), ("brief", ["`/guides/shadowing/` does not show the help in a crisis with"])):
        root = network(
            {
                "network.yaml": lines,
                "targets.yaml": "crisis_help: {whole: [/guides/shadowing/]}",
                GUIDE: SHADOWING + view.format(form),
            }
        )
        assert [one.rpartition(" `")[0] for one in found(root)] == said
        shutil.rmtree(root)


def test_words_to_avoid_are_allowed_in_quotations_code_and_search_words(network: Make) -> None:
    """Case and line ends do not matter."""
    text = SHADOWING.replace("audience:", "search_words:\n  - soft skills\naudience:")
    text += '\nThey call it "soft skills". See `soft skills`. Soft\nskills, softskills.\n'
    avoid = "words_to_avoid: [{words: soft skills, write: skills}]"
    records, problems = pipeline.check(network({"targets.yaml": avoid, GUIDE: text}), today=TODAY)
    (one,) = words_to_avoid(records)
    assert (one.span.file, one.message, one.help) == (
        GUIDE,
        "`Soft skills` is not how we say it",
        "write this instead: skills",
    )
    assert [problem.code for problem in problems] == ["to-avoid"]


def test_the_report_lists_what_check_warns_of(network: Make) -> None:
    targets = "opportunities:\n  least: 3\nwords_to_avoid:\n  - {words: short visit, write: a day}\n"
    records, problems = pipeline.check(network({"targets.yaml": targets}), today=TODAY)
    (section,) = [one for one in report.sections(link(records, today=TODAY)) if one.title == "Below target"]
    assert section.rows == (
        "`targets.yaml`, line 2: the network has 2 opportunities, and 3 are wanted: add one, or lower the number here",
        f"`{GUIDE}`, line 4: `short visit` is not how we say it: write this instead: a day",
    )
    assert len(problems) == len(section.rows)
