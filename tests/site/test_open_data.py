"""Open data: the JSON and CSV files have what the catalogues have, and follow their schemas."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentor_network import pipeline
from mentor_network.labels import OPEN_DATA
from mentor_network.outputs.open_data.csv_file import FORMULA, to_csv
from mentor_network.outputs.open_data.schema import PROMISED, files, promised
from mentor_network.urls import url
from support.catalogue_sources import Sources, same
from support.networks import NETWORK, ROOT, TODAY
from support.npm_tools import NODE, NPM, TOOLS

#: The file and the list that each list of `Sources` comes out in.
LISTS = {
    "opportunities": "opportunities",
    "retired": "opportunities",
    "models": "leadership-models",
    "themes": "leadership-models",
    "history": "leadership-models",
    "stages": "stages",
    "case_studies": "case-studies",
    "terms": "glossary",
    "tables": "evidence",
    "figures": "evidence",
    "notes": "evidence",
    "charts": "evidence",
    "changes": "evidence",
    "sources": "evidence",
}


@pytest.fixture(params=["real", "small"])
def network_and_site(request: pytest.FixtureRequest) -> tuple[Sources, Path]:
    """The sources and the built site of a network: the real and the small one."""
    root, site = (ROOT, "site") if request.param == "real" else (NETWORK, "small_site")
    return Sources(root), request.getfixturevalue(site)


def loaded(site: Path, name: str) -> dict[str, Any]:
    whole = json.loads((site / url("catalogue_json", name=name).lstrip("/")).read_text("utf-8"))
    assert isinstance(whole, dict)
    return whole


def rows(site: Path, address: str) -> list[dict[str, str]]:
    with (site / address.lstrip("/")).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def by_id(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(items, key=lambda item: str(item.get("id") or item["then"]))


def test_all_that_is_written_is_in_the_json(network_and_site: tuple[Sources, Path]) -> None:
    sources, site = network_and_site
    for name, file in LISTS.items():
        written, made = by_id(sources.lists[name]), by_id(loaded(site, file)[name])
        assert len(written) == len(made), name
        assert [one for one, other in zip(written, made, strict=True) if not same(one, other)] == [], name
    written = {name: value for name, value in sources.read("network.yaml").items() if name != "menu"}
    assert same(written, loaded(site, "network")["network"])


def test_the_text_of_case_studies_is_whole(network_and_site: tuple[Sources, Path]) -> None:
    sources, site = network_and_site
    made = {case["id"]: case["sections"] for case in loaded(site, "case-studies")["case_studies"]}
    for facts, body in sources.cases():
        parts = "\n".join(f"## {part['heading']}\n{part['text']}" for part in made[facts["id"]])
        assert same(body, parts), facts["id"]


def test_every_entry_says_where_it_stands(network_and_site: tuple[Sources, Path]) -> None:
    _, site = network_and_site
    home = loaded(site, "index")["site"]
    for name, file in LISTS.items():
        for entry in loaded(site, file)[name]:
            for one in (entry, *(entry.get("domains", ()) if name == "models" else ())):
                if "address" in one:
                    assert answers(site, one["address"]), one["address"]
                    assert one["url"] == (f"{home.rstrip('/')}{one['address']}" if home else None)


def answers(site: Path, address: str) -> bool:
    """Whether a path leads to a file, or to a page with this anchor."""
    path, _, place = address.partition("#")
    file = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
    return file.is_file() and (not place or f' id="{place}"' in file.read_text("utf-8"))


def test_the_index_lists_every_file_with_its_true_number_of_entries(network_and_site: tuple[Sources, Path]) -> None:
    _, site = network_and_site
    index = loaded(site, "index")
    listed = {file["address"]: file for file in index["files"]}
    here = {f"/{path.relative_to(site).as_posix()}" for path in (site / "data").rglob("*.*") if path.name != "index.html"}
    unlisted = {path for path in here - listed.keys() if not path.endswith((".schema.json", "-template.txt"))}
    assert unlisted == {url("catalogue_json", name="index")} and listed.keys() <= here
    for address, file in listed.items():
        if file["format"] == "JSON":
            whole = json.loads((site / address.lstrip("/")).read_text("utf-8"))
            counted = {name: len(value) for name, value in whole.items() if isinstance(value, list)}
            assert file["entries"] == (counted or {"network": 1}), address
            assert whole["described_by"] == file["described_by"]
        elif file["format"] == "CSV":
            assert file["entries"] == {"rows": len(rows(site, address))}, address
    counts = {file["address"]: file["entries"] for file in index["files"]}
    assert counts["/data/dates.ics"] == {"days": (site / "data/dates.ics").read_text("utf-8").count("BEGIN:VEVENT")}
    assert counts["/data/new.atom"] == {"entries": (site / "data/new.atom").read_text("utf-8").count("<entry>")}


def test_every_file_fits_its_schema(network_and_site: tuple[Sources, Path], tmp_path: Path) -> None:
    """Validated by jsonschema, with a schema that allows no additional fields."""
    _, site = network_and_site
    pairs = []
    for name in ("index", *OPEN_DATA):
        strict = tmp_path / f"{name}.schema.json"
        strict.write_text(
            json.dumps(closed(json.loads((site / url("catalogue_schema", name=name)[1:]).read_text("utf-8")))), "utf-8"
        )
        pairs.append(f"{strict}={site / url('catalogue_json', name=name)[1:]}")
    assert validated(*pairs) == []
    # So that an empty answer does not mean that nothing was held against anything.
    broken = json.loads((site / url("catalogue_json", name="glossary")[1:]).read_text("utf-8")) | {
        "version": 2,
        "terms": [{"id": "x"}],
    }
    (tmp_path / "glossary.json").write_text(json.dumps(broken), "utf-8")
    said = "\n".join(validated(f"{tmp_path / 'glossary.schema.json'}={tmp_path / 'glossary.json'}"))
    assert "must be equal to constant" in said and "must have required property 'meaning'" in said


def closed(value: Any) -> Any:
    """A copy of a schema that allows no additional fields."""
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: closed(item) for key, item in value.items()}
    return {"additionalProperties": False} | inner if isinstance(value.get("required"), list) else inner


def validated(*pairs: str) -> list[str]:
    command = [str(NODE), str(NPM / "schemas.mjs"), str(TOOLS), *pairs]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def test_version_1_keeps_its_promises() -> None:
    """Fields of version 1 are never removed from the list. A change of shape needs a version 2."""
    kept = [line for line in (ROOT / PROMISED).read_text("utf-8").split("\n") if line and not line.startswith("#")]
    now = promised()
    assert [line for line in kept if line not in now] == [], "a field of version 1 is gone or holds another kind of value"
    assert [line for line in now if line not in kept] == [], "new fields are promised from now on: run make schema"
    folder = (ROOT / PROMISED).parent
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.json")} == files(), "stale: run make schema"


def test_a_change_of_shape_would_be_seen() -> None:
    """The lines have each field with its types, with nested ones."""
    lines = promised()
    assert "opportunities.opportunities[].hours.total null or number" in lines
    assert "leadership-models.models[].domains[].expectations.*[] string" in lines
    assert "case-studies.case_studies[].report_page integer" in lines


def test_all_that_is_written_is_in_the_spreadsheets(network_and_site: tuple[Sources, Path]) -> None:
    sources, site = network_and_site
    for name, key in (("opportunities",) * 2, ("stages",) * 2, ("case-studies", "case_studies"), ("glossary", "terms")):
        held(sources.lists[key], rows(site, url("catalogue_csv", name=name)))
    models = sources.lists["models"]
    domains = [{"model.id": model["id"]} | domain for model in models for domain in model["domains"]]
    held(domains, rows(site, url("catalogue_csv", name="leadership-models")))


def held(written: list[dict[str, Any]], made: list[dict[str, str]]) -> None:
    """Each entry is a row with its fields in the cells."""
    found = {row["id"]: row for row in made}
    assert len(made) == len(written) and found.keys() == {entry["id"] for entry in written}
    for entry in written:
        row = found[entry["id"]]
        for column, value in flat(entry):
            if column in row:
                assert same(value, row[column].removeprefix("'") if value.startswith(FORMULA) else row[column]), column


def flat(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an entry as text in cells."""
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{part}", cell(inner)) for part, inner in value.items())
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for part in {part for item in value for part in item}:
                yield f"{name}.{part}", "; ".join(cell(item.get(part)) for item in value)
        else:
            yield name, "; ".join(map(cell, value)) if isinstance(value, list) else cell(value)


def cell(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_a_spreadsheet_runs_nothing_and_reads_the_letters() -> None:
    text = to_csv(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "a=b", "2 – 3", 'say "x"'], [])
    assert text.startswith("\ufeff"), "Excel would take UTF-8 for something else"
    (row,) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row[:6] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'\rx"]
    assert row[6:] == ["a=b", "2 – 3", 'say "x"']


def test_what_only_reviewers_need_stays_inside(tmp_path: Path) -> None:
    """Acknowledged findings, and the name of a Trust without permission, are not in the data."""
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    case = (ROOT / "tests/cases/case_studies/published.md").read_text("utf-8")
    name = "a-message-with-three-dates"
    settled = "acknowledged:\n  - {rule: exact-date, by_role: Librarian, why: Hiddenhill agreed.}\n"
    case = case.replace("trust_named: true", "trust_named: false").replace("Example Valley Test Trust", "Hiddenhill")
    case = case.replace("\nlicence:", f"\n{settled}licence:").replace("Nobody had said", "On 4 May 2025 nobody had said")
    (root / "case_studies" / f"{name}.md").write_text(case, "utf-8")
    built = pipeline.build(root, today=TODAY)
    assert built.problems.errors == []
    said = [file.content.decode() for file in built.files() if file.path.startswith("data/")]
    assert any(name in text for text in said)
    assert [text for text in said if "Hiddenhill" in text or '"acknowledged"' in text] == []
