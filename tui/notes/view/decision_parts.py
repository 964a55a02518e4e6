"""Where the words of a decision end and the record of who proposed it, and how the votes went, begins."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.meeting.decisions.outcomes import begins_after, is_about_a_motion, outcome_sentences
from tui.meeting.decisions.pieces import Side
from tui.meeting.decisions.record import read_record
from tui.meeting.decisions.record_words import DOING
from tui.meeting.languages.writing.words import Words
from tui.meeting.model import Decision, DecisionOutcome
from tui.meeting.people.directory import Directory
from tui.meeting.text.inline_markup import masked
from tui.meeting.text.lazy_patterns import Pattern
from tui.notes.view.words import NOTHING, ViewText

LEAD_INS: dict[DecisionOutcome, Callable[[Words], str]] = {
    DecisionOutcome.CARRIED: lambda words: words.carried,
    DecisionOutcome.LOST: lambda words: words.lost,
    DecisionOutcome.WITHDRAWN: lambda words: words.withdrawn,
    DecisionOutcome.DEFERRED: lambda words: words.deferred,
    DecisionOutcome.TIED: lambda words: words.tied,
    DecisionOutcome.NO_SECONDER: lambda words: words.no_seconder,
    DecisionOutcome.OUT_OF_ORDER: lambda words: words.out_of_order,
    DecisionOutcome.NOTED: lambda words: words.noted,
}
"""What stands before the words of a decision that do not say themselves what came of it."""
_ENDED = Pattern(r"[.!?…:][\"'”’)\]]*\Z")
_JOINTS = Pattern(
    r"\A(?:[\s,;:.–—()/-]|(?:and|with|but|und|mit|et|y|ac)\b)+|(?:[\s,;:.–—()/-]|\b(?:and|with|but|und|mit|et|y|ac?))+\Z",
    re.IGNORECASE,
)
_DOING = re.compile(rf"\W*(?:{DOING})\b", re.IGNORECASE)
_TWO_SIDES = 2
_FEW = 3
"""Blanks in what only leads in the record: `Result of the vote:`."""
_PARTING = Pattern(r"[\s,;:–—(-]+\Z")


def parted_resolution(directory: Directory, text: ViewText) -> tuple[ViewText, ViewText]:
    """Part a decision's words in two that read on; the second part is empty where the record is not a tail alone."""
    words = str(text)
    read = read_record(directory, masked(words))
    tail = len(words) - len(read.words) + read.tail
    before = words[:tail].strip(" (\"'“")
    if not before or tail >= len(words) or (before.endswith(":") and before.count(" ") < _FEW):
        return text, NOTHING
    opened = len(words[:tail].rstrip()) - 1
    return text.parted(opened if words[opened] == "(" else tail)


def as_sentence(record: ViewText) -> ViewText:
    """Return a record as a sentence of its own; nothing of nothing."""
    return _ended(_capital(_bare(record))) if record else record


def ended(resolution: ViewText) -> ViewText:
    """Return words with a full stop in place of what led on to the record."""
    found = _PARTING.search(str(resolution))
    return _ended(resolution.parted(found.start())[0] if found else resolution)


def without_names(directory: Directory, record: ViewText) -> ViewText:
    """Return a record without the sides that a table beside it tells by name."""
    words = str(record)
    told = [
        piece
        for piece in read_record(directory, masked(words)).pieces
        if piece.sort == "votes"
        and "not voting" not in (*piece.counts, *piece.names)
        and len(piece.counts) < _TWO_SIDES
    ]
    kept: list[str] = []
    at = 0
    for piece in (*told, None):
        kept.append(_JOINTS.sub("", words[at : piece.start if piece else len(words)]))
        at = max(at, piece.end) if piece else at
    return ViewText.literally("; ".join(filter(None, kept)))


def says_outcome(directory: Directory, resolution: str, outcome: DecisionOutcome) -> bool:
    """Whether words say themselves what came of it, or speak of the motion: then nothing need stand before them."""
    told = (
        one for one in outcome_sentences(resolution) if one.outcome is not DecisionOutcome.CARRIED or not one.manner
    )
    if (begins_after(resolution, 0) and not _DOING.match(resolution)) or is_about_a_motion(resolution) or any(told):
        return True
    record = read_record(directory, masked(resolution))
    return record.run == 0 or any(
        piece.start == 0 or piece.outcome is outcome is not DecisionOutcome.UNSAID for piece in record.pieces
    )


def roll_of(decision: Decision) -> tuple[tuple[Side, tuple[str, ...], int | None], ...]:
    """Return who voted how, side by side, for a recorded vote and wherever the names of two sides are known."""
    sides: tuple[tuple[Side, tuple[str, ...], int | None], ...] = (
        ("for", decision.for_names, decision.votes_for),
        ("against", decision.against_names, decision.votes_against),
        ("abstained", decision.abstained_names, decision.abstained),
    )
    named = [side for side in sides if side[1]]
    if len(named) < 2 and not (decision.recorded and named):
        return ()
    return tuple(side for side in sides if side[1] or side[2] is not None)


def _bare(text: ViewText) -> ViewText:
    """Return words without the brackets that stand round all of them."""
    words = str(text)
    whole = words.startswith("(") and words.rstrip(".").endswith(")") and words.count("(") == words.count(")") == 1
    return text.parted(1)[1].parted(words.rindex(")") - 1)[0] if whole else text


def _capital(text: ViewText) -> ViewText:
    words = str(text)
    if not words[:1].islower() or text.spans[0].emphasis or text.spans[0].restricted:
        return text
    return ViewText.joined(words[0].upper(), text.parted(1)[1])


def _ended(text: ViewText) -> ViewText:
    return text if _ENDED.search(str(text)) else ViewText.joined(text, ".")
