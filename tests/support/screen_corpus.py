"""Sentences for tests of the screens, from tests/cases/confidentiality: those they must match, and innocent ones."""

from __future__ import annotations

from support.networks import ROOT
from support.yaml_files import load

_CASES = ROOT / "tests" / "cases" / "confidentiality"
#: The code of a screen, with sentences that it must match. The tests of the form in the browser read the same files.
HOSTILE: dict[str, list[str]] = {}
for _name in ("numbers", "people", "events", "judgements", "as_people_write", "encoded"):
    for _code, _sentences in load(_CASES / f"{_name}.yaml").items():
        HOSTILE.setdefault(_code, []).extend(_sentences)
#: Sentences that no screen may match.
INNOCENT: list[str] = load(_CASES / "innocent.yaml")
#: Values of the field that says whom to ask, each with the name of a person.
NO_ROLES: list[str] = load(_CASES / "roles.yaml")["person-not-role"]
