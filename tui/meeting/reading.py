"""What one line of the capture language means in a meeting, before anything is changed.

The screen shows a reading under the capture line as it is typed; entering the line acts on the same reading.
"""

from __future__ import annotations

import re
import string

from tui.errors import Refused
from tui.meeting import marks
from tui.meeting.due import due_from_words, find_due
from tui.meeting.model import Decision, Due, Entry, Kind, Meeting, Value
from tui.meeting.names import directory_of
from tui.meeting.owners import read_owners, worded_owners
from tui.meeting.showable import clean, lines_of
from tui.meeting.speakers import read_prefix, said_by
from tui.meeting.votes import read_decision
from tui.meeting.wording import masked

_REPLACES = re.compile(r"\s*<\s*([AB]\d{1,4})\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(B\d{1,4})(?![\w/.-])\s*", re.IGNORECASE)
_DUE = re.compile(r"(?<!\d)\^|\^(?!\d)")
_DELIMITERS = frozenset(string.punctuation) - {".", "-", "\\"}
_SILENT = frozenset({Kind.SUBHEADING, Kind.EVENT, Kind.ACTION})
"""The kinds from which no speakers are read."""


class Words(Value, frozen=True, kw_only=True):
    """A line that stores an entry, or an entry's words read again."""

    kind: Kind
    text: str
    speakers: tuple[str, ...] = ()
    speakers_in_text: bool = False
    restricted: bool = False
    literal: bool = False
    owners: tuple[str, ...] = ()
    due: Due | None = None
    decision: Decision | None = None
    replaces: str = ""
    """The ref of the action that this one replaces: `B1`."""
    about: str = ""
    """For an update: the ref of its action, where one was typed."""


class Command(Value, frozen=True, kw_only=True):
    """A line that begins with `/`."""

    name: str
    argument: str = ""


class Correction(Value, frozen=True, kw_only=True):
    """A line of the form `s/old/new/`."""

    old: str
    new: str


class StepOut(Value, frozen=True, kw_only=True):
    """An empty line."""


Reading = Words | Command | Correction | StepOut


def read_line(meeting: Meeting, line: str, kind: Kind | None = None) -> Reading:
    """Read one line as it would be entered; `kind` overrides the current kind for a line without a mark.

    Raises Refused for a line that can't mean anything: a mark without words, a correction that names none.
    """
    line = clean(" ".join(lines_of(line))).strip()
    current = kind or meeting.current_kind
    if not line:
        return StepOut()
    if line.startswith(marks.LITERAL):
        if not line[1:].strip():
            raise Refused("there are no words after the backslash")
        return read_words(meeting, current, line[1:].strip(), literal=True)
    if line.startswith(marks.COMMAND):
        name, _, argument = line[1:].partition(" ")
        return Command(name=name.casefold(), argument=argument.strip())
    if correction := _read_correction(line):
        return correction
    restricted = line.startswith(marks.RESTRICT)
    if restricted:
        line = line[1:].lstrip()
    if line[:1] in marks.MARKS and not line.startswith(marks.GAP):
        current, line = marks.MARKS[line[0]], line[1:].strip()
    if not line:
        raise Refused("there are no words after the mark")
    return read_words(meeting, current, line, restricted=restricted)


def _read_correction(line: str) -> Correction | None:
    if len(line) < 4 or line[0] != "s" or line[1] not in _DELIMITERS or line[-1] != line[1]:
        return None
    pieces = line[2:-1].split(line[1])
    if len(pieces) == 1:
        return None
    if len(pieces) > 2:
        raise Refused(
            f"the words hold {line[1]!r} too", hint="put another character between them: s|old|new|, or begin with \\"
        )
    if not pieces[0]:
        raise Refused("there are no words to look for", hint="type s/old/new/")
    return Correction(old=pieces[0], new=pieces[1])


def read_words(
    meeting: Meeting, kind: Kind, text: str, *, restricted: bool = False, literal: bool = False
) -> Words:
    """Read an entry's words, without any mark: speakers, owners, due and votes as its kind has them."""
    directory = directory_of(meeting)
    if kind is Kind.ACTION:
        return _read_action(meeting, text, restricted=restricted, literal=literal)
    about = ""
    if kind is Kind.UPDATE and not literal and (ref := _ABOUT.match(text)):
        about, text = ref.group(1).upper(), text[ref.end() :]
        if not text:
            raise Refused(f"there are no words after {about}")
    speakers: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    if kind not in _SILENT and not literal:
        if (prefix := read_prefix(directory, masked(text))) is not None:
            speakers, rest = prefix
            text = text[len(text) - len(rest) :] if rest else ""
        else:
            said = said_by(directory, masked(text))
    decision = read_decision(directory, masked(text)) if kind is Kind.DECISION else None
    return Words(
        kind=kind,
        text=text,
        speakers=speakers or said,
        speakers_in_text=bool(said),
        restricted=restricted,
        literal=literal,
        about=about,
        decision=decision,
    )


def _read_action(meeting: Meeting, text: str, *, restricted: bool, literal: bool) -> Words:
    replaces, due = "", None
    if found := _REPLACES.search(masked(text)):
        replaces, text = found.group(1).upper(), text[: found.start()]
    hidden = masked(text)
    if mark := _DUE.search(hidden):
        at = re.search(r"\s@", hidden[mark.end() :])
        end = mark.end() + at.start() if at else len(text)
        words = text[mark.end() : end].strip()
        text = f"{text[: mark.start()].rstrip()} {text[end:].strip()}".strip()
        if not words:
            raise Refused("there are no words after ^", hint="say when it is due: ^April meeting")
        due = due_from_words(meeting, words)
    read = read_owners(directory_of(meeting), text)
    text = read.text
    if not text:
        raise Refused("the action has no words", hint="say what is to be done")
    return Words(
        kind=Kind.ACTION,
        text=text,
        restricted=restricted,
        literal=literal,
        owners=read.owners,
        due=due or find_due(meeting, masked(text)),
        replaces=replaces,
    )


def typed_words(meeting: Meeting, entry: Entry) -> str:
    """Give an entry's words as they could be typed again after its mark: speakers, `@` and `^` with them."""
    text = entry.text
    if entry.speakers and not entry.speakers_in_text:
        text = f"{', '.join(entry.speakers)}: {text}"
    if entry.action is not None:
        worded = worded_owners(directory_of(meeting), masked(entry.text))
        for owner in entry.action.owners:
            if owner not in worded:
                text += f' @"{owner}"' if re.search(r"[\s@]|[,.;:)]$", owner) else f" @{owner}"
        if entry.action.due and not entry.action.due.in_text:
            text += f" ^{entry.action.due.words}"
    return text.strip()
