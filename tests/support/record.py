"""Record that all tests and gates passed, for the accessibility statement. `make record` runs this after them.

`mentor-network gates --record` writes the same file for any network, with the gates alone.
"""

from __future__ import annotations

from mentor_network import pipeline
from mentor_network.gates import record
from mentor_network.gates.page import Site
from support.networks import ROOT
from support.requirements import WHERE, is_test


def main() -> None:
    """Write the record, and print the next step."""
    today = pipeline.today()
    passed = [name for name, home in WHERE.items() if is_test(home)]
    pages = len(Site.at_folder(ROOT / "site").pages)
    file = record.write(ROOT, today, pages, passed, [name for name in WHERE if name not in passed], command="make record")
    print(f"{file.relative_to(ROOT)} is written. Put the date {today.day} {today:%B %Y} into content/accessibility.md.")


if __name__ == "__main__":
    main()
