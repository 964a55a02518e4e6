"""The day of a meeting: every day its paper names, how likely each is the meeting's, and which one is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.header import with_date_line
from tui.meeting.dates.moments import Moment, hours_in, moments_in
from tui.meeting.dates.written_dates import WEEKDAYS, find_date, said_date
from tui.meeting.dates.written_times import WrittenTime
from tui.meeting.languages.languages import words_of
from tui.meeting.languages.paper_words import BEGINS, END_KEYS, ENDS, NEXT_IS
from tui.meeting.model import Meeting, Value
from tui.papers.document import Block
from tui.papers.understanding.titles import calls_meeting, moments_alone

SURE, LIKELY, FAINT = 60, 40, 20
_BY_KEY, _CALLED, _WEEKS_OF_NOTICE = 100, 85, 60
"""What speaks for a line `Date:` and for one that calls the meeting; days between a letter and its meeting."""
_SAID = 75
"""Beside a day that its line says so clearly, a bare one is a letter's."""
_HINT = "add a line such as “Date: Tuesday 27 August 2019 10:00”, or give --date"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OTHER_MEETING = re.compile(
    r"\b(?:next (?:meeting|session|ordinary|full)|last (?:meeting|minutes)|previous|minutes of|dated|posted"
    r"|published|issued|date of issue|deadline|by no later|no later than"
    r"|closing date|received by|rsvp|reply by|apologies (?:to|by)|since|adopted|approved on|signed|printed"
    r"|version|updated|revised|uploaded|copyright|following meeting"
    r"|future meetings|nächste sitzung|prochaine|próxima reunión|cyfarfod nesaf|letzten sitzung|ausgehängt"
    r"|aushang|affiché|stand)\b|©",
    re.IGNORECASE,
)
_NEXT_ONE = re.compile(r"^\W*next (?:\w+ ){1,2}(?:meeting|session)\s*:", re.IGNORECASE)
_BARE_HOURS = re.compile(r"\s*,\s*(\d{1,2})\s*[-–]\s*(\d{1,2})\s*")
"""Hours behind the day and a comma, their figures alone: `, 10-12`."""
_HOURS = 24
_CLAUSE = re.compile(r"[.;]\s|[()]")
_WORD = re.compile(r"[^\W\d_]+")
_LATEST_BARE = 7
"""The last hour that is in the evening where nothing is said: who meets at seven in the morning says so."""
_AN_HOUR_ALONE = 10
_NOON = 12
_SHORT_LINE = 16
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_TWELVE_HOURS = ("en", "cy")
_AN_HOUR = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?![\d.:/])(?:\s?(?P<half>[ap]\.?m\b|hrs?\b|h\b|UTC|GMT|[CE][SE]?T))?",
    re.IGNORECASE,
)


class Evidence(Value, frozen=True, kw_only=True):
    """A day that the paper names, and what speaks for its being the meeting's."""

    moment: Moment
    score: int
    why: str
    place: int
    text: str


class Chosen(Value, frozen=True, kw_only=True):
    """The meeting with its day, the day's evidence, and what is to be said of it."""

    meeting: Meeting
    evidence: Evidence | None = None
    """None where the day was given beside the paper."""
    others: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()


def evidence_in(
    block: Block, near: date | None, *, first: bool = False, score: int | None = None, why: str = ""
) -> list[Evidence]:
    """Return the days in a block; `score` and `why` for one whose place in the paper says how likely they are."""
    found = moments_in(block.text, near=near)
    if not found:
        return []
    words = set(_WORD.findall(block.text.casefold()))
    if score is None:
        meets = words & words_of("meets")
        if NEXT_IS.search(block.text) and len(words) > 5 and meets:
            score, why = 65, "its line says when the next meeting is"
        elif _NEXT_ONE.search(block.text):
            score, why = FAINT + 5, "its line speaks of the next meeting"
        elif _OTHER_MEETING.search(_clause(block.text, found[0].span)):
            score, why = 10, "its line speaks of another day"
        elif meets or any(phrase in block.text.casefold() for phrase in words_of("meets") if " " in phrase):
            score, why = 85, "its line says when the meeting is"
        elif moments_alone(block.text) or len(words) < 14:
            sure = any(moment.weekday is not None or moment.start for moment in found)
            score, why = (
                (75, "a line of its own tells it, with weekday or time")
                if sure
                else (SURE, "a line of its own tells it")
            )
            if first and not any(moment.start for moment in found) and moments_alone(block.text):
                score, why = FAINT + 5, "it stands at the top, as a letter's day does"
        else:
            score, why = LIKELY, "a sentence names it"
    return [
        Evidence(
            moment=moment,
            score=score - at - (0 if moment.year_said else 5),
            why=why,
            place=block.place,
            text=block.text,
        )
        for at, moment in enumerate(found)
    ]


def _clause(text: str, span: tuple[int, int]) -> str:
    """Return the part of a text, between full stops and brackets, in which something stands."""
    start = max((one.end() for one in _CLAUSE.finditer(text, 0, span[0])), default=0)
    end = next((one.start() for one in _CLAUSE.finditer(text, span[1])), len(text))
    return text[start:end]


def year_of_title(title: str) -> date | None:
    """Return the first day of the year that a title names: `Spring 2020 meeting`."""
    year = _YEAR.search(title)
    return date(int(year[0]), 1, 1) if year else None


def key_evidence(said: str, place: int, title: str, near: date | None) -> tuple[list[Evidence], BadInput | None]:
    """Read the paper's `Date:` line, with the title's year where it has none; and what is wrong with it."""
    fallback = near or year_of_title(title)
    found = moments_in(said) or (moments_in(said, near=fallback) if fallback else ())
    error = None
    try:
        written = find_date(said)
        if written is not None or found:
            hours_in(said[found[0].span[1] :] if found else said)
    except BadInput as wrong:
        error = wrong if not (found and found[0].swapped) else None
    if len(found) == 1 and found[0].start is None and (bare := _BARE_HOURS.fullmatch(said, found[0].span[1])):
        start, end = int(bare[1]), int(bare[2])
        if start < end < _HOURS:
            found = (replace(found[0], start=time(start), end=time(end)),)
    return [
        Evidence(moment=moment, score=_BY_KEY - at * 30, why="the line “Date” says so", place=place, text=said)
        for at, moment in enumerate(found)
    ], error


def with_day_called(found: Sequence[Evidence], *, head_tells_hour: bool) -> list[Evidence]:
    """Return the evidence with the day for which a line calls the meeting, with its hour, before a letter's `Date:`.

    The letter's is bare, some weeks earlier at most, and no line of the head tells an hour that would be its own.
    """
    dated = next((one for one in found if one.score == _BY_KEY), None)
    if dated is None or dated.moment.start is not None or head_tells_hour:
        return [*found]
    return [
        replace(one, score=one.score + _BY_KEY)
        if one.score >= _CALLED and one is not dated and one.moment.start and _is_soon(dated.moment, one.moment)
        else one
        for one in found
    ]


def _is_soon(first: Moment, other: Moment) -> bool:
    return 0 < (other.date - first.date).days <= _WEEKS_OF_NOTICE


def tells_hour(header: Iterable[tuple[str, str]]) -> bool:
    """Whether a line of the head tells the hour by its key."""
    return any(key.casefold() in words_of("time_keys") or BEGINS.search(key) is not None for key, _ in header)


def hour_of(title: str) -> time | None:
    """Return the hour that a title tells without a day: `Committee meeting, 7.30 pm`."""
    hours = None if moments_in(title) else _hours_or_none(title)
    return hours.start if hours else None


def choose(
    meeting: Meeting, evidence: Sequence[Evidence], where: str, *, day: date | None, fallback: date | None
) -> Chosen:
    """Take the likeliest day; `day` overrides it, `fallback` is taken where there is none. Raises BadInput."""
    likely = sorted((one for one in evidence if one.score >= FAINT), key=lambda one: -one.score)
    if day is not None or not likely:
        chosen = day or fallback
        if chosen is None:
            raise BadInput("the agenda has no date", where=where, line=1, hint=_HINT)
        best = next((one for one in likely if one.moment.date == chosen), None)
        meeting = replace(meeting, date=chosen, **_hours_of(best or (likely[0] if likely else None), likely))
        return Chosen(meeting=meeting)
    best = likely[0]
    others = tuple(_others(best, likely))
    meeting = replace(meeting, date=best.moment.date, last_date=best.moment.last, **_hours_of(best, likely))
    warnings = [*_doubts(best, where)]
    certain = SURE if best.score < _SAID else SURE + 1
    warnings += [
        f"{where}:{one.place}: two days are named: {_said(best)}, taken because {best.why}, and {_said(one)} "
        f"here; check the date"
        for one in others
        if one.score >= certain
    ]
    if best.score < LIKELY:
        warnings.append(
            f"{where}:{best.place}: {said_date(best.moment.date)} may not be the meeting's day ({best.why}); "
            f"check the date"
        )
    return Chosen(meeting=meeting, evidence=best, others=others, warnings=tuple(dict.fromkeys(warnings)))


def _hours_of(best: Evidence | None, likely: Iterable[Evidence]) -> dict[str, time | None]:
    if best is None:
        return {}
    same = [best, *(one for one in likely if one.moment.date == best.moment.date and one.score >= FAINT)]
    timed = next((one.moment for one in same if one.moment.start), None)
    if timed is None:
        return {}
    closed = (one.moment.end for one in same if one.moment.start == timed.start and one.moment.end)
    return {"start": timed.start, "end": timed.end or next(closed, None)}


def _others(best: Evidence, likely: Iterable[Evidence]) -> list[Evidence]:
    found: dict[date, Evidence] = {}
    for one in likely:
        within = best.moment.last and best.moment.date <= one.moment.date <= best.moment.last
        if one.moment.date != best.moment.date and not within:
            found.setdefault(one.moment.date, one)
    return [*found.values()]


def _doubts(best: Evidence, where: str) -> list[str]:
    moment = best.moment
    if not moment.weekday_fits:
        return [f"{where}:{best.place}: {said_date(moment.date)} is a {moment.date:%A}; check the date"]
    if moment.swapped and moment.weekday is None:
        return [f"{where}:{best.place}: {said_date(moment.date)} was read with the month first; check the date"]
    return []


def _said(one: Evidence) -> str:
    return f"{WEEKDAYS[one.moment.date.weekday()]} {said_date(one.moment.date)}"


def with_times(meeting: Meeting, lines: Mapping[str, int], where: str) -> Meeting:
    """Return the meeting with the hours of its `Time:` line, where no day tells them. Raises BadInput."""
    if meeting.start is not None:
        return meeting
    for key, words in meeting.header:
        if key.casefold() not in words_of("time_keys"):
            continue
        try:
            hours = hours_in(words)
        except BadInput as error:
            raise BadInput(error.message, where=where, line=lines.get(key.casefold()), hint=error.hint) from error
        if hours is not None:
            return replace(meeting, start=hours.start, end=hours.end or _closing(meeting))
    begins = [words for key, words in meeting.header if BEGINS.search(key) and len(words) <= _AN_HOUR_ALONE]
    for words in begins:
        if hours := _hours_or_none(words):
            return replace(meeting, start=hours.start, end=hours.end or _closing(meeting))
    return _with_first_session(meeting)


def _with_first_session(meeting: Meeting) -> Meeting:
    """Return the meeting with the earliest hour of a line that calls a part of it: `Closed Session: 5:00 p.m.`."""
    starts = []
    for key, words in meeting.header:
        calls = calls_meeting(key) and not ENDS.search(key) and len(words) <= _AN_HOUR_ALONE
        if calls and (hours := _hours_or_none(words)):
            starts.append(hours.start)
    return replace(meeting, start=min(starts)) if starts else meeting


def _closing(meeting: Meeting) -> time | None:
    """Return the hour of a line `End:`."""
    short = [(key, words) for key, words in meeting.header if len(words) <= _AN_HOUR_ALONE]
    said = next((words for key, words in meeting.header if key.casefold() in END_KEYS), "")
    said = said or next((words for key, words in short if ENDS.search(key) and not BEGINS.search(key)), "")
    hours = _hours_or_none(said)
    return hours.start if hours else None


def _hours_or_none(words: str) -> WrittenTime | None:
    try:
        return hours_in(words)
    except BadInput:
        return None


def with_loose_times(meeting: Meeting, blocks: Iterable[Block]) -> Meeting:
    """Return the meeting with the hours that a line of its head tells without a day, where nothing else tells them."""
    if meeting.start is not None:
        return meeting
    remarks = [words for _, words in meeting.header if len(words.split()) > _SHORT_LINE]
    for text in (*(block.text for block in blocks), *remarks):
        for said in () if moments_in(text) else _short_pieces(text.strip(" _*")):
            if hours := _hours_or_none(said):
                return replace(meeting, start=hours.start, end=hours.end)
    return meeting


def _short_pieces(text: str) -> list[str]:
    """Return a short line; of a long one its short sentences that speak of a meeting."""
    if len(text.split()) <= _SHORT_LINE:
        return [text]
    sentences = [one for one in _SENTENCES.split(text) if len(one.split()) <= _SHORT_LINE]
    return [one for one in sentences if {*_WORD.findall(one.casefold())} & words_of("meets")]


def in_the_evening(meeting: Meeting, blocks: Sequence[Block]) -> Meeting:
    """Return the meeting with its hours in the evening, where an English paper says `at 7.30` and of no morning.

    A morning is said by a nought before the hour, by `am`, by a later hour before noon, or by an end before noon.
    """
    start, end = meeting.start, meeting.end
    if start is None or not 1 <= start.hour <= _LATEST_BARE or meeting.language not in _TWELVE_HOURS:
        return meeting
    if end is not None and _LATEST_BARE < end.hour < _NOON + _LATEST_BARE:
        return meeting
    written = [found for block in blocks for found in _AN_HOUR.finditer(block.text)]
    said = [one for one in written if (int(one["hour"]), int(one["minute"])) == (start.hour, start.minute)]
    if not said or any(len(one["hour"]) > 1 or (one["half"] or "p")[0].casefold() != "p" for one in said):
        return meeting
    if any(_LATEST_BARE < int(one["hour"]) < _NOON and not one["half"] for one in written):
        return meeting
    later = end and (end if end.hour >= _NOON else end.replace(hour=end.hour + _NOON))
    return replace(meeting, start=start.replace(hour=start.hour + _NOON), end=later)


def why_no_date(said: str) -> str:
    """Say what is wrong with a `Date:` line that tells no day."""
    if not said:
        return "the agenda has no date"
    without_year = bool(moments_in(said, near=date(2000, 1, 1)))
    return f"the date “{said[:60]}” has no year" if without_year else f"“{said[:60]}” is not a date"


def _yearless(text: str) -> bool:
    """Whether a line tells a day without a year, and none with one."""
    return bool(moments_in(text, near=date(2000, 1, 1))) and not moments_in(text)


def dated(
    meeting: Meeting,
    evidence: Sequence[Evidence],
    lines: Mapping[str, int],
    where: str,
    *,
    loose: Sequence[Block] = (),
    wrong: BadInput | None,
    day: date | None,
    fallback: date | None,
) -> Chosen:
    """Return the meeting with its day, its hours and its `Date:` line. Raises BadInput where there is no day."""
    line = lines.get("date")
    if wrong is not None and day is None:
        raise BadInput(wrong.message, where=where, line=line, hint=wrong.hint or "correct the date") from wrong
    said = meeting.said("Date")
    if day is None and fallback is None and not any(one.score >= FAINT for one in evidence):
        without = next((block for block in loose if not said and _yearless(block.text)), None)
        message = why_no_date(said or (without.text.strip() if without else ""))
        raise BadInput(message, where=where, line=line or (without.place if without else 1), hint=_HINT)
    chosen = choose(meeting, evidence, where, day=day, fallback=fallback)
    made = with_loose_times(with_times(chosen.meeting, lines, where), loose)
    by_key = line is not None and chosen.evidence is not None and chosen.evidence.place == line
    made = made if by_key else with_date_line(made)
    return replace(chosen, meeting=made)
