"""The corpus of hostile pull requests and addresses: each file of cases/hostile holds one.

`what` describes the attack. It is made in one of these ways:

- `in` and `fields` or `body`: a new entry of a kind (see `KINDS`) with these fields, or a file of the small network in
  tests/support/network with values put in at a path such as `figures.0.value`;
- `files` (and `page`, where they are seen): whole files, each as text, as `{base64: ...}`, or as `{link: ...}`, a symbolic
  link; any text may be `{repeat: [text, times]}` with `before` and `behind`;
- `every_text`: this in front of every free text of every file;
- `address`: a page with its query or fragment.

`expect` is `inert`, or the code and a part of the message of the error that refuses it. `shown` is the text that a reader
then sees. `heavy` cases run in a process of their own with limits on time and memory.
"""

from __future__ import annotations

import base64
import itertools
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mentor_network.problems import Problem
from support.networks import NETWORK, ROOT, mkdocs_for
from support.yaml_files import load

FOLDER = ROOT / "tests" / "cases" / "hostile"

#: Kind of entry → the file to copy, the new file, and the address of its page.
KINDS = {
    "opportunity": ("opportunities/chair-a-meeting.yaml", "opportunities/{}.yaml", "/opportunities/{}/"),
    "case study": ("case_studies/matching-projects.md", "case_studies/{}.md", "/case-studies/{}/"),
    "page": ("content/guides/shadowing.md", "content/hostile/{}.md", "/hostile/{}/"),
    "term": ("glossary.yaml", "glossary.yaml", "/glossary/"),
}
#: File of the network → a page that shows it.
PAGES = {
    "evidence.yaml": "/guides/shadowing/",
    "leadership_models.yaml": "/models/cap/",
    "network.yaml": "/",
    "opportunities.yaml": "/opportunities/shadow-a-leader/",
    "stages.yaml": "/stages/core/",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One attack. `page` is where it would be seen."""

    name: str
    told: dict[str, Any] = field(hash=False)

    @property
    def refused(self) -> dict[str, str]:
        """The code and part of the message of the expected error; empty if the case is expected to be inert."""
        expected = self.told["expect"]
        return {} if expected == "inert" else dict(expected)

    @property
    def id(self) -> str:
        """The id of an entry that holds the payload."""
        return self.name.replace("_", "-")

    @property
    def page(self) -> str:
        """The address of a page that would show the payload."""
        place = str(self.told.get("in", ""))
        return KINDS[place][2].format(self.id) if place in KINDS else str(self.told.get("page") or PAGES.get(place, "/"))


def cases() -> list[Case]:
    """All cases of the corpus."""
    return [Case(path.stem, load(path)) for path in sorted(FOLDER.glob("*.yaml"))]


def text_of(given: Any) -> str:
    """The text of a value in a case: a string, or `repeat` expanded."""
    if not isinstance(given, dict):
        return str(given)
    piece, times = given.get("repeat", ["", 0])
    return str(given.get("before", "")) + piece * times + str(given.get("behind", ""))


def small_network(root: Path) -> Path:
    """Copy the small network to `root`."""
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    return root


def put(case: Case, root: Path) -> None:
    """Apply a case to a network."""
    for name, given in case.told.get("files", {}).items():
        _file(root / name, given)
    place = case.told.get("in")
    if place in KINDS:
        _entry(case, *KINDS[place][:2], root)
    elif place:
        path = root / place
        path.write_text(as_yaml(_with(plain(path.read_text("utf-8")), case.told["fields"])), "utf-8")
    if payload := case.told.get("every_text"):
        poison(root, [text_of(payload)])


def _file(path: Path, given: Any) -> None:
    if isinstance(given, dict) and "link" in given:
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(given["link"])
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(given, dict) and "base64" in given:
        path.write_bytes(base64.b64decode(given["base64"]))
    else:
        path.write_bytes(text_of(given).encode())


def _entry(case: Case, source: str, target: str, root: Path) -> None:
    """Add a copy of an entry with the payload in it."""
    path = root / target.format(case.id)
    before = (NETWORK / source).read_text("utf-8")
    if source.endswith(".md"):
        _, head, body = before.split("---\n", 2)
        if case.told["in"] == "page":
            body = ""
        facts = _with(plain(head) | {"id": case.id}, case.told.get("fields", {}))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{as_yaml(facts)}\n---\n\n{body}\n{text_of(case.told.get('body', ''))}\n", "utf-8")
        return
    listed = target == source
    entries = plain(path.read_text("utf-8")) if listed else plain(before)
    made = _with((dict(entries[0]) if listed else entries) | {"id": case.id}, case.told.get("fields", {}))
    path.write_text(as_yaml([*entries, made] if listed else made), "utf-8")


def _with(value: Any, fields: dict[str, Any]) -> Any:
    for way, given in fields.items():
        *steps, last = way.split(".")
        place = value
        for step in steps:
            place = place[int(step) if isinstance(place, list) else step]
        place[int(last) if isinstance(place, list) else last] = _made(given)
    return value


def _made(given: Any) -> Any:
    """A value of a case with every `repeat` expanded."""
    if isinstance(given, list):
        return [_made(item) for item in given]
    if isinstance(given, dict):
        return text_of(given) if "repeat" in given else {key: _made(item) for key, item in given.items()}
    return given


def plain(text: str) -> Any:
    """Parse YAML with every scalar as text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def as_yaml(value: Any) -> str:
    """Serialise as JSON, which is valid YAML."""
    return json.dumps(value, ensure_ascii=False, indent=1)


#: Fields with ids, enumerations, dates, numbers or URLs: no free text.
_FIXED = re.compile(
    r"(^|\.)(id|type|stages|learning|scope|where|min_weeks|total|per_week|timing|cost|develops|can_show|themes|leads_to|guide|"
    r"evidence|status|opens|closes|url|checked|how|source|pages|added|changed|last_reviewed|next_review|opportunity|next_stage|"
    r"part_of|basis|meaning_basis|superseded_by|domains|unit|n|value|values|notes|site_url|repository|contact|see|kind|audience|"
    r"activity_types|responsibilities|opportunities|report_page|page|evidence|number|still_running|answers_of|people_reached|address)(\.|$)"
)
#: Numbers, dates and the licence are no free text in any field.
_CHOSEN = re.compile(r"[\d.]+|\d{4}-\d{2}(-\d{2})?|CC-BY-4\.0|true|false")


def poison(root: Path, payloads: Iterable[str]) -> Path:
    """Prefix every free text of every file with a payload, cycling through the payloads."""
    turn = itertools.cycle(payloads)
    for path in [*root.glob("*.yaml"), *root.glob("opportunities/*.yaml")]:
        path.write_text(as_yaml(_poisoned(plain(path.read_text("utf-8")), turn)), "utf-8")
    for path in [*root.glob("case_studies/*.md"), *root.glob("content/**/*.md")]:
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        path.write_text(f"---\n{as_yaml(_poisoned(plain(head), turn))}\n---\n{body}", "utf-8")
    return root


def _poisoned(value: Any, turn: Iterator[str], path: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _poisoned(item, turn, f"{path}.{key}".strip(".")) for key, item in value.items()}
    if isinstance(value, list):
        return [_poisoned(item, turn, path) for item in value]
    last = path.rpartition(".")[2]
    if _FIXED.search(last) or _CHOSEN.fullmatch(value):
        return value
    text = f"{next(turn)} {value}"
    # A title ends with a whole word: half a word may look like a name.
    return (text[:60].rpartition(" ")[0] or text[:60]) if last == "title" and len(text) > 60 else text[:280]


def in_every_text(found: Iterable[Case]) -> dict[str, str]:
    """Name of the case → payload, for the cases that prefix every text."""
    return {case.name: text_of(case.told["every_text"]) for case in found if "every_text" in case.told}


def network_of_all(root: Path) -> Path:
    """A network with every case that the checker accepts: payloads in front of every text, and an entry for each case."""
    found = [case for case in cases() if not case.refused and "address" not in case.told]
    small_network(root)
    network = root / "network.yaml"
    network.write_text(as_yaml(_with(plain(network.read_text("utf-8")), {"site_url": ""})), "utf-8")
    poison(root, in_every_text(found).values())
    for case in found:
        if "every_text" not in case.told:
            put(case, root)
    return root


def is_refused(case: Case, found: Iterable[Problem]) -> bool:
    """Whether one of these problems is the error that the case expects."""
    wanted = case.refused
    return any(p.severity == "error" and p.code == wanted["code"] and wanted["says"] in p.message for p in found)


def _payloads(value: Any) -> Iterator[str]:
    """The texts in a value of a case."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and "repeat" not in value:
        for item in value.values():
            yield from _payloads(item)
    elif isinstance(value, list):
        for item in value:
            yield from _payloads(item)


def payloads() -> list[str]:
    """Every text that the corpus puts into a network."""
    keys = ("fields", "body", "every_text")
    return sorted({text for case in cases() for key in keys for text in _payloads(case.told.get(key, ""))})
