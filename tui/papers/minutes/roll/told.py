"""People of whom a sentence tells that they were there, in the chair or by their post, though no list has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.minutes.roll.posts import TRADE
from tui.papers.minutes.speech import sentences_of
from tui.papers.understanding.people.names import has_title, is_name
from tui.papers.understanding.people.one import Named

_CAPITALS = r"(?:[A-ZÄÖÜÉ][\w.'’-]*\s+){1,5}[A-ZÄÖÜÉ][\w'’-]+"
_PRESIDES = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Cc]haired|[Pp]resided\s+over|called\s+(?:the\s+meeting\s+)?to\s+order)\s+(?:[^.]{{0,40}}?\s)?by\s+(?:the\s+)?(?P<who>{_CAPITALS})",
        rf"(?:^|(?<=[.;]\s))(?:The\s+)?(?P<who>{_CAPITALS})(?:,\s+[^,.]{{3,40}},)?\s+(?:(?:was|were)\s+in\s+the\s+chair|took\s+the\s+chair"
        r"|presided|chaired\s+the|called\s+the\s+(?:\w+\s+){0,4}to\s+order|opened\s+the\s+meeting)",
        rf"\bsous\s+la\s+présidence\s+(?:de\s+|d['’])(?:la\s+|l['’])?(?P<who>{_CAPITALS})",
        rf"^(?P<who>{_CAPITALS})\s+(?:begrüßt\s+(?:die|alle)\b|eröffnet\s+(?:um\s+[^.]{{1,20}}\s+)?die\s+(?:Sitzung|Versammlung))",
        rf"\beröffnete?\s+(?:um\s+[^.]{{1,20}}\s+)?(?:der|die)\s+(?P<who>{_CAPITALS})\s+die\s+(?:\w*[Ss]itzung|\w*[Vv]ersammlung)\b",
        rf"\bprésidée?\s+par\s+(?P<who>{_CAPITALS})",
        rf"\bunter\s+(?:dem\s+)?(?:der\s+)?(?:Vorsitz|Leitung)\s+(?:von|des|der)\s+(?P<who>{_CAPITALS})",
    )
]
"""How minutes say in a sentence who was in the chair."""
_POST_AND_NAME = re.compile(
    r"(?:^|(?<=[.]\s))(?:The|Die|Der|Le|La)\s+(?P<post>(?:[A-Z][\w-]+\s+){0,2}?(?i:chair(?:man|woman)?|president|secretary"
    r"|treasurer|clerk|captain|vorsitzende|(?:vize)?präsident(?:in)?|obmann|obfrau|kassiere?r(?:in)?|schriftführer(?:in)?|présidente?|secrétaire|trésori(?:er|ère))),?\s+"
    r"(?P<name>(?:(?:Mrs?|Ms|Dr|Frau|Herr|M|Mme)\.?\s+)?[A-ZÄÖÜÉ][\w'’-]+(?:\s+[A-ZÄÖÜÉ][\w'’-]+){1,2}),?\s+"
    r"(?:welcomed|opened|reported|presented|took|thanked|said|gave|read|explained|begrüßt|eröffnet|berichtet|stellt|nimmt|dankt|verliest|leitet|erklärt|ouvre"
    r"|présente|accueille|remercie|rappelle)\b"
)

_WHO = r"(?P<who>[A-ZÄÖÜÉ].+?)\.?$"
_ATTENDED = [
    re.compile(pattern)
    for pattern in (
        r"\b(?:(?:were|was)\s+(?:all\s+)?(?:in\s+attendance|present|there)|(?:meeting|session|call)\s+was\s+(?:also\s+)?attended\s+by"
        rf"|[Ii]n\s+attendance\s+(?:were|was)|(?:[Tt]hose|[Mm]embers)\s+(?:present|attending|in\s+attendance)\s+(?:were|included)"
        rf"|[Pp]resent\s+(?:were|was))\s*:?\s+{_WHO}",
        rf"\b(?:[Aa]nwesend|[Ee]rschienen)\s+(?:waren|sind)\s*:?\s+{_WHO}",
        r"\b(?:[Aa]n\s+der\s+(?:Sitzung|Besprechung|Versammlung)\s+)?(?:nahmen|nehmen|haben)\s+(?P<who>[A-ZÄÖÜ][^.]+?)\s+(?:teil|teilgenommen)\b",
        rf"\b[ÉEé]tai(?:en)?t\s+présente?s?\s*:?\s+{_WHO}",
        r"^(?P<who>[A-ZÄÖÜÉ][^:;.]{5,200}?)\s+(?:attended(?:\s+the\s+(?:meeting|call))?|were\s+(?:present|in\s+attendance)|participated)\.?$",
    )
]
"""How minutes say in a sentence who was there."""


_EXCUSED = re.compile(
    r"^(?P<who>[A-ZÄÖÜÉ][^:;]{2,200}?)\s+(?:(?:est|sont|étai(?:en)?t)\s+(?:également\s+|aussi\s+)?(?:absente?s?\s+(?:et\s+)?)?excusée?s?"
    r"|(?:ist|sind|war|waren)\s+(?:ebenfalls\s+|auch\s+)?(?:entschuldigt|(?:dienstlich\s+)?verhindert))\.?$"
)
"""How minutes say in a sentence who sent apologies."""
_EXCUSES = re.compile(
    r"\b(?:excuse(?:nt)?\s+(?:les\s+(?:personnes|membres)\s+)?suivant(?:e?s)?|se\s+sont\s+excusée?s)\s*:\s+(?P<who>[A-ZÀ-Ý][^:;]+)$"
)
"""Whom somebody excuses, behind a colon: `Anne excuse les personnes suivantes : …`."""


def excused(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Named]]:
    """Return those of whom a sentence says that they are excused: `Mmes Roe et Lowe sont absentes excusées`."""
    for passage in passages:
        for sentence in sentences_of(passage.text) if not (passage.cells or passage.person) else ():
            found = _EXCUSED.match(sentence) or _EXCUSES.search(sentence)
            told = (people_of_list(found["who"]) or ()) if found else ()
            titled = found is not None and has_title(found["who"])
            if all(titled or is_name(one.name) or has_title(one.name) for one in told):
                yield from ((passage, one) for one in told)


_GREETED = re.compile(
    r"\bbegrüßte?\s+(?:(?:sehr|recht|herzlich|zu\s+Beginn|auch|besonders|insbesondere|als\s+G[aä]ste?|alle|die|den|das|anwesenden?|erschienenen)\s+)*"
    r"(?=(?:\w*[Mm]itglieder|Anwesenden|\w*[Vv]ertreter(?:innen)?|G[aä]st|Damen|Herren|Teilnehmer\w*|Herrn|Frau)\b)(?P<who>(?:[^.;:]|(?:(?<=Bgm)|(?<=Vors)|(?<=stellv)|(?<=Dr)|(?<=Prof)|(?<=Ing))\.)+)"
)
"""Whom the chair greets, in German minutes: the members, and guests by their names."""
_BY_NAME = re.compile(
    r"(?:^|(?:,|\bund|\bsowie)\s+(?:besonders\s+|auch\s+)?)(?P<title>Herrn?|Frau)\s+(?:(?:Dr\.|Prof\.|[A-ZÄÖÜ]{2,5})\s+)*"
    r"(?P<name>[A-ZÄÖÜ][\w'’-]+(?:\s+[A-ZÄÖÜ][\w'’-]+){0,2})(?=\s*(?:,|$|\bund\b|\bsowie\b|\bals\b|\bvo[nm]\b|\())"
)

_BOTH = re.compile(
    r"(?:^|,\s+|\bsowie\s+)(?:die\s+)?Herren\s+(?P<one>[A-ZÄÖÜ][\w'’-]+)\s+und\s+(?P<two>[A-ZÄÖÜ][\w'’-]+)"
)
_BY_POST = re.compile(
    r"(?:^|(?:,|\bund|\bsowie)\s+)(?:de[nmr]\s+|die\s+)?(?P<post>[A-ZÄÖÜ][\w-]+)\s+(?P<name>[A-ZÄÖÜ][\w'’-]+(?:\s+[A-ZÄÖÜ][\w'’-]+){1,2})"
    r"(?=\s*(?:,|$|\bund\b|\bsowie\b))"
)


def greeted(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Named]]:
    """Return whom the chair greets by name: `Der Vorsitzende begrüßt die Mitglieder, Herrn Roe und Frau Lowe`."""
    for passage in passages:
        found = _GREETED.search(passage.text) if not (passage.cells or passage.person) else None
        yield from ((passage, one) for one in (_greeted_in(found["who"]) if found else ()))


def _greeted_in(words: str) -> Iterator[Named]:
    """Return those whom a greeting names, by a title or by a post before a whole name."""
    for one in _BY_NAME.finditer(words):
        yield Named(name=f"{'Frau' if one['title'] == 'Frau' else 'Herr'} {one['name']}")
    for both in _BOTH.finditer(words):
        yield from (Named(name=f"Herr {name}") for name in both.groups())
    for one in _BY_POST.finditer(words):
        if TRADE.fullmatch(one["post"]) and is_name(one["name"]):
            yield Named(name=one["name"], capacity=one["post"])


def attending(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Named]]:
    """Return those of whom a sentence says that they were there: `It was attended by Ann Lowe and Ben Roe`."""
    for passage in passages:
        for sentence in sentences_of(passage.text) if not (passage.cells or passage.person) else ():
            found = next((one for pattern in _ATTENDED if (one := pattern.search(sentence))), None)
            told = people_of_list(found["who"]) if found else None
            if told and len(told) > 1 and all(is_name(one.name) for one in told):
                yield from ((passage, one) for one in told)


def presiding(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Named]]:
    """Return who presided, as a sentence says it: `called to order by Mayor Ann Lowe`, `sous la présidence de …`."""
    for passage in passages:
        for found in (one for pattern in _PRESIDES if (one := pattern.search(passage.text)) and not passage.cells):
            told = people_of_list(found["who"])
            if told is not None and len(told) == 1 and is_name(told[0].name):
                yield passage, told[0]


def narrated(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Named]]:
    """Return those who open a sentence with post and name, where minutes have no list: `The Chair, Ann Lowe, …`."""
    for passage in passages:
        for found in _POST_AND_NAME.finditer(passage.text) if not passage.cells else ():
            if is_name(found["name"]):
                yield passage, Named(name=found["name"], capacity=found["post"])
