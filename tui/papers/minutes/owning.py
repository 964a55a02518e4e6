"""Whose an action is and by when, from its words and from what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from tui.errors import BadInput
from tui.meeting.capture.owners import worded_owners
from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.dates.moments import moments_in
from tui.meeting.model import Due, Meeting, Value
from tui.meeting.people.directory import ALL, Directory
from tui.meeting.people.roles import is_post
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.tasks.wordings import OFFICE
from tui.papers.minutes.words import FOR_ALL
from tui.papers.understanding.people.names import is_name, without_title

_NAME = (
    r"(?:(?:the\s+)?(?:(?:Cllrs?|Mrs?|Ms|Miss|Dr|Prof|Rev|Frau|Herrn?|Mme|M"
    r"|Mlle)\.?\s+)?[A-ZÄÖÜÉÈ][\w.'’-]*(?:\s+(?:de|von|van|der|of|du|la)?\s?[A-ZÄÖÜÉÈ][\w.'’-]*){0,3})"
)
_NAMES = rf"{_NAME}(?:\s*(?:,|/|&|\+|\band\b|\bund\b|\bet\b)\s*{_NAME}){{0,5}}"
_JOINTS = re.compile(r"\s*(?:,\s*(?:and|und|et)?\b|/|&|\+|;|\band\b|\bund\b|\bet\b)\s*")
_TO = re.compile(
    rf"^(?P<who>{_NAMES}|(?i:all|everyone|the)(?:\s+\w+){{0,2}})\s+(?:to\s+(?!(?:the|a|an|this|that|these|our|his|her|their|its|be)\b)|will\s+|shall\s+|must\s+)(?=[a-z])"
)
_AT = re.compile(r"^(?P<who>@[\w.-]*\w(?:\s*(?:,|/|&|\band\b|\bund\b|\bet\b)\s*@[\w.-]*\w)*)\s*:?\s+(?=\S)")
_COLON = re.compile(
    rf"^(?:for\s+|für\s+|pour\s+)?(?P<who>{_NAMES}|all|alle|tous)\s*(?::|\s[–—-]\s)\s*(?![£$€])(?=\S)", re.IGNORECASE
)
_HANDLE = re.compile(r"@([\w.-]*\w)")
"""Somebody by the name that a forge or a chat knows them by."""
_OWNER_WORD = (
    r"(?:owner|lead|responsible|responsibility|by|by whom|action|action by|durch|verantwortlich\w*"
    r"|verantw\.?|zuständig\w*|wer|resp(?:onsable|\.)?|pilote|porteur|par|qui|assigned to)"
)
_BEHIND = re.compile(
    rf"(?:\s*[(\[]\s*(?:{_OWNER_WORD}\s*:?\s*)?(?P<round>[^()\[\]]{{1,80}})[)\]]|\s+(?:[–—-]|→"
    rf"|->)\s*(?P<dash>[^.–—→]{{1,60}})|[.;,]?\s+{_OWNER_WORD}\s*:\s*(?P<said>[^.]{{1,80}}))\.?$",
    re.IGNORECASE,
)
_OFFICE_TO = re.compile(rf"(?:the\s+)?(?P<who>{OFFICE.pattern})\s+(?:to|will)\s+(?=[a-z])", re.IGNORECASE)
_COLON_LAST = re.compile(r"\s?:\s+(?P<who>[^:]{2,60}?)\.?$")
"""Whoever is to do it, behind a colon at the end: `Ring the yard: Ann Lowe`."""
_DUE_LAST = re.compile(r"\s*,\s*(?:by|bis|due|pour|avant|until|before|d['’]ici)\b[^,:]{2,40}$", re.IGNORECASE)
_BY_LAST = re.compile(r"(?<=[)\]])\s+(?:by|bis|due|pour|avant|until|before)\b[^()]{2,30}$", re.IGNORECASE)
_DUE_BEHIND = re.compile(r"[,;]\s*(?:by|bis|due|pour|avant|until)\b.*$", re.IGNORECASE)
_DUE_WORD = re.compile(
    r"\b(?:due(?:\s+date)?|by|before|until|no later than|deadline|bis(?:\s+(?:zum|spätestens))?"
    r"|spätestens|frist|termin|fällig|pour\s+(?:le|la)|avant\s+(?:le|la|fin)?|d['’]ici\s+(?:le|la|au"
    r"|fin)?|échéance|délai)\s*:?\s*(?P<words>[^,;()]{2,40}?)(?=\s*(?:[,;)\]]|\.(?!\d))|\s+(?:to|um|an|die|das"
    r"|der)\b|$)",
    re.IGNORECASE,
)

_SHORT_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")
_ENUMERATED = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\))\s+(?=[A-ZÄÖÜÉ@])")
_DAY_LAST = re.compile(r"(?:\((?P<round>[^()]{3,30})\)|\s[–—-]\s+(?P<dash>[^–—()]{3,30}))\.?$")
"""A day at the end, with nothing to say that it is when an action is due."""
_EVENT_ALONE = re.compile(
    r"(?:the\s+)?next\s+meeting|asap|immediately|nächste\s+sitzung|sofort|prochaine\s+(?:réunion|séance)|immédiatement",
    re.IGNORECASE,
)
_DUE_EVENT = re.compile(
    r"\b(?:(?:by|before|until|in\s+time\s+for)\s+(?:the\s+)?(?:(?:next|following|\w+)\s+(?:\w+\s+)?meeting|AGM"
    r"|half[- ]term"
    r"|(?:start|beginning|end)\s+of\s+(?:the\s+)?(?:week|month|year|term|season|[A-Z]\w+)|Easter|Christmas|summer|autumn"
    r"|spring|weekend)"
    r"|(?:bis|vor)\s+(?:zu[rm]\s+|de[rmn]\s+)?(?:(?:nächste[rn]?|kommende[rn]?)\s+\w+|Ostern|Weihnachten|Pfingsten|(?:Mitte"
    r"|Ende|Anfang)\s+(?:de[rs]\s+)?\w+|Monatsende|Jahresende|Sommerferien|Schulbeginn)"
    r"|(?:pour|avant|d['’]ici(?:\s+à)?)\s+(?:la\s+|le\s+|les\s+|l['’])?(?:fin\s+(?:du\s+|de\s+(?:la\s+|l['’])?|d['’])?\w+"
    r"|prochaine\s+\w+|rentrée|Noël|Pâques|été|vacances))(?!\w)"
)
"""By when an action is due, told by what happens rather than by a date."""

_STANDING = re.compile(
    r"\s*\((?P<words>(?:[AB]\d{1,3}\b|replaces\b|done|dropped|replaced|open|due\b|by\b|erledigt"
    r"|fait)[^()]{0,60})\)\.?$",
    re.IGNORECASE,
)
"""How an action stands, or when it is due, behind its words."""


class Owned(Value, frozen=True, kw_only=True):
    """What was read of an action's owners and its day."""

    owners: tuple[str, ...] = ()
    due: Due | None = None
    sure: int = 90


def names_only(directory: Directory, words: str) -> tuple[str, ...]:
    """Return the owners that words name, where they name owners and say nothing else."""
    bare = words.strip(" .:*–—-()[]")
    return read_names(directory, bare) if bare and len(bare) <= 80 else ()


def read_names(directory: Directory, words: str) -> tuple[str, ...]:
    """Return the owners of a list of names, unknown ones as they stand; none for other words."""
    found: list[str] = []
    words = re.sub(r"^(?:and|und|et)\s+", "", words.strip(" .,;*"))
    whole = _label(directory, words)
    if whole:
        return (whole,)
    pieces = [piece for piece in _JOINTS.split(words) if piece]
    if len(pieces) == 1 and len(both := words.split()) > 1 and all(_is_initials(one) for one in both):
        pieces = both
    for piece in pieces:
        label = _label(directory, piece.strip(" .")) or _as_said(piece.strip(" ."))
        if not label:
            return ()
        found.append(label)
    return tuple(dict.fromkeys(found))


def _label(directory: Directory, name: str) -> str:
    if FOR_ALL.fullmatch(name):
        return ALL
    known = directory.find(name.removeprefix("@")) or directory.find(without_title(name))
    return known.label if known else directory.organisation(name)


def _is_initials(word: str) -> bool:
    return word.isupper() and 2 <= len(word.strip(".")) <= 4


def is_among(name: str, owners: Sequence[str]) -> bool:
    """Whether a name is one of owners, or the initials of one, whoever else's they are."""
    return any(name in (one, "".join(word[0] for word in without_title(one).split())) for one in owners)


def _as_said(name: str) -> str:
    """Return a name that nobody of the meeting bears, where it is one: initials, a person's name, a post."""
    if handle := _HANDLE.fullmatch(name):
        return handle[1]
    bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    count = len(bare.split())
    if not bare or count > 5 or any(map(str.isdigit, bare)):
        return ""
    if _is_initials(bare) or is_name(bare, alone=without_title(bare) != bare):
        return bare
    if is_post(bare) and count <= 4 and bare[0].isupper() and ":" not in bare:
        return bare
    return (
        bare
        if count == 1 and bare[0].isupper() and bare.replace("-", "").isalpha() and len(bare) > 2 and not _is_word(bare)
        else ""
    )


def _is_word(word: str) -> bool:
    return word.casefold() in _EVERYDAY


_EVERYDAY = frozenset(
    """the this that these those there all none note noted agreed action actions update open done closed
    ongoing completed complete yes no report letter meeting minutes next new old see item motion budget
    grant first second third later today tomorrow monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december erledigt offen neu
    ja nein oui non fait en cours website email plan draft final urgent also however please
    where what when how who why which""".split()
)


def read_owned(meeting: Meeting, directory: Directory, text: str, *, margin: str = "", marked: bool = False) -> Owned:
    """Read whose an action is and by when; with `marked`, its words say that it is one, and a name unknown is kept."""
    text = _ENUMERATED.sub("", text)
    hidden = masked(text)
    worded = worded_owners(directory, hidden)
    beside = read_names(directory, margin) if margin else ()
    owners: Sequence[str] = (*worded, *(one for one in beside if not is_among(one, worded)))
    sure = 97 if owners else 60
    if not owners or marked:
        said = _said_owners(directory, text, marked=marked)
        if said and not owners:
            owners, sure = said, 80
    return Owned(owners=tuple(owners), due=read_due(meeting, text), sure=sure)


def _said_owners(directory: Directory, text: str, *, marked: bool) -> tuple[str, ...]:
    if found := _AT.match(text):
        return tuple(_label(directory, name) or name for name in re.findall(r"@([\w.-]*\w)", found["who"]))
    if marked and (found := _OFFICE_TO.match(text)):
        return read_names(directory, found["who"]) or (found["who"],)
    if found := _TO.match(text):
        return read_names(directory, found["who"]) if marked else ()
    named = _named_in_marked(directory, text) if marked else ()
    return named or _named_behind(directory, text)


def _named_in_marked(directory: Directory, text: str) -> tuple[str, ...]:
    """Return those with whom the words of a marked action begin, or who stand behind a colon at their end."""
    if subject := _subject(directory, text):
        return subject
    if (found := _COLON.match(text)) and (names := read_names(directory, found["who"])):
        return names
    found = _COLON_LAST.search(_DUE_LAST.sub("", text))
    names = names_only(directory, found["who"]) if found else ()
    return names if all(name == ALL or directory.find(name) for name in names) else ()


def _named_behind(directory: Directory, text: str) -> tuple[str, ...]:
    """Return those whom brackets, a dash or a word for it name behind the words of an action."""
    if found := _BEHIND.search(text) or _BEHIND.search(_BY_LAST.sub("", text)):
        words = next(piece for piece in (found["round"], found["dash"], found["said"]) if piece)
        before_due = re.split(r"[,;]\s*|\s+(?=(?:by|bis|pour|avant|due|d['’]ici)\b)", words.strip(), maxsplit=1)[0]
        return read_names(directory, words) or read_names(directory, before_due)
    return ()


def _subject(directory: Directory, text: str) -> tuple[str, ...]:
    """Return those whom the meeting knows and with whom a sentence begins: `Herr Blum bestellt …`."""
    words = re.sub(r"^(?:die|der|das|le|la|the)\s+", "", text.strip(), flags=re.IGNORECASE).split()
    for count in range(min(7, len(words) - 1), 0, -1):
        names = [without_title(one) for one in _JOINTS.split(" ".join(words[:count])) if one]
        known = [directory.find(name, in_sentence=True) for name in names]
        if names and all(known):
            return tuple(one.label for one in known if one is not None)
    return ()


def begins_with_owner(directory: Directory, text: str) -> bool:
    """Whether a sentence begins with somebody whom the meeting knows."""
    return bool(_subject(directory, text))


def owners_behind(directory: Directory, text: str) -> tuple[str, ...]:
    """Return the owners whom brackets at the end of a line name, each of whom the meeting knows."""
    found = _BEHIND.search(text)
    words = next((piece for piece in (found["round"], found["dash"], found["said"]) if piece), "") if found else ""
    due = _DUE_BEHIND.search(words)
    names = read_names(directory, words[: due.start()] if due else words) if words else ()
    return names if names and all(name == ALL or directory.find(name) for name in names) else ()


def read_due(meeting: Meeting, text: str) -> Due | None:
    """Find by when an action is due, in its own words."""
    if (due := find_due(meeting, masked(text))) is not None:
        return due
    for found in reversed([*_DUE_WORD.finditer(text)]):
        if (day := _day(meeting, found["words"]) or _short_day(meeting, found["words"])) is not None:
            return Due(words=found[0].strip(" ,;.:"), date=day, in_text=True)
    if event := _DUE_EVENT.search(text):
        return Due(words=event[0], in_text=True)
    last = _DAY_LAST.search(text)
    words = (last["round"] or last["dash"]).strip() if last else ""
    if words and ((day := _day(meeting, words)) is not None or _EVENT_ALONE.fullmatch(words)):
        return Due(words=words, date=day, in_text=True)
    return None


def _day(meeting: Meeting, words: str):  # type: ignore[no-untyped-def]
    try:
        moments = moments_in(words, near=meeting.date)
    except BadInput:
        return None
    return moments[0].date if moments else None


def _short_day(meeting: Meeting, words: str) -> date | None:
    """Return the next day that `25/01` or `10.6.` tells, where the day stands before the month."""
    found = _SHORT_DAY.fullmatch(words.strip())
    if found is None or (meeting.language == "en" and "/" in words):
        return None
    for year in (meeting.date.year, meeting.date.year + 1):
        with suppress(ValueError):
            day = date(year, int(found[2]), int(found[1]))
            if day >= meeting.date:
                return day
    return None


def due_of_cell(meeting: Meeting, words: str) -> Due | None:
    """Read the words of a column of days."""
    said = words.strip(" .")
    if not said or said in ("-", "–", "—"):
        return None
    due = due_from_words(meeting, said)
    if due.date is None and (day := _day(meeting, said)) is not None:
        return Due(words=said, date=day)
    return due


def standing_of(text: str) -> tuple[str, str]:
    """Part the words of an action from what brackets behind them say of how it stands, parted by `; `."""
    said: list[str] = []
    while found := _STANDING.search(text):
        said.insert(0, found["words"])
        text = text[: found.start()].rstrip()
    return text, "; ".join(said)


def due_said(meeting: Meeting, words: str) -> Due | None:
    """Return the day that `due 3 May` tells."""
    found = re.search(r"(?:^|;\s*)(?:due|by)\s+(?P<day>[^;]+)", words, re.IGNORECASE)
    return due_of_cell(meeting, found["day"]) if found else None
