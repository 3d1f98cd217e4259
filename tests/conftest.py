"""Fixtures of all tests: copies of the small network, and the sites of the small and of the real network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from support.networks import NOW, PLAIN, ROOT, build_site, laid_over, site_of
from support.shared import made_once

# `make test` tries two fifths of the examples of a fuzz test, always the same; `make gates` tries all, new ones each time.
settings.register_profile(
    "quick", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, derandomize=True
)
settings.register_profile("deep", settings.get_profile("quick"), max_examples=100, derandomize=False)
settings.load_profile("quick")


#: The files with tests, and those with tests that only `make gates` runs. docs/tests.md lists the latter.
COLLECTED, GATED = pytest.StashKey[set[str]](), pytest.StashKey[set[str]]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note which files have tests marked as `gate`, before `-m` takes these out."""
    files = [(item.path.relative_to(ROOT).as_posix(), item.get_closest_marker("gate")) for item in items]
    config.stash[COLLECTED] = {file for file, _ in files}
    config.stash[GATED] = {file for file, mark in files if mark}


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print one line on the hostile corpus, summed over the workers from the tallies in `record_property`."""
    reports = [
        report for reports in terminalreporter.stats.values() for report in reports if getattr(report, "when", "") == "call"
    ]
    total: Counter[str] = Counter()
    for report in reports:
        for name, tally in report.user_properties:
            if name == "hostile":
                total.update(tally)
    if total["tried"]:
        survived = total["refused"] + total["inert"]
        terminalreporter.write_line(
            f"hostile corpus: {total['tried']} tried, {survived} survived ({total['refused']} refused with a message, "
            f"{total['inert']} inert), {total['executed']} executed, {total['lost']} lost"
        )


@pytest.fixture
def network(tmp_path: Path) -> Callable[[dict[str, str | None]], Path]:
    """A function that copies the small network with some files replaced, added or, if None, removed."""

    return lambda files: laid_over(tmp_path / "network", files)


@pytest.fixture(scope="session")
def collected(pytestconfig: pytest.Config) -> set[str]:
    """The files with tests of this run."""
    return pytestconfig.stash[COLLECTED]


@pytest.fixture(scope="session")
def gated(pytestconfig: pytest.Config) -> set[str]:
    """Those of them with tests that only `make gates` runs."""
    return pytestconfig.stash[GATED]


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small network's site."""
    return made_once(tmp_path_factory, "small", lambda folder: site_of(laid_over(folder / "network", {}))) / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real network's site."""
    return made_once(tmp_path_factory, "real", lambda folder: build_site(ROOT, folder / "site", *PLAIN, **NOW)) / "site"
