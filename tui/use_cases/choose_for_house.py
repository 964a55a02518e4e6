"""The house's choice for a series as it is shown and changed: a row for each thing that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from tui.book.house import ASK, NAME_WORDS, HouseChoice, filled_in, house_choice, keep_choice
from tui.book.published_folder import is_no_folder
from tui.errors import BadInput
from tui.home import with_home
from tui.meeting.languages.header_words import language_named, name_of_language
from tui.meeting.languages.languages import LANGUAGES
from tui.meeting.model import Meeting, Value
from tui.notes.formats import PUBLISHED, every_format, format_known, named
from tui.notes.render import VERSIONS
from tui.notes.templates.look import PLAIN
from tui.notes.templates.styles import find_style, style_names, usual_style
from tui.use_cases.house_look import LOOK, choose_look, look_of, typed_look
from tui.use_cases.publish_meeting import proposed_folder


class HouseRow(Value, frozen=True, kw_only=True):
    """One thing that a house chooses."""

    name: str
    """As in the file: `style`."""
    words: str
    """What was chosen, as it is typed; empty for nothing."""
    usual: str
    """What holds as long as nothing is chosen."""
    known: tuple[str, ...] = ()
    """What it can be turned to."""
    does: str
    """What is chosen there."""


def house_rows(book_folder: Path, meeting: Meeting) -> tuple[HouseRow, ...]:
    """Return what can be chosen for a meeting's series, as it stands. Raises BadInput for a file that can't be used."""
    chosen = house_choice(book_folder, meeting)
    alone = replace(meeting, language="en") if chosen.language else meeting
    usual = {
        "style": usual_style(meeting),
        "formats": ", ".join(PUBLISHED),
        "version": "public",
        "language": f"the agenda's: {name_of_language(alone.language)}",
        "folder": str(proposed_folder(book_folder, meeting).parent),
        "names": "{date}-{series}",
        "sealing": "not asked",
    }
    known = {
        "style": style_names(book_folder / "styles"),
        "version": VERSIONS,
        "language": tuple(one.code for one in LANGUAGES),
        "sealing": (ASK,),
    }
    style, *others = (
        HouseRow(name=name, words=_typed(chosen, name), usual=usual[name], known=known.get(name, ()), does=_DOES[name])
        for name in HouseChoice.__struct_fields__
    )
    return style, *_look_rows(book_folder, meeting), *others


def _look_rows(book_folder: Path, meeting: Meeting) -> tuple[HouseRow, ...]:
    try:
        look, usual = look_of(book_folder, meeting), "none"
    except BadInput as problem:
        look, usual = PLAIN, problem.message
    return tuple(HouseRow(name=name, words=typed_look(look, name), usual=usual, does=_DOES[name]) for name in LOOK)


def choose_for_house(book_folder: Path, meeting: Meeting, typed: dict[str, str]) -> HouseChoice:
    """Keep what was typed for some rows; empty words forget a choice. Raises BadInput for what cannot be, BookError."""
    said = {name: words.strip() for name, words in typed.items()}
    look = {name: said.pop(name) for name in LOOK if name in said}
    changes = {name: _READ[name](words, book_folder, meeting) for name, words in said.items()}
    keep_choice(book_folder, meeting, **changes)
    if look:
        choose_look(book_folder, meeting, look)
    return house_choice(book_folder, meeting)


def _typed(chosen: HouseChoice, name: str) -> str:
    value = getattr(chosen, name)
    return value if isinstance(value, str) else ", ".join(value)


def _style(words: str, book_folder: Path, _: Meeting) -> str:
    return find_style(words, book_folder / "styles").name if words else ""


def _formats(words: str, _: Path, __: Meeting) -> tuple[str, ...]:
    return listed_formats(words)


def listed_formats(words: str) -> tuple[str, ...]:
    """Read a list of formats: `html, pdf`. Raises BadInput for one that there is not."""
    wanted = dict.fromkeys(one.casefold() for one in words.replace(",", " ").split())
    return tuple(map(format_known, wanted))


def _version(words: str, _: Path, __: Meeting) -> str:
    if words and words not in VERSIONS:
        raise BadInput(f"there is no version {words!r}", hint=f"known versions: {', '.join(VERSIONS)}")
    return words


def _language(words: str, _: Path, __: Meeting) -> str:
    code = language_named(words)
    if words and not code:
        known = ", ".join(f"{one.code} ({one.name})" for one in LANGUAGES)
        raise BadInput(f"notes cannot be written in {words!r}", hint=f"known: {known}")
    return code


def _folder(words: str, _: Path, __: Meeting) -> str:
    if words and is_no_folder(Path(words)):
        raise BadInput("this is a file, not a folder", where=words, hint="name a folder, which will be made")
    return str(with_home(words).absolute()) if words else ""


def _names(words: str, _: Path, meeting: Meeting) -> str:
    name = words.removesuffix("/")
    filled_in(name, meeting)
    return name


def _sealing(words: str, _: Path, __: Meeting) -> str:
    if words not in ("", ASK):
        raise BadInput(f"sealing is not {words!r}", hint=f"`{ASK}` after each approval, or nothing")
    return words


_READ: dict[str, Callable[[str, Path, Meeting], object]] = {
    "style": _style,
    "formats": _formats,
    "version": _version,
    "language": _language,
    "folder": _folder,
    "names": _names,
    "sealing": _sealing,
}
"""What reads the words that are typed for each row."""

_DOES = {
    "style": "how the notes look; numbering, columns and fixed words are settings of a style of your own",
    "letterhead": "lines above the title, with ; between them; they are kept in a style of your own",
    "logo": "a picture above them: the path of a .png or .jpg, which is copied into that style",
    "formats": f"the notes in a published set: {named(every_format(), 'or')}",
    "version": "what the preview opens with; a published set is always public",
    "language": "of the notes' fixed words, where the agenda names none",
    "folder": "where sets are published, each in a folder of its own",
    "names": f"of a set's files and its folder; in braces {named(NAME_WORDS, 'or')}",
    "sealing": "`ask` whether to give up, after an approval, what was corrected or deleted on the way",
}
"""What is chosen in each row."""
