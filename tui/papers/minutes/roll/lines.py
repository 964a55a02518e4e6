"""Lines of a list of people, each put into the order in which lists are understood: `Berg, Paul` is `Paul Berg`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.meeting.model import Presence
from tui.meeting.people.roles import is_post
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.groups import is_beside
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.names import people_of_list, tells
from tui.papers.understanding.headings import opens_agenda
from tui.papers.understanding.people.first_names import is_first_name, known_first_names
from tui.papers.understanding.people.names import has_title, is_name, without_title
from tui.papers.understanding.people.rows import meanings_of

_WORD = r"[A-ZÄÖÜÉ][\w'’-]+"
_PARTICLES = r"(?:(?:vom|von|van|de|du|zu|der|den|le|la|di)\s+)*"
_TURNED = re.compile(
    rf"(?P<title>(?:(?:Dr|Prof|Ing|Mag)\.\s*)*)(?P<surname>{_PARTICLES}{_WORD}(?:\s{_WORD})?),\s+"
    rf"(?P<given>(?:(?:Dr|Prof)\.\s*)*{_WORD}(?:\s[A-ZÄÖÜÉ][\w.-]*)?)(?P<rest>(?:\s*\(|\s+(?:vertritt|für|i\.\s?V\.)).*)?"
)
"""A surname before the first name, and what is said of both."""
_CHAIRED = re.compile(
    r"(?:Vorsitz|Leitung|Sitzungsleitung|Chair|Présidence)(?:\s+(?:führte?|hatte|had))?\s*:\s*", re.IGNORECASE
)
_PARTY = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9/ .&-]{1,24}")
"""What those below a line are of, in capitals: `CDU`."""
_WE = re.compile(r"(?:Die|Wir|Unser|Les|Nous)\s")
_MOTTO = re.compile(
    r"(?<=\s)(?:für|und|unsere?|vor|ist|mit|aus|auf|von|zu|in|e\.\s?V\.|pour|avec|ensemble|for|with|our)(?=\s|$)|[!.]$|[\"“”„]"
    r"|^(?:Die|Wir|Unser|Bündnis|Liste|Freie|Alternative|Les|Nous)\s",
    re.IGNORECASE,
)
"""What a party's name or motto has, and nobody's name."""
_GROUP = re.compile(
    r"(?:(?:\d{1,2}[.)]|[a-z]\)|[IVX]{1,4}\.)\s+)?(?P<group>(?:[^\W\d_][\w-]*\s+){0,3}(?i:mitglieder|räte|verwaltung|gäste|vertreter|members|staff"
    r"|guests|officers|observers|membres|invités|élus))\s*:?"
)
"""The head of a part of the list, that may have a number of its own: `2. Beratende Mitglieder`."""
_MARK_FIRST = re.compile(r"[\[(](?P<mark>[eu])[\])]\s+(?P<name>[A-ZÄÖÜÉ].{3,60})")
"""That somebody was away, excused or not, before the name."""
_IN_BRACKETS = re.compile(r"\((?P<name>[^()]{3,60})\)(?P<rest>\s*\(.*)?")
_OF = (
    r"(?:\d+\S*/\S+|Fraktion|Gruppe|Firma|Team|Department|Office|Unit|(?:[A-ZÄÖÜ]\w*)?(?i:bereich|abteilung|referat|dezernat|amt|dienst|büro"
    r"|stabsstelle|leiter(?:in)?|leitung))"
)
_NAME_AND_OFFICE = re.compile(rf"(?P<name>[^(),;:]{{3,50}}?)\s+(?P<said>{_OF}(?:\s.*)?)")
_SMALL_POST = re.compile(
    rf"(?P<post>[a-zäöü][\w.]*\.?\s+[A-ZÄÖÜ][\w-]+)\s+(?P<name>(?:Dr\.\s)?{_WORD}\s{_WORD})(?P<rest>\s*\(.*)?"
)
_LETTERS_LAST = re.compile(r"(?P<name>(?:[A-Z]{2,3}\s)?(?:[A-ZÄÖÜÉ][a-zäöüéèß'’-]+\s){2,3})(?P<letters>[A-Z]{2,5})")
_INSTEAD = re.compile(r"(?:^|(?<=\s))(?:vertritt\b|für\s|i\.\s?V\.)")
_SEVERAL = 3
_MOST = 20
_FEW = 10


def with_lines_plain(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, the lines below labels of people in the order in which lists are understood."""
    passages = [_marked(one) for one in passages]
    found: list[Passage] = []
    at = 0
    turned = False
    while at < len(passages):
        end = _end(passages, at)
        if end > at + 1:
            run = [*_plain_run(passages[at:end])]
            turned = turned or _are_turned(passages[at:end])
            found += run
        else:
            found.append(passages[at])
        at = max(end, at + 1)
    return [_with_chair(one) for one in found] if turned else found


def _marked(passage: Passage) -> Passage:
    """Return a line with what says before a name that somebody was away behind it: `[e] Ada Roe`."""
    found = _MARK_FIRST.fullmatch(passage.text) if not passage.cells else None
    if found is None or not people_of_list(found["name"]):
        return passage
    return replace(passage, text=f"{found['name']} ({found['mark']})")


def _end(passages: Sequence[Passage], at: int) -> int:
    """Return the place behind the lines below a label; its own where none stands there."""
    label = label_of(passages[at].text) if not passages[at].cells else None
    if label is None or label[1]:
        return at
    end = at + 1
    while end < len(passages) and _is_line(passages[end]):
        end += 1
    return end


def _is_line(passage: Passage) -> bool:
    text = passage.text
    if not (passage.cells or passage.hashes) and len(text.split()) < _FEW and _is_party(text):
        return True
    long = len(text.split()) > _MOST and not text.rstrip().endswith(")")
    return not (passage.cells or passage.hashes or long or tells(text) or opens_agenda(text) or meanings_of([text]))


def _plain_run(run: Sequence[Passage]) -> Iterator[Passage]:
    """Return the lines of a list in the order in which lists are understood."""
    turned, away, party = _are_turned(run), False, ""
    for at, passage in enumerate(run):
        text = passage.text
        legend = _IN_BRACKETS.fullmatch(text)
        told = label_of(legend["name"]) if legend and not legend["rest"] else None
        if told is not None and not told[1] and told[0].presence is Presence.APOLOGIES:
            away = True
            continue
        below = run[at + 1] if at + 1 < len(run) else None
        if below is not None and not below.apart and _is_one(below.text, turned=turned) and _is_party(text):
            party = text if _PARTY.fullmatch(text) else ""
            continue
        party = party if party and _is_one(text, turned=turned) and not passage.apart else ""
        plain = _plain(text, turned=turned, away=away, party=party)
        group = _GROUP.fullmatch(text)
        if group and not label_of(f"{group['group']}:") and below is not None and _plain_people(below.text, turned):
            if is_beside(group["group"]):
                yield replace(passage, text="In attendance:")
            continue
        yield replace(passage, text=f"{group['group']}:" if group else plain)


def _is_party(text: str) -> bool:
    """Whether a line above people says of which party they are, a motto of it too: `Bündnis für Hafen e.V.`."""
    if _PARTY.fullmatch(text):
        return True
    told = people_of_list(text) or []
    first = text.split()[0].strip(":–—-")
    named = len(told) > 1 or has_title(text) or is_first_name(first) or is_post(first) or _with_office(text) != text
    if named or label_of(text):
        return False
    whole = bool(told) and " " in told[0].name and not _WE.match(text)
    return not whole and _MOTTO.search(text) is not None


def _plain(text: str, *, turned: bool, away: bool, party: str) -> str:
    """Return one line of a list."""
    text = f"{text})" if text.count("(") == text.count(")") + 1 else text
    absent = _IN_BRACKETS.fullmatch(text) if away else None
    if absent and people_of_list(absent["name"]):
        text = f"{absent['name']}{absent['rest'] or ''} (e)"
    pieces = [piece.strip() for piece in text.split(";")]
    if turned and all(_TURNED.fullmatch(piece) for piece in pieces):
        text = "; ".join(_in_order(piece) for piece in pieces)
    else:
        text = _with_office(text)
    return f"{text} ({party})" if party else text


def _plain_people(text: str, turned: bool) -> bool:
    return bool(people_of_list(_plain(text, turned=turned, away=True, party="")))


def _is_one(text: str, *, turned: bool) -> bool:
    """Whether a line names one person by a whole name, in small letters."""
    if turned and _TURNED.fullmatch(text):
        return True
    told = people_of_list(text)
    name = without_title(told[0].name) if told and len(told) == 1 else ""
    return bool(name) and not name.isupper() and " " in name and is_first_name(name.split()[0])


def _are_turned(run: Sequence[Passage]) -> bool:
    """Whether surnames stand before first names in a list: most words behind the comma are first names."""
    found = [turned for one in run for piece in one.text.split(";") if (turned := _TURNED.fullmatch(piece.strip()))]
    given = known_first_names(without_title(one["given"]).split()[0] for one in found)
    first = sum(is_first_name(one["surname"].split()[0]) and " " in one["surname"] for one in found)
    return given >= _SEVERAL and given * 2 > len(found) and first * 3 < len(found)


def _in_order(text: str) -> str:
    found = _TURNED.fullmatch(text)
    if found is None:
        return text
    name = f"{found['title'].strip()} {found['given']} {found['surname']}".strip()
    rest = " ".join((found["rest"] or "").split())
    if instead := _INSTEAD.search(rest):
        said = [rest[: instead.start()], rest[instead.start() :]]
        return f"{name} ({' – '.join(re.sub(r'[():,]', '', piece).strip() for piece in said if piece.strip())})"
    return f"{name} {_flat(rest)}".strip()


def _flat(rest: str) -> str:
    """Return what brackets say of somebody in one bracket."""
    inside = [piece.strip() for piece in re.split(r"[()]", rest.replace(":", "")) if piece.strip()]
    return f"({', '.join(inside)})" if inside else ""


def _with_office(text: str) -> str:
    """Return a line with what somebody is behind the name, in brackets, where no sign parts the two."""
    if small := _SMALL_POST.fullmatch(text):
        named = is_name(small["name"]) and is_first_name(without_title(small["name"]).split()[0])
        return f"{small['name']} ({small['post']}){small['rest'] or ''}" if named else text
    if letters := _LETTERS_LAST.fullmatch(text):
        return f"{letters['name'].strip()}, {letters['letters']}"
    found = _NAME_AND_OFFICE.fullmatch(text)
    told = people_of_list(found["name"]) if found else None
    if found is None or told is None or len(told) != 1:
        return text
    name = told[0].name
    sure = has_title(name) or (is_name(name) and " " in name)
    return f"{found['name']} {_flat(found['said'])}" if sure and not told[0].capacity.endswith(found["said"]) else text


def _with_chair(passage: Passage) -> Passage:
    """Return a line that says who was in the chair, in a paper that puts surnames first."""
    found = _CHAIRED.match(passage.text) if not passage.cells else None
    turned = _TURNED.fullmatch(passage.text[found.end() :]) if found else None
    if found is None or turned is None:
        return passage
    key = found[0].split()[0].rstrip(":")
    return replace(passage, text=f"{key}: {_in_order(turned[0])}")
