"""Read a decision from its words: mover, seconder, votes and outcome; what is not said stays unknown."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.meeting.decisions.outcomes import begins, begins_after, is_straw_poll, lacks_a_seconder, outcome_sentences
from tui.meeting.decisions.pieces import Piece, Side
from tui.meeting.decisions.record import FINAL, LONGEST, Record, is_doubtful, joined, read_record
from tui.meeting.decisions.record_words import MORE_THAN_HALF
from tui.meeting.model import Decision, DecisionOutcome
from tui.meeting.people.directory import Directory
from tui.meeting.text.lazy_patterns import Pattern

_MORE_THAN_HALF = Pattern(rf"(?<!\w)(?:{MORE_THAN_HALF})(?!\w)", re.IGNORECASE)


def read_decision(directory: Directory, masked: str) -> Decision:
    """Read a decision from its words, restricted characters masked."""
    record = read_record(directory, masked)
    text = masked[-LONGEST:]
    straw = is_straw_poll(masked)
    votes = _votes_of(record)
    manners = {
        piece.manner.partition(" ")[0] if piece.manner != "roll call" else piece.manner
        for piece in record.pieces
        if piece.manner
    }
    outcome = DecisionOutcome.UNSAID if straw else _outcome(record, masked, text)
    counts = _counts(votes, lost=outcome is DecisionOutcome.LOST and not _MORE_THAN_HALF.search(masked))
    unanimity = next((one for one in ("unanimous", "consensus", "all") if one in manners), "")
    casting = _casting(record, outcome)
    outcome = DecisionOutcome.UNSAID if straw else _weighed(outcome, unanimity, counts, casting)
    names = _names(votes)
    return Decision(
        mover=_person(record, "mover"),
        seconder=_person(record, "seconder"),
        votes_for=counts.get("for"),
        votes_against=counts.get("against"),
        abstained=counts.get("abstained"),
        outcome=outcome,
        unanimity=unanimity,
        for_names=names.get("for", ()),
        against_names=names.get("against", ()),
        abstained_names=names.get("abstained", ()),
        not_voting_names=names.get("not voting", ()),
        others=next((piece.others for piece in reversed(votes) if piece.others), ""),
        casting=casting if casting != "said" or outcome not in FINAL else "for",
        recorded="roll call" in manners,
        straw=straw,
    )


def _led_by(record: Record) -> int:
    """Return where the pieces end with which the words begin: who moved it, and how the votes went."""
    end = 0
    for piece in record.pieces:
        if piece.end > end and (piece.start <= end or joined(record.words, end, piece.start)):
            end = piece.end
    return end


def _person(record: Record, role: str) -> str:
    """Return who moved or seconded, as said nearest to the end."""
    named = [piece.person for piece in record.pieces if piece.sort == role and piece.person]
    return max(named, key=lambda person: person.start).label if named else ""


def _votes_of(record: Record) -> list[Piece]:
    """Return the pieces that tell of the votes: those at the end, or else those that can mean nothing else."""
    last = [piece for piece in record.last if piece.sort == "votes"]
    if last:
        return last
    votes = [piece for piece in record.pieces if piece.sort == "votes"]
    beside = {
        piece.start
        for one, other in pairwise(votes)
        if joined(record.words, one.end, other.start)
        for piece in (one, other)
    }
    return [piece for piece in votes if not piece.weak or piece.start in beside]


def _counts(votes: list[Piece], *, lost: bool) -> dict[Side, int]:
    """Return the votes of each side, as said last."""
    found: dict[Side, int] = {}
    for piece in votes:
        counts = dict(piece.counts)
        if piece.greater_first and lost and counts["for"] > counts["against"]:
            # “Lost by 5 votes to 3” names the greater number first.
            counts["for"], counts["against"] = counts["against"], counts["for"]
        found |= counts
    named: dict[Side, set[str]] = {}
    for piece in votes:
        for side, people in piece.names.items():
            if not piece.at_least:
                named.setdefault(side, set()).update(person.label for person in people)
    # A number that was said stands where names are told beside it.
    return {side: len(people) for side, people in named.items()} | found


def _names(votes: list[Piece]) -> dict[Side, tuple[str, ...]]:
    found: dict[Side, tuple[str, ...]] = {}
    for piece in votes:
        for side, people in piece.names.items():
            found[side] = tuple(dict.fromkeys((*found.get(side, ()), *(person.label for person in people))))
    return found


def _outcome(record: Record, whole: str, text: str) -> DecisionOutcome:
    """Return what the words say came of it; nothing where they say two things."""
    first = begins(whole) or begins_after(text, _led_by(record))
    tail = [piece for piece in record.last if piece.sort == "outcome"]
    sentences = list(outcome_sentences(text))
    said = [*sentences, *tail]
    if any(is_doubtful(text, piece) and joined(text, piece.end, len(text)) for piece in record.pieces):
        return DecisionOutcome.UNSAID
    settled = (DecisionOutcome.LOST, DecisionOutcome.CARRIED)
    if any(piece.outcome in settled for piece in said):
        # What a tie came to is what counts: “lost, the votes being equal”.
        said = [piece for piece in said if piece.outcome is not DecisionOutcome.TIED]
    if said:
        return _unseconded(max(said, key=lambda piece: (piece.end, not piece.weak)).outcome, text)
    return first or _unseconded(first, text)


def _unseconded(outcome: DecisionOutcome, text: str) -> DecisionOutcome:
    """Return what came of it, a motion that was lost for want of a seconder told apart."""
    lost = outcome in (DecisionOutcome.LOST, DecisionOutcome.UNSAID)
    return DecisionOutcome.NO_SECONDER if lost and lacks_a_seconder(text) else outcome


def _casting(record: Record, outcome: DecisionOutcome) -> str:
    said = [piece.manner for piece in record.pieces if piece.manner.startswith("casting")]
    if not said:
        return ""
    side = said[-1].removeprefix("casting").strip()
    return side or {DecisionOutcome.CARRIED: "for", DecisionOutcome.LOST: "against"}.get(outcome, "said")


def _weighed(outcome: DecisionOutcome, unanimity: str, counts: dict[Side, int], casting: str) -> DecisionOutcome:
    """Hold what the words say against the numbers; the opposite of what they say is never taken."""
    if not outcome and unanimity:
        outcome = DecisionOutcome.CARRIED
    if casting in ("for", "against") and outcome in (DecisionOutcome.UNSAID, DecisionOutcome.TIED):
        return DecisionOutcome.CARRIED if casting == "for" else DecisionOutcome.LOST
    votes_for, against = counts.get("for"), counts.get("against")
    if votes_for is None or against is None or casting:
        return outcome
    if outcome is DecisionOutcome.CARRIED and votes_for <= against and (votes_for or against):
        return DecisionOutcome.UNSAID
    if outcome:
        return outcome
    if votes_for < against:
        return DecisionOutcome.LOST
    return DecisionOutcome.TIED if votes_for == against and votes_for else outcome
