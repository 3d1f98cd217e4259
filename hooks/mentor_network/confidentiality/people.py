"""Patterns and word lists for names, ages, patients' stories and small groups. Words in a list are separated by commas."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import Pattern, any_of, cased

_TENS = any_of("twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety")
_ONES = any_of("one, two, three, four, five, six, seven, eight, nine")
_TEENS = any_of("ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen")
_NUMBER = rf"(?:\d{{1,3}}|{_TENS}(?:[ -]{_ONES})?|{_TEENS}|{_ONES})"
_WHO = any_of(
    "man, woman, lady, gentleman, boy, girl, child, baby, infant, toddler, teenager, adolescent, mother, father, male, "
    "female, pensioner, neonate, newborn"
)
#: Things whose age is no person's: "a 3 year old programme".
_THINGS = any_of(
    "programme, scheme, project, service, building, hospital, trust, policy, system, network, forum, course, plan, "
    "problem, guideline, strategy, organisation, contract, tradition, idea, process, partnership, study, report, survey, "
    "rota"
)
AGE = (
    Pattern(rf"\b{_NUMBER}[ -]{{0,3}}(?:years?|yrs?|months?|weeks?|days?)[ -]{{0,3}}old\b(?! {{1,3}}{_THINGS})",
            needs=("old",)),
    Pattern(rf"\baged? {{0,3}}:? {{0,3}}{_NUMBER}\b(?! {{0,3}}(?:to|-|%|and over|and under|or over|or under|years? of)\b)"),
    Pattern(r"\bin {1,3}(?:his|her) {1,3}(?:early |mid[ -]|late )?"
            r"(?:\d0'?s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
            needs=("his", "her")),
    Pattern(rf"\b{_WHO} {{1,3}}of {{1,3}}{_NUMBER}\b"),
    Pattern(rf"\b(?:patient|he|she|{_WHO}),? {{0,2}}\(?\d{{1,3}}[,)]"),
    Pattern(r"\b[1-9]\d ?[MF] (?:with|who|had|presented)\b", "u"),
    Pattern(r"\b\d{1,3} {0,2}(?:yo|y/o|y\.o|yr old)\b"),
    Pattern(r"\b(?:dob|d\.o\.b\.?|date of birth|born on)\b[^\n]{0,12}\d",
            needs=("dob", "d.o.b", "birth", "born")),
)  # fmt: skip

_SICK_WITH = (
    r"sepsis|septic|stroke|cancer|dementia|diabet|epilep|hiv\b|asthma|copd\b|pneumonia|overdose|heart attack|fractur|"
    r"schizophren|bipolar|psychosis|psychotic|depress|anorexi|leukaemia|lymphoma|tumour|sickle cell|cystic fibrosis|"
    r"parkinson|appendicitis|haemorrhag|bleed|embolism|meningitis|chest pain|miscarr|ectopic|eclampsia|stillb|self-harm|"
    r"delirium|cirrhosis|pancreatitis|seizure|collapse|cardiac arrest|jaundice|abdominal pain|head injury|burns?\b"
)
_PAST = any_of(
    "had, was, died, came, arrived, collapsed, fell, suffered, deteriorated, needed, went, told, complained, refused, "
    "became, developed, presented, arrested, bled, asked me, asked us, said, lost, waited, woke"
)
_ONE_OF = any_of("an?, the, one, another, this, that, his, her, our, my, elderly, young, frail")
#: Words after an illness that make it a service and no patient's illness: "a stroke unit".
_SERVICE = any_of(
    "service, services, team, network, pathway, unit, clinic, lead, group, nurse, nurses, training, course, audit, "
    "project, charity, consultant, ward, care, doctor, registrar, specialist, bundle, guideline"
)
PATIENT_STORY = (
    Pattern(rf"\b{_WHO}\b[^\n.!?]{{0,60}}?\b(?:{_SICK_WITH})[a-z]{{0,10}}\b(?! {{1,3}}{_SERVICE})"),
    Pattern(rf"\b{_ONE_OF} {{1,3}}(?:[a-z-]{{1,20}} {{1,3}}){{0,3}}?patient {{1,3}}(?:of (?:ours|mine) {{1,3}})?"
            rf"(?:who {{1,3}})?(?:(?:[a-z]{{1,12}}ly|then|later|never) {{1,3}})?{_PAST}\b",
            needs=("patient",)),
    Pattern(rf"\b(?:diabetic|epileptic|asthmatic|demented|suicidal|psychotic|septic) {{1,3}}(?:{_WHO}|patient)\b"),
    Pattern(r"\blost {1,3}(?:her|his|their) {1,3}(?:baby|child|son|daughter|wife|husband)\b", needs=("lost",)),
    Pattern(r"\b(?:child|children|baby|babies) {1,3}(?:was|were) {1,3}(?:harmed|injured|killed)\b"),
    Pattern(r"\b(?:he|she|who) {1,3}(?:had been|has been|was|is) {1,3}diagnosed\b", needs=("diagnosed",)),
    Pattern(r"\b(?:the|our|my|this|that|one) {1,3}patient's {1,3}"
            r"(?:death|daughter|son|wife|husband|mother|father|diagnosis|operation|arrest|notes)\b",
            needs=("patient's",)),
    Pattern(r"\b(?:his|her) {1,3}(?:wife|husband|son|daughter|mother|father|parents|relatives|family)\b[^\n.!?]{0,60}?"
            r"\b(?:died|admitted|upset|complained|told us|visited)\b",
            needs=("his", "her")),
)  # fmt: skip

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
TITLED_NAME = (
    Pattern(
        rf"\b{_TITLES}\b(?:\.?{_JOINED}|\.)(?:(?:van|von|de|der|da|al|el|bin|le|la|O)[ '-]{{1,2}}){{0,3}}"
        rf"(?!{_NO_SURNAME}\b)(?:[A-Z][a-z']{{0,2}}[A-Za-z'-]{{0,40}}|[A-Z]\b)",
        "u",
    ),
    Pattern(r"\b(?:mr|mrs|dr|prof)\b\.?" + _JOINED + r"(?!(?:and|or|of|to|in|is|for)\b)[a-z][a-z'-]{1,40}\b", "u"),
    Pattern(
        r"\b(?:MR|MRS|MISS|DR|PROF|PROFESSOR|NURSE|SISTER)\b\.?" + _JOINED + r"(?!SCAN|TEAM|LEAD)[A-Z][A-Z'-]{2,40}\b", "u"
    ),
)

_NO_NAME = any_of(
    "Clinical, Medical, Leadership, National, Royal, General, Quality, Junior, Senior, Chief, Trust, Health, Healthcare, "
    "Care, Patient, Safety, Training, Education, Postgraduate, Foundation, Resident, Doctors?, South, North, East, West, "
    "Emergency, Mentors?, Director, Deputy, Associate, Improvement, Human, Guardian, Freedom, Workforce, Peer, The, At, "
    "In, On, And, Or, For, Of, To, January, February, March, April, May, June, July, August, September, October, "
    "November, December, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, England, Wales, Scotland, "
    "British, Faculty, College, Society, Framework, Team, Group, Committee, Board, Programme, Plan, Competency, "
    "Governance, Educational, Supervisors?, Specialty, Recruitment, Office, Physicians?, Managers?, Staff, Registrars?, "
    "Consultants?, Trainees?, Nurses?, Forum, Ward, Unit"
)
_FULL_NAME = (
    rf"(?!{_NO_NAME}\b)[A-Z][a-z'-]{{1,20}} {{1,3}}(?:[A-Z]\.? {{1,3}})?(?:O'|Mc|Mac)?(?!{_NO_NAME}\b)[A-Z][a-z'-]{{1,20}}\b"
)
_ROLES = (
    cased(
        "consultants?, registrars?, surgeons?, nurses?, colleagues?, matron, manager, director, fellow, midwife, "
        "pharmacist, anaesthetist, physiotherapist, supervisor, mentor, patients?, doctors?, SHO, trainee, resident, "
        "radiologist, physician, lead, secretary"
    )
    + "|CLM|DME|SHO"
)
ROLE_AND_NAME = (
    Pattern(rf"\b(?:{_ROLES})[,:]? {{1,3}}{_FULL_NAME}", "u"),
    Pattern(rf"\b{_FULL_NAME} \((?:FY?|CT|ST|GPST|IMT)\d\b", "u"),
    Pattern(rf"\b(?:[Tt]hank you to|[Tt]hanks to|named|my name is) {{1,3}}{_FULL_NAME}", "u", ("thank", "name")),
    Pattern(
        rf"\b{_FULL_NAME}, (?:(?:a|an|the|our|my) )?(?!(?:so|for|that|and|or|to|with|"
        rf"which) )(?:[a-z-]{{1,20}} ){{0,2}}(?:{_ROLES})\b",
        "u",
    ),
)

_NOT_INITIALS = r"(?:U\. ?[KS]\.|[AP]\. ?M\.|N\. ?B\.|B\. ?Sc|Q\. ?I\.|A\. ?E\.)"
INITIALS = (
    Pattern(rf"\b(?!{_NOT_INITIALS})[A-Z]\. ?[A-Z]\.", "u"),
    Pattern(
        rf"\b(?:{_ROLES}) {{1,3}}"
        r"\((?!(?:GP|ED|SAS|LED|IMG|SHO|FY|ST|CT|IMT|LTFT|CLM|QI|TPD|ES|CS|DME|HR|IT|MD|AMU)\b)[A-Z]{2,3}\)",
        "u",
    ),
    Pattern(r"\b[Pp]atients? {1,3}[B-HJ-Z]{1,2}\b(?![&'-])(?!QI)", "u"),
)

_TRAIT = any_of(
    "female, male, black, asian, white, brown, african, muslim, jewish, hindu, sikh, christian, gay, lesbian, bisexual, "
    "trans(?:gender)?, disabled, deaf, blind, dyslexic, autistic, neurodivergent, pregnant, international, overseas, "
    "foreign, refugee, less than full time, less-than-full-time, ltft, part-time, ethnic minority"
)
_PERSON = any_of(
    "doctors?, residents?, registrars?, trainees?, consultants?, nurses?, colleagues?, staff, people, person, "
    "graduates?, patients?, fellows?, women, woman, men, man, students?, midwives, surgeons?, members?, applicants?, "
    "participants?, SHOs?"
)
SMALL_GROUP = (
    Pattern(
        rf"\b(?:the|our|my) {{1,3}}(?:only|sole|lone) {{1,3}}(?:[a-z-]{{1,20}} {{1,3}}){{0,2}}?{_TRAIT}\b",
        needs=("only", "sole", "lone"),
    ),
    Pattern(
        rf"\b(?:one|two|three|four|[1-4]|a single|a lone) {{1,3}}(?:of (?:the|our) {{1,3}})?(?:[a-z-]{{1,20}} "
        rf"{{1,3}}){{0,2}}?{_TRAIT} {{1,3}}"
        rf"(?:[a-z-]{{1,20}} {{1,3}}){{0,2}}?{_PERSON}\b"
    ),
    Pattern(
        rf"\b(?:one|two|three|four|[1-4]) {{1,3}}of {{1,3}}(?:the|our|them|whom) [^\n.!?]{{0,40}}?\b(?:is|are|was|"
        rf"were) {_TRAIT}\b"
    ),
    Pattern(r"\b(?:one|two|three|four|[1-4]) {1,3}(?:of (?:the|our) {1,3}(?:[a-z0-9]{1,9} {1,3})?)?(?:women|men)\b"),
    Pattern(
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9]) {1,3}(?:[a-z-]{1,20} {1,3}){0,2}?patients\b",
        needs=("patients",),
    ),
)
