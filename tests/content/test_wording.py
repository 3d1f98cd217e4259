"""What our own words say together. No number and no list of targets.yaml can say it, and none of it depends on an id."""

from __future__ import annotations

import calendar
import re

from mentor_network import pipeline
from mentor_network.prose_lint.segments import passages
from support.networks import ROOT

RECORDS = pipeline.check(ROOT, today=pipeline.today())[0]
HEDGE = re.compile(r"(?i)not confirmed|could not confirm|no fee is known|not stated|\bwe found (?:no|none|nothing)\b")
DATE = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})\s+20\d\d\b")


def test_what_is_not_confirmed_says_when_somebody_looked() -> None:
    """A reader who finds another fee or date than ours has to know how old our words are."""
    words = [(entry.record.id, passage.text) for entry in RECORDS.opportunities for passage in passages(entry)]
    assert [(name, text) for name, text in words if HEDGE.search(text) and not DATE.search(text)] == []


def test_whoever_names_the_guardian_of_working_hours_names_exception_reports() -> None:
    """They are how lost hours, rest and training are told in England. To keep a record alone brings nothing back."""
    everything = (*RECORDS.opportunities, *RECORDS.stages, *RECORDS.pages, *RECORDS.cases)
    texts = {entry.at("id"): entry.record.model_dump_json() + entry.document.body for entry in everything}
    named = [span for span, text in texts.items() if "uardian of safe working hours" in text]
    assert [span for span in named if "xception report" not in texts[span]] == []
