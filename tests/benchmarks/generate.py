"""Generate a network of N entries for benchmarks: `generate.py FOLDER --entries 1165 --length short`.

Each entry has the shape of a real one (its fields, numbers of items, stages, domains and themes) and texts of other real
entries in the same fields, with words added so that few texts occur twice. A third of the texts that may hold Markdown do;
in the real catalogue it is a tenth.

Catalogues that refer to entries (models, stages, evidence, glossary, case studies) are copied unchanged, because the first
entries have the real ids. Hand-written pages are replaced by placeholders, one for each address that something links to. The
same seed gives the same files as long as the real catalogues do not change.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count, product
from pathlib import Path
from typing import Any

import yaml

from benchmarks import peers
from benchmarks.yaml_writer import yaml_item, yaml_map
from support.networks import mkdocs_for

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ("evidence.yaml", "glossary.yaml", "leadership_models.yaml", "network.yaml", "stages.yaml")
TODAY = datetime.date(2026, 11, 23)

#: How much of a real entry's lists and optional fields is kept. Long gives entries as long as the real catalogue's, 3.5 KB,
#: since the Markdown and the words added here make up for what is left out. Short gives 2 KB, so that 1,165 of them are
#: the 2.4 MB that the budget of `check` names.
LENGTHS = {"long": 0.8, "short": 0.2}

Entry = dict[str, Any]

#: Lists of texts that may hold Markdown, and the fewest items that a record accepts.
PROSE_LISTS = {"what_you_do": 2, "you_learn": 1, "make_it_count": 1, "watch_out": 0, "portfolio": 1, "safety_notes": 0}
PROSE = ("eligibility", "ltft")
#: Fields that an entry may lack.
OPTIONAL = (*PROSE, "cost_note", "links", "can_show", "evidence")
LINES = ("summary", "who_to_ask", "cost_note", "provider")
LINE_LISTS = {"reflect": 1, "also_known_as": 0}
MARKDOWN_SHARE = 1 / 3

_VERBS = ("Lead", "Join", "Shadow", "Chair", "Plan", "Review", "Watch", "Teach", "Improve", "Test", "Map", "Write", "Share")
_VERBS += ("Host", "Measure", "Audit", "Redesign", "Support", "Start", "Finish", "Compare", "Explain", "Run", "Prepare")
_THINGS = ("a handover", "a safety huddle", "a ward round", "a rota", "a learning response", "a small project", "a debrief")
_THINGS += ("an induction", "a teaching session", "a clinic pathway", "a committee paper", "a budget meeting", "an audit")
_THINGS += ("a patient panel", "a simulation", "a board visit", "a journal club", "a staff survey", "a night review")
_PLACES = ("on your ward", "in theatre", "in the clinic", "at night", "with nurses", "with managers", "in your practice")
_PLACES += ("in the community", "across 2 sites", "with patients", "in your college", "in the emergency department")
_PLACES += ("for your region", "with a peer", "in 1 hour")
_WHEN = ("before your next shift", "in the first week", "within 2 weeks", "before the month ends", "at the next review")
_WHEN += ("in the last week of the placement", "when the rota allows it", "after 3 attempts", "on a quiet afternoon")
_WHO = ("your supervisor", "the nurse in charge", "the site manager", "a resident doctor", "the rota lead", "a pharmacist")
_WHO += ("the improvement team", "a ward clerk", "a governance lead", "the mentor", "a physiotherapist", "a patient partner")

_LINKED = re.compile(r"\]\((/[^)\s]*)\)|^\s*- (/[a-z][^\s]*)$", re.MULTILINE)
_MARKED = re.compile(r"\]\(|\*|\n|`")
#: Addresses that catalogues generate: they need no placeholder page.
_GENERATED = re.compile(
    r"/(opportunities|stages|models|case-studies|supervisors/[a-z-]+-check)/|"
    r"/((a-to-z|glossary|whats-new|search|my-plan|mentors/coverage)/)?$"
)


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


class Mixer:
    """Generates entries from the texts of the real catalogue."""

    def __init__(self, entries: int, length: str, seed: int) -> None:
        self.random = random.Random(seed)
        self.share = LENGTHS[length]
        found = read_yaml(ROOT / "opportunities.yaml")
        found += [read_yaml(path) for path in sorted((ROOT / "opportunities").glob("*.yaml"))]
        self.retired = [entry for entry in found if "what_you_do" not in entry]
        self.real: list[Entry] = [entry for entry in found if "what_you_do" in entry]
        self.titles = self.named(entries)
        self.ids = list(self.titles)

    def named(self, entries: int) -> dict[str, str]:
        """Id → title: the real entries, ids that other catalogues refer to, then generated ones."""
        titles = {entry["id"]: entry["title"] for entry in self.real}
        for word in sorted(referenced_ids()):
            titles.setdefault(word, word.replace("-", " ").capitalize())
        for gone in self.retired:
            titles.pop(gone["id"], None)
        least = len(titles) + len(self.retired)
        if entries < least:
            raise SystemExit(f"{entries} entries are too few: {least} are pointed to by the real catalogues")
        made = self.generated_titles()
        while len(titles) < entries - len(self.retired):
            title = next(made)
            titles.setdefault(re.sub(r"[^a-z0-9]+", "-", title.lower()), title)
        return titles

    def generated_titles(self) -> Iterator[str]:
        """Titles without end, none of them twice and none too long for a title or an id."""
        titles = [" ".join(words) for words in product(_VERBS, _THINGS, _PLACES)]
        self.random.shuffle(titles)
        yield from titles
        for part in count(2):
            yield from (f"{title}, {part}" for title in titles)

    @cached_property
    def pools(self) -> dict[str, list[str]]:
        """Field → all its texts in the real catalogue."""
        pools: dict[str, list[str]] = {name: [] for name in (*PROSE_LISTS, *PROSE, *LINES, *LINE_LISTS)}
        for entry in self.real:
            for name, pool in pools.items():
                value = entry.get(name, [])
                pool.extend(value if isinstance(value, list) else [value])
        return pools

    def entries(self) -> Iterator[Entry]:
        """Exactly as many as asked for, with the keys in the real order. The retired ones are among them."""
        for number, word in enumerate(self.ids):
            base = self.real[number % len(self.real)]
            yield self.entry(word, base)
        yield from self.retired

    def entry(self, word: str, base: Entry) -> Entry:
        """An entry with the shape of `base` and texts of others."""
        made: Entry = {}
        for name, value in base.items():
            if name in OPTIONAL and self.random.random() > self.share:
                continue
            if name in PROSE_LISTS or name in LINE_LISTS:
                if items := self.items(name, value):
                    made[name] = items
            elif name in PROSE or name in LINES:
                made[name] = self.text(name)
            else:
                made[name] = value
        return made | self.facts(word, base)

    def facts(self, word: str, base: Entry) -> Entry:
        """Ids, dates and statuses, chosen so that every kind of badge and date occurs."""
        added = TODAY - datetime.timedelta(days=self.random.randrange(30, 300))
        facts: Entry = {"id": word, "title": self.titles[word], "added": added, "last_reviewed": added}
        # 1 in 50 is overdue, which is a warning.
        late = self.random.random() < 0.02
        facts["next_review"] = TODAY - datetime.timedelta(days=9) if late else added + datetime.timedelta(days=365)
        others = self.random.sample(self.ids, min(len(base.get("leads_to", ())), len(self.ids)))
        if others := [other for other in others if other != word]:
            facts["leads_to"] = others
        if base["status"] == "always" and self.random.random() < 0.2:
            closes = TODAY + datetime.timedelta(days=self.random.randrange(300))
            facts |= {"status": "open", "opens": added, "closes": closes}
        if self.random.random() < 0.2:
            facts |= {"changed": added + datetime.timedelta(days=20), "reviewed_by_role": "Clinical Leadership Mentor"}
        return facts

    def items(self, name: str, value: list[str]) -> list[str]:
        """Different texts of a field, as many as the share of the real list."""
        least = (PROSE_LISTS | LINE_LISTS)[name]
        wanted = max(least, round(len(value) * self.share))
        items: dict[str, None] = {}
        while len(items) < wanted:  # a small pool may give the same text twice
            items[self.text(name)] = None
        return list(items)

    def text(self, name: str) -> str:
        """A text of the same field of some entry, with words of its own and, in a third of fields, Markdown."""
        text = self.random.choice(self.pools[name])
        if name in LINES or name in LINE_LISTS:
            return text
        if self.random.random() < 0.5 and not text.endswith("?"):
            stop = "." if text.endswith(".") else ""
            extra = self.random.choice((f", {self.random.choice(_WHEN)}", f", with {self.random.choice(_WHO)}"))
            text = text.removesuffix(".") + extra + stop
        if _MARKED.search(text) or self.random.random() > MARKDOWN_SHARE:
            return text
        return self.marked(text)

    def marked(self, text: str) -> str:
        """The text with a link, bold words or a list."""
        kind = self.random.choice(("entry", "page", "bold", "bold", "list"))
        sentence = text if text.endswith("?") else f"{text.removesuffix('.')}."
        if kind == "entry":
            other = self.random.choice(self.ids)
            return f"{sentence} Then see [{self.titles[other].lower()}](/opportunities/{other}/)."
        if kind == "page":
            return f"{sentence} The [words for your stage](/stages/{self.random.choice(self.stages)}/) may help."
        if kind == "list":
            return f"{text}\n\n- {self.random.choice(_WHO)}\n- {self.random.choice(_WHO)}, {self.random.choice(_WHEN)}"
        first, _, rest = text.partition(" ")
        return f"**{first}** {rest}" if first.isalnum() and rest else text

    @cached_property
    def stages(self) -> list[str]:
        return [stage["id"] for stage in read_yaml(ROOT / "stages.yaml")]


def sources() -> list[Path]:
    """The real files that are copied unchanged."""
    return [*(ROOT / name for name in CATALOGUES), *sorted((ROOT / "case_studies").glob("*.md"))]


def linked(texts: Iterable[str]) -> set[str]:
    """Every address of the site that a text links to."""
    return {found[1] or found[2] for text in texts for found in _LINKED.finditer(text)}


def referenced_ids() -> set[str]:
    """The ids of all opportunities that the copied files refer to."""
    targets = linked(path.read_text("utf-8") for path in sources())
    words = {found[1] for target in targets if (found := re.match(r"/opportunities/([^/]+)/$", target))}
    words |= {step["opportunity"] for stage in read_yaml(ROOT / "stages.yaml") for step in stage["things_to_try"]}
    for path in (ROOT / "case_studies").glob("*.md"):
        words.update(yaml.safe_load(path.read_text("utf-8").split("---\n")[1]).get("opportunities", ()))
    return words


def network(root: Path, number: int, *, length: str, seed: int = 1) -> list[Entry]:
    """Write a network to the new folder `root`, and return its entries."""
    root.mkdir(parents=True)
    for path in sources():
        target = root / path.relative_to(ROOT)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
    entries = list(Mixer(number, length, seed).entries())
    text = "\n".join("\n".join(yaml_item(entry)) + "\n" for entry in entries)
    (root / "opportunities.yaml").write_text(text, "utf-8")
    guides = {f"/guides/{entry['guide']}/" for entry in entries if "guide" in entry}
    write_placeholders(root, guides | linked([text, *(path.read_text("utf-8") for path in sources())]))
    settings(root)
    return entries


def settings(root: Path) -> None:
    """Write mkdocs.yml, and remove the menu, which leads to pages that are not copied."""
    mkdocs_for(root)
    network = root / "network.yaml"
    menu = re.compile(r"^menu:\n(?:  .*\n)+", re.MULTILINE)
    network.write_text(menu.sub("", network.read_text("utf-8")), "utf-8")


def write_placeholders(root: Path, targets: set[str]) -> None:
    """Write a placeholder page for each linked address that no catalogue generates."""
    (root / "content").mkdir()
    anchors: dict[str, set[str]] = {}
    for target in targets:
        address, _, anchor = target.partition("#")
        if not _GENERATED.match(address):
            anchors.setdefault(address, set()).update([anchor] if anchor else [])
    for address, names in sorted(anchors.items()):
        path = root / "content" / f"{address.strip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(placeholder(address, sorted(names)), "utf-8")


def placeholder(address: str, anchors: list[str]) -> str:
    """The Markdown of a placeholder page, as long as a short guide."""
    word = address.strip("/").rpartition("/")[2]
    facts = {"id": word, "title": word.replace("-", " ").capitalize(), "description": "A page to measure with."}
    facts |= {"audience": ["doctors"], "kind": "guide" if address.startswith("/guides/") else "page"}
    facts |= {"last_reviewed": TODAY, "next_review": TODAY + datetime.timedelta(days=365)}
    headings = [anchor.replace("-", " ").capitalize() for anchor in anchors] or ["Before you start"]
    step = "Agree **1 question** with your supervisor, and ask what a good answer would look like to the ward. "
    body = "\n".join(f"## {heading}\n\n{step * 6}\n\n- {step}\n- {step}\n" for heading in [*headings, "Afterwards"])
    view = f"\n```view\nopportunities: {{guide: {word}}}\n```\n" if facts["kind"] == "guide" else ""
    return "---\n" + "\n".join(yaml_map(facts, 0)) + f"\n---\n\n{body}{view}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a network to measure with.")
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--entries", type=int, default=1165)
    parser.add_argument("--length", choices=sorted(LENGTHS), default="long", help="of entries (default: as the real ones)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="write the same words as Markdown pages too")
    options = parser.parse_args()
    entries = network(options.folder, options.entries, length=options.length, seed=options.seed)
    if options.pages:
        peers.write(options.pages, entries)


if __name__ == "__main__":
    main()
