"""The style sheets of the theme, and which of them a page loads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mentor_network.render.environment import THEME
from mentor_network.source import is_temporary_file

#: The style sheet of every page.
SHARED = "site"
#: Style sheets for few pages, which only these load, with the components in each. Each would be one more request, so there
#: are few, and a page has at most one: a component of less than a kilobyte is not worth it.
SEPARATE: Mapping[str, tuple[str, ...]] = {
    "finder": ("finder",),
    "form": ("form",),
    "models": ("crosswalk",),
    "home": ("ask", "door", "times"),
    "plan": ("plan",),
    "sheet": ("sheet",),
    "supervision": ("check", "matrix", "pick"),
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{}]*)([{}])")
_NEGATION = re.compile(r":not\([^()]*\)")
_CHOICE = re.compile(r":(?:is|has)\(([^()]*)\)")
_CLASS = re.compile(r"\.(mn-[\w-]+)")
_CLASSES = re.compile(r'class="([^"]*)"')


def sources(theme: Path = THEME) -> dict[str, list[Path]]:
    """The files that each style sheet is joined from, in the order of the cascade."""
    components = sorted(path for path in (theme / "components").glob("*/*.css") if not is_temporary_file(path.name))
    separate = {name: [path for path in components if path.stem in names] for name, names in SEPARATE.items()}
    shared = [path for path in components if not any(path in paths for paths in separate.values())]
    first = [theme / f"{name}.css" for name in ("material", "tokens", "frame")]
    return {SHARED: [*first, *shared, theme / "print.css"], **separate}


class StyleSheets:
    """Says which style sheets a page loads. One instance for a build, since it reads the files."""

    def __init__(self, theme: Path = THEME) -> None:
        #: For each separate style sheet, the classes that each of its selectors needs.
        self.needs = {name: set(_needs(paths)) for name, paths in sources(theme).items() if name != SHARED}

    def of(self, template: str, body: str) -> tuple[str, ...]:
        """The names of the style sheets of a page: the shared one, and those in which a selector can match."""
        on_page = {f"mn-page--{template}", *" ".join(_CLASSES.findall(body)).split()}
        return (SHARED, *(name for name, needs in self.needs.items() if any(classes <= on_page for classes in needs)))


def _needs(paths: list[Path]) -> Iterator[frozenset[str]]:
    """The classes of the theme in each selector."""
    for path in paths:
        for selectors, brace in _SELECTORS.findall(_COMMENT.sub("", path.read_text("utf-8"))):
            for selector in _without_choices(_NEGATION.sub("", selectors)) if brace == "{" else ():
                if classes := frozenset(_CLASS.findall(selector)):
                    yield classes


def _without_choices(selectors: str) -> Iterator[str]:
    """Each selector of a list, with one selector for each choice: `.a :is(.b, .c)` is `.a .b` and `.a .c`."""
    if choice := _CHOICE.search(selectors):
        before, after = selectors[: choice.start()], selectors[choice.end() :]
        for option in choice[1].split(","):
            yield from _without_choices(before + option + after)
    else:
        yield from selectors.split(",")
