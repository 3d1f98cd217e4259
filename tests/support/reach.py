"""Which visits each make target pays to which pages: the tests in a browser do them, and docs/gates.md lists them.

`python -m support.reach` writes that document again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.page import Site
from mentor_network.gates.sampling import covering_pages
from mentor_network.gates.static import STATIC
from mentor_network.gates.visits import IN_USE, VISITS, Step, Visit
from support.kinds import page_of_each_kind
from support.networks import ROOT

DOCUMENT = ROOT / "docs" / "gates.md"

SCRIPTS, NO_SCRIPTS = VISITS
#: 2 steps of `SCRIPTS`, as visits of their own for `make test`.
ON_A_PHONE = Visit(
    (
        Step("320 pixels wide, dark", (), width=320, scheme="dark", use=True),
        Step("320 pixels wide, dark", IN_USE, width=320, scheme="dark", unfold=True),
    )
)
BY_KEYBOARD = Visit((Step("320 pixels wide, by keyboard", ("A2",), width=320, unfold=True),))
USED = Visit((Step("while it is used", ("A17",), use=True),))
#: axe at 3 widths in both schemes, and the keyboard at 2 more sizes, in use.
EVERY_LOOK = Visit(
    (
        *SCRIPTS.steps[:-1],
        Step("1280 pixels wide, dark", ("A1",), scheme="dark"),
        Step("768 pixels wide, dark", ("A1",), width=768, scheme="dark", unfold=True),
        Step("768 pixels wide, light", ("A1",), width=768),
        Step("320 pixels wide, light", ("A1",), width=320, unfold=True),
        SCRIPTS.steps[-1],
        Step("320 by 256 pixels, as at 400% zoom, by keyboard", ("A2",), width=320, height=256, unfold=True),
        Step("1280 pixels wide, by keyboard", ("A2",), unfold=True),
    )
)
#: What can be told of every page in one quick load: whether long words and tables fit a phone.
PLAIN = Visit((*NO_SCRIPTS.steps, Step("without scripts, 320 pixels wide", ("A9",), width=320)), script=False)

#: Pages that show a status line in use, by their names in `page_of_each_kind`.
ANNOUNCING = ("opportunities", "cases", "search", "check_stage", "plan", "template", "form: contribution")
#: Pages that `make test` walks through by keyboard, likewise.
WALKED = ("home", "opportunity", "plan")
#: Of the kinds of pages, `make test` looks at every third on a phone.
EVERY = 3
KIND, COVERING, ALL = "each kind", "covering", "every page"
#: Target → which pages it opens in a browser, and the visits that it pays to them. Each includes those before it.
RUNS = {
    "make test": (
        (f"1 in {EVERY} kinds", (ON_A_PHONE,)),
        (f"{len(WALKED)} kinds", (BY_KEYBOARD,)),
        (f"{len(ANNOUNCING)} kinds", (USED,)),
        (KIND, (NO_SCRIPTS,)),
    ),
    "make gates": ((KIND, (EVERY_LOOK,)), (COVERING, (SCRIPTS,)), (ALL, (PLAIN,))),
    "make gates-all": ((ALL, (SCRIPTS,)),),
}


def shares(site: Path) -> tuple[list[str], list[str], list[str]]:
    """The addresses of all pages: those of each kind, what else is in the covering set, and all others."""
    whole = Site(site)
    kinds = list(page_of_each_kind().values())
    covering = [page.address for page in covering_pages(whole) if page.address not in kinds]
    return kinds, covering, [address for address in whole.pages if address not in {*kinds, *covering}]


def table() -> Iterator[str]:
    """A row for each gate: where it reads files, and how often it looks at a page in a browser."""
    yield f"| gate | what it asks for | reads | {' | '.join(f'`{target}`' for target in RUNS)} |"
    yield "| --- " * (3 + len(RUNS)) + "|"
    for gate, meaning in MEANINGS.items():
        cells = [_cell(gate, target) for target in RUNS]
        yield f"| {gate} | {meaning} | {'every page' if gate in STATIC else ''} | {' | '.join(cells)} |"


def _cell(gate: str, target: str) -> str:
    looks = ((pages, sum(_looks(gate, visit) for visit in visits)) for pages, visits in RUNS[target])
    return ", ".join(f"{pages}{f' × {count}' * (count > 1)}" for pages, count in looks if count)


def _looks(gate: str, visit: Visit) -> int:
    keys = {key for key in BROWSER if key.split()[0] == gate} - {"A4"} | ({"A2"} if gate == "A4" else set())
    return sum(bool(keys & {*step.gates}) for step in visit.steps)


def document() -> str:
    """docs/gates.md with the table as the tests have it."""
    before, _, after = DOCUMENT.read_text("utf-8").partition("| gate |")
    return "\n".join((before + next(rows := table()), *rows, "", after.partition("\n\n")[2]))


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
