"""Print the seconds of each phase of one build without output, as JSON. `run.py` starts it as a process.

The garbage collector is off, as in a build.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

START = time.perf_counter()

from mentor_network import checks, confidentiality, pages, pipeline  # noqa: E402
from mentor_network.catalogue import link  # noqa: E402
from mentor_network.checks.unknown_files import find_unknown_files  # noqa: E402
from mentor_network.problems import Problems  # noqa: E402
from mentor_network.records import read  # noqa: E402
from mentor_network.render.environment import environment  # noqa: E402
from mentor_network.render.renderer import Renderer  # noqa: E402 - the import is the first thing measured
from mentor_network.source import gc_paused  # noqa: E402


def main(root: Path) -> dict[str, float]:
    """The steps of `pipeline.build`, with the time of each."""
    seconds: dict[str, float] = {}
    last = START

    def done(phase: str) -> None:
        nonlocal last
        now = time.perf_counter()
        seconds[phase], last = now - last, now

    done("import")
    today = pipeline.today()
    problems = Problems()
    records = read(root, problems)
    done("read")
    unread = find_unknown_files(root)
    checks.check(records, unread, root, problems, today=today)
    done("checks")
    confidentiality.check(records, unread, root, problems)
    if problems.errors:
        raise SystemExit("the generated network has errors")
    done("confidentiality")
    catalogue = link(records, today=today)
    done("link")
    planned = pages.build(catalogue)
    done("plan")
    renderer = Renderer(planned, catalogue, environment())
    made = [renderer.page(page) for page in planned]
    done("render")
    assert len(made) > len(records.opportunities)
    return seconds


if __name__ == "__main__":
    with gc_paused():
        print(json.dumps(main(Path(sys.argv[1]))))
