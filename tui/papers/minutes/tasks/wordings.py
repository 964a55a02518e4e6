"""How minutes word that somebody is to do something, in English, German and French, where no `to` says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHO = r"(?P<who>(?:[A-Z]{1,2}\.\s?|Mme\.?\s|(?:Dr|Cllr|Mrs?|Ms)\.\s){0,3}[^.:;,()→]{2,60}?(?:\s[A-ZÉ]\.)?)"
_CHARGED = [
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[,;:]\s+|\bthat\s+|\band\s+){_WHO}\s+(?:was|were|is|are|has been|have been)\s+(?:\w+ly\s+)?"
        r"(?:asked|requested|instructed|directed|tasked|charged|delegated|mandated)\s+(?:to\s+[a-z]|with\s+\w+ing\b)",
        rf"\b(?:agreed|resolved|decided)\b[^.;]{{3,160}}?\band\s+that\s+{_WHO}\s+(?:should|would|will)\s+(?!be\b|have\b|not\b)[a-z]",
        rf"^{_WHO}\s+agreed\s+with\s+[^.:;,]{{3,40}}\s+to\s+(?!be\b)[a-z]",
        rf"\b(?:[Dd]irected|[Ii]nstructed|[Tt]asked|[Mm]andated)\s+{_WHO}\s+to\s+[a-z]",
        rf"^(?:The\s+)?(?:Council|Board|Committee|Members|Governors|Trustees|Chair(?:man)?|Meeting|Panel|Directors)\s+"
        rf"(?:asked|requested)\s+{_WHO}\s+to\s+(?!explain|clarify|confirm\b|say|know)[a-z]",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:wird|werden|wurden?|ist|sind)\b(?:[^.]|(?<=\d)\.){{0,80}}?\b(?:beauftragt|gebeten|aufgefordert)\b",
        rf"\bbeauftragt(?:e|en)?\s+(?:d(?:en|ie|as)\s+){_WHO},?\s+(?:[^.]|(?<=\d)\.){{3,160}}\bzu\s+[a-zäöü]+en\b",
        rf"\bbeauftragt(?:e|en)?\s+(?:d(?:en|ie|as)\s+){_WHO},\s+(?:[^.]|(?<=\d)\.){{3,160}}[a-zäöü]zu[a-zäöü]+en\b",
        rf"^{_WHO}\s+sag(?:t|te|en|ten)\b(?:[^.]|(?<=\d)\.){{0,40}}?\bzu,\s+(?:[^.]|(?<=\d)\.){{3,160}}(?:\bzu\s|zu)[a-zäöü]+en\b",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:est|sont|a été|ont été)\s+(?:chargée?s?|mandatée?s?)\s+(?:de\s|d['’])",
    )
]
"""Wordings that hand out a task, to an office too."""

_DOES = (
    r"(?:kümmer(?:t|n)\s+sich|setz(?:t|en)\s+sich\s+(?:mit|in)\b|nimmt\s+Kontakt|besorg(?:t|en)|bestell(?:t|en)"
    r"|organisier(?:t|en)|reservier(?:t|en)|übernimmt\s+(?:das|den|die)\s+(?!(?:Moderation|\w*[Ll]eitung|Protokoll\w*|Vorsitz)\b)|hol(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\bein\b)"
    r"|forder(?:t|n)\b(?=(?:[^.]|(?<=\d)\.)*\ban\b)|soll(?:en)?\s)"
)
"""Verbs that in minutes tell of a task and hardly ever of what was said, in the present tense."""
_MAY_DO = (
    r"(?:erkundig(?:t|en)\s+sich|buch(?:t|en)|verschick(?:t|en)|versende(?:t|n)"
    r"|schick(?:t|en)|schreib(?:t|en)|klär(?:t|en)|prüf(?:t|en)|erstell(?:t|en)|erarbeite(?:t|n)|entwirft|entwerfen"
    r"|überarbeite(?:t|n)|aktualisier(?:t|en)|informier(?:t|en)|kontaktier(?:t|en)|recherchier(?:t|en)|mahn(?:t|en)"
    r"|veranlass(?:t|en)|lädt\b(?=(?:[^.]|(?<=\d)\.)*\bein\b)|frag(?:t|en)\s+(?:(?:bei|beim|noch|einmal)\b|(?:den|die|das|de[rm])\s)"
    r"|spr(?:icht|echen)\b(?=(?:[^.]|(?<=\d)\.)*\ban\b)|ruf(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\ban\b)|häng(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\baus\b)"
    r"|bereite(?:t|n)\b(?=(?:[^.]|(?<=\d)\.)*\bvor\b)|leite(?:t|n)\b(?=(?:[^.]|(?<=\d)\.)*\bweiter\b)|meld(?:et|en)\b(?=(?:[^.]|(?<=\d)\.)*\b(?:an|sich)\b)"
    r"|reich(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\b(?:ein|nach)\b)|leg(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\bvor\b)|stell(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\bzusammen\b)"
    r"|(?:schau(?:t|en)|sieht|hak(?:t|en))\b(?=(?:[^.]|(?<=\d)\.)*\bnach\b(?!\s+(?:vorne|oben|unten)))"
    r"|frag(?:t|en)\s+(?:nochmals?\b|mal\b|(?:Herrn\s+|Frau\s+)?[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?\s+wegen\b)|kauf(?:t|en)\b|bau(?:t|en)\b(?!\s+auf\b)"
    r"|bring(?:t|en)\b(?=(?:[^.]|(?<=\d)\.)*\bmit\b)|muss\s|müssen\s|wird\b(?=(?:[^.]|(?<=\d)\.)*\s(?!\w*ge)[a-zäöü]{3,}en\b\.?$))"
)
"""Verbs that may tell of either."""
_SOON = (
    r"(?:morgen|nochmal|noch\s+(?:ein)?mal|zeitnah|demnächst|umgehend|schnellstmöglich|kurzfristig|heute\s+noch|nächste\s+Woche"
    r"|diese\s+Woche|bis\s+(?:zu[rm]?|nächste\w*|Ende|Anfang|Mitte|heute|morgen|Mo|Di|Mi|Do|Fr|Sa|So)\w*|dann\s+(?:in|an|bei|mit))\b"
)
"""When something told in the present tense is still to be done."""
_SAYS = (
    r"(?:hat|ist|war|hatte|will|kann|möchte|würde|darf|wird|soll|muss|sagt|erklärt|meint|findet|denkt|betont|berichtet|fragt"
    r"|erinnert|bittet|weist|geht|kommt|steht|gibt|findet|zeigt|liegt|läuft|bleibt|startet|beginnt|endet|nicht|wurde|werden)"
)
_BEGINS = r"(?:^|[,;:]\s+|\s[–—-]\s+|→\s*)"
_CARES = re.compile(
    r"^(?P<who>(?:[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ]\.?)(?:(?:,\s+|\s+(?:und|&)\s+)[\w-]+){0,3})\s+(?:kümmer(?:t|n)\s+sich\s+um|ist\s+dran\b|sind\s+dran\b)"
)
"""A wording so sure that whoever it names takes something on, though nobody else names them."""
_PROMISED = [
    re.compile(pattern)
    for pattern in (
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:has\s+|have\s+)?(?:agreed|volunteered|undertook|undertaken|promised)\s+to\s+"
        r"(?!be\b|differ\b|continue\b|remain\b|stand\b)[a-z]",
        rf"{_BEGINS}{_WHO}\s+{_DOES}",
        rf"(?:→\s*|^[A-ZÄÖÜ][\w -]{{2,30}}:\s+){_WHO}\s+{_MAY_DO}",
        rf"(?:^|[,;]\s+){_WHO}\s+(?!{_SAYS}\b)[a-zäöü]{{2,}}(?:t|en)\s+(?:[^.,;]{{0,40}}\s)?{_SOON}",
        rf"^{_WHO}:\s+(?i:{_DOES}|{_MAY_DO})",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:se\s+charge(?:nt)?|se\s+chargera(?:ont)?)\s+(?:de\s|du\s|des\s|d['’])",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:s['’]occupe(?:nt)?|se\s+propose(?:nt)?|accepte(?:nt)?)\s+(?:de\s|d['’])"
        r"(?!la\b|le\b|l['’])",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:s['’]occupe(?:nt)?\s+d|s['’]engage(?:nt)?\s+à\s|(?:doi(?:t|vent)|devra|devront)\s+"
        r"(?!être\b|avoir\b))",
    )
]
"""Wordings by which somebody who is there takes a task on."""

_FUTURE = re.compile(
    rf"(?:^|[,;:]\s+){_WHO}\s+(?:(?:les|le|la|lui|leur|y|en|se|nous|vous)\s+|[lsny]['’])?(?!sera\b|aura\b|seront\b|auront\b|pourra\b|pourront\b|faudra\b|ira\b|restera\b"
    r"|resteront\b|coûtera\b|débutera\b|commencera\b)[a-zéèêîôûçà]{2,}(?:ra|ront)\b"
)
"""What somebody will do, in French."""
_CONCLUDED = re.compile(
    rf"^[A-ZÉ][\w ]{{3,30}}?\s?:\s+{_WHO}\s+"
    r"(?:re)?(?:contacte|envoie|appelle|relance|prépare|rédige|achète|réserve|imprime|gère)(?:nt)?\s"
)
"""What somebody does, behind the word for what came of it: `Conclusion : Anne contacte …`."""
_FORETOLD = [
    re.compile(pattern)
    for pattern in (
        rf"{_BEGINS}{_WHO}\s+{_MAY_DO}",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:va|vont)\s+(?!(?:être|avoir|devoir|pouvoir|falloir|continuer|rester)\b)[a-zéèê]{{2,}}(?:er|ir|re|oir)\b",
        rf"(?:^|[,;:]\s+){_WHO}\s+se\s+renseigne(?:nt)?\b",
        rf"(?:^|[,;:]\s+){_WHO}\s+(?:re)?(?:contacte|envoie|appelle|relance|prépare|rédige|achète|réserve|imprime)(?:nt)?\s+"
        r"(?!(?:sur|à\s+ce\s+que)\b)[\w«]",
        r"^[A-ZÄÖÜ](?:[^;:.]|(?<=\d)\.){2,120}?\s(?:wird|werden)\s+(?:auch\s+|dann\s+)?(?:Herr\s+|Frau\s+)?"
        r"(?P<who>[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?(?:\s+und\s+[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?)?)\s+(?:[^;:.]|(?<=\d)\.){2,160}"
        r"\s(?!\w*ge[a-zäöü]{3,}en\b|(?:werden|worden|sein|haben|können|müssen|bleiben|kommen|fehlen|teilnehmen)\b)[a-zäöü]{2,}(?:en|ern|eln)\.?$",
        rf"{_BEGINS}{_WHO}\s+offered\s+to\s+(?!be\b)[a-z]",
        rf"{_BEGINS}{_WHO}\s+(?:has|have|is|are|said|can|had|offered|suggested|thought|reported|confirmed|explained|advised|noted)\b[^.;]{{3,100}}"
        r"\s(?:and|who|which\s+s?he)\s+will\s+(?!be\b|have\b|need\b|continue\b|remain\b)[a-z]",
    )
]
"""Wordings of what somebody is going to do, in papers that mark none of it."""

OFFICE = re.compile(
    r"(?:staff|officers?|(?:deputy |parish |town )?clerk|secretariat|secretary|treasurer|chair(?:man|woman)?"
    r"|(?:co-?)?chairs|editors?|authors?|scribes?|administration|management|caretaker|verwaltung|vorstand|verwalter(?:in)?|hausverwaltung|geschäftsführ(?:ung|er|erin)"
    r"|geschäftsstelle|bauhof|sekretariat|schulleitung|schriftführer(?:in)?|kassier(?:er|erin)?|beirat|mairie|direction|bureau"
    r"|syndic|conseil syndical|secrétariat|secrétaire|trésori(?:er|ère)|commune|municipalité|directeur|directrice"
    r"|gardien(?:ne)?"
    r"|.{2,30}\s(?:committee|group|team|panel|office|department|officer|manager|secretary|clerk|commission)"
    r"|[A-Za-zäöüß-]{3,24}(?:amt|verwaltung|ausschuss|gruppe|leitung|leiter|leiterin|abteilung)"
    r"|(?:commission|comité|groupe de travail|service)\s.{2,30})",
    re.IGNORECASE,
)
"""An office, or a group, that somebody's task may be of though nobody who was there holds it."""
ARTICLE = re.compile(r"^(?:(?:the|der|die|das|den|dem|le|la|les)\s+|l['’])", re.IGNORECASE)


def charged(sentence: str) -> Iterator[str]:
    """Return whom a sentence may charge with a task: `The Clerk was asked to …`, `Der Rat beauftragt die …`."""
    return _those(_CHARGED, sentence)


def promised(sentence: str) -> Iterator[str]:
    """Return who may take a task on in a sentence: `Ann offered to …`, `Frau Kern kümmert sich um …`."""
    return _those(_PROMISED, sentence)


def cares(sentence: str) -> str:
    """Return who takes care of something by a sentence's own words, whoever that is: `Flip kümmert sich um …`."""
    found = _CARES.match(sentence)
    return found["who"] if found else ""


def foretold(sentence: str) -> Iterator[str]:
    """Return of whom a sentence may say what they are going to do: `La mairie enverra …`."""
    return _those([*_FORETOLD, _FUTURE], sentence)


def foretold_in_french(sentence: str) -> Iterator[str]:
    """Return of whom a sentence says in the future what they will do: `Anne et Luc approcheront …`."""
    return _those([_FUTURE, _CONCLUDED], sentence)


def _those(patterns: list[re.Pattern[str]], sentence: str) -> Iterator[str]:
    for pattern in patterns:
        if found := pattern.search(sentence):
            yield ARTICLE.sub("", found["who"].strip())
