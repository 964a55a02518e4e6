"""The names of a decision's record in full, however short they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.decisions.pieces import NamedPerson, Piece
from tui.meeting.decisions.record import read_record
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import words_in
from tui.meeting.people.directory import Directory
from tui.meeting.people.honorifics import split_title
from tui.meeting.people.name_forms import bare_name, fold, initials
from tui.meeting.text.inline_markup import has_restricted, masked, plain

_SHORT_VERB = re.compile(r"(?:prop|mvd|sec|2nd|m\s*/\s*s(?:\s*/\s*c)?|msc)\b\.?\s*(?:by\b)?\s*:?\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*[/&]\s*")
_LABEL_VERB = re.compile(r"(?:moved|proposed)\s*:\s*", re.IGNORECASE)


def full_name(directory: Directory, label: str) -> str:
    """Return the whole name of somebody whom a label means; the label itself where nobody known is meant."""
    known = directory.find(label)
    return plain(known.name) if known and known.name and not has_restricted(known.name) else label


def with_full_names(directory: Directory, text: str, words: Words | None = None) -> str:
    """Return a decision's words with the people of its record in full: `proposed by Ann Lee` for `prop AL`.

    What is spelt out is in the `words` of a language, else in English.
    """
    record = read_record(directory, masked(text))
    changes = sorted(set(_changes(directory, words or words_in("en"), record.words, record.pieces)))
    offset = len(text) - len(record.words)
    made: list[str] = []
    at = 0
    for start, end, instead in changes:
        if start + offset >= at:
            made += [text[at : start + offset], instead]
            at = end + offset
    return "".join((*made, text[at:]))


def _changes(
    directory: Directory, words_used: Words, words: str, pieces: tuple[Piece, ...]
) -> Iterator[tuple[int, int, str]]:
    """Return what stands in whose place: start, end, words."""
    seconded = {piece.start for piece in pieces if piece.sort == "seconder"}
    for piece in pieces:
        for people in piece.names.values():
            yield from (_change(directory, words, person) for person in people)
        if piece.person is None:
            continue
        yield _change(directory, words, piece.person)
        verb = words[piece.start : piece.person.start]
        if _SHORT_VERB.fullmatch(verb) or (_LABEL_VERB.fullmatch(verb) and piece.end in seconded):
            moved = words_used.proposed_by if verb[:1] in "pP" else words_used.moved_by
            said = f"{words_used.seconded_by if piece.sort == 'seconder' else moved} "
            yield piece.start, piece.person.start, said.capitalize() if verb[0].isupper() else said
        elif piece.sort == "seconder" and _JOINED.fullmatch(verb):
            yield piece.start, piece.person.start, f", {words_used.seconded_by} "


def _change(directory: Directory, words: str, person: NamedPerson) -> tuple[int, int, str]:
    said = words[person.start : person.end]
    name = full_name(directory, person.label)
    return person.start, person.end, _in_full(said, name, person.label)


def _in_full(said: str, name: str, label: str) -> str:
    """Return the whole name for a part of it; a role by which somebody was named is kept as said."""
    titles, rest = split_title(said)
    if fold(said) == fold(label) or fold(said) in initials(name):
        return name
    if not rest or not {fold(word) for word in rest.split()} <= {fold(word) for word in bare_name(name)}:
        return said
    return name if split_title(name)[0] else " ".join((*titles, name))
