"""The settings of a style that needs no templates: letterhead, logo, head, numbers, fixed words, a table of actions.

They stand in `style.toml` in the style's folder, and are read anew at each printing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from tui.errors import BadInput
from tui.given import read_given
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Meeting, Section
from tui.meeting.text.matching import did_you_mean
from tui.meeting.text.sanitizing import one_line
from tui.meeting.text.toml import line_of, read_toml
from tui.notes.view.values import ActionView, CellView, HeaderView, PeopleView, PersonView, TableView, View
from tui.notes.view.words import NOTHING, ViewText

SETTINGS = "style.toml"
"""The file of a style's settings."""

Numbering = Literal["agenda", "none", "1", "1.1"]
Part = Literal["name", "capacity"]
Column = Literal["ref", "action", "owner", "due", "arose", "status"]

_HINT = "correct it; minutebook styles new writes one with every setting explained"
_USUAL: tuple[Column, ...] = ("ref", "action", "owner", "due")
HEADING = {
    "ref": "number",
    "action": "action",
    "owner": "owner",
    "due": "due",
    "arose": "arose",
    "status": "status",
}
"""What each column is called, as a field of a language's words."""
_TOLD = ("chair", "minutes", "venue")
"""What a head tells of itself, in the order of the layouts."""
_SHORT_HEAD = frozenset({"actions", "summary"})
"""The shipped styles whose head has no further lines."""
_IN_A_LINE = frozenset({"summary"})
"""The shipped styles that have no columns of people, but name them in a line."""
_PICTURES = {
    ".png": ("image/png", b"\x89PNG"),
    ".jpg": ("image/jpeg", b"\xff\xd8"),
    ".jpeg": ("image/jpeg", b"\xff\xd8"),
}
_LARGEST = 1_000_000
"""Bytes of a logo."""


class Look(Struct, frozen=True, kw_only=True):
    """The settings of a style."""

    based_on: str = "narrative"
    """The shipped style that prints it."""
    letterhead: tuple[str, ...] = ()
    """Lines above the title."""
    logo: bytes = b""
    """A picture above them; empty for none."""
    logo_kind: str = ""
    """Its media type."""
    logo_file: str = ""
    """Its name beside the settings."""
    header: tuple[str, ...] | None = None
    """The lines of the head that are shown after the date, in their order; None for all."""
    numbering: Numbering = "agenda"
    """How items are numbered: as on the agenda, not at all, `1.`, or `1.1`."""
    people: tuple[Part, ...] = ("name", "capacity")
    """The columns of the people, in their order."""
    action_table: bool = False
    """Whether a table of all actions stands at the end."""
    columns: tuple[Column, ...] | None = None
    """The columns of that table, and of those of the style of actions, in their order; None for the usual ones."""
    words: tuple[tuple[str, str], ...] = ()
    """Fixed words in the place of the language's own, by their names."""

    @property
    def logo_address(self) -> str:
        """The logo within a page; empty for none."""
        if not self.logo:
            return ""
        from base64 import b64encode

        return f"data:{self.logo_kind};base64,{b64encode(self.logo).decode()}"

    def words_of(self, language: str) -> Words:
        """Return the fixed words of a language, with the style's own."""
        words = replace(words_in(language), **dict(self.words)) if self.words else words_in(language)
        if self.people != PLAIN.people:
            return replace(words, name=words.capacity, capacity=words.name)
        return words


PLAIN = Look()
"""The look of a style without settings."""


def read_logo(file: Path) -> tuple[str, bytes]:
    """Return a picture's media type and bytes. Raises FileNotFoundError; ValueError for what no logo can be."""
    kind, begins = _PICTURES.get(file.suffix.casefold(), ("", b""))
    if not kind:
        raise ValueError("a logo is a picture, .png or .jpg")
    try:
        content = read_given(file) if file.stat().st_size <= _LARGEST else b""
    except OSError as error:
        raise FileNotFoundError(file) from error
    if not content.startswith(begins) or not content:
        raise ValueError(f"{file.name} is no {file.suffix} of up to one megabyte")
    return kind, content


def read_look(folder: Path) -> Look:
    """Read a style's settings. Raises BadInput, with the line and what is known, where they cannot be used."""
    path = folder / SETTINGS
    try:
        text = read_given(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the style's settings cannot be read as text", where=path, hint=_HINT) from error
    told = read_toml(text, path, _HINT)
    reading = _LookReader(path, text)
    reading.among("setting", told, _SETTINGS)
    made: dict[str, Any] = {name: _SETTINGS[name](reading, name, value) for name, value in told.items()}
    kind, logo = made.pop("logo", ("", b""))
    return Look(**made, logo=logo, logo_kind=kind, logo_file=Path(told.get("logo", "")).name)


class _LookReader:
    """A file of settings while it is read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self._text = path, text

    def wrong(self, message: str, *place: str, hint: str = _HINT) -> BadInput:
        """Make the error for a place."""
        return BadInput(message, where=self.path, line=line_of(self._text, place), hint=hint)

    def among(self, what: str, found: Any, known: Any, *place: str) -> None:
        """Raise BadInput for a name that is not known."""
        for name in found:
            if name not in known:
                near = did_you_mean(str(name), known)
                hint = near or f"known: {', '.join(known)}"
                raise self.wrong(
                    f"there is no {what} {name!r}", *place, *([name] if isinstance(found, dict) else []), hint=hint
                )

    def one(self, name: str, value: object) -> str:
        """Read words in quotation marks."""
        if not isinstance(value, str):
            raise self.wrong(f"{name} is words in quotation marks", name)
        return one_line(value)

    def switch(self, name: str, value: object) -> bool:
        """Read true or false."""
        if not isinstance(value, bool):
            raise self.wrong(f"{name} is true or false", name)
        return value

    def several(self, name: str, value: object) -> tuple[str, ...]:
        """Read a list of words."""
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f'{name} is a list of words in quotation marks: ["…", "…"]', name)
        return tuple(map(one_line, value))

    def choice(self, name: str, value: object, known: tuple[str, ...]) -> str:
        """Read one of some words."""
        chosen = self.one(name, value)
        if chosen not in known:
            raise self.wrong(f"{name} is one of {', '.join(known)}", name)
        return chosen

    def columns(self, name: str, value: object) -> tuple[str, ...]:
        """Read the columns of the table of actions."""
        found = self.several(name, value)
        self.among("column", found, get_args(Column), name)
        return tuple(dict.fromkeys(found))

    def people(self, name: str, value: object) -> tuple[str, ...]:
        """Read the columns of the people."""
        found = self.several(name, value)
        self.among("column", found, get_args(Part), name)
        if len(found) != len(set(found)) or len(found) != len(get_args(Part)):
            raise self.wrong(f"{name} names each of {', '.join(get_args(Part))} once", name)
        return found

    def words(self, name: str, value: object) -> tuple[tuple[str, str], ...]:
        """Read fixed words by their names."""
        if not isinstance(value, dict):
            raise self.wrong(f'{name} is a table: [words] and below it present = "Attending"', name)
        self.among("fixed word", value, Words.__struct_fields__, name)
        return tuple((key, self.one(key, said)) for key, said in value.items())

    def logo(self, name: str, value: object) -> tuple[str, bytes]:
        """Read the picture of a logo that stands beside the settings."""
        file = self.path.parent / Path(self.one(name, value)).name
        try:
            return read_logo(file)
        except FileNotFoundError:
            raise self.wrong(f"there is no picture {file.name} beside the settings", name) from None
        except ValueError as error:
            raise self.wrong(str(error), name) from None


_SETTINGS: dict[str, Any] = {
    "based_on": _LookReader.one,
    "letterhead": _LookReader.several,
    "logo": _LookReader.logo,
    "header": _LookReader.several,
    "numbering": lambda reading, name, value: reading.choice(name, value, get_args(Numbering)),
    "people": _LookReader.people,
    "action_table": _LookReader.switch,
    "columns": _LookReader.columns,
    "words": _LookReader.words,
}
"""Every setting, with what reads it."""


def numbered(meeting: Meeting, look: Look) -> Meeting:
    """Return the meeting with its items numbered as the style does."""
    if look.numbering == "agenda":
        return meeting
    counts: list[int] = []
    sections: list[Section] = []
    for section in meeting.sections:
        level = max(1, section.level)
        counts = [*counts[:level], *([0] * (level - len(counts)))]
        counts[-1] += 1
        number = {"none": "", "1": f"{counts[0]}." if level == 1 else "", "1.1": ".".join(map(str, counts))}
        sections.append(replace(section, number=number[look.numbering]))
    return replace(meeting, sections=tuple(sections))


def looked(view: View, look: Look) -> View:
    """Return the view with the head that the style shows, and the people's columns in its order."""
    if look.people != PLAIN.people and look.based_on not in _IN_A_LINE:
        view = replace(view, people=_turned(view.people))
    if look.header is None:
        return view
    wanted = tuple(dict.fromkeys(name.casefold() for name in look.header))
    words, meeting = look.words_of(view.meeting.language), view.meeting
    told = {name: getattr(meeting, name) for name in _TOLD}
    hidden = {name: NOTHING for name in _TOLD if name not in wanted}
    if look.based_on in _SHORT_HEAD or wanted[: len(_TOLD) - len(hidden)] == tuple(filter(wanted.count, _TOLD)):
        lines: dict[str, HeaderView] = {}
    else:
        # The layouts have these three first, in an order of their own; as further lines they stand where they are told.
        hidden = dict.fromkeys(_TOLD, NOTHING)
        lines = {
            name: HeaderView(key=ViewText.literally(getattr(words, name)), words=said)
            for name, said in told.items()
            if said
        }
    lines |= {str(line.key).casefold(): line for line in meeting.further}
    shown = tuple(lines[name] for name in wanted if name in lines)
    return replace(view, meeting=replace(meeting, further=shown, **hidden))


def _turned(people: PeopleView) -> PeopleView:
    """Return the people with what they are in the first column, where their names stand else."""

    def turned(found: Iterable[PersonView]) -> tuple[PersonView, ...]:
        return tuple(
            replace(
                one,
                name=one.capacity,
                capacity=one.name,
                standing=ViewText.joined(one.name, " ", one.note) if one.note else one.name,
            )
            for one in found
        )

    groups = {
        name: tuple(replace(group, people=turned(group.people)) for group in getattr(people, name))
        for name in ("groups", "all_groups")
    }
    lists = {name: turned(getattr(people, name)) for name in ("present", "apologies", "absent")}
    return replace(people, **groups, **lists)


def table_columns(look: Look) -> tuple[Column, ...]:
    """Return the columns of the table of actions at the end."""
    return look.columns or _USUAL


def action_table(view: View, look: Look) -> TableView | None:
    """Return the table of actions at the end; None where the style has none, or the meeting."""
    if not look.action_table or not view.actions:
        return None
    words = look.words_of(view.meeting.language)
    columns = table_columns(look)
    head = tuple(CellView(words=ViewText.literally(getattr(words, HEADING[column]))) for column in columns)
    rows = tuple(tuple(CellView(words=_cell(one, column)) for column in columns) for one in view.actions)
    return TableView(head=head, rows=rows)


def _cell(action: ActionView, column: Column) -> ViewText:
    match column:
        case "ref":
            return ViewText.literally(action.ref)
        case "action":
            return action.text
        case "owner":
            return action.owners
        case "due":
            return action.due_in_full
        case "arose":
            return action.arose
        case "status":
            return ViewText.literally(action.status_words)
