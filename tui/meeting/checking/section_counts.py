"""What a section holds and what is still open in it, for the agenda beside the log."""

from __future__ import annotations

from typing import assert_never

from tui.meeting.actions.actions import is_open
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.text.inline_markup import has_gap


class Signs(Value, frozen=True, kw_only=True):
    """Counts of one section's own entries."""

    entries: int = 0
    """Everything captured, brought-forward actions aside."""
    unanswered: int = 0
    """Questions that nothing answers."""
    unowned: int = 0
    """Open actions without an owner or a due date."""
    gaps: int = 0
    restricted: bool = False


def unanswered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the questions, in one section's entries, that neither a response nor a point answers.

    Questions asked one after another share the answers that follow them.
    """
    waiting: list[Entry] = []
    left: list[Entry] = []
    aside = False
    for entry in entries:
        match entry.kind.row.exchange:
            case "asks":
                waiting.append(entry)
                aside = False
            case "answers":
                waiting.clear()
                aside = False
            case "turns aside":
                aside = True  # The points that follow hang on this, and answer nothing.
            case "answers what it hangs on":
                if not aside:
                    waiting.clear()
            case "ends":
                left.extend(waiting)
                waiting.clear()
            case "stands apart":
                pass
            case never:
                assert_never(never)
    return (*left, *waiting)


def signs_of(meeting: Meeting) -> dict[int, Signs]:
    """Return the signs of every section, by id."""
    by_section: dict[int, list[Entry]] = {section.id: [] for section in meeting.sections}
    for entry in meeting.entries:
        by_section.setdefault(entry.section, []).append(entry)
    return {section.id: _signs(tuple(by_section[section.id]), section.restricted) for section in meeting.sections}


def _signs(entries: tuple[Entry, ...], restricted: bool) -> Signs:
    own = [e for e in entries if not (e.action and e.action.origin)]
    return Signs(
        entries=len(own),
        unanswered=len(unanswered(entries)),
        unowned=sum(1 for e in own if is_open(e) and e.action and not (e.action.owners and e.action.due)),
        gaps=sum(1 for e in own if has_gap(e.text)),
        restricted=restricted,
    )
