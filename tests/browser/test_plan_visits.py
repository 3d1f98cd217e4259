"""2 visits to the real site: a doctor on a phone at night, and a supervisor with a minute. Each has a limit."""

from __future__ import annotations

from typing import Any

import pytest

from support.plan_page import Plan
from support.readers import Reader

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
    shared = page.wait_for_function("window.shared?.url").json_value()
    assert shared.startswith(f"{base}/my-plan/#v1&stage=registrar&weeks=17&items=") and shared.count(":p") == 2
    assert (doctor.clicks, doctor.screens) <= (8, 6) and doctor.screens <= 6, (doctor.clicks, doctor.screens)
    assert someone.said == [] and someone.stored() == ""
