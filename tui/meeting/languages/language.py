"""What one language says: its months and weekdays, its keys, and the headings of a meeting's papers."""

from __future__ import annotations

from tui.meeting.model import Value


class Language(Value, frozen=True, kw_only=True):
    """The words of one language, folded to small letters; several forms of one word are parted by `|`."""

    code: str
    """`en`, `de`."""
    name: str
    """What it is called in English."""
    names: str
    """What else it is called."""
    language_keys: str
    """Keys of the line that names the language of the notes."""
    months: tuple[str, ...]
    """From January; each with its short forms."""
    weekdays: tuple[str, ...]
    """From Monday; each with its short forms."""
    date_keys: str
    time_keys: str
    place_keys: str
    chair_keys: str
    minutes_keys: str
    title_keys: str = ""
    other_keys: str = ""
    """Keys of an agenda's head that tell nothing of the above."""
    next_keys: str = ""
    """What says that a date is the next meeting's."""
    resolution_keys: str = ""
    """Keys of the line that gives the number of the meeting's first resolution."""
    page_keys: str = ""
    """Keys of the line that gives the number of the notes' first page, or of the first and the last."""
    agenda: str = ""
    """Headings that open the list of items."""
    openers: str = ""
    """Items that a list often begins with, by which it is known where nothing numbers them."""
    items: str = ""
    """Words that stand before an item's number: `TOP 3`."""
    members: str = ""
    """Headings above those who are there as members."""
    attending: str = ""
    guests: str = ""
    observers: str = ""
    apologies: str = ""
    absent: str = ""
    meets: str = ""
    """Words of a sentence that tells when the meeting is."""
    bodies: str = ""
    """Words of the name of a body that meets."""
    at_place: str = ""
    """Words before a place: `in the`, `at`."""
    columns: tuple[tuple[str, str], ...] = ()
    """What the head of a table's column means (`number`, `item`, `presenter`, `minutes`, `time`, `paper`, `name`,
    `role`, `abbreviation`, `presence`, `other`), and its words."""


def forms(words: str) -> tuple[str, ...]:
    """Return the several forms of a word."""
    return tuple(words.casefold().split("|")) if words else ()
