"""Gates for content: dates, sources, quotations, the safety note, and confidentiality of case studies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.confidentiality import screening
from mentor_network.gates.page import Page, Site, all_of, classes, text_of

DATE = re.compile(r"[1-9]\d? (January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d")
#: Kinds of pages that are an entry or written by hand: each must show when it was checked and when the next review is.
REVIEWED = (
    "opportunity",
    "stage",
    "model",
    "case",
    "case-study",
    "short-example",
    "guide",
    "template",
    "reflection",
    "page",
)
#: The agreed text of the note on every page that asks for a reflection.
SAFETY_NOTE = (
    "Write about what you learned, not the full story. Leave out anything that could identify a person, including dates, "
    "places and rare details. Report incidents through your Trust's system, not in a reflection. Talk to your supervisor "
    "before or after you write. The General Medical Council (GMC) says it will not ask for your reflective notes to "
    "investigate a concern, but a court can ask for them. If you were involved in a serious event, ask your defence "
    "organisation first. This site does not collect what you write."
)


def case_studies_hold_no_patient_details(page: Page) -> Iterator[str]:
    """C1: the text of a case study, as shown, has no error of confidentiality that nobody may acknowledge."""
    if page.kind in ("case", "case-study", "short-example") and page.address != "/case-studies/":
        for finding in screening.findings(page.text(between="\n\n"), page.address, "case-study"):
            if finding.screen.severity == "error" and not finding.screen.acknowledge:
                yield f"{finding.screen.message}, in line {finding.span.line} of its text"


def reflections_have_the_safety_note(page: Page) -> Iterator[str]:
    """C3: pages that ask for a reflection carry the safety note."""
    if page.kind == "reflection" and SAFETY_NOTE not in page.text():
        yield "the safety note is not there, word for word"


def reviews_are_dated(page: Page) -> Iterator[str]:
    """D1: the page shows when it was checked and when the next review is, in the form "6 August 2018"."""
    text = page.text()
    if page.kind in REVIEWED:
        if not re.search(rf"Last (checked|reviewed|read through) {DATE.pattern}", text):
            yield "it does not say when it was last checked"
        if not re.search(rf"Next review {DATE.pattern}", text) and "Check before you rely on this" not in text:
            yield "it does not say when it is reviewed next"
    for element in page.tree.iter():
        if "mn-date" in classes(element) and not DATE.fullmatch(text_of(element)):
            yield f"`{text_of(element)}` is not how dates are written"


def every_source_has_its_licence(site: Site) -> Iterator[str]:
    """R1: each source in the list of all sources has its licence."""
    views = [e for e in site.at("/evidence/").main.iter() if "mn-view" in classes(e)]
    listed = [li for view in views for ul in all_of(view, "ul") if "mn-sources" in classes(ul) for li in ul]
    if not listed:
        yield "/evidence/: no list of sources is there; write content/evidence.md with the view `listing: sources`"
    for item in listed:
        if not any(text_of(part) for part in item.iter() if "mn-quiet" in classes(part)):
            yield f"/evidence/: no licence is given for `{text_of(item)}`"


def quotations_are_short(page: Page) -> Iterator[str]:
    """R2: a quotation has 25 words or fewer, and its author and page."""
    for figure in all_of(page.tree, "figure"):
        words = [text_of(part) for part in all_of(figure, "blockquote")]
        if any(len(text.split()) > 25 for text in words):
            yield f"this quotation has more than 25 words: `{words[0]}`"
        if not any(", page " in text_of(caption) for caption in all_of(figure, "figcaption")):
            yield f"this quotation does not say where it stands: `{words}`"
