"""What others have settled of a meeting, taken in by the program that writes it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tui.book.disk.atomic_write import create_file, in_words, private_mode
from tui.book.disk.storage import OTHER, encode_tables
from tui.book.meeting_file import tables_of
from tui.meeting.actions.proposals import Proposal, ProposedEntry, as_proposed, contradicted, taken_in
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.outline.labels import name_of_kind, shortened


class TakenIn(NamedTuple):
    """What came of a proposal."""

    journal: Journal
    said: str
    """What whoever writes should hear of."""
    beside: Path | None = None
    """Where it is kept to be compared, where the same was changed here; else None."""
    taken: bool = True


def take_in(path: Path, journal: Journal, proposal: Proposal, at: datetime) -> TakenIn:
    """Take a proposal into a meeting; where the same entry was changed here, keep it beside the file instead."""
    against = contradicted(journal.meeting, proposal)
    if not against:
        names = ", ".join(named(one) for one in proposal.entries)
        return TakenIn(taken_in(journal, proposal, at), f"{proposal.who}: {names} {proposal.what}")
    words = "; ".join(f"{named(one)} “{shortened(one.entry.text)}” ({proposal.what})" for one in against)
    said = f"{proposal.who} has settled what was changed here too: {words}"
    try:
        beside = _keep_beside(path, as_proposed(journal.meeting, proposal), at)
    except OSError as error:
        return TakenIn(journal, f"{said}; it cannot be kept beside the meeting: {in_words(error)}", taken=False)
    return TakenIn(journal, said, beside, taken=False)


def named(one: ProposedEntry) -> str:
    """Name an entry: `A2`."""
    action = one.entry.action
    return action.ref if action else name_of_kind(one.entry)


def _keep_beside(path: Path, meeting: Meeting, at: datetime) -> Path:
    content = encode_tables(tables_of(Journal(meeting=meeting)))
    for number in range(1, 1000):
        which = f"-{number}" if number > 1 else ""
        beside = path.with_name(f"{path.stem}.{OTHER}-{at:%Y%m%d-%H%M%S}{which}.json")
        try:
            create_file(beside, content, private_mode(path))
        except FileExistsError:
            continue
        return beside
    raise FileExistsError("there are too many of its copies")
