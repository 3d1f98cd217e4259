"""Whatever is edited, what is served is what a build from nothing makes, and the problems are those of a fresh check."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.render.environment import THEME
from mentor_network.serving.preview import Preview
from support.networks import NETWORK

ENTRIES = "opportunities.yaml"


class Author:
    """Edits a network and the theme, at random but the same for the same seed, and undoes mistakes."""

    def __init__(self, root: Path, theme: Path, env: pytest.MonkeyPatch, seed: int) -> None:
        self.root, self.theme, self.env = root, theme, env
        self.random = random.Random(seed)
        self.done = 0
        self.kinds = iter(KINDS)
        self.good: dict[Path, bytes] | None = None

    def edit(self) -> str:
        """One edit; after a mistake, the next one mends it. Returns its name."""
        self.done += 1
        if self.good is not None:
            self.restore()
            return "mend"
        # Each kind once, then any.
        kind = next(self.kinds, None) or self.random.choice(KINDS)
        if kind in MISTAKES:
            self.good = self.sources()
        kind(self)
        return kind.__name__

    def sources(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file()}

    def restore(self) -> None:
        assert self.good is not None
        for path in self.sources().keys() - self.good.keys():
            path.unlink()
        for path, content in self.good.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.good = None

    def replace(self, file: str, pattern: str, by: str) -> None:
        """Replace the first match in a file, which must have one."""
        text, n = re.subn(pattern, by, (self.root / file).read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert n, f"{pattern} is not in {file}"
        (self.root / file).write_text(text, "utf-8")

    def entries(self) -> list[str]:
        """The texts of the entries, and before them what stands above."""
        return re.split(r"(?m)^(?=- id:)", (self.root / ENTRIES).read_text("utf-8"))

    def write_entries(self, entries: list[str]) -> None:
        (self.root / ENTRIES).write_text("".join(entries), "utf-8")


def change_a_title(author: Author) -> None:
    author.replace(ENTRIES, r"^  title: .*$", f"  title: Do thing number {author.done} on your ward")


def add_lines_above_all(author: Author) -> None:
    file = author.root / ENTRIES
    file.write_text(f"# Note {author.done}\n\n" + file.read_text("utf-8"), "utf-8")


def add_an_entry(author: Author) -> None:
    entries = author.entries()
    new = re.sub(r"(?m)^- id: .*$", f"- id: added-{author.done}", entries[1])
    new = re.sub(r"(?m)^  title: .*$", f"  title: Added as number {author.done}", new)
    entries.insert(author.random.randint(1, len(entries)), new)
    author.write_entries(entries)


def delete_an_added_entry(author: Author) -> None:
    entries = author.entries()
    author.write_entries([entry for n, entry in enumerate(entries) if not (entry.startswith("- id: added-") and n % 2)])


def move_an_entry_to_the_end(author: Author) -> None:
    first, *entries = author.entries()
    author.write_entries([first, *entries[1:], entries[0]])


def turn_an_entry_into_a_file_of_its_own(author: Author) -> None:
    add_an_entry(author)
    entries = author.entries()
    (one,) = [entry for entry in entries if entry.startswith(f"- id: added-{author.done}\n")]
    author.write_entries([entry for entry in entries if entry != one])
    text = re.sub(r"(?m)^(?:- |  )", "", one)
    (author.root / "opportunities").mkdir(exist_ok=True)
    (author.root / "opportunities" / f"added-{author.done}.yaml").write_text(text, "utf-8")


def delete_the_folder_of_entries(author: Author) -> None:
    for path in (author.root / "opportunities").glob("added-*.yaml"):
        path.unlink()


def rename_a_page(author: Author) -> None:
    (page,) = (author.root / "content" / "guides").glob("shadowing*.md")
    new = page.with_name("shadowing.md" if page.stem != "shadowing" else "shadowing-2.md")
    page.rename(new)
    for file in (new, *author.root.glob("*.yaml"), *author.root.glob("opportunities/*.yaml")):
        text = re.sub(r"(\bguide: |/guides/|^id: )shadowing(?:-2)?\b", rf"\1{new.stem}", file.read_text("utf-8"), flags=re.M)
        file.write_text(text, "utf-8")


def change_what_entries_refer_to(author: Author) -> None:
    author.replace("stages.yaml", r"^(- id: .*\n(?:  .*\n)*?  name:) .*$", rf"\1 Stage {author.done}")


def change_the_network(author: Author) -> None:
    author.replace("network.yaml", r"^name: .*$", f"name: Network {author.done}")


def change_a_template(author: Author) -> None:
    file = author.theme / "partials" / "footer.html"
    file.write_text(f"<!-- {author.done} -->\n" + file.read_text("utf-8"), "utf-8")


def change_a_style_sheet(author: Author) -> None:
    with (author.theme / "frame.css").open("a", encoding="utf-8") as file:
        file.write(f".x{author.done} {{ color: red; }}\n")


def change_the_date(author: Author) -> None:
    author.env.setenv("SOURCE_DATE_EPOCH", str(1786000000 + 86400 * author.random.randint(0, 400)))


def change_the_environment(author: Author) -> None:
    author.replace("network.yaml", r"^repository:.*$", 'repository: ""')
    author.env.setenv("SITE_REPOSITORY", f"somebody/guide-{author.done}")


def misspell_a_field(author: Author) -> None:
    author.replace(ENTRIES, r"^  title:", "  titel:")


def break_the_yaml(author: Author) -> None:
    author.replace(ENTRIES, r"^  summary: (.*)$", r'  summary: "\1')


def repeat_a_key(author: Author) -> None:
    author.replace(ENTRIES, r"^(  title: .*)$", r"\1\n\1")


def delete_what_others_refer_to(author: Author) -> None:
    author.write_entries([entry for entry in author.entries() if not entry.startswith("- id: shadow-a-leader")])


def write_a_postcode(author: Author) -> None:
    author.replace(ENTRIES, r"^  summary: .*$", "  summary: Ask for it at the desk in PL6 8DH, or write there.")


def delete_a_catalogue(author: Author) -> None:
    (author.root / "stages.yaml").unlink()


Kind = Callable[[Author], None]
MISTAKES: tuple[Kind, ...] = (
    misspell_a_field,
    break_the_yaml,
    repeat_a_key,
    delete_what_others_refer_to,
    write_a_postcode,
    delete_a_catalogue,
)
KINDS: tuple[Kind, ...] = (
    change_a_title,
    add_an_entry,
    add_lines_above_all,
    change_a_template,
    change_the_date,
    turn_an_entry_into_a_file_of_its_own,
    move_an_entry_to_the_end,
    *MISTAKES,
    change_what_entries_refer_to,
    change_a_style_sheet,
    change_the_environment,
    rename_a_page,
    add_an_entry,
    delete_an_added_entry,
    delete_the_folder_of_entries,
    change_the_network,
)


@pytest.mark.parametrize("number_of_edits", [30, pytest.param(50, marks=pytest.mark.gate)])
def test_what_is_served_is_what_is_built(number_of_edits: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits in a row, each kind at least once. The preview is also started again, as after a killed process."""
    root, theme = tmp_path / "network", tmp_path / "theme"
    shutil.copytree(NETWORK, root)
    shutil.copytree(THEME, theme)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")
    author, preview = Author(root, theme, monkeypatch, seed=number_of_edits), Preview(root, theme)
    preview.refresh()
    mistakes = 0
    for number in range(number_of_edits):
        before = dict(os.environ)
        name = author.edit()
        if number in (20, 35):
            preview = Preview(root, theme)
        if before == dict(os.environ):  # a new date or environment is noticed without an event
            preview.refresh()
        preview.file("index.html")
        records, problems = pipeline.check(root, today=pipeline.today())
        assert list(preview.problems) == list(problems), f"edit {number}: {name}"
        assert bool(problems.errors) == (author.good is not None), f"edit {number}: {name}: {problems.errors}"
        if problems.errors:
            mistakes += 1
            continue
        site = pipeline.plan(records, root, today=pipeline.today(), theme=theme, live_reload=True)
        pages = (site.renderer.page(page).file for page in site.pages.values())
        for file in site.files() if number % 12 == 0 else chain(pages, site.other_files()):
            served = preview.file(file.path)
            assert served is not None and served.content == file.content, f"edit {number}: {name}: {file.path}"
        assert preview.file("opportunities/no-such-thing/index.html") is None
    assert len(MISTAKES) <= mistakes < number_of_edits / 2
