"""Compare two built sites as a reader's browser would see them, and report what differs.

    PYTHONPATH=tests .venv/bin/python -m support.compare_sites BEFORE AFTER [--differences tests/cases/differences.yaml]

HTML is compared as trees: the order of attributes and classes, comments, and white space between blocks do not count. All
else is compared by bytes. A list of expected differences says what may differ and why; see `support.site_differences`.
The exit status is 0 if nothing else differs and every entry of the list was needed, and 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from support.html_trees import Difference, compare, parse
from support.site_differences import Expected, InvalidList, read

_SHOWN = 200


@dataclass(slots=True)
class Comparison:
    """Two sites, and the differences that are expected between them."""

    before: Path
    after: Path
    expected: Sequence[Expected] = ()
    files: int = field(default=0, init=False)

    def differences(self) -> Iterator[Difference]:
        """Each difference that is not expected, in the order of the files' names."""
        before, after = _files(self.before), _files(self.after)
        for name in sorted(before | after):
            self.files += 1
            if name not in after:
                yield from self._unless_expected("gone", Difference(name, "", "file", "no file"))
            elif name not in before:
                yield from self._unless_expected("new", Difference(name, "", "no file", "file"))
            else:
                yield from self._of_file(name)

    def _unless_expected(self, kind: str, *found: Difference) -> Iterator[Difference]:
        """These differences of one file, unless an entry of the list allows them."""
        matching = [entry for entry in self.expected if entry.operation == "file" and entry.allows(found[0].file, kind)]
        for entry in matching:
            entry.used = True
        return iter(()) if matching else iter(found)

    def _of_file(self, name: str) -> Iterator[Difference]:
        """What differs in a file that both sites have."""
        before, after = (self.before / name).read_bytes(), (self.after / name).read_bytes()
        if before == after:
            return
        found = list(self._of_pages(name, before, after) if name.endswith(".html") else _of_lines(name, before, after))
        if found:
            yield from self._unless_expected("differs", *found)

    def _of_pages(self, name: str, before: bytes, after: bytes) -> Iterator[Difference]:
        """What differs between two pages as trees, once the expected differences have been taken out of both."""
        trees = parse(before, name), parse(after, name)
        for entry in self.expected:
            if entry.operation != "file" and entry.covers(name):
                taken = [entry.take_out_of(tree) for tree in trees]
                entry.used |= taken[0] != taken[1]
        return compare(name, *(tree.frozen() for tree in trees))


def _files(site: Path) -> set[str]:
    """The names of a site's files."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _of_lines(name: str, before: bytes, after: bytes) -> Iterator[Difference]:
    """The first line that differs, and from where on in it."""
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for number in range(max(map(len, lines))):
        left, right = (some[number] if number < len(some) else b"" for some in lines)
        if left != right:
            start = next(
                (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
            )
            shown = (repr(line[max(0, start - 40) :].decode("utf-8", "replace")) for line in (left, right))
            yield Difference(name, f"line {number + 1}, byte {start + 1}", *shown)
            return


def _report(comparison: Comparison, at_most: int) -> int:
    """Print what differs, and which entries of the list nothing needed; how many that is."""
    found = list(comparison.differences())
    for difference in found[:at_most]:
        print(f"{difference.file}: {difference.path or 'the file'}")
        print(f"  before: {difference.before[:_SHOWN]}")
        print(f"  after:  {difference.after[:_SHOWN]}")
    if len(found) > at_most:
        print(f"and {len(found) - at_most} more; --at-most 0 prints all")
    unused = [entry for entry in comparison.expected if not entry.used]
    for entry in unused:
        print(f"{entry.place}: this expected difference was not found, so remove it from the list: {entry.what}")
    per_file = len({difference.file for difference in found})
    print(f"{comparison.files} files compared: {len(found)} differences in {per_file} of them, {len(unused)} unused entries")
    return len(found) + len(unused)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns its exit status: 0 the same, 1 different, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="compare_sites", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--differences", type=Path, help="a YAML list of expected differences")
    parser.add_argument("--at-most", type=int, default=20, help="how many differences to print; 0 for all (default: 20)")
    given = parser.parse_args(arguments)
    for site in (given.before, given.after):
        if not any(site.rglob("*.html")):
            parser.error(f"{site} is not a built site: there is no page in it")
    try:
        expected = read(given.differences) if given.differences else []
    except (InvalidList, OSError) as error:
        parser.error(str(error))
    return min(1, _report(Comparison(given.before, given.after, expected), given.at_most or sys.maxsize))


if __name__ == "__main__":
    sys.exit(main())
