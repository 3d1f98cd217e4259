"""Editors show mistakes, choices and explanations: tested with the real language server and this project's settings.

The mistakes are cases of tests/cases/problems, and each must be shown at the line where `check` reports it.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentor_network.authoring import schema_files
from support.language_server import LanguageServer
from support.networks import NETWORK, ROOT
from support.yaml_files import load

#: The cases that a schema can detect. Broken references and impossible dates only `check` can report.
SCHEMA_ERRORS = (
    "bad_enum_number",
    "bad_enum_value",
    "bad_id_in_a_list",
    "bad_number",
    "bare_null_in_a_list",
    "date_the_british_way",
    "date_written_as_words",
    "duplicate_key",
    "empty_list",
    "empty_value",
    "figure_badly_named",
    "keys_where_text_is_needed",
    "list_where_text_is_needed",
    "missing_key",
    "missing_keys_together",
    "misspelt_key",
    "misspelt_key_inside",
    "number_below_zero",
    "text_where_a_list_is_needed",
    "text_where_keys_are_needed",
    "too_long_list",
    "too_long_title",
    "too_short_list",
    "two_values_in_a_list_of_ids",
    "yes_where_a_value_is_chosen",
)


def settings() -> dict[str, Any]:
    """The project's settings for editors, nested as the server expects: `a.b.c` is `{"a": {"b": {"c": ...}}}`."""
    text = (ROOT / ".vscode" / "settings.json").read_text("utf-8")
    nested: dict[str, Any] = {"http": {"proxy": "", "proxyStrictSSL": True}}
    for name, value in json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)).items():
        *above, last = name.split(".")
        place = nested
        for part in above:
            place = place.setdefault(part, {})
        place[last] = value
    return nested


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small network, with the schemas in the folder that the settings name."""
    root = tmp_path_factory.mktemp("editor") / "network"
    shutil.copytree(NETWORK, root)
    shutil.copytree(ROOT / schema_files.FOLDER, root / schema_files.FOLDER)
    return root


@pytest.fixture(scope="module")
def editor(small: Path) -> Iterator[LanguageServer]:
    with LanguageServer(small, settings()) as server:
        yield server


def planted(name: str, root: Path) -> tuple[Path, str, int]:
    """The file of a case, its text with the mistake, and the line where `check` reports it."""
    case = load(ROOT / "tests" / "cases" / "problems" / f"{name}.yaml")
    file, line = re.match(r"(.+?):(\d+):", case["problems"]).groups()
    text = (root / file).read_text("utf-8")
    for old, new in case["edits"][file].items():
        text = text.replace(old, new, 1)
    return root / file, text, int(line)


@pytest.mark.parametrize("name", SCHEMA_ERRORS)
def test_a_mistake_is_shown_at_its_line(name: str, editor: LanguageServer, small: Path) -> None:
    path, text, line = planted(name, small)
    assert line in [at for at, _ in editor.problems(path, text)]


def test_a_link_that_is_not_https_is_shown(editor: LanguageServer, small: Path) -> None:
    path, text, line = planted("bad_url", small)
    assert (line, "start it with https://") in editor.problems(path, text)


@pytest.mark.parametrize(
    "file", [*sorted(path.name for path in NETWORK.glob("*.yaml")), "opportunities/chair-a-meeting.yaml"]
)
def test_files_that_check_accepts_have_no_diagnostics(file: str, editor: LanguageServer, small: Path) -> None:
    assert editor.problems(small / file) == []


def test_the_choices_of_a_field_are_completed(editor: LanguageServer, small: Path) -> None:
    path = small / "opportunities.yaml"
    text = path.read_text("utf-8").replace("  cost: free\n", "  cost: \n", 1)
    line = text[: text.index("  cost: \n")].count("\n") + 1
    offered = editor.at("completion", path, text, line, len("  cost: ") + 1)
    assert [item["label"] for item in offered["items"]] == ["free", "funded", "paid", "check"]


def test_the_description_of_a_field_is_shown(editor: LanguageServer, small: Path) -> None:
    path = small / "opportunities.yaml"
    text = path.read_text("utf-8")
    line = text[: text.index("  min_weeks:")].count("\n") + 1
    shown = editor.at("hover", path, text, line, 5)["contents"]["value"]
    assert "The shortest placement it fits, in weeks" in shown
    assert "* `17`" in shown


SCHEMA = "# yaml-language-server: $schema="


def catalogues() -> list[Path]:
    """Our YAML files, except opportunities written on GitHub's website, which need not name their schema."""
    ours = (path for path in (ROOT / "opportunities").glob("*.yaml") if path.read_text("utf-8").startswith(SCHEMA))
    return sorted([*ROOT.glob("*.yaml"), *ours])


def test_every_catalogue_names_its_schema() -> None:
    for path in catalogues():
        first = path.read_text("utf-8").split("\n", 1)[0]
        assert first.startswith(SCHEMA), path
        named = (path.parent / first.partition("$schema=")[2]).resolve()
        kind = "opportunity" if path.parent.name == "opportunities" else path.stem
        assert named == ROOT / schema_files.FOLDER / f"{kind}.schema.json", path
        assert named.is_file()


@pytest.fixture(scope="module")
def plain() -> Iterator[LanguageServer]:
    """An editor without our settings, which knows only the schema in the first line of each file."""
    with LanguageServer(ROOT, {"yaml": {"schemaStore": {"enable": False}, "validate": True}}) as server:
        yield server


@pytest.mark.gate
@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)
def test_the_first_line_is_enough_without_settings(path: Path, plain: LanguageServer) -> None:
    text = path.read_text("utf-8")
    assert plain.problems(path, text) == []
    spoilt = text + ("surplus: 1\n" if re.search(r"^\w+:", text, re.MULTILINE) else "  surplus: 1\n")
    (problem,) = plain.problems(path, spoilt)
    assert problem == (text.count("\n") + 1, "Property surplus is not allowed.")


class Listener:
    """A proxy that records whether a connection was made, and closes it."""

    def __init__(self) -> None:
        self.connected = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        try:
            self._socket.accept()[0].close()
        except OSError:
            return  # nobody connected before the end
        self.connected.set()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.mark.gate
@pytest.mark.parametrize("store", [False, True], ids=["ours", "control"])
def test_no_other_machine_is_contacted(store: bool, small: Path) -> None:
    """As a control, the server does connect when the schema store is on."""
    listener, chosen = Listener(), settings()
    chosen["http"]["proxy"] = listener.address
    if store:
        chosen["yaml"]["schemaStore"]["enable"] = True
    with LanguageServer(small, chosen) as server:
        assert server.problems(small / "opportunities.yaml") == []
        assert listener.connected.wait(30) if store else not listener.connected.is_set()
    listener.close()
