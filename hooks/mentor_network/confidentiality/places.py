"""Patterns and word lists for names of Trusts and hospitals."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import Pattern, any_of

#: Words in the name of a Trust or hospital that are in no name by themselves.
_GENERIC = any_of(
    "The, Our, An?, Your, This, Each, Every, Acute, District, General, Community, Teaching, University, Large, Small, "
    "Rural, Medical, Local, NHS, Foundation, Mental, Health, Partner, Neighbouring, In, At, For, Every, One, Another, "
    "Integrated, Care, Social, Ambulance, Cottage, Private, Host, Lead, Children's, Women's, Welsh, Scottish, "
    "English, Most, "
    "All, Some, Other, Both, Any, Many, Which, When, If, And, Of, Same, Home, Base, Partnership, Healthcare, "
    "Specialist, Memorial, My"
)
_PLACE_END = (
    r"(?:NHS (?:Foundation )?Trust|NHS FT|Foundation Trust|(?:University |Local )?Health Board|"
    r"Health and (?:Social )?Care Trust|"
    r"(?:Partnership|Healthcare|Hospitals?|Ambulance|Care|Teaching|Health) (?:NHS )?Trust|Ambulance Service|"
    r"Hospitals?|Infirmary|District General|Hospice|"
    r"Medical Centre|Health Centre|DGH)"
)
_TRUST_WORD = r"[A-Z][A-Za-z'&-]{1,20}"
_CAPITALISED = r"[A-Z][a-z]{2,20}(?:-[A-Z]?[a-z]{1,20}){0,2}(?![A-Za-z])"
NAMED_TRUST = (
    Pattern(
        rf"\b(?!(?:(?:{_GENERIC}|and|of|the|&) ){{1,6}}{_PLACE_END})(?:{_TRUST_WORD},? (?:and |of |& |"
        rf"the ){{0,2}}){{1,7}}{_PLACE_END}\b",
        "u",
        needs=("trust", "hospital", "infirmary", "board", " ft", "general", "ambulance", "hospice", "centre", "dgh"),
    ),
    Pattern(rf"\bNHS {{1,3}}{_CAPITALISED}", "u", ("nhs",), "unusual"),
    Pattern(
        rf"\b(?:[Aa]t|[Bb]ased in|[Hh]ere in|[Jj]oined|[Mm]oved (?:from|to)|[Ww]orked? (?:at|in|for)|"
        rf"[Rr]otat(?:ed?|ing|ion) (?:to|in|at|through)) {{1,3}}(?:the {{1,3}})?{_CAPITALISED}"
        rf"(?! {{1,3}}[a-z]{{0,10}}(?:model|programme|course|conference|event))",
        "u",
        check="unusual",
    ),
    Pattern(
        rf"\b(?:[Oo]ur|[Tt]he|[Mm]y) (?:Trust|trust|hospital|health board|site|organisation)(?:,| is| was| called|"
        rf":| -| \() {{0,3}}(?:the )?(?:called |named )?{_CAPITALISED}(?: {{1,3}}{_CAPITALISED}){{0,3}}",
        "u",
        ("trust", "hospital", "board", "site", "organisation"),
        "unusual",
    ),
    Pattern(
        rf"\b(?:[Tt]rust|[Hh]ospital|[Ee]mployer|[Oo]rganisation|[Ss]ite|[Pp]lace of work|[Bb]ase|[Hh]ealth board|"
        rf"[Ww]here)(?: name)? ?[:=|] {{0,3}}{_CAPITALISED}(?: {{1,3}}{_CAPITALISED}){{0,3}}",
        "u",
        (":", "=", "|"),
        "unusual",
    ),
    Pattern(
        rf"\b{_CAPITALISED}(?: (?:and|&) {_CAPITALISED}| {_CAPITALISED}){{0,3}} (?:Trust|FT|UHB|ICB|DGH|Hospitals|"
        rf"hospitals?|site|campus|trust|infirmary|foundation trust|health board|ambulance service|hospice|"
        rf"maternity unit|(?:ED|ITU|A&E)\b)\b",
        "u",
        check="unusual",
    ),
    Pattern(
        rf"\b{_CAPITALISED} (?:and|&) {_CAPITALISED}(?: {_CAPITALISED})?(?= [^\n.!?]{{0,60}}\b(?:merged|trusts|"
        rf"hospitals|sites)\b)",
        "u",
        ("merged", "trusts", "hospitals", "sites"),
        "unusual",
    ),
    Pattern(
        rf"\b(?:Royal|Princess|Prince|Queen|King|Duke of|Great|North|South|East|West|Mid|Upper|"
        rf"Lower) {_CAPITALISED}",
        "u",
        check="unusual",
    ),
    Pattern(r"\bSt\.? {1,2}[A-Z][a-z]{2,15}(?:'s|s')(?! (?:Day|day|Ambulance))", "u", ("st",)),
    Pattern(
        r"\b[A-Z]{3,8} {1,2}\([A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})? (?:and|&) [A-Z]|"
        r"\b[A-Z]{2,6} {1,2}(?:NHS (?:Foundation )?Trust|NHS FT|Hospitals?)\b|\b(?!LTFT|NHSFT)[A-Z]{2,5}(?:NHSFT|"
        r"NHST|UHB|FT)\b",
        "u",
    ),
)
