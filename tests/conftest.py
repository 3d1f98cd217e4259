"""What tests share: a small valid network to lay mistakes over, and the sites built from it and from the real one."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from support.networks import NETWORK, NOW, ROOT, build_site, laid_over, mkdocs_for

settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("tests")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line on the hostile corpus, wherever its tests ran: its tests note a tally of what they tried."""
    reports = [
        report for some in terminalreporter.stats.values() for report in some if getattr(report, "when", "") == "call"
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
    """Make a copy of the small network with some files replaced, added or, where None, removed."""

    return lambda files: laid_over(tmp_path / "network", files)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small network's site."""
    root = tmp_path_factory.mktemp("small") / "network"
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    return build_site(root, root.parent / "site")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real network's site."""
    return build_site(ROOT, tmp_path_factory.mktemp("real") / "site", **NOW)
