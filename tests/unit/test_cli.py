"""The command, as somebody types it."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main, unfilled
from mentor_network.labels import day

Make = Callable[[dict[str, str | None]], Path]
BROKEN = {"opportunities.yaml": "- id: x\n"}


def test_check_says_so_when_there_is_nothing_to_mend(
    network: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")  # August 2026: nothing is overdue and nothing has closed
    assert main(["check", str(network({}))]) == 0
    assert capsys.readouterr().out == "nothing to mend\n"


def test_check_fails_on_errors_and_not_on_warnings(network: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = network({})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # March 2030: everything is overdue
    assert main(["check", str(root)]) == 0
    (root / "opportunities.yaml").write_text("- id: x\n")
    assert main(["check", str(root)]) == 1


def test_wrong_usage_is_2(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(tmp_path / "nowhere")])
    assert stopped.value.code == 2
    with pytest.raises(SystemExit) as stopped:
        main(["chek"])
    assert stopped.value.code == 2


def test_json_has_every_part(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(network(BROKEN)), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    first = next(problem for problem in problems if problem["file"] == "opportunities.yaml")
    assert set(first) == {"file", "line", "column", "severity", "code", "message", "help"}
    assert (first["line"], first["column"], first["severity"], first["code"]) == (1, 3, "error", "missing-key")


def test_github_gets_annotations_that_cannot_be_broken_out_of(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"opportunities.yaml": '- id: "x%0A::error::fake,y:z"\n'})
    main(["check", str(root), "--format", "github"])
    lines = [line for line in capsys.readouterr().out.split("\n") if line]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert any("%250A" in line for line in lines)


@pytest.mark.parametrize("how", [["-m", "mentor_network"], []], ids=["module", "script"])
def test_both_ways_to_call_it(how: list[str], network: Make) -> None:
    command = [sys.executable, *how] if how else [str(Path(sys.executable).with_name("mentor-network"))]
    done = subprocess.run([*command, "check", str(network({}))], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("kind", "file"), [("opportunity", "opportunities/{}.yaml"), ("case-study", "case_studies/{}.md")])
def test_new_writes_an_entry_that_passes(kind: str, file: str, network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({})
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) == 0
    assert (root / file.format("run-a-thing")).is_file()
    assert main(["check", str(root)]) == 0
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) == 2, "it must not write over words that are there"
    assert main(["new", kind, "Bad Id", "--root", str(root)]) == 2


def test_report_counts_what_there_is(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(network({}))]) == 0
    said = capsys.readouterr().out
    assert "2 opportunities, 1 case study" in said
    assert "by stage: core 2, registrar 2" in said


def test_a_bad_edit_leaves_the_last_good_site(network: Make, tmp_path: Path) -> None:
    from support.networks import build_site, mkdocs_for

    root = network({})
    mkdocs_for(root)
    out = build_site(root, tmp_path / "site")
    before = (out / "index.html").read_bytes()
    (root / "opportunities.yaml").write_text("- id: x\n")
    assert main(["site", str(root), "--out", str(out)]) == 1
    assert (out / "index.html").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "network", "site"]


@pytest.mark.parametrize("said", ["", "yesterday"])
def test_a_day_that_is_no_number_of_seconds_stops_no_build(network: Make, tmp_path: Path, said: str) -> None:
    from support.networks import build_site, mkdocs_for

    root = network({})
    mkdocs_for(root)
    page = (build_site(root, tmp_path / "site", SOURCE_DATE_EPOCH=said) / "index.html").read_text("utf-8")
    assert f"Built on {day(datetime.date.today())}." in page


def test_whoever_builds_fills_what_the_network_leaves_empty(network: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from mentor_network import pipeline
    from support.networks import TODAY

    root = network({})
    file = root / "network.yaml"
    file.write_text(file.read_text("utf-8").replace("repository: example/network", 'repository: ""'), "utf-8")
    monkeypatch.setenv("SITE_REPOSITORY", "somebody/guide")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    built = pipeline.build(root, today=TODAY)
    assert built.catalogue is not None
    assert built.catalogue.network.repository == "somebody/guide"
    assert built.catalogue.network.site_url == "https://example.org/network/", "what is written there stands"


def test_check_says_what_it_checks_only_after_these_are_mended(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """A link to nothing is not looked at while the catalogue that could hold its target is not read whole."""
    root = network({})
    guide, stages = root / "content/guides/shadowing.md", root / "stages.yaml"
    guide.write_text(guide.read_text("utf-8").replace("/stages/core/", "/stages/nowhere/"), "utf-8")
    right = stages.read_text("utf-8")
    stages.write_text(right.replace("  grades: CT1 and CT2\n", ""), "utf-8")
    assert main(["check", str(root)]) == 1
    said = capsys.readouterr().out
    assert "/stages/nowhere/" not in said
    assert said.endswith("\n1 error to mend before the site can be built; what refers to these is checked after that\n")
    stages.write_text(right, "utf-8")
    assert main(["check", str(root)]) == 1
    said = capsys.readouterr().out
    assert "this site has no page at `/stages/nowhere/`" in said and said.endswith(
        "\n1 error to mend before the site can be built\n"
    )


LINES = {"contact": "mentors@example.org", "repository": "example/guide", "site_url": "https://example.org/guide/"}


@pytest.mark.parametrize(
    ("written", "given", "missing"),
    [
        ((), {}, ["contact", "repository", "site_url"]),
        (("contact", "repository"), {}, ["site_url"]),
        (("repository", "site_url"), {}, ["contact"]),
        (("contact",), {"SITE_REPOSITORY": "example/guide"}, ["site_url"]),
        ((), {"SITE_CONTACT": "us@example.org", "SITE_REPOSITORY": " ", "SITE_URL": "https://example.org/"}, ["repository"]),
        (("contact", "repository", "site_url"), {}, []),
    ],
)
@pytest.mark.parametrize("left_out", [False, True])
def test_what_readers_need_and_nobody_filled_in_is_named_with_its_line(
    written: tuple[str, ...],
    given: dict[str, str],
    missing: list[str],
    left_out: bool,
    network: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = network({})
    file = root / "network.yaml"
    kept = [line for line in file.read_text("utf-8").splitlines() if line.partition(":")[0] not in LINES]
    lines = [f"{name}: {LINES[name] if name in written else chr(34) * 2}" for name in LINES]
    kept[1:1] = [line for line in lines if not (left_out and line.endswith(chr(34)))]
    file.write_text("\n".join(kept) + "\n", "utf-8")
    for name in ("SITE_CONTACT", "SITE_REPOSITORY", "SITE_URL"):
        monkeypatch.setenv(name, given.get(name, ""))
    found = list(unfilled.empty(root))
    assert [problem.message.split("`")[1] for problem in found] == missing
    for name, problem in zip(missing, found, strict=True):
        assert f"fill in the line `{name}: " in problem.help and f"SITE_{name.upper().removeprefix('SITE_')}" in problem.help
        assert problem.severity == "warning" and problem.file == "network.yaml"
        assert left_out or kept[problem.line - 1].startswith(f"{name}:")
    assert main(["check", str(root)]) == 0


@pytest.mark.parametrize(
    ("form", "start"), [("text", "WARNING: network.yaml leaves empty"), ("github", "::warning file=network")]
)
def test_a_build_warns_and_does_not_fail(
    form: str, start: str, network: Make, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from support.networks import mkdocs_for

    root = network({})
    mkdocs_for(root)
    monkeypatch.delenv("SITE_CONTACT", raising=False)
    assert main(["site", str(root), "--out", str(tmp_path / "site"), "--format", form]) == 0
    said = capfd.readouterr()
    assert any(line.startswith(start) for line in (said.out + said.err).splitlines())
    assert "fill in the line `contact: " in said.out + said.err
    monkeypatch.setenv("SITE_CONTACT", "us@example.org")
    assert main(["site", str(root), "--out", str(tmp_path / "site"), "--format", form]) == 0
    said = capfd.readouterr()
    assert "not-filled-in" not in said.out + said.err
