"""Which faults the command `gates` finds on a page that is not in the covering set."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentor_network.gates.page import NEEDED, Site
from mentor_network.gates.sampling import covering_pages

pytestmark = [pytest.mark.browser, pytest.mark.gate]

PLACE = "</main>"
#: A link that says nothing, which axe finds, as an element like others on the page; and one in a class of its own.
LIKE_OTHERS, NEW = ('<p><a href="../"></a></p>', '<p class="mn-note"><a href="../"></a></p>')


@pytest.fixture
def twins(small_site: Path, tmp_path: Path) -> Path:
    """A site of 4 pages: /twin/ is a copy of the glossary, so the covering set has only the glossary."""
    site = tmp_path / "site"
    for name in (*NEEDED, "glossary/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(small_site / name, site / name)
    shutil.copytree(small_site / "assets", site / "assets", dirs_exist_ok=True)
    glossary = site / "glossary" / "index.html"
    # The glossary has such a link too, with words.
    text = glossary.read_text("utf-8").replace(PLACE, f'<p><a href="../">Home</a></p>{PLACE}')
    glossary.write_text(text, "utf-8")
    (site / "twin").mkdir()
    (site / "twin" / "index.html").write_text(text, "utf-8")
    assert "/twin/" not in {page.address for page in covering_pages(Site(site))}
    return site


def faulty(site: Path, fault: str) -> Path:
    page = site / "twin" / "index.html"
    page.write_text(page.read_text("utf-8").replace(PLACE, fault + PLACE), "utf-8")
    return site


def gates(site: Path, *options: str) -> str:
    """What `gates` says of gate A1. In a process of its own, as Playwright starts only once in a process."""
    command = [sys.executable, "-m", "mentor_network", "gates", str(site), "--only", "A1", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300).stdout


def test_a_fault_in_an_element_like_others_is_found_with_every_page(twins: Path) -> None:
    site = faulty(twins, LIKE_OTHERS)
    assert gates(site).endswith("nothing found\n")
    assert "/twin/: link-name" in gates(site, "--all")


def test_a_fault_in_a_new_element_is_found_by_the_usual_run(twins: Path) -> None:
    assert "/twin/: link-name" in gates(faulty(twins, NEW))
