"""2 visits to the real site: a doctor on a phone at night, and a supervisor with a minute. Each has a limit."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from support.plan_page import Plan, eventually
from support.readers import Reader
from support.sweeps import a_few

pytestmark = pytest.mark.browser


def test_a_registrar_on_a_phone_shares_a_plan_of_2_things(base: str, visitor: Any) -> None:
    someone = visitor(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = someone.page
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve() }")
    doctor = Reader(page, f"{base}/")
    doctor.choose(page.locator("#ask-stage"), "registrar")
    doctor.click(page.locator("[data-go]"), leads_to="**/opportunities/?*")
    doctor.click(page.locator("[data-result]:visible a").first, leads_to="**/opportunities/*/")
    doctor.click(page.get_by_role("link", name="Start a plan with this"), leads_to="**/my-plan/*")
    plan = Plan(someone, base, None)
    plan.ready()
    doctor.click(page.locator("[data-suggestions] [data-add]").first)
    doctor.click(page.get_by_role("button", name="Send to my supervisor"))
    shared = eventually(page, "window.shared?.url")
    assert shared.startswith(f"{base}/my-plan/#v1&stage=registrar&weeks=17&items=") and shared.count(":p") == 2
    assert (doctor.clicks, doctor.screens) <= (8, 6) and doctor.screens <= 6, (doctor.clicks, doctor.screens)
    assert someone.said == [] and someone.stored() == ""


@pytest.mark.parametrize("stage", a_few(["Core", "Foundation", "Registrar", "Senior", "SAS and locally employed"]))
def test_a_supervisor_has_the_answer_in_a_minute(stage: str, base: str, visitor: Any) -> None:
    """What counts for GPC 5 and 6 at a stage: both begin on the first screen."""
    someone = visitor(viewport={"width": 1366, "height": 768})
    supervisor = Reader(someone.page, f"{base}/")
    supervisor.click(
        someone.page.get_by_role("link", name=f"{stage}: what counts", exact=True), leads_to="**/supervisors/gpc-check/*/"
    )
    for domain in ("gpc-5", "gpc-6-patient-safety"):
        part = someone.page.locator(f"section[data-domain='{domain}']")
        expect(part.locator("h3 span")).to_be_in_viewport(ratio=1)
        expect(part.locator(".mn-points > li").first).to_be_in_viewport(ratio=1)
        expect(part.locator("[data-question]")).to_be_in_viewport(ratio=1)
    assert someone.page.evaluate("scrollY") == 0
    assert supervisor.clicks <= 2 and supervisor.screens == 2, "the home page, and 1 screen"
