"""Write down that all gates passed, for the accessibility statement. `make record` comes here only after they did."""

from __future__ import annotations

import yaml

from mentor_network import pipeline
from mentor_network.gates import WHERE, is_test
from mentor_network.gates.statement import LATEST
from mentor_network.urls import addresses
from support.networks import ROOT

HEAD = """\
# The last time that every gate ran, and passed. `make record` writes this file.
# The accessibility statement claims nothing else, and gives this date: content/accessibility.md.
"""


def main() -> None:
    """Write the file, and say what to do with it."""
    today = pipeline.today()
    records, _ = pipeline.check(ROOT, today=today)
    gates = {name: is_test(home) for name, home in WHERE.items()}
    told = {
        "date": today,
        "pages": sum(1 for address in addresses(records) if address.path.endswith("/")),
        "passed": [name for name, tested in gates.items() if tested],
        "not_tested": [name for name, tested in gates.items() if not tested],
    }
    LATEST.write_text(HEAD + yaml.safe_dump(told, sort_keys=False, default_flow_style=None, width=120), "utf-8")
    print(f"{LATEST.relative_to(ROOT)} is written. Put the date {today:%-d %B %Y} into content/accessibility.md.")


if __name__ == "__main__":
    main()
