"""Links of plans as mail programs pass them on.

Each file of cases/plan_links holds a text that somebody pastes (`pasted`), or an address that a link leads to (`address`).
`{link}` stands for the link of a plan, `{plan}` for its fragment, and `once`, `twice` and `amp` for ways to escape them.
Then
the lines are wrapped (`wrap`, with `quoted_printable` as in the source of a mail) and quoted (`quote`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from support.networks import ROOT
from support.plan_page import Plan
from support.sweeps import a_few, examples
from support.yaml_files import load

pytestmark = pytest.mark.browser

CASES = sorted((ROOT / "tests" / "cases" / "plan_links").glob("*.yaml"))
ITEMS = "shadow-a-leader:s,lead-a-handover:p,chair-a-meeting"
GOAL = 'Say, in 1 sentence, "what I expect". 50% & more <at 3am>\nThen listen!'
PLAN = (
    f"v1&stage=registrar&weeks=17&items={ITEMS}&goal=Say%2C+in+1+sentence%2C+%22what+I+expect%22%2E+50%25+%26+more+"
    "%3Cat+3am%3E%0AThen+listen%21&date=2026-12-18&action=Write+to+the+manager"
)


def texts(base: str) -> dict[str, str]:
    """The link of the plan and its fragment, escaped in different ways."""
    forms = {"": f"{base}/my-plan/#{PLAN}", "plan": PLAN}
    made = {"base": base}
    for name, text in forms.items():
        once, amp = quote(text, safe=""), text.replace("&", "&amp;")
        ways = {"once": once, "twice": quote(once, safe=""), "amp": amp, "amp_twice": amp.replace("&", "&amp;")}
        ways |= {"spaces": text.replace("+", " ")}
        made |= {f"{name}_{way}".strip("_"): escaped for way, escaped in ways.items()} | {name or "link": text}
    return made


def mangled(case: dict[str, Any], base: str) -> str:
    text = case["pasted"].format(**texts(base))
    soft = case.get("quoted_printable", False)
    if soft:
        text = text.replace("=", "=3D")
    if wrap := case.get("wrap"):
        text = re.sub(rf"([^\n]{{{wrap}}})(?=[^\n])", "\\1=\n" if soft else "\\1\n", text)
    return re.sub("^", "> ", text, flags=re.MULTILINE) if case.get("quote") else text


def holds_all(doctor: Plan) -> None:
    expect(doctor.page.locator("#p-goal")).to_have_value(GOAL)
    assert doctor.left() == ""
    assert doctor.fragment() == f"#{PLAN}", "and the address is whole again"


@pytest.mark.parametrize("case", [case for case in CASES if "pasted" in load(case)], ids=lambda case: case.stem)
def test_a_pasted_link_is_read(case: Path, shared_plan: Plan) -> None:
    page = shared_plan.page
    page.goto("about:blank")
    page.goto(f"{shared_plan.base}/my-plan/")
    shared_plan.ready()
    page.fill("#pasted", mangled(load(case), shared_plan.base))
    page.get_by_role("button", name="Open that plan").click()
    holds_all(shared_plan)
    assert shared_plan.someone.said == [] and shared_plan.someone.stored() == ""


@pytest.mark.parametrize("case", [case for case in CASES if "address" in load(case)], ids=lambda case: case.stem)
def test_an_address_leads_to_the_plan(case: Path, base: str, regular: Any) -> None:
    """On the real site, whose page for unknown addresses begins its links at the root of this server."""
    plan = PLAN.replace("shadow-a-leader", "shadow-a-manager")
    doctor = Plan(regular(), base, None)
    doctor.page.goto(base + load(case)["address"].format(**texts(base)).replace("shadow-a-leader", "shadow-a-manager"))
    doctor.page.wait_for_url("**/my-plan/#v1**")
    doctor.ready()
    expect(doctor.page.locator("#p-goal")).to_have_value(GOAL)
    assert doctor.page.url == f"{base}/my-plan/#{plan}", "nothing of the plan is left where a server sees it"
    # A browser notes in the console that the first address was not there.
    assert [said for said in doctor.someone.said if "404" not in said] == []


def test_there_are_enough_ways() -> None:
    assert len(CASES) >= 12


@pytest.mark.parametrize("address", a_few(["/supervisors/%23", "/no-such-page/%23place", "/no-such-page/"]))
def test_other_unknown_addresses_stay_unknown(address: str, base: str, regular: Any) -> None:
    page = regular().page
    page.goto(base + address)
    expect(page.locator("h1")).to_have_text("Page not found")


def test_an_address_of_a_place_with_an_escaped_hash_leads_there(base: str, regular: Any) -> None:
    page = regular().page
    page.goto(f"{base}/supervisors/gpc-check/core/%23v1&gpc-5=seen")
    expect(page.locator("#gpc-5-seen")).to_be_checked()


RECOVER = """async ([texts]) => {
  const { recovered } = await import(new URL('../assets/plan-link.js', location.href));
  const { read, write } = await import(new URL('../assets/plan-state.js', location.href));
  return texts.map((text) => { const found = recovered(text); return [found, write(read(found).plan)]; });
}"""
WAYS = [
    lambda link: link,
    lambda link: quote(link, safe=""),
    lambda link: quote(quote(link, safe=""), safe=""),
    lambda link: link.replace("#", "%23"),
    lambda link: link.replace("&", "&amp;"),
    lambda link: f"See <{link}>, please.",
    lambda link: f"https://safe.example/?url={quote(link, safe='')}&data=1",
    lambda link: f"({link})",
]
WRITE = """async ([plans]) => {
  const { blank, write } = await import(new URL('../assets/plan-state.js', location.href));
  return plans.map((given) => write({ ...blank(), ...given }));
}"""


def well_formed(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@examples(30)
@given(plans=st.lists(st.fixed_dictionaries({"goal": st.text(max_size=60), "next": st.text(max_size=60)}), max_size=8))
def test_what_was_typed_comes_back_by_each_way(plans: list[dict[str, str]], shared_plan: Plan) -> None:
    """Property: whatever somebody types, a link that a mail program has changed gives the same plan."""
    sent = [{name: well_formed(text) for name, text in plan.items()} for plan in plans]
    fragments = [fragment for fragment in shared_plan.page.evaluate(WRITE, [sent]) if fragment]
    links = [(fragment, way(f"https://example.org/my-plan/#{fragment}")) for fragment in fragments for way in WAYS]
    found = shared_plan.page.evaluate(RECOVER, [[link for _, link in links]])
    for (fragment, link), (_, again) in zip(links, found, strict=True):
        assert again == fragment, link


def test_long_texts_are_read_at_once(shared_plan: Plan) -> None:
    """None of these may take time that grows with its square."""
    long = ["%" * 300_000, "a " * 150_000, "." * 300_000, "\n" * 300_000, "%25" * 100_000, "> " * 150_000, "&amp;" * 60_000]
    texts = [start + text + end for text in long for start in ("", "#v1&goal=") for end in ("", "x")]
    assert len(shared_plan.page.evaluate(RECOVER, [texts])) == len(texts)
