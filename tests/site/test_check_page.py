"""The check and the mentors' coverage page of the real network, as they are built: whole, and with numbers that are true.

What these tests expect is worked out from the records here, and not by the code that makes the pages. How much there is to
show is a matter of targets.yaml.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.gates.page import NS, all_of, built, document, text_of
from mentor_network.records import Model, Opportunity
from support.networks import ROOT, TODAY

RECORDS = pipeline.check(ROOT, today=pipeline.today())[0]
STAGES = tuple(entry.record.id for entry in RECORDS.stages)
#: The model that the check is made for, and the other ones.
MODEL, *OTHERS = sorted((entry.record for entry in RECORDS.models), key=lambda m: not any(d.questions for d in m.domains))
CHECK = f"/supervisors/{MODEL.id}-check/"
FULL = tuple(domain.id for domain in MODEL.domains if domain.questions)
EACH = pytest.mark.parametrize("domain", FULL)
AT = pytest.mark.parametrize("stage", STAGES)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return link(RECORDS, today=pipeline.today())


def page(site: Path, address: str) -> Element:
    return document(built(site)[address])[0]


def with_attribute(tree: Element, name: str, value: str | None = None) -> list[Element]:
    return [e for e in tree.iter() if (e.get(name) is not None if value is None else e.get(name) == value)]


def labelled(tree: Element, name: str) -> Element:
    """The section that a heading names."""
    (section,) = with_attribute(tree, "aria-labelledby", name)
    return section


def opportunities(element: Element, address: str) -> list[str]:
    """The ids of the opportunities that links in it lead to."""
    paths = [urlsplit(urljoin(f"https://site{address}", a.get("href") or "")).path for a in all_of(element, "a")]
    return [path.split("/")[2] for path in paths if path.startswith("/opportunities/") and "/by/" not in path]


def upwards(domain: str, models: tuple[Model, ...]) -> Iterator[str]:
    """A domain and all that it is a part of."""
    above = {d.id: d.part_of for model in models for d in model.domains}
    name: str | None = domain
    while name:
        yield name
        name = above[name]


def shows(o: Opportunity, domain: str, catalogue: Catalogue) -> bool:
    """By its own domains for the model that opportunities name, and by its own themes for the others."""
    if domain in {one.id for one in MODEL.domains}:
        return any(domain in upwards(d, catalogue.models) for d in o.develops)
    themed = (d for theme in o.themes for d in catalogue.theme[theme].domains)
    return any(domain in upwards(d, catalogue.models) for d in themed)


def check_pages(site: Path) -> list[str]:
    return [address for address in built(site) if address.startswith(CHECK)]


# What the check answers, for each of 5 stages and 3 domains, before any script runs.


@AT
@EACH
def test_it_says_what_to_look_for_and_what_to_ask(stage: str, domain: str, site: Path, catalogue: Catalogue) -> None:
    tree = page(site, f"{CHECK}{stage}/")
    row, more = labelled(tree, domain), labelled(tree, f"more-{domain}")
    looks = [li for ul in all_of(row, "ul") if ul.get("class") == "mn-points" for li in all_of(ul, "li")]
    record = catalogue.domain[domain]
    assert len(looks) == len(record.expectations.get(stage, ()))
    shown = [text_of(q) for part in (row, more) for q in with_attribute(part, "data-question")]
    asked = [question.ask for question in record.questions.get(stage, ())]
    assert len(shown) == len(asked) and all(ask in text for ask, text in zip(asked, shown, strict=True))


@AT
@EACH
def test_it_says_what_counts_and_what_does_not(stage: str, domain: str, site: Path, catalogue: Catalogue) -> None:
    more = labelled(page(site, f"{CHECK}{stage}/"), f"more-{domain}")
    told = text_of(more)
    record = catalogue.domain[domain]
    for line in (*record.evidence_at.get(stage, ()), *(item.counted for item in record.miscounts)):
        assert line in told
    asked = told.partition(" asks, in our words")[2]
    checked, _, unchecked = asked.partition("Not checked against the ")
    for point in record.points:
        assert point.text in (checked if point.basis == "corroborated" else unchecked), point.text
        assert point.text not in (unchecked if point.basis == "corroborated" else checked), point.text


@AT
@EACH
def test_it_names_things_to_do_that_show_it_with_the_time_they_take(
    stage: str, domain: str, site: Path, catalogue: Catalogue
) -> None:
    address = f"{CHECK}{stage}/"
    more = labelled(page(site, address), f"more-{domain}")
    (shown,) = with_attribute(more, "data-shows", domain)
    found = opportunities(shown, address)
    some = [o for o in running(catalogue) if stage in o.stages and shows(o, domain, catalogue)]
    assert len(set(found)) == len(found) and bool(found) == bool(some)
    for name, item in zip(found, all_of(shown, "li"), strict=True):
        o = catalogue.opportunity[name]
        assert o in some
        assert o.hours.pattern in text_of(item)
    for name in set(opportunities(more, address)) - set(found):
        assert domain in catalogue.opportunity[name].can_show, "what can show it stands apart"


@AT
def test_every_other_domain_is_there_in_brief(stage: str, site: Path, catalogue: Catalogue) -> None:
    tree = page(site, f"{CHECK}{stage}/")
    gathers = {catalogue.domain[domain].part_of for domain in FULL}
    top = [d for d in MODEL.domains if not d.part_of and d.id not in gathers]
    assert [e.get("data-domain") for e in with_attribute(tree, "data-domain") if e.get("data-domain") not in FULL] == [
        d.id for d in top if d.id not in FULL
    ]
    for domain in (*FULL, *(d.id for d in top)):
        marks = [e.get("value") for e in with_attribute(tree, "name", domain)]
        assert marks == ["seen", "planned", "not-seen"], "each can be marked"


def test_no_question_is_asked_twice(catalogue: Catalogue) -> None:
    asked = [q.ask for domain in FULL for stage in STAGES for q in catalogue.domain[domain].questions.get(stage, ())]
    talks = [q.ask for stage in catalogue.stages for q in (*stage.conversation_10, *stage.conversation_30)]
    assert len({question.casefold() for question in asked}) == len(asked)
    assert not set(asked) & set(talks)


def test_every_page_of_it_says_who_decides(site: Path) -> None:
    assert len(check_pages(site)) == 1 + len(OTHERS) + len(STAGES) + len(STAGES) * (1 + len(OTHERS))
    for address in check_pages(site):
        text = text_of(page(site, address))
        assert "Your curriculum and ARCP panel decide what counts" in text, address
        assert "annual review of competency progression (ARCP)" in text, address
        assert "a prompt for a conversation, not a score" in text, address


# Numbers.


def running(catalogue: Catalogue) -> list[Opportunity]:
    """What somebody can do. On hold or closed, it is not counted."""
    return [o for o in catalogue.opportunities if o.status not in ("closed", "on-hold")]


def numbers(tree: Element, address: str) -> Iterator[tuple[int, str, str]]:
    """Each linked number of a table: the number, the page it opens and the place there."""
    for table in all_of(tree, "table"):
        for cell in all_of(table, "td"):
            for a in all_of(cell, "a"):
                target = urlsplit(urljoin(f"https://site{address}", a.get("href") or ""))
                yield int(text_of(a)), target.path, target.fragment


def tables_with_numbers(site: Path) -> list[str]:
    return [CHECK, "/mentors/coverage/", *(a for a in check_pages(site) if a.startswith(f"{CHECK}lens/"))]


@pytest.mark.gate
def test_each_number_opens_a_list_of_just_those(site: Path, catalogue: Catalogue) -> None:
    opened = 0
    for address in tables_with_numbers(site):
        for n, target, domain in numbers(page(site, address), address):
            section = labelled(page(site, target), domain)
            (listed,) = with_attribute(section, "data-listed", domain)
            stage = target.split("/")[3]
            expected = {o.id for o in running(catalogue) if stage in o.stages and shows(o, domain, catalogue)}
            found = opportunities(listed, target)
            assert n == len(found) == len(expected) and set(found) == expected, (address, target, domain)
            opened += 1
    assert opened


def test_a_number_without_a_link_is_0(site: Path) -> None:
    for address in (CHECK, *(a for a in check_pages(site) if a.startswith(f"{CHECK}lens/"))):
        (table,) = [t for t in all_of(page(site, address), "table") if "Each number opens the list" in text_of(t)]
        assert {text_of(cell) for cell in all_of(table, "td") if not all_of(cell, "a")} <= {"0"}, address


def test_each_stage_says_how_many_there_are(site: Path, catalogue: Catalogue) -> None:
    for stage in STAGES:
        address = f"{CHECK}{stage}/"
        for a in all_of(page(site, address), "a"):
            if (words := text_of(a)).startswith("All ") and "that show" in words:
                domain = urlsplit(a.get("href") or "").fragment
                expected = [o for o in running(catalogue) if stage in o.stages and shows(o, domain, catalogue)]
                assert int(words.split()[1]) == len(expected)


def test_another_model_is_reached_by_the_themes_that_entries_name(site: Path, catalogue: Catalogue) -> None:
    """Never by way of GPC domains: what is listed shares a theme, and all that shares a theme is listed."""
    stage = STAGES[0]
    for model in OTHERS:
        address = f"{CHECK}{stage}/{model.id}/"
        lists = with_attribute(page(site, address), "data-listed")
        assert lists
        for listed in lists:
            domain = listed.get("data-listed") or ""
            expected = [o.id for o in running(catalogue) if stage in o.stages and shows(o, domain, catalogue)]
            assert opportunities(listed, address) == expected


def test_the_boxes_follow_the_rule_on_the_page(site: Path, catalogue: Catalogue) -> None:
    (matrix,) = [t for t in all_of(page(site, CHECK), "table") if "Kinds of activity" in text_of(t)]
    rows = all_of(matrix.find(f"{NS}tbody"), "tr")  # type: ignore[arg-type]
    assert len(rows) == len({o.type for o in running(catalogue)})
    for row in rows:
        kind = (all_of(row, "a")[0].get("href") or "").rstrip("/").rpartition("/")[2]
        some = [o for o in running(catalogue) if o.type == kind]
        for domain, cell in zip(FULL, all_of(row, "td"), strict=True):
            yes = sum(domain in o.develops for o in some)
            can = sum(domain in o.can_show and domain not in o.develops for o in some)
            half, some_can = "At least half can help to show it", "Some can help to show it"
            words = half if yes * 2 >= len(some) and yes else some_can if yes or can else "None is listed for it"
            assert text_of(cell).startswith(f"{words}: {yes} of {len(some)} show it"), (kind, domain)
            assert ("more can" in text_of(cell)) == bool(can)


# The ways in.


def test_ways_lead_to_it(site: Path) -> None:
    """From the pages that the site makes itself. Which hand-written pages lead there is for their writers to say."""
    ways = {
        "/": [CHECK, *(f"{CHECK}{stage}/" for stage in STAGES)],
        f"/models/{MODEL.id}/": [CHECK, *(f"{CHECK}{stage}/#{domain}" for stage in STAGES for domain in FULL)],
        **{f"/stages/{stage}/": [f"{CHECK}{stage}/"] for stage in STAGES},
    }
    for address, wanted in ways.items():
        found = {urljoin(address, a.get("href") or "") for a in all_of(page(site, address), "a")}
        assert set(wanted) <= found, address


@AT
def test_a_first_visit_is_light(stage: str, site: Path) -> None:
    """At most 60 KB, gzip, with everything the page asks for."""
    file = built(site)[f"{CHECK}{stage}/"]
    tree = document(file)[0]
    asked = [e.get("href") or "" for e in all_of(tree, "link") if e.get("rel") == "stylesheet"]
    asked += [e.get("src") or "" for e in all_of(tree, "script")]
    files = [file, *((file.parent / name).resolve() for name in asked)]
    assert sum(len(gzip.compress(part.read_bytes())) for part in files) < 60_000


# Other networks.


def uris(root: Path) -> dict[str, str]:
    made = pipeline.build(root, today=TODAY)
    assert made.problems.errors == []
    return {file.path: file.content.decode() for file in made.files if not file.path.endswith(".png")}


def test_it_is_made_for_the_first_model_that_opportunities_name(network: Callable[[dict[str, str | None]], Path]) -> None:
    files = uris(network({}))
    assert "supervisors/cap-check/index.html" in files and "supervisors/cap-check/core/qualities/index.html" in files
    assert not any("gpc-check" in text for text in files.values())


def test_without_opportunities_there_is_no_check_and_no_link_to_one(
    network: Callable[[dict[str, str | None]], Path],
) -> None:
    bare = {
        "opportunities.yaml": "[]\n",
        "opportunities/chair-a-meeting.yaml": None,
        "stages.yaml": "[]\n",
        "case_studies/matching-projects.md": None,
        "content/guides/shadowing.md": None,
        "glossary.yaml": "[]\n",
    }
    root = network(bare)
    models = root / "leadership_models.yaml"
    text = models.read_text("utf-8")
    # What is said about stages goes with the stages.
    stages = "        expectations:\n          core:\n            - Runs a short meeting to time\n"
    assert stages in text
    models.write_text(text.replace(stages, ""), "utf-8")
    files = uris(root)
    assert "index.html" in files and "mentors/coverage/index.html" in files and "models/cap/index.html" in files
    assert not [uri for uri in files if "-check" in uri and uri.endswith(".md")]
    assert not [uri for uri, text in files.items() if "-check/" in text]


def test_a_broken_model_makes_no_false_follow_ups(network: Callable[[dict[str, str | None]], Path]) -> None:
    """A link to the check is not blamed on its author while the model that makes the check is being mended."""
    root = network({})
    guide = root / "content" / "guides" / "shadowing.md"
    guide.write_text(guide.read_text("utf-8") + "\n[The check](/supervisors/cap-check/core/#cap-1)\n", "utf-8")
    assert pipeline.check(root, today=TODAY)[1].errors == []
    models = root / "leadership_models.yaml"
    models.write_text(models.read_text("utf-8").replace("    status: current\n", "    status: curent\n"), "utf-8")
    assert [problem.code for problem in pipeline.check(root, today=TODAY)[1].errors] == ["bad-value"]


def test_a_link_into_a_check_that_is_not_there_is_found(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    guide = root / "content" / "guides" / "shadowing.md"
    for wrong in ("/supervisors/cap-check/consultant/", "/supervisors/cap-check/core/#gap-1", "/supervisors/gpc-check/"):
        guide.write_text(guide.read_text("utf-8") + f"\n[The check]({wrong})\n", "utf-8")
    assert len(pipeline.check(root, today=TODAY)[1].errors) == 3
