"""Patterns and word lists for deaths, complaints, investigations and the like that happened, or that may have."""

from __future__ import annotations

from dataclasses import replace

from mentor_network.confidentiality.event_words import EVENT, NEAR, REGULATOR
from mentor_network.confidentiality.events import MONTH
from mentor_network.confidentiality.pattern import Pattern, any_of, terms

#: A verb in the past, or a time: what the sentence tells of has happened.
_PAST = (
    r"\b(?:was|were|had|been|led|took|came|began|went|told|wrote|said|found|died|lost|made|gave|got|rose|saw|"
    r"met|left|kept|"
    r"brought|ran|felt|held|hit|fell|shook|heard|set|sat|is still|are still|ongoing|under way|underway|pending|"
    r"shaken|shown|last|this (?:year|month|week|spring|summer|autumn|winter)|(?:still|not yet|currently)|(?:19|"
    r"20)\d\d|"
    r"(?!need|speed|feed|indeed|seed|bleed|proceed|succeed|exceed)[a-z]{2,14}ed)\b"
)
#: What a sentence has that speaks of such events in general: an opportunity, a course, a policy.
_IN_GENERAL = (
    r"\b(?:how to|how (?:an?|the|doctors|residents|it|they) [a-z]{2,20}|what to do|what happens|training (?:in|"
    r"on|about|for|to)|teaching (?:on|about)|"
    r"(?:session|course|workshop|talk|lecture|module|policy|guide|guidance|advice|leaflet|book|chapter|webinar|"
    r"page) (?:on|about|in|for|to)|simulat[a-z]{0,6}|mock|"
    r"role[ -]?play[a-z]{0,3}|invented|imaginary|fictional|hypothetical|made-up|learn(?:ing)? (?:how|what|"
    r"about)|understand(?:ing)? (?:how|what)|e-learning|"
    r"in general|support for|such as|if (?:an?|you|there|something)|whenever|ask for|sit in on|shadow(?:ed|ing|"
    r"s)?|no patient|observe[ds]?)\b"
)

#: The same, for a sentence that names what came before.
_HYPOTHETICAL = (
    r"\b(?:how to|what to do|what happens|learn (?:how|what)|invented|imaginary|fictional|hypothetical|made-up|"
    r"mock|if (?:an?|you|there)|whenever)\b"
)
_TOLD_OF = (
    rf"{_PAST}|\b(?:is|are) {{1,3}}(?:[a-z]{{2,10}} {{1,3}}){{0,2}}?(?:[a-z]{{3,12}}ing|with|before|due|listed|"
    rf"next|in|on)\b|\bnext (?:week|month|year)|\bawait|\byet to|\b\b(?:one of (?:us|our|the)|our|my|same|"
    rf"against (?:one|an?|the|our|two))\b"
)
_DETERMINER = (
    r"(?:an?|the|our|this|that|these|those|his|her|their|its|my|one|two|three|four|five|six|several|another|some|"
    r"\d{1,2}|more)"
)
_WORDS = r"(?:(?!(?:of|about|on|for|in|after|to|how|when|and|or|with|from|by)\b)[a-z'-]{1,15} {1,3}){0,3}?"
_NOT_ONE = (
    r"(?! {1,3}(?:process|panel|polic(?:y|ies)|procedures?|team|training|system|form|meetings?|handling|"
    r"department|office|management|framework|lead|"
    r"officers?|service|manager|response|guidance|methods?|"
    r"methodology|data|rates?|committee|group|forum|learning|toolkit|workshop|course|simulation|reporting|"
    r"scenarios?|skills|support|module|certificates?|statistics|of a (?:project|scheme|programme|forum|idea)))"
)
INCIDENT = (
    Pattern(
        r"\b"
        + any_of(
            "datix(?:ed)?, index case, an? (?:serious (?:untoward )?incident|never event|inquest|tribunal)(?! reports?), "
            "regulation 28, "
            "prevention of future deaths, negligence, under investigation, gmc investigation, criminal investigation, "
            "was investigated, were investigated, being investigated, in the news, in the local news, in the papers, "
            "in the press, complaint about, complaint against, complaint from"
        )
        + r"\b"
        + _NOT_ONE,
        near=NEAR + terms("index case, regulation 28, in the news, in the local, in the papers, in the press, under, being"),
        but_not=_IN_GENERAL,
    ),
)
#: One event, or a few: "a never event", "two inquests", "the death".
_ONE_EVENT = (
    rf"(?:{_DETERMINER}|former|recent|previous|such|no|a series of|a run of|a cluster of|a spate of|a string of|"
    rf"a number of|multiple|repeated|formal) {{1,3}}{_WORDS}{EVENT}\b{_NOT_ONE}"
)
_TOLD = (
    # It led to the work
    Pattern(
        rf"\b(?:after|following|since|in the wake of|because of|triggered by|prompted by|as a result of|"
        rf"in response to|due to|owing to|despite|"
        rf"sparked by|(?:came|comes|grew) out of|arose from|stemmed from|(?:result|product) of|(?:response|"
        rf"answer|reaction) to|born (?:out )?of|came from|in the aftermath of|on the back of|"
        rf"on the heels of|subject of|subject to|party to|named in|facing|faced|"
        rf"involved in|criticised (?:in|at|by|after)|pending|during|in the middle of|in the run-up to|"
        rf"ahead of|learning from|lessons from|lessons of) {{1,3}}(?:(?:{_DETERMINER}|recent|"
        rf"formal) {{1,3}})?{_WORDS}{EVENT}\b{_NOT_ONE}",
        also=rf"{_PAST}|\b(?:result|product|response|answer|reaction|came|comes|grew) {{1,3}}|\b(?:following|"
        rf"from) {{1,3}}{_DETERMINER}\b",
        but_not=_HYPOTHETICAL,
    ),
    # It happened
    Pattern(rf"\b{_ONE_EVENT}", also=_PAST, but_not=_IN_GENERAL),
    Pattern(
        rf"\b(?:trigger|cause|reason|background|context|why|prompt|origin|learning response|case|starting point|"
        rf"what happened|history|driver|impetus|catalyst|spur|problem|setting|event|date|timeline|issue|"
        rf"themes?)\b[^\n.!?]{{0,25}}?[:=-]{{1,2}} {{0,3}}(?:[a-z0-9-]{{1,12}} {{1,3}}){{0,4}}?{EVENT}\b{_NOT_ONE}",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        rf"\b(?:recent|ongoing|pending|current|live|open|active|unresolved|upheld|high-profile|historic|last|"
        rf"tragic|awful|fatal|latest) {{1,3}}(?:year's {{1,3}}|month's {{1,3}}|"
        rf"week's {{1,3}})?{_WORDS}{EVENT}\b{_NOT_ONE}",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        rf"\b(?!complaints {{1,3}}fell){EVENT}\b,? {{1,3}}(?:\([^()\n]{{2,40}}\),? {{1,3}})?(?:in|on|that|last|"
        rf"this|of|back in|early in|late in|earlier|at|involving|against|over) {{1,3}}(?:our|the|last|my|(?:19|"
        rf"20)\d\d|{MONTH}|spring|summer|autumn|winter|christmas|year|month|week|unit|ward|department|theatres?|"
        rf"labour ward|maternity|an?)\b",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:still|is|was|are|were|being|be|currently|now|already|"
        r"remains?) {1,3}(?:the {1,3})?(?:[a-z]{2,12} {1,3}){0,2}?(?:under (?:police |gmc |cqc |external |"
        r"internal |formal )?investigation|subject (?:of|to) (?:[a-z]{1,12} ){0,3}?(?:complaints?|litigation|"
        r"investigation|inquiry|claims?|proceedings|review)|sub judice|before (?:the|a) (?:courts?|coroner|"
        r"tribunal|gmc|panel)|in court|at (?:an )?inquest|in litigation|with (?:the )?(?:solicitors|lawyers|police|"
        r"coroner|gmc))\b",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        rf"\b(?:inquests?|never[ -]events?|serious (?:untoward )?incidents?|coroner(?:'s)?|ombudsman|hsib|hssib|"
        rf"mnsi|mbrrace|health and safety executive|police|tribunal|lawsuit|sued|suing|legal action|solicitors?|"
        rf"lawyers|litigation|damages|compensation|manslaughter|misconduct|"
        rf"whistle-?blow(?:er|ers|ing)|struck off|suspended|(?:gmc|nmc) (?:case|referral|investigation|"
        rf"hearing|complaint)|(?:an?|the|our|one|two|three|four|five|\d|formal|"
        rf"several) {{1,3}}(?:[a-z]{{2,12}} {{1,3}})?complaints?|datix \d{{2,6}}|stillbirths?|suicide|"
        rf"told by the (?:regulator|gmc|cqc))\b{_NOT_ONE}",
        also=_TOLD_OF,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        rf"\b(?:two|three|four|five|six|seven|eight|nine|several|\d|a (?:series|run|cluster|spate|string|couple|"
        rf"pair|second|third)(?: of)?|one of (?:the|our)|our|my|"
        rf"their) {{1,3}}(?:[a-z-]{{3,14}} {{1,3}}){{0,2}}?(?:never[ -]events?|inquests?|(?:serious|untoward|"
        rf"patient safety|critical|medication) incidents?|psiis?|lawsuits?|complaints|grievances?|deaths?|"
        rf"tribunals?|claims|suicides?)\b{_NOT_ONE}",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:the|an|our|hr|internal|external|independent) {1,3}(?:investigation|inquiry|independent review|"
        r"external review) {1,3}(?:[a-z]{2,12} {1,3}){0,2}?(?:found|concluded|showed|said|blamed|identified|"
        r"recommended|criticised|revealed|heard|led|was critical)\b",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:colleagues?|consultants?|doctors?|nurses?|registrars?|residents?|trainees?|he|she|i|we|trust|"
        r"hospital|department|unit|ward|team|surgeons?|they) {1,3}(?:[a-z]{2,12} {1,3}){0,3}?(?:was|were|been|"
        r"being|is|are|am) {1,3}(?:being |formally |then )?investigated\b",
        but_not=_IN_GENERAL,
    ),
    # Somebody was referred, suspended, sued
    Pattern(
        rf"\b(?:referred|reported|self-referred|taking us|took us|taken us|dragged|referral|summoned|went|gone|"
        rf"goes|taken|passed|complained|complaint|case|given evidence|gave evidence|evidence|"
        rf"statements?) {{1,3}}(?:[a-z]{{1,10}} {{1,3}}){{0,4}}?(?:to|by|before|at) {{1,3}}(?:the |a |an |our |"
        rf"her |his |their )?(?:local |area )?(?:{REGULATOR}|her regulator|his regulator|their regulator|"
        rf"employment tribunal|inquest|inquiry|tribunal|press|newspapers?|papers|media|coroner's court|"
        rf"high court)\b",
        also=_PAST + r"|\btaking us\b",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:was|were|been|being|got|is|are|be|is being|are being) {1,3}(?:since |then |later |also |formally |"
        r"all |both |briefly )?(?:[a-z]{4,12}ly (?:attacked|assaulted|harmed|injured)|no longer (?:allowed|"
        r"permitted|able) to (?:operate|practise|work|see)|fined|found guilty|impaired|found inadequate|"
        r"closed (?:after|by|following)|shut down|suspended|excluded (?:from (?:work|the trust|duty|practice)|"
        r"while|after|pending|for)|dismissed(?! as)|sacked|struck off|arrested|charged with|"
        r"prosecuted|sued|disciplined|convicted|erased from|under investigation|cautioned|imprisoned|"
        r"jailed|interviewed under caution|interviewed by the police|assaulted|attacked|stabbed|punched|"
        r"harmed|injured|killed|found dead|called to the (?:unit|ward|hospital|department)|"
        r"placed (?:in|into|under|on) (?:special measures|restrictions|conditions)|put (?:in|"
        r"into) special measures|rated inadequate)\b",
        but_not=_IN_GENERAL + r"|\bwhen an?\b",
    ),
    Pattern(
        r"\b(?:famil(?:y|ies)|relatives?|parents?|mother|father|widow|widower|wife|husband|daughters?|sons?|"
        r"next of kin|patients?|carers?)(?:'s?)? {1,3}(?:[a-z']{1,12} {1,3}){0,4}?"
        r"(?:complained|sued|alleged|legal action|threatened to sue|to the (?:press|police|ombudsman|"
        r"papers|newspapers|media)|solicitors?|lawyers?|barrister|claim|suing|complaint|"
        r"compensat[a-z]{1,5}|inquest|apology)\b",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:(?:the|our|an?|local|area|senior) {1,3}(?:coroner|ombudsman|judge|jury|magistrate|police|regulator|"
        r"court)|police|hsib|hssib|mnsi|ombudsman|investigators|coroner|solicitors|lawyers|detectives|"
        r"whistle-?blowers?|cqc inspectors|journalists?|reporters?) {1,3}(?:[a-z]{2,12} {1,3}){0,3}?"
        r"(?:was|were|had|has|have|been|wrote|found|said|told|made|came|heard|gave|took|went|ran|"
        r"is looking|are looking|(?!need)[a-z]{3,14}ed)\b",
        but_not=_IN_GENERAL + r"|\bpublished\b|\brecommend",
    ),
    Pattern(
        r"\b(?:cqc|gmc|nmc|care quality commission|general medical council) {1,3}(?:[a-z]{2,12} {1,3}){0,3}?"
        r"(?:looking (?:at|into)|investigat(?:ed|ing)|opened|inspected|rated|warned|suspended|prosecuted|contacted|"
        r"interviewed|struck|issued|is investigating|found against|was (?:called|involved|informed|told|notified)|"
        r"put us|closed)\b",
        but_not=_IN_GENERAL,
    ),
    # Somebody died or came to harm
    Pattern(
        r"\b(?:his|her|their|whose|patient's|colleague's|mother's|baby's|child's|man's|woman's|avoidable|"
        r"preventable|unexpected|unexplained|maternal|neonatal|sudden|tragic) {1,3}(?:[a-z]{3,12} {1,3})?deaths?\b",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:patients?|bab(?:y|ies)|child|children|mothers?|man|woman|boy|girl|colleagues?|consultant|registrar|"
        r"doctors?|residents?|trainees?|nurses?|fellow|students?|someone|somebody|who|he|she|f[12]s?|friend|people|"
        r"lady|gentleman|person|member of (?:staff|the team)) {1,3}(?:[a-z]{1,12} {1,3}){0,3}?(?:died|"
        r"hanged (?:himself|herself|themselves)|choked|drowned|(?:was|were) (?:struck|hit|punched|kicked|bitten|"
        r"stabbed) by|passed away|took (?:his|her|their) own li(?:fe|ves)|killed (?:himself|herself|themselves)|"
        r"committed suicide|attempted suicide|tried to kill|came to (?:serious |severe )?harm|bled to death|"
        r"lost (?:his|her|their) li(?:fe|ves)|nearly died|almost died|absconded|deteriorated unnoticed|"
        r"suffered (?:serious |severe |avoidable )?harm)\b",
    ),
    Pattern(
        r"\b(?:fatal|fatally|pleaded guilty|pleads? guilty|(?:her|his|their) wid(?:ower|owed|ow)|"
        r"bereaved (?:family|families|parents|relatives|mother|father|wife|husband)|mbrrace|wrong blood|"
        r"times the (?:prescribed |intended )?dose|lost (?:an?|one|our) (?:patient|colleague|baby|mother|"
        r"consultant|registrar|nurse|friend)|gross negligence|manslaughter|misdiagnos(?:ed|is)|(?:delayed|missed|"
        r"wrong|late) diagnos(?:is|es)|wrong (?:leg|side|site|patient|drug|dose|blood|eye|kidney|limb|tooth|level)|"
        r"left (?:in|inside) (?:a patient|during|after|her|him|the (?:patient|abdomen))|out of court|paid (?:out|"
        r"compensation|damages)|compensation (?:was|has)|whistle-?blow(?:er|ing)|cover-up|morning news|"
        r"evening post|local (?:paper|press|news|newspaper|television|radio)|front page|headlines?)\b",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]hat|[Tt]his|[Tt]wo|[Tt]hree|[Aa]fter|[Ff]ollowing|[Rr]ecent|"
        r"\d) {1,3}(?:[a-z]{2,12} {1,3}){0,2}?(?:SIs?|SIRIs?|SUIs?|PSIIs?|StEIS)\b(?! (?:process|framework|policy|"
        r"training|units?))",
        "u",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:SI|SUI|SIRI|PSII) (?:panel|report|investigation|review|meeting|action plan)\b",
        "u",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:duty of candour (?:letter|meeting|conversation)|(?:root cause analysis|rca|learning response|"
        r"after action review|case review|mortality review|debrief) (?:of|into|about|after|following) (?:an?|the|"
        r"our|one|two|three)|steis|mpts|practitioners tribunal|pals complaint|special measures|"
        r"safeguarding (?:enquiry|investigation|review)|medical examiner (?:referred|raised)|warning notice)\b",
        also=_PAST,
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:police investigation|criminal investigation|verdict|narrative conclusion|pfd report|"
        r"prevention of future deaths report|regulation 28 (?:report|letter|notice)|improvement notice|"
        r"enforcement notice)\b",
        also=_PAST + r"|\(ongoing\)|ongoing",
        but_not=_IN_GENERAL,
    ),
    Pattern(
        r"\b(?:formal|written|upheld|anonymous|serious) complaints? {1,3}(?:was|were|about|from|against|in|to|"
        r"by)\b|\bcomplain(?:ed|t) {1,3}(?:of|about|against|from|by|that) {1,3}(?:the|an?|our|one|his|her|their|"
        r"two|three|same|me|us|him|them|relatives|patients?|famil)",
        but_not=_IN_GENERAL,
    ),
)
SERIOUS_EVENT = tuple(replace(pattern, near=NEAR) for pattern in _TOLD)
