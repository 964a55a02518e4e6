"""Words without their vowels that were left as they were typed, since more than one word fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.meeting.checking.findings import Finding, FindingKind, finding_name
from tui.meeting.checking.spelling import WordReader
from tui.meeting.completion.shorthand import may_lack_vowels
from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Entry, Meeting

_WITHOUT_VOWELS = re.compile(r"(?<![^\W_])[a-z][b-df-hj-np-tv-z]{3,}(?![^\W_])")


def shorthand_findings(meeting: Meeting, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Find the letters that may be a word of the meeting, or a common one, without its vowels."""
    if meeting.language != "en":
        return
    reader = WordReader(meeting)
    suspected = [entry for entry in entries if _WITHOUT_VOWELS.search(entry.text)]
    letters = [(entry, *place) for entry in suspected for place in reader.words_of(entry) if may_lack_vowels(place[2])]
    vocabulary = _learnt(meeting) if letters else None
    for entry, start, end, word in letters:
        readings = vocabulary.readings(entry.text[:end], entry.kind) if vocabulary else ()
        if not readings:
            continue
        may_be = " or ".join(f"“{reading}”" for reading in readings)
        yield Finding(
            name=finding_name(FindingKind.SHORTHAND, 0, word),
            kind=FindingKind.SHORTHAND,
            message=f"“{word}” may be {may_be}: write it out",
            text=entry.text,
            section=entry.section,
            entry=entry.id,
            span=(start, end),
            suggestion=readings[0],
        )


def _learnt(meeting: Meeting) -> Vocabulary:
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(meeting)
    return vocabulary
