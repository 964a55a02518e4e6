"""Who has to be named before an entry's words, because the words do not name them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.meeting.model import Entry, Meeting
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.people.name_forms import surname
from tui.meeting.text.lazy_patterns import Pattern
from tui.notes.view.wording import Wording, wording_of
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
    several: bool = False
    """Whether they are more than one."""


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
    return _led_by(wording_of(meeting), directory, unnamed) if unnamed else LeadIn()


# The same few people speak all through a meeting, so that what names them is made once.


@lru_cache(maxsize=_REMEMBERED)
def _led_by(wording: Wording, directory: Directory, speakers: tuple[str, ...]) -> LeadIn:
    labels = [wording.text(speaker) for speaker in speakers]
    posts = [_is_post(directory, speaker) for speaker in speakers]
    return LeadIn(_sentence(wording, labels, posts), wording.listed(labels), len(labels) > 1)


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


def _sentence(wording: Wording, labels: list[ViewText], posts: list[bool]) -> ViewText:
    """Join the names; the article stands before a post unless another post shares it: `The CC, DCC and Jo Lee`."""
    named: list[ViewText] = []
    for at, (label, post) in enumerate(zip(labels, posts, strict=True)):
        with_article = post and not (at and posts[at - 1])
        template = wording.words.the_post if at else wording.words.the_first_post
        named.append(wording.say(template, name=label) if with_article else label)
    return wording.listed(named, in_sentence=True)
