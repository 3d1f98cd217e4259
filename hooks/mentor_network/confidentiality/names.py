"""Patterns and word lists for names of people. Words in a list are separated by commas.

A name is a run of capitalised words with one in it that is not ordinary (see `ordinary_words`). Two of those side by side
are a name wherever they stand. One alone is a name only where people write a name: after or before a role, in brackets,
after a word such as "ask". That is decided word by word, which a regular expression cannot do in short, so `is_name` does
it, and the form in the browser does the same with the table from `as_data`:

1. A match is the run. Particles are left out. Each other word is of one kind, by its small letters up to its first hyphen,
   with or without an -s at its end: `i`, an initial; `o`, one of `ordinary`; `s`, one of `surnames`; `f`, one of
   `first_names` with a capital; `u`, any other, which is unusual. The kinds make a string.
2. If the text before the run ends in `place`, it is the name of a place.
3. Each stretch of kinds without `o` that has an `f` or `u` is a candidate, unless the next word is one of `named_after`, as
   in "the Nye Bevan programme". It is a name if the check is `any-name`; or if it has a `u`, and another name or an initial
   beside it; or if the text before it ends in `before`; or if it has a `u` and the text after it starts with `after`. Of
   both texts, `reach` characters count.

The check `unusual` asks only for a word of kind `u`, with a capital and not all in capitals.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mentor_network.confidentiality.ordinary_words import FIRST_NAMES, ORDINARY_WORDS, SURNAMES, words
from mentor_network.confidentiality.pattern import Pattern, any_of, cased

_NO_SURNAME = any_of(
    "Practitioners?, Consultants?, Directors?, Managers?, Specialists?, Associates?, Leads?, Leaders?, Leadership, "
    "Educators?, Education, Executives?, Trusts?, Hospitals?, Wards?, Weeks?, Forums?, Training, Tutors?, Fellows?, "
    "Programmes?, Bank, Units?, Rotas?, Clinics?, Teams?, Peers?, Mentors?, Organisations?, In, And, Or, Of, For, The, "
    "Led, To, Who, Out, Is"
)
_TITLES = any_of(
    "Mr, Mrs, Ms, Miss, Mx, Drs?, Prof, Professor, Doctor, Doc, Sir, Dame, Lord, Lady, Revd?, Reverend, Sister, Nurse, "
    "Matron, Baby, Councillor, Cllr, Mister, Messrs, Sr"
)
_JOINED = r"""[ "'(\[{]{1,5}"""
_PARTICLES = "van|von|de|den|der|del|della|da|di|dos|du|al|el|ul|bin|ibn|ben|le|la|ap|ab|ter|St\\.?"
TITLED_NAME = (
    Pattern(
        rf"\b{_TITLES}\b(?:\.?{_JOINED}|\.)(?:(?:{_PARTICLES}|O)[ '-]{{1,2}}){{0,3}}"
        rf"(?!{_NO_SURNAME}\b)(?:[A-Z][a-z']{{0,2}}[A-Za-z'-]{{0,40}}|[A-Z]\b)",
        "u",
    ),
    Pattern(r"\b(?:mr|mrs|dr|prof)\b\.?" + _JOINED + r"(?!(?:and|or|of|to|in|is|for)\b)[a-z][a-z'-]{1,40}\b", "u"),
    Pattern(
        r"\b(?:MR|MRS|MISS|DR|PROF|PROFESSOR|NURSE|SISTER)\b\.?" + _JOINED + r"(?!SCAN|TEAM|LEAD)[A-Z][A-Z'-]{2,40}\b", "u"
    ),
)

_WORD = r"(?:O'|D'|N'|Mc|Mac)?[A-Z][a-z]{1,20}(?:-[A-Z]?[a-z]{1,20}){0,2}(?![A-Za-z])"
_INITIAL = r"(?:[A-Z]\.|[A-Z]-[A-Z]\b\.?|[B-HJ-Z]\b) {0,2}"
_PARTICLE = rf"(?:{_PARTICLES})[ -]{{1,2}}"
_REST = rf" {{1,3}}(?:{_INITIAL}){{0,2}}(?:{_PARTICLE}){{0,2}}{_WORD}"
_OTHERS = r"(?! {1,3}(?:and {1,3}(?:others|colleagues)|et al)\b)"
_RUN = rf"\b(?:{_INITIAL}){{0,3}}(?:{_PARTICLE}){{0,2}}{_WORD}(?:{_REST}){{0,7}}{_OTHERS}"
_CAPITALS = r"\b[A-Z][A-Z'-]{2,20}(?: {1,3}[A-Z][A-Z'-]{3,20}){1,3}\b"

#: Grades and posts that are written in capitals.
_GRADES = (
    r"(?:F[123]|FY ?[123]|CT ?\d|ST ?\d|IMT ?\d?|ACCS|GPST ?\d?|SHO|SpR|StR|LED|SAS|IMG|CLM|DME|TPD|FPD|SRO|"
    r"CEO|COO|CFO|CMO|CNO|"
    r"CQC|ACP|ANP|PA|MD|GP|PGME|HR|IT|OD|QI|PMO|RMO|MRCP[A-Z]{0,8}|FRC[A-Z]{1,8}|MB[A-Z]{1,8}|PhD|MSc|BSc|RN)s?"
)
_ROLES = cased(
    "consultants?, registrars?, surgeons?, nurses?, colleagues?, matrons?, managers?, directors?, fellows?, midwife, "
    "midwives, pharmacists?, anaesthetists?, physiotherapists?, supervisors?, mentors?, patients?, doctors?, trainees?, "
    "residents?, radiologists?, physicians?, psychiatrists?, paediatricians?, geriatricians?, obstetricians?, "
    "cardiologists?, oncologists?, leads?, leader, secretary, secretaries, chair, chairman, chairwoman, chairperson, "
    "co-chairs?, president, treasurer, sponsors?, administrators?, coordinators?, co-ordinators?, officers?, head, "
    "guardian, tutors?, librarians?, students?, associates?, analysts?, partners?, reps?, representatives?, champions?, "
    "facilitators?, trainers?, coach, authors?, editors?, speakers?, hosts?, convenors?, organisers?, dean, executives?, "
    "assistants?, specialists?, practitioners?, therapists?, psychologists?, paramedics?, intern, intensivists?, "
    "governors?, chaplain, receptionist, clerk, advocate, ambassador, adviser, advisor, contact, deputy, sister, "
    "charge nurse, dietitian, radiographer, researcher, chief executive, principal, buddy, peer, winner, colleague, "
    "general practitioner, locum, teacher, lecturer, friend, boss, successor, predecessor, author"
)
_ROLE = rf"(?:{_ROLES}|{_GRADES})"
#: Departments that a colleague is from.
_FROM = any_of(
    "HR, IT, OD, PGME, QI, ED, ITU, AMU, R&D, finance, estates, payroll, rostering, medical staffing, human resources, "
    "workforce, medical education, postgraduate, education, library, governance, clinical governance, improvement, "
    "quality improvement, comms, communications, switchboard, reception, admin, pharmacy, occupational health, quality, "
    "patient safety, audit, recruitment, switchboard, information governance, informatics, procurement, radiology, "
    "transformation, organisational development, volunteering, security, catering, personnel, the, our, your, my, a"
)
_LEAVE = any_of(
    "upstairs, downstairs, next door, is away, is on leave, is off, is out, is in, is around, is the person, is the one, "
    "is best, is lovely, is happy, is very, was very, is great, was great, is brilliant, was brilliant, was our, was my, "
    "is our, is my, knows, and I, and me, and he, and she, said, says, told, thinks, thought, suggested, kindly, "
    "volunteered, emailed, noticed, retired, resigned, who, will be happy, will help, will add, will send, will show, "
    "will know, can help, can add, can tell, can show, sends, has been, has since, has now, herself, himself"
)
_AFTER_WORD = cased(
    "ask, ask for, asking, asking for, contact, contacting, email, emailing, e-mail, mail, phone, phoning, "
    "ring, ringing, "
    "call, text, texting, message, messaging, speak to, speak with, spoke to, spoke with, speaking to, "
    "talk to, talk with, "
    "talked to, talking to, write to, wrote to, writing to, reply to, go to, see, tell, thank, thanks, thanks to, "
    "thank you to, thank you, thanks go to, thanks also to, with thanks to, grateful to, gratitude to, indebted to, "
    "credit to, credit, hat tip to, kudos to, help of, help from, helped by, support of, support from, supported by, "
    "advice from, advice of, input from, led by, run by, chaired by, written by, author, authors, edited by, "
    "editor, reviewed by, checked by, supervised by, mentored by, designed by, organised by, created by, set up by, "
    "approved by, signed off by, signed, made by, facilitated by, coached by, taught by, hosted by, sponsored by, "
    "funded by, delivered by, presented by, presenter, prepared by, compiled by, submitted by, started by, suggested by, "
    "drafted by, devised by, developed by, drawn by, photo by, photos by, slides by, introduced by, "
    "invited by, recommended by, proposed by, collated by, produced by, translated by, illustrated by, arranged by, "
    "coordinated by, overseen by, managed by, done by, posted by, sent by, given by, shared by, told by, story by, by, "
    "courtesy of, on behalf of, care of, c/o, cc, attn, fao, named, my name is, name is, name, regards, best wishes, "
    "sincerely, yours, cheers, love, drop, give, let, send, nominate, email to, emails to, forms to, form to, copy in, "
    "copy to, attention of, working with, worked with, work with, together with, along with, alongside, joined by, met "
    "with, meet with, meeting with, chat with, chat to, coffee with, catch up with, liaise with, check with, "
    "book with, arrange with, agreed with, discussed with, via, through, from, with, colleague, friend, dear, hi, "
    "hello, c/o, contributor, contributors, contributed by, "
    "liaised with, conversation with, conversations with, interview with, interviewed, mentor was, "
    "supervisor was, lead was, idea of, brainchild of, work of, hands of, office of"
)
#: Markup and quotation marks that stand between.
_BETWEEN = r"[ ,:;=|(/\x22'>-]{1,5}"
_BEFORE = (
    rf"(?:\b(?:{_AFTER_WORD})|[a-z]_role)(?:{_BETWEEN}|\n)(?:(?:[Oo]ur|[Mm]y|[Tt]he|dear|old|both|colleague|"
    rf"friend) {{1,3}}){{0,2}}"
    rf"|\b{_ROLE}(?:'s)?(?:{_BETWEEN}|\n {{0,8}})(?:(?:is|was|called|named|currently) {{1,3}}){{0,2}}"
    r"|\((?:(?:now|then|formerly|aka|eg|for example|e\.g\.|i\.e\.|ie) {1,2})?"
)
_AFTER = (
    rf"(?: {{0,2}}[,(|/:-]{{1,2}} {{0,2}}| {{1,3}}(?:is|was|as|the|our|my|our|your|who is|who was) {{1,3}})"
    rf"(?:(?:is|was|as|an?|the|our|my|your|now|then|also) {{1,3}}){{0,2}}(?:[A-Za-z-]{{2,20}} {{1,3}}){{0,3}}?{_ROLE}\b"
    rf"| {{1,3}}(?:from|in) {{1,3}}(?:{_FROM})\b| {{1,3}}(?:{_LEAVE})\b"
)
_PLACE = (
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hroughout|[Ww]ithin|[Ii]nto|[Tt]owards|"
    r"[Rr]ound) {1,3}(?:the {1,3})?"
)
#: The words after a person's name that make it the name of a programme, model, report or place.
_NAMED_AFTER = words(
    """
academy act app approach area association avenue award awards bay bill board building campus center centre chart charter
city clinic clinics coast college community conference council county course courses criteria curve cycle cycles day
diagram district effect enquiry fellowship fellowships festival forest forum foundation framework general group groups
guideline guidelines health healthcare hospice hospital hospitals house hub index infirmary inquiry institute inventory
lane law leaders leadership lecture lectures library matrix medal method methods model models network nhs park
partnership platform practice practices principles prize program programme programmes questionnaire reflective region
report review road room round rounds royal rule rules scale scheme schemes scholarship scholarships school score site
sites society software square stage stages standard standards street style styles suite surgery syndrome system systems
technique test theatre theatres theory tool toolkit tools town training trust unit university valley week window
workshop workshops
    """
)
#: Characters before and after a run that can show what it is.
_REACH = 60


FULL_NAME = (Pattern(_RUN, "u", check="name"), Pattern(_CAPITALS, "u", check="name"))
#: Two words in small letters: "jane smith". A field for a role has no two words side by side that are not ordinary.
_SMALL = r"\b[a-z]{3,20}(?: {1,3}[a-z]{3,20}){1,2}\b"
ANY_NAME = (
    *TITLED_NAME,
    Pattern(_RUN, "u", check="any-name"),
    Pattern(_CAPITALS, "u", check="any-name"),
    Pattern(_SMALL, "u", check="name"),
    Pattern(r"\b(?:ask(?: for)?|contact|email|ring|phone|speak to|see|find) {1,3}[a-z]{3,20}\b", "iu", check="any-name"),
    Pattern(r"\b[A-Z]\. ?[A-Z]\.|\b[A-Z][a-z]{2,20} [B-HJ-Z]\b\.?", "u"),
)

_COLLEAGUES = cased(
    "consultants?, registrars?, surgeons?, nurses?, colleagues?, matron, manager, director, fellow, midwife, pharmacist, "
    "anaesthetist, physiotherapist, supervisor, mentor, patients?, doctors?, trainee, resident, radiologist, "
    "physician, lead, "
    "secretary"
)
_NOT_INITIALS = r"(?:U\. ?[KS]\.|[AP]\. ?M\.|N\. ?B\.|B\. ?Sc|Q\. ?I\.|A\. ?E\.)"
INITIALS = (
    Pattern(rf"\b(?!{_NOT_INITIALS})[A-Z]\. ?[A-Z]\.", "u"),
    Pattern(
        rf"\b(?:{_COLLEAGUES}|CLM|DME|SHO) {{1,3}}"
        r"\((?!(?:GP|ED|SAS|LED|IMG|SHO|FY|ST|CT|IMT|LTFT|CLM|QI|TPD|ES|CS|DME|HR|IT|MD|AMU)\b)[A-Z]{2,3}\)",
        "u",
    ),
    Pattern(r"\b[Pp]atients? {1,3}[B-HJ-Z]{1,2}\b(?![&'-])(?!QI)", "u"),
)


def is_unusual(match: str) -> bool:
    """Has a match a capitalised word that is not ordinary?"""
    words = re.findall(r"\b[A-Z][A-Za-z'-]+", match)
    return any(_kind(word) == "u" for word in words if not (word.isupper() or _is_particle(word)))


def is_name(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Is the run of capitalised words from `start` to `end` a name? `alone`: one word that is not ordinary is enough."""
    words = [w for w in _WORDS.finditer(text, start, end) if not _is_particle(w[0])]
    kinds = "".join(_kind(word[0]) for word in words)
    if not re.search("[fu]", kinds) or _compiled(f"(?:{_PLACE})\\Z").search(text[max(start - _REACH, 0) : start]):
        return False
    for stretch in re.finditer("[fisu]*[fu][fisu]*", kinds):
        first, last = words[stretch.start()].start(), words[stretch.end() - 1].end()
        before, after = text[max(first - _REACH, 0) : first], text[last : last + _REACH]
        if _next_word(after).lower() in _NAMED_AFTER:
            continue
        if alone or ("u" in stretch[0] and _FULL.search(stretch[0])) or _compiled(f"(?:{_BEFORE})\\Z").search(before):
            return True
        if "u" in stretch[0] and _compiled(_AFTER).match(after):
            return True
    return False


_WORDS = re.compile(r"[A-Za-z'-]+")
#: Two names, or an initial and a name. A name and an initial are as often an author of a book.
_FULL = re.compile("[fsu]{2}|i[fsu]")


def _kind(word: str) -> str:
    first = word.partition("-")[0].lower()
    if len(first) == 1:
        return "i"
    forms = {first, f"{first}s", first.removesuffix("s"), first.removesuffix("'s")}
    if forms & ORDINARY_WORDS:
        return "o"
    if forms & SURNAMES:
        return "s"
    return "u" if not forms & FIRST_NAMES else "f" if word[0].isupper() else "o"


def _is_particle(word: str) -> bool:
    return bool(_compiled(f"(?:{_PARTICLES})\\Z").match(word))


def _next_word(after: str) -> str:
    match = _compiled(r"(?:'s)? {1,3}([A-Za-z]{1,30})").match(after)
    return match[1] if match else ""


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.ASCII)


def as_data() -> dict[str, Any]:
    """The table for the form, as its JSON has it."""
    return {
        "ordinary": " ".join(sorted(ORDINARY_WORDS)),
        "surnames": " ".join(sorted(SURNAMES)),
        "first_names": " ".join(sorted(FIRST_NAMES)),
        "named_after": " ".join(sorted(_NAMED_AFTER)),
        "particle": _PARTICLES,
        "place": _PLACE,
        "before": _BEFORE,
        "after": _AFTER,
        "reach": _REACH,
    }
