"""What is still open in a section, said in words when it is left."""

from __future__ import annotations

from tui.meeting.actions.actions import is_open
from tui.meeting.checking.section_counts import unanswered
from tui.meeting.model import Meeting, Section
from tui.meeting.outline.outline import name_within
from tui.meeting.text.inline_markup import has_gap

_LONGEST_NAME = 40


def left_words(before: Meeting, after: Meeting) -> str:
    """Say what is open in the section just left: `left 2.1 with 1 question unanswered`; empty where nothing is."""
    left = before.current
    if left is None or left == after.current or all(s.id != left.id for s in after.sections):
        return ""
    if after.current is not None and after.current.id == left.id:
        return ""
    words = what_is_open(after, left)
    return f"left {_short_name(after, left)} with {words}" if words else ""


def what_is_open(meeting: Meeting, section: Section) -> str:
    """Say what is open among a section's own entries: `2 questions unanswered, 1 action without owner, 1 gap`."""
    entries = meeting.entries_of(section.id)
    own = [e for e in entries if not (e.action and e.action.origin)]
    missing = [(not e.action.owners, not e.action.due) for e in own if e.action and is_open(e)]
    counts = (
        (len(unanswered(entries)), "question", "unanswered"),
        (missing.count((True, True)), "action", "without owner or due"),
        (missing.count((True, False)), "action", "without owner"),
        (missing.count((False, True)), "action", "without due"),
        (sum(1 for e in own if has_gap(e.text)), "gap", ""),
    )
    return ", ".join(f"{n} {what}{'' if n == 1 else 's'} {how}".strip() for n, what, how in counts if n)


def _short_name(meeting: Meeting, section: Section) -> str:
    name = name_within(meeting, section).removeprefix("item ")
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 2].rstrip()}…”"
