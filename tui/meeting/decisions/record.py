"""The record within a decision's words: its pieces, and where at the end there is nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.meeting.decisions.movers import mover_pieces
from tui.meeting.decisions.outcomes import begins, manners, outcome_clauses
from tui.meeting.decisions.pieces import Piece
from tui.meeting.decisions.record_words import HANDS, either
from tui.meeting.decisions.voters import names_after
from tui.meeting.decisions.votes import vote_pieces
from tui.meeting.model import DecisionOutcome
from tui.meeting.people.directory import Directory
from tui.meeting.text.lazy_patterns import Pattern

LONGEST = 1000
"""Only so much of a decision's end is read: what was decided may speak of votes and proposals itself."""

_GAP = Pattern(
    rf"[\s,;.:()\[\]–—/\"”’!-]*(?:(?:{HANDS}|{either(lambda words: words.joints)}"
    r"|the\s+motion|votes?|being|by|par|por|gan|it|was|to)"
    r"(?!\w)[\s,;.:()–—/-]*){0,3}",
    re.IGNORECASE,
)
FINAL = (DecisionOutcome.CARRIED, DecisionOutcome.NOTED)
"""Outcomes that stand whatever is said beside them, unless the record itself says otherwise."""
_UNLIKELY = (DecisionOutcome.LOST, DecisionOutcome.WITHDRAWN, DecisionOutcome.DEFERRED, DecisionOutcome.TIED)
_STARTS = Pattern(r"(?:^|[.;:,(–—!?\"”’]|\s-)\s*(?:\(\s*)?$")

_NEW_SENTENCE = Pattern(r"[.;!?\"”’]\s*$")


class Record(NamedTuple):
    """What was found in a decision's words."""

    words: str
    """The words that were read: the decision's end."""
    pieces: tuple[Piece, ...]
    """In order; some may overlap."""
    tail: int
    """Where a clause begins from which on the words say nothing but the record; the end where there is none."""
    run: int
    """Where the pieces begin that are all of the words up to the end, be it within a clause."""

    @property
    def last(self) -> tuple[Piece, ...]:
        """The pieces that are all of the words up to the end."""
        return tuple(piece for piece in self.pieces if piece.start >= self.run)


def read_record(directory: Directory, text: str) -> Record:
    """Find the record in a decision's words, restricted characters masked."""
    start = max(0, len(text) - LONGEST)
    read = text[start:]
    votes = vote_pieces(directory, read)
    pieces = [
        *mover_pieces(directory, read, "mover"),
        *mover_pieces(directory, read, "seconder"),
        *votes,
        # In “Withdrawn: Cy Pugh” the label is no outcome.
        *(one for one in outcome_clauses(read) if not any(vote.start <= one.start < vote.end for vote in votes)),
        *(_requested(directory, read, piece) for piece in manners(read)),
    ]
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    return Record(read, tuple(pieces), *_tail(read, pieces))


def _requested(directory: Directory, text: str, piece: Piece) -> Piece:
    """Return a roll call with the person who asked for it."""
    if piece.manner != "roll call" or not text[: piece.end].endswith(" by"):
        return piece
    asking = names_after(directory, text, piece.end + 1, said_as_names=False)[:1]
    return piece._replace(end=asking[0].end, person=asking[0]) if asking else piece


def _tail(text: str, pieces: list[Piece]) -> tuple[int, int]:
    """Return where the first clause begins, and the first piece, of those that are all of the words up to the end."""
    reached = tail = len(text)
    waiting = [piece for piece in pieces if not is_doubtful(text, piece)]
    while True:
        before = [piece.start for piece in waiting if piece.start < reached and joined(text, piece.end, reached)]
        if not before:
            # A sentence of which the record is a part only is not torn in two.
            return reached if _STARTS.search(text, max(0, reached - 4), reached) else tail, reached
        reached = min(before)
        if _NEW_SENTENCE.search(text, max(0, reached - 4), reached):
            tail = reached


def is_doubtful(text: str, piece: Piece) -> bool:
    """Whether a word after a comma may be one of a list: `Agreed to replace what is broken, lost`."""
    return piece.weak and piece.outcome in _UNLIKELY and begins(text) in FINAL


def joined(text: str, end: int, reached: int) -> bool:
    """Whether nothing stands between two places but what joins two parts of a record."""
    return end >= reached or _GAP.fullmatch(text, end, reached) is not None
