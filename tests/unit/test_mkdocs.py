"""The hooks of MkDocs that need no run of it. tests/site/test_serve.py serves sites with all of them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.exceptions import Abort, PluginError

from mentor_network.mkdocs import Hooks


@pytest.mark.parametrize(("value", "left"), [("yesterday", None), ("1786000000", "1786000000")])
def test_an_invalid_source_date_epoch_is_removed(value: str, left: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    Hooks().on_startup(command="build")
    assert os.environ.get("SOURCE_DATE_EPOCH") == left


def test_an_error_of_the_operating_system_is_a_message_and_a_bug_is_not() -> None:
    hooks = Hooks()
    with pytest.raises(Abort, match="make room on the disk"):
        hooks.on_build_error(error=OSError(errno.ENOSPC, "No space left on device"))
    hooks.on_build_error(error=ValueError("a bug"))


@pytest.mark.parametrize("serving", [False, True])
def test_errors_stop_a_first_build_and_name_their_lines(
    serving: bool,
    network: Callable[[dict[str, str | None]], Path],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    root, hooks = network({"opportunities.yaml": "- id: x\n"}), Hooks()
    hooks.serving = serving
    config = SimpleNamespace(config_file_path=str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    with pytest.raises(PluginError, match="nothing was built, and the last good site is untouched"):
        hooks.on_pre_build(config=cast(Any, config))
    assert "opportunities.yaml:1:3: missing-key" in caplog.text
    assert not (tmp_path / "site").exists()
