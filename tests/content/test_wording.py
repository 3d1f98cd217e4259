"""Rules for the wording of our own content that targets.yaml cannot express. None depends on an id."""

from __future__ import annotations

import calendar
import re

from mentor_network.prose_lint.segments import passages
from support.evidence import records

HEDGE = re.compile(r"(?i)not confirmed|could not confirm|no fee is known|not stated|\bwe found (?:no|none|nothing)\b")
DATE = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})\s+20\d\d\b")


def test_what_is_not_confirmed_has_the_date_of_the_search() -> None:
    """A reader who finds another fee or date must know how old ours is."""
    words = [(entry.record.id, passage.text) for entry in records().opportunities for passage in passages(entry)]
    assert [(name, text) for name, text in words if HEDGE.search(text) and not DATE.search(text)] == []


def test_text_on_the_guardian_of_safe_working_hours_names_exception_reports() -> None:
    """Exception reports are how doctors in England report lost hours, rest and training; a private record has no effect."""
    everything = (*records().opportunities, *records().stages, *records().pages, *records().cases)
    texts = {entry.at("id"): entry.record.model_dump_json() + entry.document.body for entry in everything}
    named = [span for span, text in texts.items() if "uardian of safe working hours" in text]
    assert [span for span in named if "xception report" not in texts[span]] == []
