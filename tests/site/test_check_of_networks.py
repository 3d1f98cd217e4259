"""The check of other networks: which model it is made for, and when there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentor_network import pipeline
from support.networks import TODAY


def uris(root: Path) -> dict[str, str]:
    made = pipeline.build(root, today=TODAY)
    assert made.problems.errors == []
    return {file.path: file.content.decode(errors="replace") for file in made.files() if not file.path.endswith(".png")}


def test_it_is_made_for_the_first_model_that_opportunities_name(network: Callable[[dict[str, str | None]], Path]) -> None:
    files = uris(network({}))
    assert "supervisors/cap-check/index.html" in files and "supervisors/cap-check/core/qualities/index.html" in files
    assert not any("gpc-check" in text for text in files.values())


def test_without_opportunities_there_is_no_check_and_no_link_to_one(
    network: Callable[[dict[str, str | None]], Path],
) -> None:
    bare = {
        "opportunities.yaml": "[]\n",
        "opportunities/chair-a-meeting.yaml": None,
        "stages.yaml": "[]\n",
        "case_studies/matching-projects.md": None,
        "content/guides/shadowing.md": None,
        "glossary.yaml": "[]\n",
    }
    root = network(bare)
    models = root / "leadership_models.yaml"
    text = models.read_text("utf-8")
    # What is said about stages goes with the stages.
    stages = "        expectations:\n          core:\n            - Runs a short meeting to time\n"
    assert stages in text
    models.write_text(text.replace(stages, ""), "utf-8")
    files = uris(root)
    assert "index.html" in files and "mentors/coverage/index.html" in files and "models/cap/index.html" in files
    assert not [uri for uri in files if "-check" in uri and uri.endswith(".md")]
    assert not [uri for uri, text in files.items() if "-check/" in text]


def test_a_broken_model_makes_no_false_follow_ups(network: Callable[[dict[str, str | None]], Path]) -> None:
    """While a model has an error, links to the check that depends on it are no errors."""
    root = network({})
    guide = root / "content" / "guides" / "shadowing.md"
    guide.write_text(guide.read_text("utf-8") + "\n[The check](/supervisors/cap-check/core/#cap-1)\n", "utf-8")
    assert pipeline.check(root, today=TODAY)[1].errors == []
    models = root / "leadership_models.yaml"
    models.write_text(models.read_text("utf-8").replace("    status: current\n", "    status: curent\n"), "utf-8")
    assert [problem.code for problem in pipeline.check(root, today=TODAY)[1].errors] == ["bad-value"]


def test_a_link_into_a_check_that_is_not_there_is_found(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    guide = root / "content" / "guides" / "shadowing.md"
    for wrong in ("/supervisors/cap-check/consultant/", "/supervisors/cap-check/core/#gap-1", "/supervisors/gpc-check/"):
        guide.write_text(guide.read_text("utf-8") + f"\n[The check]({wrong})\n", "utf-8")
    assert len(pipeline.check(root, today=TODAY)[1].errors) == 3
