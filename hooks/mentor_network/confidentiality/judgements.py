"""Patterns and word lists for rankings, and for criticism of a Trust, a department or a person."""

from __future__ import annotations

from mentor_network.confidentiality.judgement_words import ABOVE_OTHERS, BLAME, PLACES, RANKED, ROLES
from mentor_network.confidentiality.pattern import Pattern, any_of, terms

_SPECIALTIES = any_of(
    "surgery, medicine, radiology, orthopaedics, obstetrics, gynaecology, paediatrics, anaesthetics, "
    "psychiatry, cardiology, "
    "neurology, oncology, urology, dermatology, geriatrics, haematology, gastroenterology, respiratory, ED, "
    "ITU, AMU, renal"
)
_SOMEBODY = rf"\b{any_of(f'{PLACES}, {ROLES}')}\b"
_UNUSUAL = r"[A-Z][a-z]{2,20}(?:-[A-Z]?[a-z]{1,20}){0,2}(?![A-Za-z])"
#: A place or a person that those who work there would know, and what it does not do. "Could not" and "had not" blame nobody.
_SPECIFIC = (
    rf"(?:\b(?:the|our|my|its|their|his|her|any|most|some|those|these|"
    rf"certain) {{1,3}}(?:[a-z&'-]{{1,20}} {{1,3}}){{0,3}}?(?:departments?|divisions?|directorates?|units?|"
    rf"wards?|firms?|deanery|board|executives|management|offices?|team|college|{any_of(ROLES)})"
    rf"|\b(?:{_SPECIALTIES}|HR|medical staffing|finance|estates|payroll|rostering|board level|management|"
    rf"matron|nobody (?:at|in|on|from) (?:the )?[a-z]{{2,20}}))\b"
)
_NOT = (
    r"(?:(?:do|does|did|will|would|has|have|should) {1,3}not|(?:do|does|did|wo|would|has|have|should)n't|never|"
    r"rarely|seldom|refuse[sd]? to)"
)
_NEGATIVE = (
    rf"(?:{_NOT}\b(?! {{1,3}}(?:have|know|need|get|go|finish|start|mean|change|work|fit|suit|run|find|"
    rf"think that|yet|all|only|always|use)\b)|(?:took|takes|has|have|made|showed) no\b|had no (?:interest|idea|"
    rf"time|wish|vision|intention)|"
    r"(?:is|are|was|were) (?:not|against|asleep|late|above|beneath|behind|bad|poor|weak|difficult|wrong|cold|"
    r"opposed|[a-z]{3,12}ly difficult)\b|understands? nothing|thinks? (?:they|he|she|it) (?:is|are)|"
    r"refus[a-z]{1,4}|declin[a-z]{1,4})"
)
_LINKS = (
    r"(?: {1,3}(?:who|which|that|here|there|just|simply|also|still|often|always|at|in|of|on|for|one|job|"
    r"[a-z]{2,12}ly)){0,4}"
)
_NEAR_NOT = terms(
    "not, don't, doesn't, didn't, won't, wouldn't, haven't, hasn't, shouldn't, never, no, rarely, seldom, refus*, "
    "against, asleep, behind, difficult, nothing, declin*, weak, poor, wrong, above, beneath, opposed, bad, late, "
    "cold, think, thinks"
)
CRITICISM = (
    Pattern(_SOMEBODY, near=BLAME + RANKED),
    Pattern(rf"\b{_UNUSUAL}", "u", check="unusual", near=BLAME + RANKED),
    Pattern(r"\b(?:we|us|our|ours)\b", near=ABOVE_OTHERS),
    Pattern(
        r"\b(?:is|was|are|were|has|had|never|does|did|would|will|not)\b",
        near=BLAME + RANKED,
        also=r"\b(?:mr|mrs|ms|miss|dr|prof|professor|sister|matron|nurse) [a-z]",
    ),
    Pattern(rf"{_SPECIFIC}{_LINKS} {{1,3}}{_NEGATIVE}", near=_NEAR_NOT),
    Pattern(
        rf"\b{_NOT} (?:[a-z]{{2,12}}ly |even |once |ever |want to |like to |seem to ){{0,2}}(?:value|understand|"
        rf"support|believe|respect|trust|listen|get it|bother|repl|answer|engage|help|care|release|let|allow|lead|"
        rf"teach|share|thank|praise|turn|show|deliver|speak|talk|meet|welcome|acknowledge|admit|learn|"
        rf"lift a finger|step up|back)[a-z]{{0,5}}\b",
        near=_NEAR_NOT,
        also=_SOMEBODY,
    ),
    # Rankings
    Pattern(
        r"\b(?:league tables?|outperform[a-z]{0,3}|ranked (?:first|last|top|bottom|second|third|above|below|"
        r"\d{1,2}(?:st|nd|rd|th)?)|toxic (?:culture|atmosphere|environment|leadership)|culture of (?:fear|blame|"
        r"bullying|silence)|(?:on )?top of the (?:[a-z]{2,12} )?(?:survey|table|list|region|results|class))\b",
        needs=("league", "outperform", "ranked", "toxic", "culture of", "top of the"),
    ),
    Pattern(
        r"\b(?:first|second|third|fourth|fifth|last|top|bottom|\d{1,2}(?:st|nd|rd|"
        r"th)),? (?:out )?of (?:the )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|"
        r"all) (?:trusts|departments|hospitals|specialties|units|wards|sites|deaneries|regions|schools)\b",
        needs=(
            "trusts",
            "departments",
            "hospitals",
            "specialties",
            "units",
            "wards",
            "sites",
            "deaneries",
            "regions",
            "schools",
        ),
    ),
    Pattern(
        r"\b(?:better|worse|more|less|higher|lower|ahead|further|happier|safer|stronger|"
        r"weaker) (?:[a-z]{2,20} ){0,3}than (?:anywhere|elsewhere|(?:any|every|all|most|all the|the) others?|other|"
        r"neighbouring|anybody|anyone|everyone|everybody|(?:in )?(?:trusts?|hospitals?|departments?|"
        + _SPECIALTIES
        + r"))\b",
        needs=("than ",),
    ),
    Pattern(
        r"\b(?:worst|best|poorest|weakest|strongest|lowest|highest|friendliest|happiest|unhappiest|safest|nicest|"
        r"rudest|laziest|slowest|top|bottom|(?:least|most) [a-z]{3,20}) (?:[a-z']{2,20} ){0,3}?(?:trusts?|"
        r"hospitals?|departments?|units?|wards?|divisions?|specialty|deanery|directorates?|sites?|region|centre|"
        r"firms?|morale|training|supervision|induction)\b"
        r"|\b(?:top|bottom|best|worst|first|last) (?:in|of|for|across) (?:the|our) (?:region|deanery|"
        r"country|south west|peninsula|area|county|uk|nhs|survey|class)\b",
        needs=(
            "worst",
            "best",
            "poorest",
            "weakest",
            "strongest",
            "lowest",
            "highest",
            "iest",
            "safest",
            "nicest",
            "rudest",
            "slowest",
            "top ",
            "bottom",
            "least",
            "most ",
            "first",
            "last ",
        ),
    ),
    Pattern(
        rf"\b(?:best|worst|top|bottom|winners?|losers?|first place|last place|good|bad|"
        rf"poor) ?[:=-]{{1,2}} ?(?:the )?(?:{_SPECIALTIES}|ward|trust|department)\b",
        needs=("best", "worst", "top", "bottom", "winner", "loser", "place", "good", "bad", "poor"),
    ),
    Pattern(
        rf"\b{_SPECIALTIES}\b[ ,:(=]{{1,4}}\d[^\n]{{0,25}}\b{_SPECIALTIES}\b[ ,:(=]{{1,4}}\d",
        near=terms(
            "surgery, medicine, radiology, orthopaedics, obstetrics, paediatrics, anaesthetics, psychiatry, ed, itu, amu"
        ),
    ),
    Pattern(
        rf"\b(?:than|[Uu]nlike|ahead of|behind|[Cc]ompared (?:with|to)|[Bb]eats?|[Aa]void|superior to|inferior to|"
        rf"blame) (?:in |at |the )?{_UNUSUAL}",
        "u",
        ("than ", "unlike", "ahead of", "behind", "compared", "beat", "avoid", "superior", "inferior", "blame"),
        "unusual",
    ),
    Pattern(rf"\b{_UNUSUAL} (?:does|do|did) not\b", "u", (" not",), "unusual"),
    Pattern(rf"\b1[.):]? {{1,2}}{_UNUSUAL}[^\n]{{0,40}}\b2[.):]? {{1,2}}{_UNUSUAL}", "u", check="unusual"),
    # Comparisons and blame
    Pattern(
        r"\b(?:unlike|compared (?:with|to)|in contrast to|not like) (?:[a-z]{2,12} ){0,3}?(?:trusts?|hospitals?|"
        r"departments?|neighbours?|sites?|units?|wards?|teams|specialties)\b",
        needs=("unlike", "compared", "contrast", "not like"),
    ),
    Pattern(
        r"\b(?:if it (?:had not|hadn't|were not|weren't|was not|wasn't) (?:been )?for|no thanks to|in spite of|"
        r"the fault of|not helped by|hindered by|held back by|put off by|ruined by|spoil[a-z]{1,2} by|killed by|"
        r"blocked by|stopped by|opposed by|nothing from|no help from|no support from|little (?:help |"
        r"support )?from)\b",
        needs=("if it ", "no thanks", "in spite", "fault of", " by ", "nothing from", "no help", "no support", "little "),
        also=_SOMEBODY,
    ),
    Pattern(
        rf"\b(?:consultants?|physicians|surgeons|managers|nurses|directors?|registrars|seniors|"
        rf"{_SPECIALTIES}) (?:good|bad|poor|excellent|awful|weak|strong|useless|fine|great|terrible)\b",
        needs=("good", "bad", "poor", "excellent", "awful", "weak", "strong", "useless", "fine", "great", "terrible"),
    ),
    Pattern(
        r"\b(?:while|until|unless|as long as) (?:its|the|our|this|that|their|"
        r"such) (?:[a-z-]{2,20} ){0,3}[a-z]{3,20}\b[^\n.!?]{0,40}?\b(?:in post|in charge|goes|leaves|left|stays?|"
        r"retires?|changes|is there|replaced)\b",
        needs=("while", "until", "unless", "as long as"),
        also=r"\b(?:nothing|nobody|no one|things|improve)\b",
    ),
)
