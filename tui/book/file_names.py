"""The names of meeting files, and whether two meetings are of one series."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from tui.meeting.model import Meeting
from tui.meeting.text.inline_markup import withheld
from tui.meeting.text.lazy_patterns import Pattern

PAPERS = "papers"
"""The folder of a book in which the papers are kept that its meetings were made from."""

BIN = "bin"
"""The folder of a book in which deleted meetings are kept."""

HOUSE = "house.toml"
"""The file of a book that holds what the house has chosen for the notes of each series."""

_LONGEST = 80
"""Characters of the words in a file name."""

_MOST_BYTES = 160
"""Bytes of them: a name may have 255, and the files beside the meeting need some for their own endings."""

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE_WORDS = Pattern(
    rf"\b(?:{_DAY}\s+(?:of\s+)?)?(?:{_MONTH})\b\.?(?:\s+{_DAY}\b)?|\b(?:19|20|21)\d\d\b", re.IGNORECASE
)
_APOSTROPHES = "'\u2019\u02bc"


def file_name(meeting: Meeting) -> str:
    """Name a meeting's file after its date and series: `2019-08-27-monthly-assurance-meeting.json`.

    Restricted words are left out: a name is read in lists of files, in messages and in copies elsewhere.
    """
    return f"{meeting.date.isoformat()}-{series_slug(meeting)}.json"


def series_slug(meeting: Meeting) -> str:
    """Return a meeting's series as it stands in the names of files, without what is restricted."""
    return slug(withheld(meeting.said("Series")) or _without_date(withheld(meeting.title)))


def series_name(meeting: Meeting) -> str:
    """Return the words by which a meeting's series goes: those it was given, else its title without the date."""
    return meeting.said("Series") or _without_date(meeting.title)


def paper_path(meeting_file: Path, suffix: str) -> Path:
    """Name the file that keeps the paper of a meeting, in a folder of its own: `papers/2019-08-27-panel.docx`."""
    return meeting_file.with_name(PAPERS) / f"{meeting_file.name.removesuffix('.json')}{suffix}"


def series_keys(series: Meeting | str) -> frozenset[str]:
    """Return the words by which meetings of one series are known, case and white space aside.

    A series that was named goes by that name; a title alone goes without its month and year as well, since
    these are what tells the meetings of a series apart.
    """
    if isinstance(series, Meeting):
        named = series.said("Series")
        found = [named] if named else [series.title, _without_date(series.title)]
    else:
        found = [series, _without_date(series)]
    return frozenset(key for words in found if (key := " ".join(words.casefold().split())))


def slug(words: str) -> str:
    """Write words as small letters and digits joined by hyphens; `meeting` where none are left."""
    kept: list[str] = []
    for character in unicodedata.normalize("NFC", words.lower()):
        latin = unicodedata.normalize("NFKD", character).encode("ascii", errors="ignore").decode()
        if character in _APOSTROPHES:
            continue
        if latin:
            kept.append(latin)
        elif character.isalnum() or (kept and kept[-1] != "-" and unicodedata.category(character)[0] == "M"):
            kept.append(character)
        else:
            kept.append("-")
    joined = "-".join(re.findall(r"[^\W_](?:[^\W_]|[^\x00-\x7f])*", "".join(kept)))[:_LONGEST]
    while len(joined.encode()) > _MOST_BYTES:
        joined = joined[:-1]
    return joined.strip("-") or "meeting"


@lru_cache(maxsize=1024)
def _without_date(title: str) -> str:
    return " ".join(_DATE_WORDS.sub(" ", title).split())
