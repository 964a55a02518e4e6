"""The votes of a decision as the minute-taker keys them person by person, written into its words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tui.meeting.decisions.others import voters
from tui.meeting.decisions.pieces import Side
from tui.meeting.decisions.reading import read_decision
from tui.meeting.decisions.record import read_record
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Entry, Meeting, Person
from tui.meeting.people.directory import directory_of, label_of
from tui.meeting.text.inline_markup import masked


def votes_said(meeting: Meeting, entry: Entry) -> dict[int, Side]:
    """Return the side of each voter whom a decision's words name, by the person's id."""
    decision = read_decision(directory_of(meeting), masked(entry.text))
    sides: dict[Side, tuple[str, ...]] = {
        "for": decision.for_names,
        "against": decision.against_names,
        "abstained": decision.abstained_names,
        "not voting": decision.not_voting_names,
    }
    side_of = {label: side for side, labels in sides.items() for label in labels}
    return {person.id: side_of[label_of(person)] for person in voters(meeting, entry.id) if label_of(person) in side_of}


def with_votes(meeting: Meeting, entry: Entry, votes: Mapping[int, Side], others: str = "") -> str:
    """Return a decision's words with these votes by name in the place of those that they told.

    Whoever is not keyed is put down for nothing, unless `others` says where everybody else is put: `for`.
    """
    kept = _without_votes(meeting, entry.text)
    people: tuple[Person, ...] = voters(meeting, entry.id)
    words = words_in(meeting.language)
    labels: dict[Side, str] = {
        "for": words.votes_for,
        "against": words.votes_against,
        "abstained": words.votes_abstained,
        "not voting": words.votes_not_given,
    }
    said = [
        f"{label}{words.colon} {', '.join(label_of(person) for person in people if votes.get(person.id) == side)}"
        for side, label in labels.items()
        if side in votes.values()
    ]
    rest = {"for": words.others_for, "against": words.others_against, "abstained": words.others_abstained}
    said += [rest[others]] if others else []
    if not said:
        return kept
    return f"{kept}{'' if kept.endswith(('.', '!', '?')) else '.'} {'. '.join(said)}."


def _without_votes(meeting: Meeting, text: str) -> str:
    """Return a decision's words without the votes by name at their end."""
    record = read_record(directory_of(meeting), masked(text))
    offset = len(text) - len(record.words)
    named = [piece for piece in record.last if piece.sort == "votes" and (piece.names or piece.others)]
    for piece in reversed(named):
        after = text[piece.end + offset :].lstrip(" ;,.)")
        text = text[: piece.start + offset].rstrip(" ;,.(") + (f". {after}" if after else "")
    return text


def set_votes(meeting: Meeting, entry_id: int, votes: Mapping[int, Side], others: str = "") -> Meeting:
    """Return the meeting with the votes by name of one decision, read again from its words."""
    entry = meeting.entry(entry_id)
    text = with_votes(meeting, entry, votes, others)
    voted = replace(entry, text=text, decision=read_decision(directory_of(meeting), masked(text)))
    return replace(meeting, entries=tuple(voted if one.id == entry_id else one for one in meeting.entries))
