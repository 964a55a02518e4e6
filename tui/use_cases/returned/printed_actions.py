"""Whose an action is and when it is due, as the notes print it behind its words or in a cell, and taking that over."""

from __future__ import annotations

import re

from tui.errors import Refused
from tui.meeting.capture.editing import set_due, set_owners
from tui.meeting.dates.due import due_of
from tui.meeting.model import Due, Meeting
from tui.meeting.people.attendance import known_person
from tui.meeting.people.directory import ALL
from tui.meeting.text.inline_markup import plain
from tui.notes.view.due_words import due_on_page
from tui.notes.view.wording import wording_of

_TAIL = re.compile(r"\s*(?:\**\[(?P<bracketed>[^\]]*)\]\**|(?P<bare>[^(\[]*))\s*(?P<rest>\(.*)?", re.DOTALL)
_COMMA = re.compile(r"\s*[,;/&]\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|a)\s+")
_NOBODY = ("", "-", "–", "—")


def with_cell(meeting: Meeting, entry_id: int, old: str, new: str) -> Meeting:
    """Take over a cell beside an action's words: its owners, its due, or both. Raises Refused for any other."""
    action = meeting.entry(entry_id).action
    if action is None:
        raise Refused("it stands in no entry", hint="change it in the meeting")
    if action.due is not None and old == plain(due_on_page(wording_of(meeting), action.due)):
        return set_due(meeting, [entry_id], _due(meeting, action.due, new))
    return with_tail(meeting, entry_id, old, new)


def with_tail(meeting: Meeting, entry_id: int, old: str, new: str) -> Meeting:
    """Take over what stands behind an action's words: `[TR] (due Friday, 7 June 2024)`. Raises Refused for another."""
    action = meeting.entry(entry_id).action
    assert action is not None, "only actions have owners"
    was, now = _split(meeting, old), _split(meeting, new)
    if was.names not in ((), _printed_owners(meeting, action.owners)) or was.rest != now.rest:
        raise Refused("how an action stands is not in its words", hint="change it in the register")
    if was.names != now.names and (was.names or not action.owners):
        meeting = set_owners(meeting, [entry_id], _owners(meeting, now.names))
    if was.due != now.due:
        meeting = set_due(meeting, [entry_id], _due(meeting, action.due, now.due))
    return meeting


def owners_and_due(meeting: Meeting, cell: str) -> tuple[tuple[str, ...], Due | None]:
    """Read the owners and the due of a cell that somebody wrote."""
    told = _split(meeting, cell)
    return _owners(meeting, told.names), _due(meeting, None, told.due)


class _PrintedTail:
    """What stands behind an action's words, in its parts."""

    def __init__(self, names: tuple[str, ...], due: str, rest: str) -> None:
        self.names, self.due, self.rest = names, due, rest


def _split(meeting: Meeting, words: str) -> _PrintedTail:
    found = _TAIL.match(words)
    assert found is not None, "the pattern fits anything"
    said = found["bracketed"] if found["bracketed"] is not None else found["bare"]
    names = tuple(name for one in _COMMA.split(said.strip()) if one not in _NOBODY for name in _joined(meeting, one))
    rest, due = found["rest"] or "", ""
    lead = wording_of(meeting).words.due_when.partition("{when}")[0]
    if rest.startswith(f"({lead}"):
        due, _, rest = rest[len(lead) + 1 :].partition(")")
    return _PrintedTail(names, due.strip(), " ".join(rest.split()))


def _printed_owners(meeting: Meeting, owners: tuple[str, ...]) -> tuple[str, ...]:
    everybody = wording_of(meeting).words.everybody
    printed = ", ".join(everybody if one == ALL else plain(one) for one in owners)
    return tuple(name for one in _COMMA.split(printed) if one for name in _joined(meeting, one))


def _joined(meeting: Meeting, said: str) -> list[str]:
    """Part names that are joined by a word where each is known; a team may have that word in its name."""
    names = _AND.split(said)
    return names if len(names) > 1 and all(_is_known(meeting, one) for one in names) else [said]


def _is_known(meeting: Meeting, name: str) -> bool:
    try:
        known_person(meeting, name)
    except Refused:
        return False
    return True


def _owners(meeting: Meeting, names: tuple[str, ...]) -> tuple[str, ...]:
    everybody = wording_of(meeting).words.everybody
    return tuple(ALL if name == everybody else name for name in names)


def _due(meeting: Meeting, was: Due | None, words: str) -> Due | None:
    """Read a due as somebody wrote it; where only the day behind the words is another one, that day alone counts."""
    if was is not None and words.startswith(f"{plain(was.words)}, "):
        words = words[len(plain(was.words)) + 2 :]
    return due_of(meeting, words)
