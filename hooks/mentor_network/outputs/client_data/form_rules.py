"""`assets/form-rules.json`: what the form in the browser needs to check an entry as `check` does, with the same messages.

Its shape:

- `version`: 1. It goes up when a name changes its meaning.
- `kinds`: `case-study` and `opportunity`, each with `folder`, `extension` and `fields`. A field has
  - `name`, `label` and `help` (plain words), `example` (a value as YAML would hold it, or null)
  - `required` (no entry is valid without it) and `needed` (a case study cannot be published without it)
  - `kind`: `line` (one line of words), `prose` (words with Markdown), `id`, `code`, `url`, `evidence`, `date`, `month`,
    `reached` (a number of people), `number`, `whole` (a whole number), `flag` (true or false), `choice`, or `group` (keys
    and values, in `fields`)
  - `many`: whether it is a list of these
  - `max_length` (characters), `min_items`, `max_items` and `minimum` (of a number): a number, or null for no limit
  - `choices`: of a choice, each with `value` and `label`. Where it also has `refers`, they are the ids of that catalogue.
  `case-study` also has `headings`, each with `text` and `prompt`, in order.
- `bare_words`: words that need quotes in YAML, whatever their capitals, or are refused where words are needed.
- `patterns`: regular expressions that a whole value must match, by kind of field; `device` is one that no id may match.
- `half_links`: patterns of half-written links, each with what is wrong; `braces`: of half-written figures.
- `messages`: the message of each kind of mistake, see `form_messages`. Each has `code`, `message` and `help`.
- `screens`: the confidentiality screens, see the package `confidentiality`, with `normalise`, the table that normalises
  text before it is screened.

Every regular expression means the same in Python's `re` (with `re.ASCII`) and JavaScript's `RegExp` (with `u`). `flags` is
`u` or `iu`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mentor_network import confidentiality
from mentor_network.catalogue import Catalogue
from mentor_network.checks import windows_names
from mentor_network.forms import fields
from mentor_network.labels import PROMPTS
from mentor_network.markdown_syntax import BRACES, HALF_LINKS
from mentor_network.outputs.client_data import form_messages
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS
from mentor_network.records.fields import BARE_WORDS, CODE, DAY, ID, MONTH, NUMBER, REACHED
from mentor_network.render import OutputFile

_HOST = r"[^\s\\<>\x22\x27`@/?#]"
#: The URLs that the checker accepts: a host with a dot inside it, and no character that could be read as markup.
_URL = rf"https://(?!\.){_HOST}+\.+(?!\.){_HOST}+([/?#][^\s\\<>\x22\x27`]*)?"
#: The path of the file in the site.
ADDRESS = "assets/form-rules.json"


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The file of rules."""
    yield OutputFile.of_text(ADDRESS, text(catalogue))


def text(catalogue: Catalogue) -> str:
    """All rules as JSON."""
    return json.dumps(_rules(catalogue), ensure_ascii=False, separators=(",", ":")) + "\n"


def _rules(catalogue: Catalogue) -> dict[str, Any]:
    known = fields.references(catalogue)
    headings = [{"text": heading, "prompt": PROMPTS[heading]} for heading in FULL_HEADINGS]
    case_study = {"folder": "case_studies", "extension": "md", "headings": headings}
    return {
        "version": 1,
        "kinds": {
            "case-study": case_study | {"fields": fields.fields(CaseStudy, known)},
            "opportunity": {
                "folder": "opportunities",
                "extension": "yaml",
                "fields": fields.fields(Opportunity, known),
            },
        },
        "bare_words": sorted(BARE_WORDS),
        "patterns": {
            "id": ID.pattern,
            "code": CODE.pattern,
            "month": MONTH.pattern,
            "reached": REACHED.pattern,
            "date": DAY.pattern,
            "number": NUMBER.pattern,
            "url": _URL,
            "device": windows_names.DEVICE.pattern,
        },
        "half_links": HALF_LINKS,
        "braces": BRACES,
        "messages": form_messages.messages(),
        "screens": confidentiality.as_data(
            allowed=[catalogue.network.contact] if catalogue.network.contact else [],
            trusts=[trust.name for trust in catalogue.network.trusts],
        ),
    }
