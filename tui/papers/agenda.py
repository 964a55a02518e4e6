"""Making a meeting from a paper: what its parts say is put together, and no word of it is lost."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.header import with_date_line
from tui.meeting.dates.moments import hours_in, moments_in
from tui.meeting.languages.languages import words_of
from tui.meeting.model import Meeting, Person, Presence, Section
from tui.meeting.people.name_forms import bare_name, fold
from tui.meeting.text.brackets import restored, wholly_restricted
from tui.papers.correcting.laid_out import parts_of, understood_of
from tui.papers.correcting.rebuilt import in_first
from tui.papers.document import Block, Document
from tui.papers.draft import NO_DAY, Draft, OtherDay
from tui.papers.file_title import titled_by_file
from tui.papers.kept import lines_beside
from tui.papers.reading.text import read_text_document
from tui.papers.several import OtherMeeting, one_meeting
from tui.papers.understanding.date_line import left_unread
from tui.papers.understanding.headings import is_first_item
from tui.papers.understanding.language import language_of_paper
from tui.papers.understanding.parts import PaperParts
from tui.papers.understanding.people.known import known_people
from tui.papers.understanding.people.names import is_name
from tui.papers.understanding.roles import Role
from tui.papers.understanding.sections import Listed, outline_of, twice_numbered
from tui.papers.understanding.titles import clean_title, title_in_sentence
from tui.papers.understanding.when import (
    Chosen,
    Evidence,
    dated,
    evidence_in,
    hour_of,
    in_the_evening,
    key_evidence,
    tells_hour,
    with_day_called,
    year_of_title,
)
from tui.papers.understanding.where import with_place

_CLOCK = re.compile(
    r"\s*(?:[–—-]\s*)?\(?\b(?:at\s+|um\s+|om\s+|à\s+)?(?P<hour>\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|uhr|uur|h\b)|\d{1,2}:\d\d)\)?",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
_TIMED_FIRST = re.compile(
    r"(?:[^\W\d_][\w ]{1,12}:\s*)?((?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m\.?)?)"
    r"(?:\s*(?:[-–—]|to|bis|à|a)\s*\d.*)?",
    re.IGNORECASE,
)
"""When a timetable comes to an item."""
_OF_MEETING = re.compile(r"(?:meeting|event)[_ -]?(?:date|time|start)|start[_ -]?(?:date|time)", re.IGNORECASE)
"""What front matter calls the day of the meeting, and not of the page."""
_STAMP = re.compile(r"(?<=\d)T\d\d:\d\d:\d\d.*$")
_TELLS_WHEN = re.compile(r"\b(?:time|date|when|schedule|datum|uhrzeit|termin|heure|fecha|hora)\b", re.IGNORECASE)
"""What a key speaks of that is none of those of a day, and may tell one: `Time and place`."""
_EVENING = "{where}:1: the hour was taken for the evening, {start:%H:%M}; check it"
_HEAD = 300
"""Lines of a head in which a day and a place are looked for."""


def read_agenda(
    text: str, where: str, *, day: date | None = None, fallback: date | None = None, earlier: date | None = None
) -> Draft:
    """Read an agenda's text into a meeting that stands in its first section; see `read_paper`."""
    return read_paper(read_text_document(text, where), day=day, fallback=fallback, earlier=earlier)


def read_paper(
    document: Document, *, day: date | None = None, fallback: date | None = None, earlier: date | None = None
) -> Draft:
    """Make a draft of the meeting from a paper.

    `day` overrides the paper's day; `fallback` is taken where it has none. A day without a year is the first after
    `earlier`, the meeting before it. A paper without a title is called as its file is. Raises BadInput, with the
    line, for a paper without a day or items.
    """
    near = day or (earlier + timedelta(days=1) if earlier else document.sent)
    draft, wrong = _read(document, near, day, fallback)
    where, sections = document.where, draft.meeting.sections
    if not draft.meeting.title and (wrong is not None or not sections):
        hint = "begin with a line “# Title of the meeting”"
        raise BadInput("the agenda has no title", where=where, line=1, hint=hint)
    if wrong is not None:
        raise wrong
    if not sections:
        hint = "list them below “## Agenda”, one a line"
        raise BadInput("the agenda has no items", where=where, line=document.last_place, hint=hint)
    return draft if draft.meeting.title else titled_by_file(draft, where)


def draft_of(document: Document, today: date, *, day: date | None = None) -> Draft:
    """Make a draft of whatever a paper tells, for somebody who is asked for the rest; see `Draft.lacks`.

    A day without a year is the next one from the day on which a mail was sent, else from today. Of several meetings in
    the paper, the one on `day` is read, else the first.
    """
    return _read(document, document.sent or today, day, None)[0]


def _read(
    document: Document, near: date | None, day: date | None, fallback: date | None
) -> tuple[Draft, BadInput | None]:
    """Return the draft, and why its day is not told where it is not."""
    document, others = one_meeting(document, day)
    parts = PaperParts(document)
    parts.read()
    head = Meeting(id=uuid.uuid4().hex, title=_title(parts, document), date=NO_DAY, header=tuple(parts.header))
    chosen, undated = _with_day(head, parts, document, near, day, fallback)
    listed = outline_of(parts.outline, known_people([*parts.listing.people, *_in_header(parts)]))
    meeting = with_place(_with_hidden_day(chosen, parts), parts)
    meeting = replace(
        meeting,
        people=tuple(parts.listing.people),
        public=parts.public,
        sections=in_first(one.section for one in listed),
    )
    meeting = replace(meeting, language=language_of_paper(meeting.header, document.blocks))
    meeting, doubts = _with_hours(meeting, parts, listed, document)
    lines = understood_of(document, parts)
    meeting = replace(meeting, unplaced=tuple(line.words for line in lines_beside(lines, meeting)))
    warnings = [*document.warnings, *_lines_left(parts, meeting), *chosen.warnings, *doubts]
    warnings += [*_people_twice(parts), *_numbers_twice(listed, document.where), *_left_of_date(parts, meeting)]
    warnings += [_of_another(one, document.where) for one in others]
    other_days = tuple(_other_day(one) for one in chosen.others)
    draft = Draft(
        meeting=meeting,
        warnings=tuple(sorted(warnings, key=_line_of)),
        understood=lines,
        parts=tuple(parts_of(meeting, parts, listed, chosen, undated, others)),
        date_why=chosen.evidence.why if chosen.evidence else "",
        other_days=other_days,
        other_meetings=others,
    )
    return draft, undated


def _with_hours(
    meeting: Meeting, parts: PaperParts, listed: Sequence[Listed], document: Document
) -> tuple[Meeting, list[str]]:
    """Return the meeting with the hour that only its first item tells, and with a bare one in the evening."""
    opening = None if meeting.start else (hour_of(parts.title) or _opening_hour(one.section for one in listed[:3]))
    opening = opening or (None if meeting.start else _hour_of_first_day(meeting, listed))
    told = meeting if opening is None else replace(meeting, start=opening)
    found = in_the_evening(told, document.blocks)
    doubts = [] if found is told else [_EVENING.format(where=document.where, start=found.start)]
    if found is not meeting and "date" not in parts.lines_of_keys:
        found = with_date_line(found)
    return found, doubts


def _of_another(one: OtherMeeting, where: str) -> str:
    hint = f"give --date {one.date.isoformat()} for that one"
    return f"{where}:{one.place}: another meeting stands here, {one.words}, and is kept beside this one; {hint}"


def _with_day(
    head: Meeting, parts: PaperParts, document: Document, near: date | None, day: date | None, fallback: date | None
) -> tuple[Chosen, BadInput | None]:
    """Return the meeting with its day; or without one, and why."""
    evidence, wrong = _evidence(parts, document, near)
    lines, loose = parts.lines_of_keys, parts.loose
    try:
        return dated(head, evidence, lines, document.where, loose=loose, wrong=wrong, day=day, fallback=fallback), None
    except BadInput as error:
        return Chosen(meeting=head), error


def _left_of_date(parts: PaperParts, meeting: Meeting) -> list[str]:
    """Say what the line `Date:` says that is not printed."""
    line = parts.lines_of_keys.get("date")
    left = left_unread(meeting.said("Date"), meeting.date) if line is not None else ""
    words = f"“{left[:60]}” of the line Date: is kept and not printed; say it in a line of its own"
    return [f"{parts.where}:{line}: {words}"] if left else []


def _other_day(one: Evidence) -> OtherDay:
    moment = one.moment
    return OtherDay(
        date=moment.date, place=one.place, why=one.why, last=moment.last, start=moment.start, end=moment.end
    )


def _title(parts: PaperParts, document: Document) -> str:
    """Return the title: a line that is one, what a key gives, what a sentence calls the meeting, a mail's subject."""
    named = next((words for key, words in parts.header if key.casefold() in words_of("title_keys") and words), "")
    said = ((title_in_sentence(block.text), block.marked) for block in parts.loose)
    sentence = next((restored(title, marked) for title, marked in said if title), "")
    return parts.title or named or sentence or restored(clean_title(document.subject), document.marked_subject)


def _in_header(parts: PaperParts) -> list[Person]:
    """Return those whom the head names as chair or for the minutes: they present items too."""
    keys = words_of("chair_keys") | words_of("minutes_keys")
    said = [words for key, words in parts.header if key.casefold() in keys]
    return [Person(id=0, name=name) for words in said if is_name(name := words.partition(",")[0].strip())]


def _evidence(parts: PaperParts, document: Document, near: date | None) -> tuple[list[Evidence], BadInput | None]:
    """Gather every day that the paper names for the meeting, and what is wrong with its `Date:` line."""
    found: list[Evidence] = []
    wrong: BadInput | None = None
    line = parts.lines_of_keys.get("date")
    if line is not None:
        said = next(words for key, words in parts.header if key == "Date")
        paged = moments_in(parts.front["title"].text) if "title" in parts.front else ()
        found, wrong = key_evidence(said, line, parts.title, near or (paged[0].date if paged else None))
    first = min((block.place for block in document.blocks if block.aside is None), default=1)
    year = _year_near(parts, document, near)
    for block in parts.loose[:_HEAD]:
        found += evidence_in(block, near or year, first=block.place == first)
    for key, words in parts.header if line is None else ():
        told = Block(place=parts.lines_of_keys.get(key.casefold(), 1), text=words)
        found += evidence_in(told, near or year) if _TELLS_WHEN.search(key) else []
    for block in parts.days:
        found += evidence_in(block, near or year, score=70, why="a heading tells it")
    title_at = parts.frame.title_at
    title_line = next((b.place for b, role in parts.roles if role is Role.TITLE), 1) if title_at >= 0 else 1
    titled = next((b.text for b, role in parts.roles if role is Role.TITLE), parts.title)
    found += evidence_in(
        Block(place=title_line, text=titled), near or year_of_title(titled) or year, score=72, why="the title tells it"
    )
    if document.subject:
        found += evidence_in(Block(place=1, text=document.subject), near or year, score=66, why="the subject tells it")
    found += _evidence_of_page(parts, near)
    for block in parts.foot:
        if block.hashes:
            found += evidence_in(block, near, score=45, why="a heading tells it")
        found += [one for one in evidence_in(block, near) if one.score > 80]
    return with_day_called(_with_years(found), head_tells_hour=tells_hour(parts.header)), wrong


def _evidence_of_page(parts: PaperParts, near: date | None) -> list[Evidence]:
    """Return the days that a page's front matter tells; the second at which it was published is no meeting's hour."""
    found: list[Evidence] = []
    for key, block in parts.front.items():
        if _OF_MEETING.search(key):
            found += evidence_in(block, near, score=74, why="the page says when the meeting is")
        elif key == "title":
            found += evidence_in(block, near, score=71, why="the page's title tells it")
        elif key == "date":
            stamped = replace(block, text=_STAMP.sub("", block.text))
            found += evidence_in(stamped, near, score=30, why="the page was published then")
    return found


def _with_years(found: Sequence[Evidence]) -> list[Evidence]:
    """Give a day without a year that of the same day where the paper names it with one."""
    said = {(one.moment.date.month, one.moment.date.day): one.moment.date for one in found if one.moment.year_said}
    return [
        one
        if one.moment.year_said or (day := said.get((one.moment.date.month, one.moment.date.day))) is None
        else replace(one, moment=replace(one.moment, date=day))
        for one in found
    ]


def _year_near(parts: PaperParts, document: Document, near: date | None) -> date | None:
    """Return the day after which a day without a year is looked for: one that the paper has at its top."""
    if near is not None:
        return near
    for text in (*(block.text for block in parts.loose), document.subject):
        if found := moments_in(text):
            return found[0].date
    alone = next((block.text.strip() for block in parts.loose if _YEAR_ALONE.fullmatch(block.text.strip())), "")
    headed = (year_of_title(block.text) for block, role in parts.roles if role in (Role.TITLE, Role.HEADING))
    return date(int(alone), 1, 1) if alone else next(filter(None, headed), None)


def _with_hidden_day(chosen: Chosen, parts: PaperParts) -> Chosen:
    """Restrict the line `Date:` where the line that tells the day is restricted."""
    place = chosen.evidence.place if chosen.evidence else -1
    if not any(block.place == place and block.marked for block in (*parts.loose, *parts.days)):
        return chosen
    header = tuple((key, wholly_restricted(words) if key == "Date" else words) for key, words in chosen.meeting.header)
    return replace(chosen, meeting=replace(chosen.meeting, header=header))


def _opening_hour(sections: Iterable[Section]) -> time | None:
    """Return the hour that the first items give for the meeting's beginning: `Call to order at 3:00 pm`."""
    for at, section in enumerate(sections):
        words = section.heading
        if at == 0 and section.explanation and (timed := _TIMED_FIRST.fullmatch(section.explanation[0])):
            hours = hours_in(timed[1])
            return hours.start if hours else None
        found = _CLOCK.search(words)
        if found and not moments_in(words) and is_first_item(_CLOCK.sub("", words).strip(" .,;–—-()")):
            hours = hours_in(found["hour"])
            return hours.start if hours else None
    return None


def _hour_of_first_day(meeting: Meeting, listed: Sequence[Listed]) -> time | None:
    """Return the hour that a heading over the items of the first of several days tells."""
    for one in listed if meeting.last_date else ():
        told = moments_in(one.section.heading, near=meeting.date) if one.section.level == 1 else ()
        if told and told[0].date == meeting.date:
            return told[0].start
    return None


def _lines_left(parts: PaperParts, meeting: Meeting) -> list[str]:
    """Say which lines of the head and of the lists of people have no place in the meeting."""
    kept = set(meeting.unplaced)
    left = [b for b in (*parts.loose, *parts.odd, *parts.listing.odd) if " ".join(b.kept.split()) in kept]
    left = sorted((b for b in left if not moments_in(b.text)), key=lambda block: block.place)
    if not left:
        return []
    first = left[0]
    count = "a line is" if len(left) == 1 else f"{len(left)} lines are"
    words = f"“{first.text.strip()[:60]}”"
    return [f"{parts.where}:{first.place}: {count} kept beside the meeting and not printed, from {words} on"]


def _line_of(warning: str) -> int:
    found = re.search(r":(\d{1,9}): ", warning)
    return int(found[1]) if found else 0


def _numbers_twice(listed: Iterable[Listed], where: str) -> list[str]:
    return [
        f"{where}:{again.line}: number {again.section.number} is given twice, first in line {first.line}; both are kept"
        for again, first in twice_numbered([*listed])
    ]


def _people_twice(parts: PaperParts) -> list[str]:
    """Warn of one abbreviation for two people, who are then known by their names alone, and of one person twice."""
    warnings = []
    names: dict[str, int] = {}
    abbreviations: dict[str, tuple[Person, int]] = {}
    for person, line in zip(parts.listing.people, parts.listing.lines, strict=True):
        name, abbreviation = fold(" ".join(bare_name(person.name))), fold(person.abbreviation)
        if name in names:
            what = f"{person.name} is listed twice, first in line {names[name]}"
            warnings.append(f"{parts.where}:{line}: {what}; take one of them out")
        elif abbreviation and abbreviation in abbreviations:
            other, first = abbreviations[abbreviation]
            what = f"({person.abbreviation}) stands for {person.name} and, in line {first}, for {other.name}"
            warnings.append(f"{parts.where}:{line}: {what}; neither will be known by it")
        names.setdefault(name, line)
        if abbreviation and person.presence is not Presence.ABSENT:
            abbreviations.setdefault(abbreviation, (person, line))
    return warnings
