"""Patterns and word lists for ages, patients' stories and small groups. Words in a list are separated by commas."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import Pattern, any_of, terms

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
    Pattern(
        rf"\baged? {{0,3}}:? {{0,3}}{_NUMBER}\b(?! {{0,3}}(?:to|-|%|and over|and under|or over|or under|"
        rf"years? of)\b)"),
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
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|[1-9])"
_SEVERAL = r"(?:two|three|four|five|six|seven|eight|nine|[2-9])"
_GROUP = any_of(
    "doctors?, residents?, registrars?, trainees?, consultants?, nurses?, colleagues?, staff, people, person, "
    "graduates?, "
    "patients?, fellows?, women, woman, men, man, students?, midwives, surgeons?, members?, applicants?, "
    "participants?, SHOs?, "
    "F[123]s?, FY[123]s?, CT[1-4]?s?, ST[1-8]?s?, IMT[1-4]?s?, LEDs?, SAS, IMGs?, GPs?, GPSTs?, ACPs?, middle grades?, "
    "juniors?, seniors?, mentees?, mentors?, managers?, leads?, pharmacists?, anaesthetists?, physicians?, "
    "psychiatrists?, "
    "paediatricians?, candidates?, attendees?, respondents?, reps, representatives?, volunteers?, learners?, "
    "supervisors?, tutors?, directors?, matrons?, secretaries, leavers, starters, team members, cohort, "
    "intake, clinicians?, authors?, "
    "radiologists?, obstetricians?, practitioners?, associates?, apprentices?, locums?, CLMs?, TPDs?"
)
#: What is nobody else's business, if so few people are spoken of.
_PRIVATE = terms(
    """
accent, addict*, adhd, adjustment, adjustments, afraid, alcohol, angry, anxiety, anxious, appraisal, appraisals,
appraised, arcp, arrested, ashamed, asian, asked to leave*, asked to move*, asked to step*, asthma, asylum, autis*,
babies, baby, back from, back to work, below average, bereave*, bipolar, black, blind, breakdown, breakdowns, bullied,
bully, bullying, burned out, burnout, burnt out, came back, cancer, career break, carer, carers, caring, change
specialty, change supervisor, changed specialty, changed supervisor, chemotherapy, childcare, children, christian,
complain*, confided, considered leaving, considering, consultant post, convict*, counselling, covid, cried, crohn*,
crying, deaf, debt, debts, depress*, diabet*, did not complete, did not cope, did not finish, did not pass, did not
return, didn't complete, didn't cope, didn't finish, didn't pass, didn't return, difficulties, difficulty, disab*,
disappoint*, disciplinary, disciplined, disclosed, discriminat*, dismissed, dissatisf*, divorc*, drinking, drop out,
dropped out, dyslexi*, dyspraxi*, embarrassed, english as a, epilep*, epilepsy, ethnic*, ethnicity, exhausted, extended,
extension, fail, failed, failing, fails, failure, failures, family reasons, felt, female, first language, forgotten,
frightened, from abroad, from overseas, from private school, from private schools, from state school, from state
schools, gay, gmc, grievance, grievances, harass*, hated, health, high burnout*, high score*, high stress*, hindu, hiv,
ill, ill-health, illness, immigra*, in crisis, in dispute, investigat*, isolated, ivf, jewish, leaves, leaving, left,
legal, lesbian, less than full time, less-than-full-time, lonely, long-term, lost a, lost her, lost his, lost their, low
mood, low score, ltft, male, man, marital, marriage, married, maternity, men, migraine*, miscarr*, money, mood, move
supervisor, moved away, moved to, ms, muslim, never came back, new supervisor, none passed, none wanted, not appointed,
not cope, not coping, not happy, not progress, not renewed, not shortlisted, not signed off, occupational health, off
on, off with, off work, oldest, on leave, operation, outcome 2, outcome 3, outcome 4, outcome 5, over 50, over 55, over
60, overlooked, overseas, overwhelmed, panic, parents, part-time, passed, passed over, paternity, personal
circumstances, personal reasons, phased, planned to, planning to, police, pregnancy, pregnant, private school, private
schools, probation, queer, quit, racis*, redeployed, referred, refugee, refugees, refused, rejected, relig*, remedia*,
removed, repeated, repeating, resat, resign*, resit, resits, retake, retook, return to practice, return to training,
return to work, return to-practice, return to-training, return to-work, return-to practice, return-to training,
return-to work, return-to-practice, return-to-training, return-to-work, returned to practice, returned to training,
returned to work, returned to-practice, returned to-training, returned to-work, returned-to practice, returned-to
training, returned-to work, returned-to-practice, returned-to-training, returned-to-work, returning to practice,
returning to training, returning to work, returning to-practice, returning to-training, returning to-work, returning-to
practice, returning-to training, returning-to work, returning-to-practice, returning-to-training, returning-to-work,
sacked, sanction*, scared, scored, second language, separated, sexis*, sexual*, shouted at, sick*, signed off, single
father*, single mother*, stammer, stopped attending, stress, stressed, struggl*, suicidal, surgery, surgery on,
suspended, taken off, tearful, tears, therapist, therapy, thinking of, thought about, thought of, time out, told me he*,
told me she*, told me they*, told us he*, told us she*, told us they*, trans, tribunal, under 30, under-perform*,
undermin*, underperform*, unhappy, unsafe, unwell, visa, visas, wanted to carry on, wanted to change*, wanted to leave*,
wanted to move*, wanted to quit*, wanted to stay, wanted to stop*, warned, warning, widow*, withdrawn, withdrew, woman,
women, youngest
    """
)
_ADJECTIVES = r"(?:[a-z-]{2,20} {1,3}){0,3}?"
_OF_OURS = (
    r"(?:(?:the|our|these|those|my|its|their|only|just|all|this|that|last year's|this year's|"
    r"a total of) {1,3}){0,3}"
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
    Pattern(r"\b(?:one|two|three|four|[1-4]) {1,3}(?:of (?:the|our) {1,3}(?:[a-z0-9]{1,9} {1,3})?)?(?:women|men)\b"),
    Pattern(
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9]) {1,3}(?:[a-z-]{1,20} {1,3}){0,2}?patients\b",
        needs=("patients",),
    ),
    # Some of a group of fewer than 10
    Pattern(
        rf"\b(?:{_FEW}|none|neither|half|both|all|most|some|each|any|several|a third|a quarter|two-thirds|"
        rf"members?|many|of|among|amongst|from) {{1,3}}(?:(?:out )?of {{1,3}})?{_OF_OURS}"
        rf"\(?{_SEVERAL}(?:-strong)?\)? {{1,3}}(?:of (?:the|our) {{1,3}})?{_ADJECTIVES}{_GROUP}\b",
        near=terms("two, three, four, five, six, seven, eight, nine, 2, 3, 4, 5, 6, 7, 8, 9"),
        also=rf"\b(?:{_FEW}|none|neither|half|both|all|most|some|each) {{1,3}}"
        rf"(?:out {{1,3}})?of {{1,3}}{_OF_OURS}{_SEVERAL}\b",
    ),
    Pattern(r"(?:\b[1-9] {0,2}/ {0,2}[2-9]\b(?!/)|\b[1-9] \((?:out )?of (?:the )?[2-9]\b)", near=_PRIVATE),
    Pattern(
        rf"(?:\d%|\d per cent|(?:fewer|less) than|\bunder|<) {{0,2}}"
        rf"(?:of {{1,3}})?{_OF_OURS}{_SEVERAL} {{1,3}}{_ADJECTIVES}{_GROUP}\b",
        near=_PRIVATE,
    ),
    Pattern(rf"\b[1-9] {{0,2}}/ {{0,2}}[2-9]\b {{1,3}}(?:of {{1,3}})?{_OF_OURS}{_ADJECTIVES}{_GROUP}\b", needs=("/",)),
    Pattern(
        rf"\b{_FEW}(?: {_GROUP})? {{1,3}}(?:out {{1,3}})?of {{1,3}}{_OF_OURS}{_SEVERAL}\b(?![-:.,]?\d)(?! {{1,3}}"
        rf"(?:hours|minutes|days|weeks|months|years|sessions|meetings|steps|parts|modules|topics|times|sites|wards|"
        rf"trusts|hospitals|questions|pages|points|domains|areas|themes|courses|places|projects)\b)",
        near=_PRIVATE,
    ),
    # Few people, and something private
    Pattern(
        rf"\b(?:{_FEW}|both(?: of)?|a couple of|a pair of|a single|a handful of|a trio of|a duo of|a few|pair of|"
        rf"couple of|handful of|trio of|another|each|either|neither|each one|only) {{1,3}}(?:(?:of|the|our|my|"
        rf"their|these|those|last|first|other|remaining|final|new|more|"
        rf"further) {{1,3}}){{0,3}}(?:{_SEVERAL} {{1,3}}(?:of {{1,3}}(?:our|the) {{1,3}})?)?{_ADJECTIVES}{_GROUP}\b",
        near=_PRIVATE,
        but_not=rf"\b(?:\d\d{{1,3}} {{1,3}}{_ADJECTIVES}{_GROUP}|\d{{1,3}}%|hundred|every)\b",
    ),
    Pattern(rf"\b(?:the|our|my|those|these) {{1,3}}{_SEVERAL} {{1,3}}{_ADJECTIVES}{_GROUP}\b", near=_PRIVATE),
    Pattern(rf"\b(?:out )?of {{1,3}}{_OF_OURS}{_SEVERAL} {{1,3}}(?:who|that|which) [^\n.!?]{{0,60}}", near=_PRIVATE),
    Pattern(
        rf"\b(?:{_FEW} (?:of (?:them|whom|these|us|the (?:group|team|cohort|others|rest))|others?|people|came|"
        rf"replied|answered|responded|started|joined|took part|attended|applied|in total|of us)|of whom {_FEW}|"
        rf"(?:other|remaining) {_FEW}|the {_FEW} who|in all|the other {_GROUP}|\(\d\)|only {_FEW} of us)\b",
        near=_PRIVATE,
    ),
    Pattern(
        rf"\b{_FEW},? {{1,3}}(?:(?:has|have|had|was|were|since|later|then|of them|of these|already|also|went|on|is|"
        rf"are|who|just|recently) {{1,3}}){{0,4}}(?:off sick|withdrew|dropped out|resigned|quit|failed|repeated|"
        rf"left (?:medicine|the|to|us|for|early|after|because)|since left|cried|in tears|went off|pregnant|"
        rf"burnt out|burned out|on maternity|on sick|sick|unwell|struggled|in difficulty|on long-term|signed off|"
        rf"suspended|dismissed|given an outcome|did not (?:pass|return|finish)|moved to another|deaf|dyslexic|"
        rf"autistic|bereaved|on leave|with (?:a )?(?:disability|dyslexia|adhd|depression|anxiety)|on probation)\b"
    ),
    Pattern(
        rf"\b(?:cohorts?|groups?|teams?|intakes?|class|firms?|departments?|panel|forum|staff|rota|pool|network|"
        rf"attendance|results?|responses?|sample|pilot)[ :]{{1,3}}(?:of {{1,3}}|\(|had |has )?(?:only |just |"
        rf"about )?{_SEVERAL}\b(?! {{1,3}}(?:hundred|thousand|weeks|months|years|hours|days|sessions))",
        near=_PRIVATE,
    ),
    Pattern(
        rf"\b{_SEVERAL}[ -](?:strong|person|doctor|member|trainee) {{1,3}}{_ADJECTIVES}(?:group|team|cohort|rota|"
        rf"department|firm|intake|unit|practice|faculty)\b",
        near=_PRIVATE,
    ),
    Pattern(
        rf"\b{_FEW} {{1,3}}{_ADJECTIVES}{_GROUP},? {{1,3}}\(?{_FEW} {{1,3}}of {{1,3}}(?:whom|them) {{1,3}}(?:has|"
        rf"have|had|is|are|was|were)\b",
        near=terms("whom, them"),
    ),
    Pattern(
        r"\b[1-9] {1,2}(?:white|black|asian|african|mixed|chinese|indian|pakistani|muslim|hindu|sikh|christian|"
        r"jewish|female|male|f|m)\b(?= {0,2}[,;:)/]| and \d)|\b[1-9] ?f[,/ ] {0,2}[1-9] ?m\b"
    ),
    Pattern(
        rf"\b(?:all|both|pair|each) (?:of (?:us|them)|{_SEVERAL})\b|\b(?:one|both) of the (?:pair|two|three)\b|"
        rf"\b(?:the )?two who\b|\b(?:a|the) single {_ADJECTIVES}{_GROUP}\b",
        near=_PRIVATE,
    ),
    Pattern(r"\bn {0,2}= {0,2}[1-9]\b(?![.,]?\d)", needs=("n=", "n =", "n  =")),
    Pattern(
        rf"\b(?:the|our|my) {{1,3}}(?:only|sole|lone|one|other|second|third) {{1,3}}{_ADJECTIVES}{_GROUP}\b",
        needs=("only", "sole", "lone", "one", "other", "second", "third"),
        near=_PRIVATE,
    ),
)
