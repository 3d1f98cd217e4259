"""Words that are ordinary when they have a capital: names of roles, departments, programmes, models, colleges and places.

A capitalised word that is not here may be the name of a person. No first name is here, nor a surname except of those whom
a programme, a model, a report or a study is named after. A plural in -s is not here if its singular is.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text with spaces between."""
    return frozenset(text.split())


ORDINARY_WORDS = words(
    """
abbot abbreviation aberdeen able abolish abolished about above absence absent abstract academic academy acas accept
accepted accepting access accessibility accessible accommodation according account accountability accountable accra
accreditation accredited accs achievements acknowledgement acp across act acting action activities activity acupuncture
acute acutely add added adding additional address addresses adept admin administrative administrator admission advance
advanced advert advertise advertised advice advise advisers advisor advisory advocate affected affects african after
afternoon afterwards again against aged agencies agency agenda ago agree agreed agreement ahead ahp aim aims airedale
all allied allocate allotted allow allowed allowing alone along aloud already also alternate alternatively although
always am amazon ambassador ambition ambulance ambulatory american amid among amongst an anaesthesia anaesthetic
anaesthetist analysis and android andrology anecdotally anglia angry annex announced annual annually anonymous another
answer answered anxious any anybody anyone anything anyway anywhere apart appendix apple applicant application applied
applies apply applying appoint appointed appointments appraisal apprentice apprenticeships approach approaches approval
approve apr archive archived arcp are area argument armed around arrange arranged arrest arrival article artifacts
artist arts as ashridge asian aside ask asked asking asleep assembly assent assess assessed assessment assessor
assignment assistant assistive associate assume assurance at attached attack attend attendance attended attendees
attending attribution audience audiology audit aug august australian author authored authority autumn available avoid
award awareness away awayday back background bad badly balanced balint band bank barely barnstaple barrier based
baseline basis bath be became because become becoming bed been beeper before beforehand began begin beginning behave
behaviour behind being belbin belfast believe belong below benefits bereaved bereavement berwick beside best better
between bevan beyond bias bid bideford big bills birmingham biscuits blackpool blame blanchard blank bleep blend blended
block blocking blog bloom bma bmj board bodmin body bolam bolton book booking border bored borton both bournemouth box
bradford brain brainstorm bread break breakfast breast bridgwater bridport brief briefing briggs brighton bring bringing
bristol britain british brixham broad broadly broken bronze brought browser buddies buddy buddying bude budget build
building built bulletin bullying burnout bursary bus business busy but butterfly by cabinet cafe caldicott calendar
calgary call called calling calm camborne cambridge came campaign campus can canadian cancel cancelled cancer candour
cannot canteen canva capabilities capability capacity capital car card cardiac cardiff cardiology cardiothoracic care
career carer caring carlisle carried carries carry case cash cat catalogue catch catering cause ccg celebrate
celebrating celebration central centre ceremony certain certainly certificate chair chairing chairman chairperson
chairwoman challenge challenging chamber champion chance change changed changeover changing channels chaplain chaplaincy
chapter chard charge charity chart charter chartered chat cheap check checked checker checklist cheers cheese chelmsford
cheltenham chemical chest chester chief child childcare children chinese chippenham choice choose choosing chose chosen
christmas chrome church circle cited civil claim classes classroom clause clear clearly clerk clever click clinic
clinical clinician clm close closed closing cloudflare club co coach coaching coalition code codespaces coffee cohort
coin cold collaboration collaborative collaboratively collated colleague collect collection collectively college
colorectal colour column com combination combine combined come coming command comment commercial commission commissioner
commissioning commit commitment committee common comms communicate communicating communication community compact company
compare compared comparing compassion compassionate competence competencies competency competition complaint complete
completed completion compliant comply component computer concern concerning conclusion conditions conducted
confederation conference confidence confidential confidentiality confirm confirmed conflict confusing congress
connecting consent consider considered considering consortium constitution consultancy consultant consultation consulted
contact contains content context continue continued continuing contract contribute contribution control convenor
conversation conversely coordinator cope copied copies copy copyright core cornwall coroner correspondence corridor
corroborated cost costa could council councillor count counted counties counting countries country county course
coventry cover covered covering covey covid cqc cranfield create created creating creative credit crewkerne crisis
criteria critical critically crowded crucially cruse culture cumbersome cumbria cup curiosity current currently
curricula curriculum customer cut cycle cynefin daily damage dame dance danger dark dartmouth darzi data database date
dated datix datixweb dawlish dead deadline deaf deal dealing deaneries deanery dear death debate debrief dec december
decide decided deciding decision declaration decline default defence degree deleted delivered delivering delivery
dementia deming demonstrating dentist dentistry department depend depth deputies deputy derby dermatology describe
described description design designed desk despite detail develop developed developers developing development device
devizes devon dhsc diabetes diagnostic diary did die dietetics dietitian differ differed difference different
differently difficult difficulty digital dimension dinner diploma direct direction directive director directorate
disability disabled disagree disagreement discharge discovering discrimination discuss discussed discussion disk
disproportionate distance distress distributed district diversity division divisional diwali dme do doctor doctorate
document does dog doing domain domestic doncs done door dorchester dorset dossier doubt down download dozen draft
drafted dragon drama draw drawing driscoll drive drop drucker drug dull dumped dundee dunning duration durham during
duties duty dweck each ear earlier early easier easily east easter eastern easy eat eating echo economics edinburgh edit
edition editor edmondson education educational effect effective effectiveness efficiency eid eight eighteen eighth
eighty eisenhower either elderly electronic element eleven eligibility eligible else elsewhere email embedding
emergencies emergency employed employee employer employment employs empty enabling encourage encouraged encouraging end
ending endocrine endocrinology endoscopy enforcement engage engagement engaging engine england english enough enquiries
ensuring ent enterprise entrepreneur entries entry environment envoy epilepsy eportfolio equal equality equipment
equivalent error esr essex established establishing estates ethics etiquette europe european evaluating evaluation even
evening event eventbrite eventually ever every everybody everyday everyone everything everywhere evidence exact exam
example excel excellence excellent except exception exchange exec executive exercise exeter exhibition exist existed
existing exmouth expect expectations expected expecting expenses expensive experience experienced expert explain
explained explore explored exploring exposure ext extended extension external extra eye eyes face facebook facilitating
facilitator facilities facing fact factors faculty fail failed fair fairer fairly fairness faithfully fall falmouth
families family famous faq far fast fault fax fear feature feb february fee feed feedback feel feeling fees fellow
fellowship felt fertility festival few fewer fiction fieldwork fifteen fifth fifty figure file fill filled filling film
final finally finance find finder finding fine finish finished fire firefox firm first firstly fish fit five fix fixed
flatter flexible floor fmlm focus folder follow followed followership following food foot for fora force foreword form
formal formally former fortnight fortnightly fortunately forty forum forward found foundation founded founding four
fourteen fourteenfish fourth fracture frailty framework franklin free freedom french frequently fresh fri friday friend
from frome front frontline ftsu full fully function fund fundamental funded funding fundraising funny further future
gain gained gallup game gantt gap garden garrett gastroenterology gate gateway gave gawande gender general generally
generic genetics genitourinary genomics genuine geriatric german germany get getting ghost gibbs gift girl git give
given giving glasgow glass glastonbury global glossary gloucester gloucestershire gmc gmp go goal goes going gold
goleman gone good google gosh gosport gosw got governance government governor gp gpc grade graduate grand grant
gratitude great greek greenleaf greggs grievance grint ground group grouping growing guardian guess guest guidance guide
guideline guild gynaecological gynaecology habit hackathon had haematology hair half halfway hall hampshire hand
handbook handed handing handle handover hanukkah happen happened happy harassment hard harder hardest harkness harm
harmed has have having hawthorne he head headings headquarters health healthcare healthy hear heard hearing heart heavy
hee heifetz heiw held hello help helpdesk helped helpers helpful helping helpline helston hence henley hepatic
hepatobiliary hepatology her here hereford heron hersey herzberg hi hides high higher highest him hints his
histopathology historical historically history hit hold holding holidays holy home honest honey honiton honour horizon
horse horus hospice hospital host hosting hot hour house how however hq https hub hubs huddle huge hugo hull human
humane humanities humber hundred hurdle hygiene icb ice icm ics icu id idea identified identify identifying if ignore
ikea ilfracombe ill illness imaging immediately immunology impact imperial implement import important importantly
improve improvement improving imt in incident include included including inclusion inclusive increasing indeed
independence independent index indexing india indian indicators individual induction inequality infant infection
influence influencing informal informally informatics information informed initially initiative innovation innovators
inpatient inquest inquiry insead inside insight inspection inspector inspire inspiring instagram install installed
instead institute instructor insulin integrated integrity intelligence intensive intensivist intercollegiate interest
interested interestingly interim internal internally international internet internship interpersonal interruptions
interventional interview interviewed into intranet introduce introduced introducing introduction inverness investigate
investigation investing invitation invite invited involve involved involvement involving iphone ipswich ireland irish is
ishikawa islamic island issue issuu it italian item its itself ives jan january japanese java jenga jenner jewish job
jobs johari join joined joining joint jointly journal journey judge judged jul july jun junior just justice kahoot
kaizen kark keele keen keep keeping kent kept key keyboard kidney kill kilmann kind kindly kingdom kings kingsbridge
kirkpatrick kirkup kitchen knee knew know knowing knowledge known kolb kotter kouzes kruger kubler label laboratory
labour lack lady lamp lancashire lancaster lancet land language laptop large largest laser last lasted lastly late later
latest launceston launch laws lawyer lay lazy lead leader leadership leading leaf leaflet league lean learn learned
learner learning least leave leaving lecture lecturer led leeds left leg legacy legal lego leicester lencioni length
less let letter letting level lewin liaison librarian library licence life lifelong lift light lightning like liked
likely likert limb limited limits lincoln line link linked linkedin linkedln liskeard list listed listen listening
literature litigation little live liver liverpool living load loaded local locally location lock lockers locum log
london longer look looked looking loose lord lose losing lost lot loud loughborough lovely low lowest ltft luckily lucky
lunch lunchtime lung luton machine macmillan made magazine magistrate mail mailing main mainly maintenance major make
maker making male manage managed management manager managing manchester mandatory manifesto manual many map mapping mar
march markdown marked maslow master masterclass match matched matches matching maternity maths matrix matron matter
mattered maxillofacial maximise maybe mcgowan mckimm mddus mdt mdu me mean meaning meant meanwhile measure measured
measuring med mediation medic medical medicine medico medirota meditation meet meeting melksham member membership memo
memory mend mended mendis menopause mental mentee mentimeter mention mentioned mentor mentored mentoring mentorship menu
merged merger mersey mess message messaging messenger met metabolic method mezirow microbiology microsoft mid middle
middlesbrough midlands midwife midwifery midwives might military milk mind mindful mindfulness minehead minister
ministry mintzberg minute miro miss missed missing mission mistake misunderstand mlf mob mobile model moderator modern
module moment mon monday money monopoly month monthly mood moodle moon morbidity more moreover morning mortality most
mostly motivation mouth mouton move moved movement moving mps much multi multidisciplinary multisource mumford music
muslim must my myers myself name named narrow nation national nationally naturally navigating near nearly neck need
needed needing neither neonatal nephrology nervous net network neurology neurosurgery neurosurgical never nevertheless
new newcastle newcomer newer newest newquay newsletter next nice nigerian night nightingale nine nineteen ninety ninth
nmc no nobody node noise nolan nominate nominated non none nor norfolk normal normally north northampton northern
norwich not notably note noted nothing notice noticed nottingham nov november now nowadays nowhere nuclear nuffield
number numerals nurse nursing nutrition obesity objective observational observe observed observer observing obstetric
obstetrician obviously occasionally occupational ocean ockenden oct october odontology of off offer offered offering
office officer often oil okay okehampton old older oldham ombudsman on once oncology one onedrive online only open
opened opening operating operational operations ophthalmology opinions opportunities opportunity opposed optional
options optometrist optometry or oral order ordinary ordinator organisation organisational organise organised organiser
organising organization oriel original originally orthodontic orthopaedic orthoptist orthotics osteopath other otherwise
our out outcome outline outlook outlying outpatient outreach outside over overall overcoming overdue overlap overview
own owner oxford pace pack package padlet padstow paediatric paediatrician paid paignton pain pair paired pairing
palliative pancreas pandemic panel paper paramedic parent parental pareto parking parliament part participants
participate participation particular particularly partly partner partnership party pass passed passes past pastoral
paternity pathology pathway patient paton pattern pause pay paying payroll pcn peer pelvic pen pendleton peninsula
pension penzance people per percent perfect performance perhaps period perioperative permanent permission person
personal personalise personally personas personnel peterborough pharmacist pharmacy philosophy phlebotomy phone physical
physician physics physio physiology physiotherapist physiotherapy picture piece pilot piloting place placement plain
plainly plan planned planning plant plastic platform platinum plato play playbook player playing please plus plymouth
podiatry point police policies policy polish political poole poor popular portfolio portsmouth portuguese position
positional posner possible possibly post postcards poster postgraduate posting power powerpoint practical practically
practice practise practitioner praise pregnancy preparation prepare prepared preparing prescribing present presentation
presented presenter presenting president press pressure preston pretty preventing prevention previously prices primarily
primary prime principal principally principles print printed priorities prioritisation prioritise prison privacy private
prize probably problem procedure process processes procurement produced productivity prof profession professional
professor programme progress progression project promise promoting proof proportion proposal propose proposed prospectus
prosthetic protect protected protection protocol proud provide provider providing psychiatric psychiatrist psychiatry
psychological psychologically psychologist psychology public publication publish published publisher publishes pull
punctual purpose put putting puzzle python qi quaker qualification qualities quality quarter queen queries query
question questionnaire quick quickly quiet quite quiz quotation quotes race radiographer radiologist radiology
radiotherapy rain raise raised raising ramadan ran range rank ranking rare rarely rate rather rcn reach reached read
reader reading readkong ready real really reason rebuild received receiving recently reception receptionist recipes
recognise recognised recognition recommendations recommended recommends record recorded recover recovery recruit
recruited recruiting recruitment red redesign redesigning redruth reduce reducing refer reference referral reflect
reflecting reflection reflective reform refugee refuse refused reg regarding regardless regards region regional
regionally register registered registrar registration registry regular regularly regulations regulator rehabilitation
relationship relative release released relevance religion rely remember remembered remembering remote remove removing
renal rep repeat repeated replace replaced replies reply report reported reporting repository represent representation
representative request required requirements requires research researcher reserve reserved residency resident resilience
resolution resource respect respiratory respond response responsibilities responsibility responsible rest result
resuscitation retention retired retirement retiring retreat return returned revalidation reverse review reviewed
reviewer reviewing revised revision rewards rheumatology rich right ring risk river road roadmap roadshow robotic rock
role rolfe roof room root rota rotamap rotate rotating rotation rough roughly round roundtable route row royal rule run
running rural russian sad sadly safari safe safely safer safety said saint salary salford salisbury saltash samaritans
same sample sas sat satisfaction saturday saved saving saw say saying scale scaling scandinavian scared schedule schein
scheme scholars scholarship schon school schwartz science scientist scope score scored scotland scottish screen
screening scribd script sea seacole search seat second secondary secondly secondment secretary secrets section sector
see seed seeing seeking seen select self seminar senate send sending senge senior sent sentence sep separate separately
sepsis sept september series serious serve server service session set setting settle seven seventeen seventh seventy
several severn sexual shadow shadowed shadowing shape share shared sharepoint sharing she sheet sheffield sherborne
shift ship shoe shop shorter should shoulder shout show showcase showed showing shown shrewsbury sick sickness side sign
signed signposted silver similar similarly simple simpler simply sims simulation since sincerely sinek single sir sister
sit site sitemap sitting six sixteen sixth sixty size skill skin sky slack sleep sleeping slide slip slot slough slow
small smaller smallest smart snow so social society socrates soft solicitor solve some somebody someone somerset
something sometimes somewhere song sonographer soon sooner sorry sort soup source south southampton southern southwest
space spanish spare speak speaker speaking special specialist specialties specialty specific specifically specification
speech spend spending spent sphere spiral split spoke spoken sponsor sports spotlight spread spreading spreadsheet
spring staff staffing stage stakeholder stand standard standing star starbucks start started starters starting state
stated statement station stationery status statutory stay stayed staying steering stem step sterile stick still
stockport stoke stoma stomatology stop stopped stopping store stories story straight strand strange strategic strategy
street strengthening stress stressed stretch stroke strong structure struggling stuck students studies study studying
stuff style subject submissions subsequently substance success successful successfully succession successor such
suddenly suggest suicide suit suitable suite summary summit sums sun sunday sunderland superintendent supernumerary
supervise supervised supervising supervision supervisor suppl supplement supply support supported supporting supportive
sure surgeon surgery surgical surprised surprisingly surrey survey surveymonkey sussex sustainability sustaining sw swan
swansea swanwick swap swapping swarm swedish sweet swindon swiss syllabus system tab table take taken taking talent talk
talked talking tall tannenbaum target task taskforce taster taught taunton tavistock tayside tea teach teacher teaches
teaching team teamwork technical technologist technology teignmouth tel telephone tell telling template ten tender tent
tenth term test tested testing text thames than thank that the theatre their them thematic theme themselves then theory
therapist therapy there thereafter therefore these they thin thing think thinkers thinking third thirdly thirteen thirty
this thoracic those though thought thousand three through throughout thu thur thursday thus thyroid tick tie tied tiers
till time timetable timing tiny tips tired tiredness tissue title tiverton to today together told tomorrow tonight too
took tool toolbox toolkit top topic topol torbay torquay total totnes touch tour toward town toxicology toyota tpd trac
track tracker trade train trained trainee trainer training transfer transform transformation transformational transplant
transport trauma traumatology travel treasurer treat treated treating treatment tree trello triage trial tribunal tried
tries trinity triumvirate trowbridge true truro trust trustee try trying tuckman tue tues tuesday turas turn turned
turning tutor tutored tutorial twelve twenty twice twitter two type typed typically ultimately ultrasound under
undermining understand understanding understood unfortunately union unison unit united universities university unless
unlike unrealistic unrepresentative unsafe until unusually unverified up update upon upset upward urgent url urology us
use used useful using usual usually vacancies vacancy vaccination valley value valued valuing variable varies various
vascular venue verbal version versus vertical very via vice video view village virology virtual visible vision visit
visiting visitor visual vital vocal voice voluntary volunteer volunteering vote wadebridge wait waiting wake wakefield
wales walk walking wall want wanted wanting wards warm warning warns warwick wary was waste watch watched watches
watching water way we weak wear webinar website wed wednesday week weekday weekend weekly welcome welcomed welcoming
well wellbeing wellcome welsh went were wessex west western weston wet weymouth what whatever whatsapp wheel when
whenever where whereas wherever whether which whichever while whilst whistleblowing who whoever whole whom whose why
wide widely widening wider wigan wikipedia wild wiltshire win winchester wind window windsor winning winter wise wish
wishes with within without wolverhampton women worcester word wording work workbook worked worker workflow workforce
working workload workplace workshop workstream world worried worries worry worse worth would wound write writer writing
written wrong wrote year yearly yeovil yes yesterday yet york yorkshire you your yourself youth youtube zealous zensical
zero zoom
"""
)

#: Words that are surnames as well. Beside a word that is not ordinary they count as one: "Young", "Marsh".
SURNAMES = words(
    """
adair anderson april art baker banks bass bell bill bishop black blake brook brown burns carter chase church churchill
collins cook cross day field fox francis gray green hall hill hunter june king knight lane law long lord marsh mason
may montgomery moss newton page parkinson parks price reed rice rivers ross short snowden stone storey summer taylor
thomas ward wells west white wolf wood young
"""
)

#: Words that are first names as well. They count as a name where people write one: after "ask", or in a field for a role.
FIRST_NAMES = words(
    """
carol daisy dawn dean drew eve faith frank grace guy hazel heather holly hope iris ivy jack lily mark miles pat pearl penny
ray robin rose ruby sue victor will
"""
)
