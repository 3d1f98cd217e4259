"""Calendar, feed, sitemap and linked data, for programs that subscribe or crawl."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import icalendar
import pytest

from mentor_network import pipeline
from mentor_network.pipeline import Build
from support import finder_network
from support.catalogue_sources import Sources
from support.networks import NETWORK, ROOT, TODAY, laid_over

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITES = [(ROOT, "site"), (NETWORK, "small_site")]
BOTH = pytest.mark.parametrize(("root", "built"), SITES, ids=["real", "small"])


def texts(build: Build) -> dict[str, str]:
    assert build.problems.errors == []
    return {file.path: file.content.decode(errors="replace") for file in build.files()}


# The calendar.


def content_lines(text: str) -> list[tuple[str, str]]:
    """Parse a calendar by the grammar of RFC 5545: CR LF, lines of at most 75 octets, folded lines joined."""
    raw = text.encode()
    assert raw.endswith(b"\r\n") and raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    found = [re.fullmatch(r"([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)", line) for line in lines]
    assert None not in found
    return [(match[1], match[2]) for match in found if match]


def parts(text: str) -> list[str]:
    """The names of the components of a calendar in order. Fails unless they are nested correctly."""
    open_parts, seen = [], []
    for name, value in content_lines(text):
        if name == "BEGIN":
            open_parts.append(value)
            seen.append(value)
        elif name == "END":
            assert open_parts.pop() == value
    assert open_parts == []
    return seen


def test_each_day_on_which_something_opens_or_closes_is_in_the_calendar(tmp_path: Path) -> None:
    root = finder_network.make(tmp_path / "network")
    text = texts(pipeline.build(root, today=TODAY))["data/dates.ics"]
    dated = {
        (str(entry[kind]), f"{word}: {entry['title']}")
        for entry in Sources(root).lists["opportunities"]
        for kind, word in (("opens", "Opens"), ("closes", "Last day to apply"))
        if kind in entry
    }
    assert len(dated) > 10 and parts(text).count("VEVENT") == len(dated)
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert {(event.decoded("dtstart").isoformat(), str(event["summary"])) for event in events} == dated
    assert [event.errors for event in events if event.errors] == []
    for event in events:
        assert type(event.decoded("dtstart")) is datetime.date, "a whole day, in every time zone"
        assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(days=1)
        assert urlsplit(str(event["url"])).path.startswith("/network/opportunities/")
        assert event.decoded("dtstamp").tzinfo is not None and str(event["transp"]) == "TRANSPARENT"
    assert len({str(event["uid"]) for event in events}) == len(dated)


def test_a_calendar_can_be_subscribed_to(tmp_path: Path) -> None:
    """UIDs and time stamps stay the same until the entry changes."""
    first = texts(pipeline.build(NETWORK, today=TODAY))["data/dates.ics"]
    assert texts(pipeline.build(NETWORK, today=TODAY + datetime.timedelta(days=1)))["data/dates.ics"] == first
    facts = content_lines(first)
    said = dict(facts)
    assert said["REFRESH-INTERVAL;VALUE=DURATION"] == said["X-PUBLISHED-TTL"] == "P1D"
    assert said["X-WR-CALNAME"] == "Lead the way: opening and closing dates"
    assert said["VERSION"] == "2.0" and "Lead the way" in said["PRODID"] and "METHOD" not in said
    assert [value for name, value in facts if name == "DTSTAMP"] == ["20260701T000000Z"] * 2
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    entry = root / "opportunities/chair-a-meeting.yaml"
    entry.write_text(entry.read_text("utf-8").replace("closes: 2026-12-01", "closes: 2026-12-02"), "utf-8")
    later = content_lines(texts(pipeline.build(root, today=TODAY))["data/dates.ics"])
    ids = [[value for name, value in lines if name == "UID"] for lines in (facts, later)]
    assert ids[0] == ids[1] and ("DTSTART;VALUE=DATE", "20261202") in later


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("how: live", "Last checked 2 May 2026."),
        (
            "how: archived-copy",
            "Last read through 1 June 2026. The web page behind it was seen in an archived copy, which may be older.",
        ),
        ("how: archived-copy\n    copy_from: 2025-12", "seen in an archived copy of December 2025 or earlier."),
    ],
)
def test_a_calendar_dates_an_entry_by_the_oldest_that_it_rests_on(seen: str, said: str, tmp_path: Path) -> None:
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    entry = root / "opportunities/chair-a-meeting.yaml"
    link = f"links:\n  - label: Rules\n    url: https://example.org/\n    checked: 2026-05-02\n    {seen}\n"
    entry.write_text(entry.read_text("utf-8") + link, "utf-8")
    text = texts(pipeline.build(root, today=TODAY))["data/dates.ics"]
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        assert said in str(event["description"])


def test_a_calendar_without_a_day_is_valid_and_the_page_says_so(site: Path) -> None:
    """The standard requires at least one component. If this fails, an entry has a date: remove what says that none has."""
    dated = [entry["id"] for entry in Sources(ROOT).lists["opportunities"] if entry.keys() & {"opens", "closes"}]
    text = (site / "data/dates.ics").read_bytes().decode()
    assert parts(text).count("VEVENT") == sum(
        len(entry.keys() & {"opens", "closes"}) for entry in Sources(ROOT).lists["opportunities"]
    )
    assert len(parts(text)) > 1
    icalendar.Calendar.from_ical(text)
    page = (site / "data/index.html").read_text("utf-8")
    assert ("so the calendar is empty" in page) == (not dated)


# The feed.


@BOTH
def test_the_feed_has_the_newest_entries(root: Path, built: str, request: pytest.FixtureRequest) -> None:
    site, sources = request.getfixturevalue(built), Sources(root)
    feed = ElementTree.parse(site / "data/new.atom").getroot()
    written = sources.lists["opportunities"] + sources.lists["case_studies"]
    days = sorted((str(entry.get("changed", entry["added"])) for entry in written), reverse=True)[:50]
    entries = feed.findall(f"{ATOM}entry")
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert updated == [f"{day}T00:00:00Z" for day in days]
    titles = {" ".join(str(entry["title"]).split()) for entry in written}
    assert {entry.findtext(f"{ATOM}title") for entry in entries} <= titles
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        path = urlsplit(urljoin("https://example.org/network/data/new.atom", link.get("href") or "")).path
        assert (site / path.removeprefix("/network/") / "index.html").is_file()


@BOTH
def test_the_feed_is_what_the_standard_asks_for(root: Path, built: str, request: pytest.FixtureRequest) -> None:
    """RFC 4287: required elements of feed and entries, and the format of ids, times and texts."""
    feed = ElementTree.parse(request.getfixturevalue(built) / "data/new.atom").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1, name
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", part.findtext(f"{ATOM}id") or "")
        for time in (part.find(f"{ATOM}updated"), part.find(f"{ATOM}published")):
            assert time is None or re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", time.text or "")
    known = ["id", "title", "updated", "published", "link", "category", "summary"]
    assert {child.tag for entry in feed.findall(f"{ATOM}entry") for child in entry} == {ATOM + name for name in known}


def test_ids_outlive_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids do not depend on `site_url`, so that a new address does not mark all entries as new."""
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    text = (root / "network.yaml").read_text("utf-8")
    (root / "network.yaml").write_text(re.sub(r"^site_url:.*\n", "", text, flags=re.MULTILINE), "utf-8")
    monkeypatch.delenv("SITE_URL", raising=False)
    without = texts(pipeline.build(root, today=TODAY))
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    with_one = texts(pipeline.build(root, today=TODAY))
    for name, pattern in (("data/new.atom", r"<id>(.*)</id>"), ("data/dates.ics", r"UID:(.*)")):
        assert re.findall(pattern, without[name]) == re.findall(pattern, with_one[name]) != []
    assert "elsewhere.example" in with_one["data/new.atom"] and 'href="../opportunities/' in without["data/new.atom"]
    assert "sitemap.xml" in with_one and "sitemap.xml" not in without
    assert with_one["robots.txt"].endswith("Sitemap: https://elsewhere.example/sitemap.xml\n")


def test_every_page_points_to_the_feed(site: Path) -> None:
    for path in site.rglob("*.html"):
        (link,) = re.findall(
            r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', path.read_text("utf-8")
        )
        # A page that any address may show has links from the root on.
        here = site if path.name == "404.html" else path.parent
        assert (here / link.lstrip("/")).resolve() == (site / "data/new.atom").resolve(), path


# The map for search engines.


def test_the_map_has_every_page_and_no_other(small_site: Path) -> None:
    root = ElementTree.parse(small_site / "sitemap.xml").getroot()
    listed = [url.findtext(f"{MAP}loc") for url in root.findall(f"{MAP}url")]
    pages = [path.parent.relative_to(small_site).as_posix() for path in small_site.rglob("index.html")]
    assert sorted(listed, key=str) == sorted(
        f"https://example.org/network/{'' if page == '.' else page + '/'}" for page in pages
    )
    changed = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in root}
    assert changed["https://example.org/network/opportunities/chair-a-meeting/"] == "2026-07-01"
    assert changed["https://example.org/network/a-to-z/"] is None
    # Of a site that is not at the root of its host, nobody reads robots.txt.
    assert not (small_site / "robots.txt").exists() and not (small_site / "sitemap.xml.gz").exists()


def test_a_site_without_an_address_has_no_map(tmp_path: Path) -> None:
    text = (NETWORK / "network.yaml").read_text("utf-8").replace("https://example.org/network/", '""')
    made = texts(pipeline.build(laid_over(tmp_path / "network", {"network.yaml": text}), today=TODAY))
    assert made and made.keys() & {"sitemap.xml", "sitemap.xml.gz", "robots.txt"} == set()


def test_a_page_that_only_says_where_to_go_is_not_for_search_engines(tmp_path: Path) -> None:
    root = tmp_path / "network"
    shutil.copytree(NETWORK, root)
    (root / "opportunities/old.yaml").write_text("id: old\nmoved_to: shadow-a-leader\n", "utf-8")
    made = texts(pipeline.build(root, today=TODAY))
    assert 'data-kind="retired"' in made["opportunities/old/index.html"] and "/opportunities/old/" not in made["sitemap.xml"]
    gone = [entry for entry in json.loads(made["data/v1/opportunities.json"])["retired"] if entry["moved_to"]]
    assert [(entry["id"], entry["address"]) for entry in gone] == [("old", "/opportunities/old/")]


# Data in pages.


def linked(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)]


@BOTH
def test_entries_say_to_machines_what_they_say_to_people(root: Path, built: str, request: pytest.FixtureRequest) -> None:
    site, sources = request.getfixturevalue(built), Sources(root)
    for name, folder, kind, title in (
        ("opportunities", "opportunities", "LearningResource", "name"),
        ("case_studies", "case-studies", "Article", "headline"),
    ):
        for entry in sources.lists[name]:
            (said,) = linked((site / folder / entry["id"] / "index.html").read_text("utf-8"))
            assert said["@context"] == "https://schema.org" and said["@type"] == kind
            assert said[title] == " ".join(entry["title"].split()) and said["datePublished"] == str(entry["added"])
            # Nothing is claimed that nobody knows.
            assert not said.keys() & {"author", "provider", "offers", "isAccessibleForFree", "review"}
            assert None not in said.values() and [] not in said.values() and "" not in said.values()


def test_other_pages_say_nothing_of_the_kind(site: Path) -> None:
    entries = {site / folder / entry / "index.html" for folder, entry in linked_pages()}
    assert [path for path in site.rglob("*.html") if linked(path.read_text("utf-8")) and path not in entries] == []


def linked_pages() -> list[tuple[str, str]]:
    lists = Sources(ROOT).lists
    found = [("opportunities", entry["id"]) for entry in lists["opportunities"]]
    return found + [("case-studies", entry["id"]) for entry in lists["case_studies"]]


def test_data_in_a_page_is_small_and_not_searched(site: Path) -> None:
    import gzip

    folder, entry = linked_pages()[0]
    page = (site / folder / entry / "index.html").read_text("utf-8")
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", page)
    assert len(gzip.compress(page.encode(), 9)) - len(gzip.compress(without.encode(), 9)) <= 600
    index = list((site / "assets/search").rglob("*.json"))
    assert index and not [file for file in index if b"schema.org" in file.read_bytes()]
