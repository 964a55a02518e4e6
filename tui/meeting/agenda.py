"""Reading an agenda: a Markdown file written by a person, or text pasted from a word processor."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda_outline import OutlineLine, outline_of
from tui.meeting.attendance import names_nobody, read_person
from tui.meeting.dates import read_when, said_date
from tui.meeting.model import Group, Meeting, Person, Presence, SectionState, Value
from tui.meeting.outline import core
from tui.meeting.showable import clean

_BLOCKS: dict[str, tuple[Group, Presence] | None] = {
    "attendance": (Group.MEMBER, Presence.PRESENT),
    "attendees": (Group.MEMBER, Presence.PRESENT),
    "present": (Group.MEMBER, Presence.PRESENT),
    "members": (Group.MEMBER, Presence.PRESENT),
    "members present": (Group.MEMBER, Presence.PRESENT),
    "in attendance": (Group.IN_ATTENDANCE, Presence.PRESENT),
    "also present": (Group.IN_ATTENDANCE, Presence.PRESENT),
    "officers": (Group.IN_ATTENDANCE, Presence.PRESENT),
    "guests": (Group.GUEST, Presence.PRESENT),
    "observers": (Group.OBSERVER, Presence.PRESENT),
    "public": (Group.PUBLIC, Presence.PRESENT),
    "apologies": (Group.MEMBER, Presence.APOLOGIES),
    "apologies for absence": (Group.MEMBER, Presence.APOLOGIES),
    "absent": (Group.MEMBER, Presence.ABSENT),
    "agenda": None,
    "items": None,
}
"""The headings an agenda may have, and what the people under them are."""

_KEY = re.compile(r"([^\W\d_][\w .'’/()-]{0,40}?)\s*:\s*(.*)")
_BULLET = re.compile(r"^(?:[-*+•·▪◦‣–—]\s+|\|\s*)")
_PUBLIC = re.compile(r"members?\s+of\s+the\s+public\b[^\d]*(\d+|none|nil)\b|(\d+)\s+members?\s+of\s+the\s+public", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*+•·▪◦‣]\s+|(?:item\s+)?\d+[a-z]?[.):]?\s|\(?[a-z0-9]{1,3}[.)]\s)", re.IGNORECASE)
_REQUIRED = "add a line such as “Date: Tuesday 27 August 2019 10:00”, or give --date"


class AgendaRead(Value, frozen=True, kw_only=True):
    """A meeting made from an agenda, and what its writer may want to look at."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()
    """One line each, with file and line number."""


class _Reader:
    """Goes through an agenda's lines once, keeping what each block holds."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.title = ""
        self.header: list[tuple[str, str]] = []
        self.lines_of_keys: dict[str, int] = {}
        self.people: list[Person] = []
        self.public: int | None = None
        self.outline: list[OutlineLine] = []
        self._take: Callable[[int, str], None] = self._take_header

    def read(self, text: str) -> None:
        has_title = re.search(r"(?m)^\s{0,3}#\s+\S", text) is not None
        for number, raw in enumerate(_plain_lines(text), 1):
            line = raw.strip()
            if not line or re.fullmatch(r"[-=_*|:\s]{3,}", line) or line.startswith("<!--"):
                continue
            heading = re.match(r"(#{1,6})\s+(.*?)\s*#*$", line)
            if heading and len(heading.group(1)) == 1 and not self.title:
                self.title = heading.group(2)
            elif heading and len(heading.group(1)) <= 2:
                self._open_block(number, heading.group(2))
            elif not has_title and not self.title and not self._opens(line) and not self.header and not self.people:
                self._take_first(number, line)
            elif self._opens(line):
                self._open_block(number, line)
            else:
                self._take(number, raw)

    def _take_first(self, number: int, line: str) -> None:
        """Take the first line of an agenda without a `#`: its title, unless it is a key or an item."""
        if _KEY.fullmatch(line) or _ITEM.match(line):
            self._take_header(number, line)
        else:
            self.title = line.strip("*_ ")

    def _opens(self, line: str) -> bool:
        """Whether a line without `##` is a block's heading; within the agenda it is an item."""
        return self._take != self._take_section and _block_name(line) in _BLOCKS and not _ITEM.match(line)

    def _open_block(self, number: int, heading: str) -> None:
        name = _block_name(heading)
        if name not in _BLOCKS:
            known = ", ".join(f"## {n.capitalize()}" for n in ("attendance", "apologies", "in attendance", "agenda"))
            if self._take != self._take_section and self._take != self._take_header:
                raise BadInput(f"“{heading}” is not a part of an agenda", where=self.where, line=number, hint=f"known: {known}")
            self._take = self._take_section
            self._take_section(number, heading)
            return
        block = _BLOCKS[name]
        if block is None:
            self._take = self._take_section
        else:
            group, presence = block
            self._take = lambda line_number, line: self._take_person(line_number, line, group, presence)

    def _take_header(self, number: int, raw: str) -> None:
        line = raw.strip()
        line = _BULLET.sub("", line, count=1) if _KEY.fullmatch(_BULLET.sub("", line, count=1)) else line
        if self._take_public(line):
            return
        key = _KEY.fullmatch(line.replace("**", ""))
        if key and _block_name(key.group(1)) in _BLOCKS and _BLOCKS[_block_name(key.group(1))] and key.group(2):
            group, presence = _BLOCKS[_block_name(key.group(1))] or (Group.MEMBER, Presence.PRESENT)
            for person in key.group(2).split(";"):
                self._take_person(number, person, group, presence)
        elif key and not _ITEM.match(line):
            self.header.append((key.group(1).strip(), key.group(2).strip()))
            self.lines_of_keys.setdefault(key.group(1).strip().casefold(), number)
        elif _ITEM.match(line):
            self._take = self._take_section
            self._take_section(number, raw)
        elif self.header:
            name, words = self.header[-1]
            self.header[-1] = (name, f"{words} {line}".strip())
        else:
            raise BadInput(
                f"“{line[:60]}” is neither a title nor a `Key: value` line", where=self.where, line=number,
                hint="begin with “# Title of the meeting”, then Date:, Chair: and so on",
            )

    def _take_public(self, line: str) -> bool:
        found = _PUBLIC.search(line)
        if found is None:
            return False
        count = found.group(1) or found.group(2)
        self.public = int(count) if count.isdigit() else 0
        return True

    def _take_person(self, number: int, raw: str, group: Group, presence: Presence) -> None:
        line = re.sub(r"\s*\|\s*", ", ", raw.strip().strip("|").strip()) if raw.strip().startswith("|") else raw.strip()
        line = re.sub(r"\s*\t\s*", ", ", _BULLET.sub("", line, count=1))
        line = re.sub(r"^\d+[.)]\s+", "", line).strip("*_ ")
        if names_nobody(line) or self._take_public(line) or re.fullmatch(r"names?:?,\s*capacity:?", line, re.IGNORECASE):
            return
        person = read_person(line, len(self.people) + 1)
        if not person.name:
            raise BadInput(f"“{raw.strip()}” has no name", where=self.where, line=number, hint="write “- Name, capacity (ABBR)”")
        self.people.append(replace(person, group=group, presence=presence))

    def _take_section(self, number: int, raw: str) -> None:
        if self._take_public(raw):
            return
        hashes = re.match(r"\s*(#{3,6})\s+(.*)", raw)
        if hashes:
            raw = " " * (len(hashes.group(1)) - 3) * 2 + hashes.group(2)
        self.outline.append(OutlineLine(line=number, text=raw))


def _plain_lines(text: str) -> list[str]:
    """Give the lines with what word processors leave made plain: odd spaces, soft hyphens, Markdown's backslashes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = re.sub(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]", " ", text).replace("\u200b", "").replace("\u00ad", "")
    lines = re.split(r"[\n\x85\u2028\u2029]", text)
    lines = ["\t".join(clean(piece) for piece in line.split("\t")) for line in lines]
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line).rstrip() for line in lines]


def _block_name(heading: str) -> str:
    return heading.strip().strip("*_:# ").casefold()


def read_agenda(text: str, where: str, *, day: date | None = None, fallback: date | None = None) -> AgendaRead:
    """Read an agenda into a meeting that stands in its first section.

    `where` names the file in messages. `day` overrides its date; `fallback` is taken where it has none.
    Raises BadInput, with the line, for an agenda without a title or date, or with an impossible date.
    """
    reader = _Reader(where)
    reader.read(text)
    if not reader.title:
        raise BadInput("the agenda has no title", where=where, line=1, hint="begin with a line “# Title of the meeting”")
    meeting = Meeting(id=uuid.uuid4().hex, title=reader.title, date=date.min, header=tuple(reader.header))
    meeting, warnings = _dated(meeting, reader, day, fallback)
    sections = outline_of(reader.outline)
    if not sections:
        raise BadInput("the agenda has no items", where=where, hint="list them below “## Agenda”, one a line")
    warnings += _same_numbers(reader)
    first = replace(sections[0], state=SectionState.CURRENT, reached=1)
    return AgendaRead(
        meeting=replace(
            meeting, people=tuple(reader.people), public=reader.public, sections=(first, *sections[1:])
        ),
        warnings=tuple(warnings),
    )


def _dated(meeting: Meeting, reader: _Reader, day: date | None, fallback: date | None) -> tuple[Meeting, list[str]]:
    line = reader.lines_of_keys.get("date")
    try:
        when = read_when(meeting.said("Date"))
    except BadInput as error:
        if day is None:
            raise BadInput(error.message, where=reader.where, line=line, hint=error.hint or "correct the date") from error
        when = None
    warnings = []
    if day is None and when is not None:
        if when.weekday is not None and when.weekday != when.date.weekday():
            warnings.append(f"{reader.where}:{line}: {said_date(when.date)} is a {when.date:%A}; check the date")
        return replace(meeting, date=when.date, start=when.start, end=when.end), warnings
    chosen = day or fallback
    if chosen is None:
        said = meeting.said("Date")
        raise BadInput(f"“{said}” is not a date" if said else "the agenda has no date", where=reader.where, line=line, hint=_REQUIRED)
    words = f"{chosen:%A} {said_date(chosen)}" + (f" {when.start:%H:%M}" if when and when.start else "")
    header = [(k, words if k.casefold() == "date" else v) for k, v in meeting.header]
    if not meeting.said("Date") and "date" not in reader.lines_of_keys:
        header.insert(0, ("Date", words))
    start, end = (when.start, when.end) if when else (None, None)
    return replace(meeting, date=chosen, start=start, end=end, header=tuple(header)), warnings


def _same_numbers(reader: _Reader) -> list[str]:
    """Warn of two sections of one number side by side; a number may well come again elsewhere."""
    warnings: list[str] = []
    siblings: dict[tuple[int, ...], dict[str, int]] = {}
    path: list[int] = []
    for place, section in enumerate(outline_of(reader.outline)):
        path = [*path[: section.level - 1], place]
        number = core(section.number)
        taken = siblings.setdefault(tuple(path[:-1]), {})
        line = reader.outline[place].line
        if number and number in taken:
            warnings.append(f"{reader.where}:{line}: number {section.number} is given twice, first in line {taken[number]}; both are kept")
        elif number:
            taken[number] = line
    return warnings
