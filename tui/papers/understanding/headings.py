"""The headings of a paper: what opens the list of items, and what the people under a heading are."""

from __future__ import annotations

import re
from functools import cache

from tui.meeting.languages.languages import words_of
from tui.meeting.model import Group, Presence, Value
from tui.papers.reading.lines import without_emphasis


class PeopleBlock(Value, frozen=True, kw_only=True):
    """What the people under a heading are."""

    group: Group = Group.MEMBER
    presence: Presence = Presence.PRESENT


_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")
"""Letters set apart, as in `A G E N D A`."""
_SPACED_BEFORE = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?=\s+[–—(-])")
"""The same before what is said of it: `A G E N D A – 4 June`."""
_AGENDA = re.compile(
    r"(?:(?:draft|revised|final|public|provisional|proposed|open|meeting|full|standing|example|sample|today['’]s)\s+)*agenda(?:\s+items?)?(?:\s+so\s+far)?(?:\s*(?:[–—(-]|\bfor\b|\bof\b).*)?"
)
_TIMED = re.compile(r"[(\[][^()\[\]]{0,12}\bmin\w*\.?[)\]]", re.IGNORECASE)
"""What an item may last, before or behind its words."""
_JOINED = re.compile(r"\s*(?:[/&,;]|\b(?:and|und|et|y|en|a)\b)\s*")
"""What stands between several items in one line: `Call to order / Roll call`."""
_INCLUSIVE = re.compile(r"(?<=[^\W\d_])(?:[.·•*_:/-]innen\b|([.·•-])e(?:\1?s)?\b|\((?:e|es|s)\)s?)")
"""Endings for men and women: `Présent.e.s`, `Excusé(e)s`, `Teilnehmer*innen`."""
_PICTURES = re.compile(r"^[^\w\s!-/:-@\[-`{-~]+\s*|\s*[^\w\s!-/:-@\[-`{-~]+$")
"""Pictures around a heading: `📌 Orden del día`."""
_KEY_OF_INITIALS = frozenset({"key", "key to initials", "initials", "abbreviations", "legende", "légende", "allwedd"})
_LEADS_IN = re.compile(
    r"(?:the|our|die|el|la|l['’]|y)\s*(?:[^\W\d_]+\s+){0,3}?"
    r"(?:agenda|business|tagesordnung|ordre du jour|orden del d[ií]a|rhaglen)\b[^.;:]{0,60}:$",
    re.IGNORECASE,
)
_MORE_ITEMS = re.compile(
    r"(?:carried over|(?:old|new|unfinished|other|previous|any other|standing)\s+(?:business|items|topics|matters)|aob"
    r"|any other business|public hearings?|hearings|consent (?:agenda|items|calendar)|action items|formal business"
    r"|(?:regular|general|discussion|decision) (?:business|items)|standing items|updates|reports|open floor"
    r"|open questions|round table|verschiedenes|divers|questions diverses|ruegos y preguntas)",
    re.IGNORECASE,
)
"""Headings that go on with the items beside the heading that opened them."""
_APOLOGIES = PeopleBlock(presence=Presence.APOLOGIES)
_ATTENDING = PeopleBlock(group=Group.IN_ATTENDANCE)
_BY_FIELD = {
    "members": PeopleBlock(),
    "attending": _ATTENDING,
    "guests": PeopleBlock(group=Group.GUEST),
    "observers": PeopleBlock(group=Group.OBSERVER),
    "apologies": _APOLOGIES,
    "absent": PeopleBlock(presence=Presence.ABSENT),
}
_LIKELY = (
    (re.compile(r"\b(?:apolog|regret|leave of absence|entschuldigt|excusé|afgemeld|verhinderd)"), _APOLOGIES),
    (
        re.compile(
            r"\b(?:can(?:no|['’]?)t|unable|not (?:coming|attending|able)|away|declined|on leave|sick|krank|urlaub)\b"
        ),
        _APOLOGIES,
    ),
    (re.compile(r"^who(?:['’]s coming)?$"), PeopleBlock()),
    (
        re.compile(r"\b(?:absent|absents|absente?s|ausentes?|absence|not present|absentees|not in attendance)\b"),
        PeopleBlock(presence=Presence.ABSENT),
    ),
    (re.compile(r"\b(?:members|councillors|governors|trustees|directors)\s+(?:invited|expected)\b"), PeopleBlock()),
    (re.compile(r"\b(?:employers?|management|staff|union|labour)(?:['’]?s?['’]?) side\b"), PeopleBlock()),
    (re.compile(r"\b(?:guest|visitor|invite|invited|speaker)s?\b"), PeopleBlock(group=Group.GUEST)),
    (re.compile(r"\bobserv"), PeopleBlock(group=Group.OBSERVER)),
    (
        re.compile(
            r"\b(?:public|press)\b(?! (?:hearing|comment|participation|forum|session|question|business|meeting))"
        ),
        PeopleBlock(group=Group.PUBLIC),
    ),
    (
        re.compile(
            r"\b(?:in attendance|liaison|management(?!\s)|also (?:present|in|at|invited|attending)|officers?"
            r"|staff(?!\s+(?:governor|member|trustee|representative))|advis[eo]rs?|non-members?|substitutes?|reserves)\b"
        ),
        _ATTENDING,
    ),
    (
        re.compile(
            r"\b(?:present|attend\w*|members?|councillors?|governors?|trustees?|directors?|participants?|people|committee|board|panel"
            r"|teilnehm\w+|anwesend\w*|mitglieder|aanwezig\w*|deelnemers|participantes?|membres|asistentes|presentes|présente?s?|asistencia|asistieron|présences|anwesenheit|aelodau|roster)\b"
        ),
        PeopleBlock(),
    ),
)


@cache
def _exact() -> dict[str, PeopleBlock]:
    found = {word: block for field, block in _BY_FIELD.items() for word in words_of(field)}
    return found | {"public": PeopleBlock(group=Group.PUBLIC), "members of the public": PeopleBlock(group=Group.PUBLIC)}


def name_of_block(heading: str) -> str:
    """Return a heading as the names of blocks are written."""
    name = " ".join(without_emphasis(heading.strip()).strip("*_:#. ").casefold().split())
    name = _INCLUSIVE.sub("", _PICTURES.sub("", name))
    name = _SPACED_BEFORE.sub(lambda found: found[0].replace(" ", ""), name, count=1)
    return name.replace(" ", "") if _SPACED.fullmatch(name) else name


def opens_agenda(heading: str) -> bool:
    """Whether a heading opens the list of items, or a short sentence does: `The agenda is as follows:`."""
    if len(heading) > 120:
        return False
    if heading.rstrip().endswith(":") and _LEADS_IN.match(heading.strip()):
        return True
    name = name_of_block(heading)
    return name in words_of("agenda") or _AGENDA.fullmatch(name) is not None or _is_bilingual(name)


def _is_bilingual(name: str) -> bool:
    """Whether a heading says the word for an agenda in two languages: `Rhaglen / Agenda`."""
    words = [word.strip() for word in re.split(r"[/|]", name)]
    return len(words) > 1 and all(word in words_of("agenda") for word in words)


def names_agenda(heading: str) -> bool:
    """Whether a heading is the word for an agenda and nothing else: `AGENDA`, `Tagesordnung:`."""
    return name_of_block(heading) in words_of("agenda")


def is_first_item(words: str) -> bool:
    """Whether words are an item that a list often begins with: `Call to Order`, `Roll call: the Clerk`."""
    words = _TIMED.sub("", words.partition(":")[0]) if len(words) < 200 else ""
    name = name_of_block(words)
    pieces = _JOINED.split(name)
    return name in words_of("openers") or (len(pieces) > 1 and all(piece in words_of("openers") for piece in pieces))


def goes_on_agenda(heading: str) -> bool:
    """Whether a heading beside that of the agenda stands over more items: `New business`, `Carried over`."""
    return _MORE_ITEMS.fullmatch(name_of_block(heading)) is not None


def is_timed(heading: str) -> bool:
    """Whether a heading says how long what stands below it may last, as an item does: `[10 min] Accounts`."""
    return _TIMED.search(heading) is not None


def opens_key_of_initials(heading: str) -> bool:
    """Whether a heading stands above the initials that stand for people."""
    return name_of_block(heading) in _KEY_OF_INITIALS


def block_of(heading: str, *, likely: bool = False) -> PeopleBlock | None:
    """Return what the people under a heading are; with `likely`, of one that only speaks of people, too."""
    if len(heading) > 120:
        return None
    name = name_of_block(heading)
    exact = _exact()
    if name in exact or not likely or len(name) > 60:
        return exact.get(name)
    return next((block for words, block in _LIKELY if words.search(name)), None)
