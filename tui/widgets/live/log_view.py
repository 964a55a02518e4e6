"""The log: what was captured in the current section, one entry under another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from tui.meeting.capture.describe_line import describe_due
from tui.meeting.decisions.motions import MotionPart, Role, parts_in
from tui.meeting.model import Entry, Kind, Status
from tui.meeting.outline.labels import tag_of
from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import CommandPart, Handlers, bindings_of
from tui.widgets.lists.lines import MUTED, TONES, LinesView

Places = tuple[tuple[int, int], ...]
"""Where words begin and end in a text."""

_TAG_WIDTH = 12
_NARROW = 44
"""Below this width the tags stand above the words."""
_TWICE = 2
_SOON = 0.1
"""Seconds after which the entries above those in sight are wrapped: the screen stands by then."""
UNKNOWN = "underline"
"""How a word is set that no dictionary knows: softly, and told without colour."""
_MARKED = re.compile(r"\?\?|\[\[.*?(?:\]\]|$)")


_Like = tuple[tuple[str, ...], Places, Role | None]
"""What an entry was wrapped for: the owners away, the words misspelt, its role in a motion."""


class LogView(LinesView, CommandPart, can_focus=True):
    """The entries of one section; with the focus, one is selected."""

    BINDINGS = bindings_of("log")
    GUTTER = 2

    selected: reactive[int | None] = reactive[int | None](None)
    """Id of the selected entry."""

    @dataclass
    class LeftDownward(Message):
        """Down was pressed on the last entry."""

        log: LogView

    @dataclass
    class Marked(Message):
        """An entry was marked to be changed with others, or its mark taken away."""

        count: int
        """How many are marked now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._marked: frozenset[int] = frozenset()
        self._away: Mapping[int, tuple[str, ...]] = {}
        self._misspelt: Mapping[int, Places] = {}
        self._parts: Mapping[int, MotionPart] = {}
        """The part of each decision that belongs to a motion with others."""
        self._wrapped: dict[tuple[int, int], tuple[Entry, _Like, list[Content]]] = {}
        """The rows of entries, by their ids and the width: beside the scroll bar there is a cell less."""
        self._rows: dict[int, tuple[int, int]] = {}
        self._entry_at: list[int] = []
        self._left_at: tuple[int, int] | None = None
        """The entry at the top of what the wheel left in sight, and which of its rows; None at the end."""
        self._unwrapped = 0
        """How many entries, from the first on, are not wrapped yet; none is in sight."""
        self._made_high = 0
        self._started = False
        """Whether every entry is wrapped, as it is from soon after the start on."""
        self.welcome: tuple[Content, ...] = ()
        """What stands in the log as long as nothing is captured."""

    def show(self, entries: tuple[Entry, ...], away: Mapping[int, tuple[str, ...]] | None = None) -> None:
        """Show a section's entries; stay at the end unless an entry is selected.

        `away` has, by the ids of actions, those of their owners who are not in the room.
        """
        before, self._entries, self._away = self._entries, entries, away or {}
        self._parts = parts_in(list(entries))
        there = {e.id for e in entries}
        self._marked &= there
        if self.selected is not None and self.selected not in there:
            self.set_reactive(LogView.selected, self._instead(before, there))
        self.remake()
        self._keep_place()

    def mark_words(self, misspelt: Mapping[int, Places]) -> None:
        """Underline words of entries, by the entries' ids, from when the lines are made next."""
        self._misspelt = misspelt

    def _instead(self, before: tuple[Entry, ...], there: set[int]) -> int | None:
        """Return the entry to select instead of one that is gone: the next below it, else the next above."""
        place = next((place for place, e in enumerate(before) if e.id == self.selected), len(before))
        near = (*before[place:], *reversed(before[:place]))
        last = self._entries[-1].id if self._entries and self.has_focus else None
        return next((e.id for e in near if e.id in there), last)

    def on_resize(self) -> None:
        """Wrap for the new width and keep the place."""
        left_at = self._left_at
        if self.size.height != self._made_high:
            self.remake()
        super().on_resize()
        if self.selected is None and left_at is not None and left_at[0] in self._rows:
            first, rows = self._rows[left_at[0]]
            to = first + min(left_at[1], rows - 1)
            self.scroll_to(y=to, animate=False, immediate=True, force=True)
        else:
            self._keep_place()

    def on_mouse_scroll_up(self, _: events.MouseScrollUp) -> None:
        """Remember the place that the wheel brought into sight."""
        self.call_after_refresh(self._note_place)

    def on_mouse_scroll_down(self, _: events.MouseScrollDown) -> None:
        """Remember the place that the wheel brought into sight."""
        self.call_after_refresh(self._note_place)

    def _note_place(self) -> None:
        top = self.scroll_offset.y
        entry = next(filter(None, self._entry_at[top:]), 0)
        at_end = top >= self.max_scroll_y or not entry
        self._left_at = None if at_end else (entry, max(0, top - self._rows[entry][0]))

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

    def select_edge(self, by: int) -> None:
        """Select the first entry (by below 0) or the last."""
        if self._entries:
            self.selected = self._entries[0 if by < 0 else -1].id

    def select_page(self, by: int) -> None:
        """Select the entry about a screenful above (by below 0) or below."""
        if self.selected not in self._rows:
            self.select_last()
            return
        row = self._rows[self.selected][0] + by * max(1, self.size.height - 2)
        at = min(max(0, row), len(self._entry_at) - 1)
        # Between two entries stands an empty row that belongs to neither, and one may stand before the first.
        onward, back = self._entry_at[at :: 1 if by > 0 else -1], self._entry_at[at :: -1 if by > 0 else 1]
        entry = next(filter(None, (*onward, *back)), self.selected)
        places = [entry.id for entry in self._entries]
        if entry == self.selected:
            # It is taller than the screen.
            entry = places[min(max(0, places.index(entry) + by), len(places) - 1)]
        self.selected = entry

    @property
    def marked(self) -> frozenset[int]:
        """Ids of the entries marked to be changed together."""
        return self._marked

    @property
    def chosen(self) -> tuple[int, ...]:
        """Ids of the marked entries in their order; of the selected one where none is marked."""
        if self._marked:
            return tuple(e.id for e in self._entries if e.id in self._marked)
        return (self.selected,) if self.selected is not None else ()

    def toggle_mark(self) -> None:
        """Mark the selected entry, or take its mark away."""
        if self.selected is not None:
            self._marked ^= {self.selected}
            self.refresh()
        self.post_message(self.Marked(len(self._marked)))

    HANDLERS: ClassVar[Handlers[LogView]] = {
        "log-select-up": lambda self: self.select_by(-1),
        "log-select-down": lambda self: self.select_by(1),
        "log-select-page-up": lambda self: self.select_page(-1),
        "log-select-page-down": lambda self: self.select_page(1),
        "log-select-edge-up": lambda self: self.select_edge(-1),
        "log-select-edge-down": lambda self: self.select_edge(1),
        "log-mark": toggle_mark,
    }

    def let_go(self) -> None:
        """Select and mark nothing; the view stays where it is."""
        self._marked = frozenset()
        self.selected = None
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Select the entry that was clicked; edit it where it was clicked twice."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        if 0 <= row < len(self._entry_at) and self._entry_at[row]:
            self.selected = self._entry_at[row]
            if event.chain == _TWICE:
                await self.action_command("log-edit")

    def bring_into_sight(self, entry_id: int) -> None:
        """Scroll to an entry without selecting it; nothing moves where it is in sight, or stands elsewhere."""
        self.wrap_rest()
        if entry_id in self._rows:
            first, rows = self._rows[entry_id]
            self.scroll_to_region(Region(0, first, 1, rows), animate=False, force=True)

    def watch_selected(self) -> None:
        """Bring the selected entry into sight."""
        self._show_selected()
        self.refresh()

    def _keep_place(self) -> None:
        """Stay at the selected entry, else at the end; forced, for the scroll bar may be only about to appear."""
        self._left_at = None
        if self.selected is not None:
            self._show_selected()
        elif self.welcome and not self._entries:
            self.scroll_home(animate=False, immediate=True)
        else:
            self.scroll_end(animate=False, immediate=True, force=True)

    def _show_selected(self) -> None:
        if self.selected is not None:
            self.bring_into_sight(self.selected)

    def line_style(self, at: int) -> str:
        """Lay a colour under the selected entry."""
        if self._entry_at[at] and self._entry_at[at] == self.selected:
            return "on $primary 30%" if self.has_focus else "on $primary 15%"
        return "on $primary 15%" if self._entry_at[at] in self._marked else ""

    def line_sign(self, at: int) -> str:
        """Point at the selected entry and at those that are marked, so that both are told without colour."""
        entry = self._entry_at[at]
        if not entry or self._rows[entry][0] != at:
            return ""
        return ("›" if entry == self.selected else "") + ("•" if entry in self._marked else "")

    def make_lines(self, width: int) -> list[Content]:
        """Wrap the entries, those that did not change since last time aside."""
        if not any(abs(width - known) <= 1 for _, known in islice(self._wrapped, 1)):
            self._wrapped = {}
        self._unwrapped = self._count_out_of_sight()
        lines: list[Content] = []
        self._rows, self._entry_at = {}, []
        earlier: Entry | None = None
        if not self._entries:
            lines = [row for words in self.welcome for row in words.wrap(max(10, width - 1))]
            self._entry_at = [0] * len(lines)
        for entry in self._entries[self._unwrapped :]:
            wrapped = self._wrap(entry, width)
            if earlier is not None and stand_apart(earlier, entry) and not self._one_thread(earlier, entry):
                lines.append(Content(""))
                self._entry_at.append(0)
            self._rows[entry.id] = (len(lines), len(wrapped))
            lines.extend(wrapped)
            self._entry_at.extend([entry.id] * len(wrapped))
            earlier = entry
        self._made_high = self.size.height
        if self._entries and (above := self._made_high - len(lines)) > 0:
            # Few entries stand near the line.
            lines = [*[Content("")] * above, *lines]
            self._entry_at = [*[0] * above, *self._entry_at]
            self._rows = {entry: (first + above, rows) for entry, (first, rows) in self._rows.items()}
        return lines

    def _wrap(self, entry: Entry, width: int) -> list[Content]:
        """Wrap an entry, unless that was done before and nothing about it has changed since."""
        known = self._wrapped.get((entry.id, width))
        part, away = self._parts.get(entry.id), self._away.get(entry.id, ())
        like = (away, self._misspelt.get(entry.id, ()), part.role if part else None)
        if known is None or known[0] is not entry or known[1] != like:
            known = self._wrapped[entry.id, width] = (entry, like, lines_of(entry, width, *like))
        return known[2]

    def _one_thread(self, above: Entry, below: Entry) -> bool:
        """Whether two entries belong to one motion."""
        parts = self._parts.get(above.id), self._parts.get(below.id)
        return parts[0] is not None and parts[1] is not None and parts[0].motion == parts[1].motion

    def _count_out_of_sight(self) -> int:
        """Return how many entries a log that has only just been drawn, at its end, need not wrap yet."""
        if not self._entries:
            return 0
        later = max(0, len(self._entries) - self.app.size.height)
        self._started = self._started or not later or self.selected is not None or self._left_at is not None
        if self._started:
            return 0
        if not self._unwrapped:
            self.set_timer(_SOON, self.wrap_rest)
        return later

    def wrap_rest(self) -> None:
        """Wrap the entries above those in sight; nothing in sight moves."""
        self._started = True
        if self._unwrapped:
            from_end = len(self._lines) - self.scroll_offset.y
            self.remake()
            self.scroll_to(y=len(self._lines) - from_end, animate=False, immediate=True, force=True)


def stand_apart(above: Entry, below: Entry) -> bool:
    """Return whether an empty row stands between two entries: before what begins something new."""
    brought = below.action is not None and below.action.origin is not None
    begins = below.kind.row.begins or brought
    return begins and not above.kind.row.heads and not (above.kind is below.kind is Kind.QUESTION)


def lines_of(
    entry: Entry, width: int, away: tuple[str, ...] = (), misspelt: Places = (), role: Role | None = None
) -> list[Content]:
    """Lay an entry out: its kind at the left, words wrapped beside it, owners and due after an action's.

    `away` are the owners who are not in the room, `misspelt` the places of words that no dictionary knows; `role` is
    that of a decision in a motion with amendments, which stand further in.
    """
    tag, style = role or tag_of(entry), TONES[entry.kind.row.tone]
    words = _words(entry, away, misspelt)
    if width < _NARROW:
        lead = Content("• " if entry.kind is Kind.POINT else "")
        head = [] if entry.kind is Kind.POINT else [Content.styled(tag, style)]
        rows = words.wrap(max(8, width - 2))
        return [*head, *(Content.assemble(lead if at == 0 else " " * lead.cell_length, r) for at, r in enumerate(rows))]
    if entry.kind is Kind.POINT:
        shown = Content(" " * _TAG_WIDTH + "• ")
    else:
        sign = "└ " if role == "amendment" else ""
        shown = Content.assemble((tag.ljust(_TAG_WIDTH), style), (sign, MUTED))
    indent = shown.cell_length
    rows = [row.rstrip() for row in words.wrap(max(8, width - indent - 1))] or [Content("")]
    return [Content.assemble(shown if at == 0 else " " * indent, row) for at, row in enumerate(rows)]


def _words(entry: Entry, away: tuple[str, ...], misspelt: Places) -> Content:
    text = showable(entry.text)
    words = Content(text)
    for start, end in misspelt:
        words = words.stylize(UNKNOWN, start, end)
    for mark in _MARKED.finditer(text):
        words = words.stylize("$text-error bold" if mark.group() == "??" else "$text-warning", *mark.span())
    if entry.kind.row.letters:
        words = words.stylize(entry.kind.row.letters)
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
        due = showable(describe_due(entry.action.due))
        parts.append(("  → ", MUTED))
        parts.extend(_owners(entry.action.owners, away))
        parts.append((f" · {due}", MUTED))
        if entry.action.status is not Status.OPEN:
            by = f" by {entry.action.replaced_by}" if entry.action.replaced_by else ""
            parts.append((f" · {entry.action.status.value}{by}", "$text-success"))
    return Content.assemble(*parts)


def _owners(owners: tuple[str, ...], away: tuple[str, ...]) -> list[Content | tuple[str, str]]:
    """Name the owners of an action; with a sign, those who are not in the room, and that there is none."""
    parts: list[Content | tuple[str, str]] = [] if owners else [("no owner", "$text-warning")]
    for place, owner in enumerate(owners):
        parts.append((f"{', ' if place else ''}{showable(owner)}", "bold"))
        if owner in away:
            parts.append((" (not here)", "$text-warning"))
    return parts
