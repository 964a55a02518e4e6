"""What stands before a list of people in minutes, and what it says of them: `Es fehlen:`, `Personnes présentes :`."""

from __future__ import annotations

import re

from tui.meeting.model import Group, Presence
from tui.papers.understanding.headings import PeopleBlock

_GERMAN_NOUNS = r"(?:\s+[^\W\d_][\w*/_-]{2,}(?::innen)?){1,2}(?=\s*(?:\(\d+\)\s*)?:)"
"""What those are of whom an adjective says that they were there or away: `Anwesende Vertreter*innen:`."""
_APOLOGIES = (
    r"(?:(?:members|councillors|governors|directors|trustees|those)\s+)?(?:(?:received\s+|sent\s+)?apologies"
    r"(?:\s+(?:for\s+absence|received|were|had\s+been|have\s+been|given|sent|noted|accepted|from|of\s+absence))*"
    r"|who\s+(?:couldn['’]t|could\s+not|can['’]t)\s+(?:make\s+it|come|be\s+there)|(?:se\s+(?:sont|est)\s+)excusée?s?"
    r"|sorry(?=\s*:)|sorry\s+not\s+to\s+be\s+there|regrets(?:\s+from)?|excused|unable\s+to\s+attend|leave\s+of\s+absence)"
    r"|afwezig(?:en)?\s+met\s+(?:kennisgeving|afbericht|bericht)|verontschuldigd(?:en)?|met\s+kennisgeving\s+afwezig"
    r"|absente?s?\s*\(\s*excusée?s?\s*\)|absent\s*\(\s*(?:with\s+)?apologies\s*\)|abwesend\s*\(\s*entschuldigt\s*\)"
    rf"|entschuldigte[nr]?{_GERMAN_NOUNS}"
    r"|(?:es\s+)?(?:fehl(?:en|te|ten)\s+)?entschuldigt(?:e[nr]?)?(?:\s+(?:sind|waren|fehl\w+|haben\s+sich"
    r"|mitglieder|räte))*|abgemeldet|entschuldigungen|dispensiert|(?:nicht\s+anwesend|abwesend)\s*(?:[/–-]|und)\s*entschuldigt|verhindert(?:\s+(?:sind|waren))?"
    r"|(?:(?:personnes?|membres?|étai(?:en)?t|absente?s?(?:\(e\))?(?:,|\s+et)?)\s+)*excusé(?:\W?e\W?)?s?(?:\(e\)s?|\(s\))?"
    r"(?:\s+avec\s+pouvoir)?|(?:étai(?:en)?t\s+)?représentée?s?|(?:a|ont)\s+donné\s+(?:leur\s+|son\s+)?(?:pouvoir|procuration)s?|(?:absente?s?\s+)?(?:ayant\s+donné\s+)?(?:pouvoirs?|procurations?)"
)
_ABSENT = (
    r"(?:(?:[A-Za-z]+\s+){0,2})(?:absent(?:ees?)?(?!\(e)|not\s+(?:present|in\s+attendance))"
    r"(?:\s+with(?:out)?\s+(?:apologies|apology|notice))?"
    rf"|(?:abwesende|unentschuldigte|nicht\s+anwesende)[nr]?{_GERMAN_NOUNS}"
    r"|afwezig(?:en)?|es\s+fehl(?:en|t|te|ten)|(?:abwesend|nicht\s+anwesend|unentschuldigt)(?:e[nr]?)?"
    r"(?:\s+(?:sind|waren|mitglieder|räte|fehl\w+))*"
    r"|(?:[^\W\d_][\w'’-]*\s+){0,3}?absent(?:\(e\)|e)?s?(?:\s+non\s+excusée?s?)?"
)
_ATTENDING = (
    r"(?:(?:also|others?|officers|staff|non[- ]?members|guests\s+and\s+staff)\s+){1,2}(?:were\s+)?"
    r"(?:present|in\s+attendance|attending)"
    r"|in\s+attendance|by\s+invitation|als\s+[^:]{3,80}?\s+(?:sind|waren)\s+anwesend"
    r"|(?:außerdem|ausserdem|weiterhin|weiter|ferner|zudem|sowie|zusätzlich|als\s+gäste)"
    r"(?:\s+(?:sind|waren|nahmen|nehmen|teil|anwesend\w*))*"
    r"|(?:von|aus)\s+der\s+verwaltung|(?:assist(?:ai)?ent|assistait|assiste|participai?ent)\s+(?:également|aussi)(?:\s+à\s+la\s+(?:séance|réunion))?"
    r"|également\s+présente?s?"
)
_GUESTS = (
    r"(?:invited\s+)?(?:guests?|visitors?)(?:\s+(?:present|in\s+attendance))?"
    r"|gäste|gast|invitée?s?(?:\(e\)s?)?|personnes\s+invitées"
)
_OBSERVERS = r"observers?(?:\s+present)?|beobachter(?:innen)?|zuhörer(?:innen)?|observat(?:eur|rice)s?"
_PRESENT = (
    r"sederunt|aanwezig(?:en)?|who\s+was\s+there|étai(?:en)?t\s+là|those\s+present(?:\s+and\s+\w+\s+a\s+quorum)?|there(?=\s*:)|here(?=\s*:)|"
    r"(?:[A-Za-z][\w'’/-]*\s+){0,4}"
    r"(?:present|attending|attended|attendees?|attendance|participants?)(?:\s+(?:were|are|was|at\s+the\s+meeting|remotely|online))*"
    rf"|(?:anwesende|teilnehmende)[nr]?{_GERMAN_NOUNS}"
    r"|(?:es\s+)?(?:(?:sind|waren)\s+)?(?:anwesend(?:e[nr]?)?|teilnehmer\w*|teilnehmende|teilgenommen|anwesenheitsliste|teilnehmerliste)"
    r"(?:\s+(?:sind|waren|mitglieder|personen|räte|stimmberechtigt|haben))*"
    r"|(?:[^\W\d_][\w'’-]*\s+){0,4}?présent(?:[.·]?e?[.·]?s?|\(e\)s?|s)"
    r"(?:\s+et\s+représentés)?|membres\s+présents"
)
_KINDS = (
    (_ATTENDING, PeopleBlock(group=Group.IN_ATTENDANCE)),
    (_APOLOGIES, PeopleBlock(presence=Presence.APOLOGIES)),
    (_ABSENT, PeopleBlock(presence=Presence.ABSENT)),
    (_GUESTS, PeopleBlock(group=Group.GUEST)),
    (_OBSERVERS, PeopleBlock(group=Group.OBSERVER)),
    (_PRESENT, PeopleBlock()),
)
_PATTERNS = [
    (re.compile(rf"(?:{words.replace('é', '[ée]').replace('É', '[ÉE]')})(?!\w)", re.IGNORECASE), block)
    for words, block in _KINDS
]
"""Capitals often stand without their accents: `ETAIENT ABSENTS`."""
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*\s*[.):]?|\(?[a-z]\))\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[:;=]|\s[–—-]+(?=\s)|\.{2,}|\.\s*$|$)\s*")
_COUNT = re.compile(r"\s*/\s*\w+(?=\s*[:;=])|\s*\((?:\d{1,3}|[^\W\d_][^():;,]{2,30})\)(?=\s*[:;=])|\s*\(\d{1,3}\)")
_FROM = re.compile(r"\b(?:from|by|were|sind|waren|étaient)$", re.IGNORECASE)
_IN_ORDER = re.compile(r"^,?\s*in\s+(?:alphabetical|no\s+particular)\s+order,?\s*", re.IGNORECASE)
_BARE = re.compile(r"\s+(?=[A-ZÄÖÜÉ])")


def label_of(text: str, *, unmarked: bool = False) -> tuple[PeopleBlock, str] | None:
    """Return what a label at a line's beginning says of the people behind it, and these; None where there is no label.

    With `unmarked`, nothing need part the two: `Apologies for absence Robin, Les`.
    """
    words = text.strip("*_# ")
    words = words[number.end() :] if (number := _NUMBER.match(words)) else words
    best: tuple[int, PeopleBlock] | None = None
    for pattern, block in _PATTERNS:
        found = pattern.match(words)
        if found and found.end() > (best[0] if best else 0):
            best = found.end(), block
    if best is None:
        return None
    rest = _IN_ORDER.sub(" ", words[best[0] :].replace("**", ""))
    rest = rest[count.end() :] if (count := _COUNT.match(rest)) else rest
    if joint := _JOINT.match(rest):
        return best[1], rest[joint.end() :].strip()
    unmarked = unmarked or _FROM.search(words[: best[0]]) is not None
    return (best[1], rest.strip()) if unmarked and _BARE.match(rest) else None
