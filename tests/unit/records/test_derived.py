"""Facts derived from records: the domains that are shown, the model of the supervisor's check, and anchors of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.records.derived import checked_model, domains_shown, page_anchors, shows_crisis_help
from support.networks import NETWORK

Make = Callable[[dict[str, str | None]], Path]
GUIDE = "content/guides/shadowing.md"


def records_of(root: Path) -> Records:
    problems = Problems()
    records = read(root, problems)
    assert problems.errors == []
    return records


def guide_anchors(network: Make, view: str) -> frozenset[str]:
    text = (NETWORK / GUIDE).read_text("utf-8") + f"\n## A new part\n\n```view\n{view}\n```\n"
    records = read(network({GUIDE: text}), Problems())
    [page] = [page for page in records.pages if page.document.file == GUIDE]
    return page_anchors(page, records)


def test_domains_are_shown_by_opportunities_themes_and_case_studies_with_their_parents(network: Make) -> None:
    records = records_of(network({}))
    [chair] = [entry for entry in records.opportunities if entry.record.id == "chair-a-meeting"]
    [case] = [entry for entry in records.cases if entry.record.develops]
    part = Records(models=records.models, opportunities=[chair])
    assert domains_shown(part) == {"cap-1-teams", "cap-1"}, "a part, and its parent"
    joined = {
        domain for theme in records.themes if theme.record.id in chair.record.themes for domain in theme.record.domains
    }
    assert joined <= domains_shown(Records(models=records.models, themes=records.themes, opportunities=[chair]))
    assert domains_shown(Records(models=records.models, cases=[case])) == {"cap-1"}


def test_without_opportunities_there_is_no_supervisors_check(network: Make) -> None:
    assert checked_model(records_of(network({}))) is not None
    assert checked_model(Records()) is None


def test_the_anchors_of_a_page_are_those_of_headings_and_views(network: Make) -> None:
    anchors = guide_anchors(network, "listing: responsibilities")
    assert {"a-new-part", "k1"} <= anchors
    assert "core" not in anchors, "no view shows the stages"


def test_an_invalid_view_has_the_anchors_of_every_kind_of_view(network: Make) -> None:
    assert {"k1", "t1", "core"} <= guide_anchors(network, "no_such_view: {}")


def test_crisis_help_is_found_in_its_form(network: Make) -> None:
    text = (NETWORK / GUIDE).read_text("utf-8") + "\n```view\ncrisis_help: brief\n```\n"
    records = read(network({GUIDE: text}), Problems())
    [page] = [page for page in records.pages if page.document.file == GUIDE]
    assert shows_crisis_help(page, "brief") and not shows_crisis_help(page, "whole")
