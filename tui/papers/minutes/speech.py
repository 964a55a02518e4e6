"""Who says what in a paragraph: sentences put together by who speaks, and told apart into questions and answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.capture.speakers import said_by
from tui.meeting.model import Kind, Value
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.words import ANSWERS, ASKS, REPLIES

_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\bNr\.)(?<!\bSt\.)(?<!\bCllr\.)(?<!\bca\.)(?<!\bbzw\.)(?<!\bz\.B\.)(?<!\bi\.e\.)(?<!\be\.g\.)"
    r"(?:(?<!\b\d\.)(?<!\b\d\d\.)|(?<=,\d\d\d\.\d\d\.))"
    r"[\"”’)]*\s+(?=[\"“(‘*]*[A-ZÄÖÜÉÈÀ]|\(\d+\s*(?:Ja|ja|for|in favou?r|pour|voix|votes|dafür)\b)"
)


class Unit(Value, frozen=True, kw_only=True):
    """Sentences of one speaker, or of nobody named."""

    text: str
    speakers: tuple[str, ...] = ()
    kind: Kind = Kind.NOTE


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph, each as it stands."""
    pieces, start = [], 0
    for found in _SENTENCE.finditer(text):
        pieces.append(text[start : found.end()].strip())
        start = found.end()
    return [piece for piece in (*pieces, text[start:].strip()) if piece]


def askers_of(directory: Directory, texts: Sequence[str]) -> frozenset[str]:
    """Return those who ask in a paper and hardly ever answer: what they remark is answered as a question is."""
    asked: dict[str, int] = {}
    answered: dict[str, int] = {}
    for sentence in (sentence for text in texts for sentence in sentences_of(text)):
        for name in said_by(directory, masked(sentence)):
            asked[name] = asked.get(name, 0) + (ASKS.search(sentence) is not None)
            answered[name] = answered.get(name, 0) + (ANSWERS.search(sentence) is not None)
    return frozenset(name for name, count in asked.items() if count > 2 and count > 2 * answered.get(name, 0))


def units_of(directory: Directory, text: str, askers: frozenset[str], before: Unit | None) -> list[Unit]:
    """Return a paragraph's sentences by who speaks; `before` is what was said before it."""
    found: list[Unit] = []
    for sentence in sentences_of(text):
        speakers = said_by(directory, masked(sentence))
        last = found[-1] if found else before
        kind = _kind(sentence, speakers, last, askers) if speakers or found else Kind.NOTE
        if found and ((kind is found[-1].kind and (not speakers or speakers == found[-1].speakers)) or not speakers):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {sentence}")
        else:
            found.append(Unit(text=sentence, speakers=speakers, kind=kind))
    return found


def _kind(sentence: str, speakers: tuple[str, ...], last: Unit | None, askers: frozenset[str]) -> Kind:
    if not speakers:
        return last.kind if last is not None and last.kind is not Kind.QUESTION else Kind.NOTE
    if ASKS.search(sentence) and not REPLIES.search(sentence) and _begins_with(sentence, ASKS):
        return Kind.QUESTION
    if set(speakers) <= askers:
        return Kind.QUESTION
    asked = last is not None and last.kind in (Kind.QUESTION, Kind.RESPONSE)
    if REPLIES.search(sentence) or (asked and not set(speakers) <= askers):
        return Kind.RESPONSE
    return Kind.NOTE


def _begins_with(sentence: str, verbs: re.Pattern[str]) -> bool:
    """Whether the verb stands near the beginning, where the speaker is named."""
    found = verbs.search(sentence)
    return found is not None and (
        found.start() < 60 or (sentence[: found.start()].count(",") > 0 and found.start() < 140)
    )
