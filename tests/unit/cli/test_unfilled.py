"""Warnings for fields of network.yaml that are empty though readers need them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main, unfilled

Make = Callable[[dict[str, str | None]], Path]


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
def test_each_empty_field_is_named_with_its_line(
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
    found = list(unfilled.empty_fields(root))
    assert [problem.message.split("`")[1] for problem in found] == missing
    for name, problem in zip(missing, found, strict=True):
        assert f"fill in the line `{name}: " in problem.help and f"SITE_{name.upper().removeprefix('SITE_')}" in problem.help
        assert problem.severity == "warning" and problem.file == "network.yaml"
        assert left_out or kept[problem.line - 1].startswith(f"{name}:")
    assert main(["check", str(root)]) == 0
