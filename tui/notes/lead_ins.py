"""Who has to be named before an entry's words, because the words do not name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.names import directory_of
from tui.meeting.person_forms import surname
from tui.notes.words import NOTHING, Words

_SENTENCE = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bCllr)(?<!\bProf)(?<!\bRev)(?<!\bSt)[.!?](?=\s|\Z)")
_UNLED = (Kind.ACTION, Kind.EVENT, Kind.SUBHEADING)
"""The kinds whose speakers never lead in: an action names its owners instead."""


class LeadIn(NamedTuple):
    """The names before an entry's words, in two manners."""

    said_by: Words = NOTHING
    """As in a sentence: `The CC and DCC`."""
    labels: Words = NOTHING
    """As before a colon: `CC, DCC`."""


def lead_in(meeting: Meeting, entry: Entry, text: str) -> LeadIn:
    """Name the entry's speakers as far as `text`, its words without marks, does not.

    A text whose first sentence names a speaker speaks for itself; only speakers it names nowhere are named then.
    """
    if entry.kind in _UNLED or not entry.speakers or entry.speakers_in_text:
        return LeadIn()
    first = _SENTENCE.split(text, maxsplit=1)[0]
    unnamed = entry.speakers
    if any(_names(meeting, speaker, first) for speaker in entry.speakers):
        unnamed = tuple(speaker for speaker in entry.speakers if not _names(meeting, speaker, text))
    if not unnamed:
        return LeadIn()
    labels = [Words.of(speaker) for speaker in unnamed]
    return LeadIn(_sentence(labels, [_is_post(meeting, speaker) for speaker in unnamed]), listed(labels))


def _names(meeting: Meeting, speaker: str, text: str) -> bool:
    known = directory_of(meeting).find(speaker)
    forms = {speaker, *((known.name, surname(known.name)) if known and known.name else ())}
    return any(form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms if form)


def _is_post(meeting: Meeting, speaker: str) -> bool:
    known = directory_of(meeting).find(speaker)
    return known is not None and known.post and known.label == speaker


def _sentence(labels: list[Words], posts: list[bool]) -> Words:
    """Join the names; the article stands before a post unless another post shares it: `The CC, DCC and Jo Lee`."""
    named: list[Words] = []
    for at, (label, post) in enumerate(zip(labels, posts, strict=True)):
        article = ("the " if at else "The ") if post and not (at and posts[at - 1]) else ""
        named.append(Words.joined(article, label))
    return listed(named, " and ")


def listed(labels: Sequence[Words], last: str = ", ") -> Words:
    """Join the labels by commas, and the last two by `last`."""
    pieces: list[str] = []
    for at, label in enumerate(labels):
        pieces += ([last if at == len(labels) - 1 else ", "] if at else []) + [label]
    return Words.joined(*pieces)
