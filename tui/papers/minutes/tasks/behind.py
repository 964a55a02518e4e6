"""Tasks behind whose words their owner stands: `Relancer le fournisseur (Paul)`, `The list will be kept by Ann`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.papers.minutes.tasks.verbs import INFINITIVE, VERB
from tui.papers.understanding.people.first_names import is_first_name

_LAST = r"\s*(?:\((?P<round>[^()]{2,60})\)|\s[–—-]\s(?P<dash>[^–—():]{2,40})|\s?:\s(?P<colon>[^():]{2,40}))\s*\.?$"
_WHAT = r"(?:the|an?|all|any|our|their|his|her|its|this|that|these|up|out|with|whether|two|three|\d+)\b"
_SURELY = (
    r"(?:arrange|ask|bring|buy|circulate|clarify|collect|compile|create|distribute|enquire|ensure|establish|explore|find|gather"
    r"|get|identify|inform|inquire|investigate|invite|liaise|obtain|organi[sz]e|prepare|provide|publish|remind|send|submit|write)\b"
)
"""English verbs that are no nouns: `Report` and `Contact` may head what somebody said."""
_FRENCH_WHAT = (
    r"(?:(?:de|du|des|le|la|les|une?|à|aux?|ce|cet|cette|ces|leurs?|son|sa|ses|nos|notre|vos|votre|deux|trois|avec|pour|chez|auprès|en"
    r"|sur|tous|toutes)\b|[ld]['’])"
)
_FRENCH_TASK = re.compile(
    rf"^(?:À\s+)?{INFINITIVE}\s(?=(?:du|des|le|la|les|une?|ce|cet|cette|ces|leurs?|son|sa|ses|nos|notre|vos|votre)\b|l['’])(?![^.]*\?)"
)
_FRENCH_HELD = re.compile(
    rf"^(?:À\s+)?{INFINITIVE}\s(?={_FRENCH_WHAT})[^.;:!?()]{{2,120}}?\((?P<round>[^()]{{2,40}})\)(?=\s*[,;.]|\s+(?:et|pour|avant)\b)"
)
"""A French infinitive with whoever is to do it in brackets within its words."""
_TO_BE_DONE = re.compile(rf"^[A-ZÀ-Ý][^.;:!?()]{{3,120}}?\sà\s{INFINITIVE}\s*:\s*(?P<who>[^.:;()]{{2,60}})\.?$")
"""What is still to be done, and behind a colon by whom: `Liste à relire : Paul`."""
_GERMAN_STATE = r"(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten)"
_GERMAN_DONE = (
    r"(?:\w*ge[a-z]{3,}en|\w*(?:schlossen|schieden|sprochen|schoben|funden|handen|standen|kommen|gessen|loren|nommen|worden"
    r"|wesen|fehlen|offen|gegen|wegen|neuen|alten))"
)
_DEEDS = [
    re.compile(pattern)
    for pattern in (
        rf"^(?i:{VERB}\s(?={_WHAT})|{_SURELY}\s)[^.;:!?()]{{3,200}}?{_LAST}",
        rf"^(?:À\s+)?{INFINITIVE}\s(?={_FRENCH_WHAT})[^.;:!?()]{{2,200}}?{_LAST}",
        rf"^(?!(?:\w+\s+){{1,12}}{_GERMAN_STATE}\b)[A-ZÄÖÜ][^.;:!?()]{{3,200}}\s(?!{_GERMAN_DONE}\b)"
        rf"[a-zäöü]{{2,}}(?:[^\W\d_]en|ern|eln){_LAST}",
    )
]
"""An imperative or an infinitive with what is to be done, and behind it whose that is."""
_BIDDEN = re.compile(
    rf"\s[–—-]\s(?P<who>[A-ZÄÖÜÉ][\w'’-]*(?:\s+[A-ZÄÖÜÉ][\w'’-]*)?)\s*:\s+(?i:{_SURELY}|reach\s+out\b|{VERB}\s(?={_WHAT}))"
)
"""Somebody behind a dash, and what they are bidden to do: `The gate is old – Tom: ring the yard`."""
_WHO = r"(?P<who>[A-ZÄÖÜÉ][\w.'’-]*(?:(?:\s+|\s*(?:,|/|&)\s*|\s+(?:and|und|et)\s+)[A-ZÄÖÜÉ][\w.'’-]*){0,5})"
_ENDS = r"(?=\s*(?:[,;()]|[.…]*$)|\.?\s+(?:by|before|and\s+will|avant|pour|bis|–|-)\s)"
_NO_DEED = (
    r"(?:discussed|considered|attended|represented|replaced|succeeded|joined|affected|followed|decided|elected|judged"
    r"|approved|covered\s+up|debated|accompanied|welcomed|opened|closed|chaired|paid|seconded|proposed|voted)"
)
_DONE_BY = [
    re.compile(pattern)
    for pattern in (
        rf"\bwill\s+(?:also\s+|then\s+)?be\s+(?:\w+ly\s+)?(?!{_NO_DEED}\b)[a-z-]+(?:ed|en|ne|un|de|nt|pt|ld)\b(?:\s+\w+){{0,3}}?\s+by\s+{_WHO}{_ENDS}",
        r"\b(?:sera|seront)\s+(?:(?:également|aussi|ensuite|donc)\s+)?(?!(?:représenté|remplacé|élu|suivi|voté|approuvé|présidé|accueilli)e?s?\b)"
        rf"[a-zéèêç]+(?:é|i|it|is|u|ert)e?s?\b[^.;:()]{{0,60}}?\spar\s+(?:(?:M\.|Mme|Mlle)\s+)?{_WHO}(?:{_ENDS}|\s+avant\b)",
        rf"\b(?:wird|werden)\s+(?:[^.;:()]{{0,60}}\s)?von\s+(?:(?:Herrn|Frau)\s+)?{_WHO}\s+(?:[^.;:()]{{0,40}}\s)?"
        r"(?:übernommen|erledigt|organisiert|vorbereitet|besorgt|bestellt|geklärt|angefragt|eingeholt|verschickt|erstellt|gekauft)\b",
    )
]
"""What will be done, and by whom."""


def deed_before(sentence: str) -> str:
    """Return whom words name behind what is to be done; none where they are no deed: `Ring the yard (Ann)`."""
    if done := _TO_BE_DONE.match(sentence) or _FRENCH_HELD.match(sentence):
        return done.group(1)
    found = next((one for pattern in _DEEDS if (one := pattern.match(sentence))), None)
    found = None if is_first_name(sentence.split()[0]) else found
    return next((one for one in (found["round"], found["dash"], found["colon"]) if one), "") if found else ""


def is_task_in_french(sentence: str) -> bool:
    """Whether words begin as a task does in a French list, whoever has it: `Relancer le fournisseur`."""
    return _FRENCH_TASK.match(sentence) is not None


def bidden(sentence: str) -> str:
    """Return who is bidden to do something behind a dash; empty where nobody is."""
    found = _BIDDEN.search(sentence)
    return found["who"] if found else ""


def done_by(sentence: str) -> Iterator[str]:
    """Return by whom a sentence says that something will be done: `Les statuts seront modifiés par Luc`."""
    for pattern in _DONE_BY:
        if found := pattern.search(sentence):
            yield found["who"].strip(" .")
