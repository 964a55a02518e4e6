"""Who has to be named before an entry's words, because the words do not name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.meeting.model import Entry, Meeting
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.people.name_forms import surname
from tui.meeting.text.lazy_patterns import Pattern
from tui.notes.view.words import NOTHING, ViewText

_SENTENCE = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bCllr)(?<!\bProf)(?<!\bRev)(?<!\bSt)[.!?](?=\s|\Z)")

_REMEMBERED = 256
"""For how many speakers, of however many meetings, it is kept how they are named."""


class LeadIn(NamedTuple):
    """The names before an entry's words, in two manners."""

    said_by: ViewText = NOTHING
    """As in a sentence: `The CC and DCC`."""
    labels: ViewText = NOTHING
    """As before a colon: `CC, DCC`."""


def lead_in(meeting: Meeting, entry: Entry, text: str) -> LeadIn:
    """Name the entry's speakers as far as `text`, its words without marks, does not.

    A text whose first sentence names a speaker speaks for itself; only speakers it names nowhere are named then.
    """
    if not entry.kind.row.speaks or not entry.speakers or entry.speakers_in_text:
        return LeadIn()
    directory = directory_of(meeting)
    first = _SENTENCE.split(text, maxsplit=1)[0]
    unnamed = entry.speakers
    if any(_names(directory, speaker, first) for speaker in entry.speakers):
        unnamed = tuple(speaker for speaker in entry.speakers if not _names(directory, speaker, text))
    return _led_by(directory, unnamed) if unnamed else LeadIn()


# The same few people speak all through a meeting, so that what names them is made once.


@lru_cache(maxsize=_REMEMBERED)
def _led_by(directory: Directory, speakers: tuple[str, ...]) -> LeadIn:
    labels = [ViewText.of(speaker) for speaker in speakers]
    return LeadIn(_sentence(labels, [_is_post(directory, speaker) for speaker in speakers]), listed(labels))


@lru_cache(maxsize=_REMEMBERED)
def _forms(directory: Directory, speaker: str) -> tuple[tuple[str, Pattern], ...]:
    """Return the forms that name a speaker in a text, each with what finds it as a word."""
    known = directory.find(speaker)
    forms = {speaker, *((known.name, surname(known.name)) if known and known.name else ())} - {""}
    return tuple((form, Pattern(rf"(?<!\w){re.escape(form)}(?!\w)")) for form in sorted(forms))


def _names(directory: Directory, speaker: str, text: str) -> bool:
    return any(form in text and word.search(text) for form, word in _forms(directory, speaker))


def _is_post(directory: Directory, speaker: str) -> bool:
    known = directory.find(speaker)
    return known is not None and known.post and known.label == speaker


def _sentence(labels: list[ViewText], posts: list[bool]) -> ViewText:
    """Join the names; the article stands before a post unless another post shares it: `The CC, DCC and Jo Lee`."""
    named: list[ViewText] = []
    for at, (label, post) in enumerate(zip(labels, posts, strict=True)):
        article = ("the " if at else "The ") if post and not (at and posts[at - 1]) else ""
        named.append(ViewText.joined(article, label))
    return listed(named, " and ")


def listed(labels: Sequence[ViewText], last: str = ", ") -> ViewText:
    """Join the labels by commas, and the last two by `last`."""
    pieces: list[str] = []
    for at, label in enumerate(labels):
        pieces += ([last if at == len(labels) - 1 else ", "] if at else []) + [label]
    return ViewText.joined(*pieces)
