"""A pull request can hold anything. No field of any catalogue may run script, ask another host or break a page."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from servers import served

from networks import NETWORK, build_site, mkdocs_for

pytestmark = pytest.mark.browser

#: Each is tried in every text of every catalogue. Any that ran would call `gotcha`, leave an element or ask a host.
PAYLOADS = [
    "</title><script>gotcha()</script>",
    '"><img src=x onerror=gotcha()>',
    "<svg/onload=gotcha()>",
    "[x](javascript:gotcha())",
    "[x](java&#115;cript:gotcha()) ![y](https://evil.example/p.png)",
    "{{ 7*7 }}{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}",
    "x { onclick=gotcha() } {: onmouseover=gotcha() .a}",
    "--- \n</div></article><iframe srcdoc='<script>parent.gotcha()</script>'></iframe>",
    "<style>body{background:url(https://evil.example/)}</style><base href=https://evil.example/>",
    "```html\n<script>gotcha()</script>\n```",
    "<https://evil.example/x> &lt;script&gt;gotcha()&lt;/script&gt;",
    "'onfocus=gotcha() autofocus='",
]
#: Fields whose values are ids, choices, dates, numbers or addresses: not free text.
FIXED = re.compile(
    r"(^|\.)(id|type|stages|learning|scope|where|min_weeks|total|per_week|timing|cost|develops|can_show|themes|leads_to|guide|"
    r"evidence|status|opens|closes|url|checked|how|source|pages|added|changed|last_reviewed|next_review|opportunity|next_stage|"
    r"part_of|basis|meaning_basis|superseded_by|domains|unit|n|value|values|notes|site_url|repository|contact|see|kind|audience|"
    r"activity_types|responsibilities|opportunities|report_page|page|evidence|number|still_running)(\.|$)"
)


#: Days, months and the licence of a story are no free text either, under whatever name they stand.
CHOSEN = re.compile(r"\d{4}-\d{2}(-\d{2})?|CC-BY-4\.0")


def poisoned(value: Any, payload: str, path: str = "") -> Any:
    """The same catalogue with the payload in front of every free text."""
    if isinstance(value, dict):
        return {key: poisoned(item, payload, f"{path}.{key}".strip(".")) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, payload, path) for item in value]
    last = path.rpartition(".")[2]
    if isinstance(value, str) and not FIXED.search(last) and not CHOSEN.fullmatch(value):
        room = 60 if last == "title" else 280
        return f"{payload} {value}"[:room]
    return value


def network_with(payload: str, root: Path) -> Path:
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    for path in [*root.glob("*.yaml"), *root.glob("opportunities/*.yaml")]:
        data = yaml.safe_load(
            path.read_text("utf-8").replace(": 2026-", ": !!str 2026-").replace(": 2027-", ": !!str 2027-")
        )
        path.write_text(json.dumps(poisoned(data, payload), ensure_ascii=False), "utf-8")
    for path in [*root.glob("case_studies/*.md"), *root.glob("content/**/*.md")]:
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        data = yaml.safe_load(head.replace(": 2026-", ": !!str 2026-").replace(": 2027-", ": !!str 2027-"))
        path.write_text(f"---\n{json.dumps(poisoned(data, payload), ensure_ascii=False)}\n---\n{body}", "utf-8")
    return root


@pytest.fixture(scope="module", params=range(len(PAYLOADS)))
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    payload = PAYLOADS[request.param]
    folder = tmp_path_factory.mktemp("hostile")
    root = network_with(payload, folder / "network")
    # A link that is not safe is refused by the checker; what it lets through must be inert.
    check = [sys.executable, "-m", "mentor_network", "check", str(root)]
    said = subprocess.run(check, capture_output=True, text=True, check=False, timeout=120)
    if said.returncode:
        assert "bad-link" in said.stdout or "unknown-evidence" in said.stdout, said.stdout
        assert "Traceback" not in said.stdout + said.stderr
        yield Path(), payload
        return
    yield build_site(root, folder / "site"), payload


def test_nothing_runs(hostile_site: tuple[Path, str], visitor: Any) -> None:
    site, payload = hostile_site
    if site == Path():
        return  # refused before anything was built
    with served(site) as base:
        someone = visitor()
        someone.page.add_init_script("window.ran = 0; window.gotcha = () => { window.ran++ }")
        for path in site.rglob("index.html"):
            someone.page.goto(f"{base}/{path.relative_to(site).as_posix()}")
            found = someone.page.evaluate(
                "() => [window.ran, document.querySelectorAll('script:not([type=module][src], [type=\"application/ld+json\"]),"
                " iframe, base, style, img, [onclick], [onfocus], [onerror], [onmouseover], [style]').length]"
            )
            assert found == [0, 0], (payload, path)
            assert someone.page.locator("main").count() == 1 and someone.page.locator("footer").count() == 1
        assert [url for url in someone.requests if not url.startswith(base)] == []
        assert [word for word in someone.said if "favicon" not in word] == []


def test_the_words_are_shown_as_they_were_written(tmp_path: Path, visitor: Any) -> None:
    """Escaping loses nothing: the reader sees what the author typed."""
    title = '<b>Lead & "learn"</b> *now* [x] `y` #1'
    root = network_with("", tmp_path / "network")
    file = root / "opportunities.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    data[0]["title"] = title
    file.write_text(json.dumps(data), "utf-8")
    with served(build_site(root, tmp_path / "site")) as base:
        someone = visitor()
        someone.page.goto(f"{base}/opportunities/shadow-a-leader/")
        assert someone.page.locator("h1").inner_text() == title
        assert someone.page.title() == f"{title} – Lead the way"
        someone.page.goto(f"{base}/opportunities/")
        assert title in someone.page.locator("main").inner_text()
