"""An action's words and what is set beside them, kept saying the same: a new owner or date is put into the words.

Where the words name an owner or a day themselves, one that is set later would contradict them on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from tui.meeting.capture.owners import worded_head, worded_owners
from tui.meeting.dates.due import SAID_LEAD, LocatedDue, locate_due
from tui.meeting.languages.writing.written import listed, words_in
from tui.meeting.model import Due, Entry, Meeting
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import masked

_HOLE = re.compile(r"\s+(?=[,.;:)!?]|$)")
_LEADS = ("by ", "in ", "within ")
"""What may have to stand before a day that is said without, the likeliest first."""
_MEETING_LEADS = ("by the ", "to the ")
"""The same before a meeting."""


def with_due(meeting: Meeting, entry: Entry, due: Due | None) -> Entry:
    """Return an action that is due then; where its words say when, they say so too, or no longer say when."""
    assert entry.action is not None, "only actions are due"
    located = locate_due(meeting, masked(entry.text))
    if located is None:
        return replace(entry, action=replace(entry.action, due=due))
    if due is not None:
        for text in _reworded(entry.text, located, due):
            found = locate_due(meeting, masked(text))
            if found is not None and _same(found.due, due):
                return replace(entry, text=text, action=replace(entry.action, due=found.due))
    start, end = located.span
    text = _HOLE.sub("", f"{entry.text[:start].rstrip()} {entry.text[end:].lstrip()}")
    apart = replace(due, in_text=False) if due is not None else None
    return replace(entry, text=text, action=replace(entry.action, due=apart))


def _reworded(text: str, located: LocatedDue, due: Due) -> Iterator[str]:
    """Return the words with other due words in their place, after what may lead to them."""
    start, end = located.span
    said = due.words.strip()
    old = SAID_LEAD.match(text[start:end])
    before = old[0] if old else f"{text[start:end].split()[0]} "
    if SAID_LEAD.match(said):
        leads = [""]
    elif due.meeting is not None and not said.casefold().startswith("the "):
        leads = [f"{before}the ", *_MEETING_LEADS]
    else:
        leads = [before, *_LEADS, ""]
    for lead in dict.fromkeys(leads):
        yield f"{text[:start]}{lead}{said}{text[end:]}"


def _same(found: Due, due: Due) -> bool:
    return found.date == due.date and due.words.strip().casefold() in found.words.casefold()


def with_owners(meeting: Meeting, entry: Entry, owners: tuple[str, ...]) -> Entry:
    """Return an action that is theirs; where its words name others, they name them instead."""
    assert entry.action is not None, "only actions have owners"
    owned = replace(entry, action=replace(entry.action, owners=owners))
    directory = directory_of(meeting)
    head = worded_head(directory, masked(entry.text), code=meeting.language)
    if head is None or not owners or set(head.owners) <= set(owners):
        return owned
    start, end = head.span
    names = listed(words_in(meeting.language), owners)
    text = f"{entry.text[:start]}{names}{entry.text[end:]}"
    read = worded_owners(directory, masked(text), owners, meeting.language)
    return replace(owned, text=text) if set(read) == set(owners) else owned


def contradictions(meeting: Meeting, entry: Entry) -> Iterator[str]:
    """Say where an action's words name another owner or another day than is set beside them."""
    action = entry.action
    if action is None:
        return
    text = masked(entry.text)
    located = locate_due(meeting, text)
    if located is not None and located.due.date is not None and not (action.due and action.due.in_text):
        said = action.due.words if action.due else "nothing"
        if action.due is None or (action.due.date is not None and action.due.date != located.due.date):
            yield f"{action.ref} says “{located.due.words}”, and {said} is set as its due"
    worded = worded_owners(directory_of(meeting), text, code=meeting.language)
    if worded and not set(worded) <= set(action.owners):
        yield f"{action.ref} names {', '.join(worded)}, and {', '.join(action.owners) or 'nobody'} is set as its owner"
