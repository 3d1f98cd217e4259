"""Networks with a contribution form, entries for it, and somebody who fills it in."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from support.networks import NETWORK, ROOT, mkdocs_for

PAGE = """---
id: contribute
title: Send us what you tried
description: A form, its checklist and the ways to send what it makes.
audience:
  - mentors
kind: page
last_reviewed: 2026-06-01
next_review: 2027-06-01
---

## The form

```view
form: contribution
```

## Checklist

```view
form: checklist
```

## How to send it

```view
form: sending
```
"""


def small_network(root: Path, *, repository: str = "example/network", contact: str = "") -> Path:
    """The small network with a page that holds the form."""
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    page = root / "content" / "mentors" / "contribute.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    text = (root / "network.yaml").read_text("utf-8")
    text = text.replace("repository: example/network", f'repository: "{repository}"')
    (root / "network.yaml").write_text(text.replace('contact: ""', f'contact: "{contact}"'), "utf-8")
    return root


def copy_of(root: Path, to: Path) -> Path:
    """What `check` reads of a network, to write into."""
    to.mkdir()
    for path in (*root.glob("*.yaml"), *root.glob("published_addresses.txt")):
        shutil.copy(path, to / path.name)
    for folder in ("opportunities", "case_studies", "content"):
        shutil.copytree(root / folder, to / folder)
    return to


#: A whole entry of each kind for the small network, as the form reads it from a page.
CASE: dict[str, Any] = {
    "kind": "case-study",
    "status": "draft",
    "id": "a-scheme-of-ours",
    "title": "A scheme that runs both ways",
    "summary": "Doctors and managers spent half a day with each other.",
    "activity_types": ["buddying"],
    "trust_type": "not-stated",
    "added": "2026-08-06",
    "last_reviewed": "2026-08-06",
    "next_review": "2027-08-06",
}
OPPORTUNITY: dict[str, Any] = {
    "id": "lead-a-huddle",
    "title": "Lead 1 safety huddle",
    "type": "everyday",
    "summary": "Run the short meeting at the start of a shift.",
    "stages": ["core"],
    "learning": "experience",
    "scope": "everyday",
    "min_weeks": "1",
    "hours": {"total": "1", "pattern": "1 hour in all"},
    "timing": "work-time",
    "cost": "free",
    "who_to_ask": "Whoever runs it now",
    "what_you_do": ["Ask to lead it once.", "Ask 1 person what they saw."],
    "you_learn": ["How to be brief"],
    "make_it_count": ["Ask for 1 thing to change."],
    "portfolio": ["What was said, and what changed"],
    "reflect": ["Who did not speak?"],
    "develops": ["cap-1"],
    "themes": ["teams"],
    "status": "always",
    "sources": [{"source": "handbook"}],
    "added": "2026-08-06",
    "last_reviewed": "2026-08-06",
    "next_review": "2027-08-06",
}


class Contributor:
    """Somebody who fills in the form with a mouse and a keyboard. Counts what they do."""

    def __init__(self, page: Page, kind: str) -> None:
        self.page, self.kind = page, kind
        self.clicks = self.fields = 0

    def start(self) -> Locator:
        self.click(f'[data-start="{self.kind}"]')
        form = self.page.locator(f'form[data-kind="{self.kind}"]')
        form.wait_for()
        return form

    def click(self, selector: str) -> None:
        self.page.click(selector)
        self.clicks += 1

    def choose(self, path: str, value: str) -> None:
        """Tick a box or a radio button, by its value."""
        self.click(f'form[data-kind="{self.kind}"] [name="{path}"][value="{value}"]')

    def tick_all(self) -> None:
        for point in self.page.locator(f'form[data-kind="{self.kind}"] [data-point]').all():
            point.check()
            self.clicks += 1

    def type(self, path: str, text: str) -> None:
        self.page.fill(f'form[data-kind="{self.kind}"] [name="{path}"]', text)
        self.fields += 1

    def pick(self, path: str, value: str) -> None:
        self.page.select_option(f'form[data-kind="{self.kind}"] [name="{path}"]', value)
        self.fields += 1

    def finish(self) -> None:
        self.click(f'form[data-kind="{self.kind}"] button[type=submit]')

    def file(self) -> tuple[str, str]:
        """The name and the text of the file that the form shows."""
        name = self.page.locator("[data-name]").inner_text()
        return name.split("Its name is ")[1].split(". ")[0], self.page.input_value("#form-text")


__all__ = ["CASE", "OPPORTUNITY", "PAGE", "ROOT", "Contributor", "copy_of", "small_network"]
