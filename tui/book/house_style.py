"""The house style of a book: the list that travels with the program and its own, words it has learnt, its phrases."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.book.disk.atomic_write import in_words, make_folder, replace_file
from tui.errors import BadInput, BookError
from tui.given import read_given
from tui.meeting.checking.house_style import HouseStyle, joined
from tui.meeting.checking.house_style_file import read_house_style
from tui.meeting.completion.phrases import is_phrase
from tui.resources import shipped

NAME = "house_style.toml"
LEARNT_WORDS = "styles/words.txt"
"""Where the words stand in the book that it has learnt, one a line: right, though no dictionary knows them."""
PHRASES = "styles/phrases.txt"
"""Where the phrases of the book stand that are typed by a short name, one a line, its name first."""
_MOST_BYTES = 1_000_000


def own_house_style(book_folder: Path) -> Path:
    """Say where a book's own list stands, whether or not there is one."""
    return book_folder / "styles" / NAME


def shipped_house_style() -> Path:
    """Say where the list stands that travels with the program."""
    return shipped("templates") / NAME


def house_style_of(book_folder: Path) -> HouseStyle:
    """Read the list of a book. Raises BadInput, with file and line, where its own cannot be used."""
    path = own_house_style(book_folder)
    text = _own_text(path)
    if text is None:
        return shipped_rules()
    own, alone = read_house_style(text, path)
    return own if alone else joined(own, shipped_rules())


def shipped_rules() -> HouseStyle:
    """Read the list that travels with the program."""
    path = shipped_house_style()
    return read_house_style(path.read_text(encoding="utf-8"), path)[0]


def _own_text(path: Path) -> str | None:
    try:
        raw = read_given(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = f"the house style list cannot be read: {in_words(error)}"
        raise BadInput(message, where=path, hint="correct it, or move it away") from None
    if len(raw) > _MOST_BYTES:
        raise BadInput("the house style list is larger than 1 MB", where=path, hint="shorten it, or move it away")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(
            "the house style list is not UTF-8 text", where=path, line=line, hint="save it as UTF-8"
        ) from None


def learnt_words(book_folder: Path) -> frozenset[str]:
    """Read a book's own words; none where the list cannot be read, for it is a convenience."""
    try:
        text = read_given(book_folder / LEARNT_WORDS)[:_MOST_BYTES].decode("utf-8-sig", "replace")
    except OSError:
        return frozenset()
    return frozenset(word.casefold() for line in text.splitlines() if (word := line.partition("#")[0].strip()))


def learn_word(book_folder: Path, word: str) -> None:
    """Add a word to a book's own. Raises BookError where the list cannot be written."""
    path = book_folder / LEARNT_WORDS
    try:
        before = read_given(path) if path.exists() else b""
        make_folder(path.parent)
        gap = b"" if not before or before.endswith(b"\n") else b"\n"
        replace_file(path, before + gap + f"{word}\n".encode())
    except OSError as error:
        raise BookError(f"the word cannot be learnt: {in_words(error)}", where=path) from None


def phrases_of(book_folder: Path) -> dict[str, str]:
    """Return a book's phrases by the names they are typed by; lines that are none are passed over. Raises BookError."""
    try:
        text = read_given(book_folder / PHRASES)[:_MOST_BYTES].decode("utf-8-sig", "replace")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise BookError(f"the phrases cannot be read: {in_words(error)}", where=book_folder / PHRASES) from None
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, _, words = line.strip().partition(" ")
        if is_phrase(name, said := " ".join(words.split())):
            found[name] = said
    return found


def keep_phrases(book_folder: Path, phrases: Mapping[str, str]) -> None:
    """Write a book's phrases in place of those there are. Raises BookError."""
    path = book_folder / PHRASES
    try:
        make_folder(path.parent)
        replace_file(path, "".join(f"{name} {phrases[name]}\n" for name in sorted(phrases)).encode())
    except OSError as error:
        raise BookError(f"the phrases cannot be written: {in_words(error)}", where=path) from None
