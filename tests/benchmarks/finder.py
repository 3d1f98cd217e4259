"""Budget of a choice in the finder, on a processor made 4 times slower.

It is timed in the page, from the click until two frames later, when its list is painted. Its peer in the same page is a
plain loop that hides and shows the same cards and does nothing else, and takes turns with it.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.browser import page
from benchmarks.networks import Networks
from benchmarks.rows import Limit, Part, Row, median_and_worst

#: Milliseconds from a choice to its list.
CHOICE = 100
SLOWER = 4

#: Gives the milliseconds from before `act` until what it changed is painted.
TIMED = """act => new Promise(done => {
  const start = performance.now();
  act();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
CHOOSE = f"id => ({TIMED})(() => document.getElementById(id).click())"
LOOP = f"""stage => ({TIMED})(() => {{
  for (const card of document.querySelectorAll('[data-result]'))
    card.hidden = stage !== '' && !card.dataset.stage.split(' ').includes(stage);
}})"""


def part(networks: Networks) -> Part:
    cards, ours, loop = choices(networks.finder_site, 2 * networks.turns)
    row = Row(
        f"finder: a choice among {cards} cards, processor {SLOWER} times slower",
        [Limit("median", statistics.median(ours), CHOICE, "ms"), Limit("at worst", max(ours), None, "ms")],
    )
    peer = Row("  a loop that only hides cards", [Limit("median", statistics.median(loop), None, "ms")])
    return Part([row, peer], lambda: reason(row, ours, loop))


def reason(row: Row, ours: list[float], loop: list[float]) -> str:
    """The time of a choice compared with a loop that only hides and shows the same cards."""
    times = statistics.median(ours) / statistics.median(loop)
    return (
        f"{row.missed_text}. The loop took {median_and_worst(loop, 'ms')}. Ours takes {times:.1f} times as long, because it "
        f"counts every answer again: the budget is kept where the loop takes {CHOICE / times:.0f} ms or less"
    )


def choices(site: Path, turns: int) -> tuple[int, list[float], list[float]]:
    """The number of cards, and the milliseconds of choosing one stage and all stages: ours, and those of the loop.

    The first turn is a warm-up.
    """
    ours: list[float] = []
    loop: list[float] = []
    with page(site) as (opened, base):
        opened.goto(f"{base}/opportunities/")
        cards = opened.locator("[data-result]").count()
        opened.context.new_cdp_session(opened).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for _ in range(turns + 1):
            # Both end where they began, with all cards shown.
            ours += [opened.evaluate(CHOOSE, f"f-stage-{stage}") for stage in ("core", "any")]
            loop += [opened.evaluate(LOOP, stage) for stage in ("core", "")]
    return cards, ours[2:], loop[2:]
