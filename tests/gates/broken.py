"""Pages broken on purpose, one mistake each: the tests of the gates.

A case in tests/cases/broken is a YAML file. It takes a real built page, makes one change, and says which gate must find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from string import ascii_letters, digits

import yaml

CASES = Path(__file__).resolve().parent.parent / "cases" / "broken"


@dataclass(frozen=True, slots=True)
class Broken:
    """One mistake: `gate` is the id of the gate that must find it, and `finds` a part of what the gate must say.

    `page` is an address of the real site; `/opportunities/*/` stands for the first opportunity. `file` is changed in place
    of the page where the mistake is in a file that pages share, such as `assets/site.css`. `find` must stand there at least
    once; its first place becomes `put`, with `noise` KB of letters after it that nothing can make shorter.
    """

    name: str
    gate: str
    page: str
    find: str
    put: str
    finds: str
    file: str = ""
    noise: int = 0

    def changed(self, text: str) -> str:
        """The text with the mistake in it."""
        assert self.find in text, f"{self.name}: {self.find!r} does not stand in what is to be broken"
        noise = "".join(Random(0).choices(ascii_letters + digits, k=1000 * self.noise))
        return text.replace(self.find, self.put + noise, 1)


def cases(*gates: str) -> Iterator[Broken]:
    """The cases for these gates, or for all."""
    for path in sorted(CASES.glob("*.yaml")):
        case = Broken(path.stem, **yaml.safe_load(path.read_text("utf-8")))
        if not gates or case.gate in gates:
            yield case
