"""The local web server for a built site."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from mentor_network.gates.server import served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("home", "utf-8")
    (tmp_path / "_headers").write_text("/*\n  X-Frame-Options: DENY\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("base_path", ["", "/network"])
def test_files_are_served_at_the_base_path(base_path: str, folder: Path) -> None:
    with served(folder, base_path=base_path) as base, urlopen(f"{base}/") as response:
        assert base.endswith(base_path)
        assert (response.read(), response.headers["X-Frame-Options"]) == (b"home", None)


def test_a_missing_file_is_404(folder: Path) -> None:
    with served(folder) as base, pytest.raises(HTTPError, match="404") as error:
        urlopen(f"{base}/missing/")
    error.value.close()


def test_headers_of_the_site_are_sent_on_request(folder: Path) -> None:
    with served(folder, headers=True) as base, urlopen(base) as response:
        assert response.headers["X-Frame-Options"] == "DENY"
