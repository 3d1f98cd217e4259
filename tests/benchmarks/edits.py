"""Edits under `mentor-network serve`: seconds from saving a file until the page in a browser shows what was typed.

Each edit changes words of one entry, chosen by a seed, and its page is open. Half of the figures come from a browser that
waits for the page to come anew by itself. The others come from asking for the page over HTTP again and again: the time from
the last request that was answered with the old page until the new one is there is, at most, what drawing it takes. (A server
that draws pages before it is asked goes on answering with old ones meanwhile; for it only the whole time means something.)
"""

from __future__ import annotations

import random
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import browser
from benchmarks.networks import Networks
from benchmarks.rows import ENVIRONMENT, Limit, Part, Row, median_and_worst, python
from benchmarks.tree import cpu_until_now
from support.dev_server import fetch, free_port

EDITS, SEED = 20, 7
#: Seconds, for half of the edits: from the server's noticing to the drawn page, and from saving to the page in a browser.
DRAWN, SHOWN = 0.2, 0.8
#: Fields that hold words for readers, in one value. A title changes the order of lists, too.
FIELDS = ("title", "summary", "who_to_ask")
PAUSE, PATIENCE = 0.01, 60.0


@dataclass(frozen=True, slots=True)
class Edit:
    """The text of the catalogue after an edit, the entry that it changed, and the words that its page must show."""

    text: str
    entry: str
    mark: str


def edited(text: str, number: int, chance: random.Random) -> Edit:
    """Change one field of one entry of a catalogue. Entries without a page are left alone."""
    entries = [part for part in re.split(r"^(?=- id: )", text, flags=re.MULTILINE) if "\n  what_you_do:" in part]
    before = chance.choice(entries)
    name, mark = chance.choice(FIELDS), f"Saved as edit {number}"
    after = re.sub(rf"^  {name}: .*\n(?:    .*\n)*", f"  {name}: {mark}\n", before, count=1, flags=re.MULTILINE)
    return Edit(text.replace(before, after, 1), before.removeprefix("- id: ").partition("\n")[0], mark)


@dataclass(slots=True)
class Times:
    """Seconds of each edit."""

    shown: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    cpu: float = 0.0

    def figures(self) -> str:
        return (
            f"\nOne edit in serve, {len(self.shown)} seeded edits each\n"
            f"saved to shown in a browser: {median_and_worst(self.shown)}\n"
            f"saved to answered over HTTP: {median_and_worst(self.answered)}\n"
            f"last old answer to new one: {median_and_worst(self.drawn)}\n"
            f"CPU of the server and its children: {self.cpu:.2f} s an edit\n"
        )


def part(networks: Networks) -> Part:
    count = 4 if networks.quick else EDITS
    entries = networks.finder_entries
    root = networks.folder / "edited"
    shutil.copytree(networks.generated(entries), root)
    times = measure(root, networks.folder / "serve.log", count)
    limits = [
        Limit("drawn within", statistics.median(times.drawn), DRAWN, "s"),
        Limit("shown within", statistics.median(times.shown), SHOWN, "s"),
        Limit("at worst", max(times.shown), None, "s"),
        Limit("CPU an edit", times.cpu, None, "s"),
    ]
    row = Row(f"one edit in serve, {entries} entries, median of {count}", limits)
    return Part([row], lambda: reason(row, times), times.figures())


def reason(row: Row, times: Times) -> str:
    answered, shown = statistics.median(times.answered), statistics.median(times.shown)
    return (
        f"{row.missed_text}. Over HTTP the new page is there {answered:.2f} s after saving, so that the browser adds "
        f"{max(0.0, shown - answered):.2f} s. The server takes {times.cpu:.2f} s of CPU an edit."
    )


class Editor:
    """Saves edits of a catalogue, each on top of the one before."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.chance = random.Random(SEED)
        self.saved = 0

    def next(self) -> Edit:
        return edited(self.file.read_text("utf-8"), self.saved + 1, self.chance)

    def save(self, edit: Edit) -> None:
        self.file.write_text(edit.text, "utf-8", newline="\n")
        self.saved += 1


def measure(root: Path, log: Path, count: int) -> Times:
    """Serve a network and change it `count` times for the browser and for HTTP, after one edit that is not counted."""
    times, editor = Times(), Editor(root / "opportunities.yaml")
    with serving(root, log) as (base, pid), browser.opened() as page:
        in_browser(page, base, editor)
        before = cpu_until_now(pid)
        times.shown = [in_browser(page, base, editor) for _ in range(count)]
        times.cpu = (cpu_until_now(pid) - before) / count
        page.goto("about:blank")
        for answered, drawn in [over_http(base, editor) for _ in range(count)]:
            times.answered.append(answered)
            times.drawn.append(drawn)
    return times


def in_browser(page: Any, base: str, editor: Editor) -> float:
    """Seconds from saving an edit until the open page shows it."""
    edit = editor.next()
    page.goto(f"{base}/opportunities/{edit.entry}/")
    page.wait_for_timeout(500)  # until the page listens to the server
    start = time.perf_counter()
    editor.save(edit)
    page.locator("main", has_text=edit.mark).wait_for(timeout=PATIENCE * 1000)
    return time.perf_counter() - start


def over_http(base: str, editor: Editor) -> tuple[float, float]:
    """Seconds until the page comes with an edit: since it was saved, and since the last request with an old answer."""
    edit = editor.next()
    url = f"{base}/opportunities/{edit.entry}/"
    fetch(url)
    start = last = time.perf_counter()
    editor.save(edit)
    while time.perf_counter() - start < PATIENCE:
        asked = time.perf_counter()
        if edit.mark in fetch(url):
            now = time.perf_counter()
            return now - start, now - last
        last = asked
        time.sleep(PAUSE)
    raise SystemExit(f"{url} never showed {edit.mark!r}")


@contextmanager
def serving(root: Path, log: Path) -> Iterator[tuple[str, int]]:
    """Run `mentor-network serve` inside a `with` block: its address once it answers, and its process."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        command = python("-m", "mentor_network", "serve", root, "--port", str(port))
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=output, stderr=output)
        try:
            end = time.perf_counter() + PATIENCE
            while not fetch(f"{base}/"):
                if process.poll() is not None or time.perf_counter() > end:
                    raise SystemExit(f"serve never answered:\n{log.read_text('utf-8', 'replace')[-3000:]}")
                time.sleep(0.1)
            yield base, process.pid
        finally:
            process.terminate()
            process.wait(30)
