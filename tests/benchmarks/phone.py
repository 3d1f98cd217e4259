"""Budgets on a slow phone: the first paint of a page of each kind, and the results of a search, with an empty cache.

The network is "slow 3G": 400 kbit/s (50 KB/s) both ways and 400 ms until a response begins, as emulated by the browser
for each request. (The setting of that name in DevTools has 5 times the 400 ms, to stand for several round trips; budgets
were set with 400.) The processor is made 6 times slower. Files come compressed by gzip, as from hosts of static sites.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks import relevance
from benchmarks.browser import launched
from benchmarks.hosting import hosted
from benchmarks.networks import Networks
from benchmarks.rows import Limit, Part, Row, table
from support.kinds import page_of_each_kind

#: Seconds until the first paint, and until the results of a search.
PAINT, RESULTS = 2.5, 4.0
SLOWER = 6
BYTES_PER_SECOND, LATENCY = 50_000, 400
TURNS = 3
QUERIES = ("rota", "shadowing", "induction")
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0]"


def part(networks: Networks) -> Part:
    turns = 1 if networks.quick else TURNS
    kinds = dict(list(page_of_each_kind().items())[:: 4 if networks.quick else 1])
    with hosted(networks.real_site) as base, launched() as browser:
        paints = {kind: [first_paint(browser, base + address) for _ in range(turns)] for kind, address in kinds.items()}
        results = [first_results(browser, base, query) for query in QUERIES]
    found = sorted(((statistics.median(seconds), kind) for kind, seconds in paints.items()), reverse=True)
    slowest, kind = found[0]
    rows = [
        Row(f"slow 3G, CPU x{SLOWER}: first paint, {len(found)} kinds: {kind}", [Limit("slowest", slowest, PAINT, "s")]),
        Row(
            f"slow 3G, CPU x{SLOWER}: search results",
            [Limit("median", statistics.median(results), RESULTS, "s"), Limit("at worst", max(results), None, "s")],
        ),
    ]
    late = sum(seconds > PAINT for seconds, _ in found)
    details = "\n" + table(["first paint, slow 3G", "median"], [[kind, f"{seconds:.2f} s"] for seconds, kind in found])
    return Part(rows, lambda: "; ".join(r.missed_text for r in rows if r.missed) + f". {late} kinds are late", details)


def first_paint(browser: Any, url: str) -> float:
    """Seconds from asking for a page until its first words are painted."""
    with slow_page(browser) as page:
        page.goto(url, wait_until="load")
        end = time.perf_counter() + 30
        while (found := page.evaluate(PAINTED)) is None:
            if time.perf_counter() > end:
                raise SystemExit(f"{url} painted nothing")
            page.wait_for_timeout(50)
        return float(found) / 1000


def first_results(browser: Any, base: str, query: str) -> float:
    """Seconds from opening the address of a search until its results are shown."""
    with slow_page(browser) as page:
        start = time.perf_counter()
        page.goto(f"{base}/search/?q={query}", wait_until="commit")
        relevance.answered(page)
        return time.perf_counter() - start


@contextmanager
def slow_page(browser: Any) -> Iterator[Any]:
    """A page of a phone with an empty cache, on the slow network."""
    context = browser.new_context(viewport={"width": 375, "height": 667}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    speed = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page
    finally:
        context.close()
