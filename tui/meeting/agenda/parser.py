"""Going through an agenda's lines: its title, its head, its people and its list of items."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.agenda.blocks import Block, block_of, opens_agenda, people_in, people_listed, public_count
from tui.meeting.agenda.header import KNOWN_KEYS, is_date, key_of
from tui.meeting.agenda.lines import Line, has_bullet, plain_lines, without_bullet, without_emphasis
from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.agenda.sections import OutlineLine
from tui.meeting.model import Person
from tui.meeting.people.person_line import read_person
from tui.meeting.people.roles import is_role
from tui.meeting.text.brackets import restored

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_CLOSED = re.compile(r"(?<=\s)#+$")
_RULE = re.compile(r"[-=_*|:~+\s]{3,}|```.*")


class _Part(Enum):
    """Where in an agenda a line stands."""

    HEAD = auto()
    PEOPLE = auto()
    ITEMS = auto()


class AgendaReader:
    """Goes through an agenda's lines once, keeping what each part holds."""

    def __init__(self, text: str, where: str) -> None:
        self.where = where
        self.title = ""
        self.header: list[tuple[str, str]] = []
        self.lines_of_keys: dict[str, int] = {}
        self.people: list[Person] = []
        self.lines_of_people: list[int] = []
        self.public: int | None = None
        self.outline: list[OutlineLine] = []
        self.warnings: list[str] = []
        lines = plain_lines(text)
        self.warnings += [f"{where}:{line.number}: {line.fault}" for line in lines if line.fault]
        self._lines = _shown(lines)
        self.last_line = self._lines[-1].number if self._lines else 1
        self._part = _Part.HEAD
        self._block = Block()
        self._hashes = 0
        """How many `#` the heading of that part had; 0 for a plain line."""
        self._listed_people = False
        """Whether the part of people that is being read has had a line."""
        self._under_heading = False
        """Whether the head's last key was a Markdown heading, which holds all lines up to the next."""
        self._headed_items = False
        self._items_at = -1

    def read(self) -> None:
        """Read every line."""
        title_at = self._find_title()
        self._items_at = self._find_items(title_at)
        before = 0
        for at, line in enumerate(self._lines):
            if at == title_at or (at < max(title_at, self._items_at) and opens_agenda(_words(line.text))):
                before = line.number
                continue
            self._read_line(at, line, apart=line.number > before + 1)
            before = line.number
        if not self.title:
            self.title = next((words for key, words in self.header if key.casefold() == "title"), "")

    def _find_title(self) -> int:
        """Find the title: a line with one `#`, else the first line that is nothing else; -1 where there is none."""
        for at, line in enumerate(self._lines):
            found = _HEADING.match(line.text.strip())
            if found and len(found[1]) == 1 and not _is_block(line.text):
                self.title = restored(_plain_title(line.text), line.marked)
                return at
        first = next((at for at, line in enumerate(self._lines) if not opens_agenda(_words(line.text))), -1)
        if first >= 0 and self._may_be_title(self._lines[first].text):
            self.title = restored(_plain_title(self._lines[first].text), self._lines[first].marked)
            return first
        return -1

    def _find_items(self, title_at: int) -> int:
        """Find the line that opens the list of items; -1 where there is none.

        `AGENDA` above the date and the people only says what the paper is.
        """
        for at, line in enumerate(self._lines):
            if at > title_at and opens_agenda(_words(line.text)):
                following = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
                key = key_of(following)
                if not (key and key[0].casefold() in KNOWN_KEYS) and not _opens_people(following):
                    return at
        return -1

    def _may_be_title(self, text: str) -> bool:
        key = key_of(text)
        known = key is not None and (key[0].casefold() in KNOWN_KEYS or block_of(key[0]) is not None)
        return not (known or _is_block(text) or has_bullet(text) or candidate_of(_words(text)).form is Form.SURE)

    def _read_line(self, at: int, line: Line, *, apart: bool) -> None:
        heading = _HEADING.match(line.text.strip())
        words = _words(line.text)
        if heading:
            self._take_heading(at, line, len(heading[1]), words)
        elif self._part is not _Part.ITEMS and _is_block(line.text):
            self._open(words)
        elif self._part is _Part.ITEMS:
            self._take_item(line)
        elif self._part is _Part.PEOPLE:
            self._take_people(at, line, apart=apart)
        else:
            self._take_head(at, line, apart=apart)

    def _open(self, heading: str, hashes: int = 0) -> None:
        self._hashes = hashes
        block = block_of(heading, likely=True)
        if opens_agenda(heading) or block is None:
            self._part = _Part.ITEMS
        else:
            self._part, self._block, self._listed_people = _Part.PEOPLE, block, False

    def _take_heading(self, at: int, line: Line, hashes: int, words: str) -> None:
        if self._part is _Part.ITEMS and (self.outline or not opens_agenda(words)):
            if block_of(words) is not None and hashes <= 2 and not self._headed_items:
                self._open(words, hashes)
            else:
                self._take_headed_item(line, hashes, words)
        elif opens_agenda(words) or (block_of(words) is not None and self._holds_people(at)):
            self._open(words, hashes)
        elif self._part is _Part.PEOPLE and 0 < self._hashes < hashes:
            self._block = block_of(words, likely=True) or self._block
        elif at > self._items_at:
            self._take_headed_item(line, hashes, words)
        elif block_of(words, likely=True) is not None:
            self._open(words, hashes)
        else:
            self._take_key(line, words, "")
            self._part, self._under_heading = _Part.HEAD, True

    def _holds_people(self, at: int) -> bool:
        """Whether a heading opens a list, and is not an item among others that are headings too."""
        following = self._lines[at + 1].text.strip() if at + 1 < len(self._lines) else "#"
        return at < self._items_at or not following.startswith("#")

    def _take_headed_item(self, line: Line, hashes: int, words: str) -> None:
        self._part, self._headed_items = _Part.ITEMS, True
        self.outline.append(OutlineLine(line=line.number, text=words, marked=line.marked, hashes=hashes))

    def _take_item(self, line: Line) -> None:
        if self._take_public(line.text):
            return
        words = without_bullet(line.text)
        if line.soft and self.outline and not has_bullet(line.text) and candidate_of(words).form is Form.NONE:
            above = self.outline[-1]
            self.outline[-1] = replace(above, text=f"{above.text} {words}", marked=f"{above.marked} {line.marked}")
        else:
            self.outline.append(OutlineLine(line=line.number, text=line.text, marked=line.marked))

    def _take_people(self, at: int, line: Line, *, apart: bool) -> None:
        key = key_of(line.text)
        if key is not None and key[0].casefold() in KNOWN_KEYS and not has_bullet(line.text):
            self._part, self._under_heading = _Part.HEAD, False
            self._take_head(at, line, apart=apart)
        elif at > self._items_at and apart and self._listed_people and _is_item(line.text):
            self._part = _Part.ITEMS
            self._take_item(line)
        elif not self._take_public(line.text):
            self._listed_people = True
            labelled = block_of(key[0]) if key is not None and key[1] else None
            people = people_listed(key[1]) if key is not None and labelled else people_in(line.text)
            self._add_people(line, people, labelled or self._block)

    def _add_people(self, line: Line, people: list[str], block: Block) -> None:
        for words in people:
            person = read_person(words, len(self.people) + 1)
            if words.startswith(",") or not any(character.isalnum() for character in person.name):
                message = f"“{line.text.strip()[:60]}” has no name"
                raise BadInput(message, where=self.where, line=line.number, hint="write “- Name, capacity (ABBR)”")
            person = replace(
                person,
                name=restored(person.name, line.marked),
                capacity=restored(person.capacity, line.marked),
                abbreviation=restored(person.abbreviation, line.marked),
            )
            self.people.append(replace(person, group=block.group, presence=block.presence))
            self.lines_of_people.append(line.number)

    def _take_public(self, text: str) -> bool:
        count = public_count(text)
        if count is not None:
            self.public = count
        return count is not None

    def _take_head(self, at: int, line: Line, *, apart: bool) -> None:
        if self._take_public(line.text):
            return
        text = without_emphasis(without_bullet(line.text)).strip()
        if self._under_heading and at < self._items_at:
            self._go_on(line, text, "; " if has_bullet(line.text) else " ")
            return
        item = at > self._items_at and _is_item(line.text)
        key = None if item else key_of(line.text)
        if key is not None:
            self._take_named(line, *key)
        elif self.header and not apart and not item:
            self._go_on(line, text, " ")
        elif not item and "date" not in self.lines_of_keys and is_date(text):
            self._take_key(line, "Date", " ".join(text.split()))
        elif at > self._items_at:
            self._part = _Part.ITEMS
            self._take_item(line)
        else:
            what = f"“{text[:60]}” is neither a title, a `Key: value` line nor below “## Agenda”; it is left out"
            self.warnings.append(f"{self.where}:{line.number}: {what}")

    def _take_named(self, line: Line, key: str, words: str) -> None:
        block = block_of(key)
        if block is not None and any(map(str.isalpha, words)):
            self._add_people(line, people_listed(words), block)
        else:
            self._take_key(line, key, words)

    def _take_key(self, line: Line, key: str, words: str) -> None:
        # A key that the program itself knows gives nothing away, and is looked for by its name.
        shown = key if key.casefold() in KNOWN_KEYS or is_role(key) else restored(key, line.marked)
        self.header.append((shown, restored(words, line.marked)))
        self.lines_of_keys.setdefault(key.casefold(), line.number)
        self._under_heading = False

    def _go_on(self, line: Line, words: str, joint: str) -> None:
        key, said = self.header[-1]
        self.header[-1] = (key, f"{said}{joint if said else ''}{restored(' '.join(words.split()), line.marked)}")


def _shown(lines: list[Line]) -> list[Line]:
    """Return the lines that say something: no empty ones, no rules, no comments."""
    shown = []
    in_comment = False
    for line in lines:
        text = line.text.strip()
        if not in_comment and text.startswith("<!--"):
            in_comment = True
        if in_comment:
            in_comment = "-->" not in text
        elif text and not _RULE.fullmatch(text):
            shown.append(line)
    return shown


def _words(text: str) -> str:
    """Return a line's words without a heading's hashes."""
    text = text.strip()
    if found := _HEADING.match(text):
        text = _CLOSED.sub("", text[found.end() :]).strip()
    return text


def _plain_title(text: str) -> str:
    return " ".join(without_emphasis(_words(text)).strip("*_ ").split())


def _is_block(text: str) -> bool:
    return opens_agenda(_words(text)) or _opens_people(text)


def _opens_people(text: str) -> bool:
    return block_of(_words(text)) is not None


def _is_item(text: str) -> bool:
    """Whether a line looks like an item of a list rather than a `Key: value` line or words that go on."""
    candidate = candidate_of(without_emphasis(without_bullet(text)))
    if candidate.form in (Form.SURE, Form.COMPOUND):
        return True
    if has_bullet(text):
        return key_of(text) is None
    return candidate.form is Form.LETTER or (candidate.form is Form.BARE and candidate.figure == 1)
