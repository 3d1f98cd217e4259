"""Word lists for serious events: what people call them, and who looks into them."""

from __future__ import annotations

from mentor_network.confidentiality.pattern import any_of, terms

#: What people call a serious event, when something else in the sentence says that it happened.
EVENT = any_of(
    "never[ -]events?, inquests?, serious (?:[a-z]{2,12} )?incidents?, untoward incidents?, "
    "patient safety incidents?, critical incidents?, "
    "sentinel events?, psiis?, suis?, fatalit(?:y|ies), suicides?, homicides?, lawsuits?, court (?:case|hearing)s?, "
    "complaints?, grievances?, deaths?, stillbirths?, litigation, legal (?:action|proceedings|claims?), "
    "(?:negligence|clinical|compensation) claims?, (?:employment )?tribunals?, disciplinary (?:hearings?|"
    "proceedings|action|investigation), "
    "prevention of future deaths (?:report|notice|order)s?, regulation 28 (?:report|letter|notice)s?, warning notices?, "
    "wrong[ -](?:site|side|patient) [a-z]{3,12}, retained (?:swab|instrument|tampon|object|guidewire)s?, "
    "drug errors?, medication errors?, "
    "claims? against, allegations?, (?:gross )?misconduct, brain injur(?:y|ies), (?:prescribing|surgical|"
    "clinical|serious|fatal|drug chart) (?:errors?|mistakes?), "
    "claims? against, prosecutions?, falls? (?:with|causing|leading to) (?:serious )?harm, falls, "
    "missed sepsis, (?:clinical |gross )?negligence, fitness to practise, employment tribunals?, "
    "whistle-?blowing, retained [a-z]{3,12}, "
    "(?:criminal|police|external|internal|independent|formal|gmc|nmc|cqc|hsib|hssib|mnsi|coroner's|"
    "safeguarding|disciplinary) "
    "(?:investigation|inquiry|review|inspection)s?, investigations? (?:into|of|against|about|by), "
    "public inquir(?:y|ies), safeguarding (?:referral|concern|alert)s?, "
    "overdoses?, incidents?, data breach(?:es)?, assaults?, outbreaks?, cardiac arrests?, whistleblowing, "
    "missed (?:diagnosis|cancer|fracture|sepsis), gmc referrals?, referrals? to the (?:gmc|nmc|regulator|"
    "police|coroner|ombudsman)"
)

REGULATOR = any_of(
    "gmc, nmc, hcpc, general medical council, nursing and midwifery council, regulator, police, coroner, cqc, "
    "care quality commission, "
    "ombudsman, hsib, hssib, mnsi, counter fraud, courts?, crown prosecution service, cps, "
    "information commissioner, ico, safeguarding"
)

#: A sentence without any of these tells of no such event.
NEAR = terms(
    """
absconded, after action, allegation*, alleged, arrest*, assault*, attacked, barrister*, bereaved, bitten, brain injur*,
breach*, candour, case, cautioned, charged, choked, claim, claims, closed, compensation, complain*, condition*,
convicted, coroner*, court*, cqc, damages, data breach*, datix, dead, death*, debrief, deceased, detective*, diagnos*,
died, disciplin*, dismissed, dose, drowned, drug error*, enforcement, erased, error*, evening post, excluded, falls,
fatal*, fined, fitness, found inadequate, front page, gave evidence, given evidence, gmc, grievance*, gross, guilty,
hanged, harm, harmed, headline*, health and safety, homicide*, hse, hsib, hssib, impaired, improvement notice*,
inadequate, incident*, injured, inquest*, inquir*, investigat*, jailed, journalist*, judge, jury, kicked, killed,
killing, lawsuit*, lawyer*, learning response, left in, left inside, legal, litigation, local news*, local paper, local
press, local radio, lost a, lost her, lost his, lost one, lost our, lost their, magistrate*, manslaughter, mbrrace,
media, medication error*, misconduct, missed, mistake*, mnsi, morning news, mpts, narrative, negligence, never event*,
never-event*, newspaper*, nmc, no longer, ombudsman, outbreak*, overdos*, own life, own lives, pals, paper, papers,
passed away, pfd, pleaded, police, press, prevention of future, prison*, prosecut*, psii*, punched, rca, referr*,
regulation 28, regulator*, reporter*, retained, review, root cause, sacked, safeguarding, sectioned, sentinel, si, siri,
siris, sis, solicitor*, special measures, stabbed, steis, stillb*, struck, struck off, sub judice, sued, sui, suicid*,
suing, suis, suspended, tribunal*, under investigation, untoward, verdict*, warning notice*, whistle*, whistleblow*,
widow*, wrong, wrong-*
    """
)
