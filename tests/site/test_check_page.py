"""The built pages of the check in the real network: what they say about each stage and domain, and the links to them.

What these tests expect comes from the records, not from the code that makes the pages. How much there is to show is a matter
of targets.yaml.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urljoin

from mentor_network.gates.page import all_of, page_files, parse_file, text_of
from support.check_page import (
    catalogue,
    check,
    check_pages,
    domains_in_full,
    labelled,
    model,
    opportunities,
    others,
    page,
    running,
    shows,
    stages,
    stages_and_domains,
    with_attribute,
)


def test_it_says_what_to_look_for_and_what_to_ask(site: Path) -> None:
    for stage, domain in stages_and_domains():
        tree = page(site, f"{check()}{stage}/")
        row, more = labelled(tree, domain), labelled(tree, f"more-{domain}")
        looks = [li for ul in all_of(row, "ul") if ul.get("class") == "mn-points" for li in all_of(ul, "li")]
        record = catalogue().domain[domain]
        assert len(looks) == len(record.expectations.get(stage, ())), (stage, domain)
        shown = [text_of(q) for part in (row, more) for q in with_attribute(part, "data-question")]
        asked = [question.ask for question in record.questions.get(stage, ())]
        assert len(shown) == len(asked) and all(ask in text for ask, text in zip(asked, shown, strict=True)), (stage, domain)


def test_it_says_what_counts_and_what_does_not(site: Path) -> None:
    for stage, domain in stages_and_domains():
        more = labelled(page(site, f"{check()}{stage}/"), f"more-{domain}")
        told = text_of(more)
        record = catalogue().domain[domain]
        for line in (*record.evidence_at.get(stage, ()), *(item.counted for item in record.miscounts)):
            assert line in told, (stage, domain)
        asked = told.partition(" asks, in our words")[2]
        checked, _, unchecked = asked.partition("Not checked against the ")
        for point in record.points:
            assert point.text in (checked if point.basis == "corroborated" else unchecked), (stage, point.text)
            assert point.text not in (unchecked if point.basis == "corroborated" else checked), (stage, point.text)


def test_it_names_things_to_do_that_show_it_with_the_time_they_take(site: Path) -> None:
    for stage, domain in stages_and_domains():
        address = f"{check()}{stage}/"
        more = labelled(page(site, address), f"more-{domain}")
        (shown,) = with_attribute(more, "data-shows", domain)
        found = opportunities(shown, address)
        some = [o for o in running() if stage in o.stages and shows(o, domain)]
        assert len(set(found)) == len(found) and bool(found) == bool(some), (stage, domain)
        for name, item in zip(found, all_of(shown, "li"), strict=True):
            o = catalogue().opportunity[name]
            assert o in some, (stage, domain)
            assert o.hours.pattern in text_of(item), (stage, domain)
        for name in set(opportunities(more, address)) - set(found):
            assert domain in catalogue().opportunity[name].can_show, "what can show it stands apart"


def test_every_other_domain_is_there_in_brief(site: Path) -> None:
    full = domains_in_full()
    parents = {catalogue().domain[domain].part_of for domain in full}
    top = [d.id for d in model().domains if not d.part_of and d.id not in parents]
    for stage in stages():
        tree = page(site, f"{check()}{stage}/")
        brief = [e.get("data-domain") for e in with_attribute(tree, "data-domain") if e.get("data-domain") not in full]
        assert brief == [domain for domain in top if domain not in full], stage
        for domain in (*full, *top):
            marks = [e.get("value") for e in with_attribute(tree, "name", domain)]
            assert marks == ["seen", "planned", "not-seen"], (stage, domain)


def test_no_question_is_asked_twice() -> None:
    asked = [
        q.ask
        for domain in domains_in_full()
        for stage in stages()
        for q in catalogue().domain[domain].questions.get(stage, ())
    ]
    talks = [q.ask for stage in catalogue().stages for q in (*stage.conversation_10, *stage.conversation_30)]
    assert len({question.casefold() for question in asked}) == len(asked)
    assert not set(asked) & set(talks)


def test_every_page_of_it_says_who_decides(site: Path) -> None:
    assert len(check_pages(site)) == 1 + len(others()) + len(stages()) + len(stages()) * (1 + len(others()))
    for address in check_pages(site):
        text = text_of(page(site, address))
        assert "Your curriculum and ARCP panel decide what counts" in text, address
        assert "annual review of competency progression (ARCP)" in text, address
        assert "a prompt for a conversation, not a score" in text, address


def test_ways_lead_to_it(site: Path) -> None:
    """The generated pages link to the check. Hand-written pages may or may not."""
    ways = {
        "/": [check(), *(f"{check()}{stage}/" for stage in stages())],
        f"/models/{model().id}/": [
            check(),
            *(f"{check()}{stage}/#{domain}" for stage in stages() for domain in domains_in_full()),
        ],
        **{f"/stages/{stage}/": [f"{check()}{stage}/"] for stage in stages()},
    }
    for address, wanted in ways.items():
        found = {urljoin(address, a.get("href") or "") for a in all_of(page(site, address), "a")}
        assert set(wanted) <= found, address


def test_a_first_visit_is_light(site: Path) -> None:
    """At most 60 KB, compressed, with all that the page loads."""
    for stage in stages():
        file = page_files(site)[f"{check()}{stage}/"]
        tree = parse_file(file)[0]
        asked = [e.get("href") or "" for e in all_of(tree, "link") if e.get("rel") == "stylesheet"]
        asked += [e.get("src") or "" for e in all_of(tree, "script")]
        files = [file, *((file.parent / name).resolve() for name in asked)]
        assert sum(len(gzip.compress(part.read_bytes())) for part in files) < 60_000
