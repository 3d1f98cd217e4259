"""Cases of the gates: real built pages with one fault each.

A case is a YAML file in tests/cases/broken with a page, one change to it, and the gate that must find the fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from support.yaml_files import load

CASES = Path(__file__).resolve().parent.parent / "cases" / "broken"


@dataclass(frozen=True, slots=True)
class Broken:
    """One fault: `gate` is the id of the gate that must find it, and `finds` a part of its message.

    `page` is an address of the real site; `/opportunities/*/` matches the first opportunity. `file`, such as
    `assets/site.css`, is changed instead of the page if pages share the fault. The first occurrence of `find` becomes `put`.

    For a gate that needs a browser, `style` is appended to the style sheet of the site, `script` is added to the page, and
    `width` is that of the viewport.
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
        """The text with the fault. Fails if `find` is not in it."""
        assert self.find in text, f"{self.name}: {self.find!r} is not in the text to change"
        return text.replace(self.find, self.put, 1)


def cases(*gates: str, folder: Path = CASES) -> Iterator[Broken]:
    """The cases of these gates, or of all. Cases of static gates are in the folder `static`."""
    for path in sorted(folder.glob("*.yaml")):
        case = Broken(path.stem, **load(path))
        if not gates or case.gate in gates:
            yield case
