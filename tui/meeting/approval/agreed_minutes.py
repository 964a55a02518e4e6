"""Read from a meeting's decisions that it agreed the minutes of an earlier one, and what it had corrected in them.

Only a decision that says so counts: words that deny, put off or merely speak of agreeing leave the minutes a draft,
since signing off by hand is easily done and an approval that nobody gave is not easily noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from tui.errors import BadInput
from tui.meeting.approval.agreed_in_other_languages import agrees_in, is_headed_as_minutes
from tui.meeting.approval.corrections import part_corrections
from tui.meeting.dates.written_dates import MONTH, WEEKDAY, find_date, said_date
from tui.meeting.hours.moments import on_its_day
from tui.meeting.model import DecisionOutcome, Entry, Kind, Meeting, Section, Value
from tui.meeting.outline.outline import is_restricted, path_of
from tui.meeting.text.brackets import wholly_restricted
from tui.meeting.text.inline_markup import plain
from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.plain_text import plain as levelled

_FLAGS = re.IGNORECASE
_DIGITS_BEFORE = r"(?<!\d )(?<!\d-)(?<!\d)"
_MINUTES = rf"{_DIGITS_BEFORE}\bminutes\b(?!['-])"
_EARLIER = r"\b(?:last|previous|preceding|prior|former|earlier)\b"
_HEADINGS = (
    Pattern(rf"{_MINUTES}.{{0,60}}{_EARLIER}|{_EARLIER}.{{0,40}}{_MINUTES}", _FLAGS),
    Pattern(rf"\b(?:notes|record)\b.{{0,40}}{_EARLIER}.{{0,20}}\bmeetings?\b", _FLAGS),
    Pattern(rf"{_EARLIER} meetings?\b.{{0,20}}\b(?:notes|record)\b", _FLAGS),
    Pattern(
        rf"\b(?:approv|confirm|agree|adopt|accept|sign|ratif)\w*\b.{{0,20}}{_MINUTES}"
        rf"|{_MINUTES}.{{0,20}}\bfor (?:approval|confirmation|agreement|signature)\b",
        _FLAGS,
    ),
    Pattern(r"\W*(?:the )?(?:draft )?minutes(?:,? (?:and|&) (?:matters arising|actions?))?\W*$", _FLAGS),
)
"""Headings of sections in which the minutes of an earlier meeting are agreed; the last has to match from the start."""

_DATED = Pattern(_MINUTES, _FLAGS)
_BODIES = (
    "sub-?committees?|committees?|panels?|boards?|groups?|forums?|councils?|trusts?|teams?|cabinets?|assembly|AGM|EGM|"
    "annual|general"
)
_BODY = Pattern(rf"\b(?:{_BODIES})\b", _FLAGS)
_USUAL = frozenset(
    "the a an of from for and & to on at in held dated its our this draft public minutes notes record records last "
    "previous preceding prior former earlier meeting meetings matters arising approval approve approved confirmation "
    "confirm agreement agree agreed adoption adopt acceptance accept signing sign signature ratification ratify "
    "actions action st nd rd th accuracy".split()
)
_TIME_WORD = Pattern(rf"(?:{MONTH}|{WEEKDAY})", _FLAGS)
_OF_A_BODY = Pattern(rf"\bminutes of (?:the )?((?:[\w'&-]+ ){{0,5}}?(?:{_BODIES}))\b", _FLAGS)
_ACCURACY = Pattern(r"\b(?:accuracy|approval|confirmation|agreement)\b", _FLAGS)

_AGREED = r"(?:agreed|approved|confirmed|accepted|adopted|ratified|endorsed|signed(?: off)?|taken as read)"
_AGREE = r"(?:agree|approve|confirm|accept|adopt|ratify|endorse|sign(?: off)?)"
_ADVERB = r"(?:(?:unanimously|then|duly|formally|hereby|all|both|nem\.? ?con\.?) )*"
_ALL_AGREED = rf"{_ADVERB}{_AGREED}(?:(?:,| and|, and) {_ADVERB}{_AGREED})*"
_WERE = r"(?:(?:were|was|be|are|is|being|having been|had been|have been|has been) )?"
_OF = (
    r"(?:,? (?:of|from|for|held|dated|on|having been|as)\b"
    rf"(?:(?!\b(?:and|were|was|are|is|be)\b)[^;:()]|and (?=(?:of )?(?:the )?(?:\d|{MONTH}))){{0,140}}?)?"
)
_THE_MINUTES = r"(?:(?:that|the|these|those|both|all|draft|previous|last|public|of|sets?) )*(?:minutes|notes|record)"
_RECORD = (
    r"(?:as |to be )?(?:a |an |the )?(?:true|correct|accurate|fair|proper)"
    r"(?:(?: and|,| &) (?:a )?(?:true|correct|accurate|fair|proper))* (?:and \w+ )?records?"
    r"(?: of (?:the )?(?:last |previous )?(?:meeting|proceedings))?"
)
_OPENING = r"(?:(?:it was )?(?:resolved|agreed|decided)(?: unanimously)?[,:]? ?(?:that )?|decision[:,] ?)?"
_WHOLE = (
    Pattern(rf"{_OPENING}(?:{_THE_MINUTES}{_OF}|they)[:,]? (?:\s*-\s*)?{_WERE}{_ALL_AGREED}", _FLAGS),
    Pattern(rf"(?:{_OPENING}to {_AGREE}|{_ADVERB}{_AGREED}(?: and {_AGREED})*),? {_THE_MINUTES}{_OF}(?=\W*$)", _FLAGS),
    Pattern(rf"{_OPENING}{_ADVERB}(?:{_WERE}{_ALL_AGREED},? )?{_RECORD}", _FLAGS),
    Pattern(rf"(?:{_OPENING}to {_AGREE}|{_ADVERB}{_AGREED}),? {_THE_MINUTES}{_OF},? {_RECORD}", _FLAGS),
)
"""Decisions that name the minutes or a record."""

_BARE = Pattern(
    rf"(?:{_WERE}{_ALL_AGREED}|all {_AGREED})(?: unanimously| nem\.? ?con\.?| by all(?: present)?)?", _FLAGS
)
"""A decision that says no more than that: it is of the minutes where it stands under them."""

_BESIDE = Pattern(
    r"(?:and )?(?:(?:were |was |duly )*signed\b.*|(?:proposed|moved|seconded|prop\b|sec\b).*|.*\b(?:proposed|seconded)"
    r"|unanimous(?:ly)?|nem\.? ?con\.?|carried|all(?: in favour| agreed)?|\w+ (?:votes? )?(?:for|against|abstained|"
    r"abstentions?|in favour)|without (?:correction|amendment|change|alteration)s?|with no \w+|as (?:amended|corrected)"
    r"|by (?:all|everyone|a show of hands|the (?:meeting|members?|chair\w*|committee|board|council|panel|group))"
    rf"(?: present)?(?: {_RECORD})?|as (?:being )?(?:true|correct|accurate)(?: and (?:true|correct|accurate))?"
    r"|at \d.*|on \d.*)?",
    _FLAGS,
)
"""What may stand beside it and says nothing else: who moved it, how the votes went, who signed."""

_DENIED = Pattern(
    r"\b(?:not|never|no longer|cannot|unable|refus\w*|reject\w*|declin\w*|defer\w*|postpon\w*|delay\w*|held over|"
    r"hold over|carried (?:over|forward)|adjourn\w*|disagree\w*|disput\w*|withdr\w*|pending|until|till|unless|"
    r"await\w*|later|"
    r"next (?:meeting|time|month)|br(?:ought|ing) back|re-?draft\w*|re-?submit\w*|lost|fell|failed|defeated|"
    r"disapprov\w*|unapproved|unagreed|unconfirmed|if|when|once|should|could|will|would|might|must|may (?:be|have)|"
    r"can be|to be (?!an?\b)|yet to|ought|except|apart from|but|neither|nor|nobody|none|without (?:agree|approv)\w*)\b"
    r"|n't\b|\?",
    _FLAGS,
)
_TAKEN_BACK = Pattern(
    rf"(?:\bnot|\bnever|n't)\s+(?:be )?{_AGREED}\b|(?:{_MINUTES}|\bapproval|\bthey)\b.{{0,60}}\b(?:defer|postpon|"
    rf"reject|withdr|refus|held over)|^(?:defer|postpon|reject|adjourn|held over)",
    _FLAGS,
)
"""Decisions under the minutes that undo an earlier one there."""

_MEETING_OF = "the meeting of "
_LONGEST = 600
"""Characters of a decision that are read for its sense; one that needs more says something else as well."""


class Agreed(Value, frozen=True, kw_only=True):
    """That the meeting agreed the minutes of an earlier one."""

    entry: int
    """Id of the decision."""
    at: datetime
    """When that was: on the meeting's day, whenever it was keyed in."""
    dates: tuple[date, ...] = ()
    """The days of the meetings whose minutes they are, as said; empty for the last meeting's."""
    corrections: tuple[str, ...] = ()
    """As said, restricted words in `[[…]]`."""


def name_of_meeting(meeting: Meeting) -> str:
    """Name a meeting as the one that approved minutes: `the meeting of 24 September 2019`."""
    return f"{_MEETING_OF}{said_date(meeting.date)}"


def day_of_approval(by: str) -> date | None:
    """Return the day of the meeting that `name_of_meeting` named; None for a person who approved them."""
    found = find_date(by.removeprefix(_MEETING_OF)) if by.startswith(_MEETING_OF) else None
    return found.date if found else None


def speaks_of_minutes(meeting: Meeting) -> bool:
    """Return whether the agenda has a section for the minutes of an earlier meeting."""
    return any(is_of_minutes(meeting, section) for section in meeting.sections)


def is_of_minutes(meeting: Meeting, section: Section) -> bool:
    """Return whether a section's heading speaks of the minutes of this series' last or earlier meetings."""
    heading = " ".join(levelled(plain(section.heading)).split())
    if is_headed_as_minutes(meeting.language, heading):
        return True
    *others, alone = _HEADINGS
    dated = _DATED.search(heading) is not None and bool(_dates(heading, meeting.date))
    if not (dated or alone.match(heading) or any(pattern.search(heading) for pattern in others)):
        return False
    return _BODY.search(heading) is None or _is_ours(meeting, heading)


def minutes_agreed(meeting: Meeting) -> tuple[Agreed, ...]:
    """Read which earlier meetings' minutes this one agreed; a later decision that takes it back counts."""
    found: list[Agreed] = []
    for section in meeting.sections:
        bare = is_of_minutes(meeting, section)
        above = next((one for one in path_of(meeting, section) if is_of_minutes(meeting, one)), None)
        if above is None:
            continue
        bare = bare or _ACCURACY.search(section.heading) is not None
        here: list[Agreed] = []
        for entry, points in _decisions(meeting.entries_of(section.id)):
            if (agreed := _agreed(meeting, above, entry, points, bare=bare)) is not None:
                here.append(agreed)
            elif bare and _takes_back(entry):
                here.clear()
        found.extend(here)
    return tuple(found)


def agrees(words: str, *, bare: bool = True) -> bool:
    """Return whether a decision's plain words, corrections aside, agree minutes; `bare` allows `Agreed` alone."""
    said = " ".join(levelled(words).split()).strip(" .!")
    if not said or len(said) > _LONGEST or _DENIED.search(said):
        return False
    for pattern in (*_WHOLE, _BARE) if bare else _WHOLE:
        match = pattern.match(said)
        if match is not None and _says_no_more(said[match.end() :], whole=pattern is not _BARE):
            return True
    return False


def _says_no_more(rest: str, *, whole: bool) -> bool:
    """Return whether what follows is beside the point; after `Agreed` alone, nothing else may follow."""
    if not rest:
        return True
    if re.match(r"\w", rest[0]):
        return False
    if whole:
        # The clause itself ends there or goes on with what may stand beside it; another sentence may follow.
        first = re.split(r"[,;.(]", rest.strip(" )"), maxsplit=1)[0] if rest[0] == " " else ""
        return _is_beside(first) or _RECORD_FIRST.match(first) is not None
    pieces = re.split(r"[,;.()]|(?<=\w) and (?=\w)", rest)
    return all(_is_beside(piece) or _RECORD_FIRST.match(piece.strip()) for piece in pieces)


_RECORD_FIRST = Pattern(_RECORD, _FLAGS)


def _is_beside(piece: str) -> bool:
    return _BESIDE.fullmatch(piece.strip(" -:.")) is not None


def _decisions(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Return each decision with the points that stand right under it."""
    for place, entry in enumerate(entries):
        if entry.kind is not Kind.DECISION:
            continue
        points: list[Entry] = []
        for other in entries[place + 1 :]:
            if other.kind is Kind.POINT:
                points.append(other)
            elif other.kind is not Kind.EVENT:
                break
        yield entry, tuple(points)


def _agreed(
    meeting: Meeting, section: Section, entry: Entry, points: tuple[Entry, ...], *, bare: bool
) -> Agreed | None:
    head, corrections = part_corrections(entry.text)
    other = _OF_A_BODY.search(levelled(plain(head)))
    said = agrees(plain(head), bare=bare) or agrees_in(meeting.language, " ".join(levelled(plain(head)).split()))
    if not said or _was_lost(entry) or (other and not _is_ours(meeting, other[1])):
        return None
    hidden = is_restricted(meeting, meeting.section(entry.section))
    corrected = [wholly_restricted(words) if hidden or entry.restricted else words for words in corrections]
    corrected += [
        wholly_restricted(point.text) if hidden or point.restricted or entry.restricted else point.text
        for point in points
    ]
    dates = _dates(levelled(plain(head)), meeting.date) or _dates(levelled(plain(section.heading)), meeting.date)
    return Agreed(entry=entry.id, at=on_its_day(meeting, entry.captured), dates=dates, corrections=tuple(corrected))


def _is_ours(meeting: Meeting, body: str) -> bool:
    """Return whether words that name a body name this meeting's own."""
    return _said_words(body) <= _said_words(f"{meeting.title} {meeting.series}")


_STANDING = (DecisionOutcome.CARRIED, DecisionOutcome.NOTED, DecisionOutcome.UNSAID)
"""What came of decisions that may have agreed something."""


def _was_lost(entry: Entry) -> bool:
    decision = entry.decision
    if decision is None:
        return False
    outvoted = (
        decision.votes_for is not None
        and decision.votes_against is not None
        and decision.votes_for <= decision.votes_against
    )
    return decision.straw or decision.outcome not in _STANDING or outvoted


def _takes_back(entry: Entry) -> bool:
    """Return whether a decision under the minutes denies or puts off that they are agreed."""
    head = levelled(plain(part_corrections(entry.text)[0]))
    return _was_lost(entry) or _TAKEN_BACK.search(head.strip()) is not None


def _dates(text: str, before: date) -> tuple[date, ...]:
    """Find the days before the meeting that a text names, the year left out being the one that has just gone."""
    found: list[date] = []
    near = before - timedelta(days=min(365, before.toordinal() - 1))
    place = 0
    while True:
        try:
            written = find_date(text[place:], near=near)
        except BadInput:
            return tuple(found)
        if written is None:
            return tuple(found)
        if written.date < before and written.date not in found:
            found.append(written.date)
        place += written.span[1]


def _said_words(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", levelled(plain(text)).casefold())
    return frozenset(word for word in words if word not in _USUAL and not _TIME_WORD.fullmatch(word))
