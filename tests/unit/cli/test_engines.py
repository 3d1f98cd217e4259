"""Missing packages and bad settings are errors with a message, and never a traceback."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from mentor_network.cli import engines, main
from support.networks import mkdocs_for

Make = Callable[[dict[str, str | None]], Path]


def uninstall(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Let no import find a package."""
    find_spec = importlib.util.find_spec

    def find(name: str, *more: Any) -> ModuleSpec | None:
        return None if name == package else find_spec(name, *more)

    monkeypatch.setattr(engines, "find_spec", find)


@pytest.mark.parametrize(
    ("package", "message"),
    [
        ("mkdocs", "MkDocs is not installed here; run: pip install mkdocs\n"),
        ("material", "Material for MkDocs is not installed here; run: pip install mkdocs-material\n"),
    ],
)
def test_a_missing_package_is_named(
    package: str,
    message: str,
    network: Make,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    root = network({})
    mkdocs_for(root)
    uninstall(monkeypatch, package)
    assert main(["site", str(root)]) == 2
    assert capfd.readouterr().err == message
    assert not (root / "site").exists()


@pytest.mark.parametrize("package", ["mkdocs", "material"])
def test_a_site_without_an_engine_needs_neither_mkdocs_nor_its_theme(
    package: str, network: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = network({})
    mkdocs_for(root)
    uninstall(monkeypatch, package)
    engines.require("none", root)
    with pytest.raises(engines.MissingRequirement):
        engines.require("mkdocs", root)


@pytest.mark.parametrize("engine", ["mkdocs", "none"])
def test_a_folder_that_is_no_network_is_refused(engine: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(tmp_path), "--engine", engine]) == 2
    assert capfd.readouterr().err.endswith(f" in {tmp_path}; run this in the folder of a network\n")


def test_serve_outside_a_network_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path)]) == 2
    assert "there is no network.yaml in " in capfd.readouterr().err


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("site_name: !unknown x", "could not determine a constructor for the tag '!unknown'"),
        ("site_name: A\ntheme: {name: nosuch}", "Unrecognised theme name: 'nosuch'"),
    ],
)
def test_bad_settings_are_named_without_a_traceback(
    settings: str,
    message: str,
    network: Make,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    root = network({"mkdocs.yml": settings})
    assert main(["site", str(root)]) == 1
    said = capfd.readouterr().err
    assert said.startswith("MkDocs: ") and "Traceback" not in said
    assert message in said + caplog.text
    assert not (root / "site").exists() and not (root / "site.next").exists()
