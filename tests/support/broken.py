"""Pages broken on purpose, one mistake each: the tests of the gates.

A case in tests/cases/broken is a YAML file. It takes a real built page, makes one change, and says which gate must find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parent.parent / "cases" / "broken"


@dataclass(frozen=True, slots=True)
class Broken:
    """One mistake: `gate` is the id of the gate that must find it, and `finds` a part of what the gate must say.

    `page` is an address of the real site; `/opportunities/*/` stands for the first opportunity. `file` is changed in place
    of the page where the mistake is in a file that pages share, such as `assets/site.css`. `find` must stand there at least
    once; its first place becomes `put`.

    For a gate that needs a browser, `style` is put at the end of the site's style sheet, `script` is a file of script that
    the page then has too, and `width` is that of the screen.
    """

    name: str
    gate: str
    page: str
    finds: str
    find: str = ""
    put: str = ""
    file: str = ""
    style: str = ""
    script: str = ""
    width: int = 1280

    def changed(self, text: str) -> str:
        """The text with the mistake in it."""
        assert self.find in text, f"{self.name}: {self.find!r} does not stand in what is to be broken"
        return text.replace(self.find, self.put, 1)


def cases(*gates: str, folder: Path = CASES) -> Iterator[Broken]:
    """The cases for these gates, or for all. Those of a gate that needs no browser stand in a folder of their own."""
    for path in sorted(folder.glob("*.yaml")):
        case = Broken(path.stem, **yaml.safe_load(path.read_text("utf-8")))
        if not gates or case.gate in gates:
            yield case
