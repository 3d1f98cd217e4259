"""Networks with a contribution form, entries for it, and a driver that fills it in."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from mentor_network import pipeline
from mentor_network.problems import Problem
from support.networks import NETWORK, mkdocs_for

#: The address of the page with the form, here and in the real network.
ADDRESS = "/mentors/contribute/"
#: A page of every network to leave the form for.
ELSEWHERE = "/stages/"
#: The form of a case study.
CASE_FORM = 'form[data-kind="case-study"]'
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


def network_with_form(root: Path, *, repository: str = "example/network", contact: str = "") -> Path:
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
    """Copy the files of a network that `check` reads, so that a test can add to them."""
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
    """Fills in the form with mouse and keyboard, and counts clicks and fields."""

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
        self.unfold(path)
        self.click(f'form[data-kind="{self.kind}"] [name="{path}"][value="{value}"]')

    def unfold(self, path: str) -> None:
        """Open the group of a question, if it is folded."""
        group = self.page.locator(f'form[data-kind="{self.kind}"] details:not([open]):has([name="{path}"]) > summary')
        if group.count():
            group.click()
            self.clicks += 1

    def tick_all(self) -> None:
        for point in self.page.locator(f'form[data-kind="{self.kind}"] [data-point]').all():
            point.check()
            self.clicks += 1

    def type(self, path: str, text: str) -> None:
        self.unfold(path)
        self.page.fill(f'form[data-kind="{self.kind}"] [name="{path}"]', text)
        self.fields += 1

    def pick(self, path: str, value: str) -> None:
        self.unfold(path)
        self.page.select_option(f'form[data-kind="{self.kind}"] [name="{path}"]', value)
        self.fields += 1

    def finish(self) -> None:
        self.click(f'form[data-kind="{self.kind}"] button[type=submit]')

    def file(self) -> tuple[str, str]:
        """The name and the text of the file that the form shows."""
        name = self.page.locator("[data-name]").inner_text()
        return name.split("Its name is ")[1].split(". ")[0], self.page.input_value("#form-text")


#: Heading → text of a whole case study.
STORY = {
    "Why we did it": "Resident doctors had not met the people who plan the services they work in.",
    "Our Trust": "An acute Trust with several sites. A forum was there already, which made it easier.",
    "What we did": "1. We asked managers.\n2. We matched pairs.\n3. Each spent half a day with the other.",
    "What happened": "24 doctors took part. In general they said that decisions made more sense afterwards.",
    "What did not work": "Half days at short notice. We would not do that again.",
    "If you have 2 hours a week": "Match 3 pairs, and ask them to find a day themselves.",
    "What to copy": "The email: would you spend half a day with a doctor, and let a doctor spend half a day with you?",
    "What we would like to know from others": "How do you reach doctors who work nights?",
}


def write_case(who: Contributor) -> None:
    """Fill in all questions of a case study and finish."""
    who.start()
    who.tick_all()
    who.type("title", "Half a day in each other's place: a scheme")
    who.type("summary", "Resident doctors and managers spent half a day with each other, and talked it over.")
    who.choose("activity_types", "buddying")
    who.type("started", "2025-09")
    who.choose("still_running", "yes")
    for number, text in enumerate(STORY.values()):
        who.type(f"answer.{number}", text)
    who.type("clm_hours_setup", "6")
    who.type("clm_hours_month", "2")
    who.type("other_people", "Postgraduate centre manager\nChief Registrar")
    who.type("cost", "none")
    who.type("people_reached", "24")
    who.type("contributor_role", "Clinical Leadership Mentor")
    who.finish()


def write_opportunity(who: Contributor, page: Page) -> None:
    """Fill in all required questions of an opportunity and finish."""
    who.start()
    who.tick_all()
    who.type("title", "Lead the safety huddle for 1 week")
    who.type("summary", "Run the short meeting at the start of a shift, and end it with 1 thing to do.")
    who.pick("type", "everyday")
    who.choose("learning", "experience")
    who.choose("scope", "everyday")
    who.click('form[data-kind="opportunity"] [name="stages"] >> nth=0')
    who.choose("min_weeks", "1")
    who.type("hours.pattern", "10 minutes a day for 1 week")
    who.choose("timing", "work-time")
    who.choose("cost", "free")
    who.type("who_to_ask", "Whoever runs it now")
    who.type("what_you_do", "Ask to lead it for a week.\nAsk 1 person what they saw.")
    who.type("you_learn", "How to be brief: and heard")
    who.type("make_it_count", "Ask for 1 thing to change.")
    who.type("portfolio", "What was said, and what changed")
    who.type("reflect", "Who did not speak?")
    who.click('form[data-kind="opportunity"] [name="develops"] >> nth=0')
    who.click('form[data-kind="opportunity"] [name="themes"] >> nth=0')
    who.choose("status", "always")
    first = page.locator('form[data-kind="opportunity"] [name="sources.0.source"] option').nth(1).get_attribute("value")
    who.pick("sources.0.source", first or "")
    who.finish()


def prefilled(href: str | None) -> tuple[str, str]:
    """The file name and text in a link to GitHub's page for new files."""
    parts = urlsplit(href or "")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://github.com/example/network/new/main"
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    return query["filename"][0], query.get("value", [""])[0]


def check_file(root: Path, path: str, text: str, folder: Path) -> list[Problem]:
    """The problems that the checker finds in a file once it is added to a copy of a network, and all errors."""
    copy = copy_of(root, folder / "copy")
    (copy / path).write_text(text, "utf-8", newline="")
    _, problems = pipeline.check(copy, today=pipeline.today())
    return [problem for problem in problems if problem.file == path or problem.severity == "error"]
