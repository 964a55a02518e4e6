"""What one line of the capture language means in a meeting, before anything is changed.

The screen shows a reading under the capture line as it is typed; entering the line acts on the same reading.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting import marks
from tui.meeting.capture.owners import read_owners, with_owners, worded_owners
from tui.meeting.capture.speakers import read_prefix, said_by
from tui.meeting.capture.table_lines import kept_rows, typed_rows
from tui.meeting.dates.due import due_from_words, find_due
from tui.meeting.decisions.reading import read_decision
from tui.meeting.model import Decision, Due, Entry, Kind, Meeting, Value
from tui.meeting.people.directory import directory_of
from tui.meeting.text.brackets import closed
from tui.meeting.text.inline_markup import masked
from tui.meeting.text.sanitizing import clean, lines_of

_REPLACES = re.compile(r"((?:\s*<\s*[AB]\d{1,4}\b){1,9})(?=\s*(?:$|@\S|\^))", re.IGNORECASE)
_REF = re.compile(r"[AB]\d{1,4}", re.IGNORECASE)
_ABOUT = re.compile(r"(B\d{1,4})(?![\w/.'’-])[:,]?\s*", re.IGNORECASE)
_DUE = re.compile(r"(?<!\d)\^|\^(?!\d)")
_NEXT_OWNER = re.compile(r"\s@(?=\S)")
_CORRECTION = re.compile(r"s([^\w\s.-]).+\1.*\1g?")
_INNER = re.compile(f"{re.escape(Kind.POINT.row.mark)}{{2}}\\s*[^\\s-]")
_NO_DELIMITERS = frozenset(".-…–—‐‑")
_BEFORE_WORDS = re.compile(
    rf"\s*[%％]?\s*(?:[~～]\s*(?:{_ABOUT.pattern})?|[/／]\w+\s*|\\|\?(?!\?)|？(?!？)|--|"
    rf"(?![?？])[{re.escape(''.join((*marks.MARKS, *marks.FULL_WIDTH)))}]|[•‣◦▪●○]|[*–—·]\s)?\s*",
    re.IGNORECASE,
)
_NAMING = frozenset(
    """section subsection rename arrive apologies absent interest adjourn title venue chair series person
    details""".split()
)
"""The commands whose words become part of the notes."""


class ParsedText(Value, frozen=True, kw_only=True):
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
    replaces: tuple[str, ...] = ()
    """The refs of the actions that this one replaces: `B1`."""
    inner: bool = False
    """For a point: whether it stands one level further in."""
    about: str = ""
    """For an update: the ref of its action, where one was typed."""


class Typed(Value, frozen=True, kw_only=True):
    """A line parted at its marks, its words not yet read."""

    words: str
    kind: Kind | None = None
    """The kind that its mark gives; None without a mark."""
    restricted: bool = False
    literal: bool = False
    inner: bool = False


class SlashCommand(Value, frozen=True, kw_only=True):
    """A line that begins with `/`."""

    name: str
    argument: str = ""


class Correction(Value, frozen=True, kw_only=True):
    """A line of the form `s/old/new/`, or `s/old/new/g`."""

    old: str
    new: str
    everywhere: bool = False
    """True with the `g`: wherever the meeting holds it, not in one entry alone."""


class StepOut(Value, frozen=True, kw_only=True):
    """An empty line."""


Reading = ParsedText | SlashCommand | Correction | StepOut


def read_line(meeting: Meeting, line: str, kind: Kind | None = None) -> Reading:
    """Read one line as it would be entered; `kind` overrides the current kind for a line without a mark.

    Raises Refused for a line that can't mean anything: a mark without words, a correction that names none.
    """
    line = _levelled(line)
    if not line:
        return StepOut()
    if line.startswith(marks.COMMAND):
        name, *argument = line[1:].split(maxsplit=1)[:2] if line[1:2].strip() else ["", line[1:]]
        return SlashCommand(name=name.casefold(), argument=closed("".join(argument).strip()).text)
    if correction := read_correction(line):
        return correction
    typed = part_line(line)
    if not typed.words:
        raise Refused(f"there are no words after {'the backslash' if typed.literal else 'the mark'}")
    kind = typed.kind or kind or meeting.current_kind
    about, words = "", typed.words
    if kind is Kind.UPDATE and not typed.literal:
        about, words = part_about(words)
    read = read_words(meeting, kind, words, restricted=typed.restricted, literal=typed.literal)
    return replace(read, about=about, inner=typed.inner) if about or typed.inner else read


def words_at(line: str) -> int:
    """Return where in a line its words begin, behind its marks; its end where it has none that go into the notes."""
    start = _BEFORE_WORDS.match(line)
    at = start.end() if start else 0
    command = line.strip().startswith(marks.COMMAND) and line.strip()[1:].partition(" ")[0].casefold() not in _NAMING
    return len(line) if command or _CORRECTION.fullmatch(line.strip()) else at


def _levelled(line: str) -> str:
    return marks.plain_marks(clean(" ".join(lines_of(line))).strip())


def part_line(line: str) -> Typed:
    """Part a line that is neither command nor correction at its marks."""
    line = _levelled(line)
    restricted = line.startswith(marks.RESTRICT)
    if restricted:
        line = line[1:].lstrip()
    if line.startswith(marks.LITERAL):
        return Typed(words=line[1:].strip(), restricted=restricted, literal=True)
    if _INNER.match(line):
        return Typed(words=line[2:].strip(), restricted=restricted, kind=Kind.POINT, inner=True)
    if line[:1] in marks.MARKS and not line.startswith(marks.GAP):
        return Typed(words=line[1:].strip(), restricted=restricted, kind=marks.MARKS[line[0]])
    return Typed(words=line, restricted=restricted)


def part_about(text: str) -> tuple[str, str]:
    """Part `B2 The pack was provided` into the action it is on and its words."""
    ref = _ABOUT.match(text)
    if ref is None:
        return "", text
    if ref.end() == len(text):
        raise Refused(f"there are no words after {ref.group(1).upper()}")
    return _plain_ref(ref.group(1)), text[ref.end() :]


def _plain_ref(ref: str) -> str:
    return f"{ref[0].upper()}{int(ref[1:])}"


def read_correction(line: str) -> Correction | None:
    """Read `s/old/new/`, or `s/old/new/g`; None for any other line. Raises Refused for one that names nothing."""
    if len(line) < 4 or line[0] != "s" or not _delimits(line[1]):
        return None
    everywhere = line[-2:] == f"{line[1]}g"
    line = line[:-1] if everywhere else line
    if line[-1] != line[1]:
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
    return Correction(old=pieces[0], new=pieces[1], everywhere=everywhere)


def _delimits(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" and character not in _NO_DELIMITERS


def read_words(
    meeting: Meeting, kind: Kind, text: str, *, restricted: bool = False, literal: bool = False
) -> ParsedText:
    """Read an entry's words, without any mark: speakers, owners, due and votes as its kind has them."""
    directory = directory_of(meeting)
    text = closed(marks.plain_within(text, kind)).text
    if kind is Kind.TABLE:
        if not (text := kept_rows(text)):
            raise Refused("the table has no cells", hint="type | and the cells of a row, with | between them")
        return ParsedText(kind=kind, text=text, restricted=restricted, literal=literal)
    if kind is Kind.ACTION:
        return _read_action(meeting, text, restricted=restricted, literal=literal)
    speakers: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    if kind.row.speaks and not literal:
        if (prefix := read_prefix(directory, masked(text), meeting.language)) is not None:
            speakers, rest = prefix
            text = text[len(text) - len(rest) :] if rest else ""
        else:
            said = said_by(directory, masked(text))
    decision = read_decision(directory, masked(text)) if kind is Kind.DECISION else None
    return ParsedText(
        kind=kind,
        text=text,
        speakers=speakers or said,
        speakers_in_text=bool(said),
        restricted=restricted,
        literal=literal,
        decision=decision,
    )


def _read_action(meeting: Meeting, text: str, *, restricted: bool, literal: bool) -> ParsedText:
    text, replaces = _part_replaced(text)
    text, due = _part_due(meeting, text)
    read = read_owners(directory_of(meeting), text, meeting.language)
    text = read.text
    if not text:
        raise Refused("the action has no words", hint="say what is to be done")
    return ParsedText(
        kind=Kind.ACTION,
        text=text,
        restricted=restricted,
        literal=literal,
        owners=read.owners,
        due=due or (due_from_words(meeting, read.due) if read.due else find_due(meeting, masked(text))),
        replaces=replaces,
    )


def _part_replaced(text: str) -> tuple[str, tuple[str, ...]]:
    """Take `<B1` out of an action's end, or from before its `@` and `^`; give the refs with the words left."""
    kept: list[str] = []
    refs: dict[str, None] = {}
    at = 0
    for found in _REPLACES.finditer(masked(text)):
        refs.update((_plain_ref(ref), None) for ref in _REF.findall(found.group(1)))
        kept.append(text[at : found.start()])
        at = found.end()
    return "".join((*kept, text[at:])).strip(), tuple(refs)


def _part_due(meeting: Meeting, text: str) -> tuple[str, Due | None]:
    """Take what `^` leads to, up to the next `@` or the end, out of an action's words."""
    hidden = masked(text)
    kept: list[str] = []
    said: list[str] = []
    shown: list[str] = []
    at = 0
    while mark := _DUE.search(hidden, at):
        owner = _NEXT_OWNER.search(hidden, mark.end())
        end = owner.start() if owner else len(text)
        kept.append(text[at : mark.start()].rstrip())
        said.append(text[mark.end() : end].strip())
        shown.append(hidden[mark.end() : end].strip())
        at = end
    if not said:
        return text, None
    words = " ".join(" ".join(said).split())
    if not words:
        raise Refused("there are no words after ^", hint="say when it is due: ^April meeting")
    due = replace(due_from_words(meeting, " ".join(" ".join(shown).split())), words=words)
    return "".join((*kept, text[at:])).strip(), due


def typed_words(meeting: Meeting, entry: Entry) -> str:
    """Return an entry's words as they could be typed again after its mark: speakers, `@` and `^` with them."""
    text = typed_rows(entry.text) if entry.kind is Kind.TABLE else entry.text
    if entry.speakers and not entry.speakers_in_text:
        text = f"{', '.join(entry.speakers)}: {text}"
    if entry.action is None:
        return text.strip()
    worded = worded_owners(directory_of(meeting), masked(text), code=meeting.language)
    given = [owner for owner in entry.action.owners if owner not in worded]
    due = entry.action.due if entry.action.due and not entry.action.due.in_text else None
    if given or due:
        # Of a meeting from before that was seen to.
        text = closed(text).text
    return with_owners(text, given).strip() + (f" ^{due.words}" if due else "")
