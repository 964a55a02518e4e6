"""How many keys a character of the finished text costs, with the completion that Tab accepts."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.errors import Refused
from tui.meeting.agenda import read_agenda
from tui.meeting.brought_forward import bring_forward
from tui.meeting.capture import enter
from tui.meeting.completion import Vocabulary
from tui.meeting.journal import Journal
from tui.meeting.model import Kind, Meeting

SAMPLES = Path(__file__).parents[2] / "sample_meetings"
AT = datetime(2024, 8, 27, 10)


class Count(NamedTuple):
    """What keying a meeting in came to."""

    keys: int
    characters: int
    offers: int
    """How many different texts were offered."""
    taken: int

    @property
    def ratio(self) -> float:
        return self.keys / self.characters


def opened(folder: Path, name: str, earlier: list[Meeting]) -> Journal:
    agenda = (folder / f"{name}.agenda.md").read_text(encoding="utf-8")
    return Journal(meeting=bring_forward(read_agenda(agenda, name).meeting, earlier, AT))


def keyed(folder: Path, name: str, earlier: list[Meeting]) -> Meeting:
    """Give a meeting as its script leaves it."""
    journal = opened(folder, name, earlier)
    for line in (folder / f"{name}.capture.txt").read_text(encoding="utf-8").splitlines():
        journal = enter(journal, line, AT).journal
    return journal.meeting


class Typist:
    """Types lines with the fewest keys that what is offered allows."""

    def __init__(self, vocabulary: Vocabulary, least_saving: int) -> None:
        self.vocabulary = vocabulary
        self.least = least_saving
        self.keys = self.offers = self.taken = 0

    def type(self, line: str, kind: Kind) -> None:
        at, shown = 0, ""
        while at < len(line):
            offer = self.vocabulary.suggest(line[:at], kind)
            if offer and offer != shown:
                self.offers += 1
            right = self.right(offer, line[at:])
            if right > self.least:
                at += right
                self.taken += 1
                shown = offer[right:]
            else:
                at += 1
                shown = offer[1:]
            self.keys += 1
        self.keys += 1

    def right(self, offer: str, wanted: str) -> int:
        """Count the characters that one key appends rightly: the whole offer, or its next word."""
        if wanted.startswith(offer):
            return len(offer)
        word = re.match(r"\s*\S+", offer)
        return len(word[0]) if word and wanted.startswith(word[0]) and not wanted[len(word[0]) :][:1].isalnum() else 0


def measure(folder: Path, learnt: list[str], name: str, before: list[str], least_saving: int = 1) -> Count:
    """Key a meeting in with what was learnt from other meetings, each learnt after its own predecessors."""
    vocabulary = Vocabulary()
    earlier: list[Meeting] = []
    for past in learnt:
        earlier.append(keyed(folder, past, earlier))
        vocabulary.learn_meeting(earlier[-1])
    journal = opened(folder, name, [keyed(folder, past, []) for past in before])
    vocabulary.learn_meeting(journal.meeting)
    typist = Typist(vocabulary, least_saving)
    known = {entry.id for entry in journal.meeting.entries}
    for line in (folder / f"{name}.capture.txt").read_text(encoding="utf-8").splitlines():
        typist.type(line, journal.meeting.current_kind)
        outcome = enter(journal, line, AT)
        journal = outcome.journal
        if outcome.entry is not None and outcome.entry not in known:
            vocabulary.learn_entry(journal.meeting, journal.meeting.entry(outcome.entry))
            known.add(outcome.entry)
    characters = sum(len(e.text) for e in journal.meeting.entries if e.action is None or e.action.origin is None)
    return Count(typist.keys, characters, typist.offers, typist.taken)
