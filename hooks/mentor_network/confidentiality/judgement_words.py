"""Word lists for rankings and criticism: whom they are of, and what is said."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import terms

PLACES = (
    "trusts?, hospitals?, departments?, divisions?, divisional team, directorates?, specialt(?:y|ies), units?, "
    "wards?, firms?, "
    "sites?, deanery, deaneries, health boards?, postgraduate centres?, the college, rotations?, the board, executives?, "
    "executive team, leadership team, management, surgery, radiology, orthopaedics, obstetrics, gynaecology, maternity, "
    "paediatrics, anaesthetics, psychiatry, cardiology, neurology, oncology, urology, dermatology, geriatrics, "
    "haematology, "
    "gastroenterology, respiratory, acute medicine, general medicine, emergency medicine, ophthalmology, pathology, "
    "microbiology, theatres, rota team, workforce team, rota office, education team, education centre, library, "
    "leadership, the trust's, exec team, execs, organisation, offices?, teams?, clinics?, practices, school, "
    "services?, labs?, region, IT department, medical education team, "
    "microbiology lab, renal, plastics, ENT, maxillofacial, the acute block, hospital at night, previous cohort, "
    "intensive care, human resources, HR, medical staffing, payroll, rostering, finance, estates, "
    "occupational health, switchboard, pharmacy, medical education, governance team, admissions unit, neighbours?"
)
ROLES = (
    "directors?, consultants?, consultant body, matrons?, managers?, registrars?, supervisors?, leads?, "
    "nurses?, sisters?, "
    "college tutors?, tutors?, DME, TPD, FPD, CLM, CEO, chief executive, chairman, surgeons?, anaesthetists?, "
    "radiologists?, "
    "physicians?, midwives, midwife, obstetricians?, guardian, coordinators?, co-ordinators?, secretary, "
    "administrators?, "
    "bosses, boss, seniors, colleagues?, middle grades?, senior clinicians, senior doctors, senior staff, he, "
    "she, him, her, his, hers, himself, herself, "
    "leader, presidents?, deans?, chairs?, governors?, librarian, accountants?, analysts?, dietitians?, "
    "pharmacists?, therapists?, "
    "physiotherapists?, porters?, clerks?, receptionists?, officers?, mentors?, junior, juniors, consultant's, "
    " trainers?, psychiatrists?, paediatricians?, predecessor, head of department, orthopods, medics, gynae, "
    "obs, bed managers, postgrad team, med staffing"
)
#: What is said only to blame somebody, if the sentence names a place or a role.
BLAME = terms(
    """
1 star, a dud, a failure, a joke, a mess, above all this, above it, above such, above that, above this, above this kind,
abrasive, abuse of, abusive, abysmal, against change, against the idea, aggressive, all talk, aloof, antagonis*,
apathetic, apathy, apologis*, appalling, are poor, arrogance, arrogant, as bad as, as ever, as good as, ashamed, asleep,
asleep at the wheel, atrocious, autocratic, avoid that, avoid the, avoid this, avoid working, avoids working, awful,
backward, backwards, backwater, bad apple, bad apples, bad at, bad-tempered, badly, battle with, because of the current,
because of the former, because of the last, because of the new, because of the present, because of the previous, because
of the then, behind the times, belittl*, best avoided, beware, biased, biggest barrier, biggest obstacle, biggest
problem was, black hole, blame culture, blind eye, blocked, blocking, blocks, bossy, botch*, bothered, bottleneck,
bottom decile, bottom quart*, bottom third, box-ticking, boys' club, broke a promise, broke a promises, broke every
promise, broke every promises, broke her promise, broke her promises, broke his promise, broke his promises, broke its
promise, broke its promises, broke their promise, broke their promises, bullied, bullies, bully, bullying, bungl*,
bureaucracy, bureaucrat, bureaucratic, bureaucrats, by contrast, can't be trusted, can't lead, can't manage, can't
organise, can't run, cannot be trusted, cannot lead, cannot manage, cannot organise, cannot run, care little, care more,
care nothing, care only, cared little, cared more, cared nothing, cared only, careless, cares little, cares more, cares
nothing, cares only, chaos, chaotic, cheap labour, circus, clashed, clashes, cliqu*, closed shop, closed world,
clueless, clumsy, cold-shoulder*, combative, complacency, complacent, condescend*, contempt*, control freak, could do
better, could have been better, could learn, could learn from, could not care less, could not lead, could not organise,
could not run, couldn't care less, couldn't lead, couldn't organise, couldn't run, cover up, cover-up, covered up,
credit for her work, credit for his work, credit for my work, credit for our work, credit for the work, credit for their
work, cruel, culture of, cynical, dangerous, dead wood, deadwood, deceitful, deep end, delivered nothing, deserved,
deserves, despis*, dictator*, did not care, did not keep, did nothing, didn't care, didn't keep, difficult boss,
difficult colleague, difficult consultant, difficult department, difficult director, difficult manager, difficult
personality, difficult to work with, dinosaur, dinosaurs, dire, disappointed, disappointing, disappointment,
discriminat*, disgrac*, dishonest, disinterested, disliked, dismissive, disorganised, disruptive, do not bother, do not
expect, do not rely, do not want, do nothing, does not care, does not want, does nothing, doesn't care, doesn't want,
domineering, don't bother, don't expect, don't rely, don't want, done nothing, drag her feet, drag her heels, drag his
feet, drag his heels, drag its feet, drag its heels, drag their feet, drag their heels, dragged her feet, dragged her
heels, dragged his feet, dragged his heels, dragged its feet, dragged its heels, dragged their feet, dragged their
heels, dragging her feet, dragging her heels, dragging his feet, dragging his heels, dragging its feet, dragging its
heels, dragging their feet, dragging their heels, drags her feet, drags her heels, drags his feet, drags his heels,
drags its feet, drags its heels, drags their feet, drags their heels, dreadful, dropped the ball, drops the ball, drunk,
dumping ground, dysfunctional, eat their young, ego, egos, embarrass*, empire*, empty promises, envy, erratic, exploit*,
explosive, failed her, failed him, failed its, failed me, failed their, failed them, failed to act, failed to deliver,
failed to do, failed to engage, failed to lead, failed to listen, failed to provide, failed to recognise, failed to
release, failed to reply, failed to respond, failed to see, failed to support, failed to turn, failed us, failing, fall
short, falling apart, falls short, famously, farce, farcical, favourites, favouritism, feared, feeble, fell apart, fell
asleep, fell out, fell short, feud, feuds, fobbed me*, fobbed off*, fobbed us*, for show, forced out, fought us,
frankly, frustrated by, gaslight*, gatekeep*, gave up, get on with anybody, get on with anyone, get on with each, get on
with people, get on with the, get on with us, go to die, goes to die, good game, good luck, gossip*, got in the way,
graveyard, grumbl*, grumpy, half-hearted*, hard to work with, has a long way to go, has a lot to answer for, hate,
hated, hates, heartless, hell, hidden agenda, hide, hides, hiding, hierarchical, hierarchy, high-performing, hopeless,
hopelessly, horrible, hostile, hostility, how to behave, humiliat*, humourless, i blame, ignored all, ignored every,
ignored it, ignored me, ignored my, ignored our, ignored the, ignored them, ignored us, ignores, impossible, in denial,
in spite of the, inadequate, incompetence, incompetent, inconsistent, indifference, indifferent, ineffective, inept,
inexcusable, inexperienced, infamous, inflexible, insensitive, intimidat*, into the ground, is poor, ivory tower,
jealous, job properly, jobs for the boys, jobsworth, jobsworths, killed it, killed off, killed our, killed the, kills
it, kills off, kills our, kills the, lack of interest, lack of support, lacklustre, laggard*, lagged*, lagging*,
lamentable, laughable, laughed at, laughing stock, laziness, lazy, leadership vacuum, left nothing, left them to, left
us to, less than helpful, let doctors down, let down by, let everybody down, let everyone down, let me down, let people
down, let residents down, let them down, let trainees down, let us down, let you down, let-down, lets everyone down,
lets people down, lets residents down, lets trainees down, lets us down, liar, liars, lied, lip service, little effort,
little interest, loathed, lost interest, lost my, lost our, lost the confidence, lost the form, lost the paperwork, lost
the plot, lost the respect, lost the trust, lukewarm, made life
difficult, made life hard*, made our lives, main barrier, main obstacle, main
problem was, manipulative, mediocre, messed up, micromanag*, miserable, misery, mishandled, misled, mismanag*, misogyn*,
missing in action, moan, moaned, moaning, mocked, moody, must do better, narrow-minded, nasty, need replacing, need
sacking, need shaking up, need to go, needless to say, needs replacing, needs sacking, needs shaking up, needs to go,
negative about, negative attitude, negative towards, neglect*, negligent, nepotism, never listen*, nightmare, no
backbone, no clue, no confidence in, no effort, no faith in, no good, no idea, no interest, no leadership, no notice, no
respect for, no support, no teaching, no thanks, no time for, no trust in, no use, no vision, nobody likes, nobody
supported, nobody trusts, not approachable, not capable, not committed, not competent, not fit, not good enough, not
helpful, not interested, not liked, not listen, not listening, not pull her weight, not pull his weight, not pull its
weight, not pull their weight, not pulling her weight, not pulling his weight, not pulling its weight, not pulling their
weight, not recommend, not respected, not supportive, not trusted, not up to, nothing from, nothing was done, notorious,
nowhere to be seen, obnoxious, obstruct*, old boys, old guard, old-fashioned, on top of the, one star, only care, only
cares, only in it for, only problem was, only worked once, opposition, ought to go, ought to resign, ought to retire,
our example, out of control, out of date, out of her depth, out of his depth, out of its depth, out of their depth, out
of touch, outdated attitude, outdated attitudes, outrageous, overbearing, overpromoted, palmed off, pass the buck,
passed the buck, passes the buck, passive-aggressive, past it, pathetic, patronis*, personality clash, petty, playing
politics, pointless, political games, pompous, poor at, poor attitude*, poor behaviour, poor communicat*, poor culture,
poor example, poor from, poor judgement, poor leader*, poor leadership, poor manage*, poor morale, poor organisation,
poor record, poor relation, poor relationship*, poor reputation, poor supervis*, poor support, poor teaching, poorest,
poorly, poorly-performing, power games, power struggle, power-hungry, predictably, pretty poor, problem consultant,
problem consultants, problem department, problem manager, problem team, problem ward, promised a lot, promised
everything, promised much, promised the earth, promoted beyond, punish*, pushed out, put an obstacle, put every
obstacle, racist, ranted, rants, rated inadequate, rated poor, real obstacle, real problem was, reason doctors leave,
reason people leave, reason residents leave, reason trainees leave, reason why people, red tape, refused to, refuses to,
regret*, reluctant, reputation, requires improvement, resent*, resistance, resistant, resisted, ridiculous, rotten,
rude, rudeness, sabotag*, sadly, sarcas*, sat on it, sat on my, sat on our, sat on the, says it all, scandal*,
sceptical, scorn*, scream*, scuppered, second from bottom, second only to, second-rate, self-important, self-interest*,
self-serving, set in her ways, set in his ways, set in its ways, set in their ways, sexist, shambles, shambolic, shame
on, shameful, short-sighted, should be ashamed, should be replaced, should have gone, should have resigned, should have
stepped, should never, should not be in, should resign, should retire, should step down, shouldn't be in, shout,
shouted, shouts, sink or swim, sinking ship, slack, slammed, slave*, sloppy, slowest, smug, snapped, snappy, sneer*,
sniffy, so poor, speaks volumes, special measures, spineless, spiteful, stands in the way, star by, stay away, steer
clear, stepped down years, stonewall*, stood in our way, stood in the way, stormed, strung me along, strung us along,
stubborn, stuck in, stuck-up, substandard, surprise surprise, swears, sweatshop, swept under, swore, tactless, take all
credit, take all my credit, take all our credit, take all the credit, take credit, take my credit, take our credit, take
the credit, takes all credit, takes all my credit, takes all our credit, takes all the credit, takes credit, takes my
credit, takes our credit, takes the credit, taking all credit, taking all my credit, taking all our credit, taking all
the credit, taking credit, taking my credit, taking our credit, taking the credit, tantrum, tantrums, tells you
everything, temper, terrible, territorial, third from bottom, third-rate, thorn in, thoughtless, threaten*, tired old,
to answer for, to avoid, to be blunt, to blame, to put it mildly, to put it politely, tokenis*, too grand, too
important, too lazy, too old-fashioned, too proud, too scared, too stubborn, too weak, took against, took all credit,
took all my credit, took all our credit, took all the credit, took credit, took my credit, took no, took our credit,
took the credit, top decile, top quart*, top-performing, toxic, treated badly, treated its, treated like, treated us,
treats doctors, treats juniors, treats residents, treats trainees, treats us, turned a blind eye, two-faced, typical of,
un-cooperative, unacceptable, unapproachable, unco-operative, uncooperative, under a cloud, undermine, undermined,
undermines, undermining, unfair, unfairly, unfit, unforgivable, unfriendly, unhappy department, unhappy hospital,
unhappy place, unhappy team, unhappy unit, unhappy ward, unhelpful, unhelpfully, unimpress*, uninspir*, uninterested,
unlike us, unpleasant, unpopular, unprofessional, unreliable, unsafe, unsuited, unsupported, unsupportive,
unsurprisingly, untrustworthy, unwelcoming, unwilling, useless, utterly, vendetta, very poor, vetoed, vindictive,
volatile, walked out, war zone, warn me, warn others, warn people, warn residents, warn trainees, warn us, warned me,
warned others, warned people, warned residents, warned trainees, warned us, was poor, washed her hands, washed his
hands, washed its hands, washed their hands, waste of, wasted, weak, weakest, weakness of, were poor, whose window
dressing, without any support, woeful*, worn-out, worse, worse than useless, worst, worst of all, would not recommend,
would not send, wouldn't recommend, wouldn't send, wrong people, wrong person, years behind, yelled, yells
    """
)
#: What puts a place or a role above or below the others.
RANKED = terms(
    """
ahead of, bad performer*, beat all, beat any, beat every, beat other, beat our, beat the, beat us, beaten by, beats all,
beats any, beats every, beats our, beats the, beats us, best in class, best in the, best performer*, best run, better at
this, better run, bottom *, bottom of the league, bottom of the list, bottom of the pile, bottom of the region, bottom
of the table, by a distance, by a long way, by a mile, by a wide margin, by far the, came bottom, came dead bottom, came
dead first, came dead last, came dead nowhere, came dead second, came dead third, came dead top, came first, came joint
bottom, came joint first, came joint last, came joint nowhere, came joint second, came joint third, came joint top, came
last, came nowhere, came second, came third, came top, champions of, come bottom, come last, come nowhere, come top,
comes bottom, comes last, comes top, compare badly, compare favourably, compare poorly, compare unfavourably, compare
well, compared to neighbouring, compared to other, compared with neighbouring, compared with other, compared with our
neighbour*, compares badly, compares favourably, compares poorly, compares unfavourably, compares well, do this better,
do this far better, do this much better, does this better, does this far better, does this much better, easily the, envy
of, exemplary, far ahead, far behind, far better, far worse, finish bottom, finish first, finish last, finish second,
finish third, finish top, finished bottom, finished first, finished last, finished second, finished third, finished top,
first choice, first in the region, flagship, foot of the table, gold standard, gold star, good performer*, hall of
shame, head and shoulders, highest in the, in bottom place, in first place, in last place, in top place, inferior to,
lag behind, lagging behind, lags behind, last place, lead the country, lead the field, lead the region, lead the way,
leading the country, leading the field, leading the region, leading the way, leads the country, leads the field, leads
the region, leads the way, league table, league tables, left behind, light years, loser, losers, lowest in the, marks
out of, miles ahead, miles behind, miles better, much better than, much worse than, name and shame, number one, only
department that, only department to, only hospital that, only hospital to, only specialty that, only team that, only
trust that, only trust to, only unit that, only ward that, out of 10, out of ten, outclass*, outlier, outliers,
outperform*, outshine, outshines, outshone, placed above, placed below, placed best, placed better, placed bottom,
placed first, placed higher, placed highest, placed inadequate, placed it above, placed it below, placed it best, placed
it better, placed it bottom, placed it first, placed it higher, placed it highest, placed it inadequate, placed it last,
placed it lower, placed it lowest, placed it outstanding, placed it top, placed it worse, placed it worst, placed last,
placed lower, placed lowest, placed outstanding, placed them above, placed them below, placed them best, placed them
better, placed them bottom, placed them first, placed them higher, placed them highest, placed them inadequate, placed
them last, placed them lower, placed them lowest, placed them outstanding, placed them top, placed them worse, placed
them worst, placed top, placed us above, placed us below, placed us best, placed us better, placed us bottom, placed us
first, placed us higher, placed us highest, placed us inadequate, placed us last, placed us lower, placed us lowest,
placed us outstanding, placed us top, placed us worse, placed us worst, placed worse, placed worst, poor performer, poor
performers, rank, ranked, ranking, rankings, ranks, rated above, rated below, rated best, rated better, rated bottom,
rated first, rated higher, rated highest, rated inadequate, rated it above, rated it below, rated it best, rated it
better, rated it bottom, rated it first, rated it higher, rated it highest, rated it inadequate, rated it last, rated it
lower, rated it lowest, rated it outstanding, rated it top, rated it worse, rated it worst, rated last, rated lower,
rated lowest, rated outstanding, rated them above, rated them below, rated them best, rated them better, rated them
bottom, rated them first, rated them higher, rated them highest, rated them inadequate, rated them last, rated them
lower, rated them lowest, rated them outstanding, rated them top, rated them worse, rated them worst, rated top, rated
us above, rated us below, rated us best, rated us better, rated us bottom, rated us first, rated us higher, rated us
highest, rated us inadequate, rated us last, rated us lower, rated us lowest, rated us outstanding, rated us top, rated
us worse, rated us worst, rated worse, rated worst, scored above, scored below, scored best, scored better, scored
bottom, scored first, scored higher, scored highest, scored inadequate, scored it above, scored it below, scored it
best, scored it better, scored it bottom, scored it first, scored it higher, scored it highest, scored it inadequate,
scored it last, scored it lower, scored it lowest, scored it outstanding, scored it top, scored it worse, scored it
worst, scored last, scored lower, scored lowest, scored outstanding, scored them above, scored them below, scored them
best, scored them better, scored them bottom, scored them first, scored them higher, scored them highest, scored them
inadequate, scored them last, scored them lower, scored them lowest, scored them outstanding, scored them top, scored
them worse, scored them worst, scored top, scored us above, scored us below, scored us best, scored us better, scored us
bottom, scored us first, scored us higher, scored us highest, scored us inadequate, scored us last, scored us lower,
scored us lowest, scored us outstanding, scored us top, scored us worse, scored us worst, scored worse, scored worst,
second to none, shining example, star department, star for, star performer, star team, star trust, star ward, stars for,
streets ahead, superior to, than all, than any other, than anywhere, than elsewhere, than every, than neighbouring, than
other, than our neighbour*, than the other, the rest are, the rest of them, the rest should, the rest were, to shame,
top *, top of the class, top of the league, top of the list, top of the region, top of the table, unbeat*, unrivalled,
way above, way ahead, way behind, way below, way better, winner, winners, wooden spoon, worse at this, worst performer*,
worst run
    """
)
ABOVE_OTHERS = terms(
    """
beat all, beat every, beat the other, beat the rest, best hospital, best in the, best of the, best trust, better than
all, better than any, better than most, better than other, better than our neighbour*, better than the other, bottom of
the, came bottom, came first, came last, came second, came third, came top, envy of, finished bottom, finished first,
finished last, finished top, league table*, miles ahead, number one, only hospital, only trust, outlier, outliers,
outperform*, put to shame, ranked, second best, second to none, second worst, top of the, way ahead, worse than all,
worse than any, worse than other, worse than our neighbour*, worst hospital, worst in the, worst of the, worst trust
    """
)
