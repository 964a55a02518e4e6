"""The brackets that restrict, given back to what was read from the plain words of minutes.

On the safe side: a word that stands in brackets alone, anywhere in the paper, is open nowhere in the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec.structs import replace

from tui.meeting.decisions.reading import read_decision
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry, Meeting, Section
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.redaction.walk import Texts, walked
from tui.meeting.text.brackets import restored, unbracketed, wholly_restricted
from tui.meeting.text.inline_markup import has_restricted, masked, parts
from tui.papers.document import Block

_WORD = re.compile(r"[^\W_]+")
_WHOLE = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]", re.DOTALL)


class PaperStretch(NamedTuple):
    """From which place to which something stands in the source."""

    first: int
    last: int


class _Word(NamedTuple):
    word: str
    restricted: bool


def restricted_as_printed(
    meeting: Meeting, blocks: Sequence[Block], *, sections: Sequence[PaperStretch], entries: Sequence[PaperStretch]
) -> Meeting:
    """Restrict in a meeting what stands in brackets in the blocks that it was read from.

    `sections` and `entries` are the places of the meeting's own, in their order. What stands in brackets as a whole, an
    entry or a heading with what is below it, is restricted as a whole, as an internal version prints it.
    """
    if any(block.marked for block in blocks):
        meeting = _given_back(meeting, blocks, sections, entries)
        meeting = walked(meeting, _texts(_hiding(_words_of(" ".join(block.kept for block in blocks)))))
    directory = directory_of(meeting)
    return replace(
        meeting,
        sections=tuple(_whole_section(one) for one in meeting.sections),
        entries=tuple(_whole_entry(one, directory) for one in meeting.entries),
    )


def _given_back(
    meeting: Meeting, blocks: Sequence[Block], sections: Sequence[PaperStretch], entries: Sequence[PaperStretch]
) -> Meeting:
    """Give each text the brackets of the blocks that it stands in; those of the head, what no entry was read from."""
    below = min((place.first for place in (*sections, *entries) if place.first), default=0)
    head = _texts(_marking(block.kept for block in blocks if block.place < below or not below))

    def there(place: PaperStretch) -> Texts:
        return _texts(_marking(block.kept for block in blocks if place.first <= block.place <= place.last))

    return replace(
        walked(replace(meeting, people=(), sections=(), entries=()), head),
        people=tuple(walked(person, head) for person in meeting.people),
        sections=tuple(walked(one, there(place)) for one, place in zip(meeting.sections, sections, strict=True)),
        entries=tuple(walked(one, there(place)) for one, place in zip(meeting.entries, entries, strict=True)),
    )


def _texts(mark: Callable[[str], str]) -> Texts:
    def label(words: str) -> str:
        return wholly_restricted(words) if "[[" in mark(words) else words

    return Texts(words=mark, label=label, hides=False)


def _marking(lines: Iterable[str]) -> Callable[[str], str]:
    """Make the function that gives a text the brackets that its lines have round the same words."""
    line = " ".join(" ".join(lines).split())
    if not has_restricted(line):
        return lambda text: text
    words, letters = _words_of(line), _letters(unbracketed(line))
    secret = "".join(one.word for one in words if one.restricted)

    def mark(text: str) -> str:
        if "[[" in text or not text.strip():
            return text
        if _letters(text) in letters:
            return restored(text, line)
        there = [found[0].casefold() for found in _WORD.finditer(text)]
        return _wrapped(text, _aligned(there, words, secret))

    return mark


def _aligned(there: Sequence[str], words: Sequence[_Word], secret: str) -> list[bool]:
    """Tell which words of a text are restricted in its line, out of which pieces were taken."""
    flags = [word in secret for word in there]
    matcher = SequenceMatcher(None, [one.word for one in words], there, autojunk=False)
    for at, to, size in matcher.get_matching_blocks():
        flags[to : to + size] = [one.restricted for one in words[at : at + size]]
    return flags


def _hiding(words: Sequence[_Word]) -> Callable[[str], str]:
    """Make the function that restricts in a text the words that stand in brackets alone."""
    secret = {one.word for one in words if one.restricted} - {one.word for one in words if not one.restricted}

    def hide(text: str) -> str:
        if not secret.intersection(one.word for one in _words_of(text) if not one.restricted):
            return text
        kept = [
            f"[[{text[one.start : one.end]}]]" if one.restricted else _open_hidden(text[one.start : one.end], secret)
            for one in parts(text)
            if one.end > one.start
        ]
        return "".join(kept)

    return hide


def _open_hidden(piece: str, secret: set[str]) -> str:
    return _wrapped(piece, [found[0].casefold() in secret for found in _WORD.finditer(piece)])


def _wrapped(text: str, flags: Sequence[bool]) -> str:
    """Put brackets round the words of a text that are flagged, those that follow each other together."""
    made, at = "", 0
    found = list(_WORD.finditer(text))
    for place, (one, flag) in enumerate(zip(found, flags, strict=True)):
        if flag and not (place and flags[place - 1]):
            made, at = f"{made}{text[at : one.start()]}[[", one.start()
        if flag and not (place + 1 < len(flags) and flags[place + 1]):
            made, at = f"{made}{text[at : one.end()]}]]", one.end()
    return made + text[at:]


def _words_of(text: str) -> list[_Word]:
    return [
        _Word(found[0].casefold(), part.restricted)
        for part in parts(text)
        for found in _WORD.finditer(text, part.start, part.end)
    ]


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def _whole_section(section: Section) -> Section:
    """Restrict a section with what is below it where its whole heading is restricted."""
    found = _WHOLE.fullmatch(section.heading.strip())
    return replace(section, heading=found[1], restricted=True) if found else section


def _whole_entry(entry: Entry, directory: Directory) -> Entry:
    """Restrict an entry as a whole where its text is; of a decision's words what is restricted tells nothing."""
    if not has_restricted(entry.text):
        return entry
    if found := _WHOLE.fullmatch(entry.text.strip()):
        return replace(entry, text=found[1], restricted=True)
    if entry.kind is Kind.DECISION:
        return replace(entry, decision=read_decision(directory, masked(entry.text)))
    return entry
