"""The log: what was captured in the current section, one entry under another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tui.meeting.describe import describe_due
from tui.meeting.model import Entry, Kind, Status
from tui.meeting.showable import showable
from tui.widgets.bindings import bindings_of
from tui.widgets.lines import MUTED, LinesView

_TAGS: dict[Kind, tuple[str, str]] = {
    Kind.QUESTION: ("question", "$text-primary"),
    Kind.RESPONSE: ("response", MUTED),
    Kind.POINT: ("•", MUTED),
    Kind.NOTE: ("note", MUTED),
    Kind.UPDATE: ("update", MUTED),
    Kind.ACTION: ("action", "$text-accent bold"),
    Kind.DECISION: ("decision", "$text-success bold"),
    Kind.EVENT: ("event", MUTED),
    Kind.SUBHEADING: ("heading", MUTED),
}
_TAG_WIDTH = 12
_NARROW = 44
"""Below this width the tags stand above the words."""
_MARKED = re.compile(r"\?\?|\[\[.*?(?:\]\]|$)")


class LogView(LinesView, can_focus=True):
    """The entries of one section; with the focus, one is selected."""

    BINDINGS = bindings_of("log")

    selected: reactive[int | None] = reactive[int | None](None)
    """Id of the selected entry."""

    @dataclass
    class LeftDownward(Message):
        """Down was pressed on the last entry."""

        log: LogView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._wrapped: dict[int, tuple[Entry, int, list[Content]]] = {}
        self._rows: dict[int, tuple[int, int]] = {}
        self._entry_at: list[int] = []

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show a section's entries; stay at the end unless an entry is selected."""
        self._entries = entries
        if self.selected is not None and all(e.id != self.selected for e in entries):
            self.set_reactive(LogView.selected, entries[-1].id if entries and self.has_focus else None)
        self.remake()
        self._show_selected() if self.selected is not None else self.scroll_end(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wrap for the new width and keep the place."""
        super().on_resize()
        self._show_selected() if self.selected is not None else self.scroll_end(animate=False, immediate=True)

    def select_last(self) -> None:
        """Select the entry at the end."""
        self.selected = self._entries[-1].id if self._entries else None

    def select_by(self, by: int) -> None:
        """Select the entry so many above (below 0) or below; past the last, report it."""
        places = {entry.id: place for place, entry in enumerate(self._entries)}
        if self.selected not in places:
            self.select_last()
            return
        place = places[self.selected] + by
        if place >= len(self._entries):
            self.post_message(self.LeftDownward(self))
        else:
            self.selected = self._entries[max(0, place)].id

    def watch_selected(self) -> None:
        """Bring the selected entry into sight."""
        self._show_selected()
        self.refresh()

    def _show_selected(self) -> None:
        if self.selected in self._rows:
            first, rows = self._rows[self.selected]
            self.scroll_to_region(Region(0, first, 1, rows), animate=False, force=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the selected entry."""
        if self.selected is not None and self._entry_at[at] == self.selected and self.has_focus:
            return "on $primary 30%"
        return ""

    def make_lines(self, width: int) -> list[Content]:
        """Wrap the entries, those that did not change since last time aside."""
        lines: list[Content] = []
        self._rows, self._entry_at = {}, []
        kept: dict[int, tuple[Entry, int, list[Content]]] = {}
        earlier: Entry | None = None
        for entry in self._entries:
            known = self._wrapped.get(entry.id)
            wrapped = known[2] if known and known[0] is entry and known[1] == width else lines_of(entry, width)
            kept[entry.id] = (entry, width, wrapped)
            if earlier is not None and _parts(earlier, entry):
                lines.append(Content(""))
                self._entry_at.append(0)
            self._rows[entry.id] = (len(lines), len(wrapped))
            lines.extend(wrapped)
            self._entry_at.extend([entry.id] * len(wrapped))
            earlier = entry
        self._wrapped = kept
        return lines


def _parts(above: Entry, below: Entry) -> bool:
    """Whether an empty row stands between two entries: before what begins something new."""
    begins = below.kind in (Kind.QUESTION, Kind.SUBHEADING, Kind.NOTE, Kind.DECISION, Kind.EVENT)
    brought = below.action is not None and below.action.origin is not None
    return (begins or brought) and above.kind is not Kind.SUBHEADING and not (above.kind is below.kind is Kind.QUESTION)


def lines_of(entry: Entry, width: int) -> list[Content]:
    """Lay an entry out: its kind at the left, words wrapped beside it, owners and due below an action."""
    tag, style = _TAGS[entry.kind]
    if entry.action is not None:
        tag = f"{tag} {entry.action.ref}"
    words = _words(entry)
    if width < _NARROW:
        lead = Content("• " if entry.kind is Kind.POINT else "")
        head = [] if entry.kind is Kind.POINT else [Content.styled(tag, style)]
        rows = words.wrap(max(8, width - 2))
        return [*head, *(Content.assemble(lead if at == 0 else " " * lead.cell_length, r) for at, r in enumerate(rows))]
    indent = _TAG_WIDTH + (2 if entry.kind is Kind.POINT else 0)
    shown = (
        Content(" " * _TAG_WIDTH + "• ") if entry.kind is Kind.POINT else Content.styled(tag.ljust(_TAG_WIDTH), style)
    )
    rows = [row.rstrip() for row in words.wrap(max(8, width - indent - 1))] or [Content("")]
    return [Content.assemble(shown if at == 0 else " " * indent, row) for at, row in enumerate(rows)]


def _words(entry: Entry) -> Content:
    text = showable(entry.text)
    words = Content(text)
    for mark in _MARKED.finditer(text):
        words = words.stylize("$text-error bold" if mark.group() == "??" else "$text-warning", *mark.span())
    if entry.kind is Kind.SUBHEADING:
        words = words.stylize("bold")
    if entry.kind is Kind.EVENT:
        words = words.stylize("italic")
    said = ", ".join(showable(speaker) for speaker in entry.speakers) if not entry.speakers_in_text else ""
    parts: list[Content | tuple[str, str]] = []
    if entry.restricted:
        parts.append(("restricted  ", "$text-warning"))
    if said:
        parts.append((f"{said}: " if text else f"{said}:", "bold"))
    if entry.action is not None and entry.action.origin is not None and entry.action.origin.topic:
        parts.append((f"{showable(entry.action.origin.topic)}  ", "bold"))
    parts.append(words)
    if entry.action is not None:
        owners = ", ".join(showable(owner) for owner in entry.action.owners) or "no owner"
        due = showable(describe_due(entry.action.due))
        missing = not entry.action.owners
        parts.append(("  → ", MUTED))
        parts.append((owners, "$text-warning" if missing else "bold"))
        parts.append((f" · {due}", MUTED))
        if entry.action.status is not Status.OPEN:
            by = f" by {entry.action.replaced_by}" if entry.action.replaced_by else ""
            parts.append((f" · {entry.action.status.value}{by}", "$text-success"))
    return Content.assemble(*parts)
