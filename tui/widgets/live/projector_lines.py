"""An entry as a room reads it from a wall: words first, who said them in bold, and no more marks than it takes."""

from __future__ import annotations

from textual.content import Content

from tui.meeting.capture.describe_line import describe_due
from tui.meeting.model import Action, Entry, Kind, Status
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.lines import MUTED, TONES


def lines_for_room(entry: Entry, width: int) -> list[Content]:
    """Lay an entry out for a width in cells."""
    rows: list[Content] = []
    if entry.kind.row.announced:
        rows.append(Content.styled(name_of_kind(entry).upper(), TONES[entry.kind.row.tone]))
    lead = "•  " if entry.kind is Kind.POINT else ""
    rows += _hanging(_words(entry), lead, width)
    if entry.action:
        rows += _hanging(_owed(entry.action), "→  ", width)
    return rows


def _hanging(words: Content, lead: str, width: int) -> list[Content]:
    wrapped = words.wrap(max(8, width - len(lead) - 1)) or [Content("")]
    return [
        Content.assemble((lead if at == 0 else " " * len(lead), MUTED), row.rstrip()) for at, row in enumerate(wrapped)
    ]


def _words(entry: Entry) -> Content:
    text = showable(entry.text)
    style = "bold $text-primary" if entry.kind.row.tone == "primary" else entry.kind.row.letters
    words = Content.styled(text, style) if style else Content(text)
    said = "" if entry.speakers_in_text else ", ".join(showable(speaker) for speaker in entry.speakers)
    topic = entry.action.origin.topic if entry.action and entry.action.origin else ""
    return Content.assemble(
        (f"{showable(topic)}  " if topic else "", "bold"), (f"{said}:  " if said else "", "bold"), words
    )


def _owed(action: Action) -> Content:
    owners = ", ".join(showable(owner) for owner in action.owners) or "no owner"
    parts: list[tuple[str, str]] = [(owners, "bold")]
    if action.due:
        parts.append((f"  ·  {showable(describe_due(action.due))}", ""))
    if action.status is not Status.OPEN:
        by = f" by {action.replaced_by}" if action.replaced_by else ""
        parts.append((f"  ·  {action.status.value}{by}", "$text-success"))
    return Content.assemble(*parts)
