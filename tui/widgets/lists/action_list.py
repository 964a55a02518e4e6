"""The actions of a meeting in their groups, a row each, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from tui.meeting.actions.review import ActionGroup, Verdict, is_left, verdict_of
from tui.meeting.dates.written_dates import MONTHS
from tui.meeting.model import Entry, Status
from tui.meeting.text.inline_markup import plain
from tui.meeting.text.sanitizing import showable
from tui.widgets.bindings import CommandPart, bindings_of
from tui.widgets.lists.lines import MUTED, LinesView
from tui.widgets.live.section_names import name_of_section

_NARROW = 64
"""Below this width owners, due and verdict stand under the words."""
_REF, _VERDICT, _WIDEST, _GAP = 5, 10, 16, 2
"""Cells of the columns beside the words, where there is room for columns."""
_INDENT = 2

VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.LEFT: ("", ""),
    Verdict.AGREED: ("✓ agreed", "$text-success"),
    Verdict.STRUCK: ("× struck", MUTED),
    Verdict.DONE: ("✓ done", "$text-success"),
    Verdict.REPLACED: ("→ replaced", MUTED),
}
"""How each verdict is shown; the words tell them apart without colour."""


class ActionList(LinesView, CommandPart, can_focus=True):
    """The actions to review; with the focus, its keys choose one."""

    BINDINGS = bindings_of("review-list")
    GUTTER = 2

    @dataclass
    class Opened(Message):
        """An action was clicked that was chosen already."""

        action_list: ActionList

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._groups: Sequence[ActionGroup] = ()
        self._rows: dict[int, range] = {}
        self._chosen: int | None = None

    @property
    def _ids(self) -> list[int]:
        return [entry.id for group in self._groups for entry in group.actions]

    @property
    def chosen(self) -> int | None:
        """Id of the chosen action; None where there is none."""
        return self._chosen

    def show(self, groups: Sequence[ActionGroup], chosen: int | None) -> None:
        """Show groups of actions, with the chosen one in sight."""
        self._groups = groups
        self.remake()
        self.choose(chosen)

    def choose(self, entry_id: int | None) -> None:
        """Choose an action by its id, the first where there is no such action."""
        ids = self._ids
        self._chosen = entry_id if entry_id in ids else next(iter(ids), None)
        self._show_chosen()
        self.refresh()

    def choose_by(self, by: int) -> None:
        """Choose the action so many below, or above (below 0), without leaving the list."""
        ids = self._ids
        if self._chosen is not None:
            self.choose(ids[max(0, min(len(ids) - 1, ids.index(self._chosen) + by))])

    def on_resize(self) -> None:
        """Lay the rows out anew and keep the place."""
        super().on_resize()
        self._show_chosen()

    def on_click(self, event: events.Click) -> None:
        """Choose the action that was clicked; open one that was chosen already."""
        offset = event.get_content_offset(self)
        at = offset.y + self.scroll_offset.y if offset is not None else -1
        for entry_id, rows in self._rows.items():
            if at in rows:
                if entry_id == self._chosen:
                    self.post_message(self.Opened(self))
                self.choose(entry_id)

    def _show_chosen(self) -> None:
        if self._chosen in self._rows:
            rows = self._rows[self._chosen]
            above = 1 if rows.start < 2 else 0  # The first group's heading comes into sight too.
            region = Region(0, rows.start - above, 1, len(rows) + above)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def line_style(self, at: int) -> str:
        """Lay a colour under the chosen action."""
        return "on $primary 30%" if self._chosen in self._rows and at in self._rows[self._chosen] else ""

    def line_sign(self, at: int) -> str:
        """Point at the chosen action, which is told without colour too."""
        return "›" if self._chosen in self._rows and at == self._rows[self._chosen].start else ""

    def make_lines(self, width: int) -> list[Content]:
        """Make a heading for each group and the rows of each action."""
        self._rows = {}
        columns = _columns([entry for group in self._groups for entry in group.actions], width)
        lines: list[Content] = []
        for group in self._groups:
            lines += [*([Content("")] if lines else []), _heading(group, width)]
            for entry in group.actions:
                rows = [_row_of(entry, columns)] if columns else _rows_of(entry, width)
                self._rows[entry.id] = range(len(lines), len(lines) + len(rows))
                lines += rows
        return lines


class _Columns(NamedTuple):
    """Cells of the columns, each with the gap behind it."""

    words: int
    owners: int
    due: int


def _columns(entries: list[Entry], width: int) -> _Columns | None:
    """Return the columns that these actions need; None where there is no room for any."""
    if width < _NARROW:
        return None
    owners = max((_owners(entry).cell_length for entry in entries), default=0) + _GAP
    due = max((_due(entry).cell_length for entry in entries), default=0) + _GAP
    owners, due = min(owners, _WIDEST), min(due, _WIDEST)
    return _Columns(width - _INDENT - _REF - owners - due - _VERDICT, owners, due)


def _heading(group: ActionGroup, width: int) -> Content:
    heading = name_of_section(group.section) if group.section else group.heading
    left = sum(is_left(entry) for entry in group.actions)
    count = f"  {left} left" if left else ""
    title = Content(showable(heading)).truncate(max(4, width - len(count) - 1), ellipsis=True)
    return Content.assemble(title.stylize("bold"), (count, MUTED))


def _row_of(entry: Entry, columns: _Columns) -> Content:
    """Lay an action out in columns."""
    row = Content.assemble(
        " " * _INDENT,
        _filled(Content(_ref(entry)), _REF),
        _filled(_words(entry), columns.words),
        _filled(_owners(entry), columns.owners),
        _filled(_due(entry), columns.due),
        Content.styled(*VERDICTS[verdict_of(entry)]),
    )
    return row if is_left(entry) else row.stylize_before(MUTED)


def _rows_of(entry: Entry, width: int) -> list[Content]:
    """Lay an action out on a narrow screen: its words above what is to be known of them."""
    verdict = Content.styled(*VERDICTS[verdict_of(entry)])
    parts = [_owners(entry), _due(entry), *([verdict] if verdict else [])]
    room = max(8, width - 1)
    head = Content.assemble(_ref(entry).ljust(_REF - 1), _words(entry)).truncate(room, ellipsis=True)
    below = Content.assemble(" " * (_REF - 1), Content("  ").join(parts)).truncate(room, ellipsis=True)
    return [head if is_left(entry) else head.stylize_before(MUTED), below.stylize_before(MUTED)]


def _ref(entry: Entry) -> str:
    return showable(entry.action.ref) if entry.action else ""


def _words(entry: Entry) -> Content:
    words = Content(showable(" ".join(plain(entry.text).split())))
    return Content.assemble(("restricted  ", "$text-warning"), words) if entry.restricted else words


def _owners(entry: Entry) -> Content:
    """Name the owners; that there is none is told apart, unless that matters no more."""
    owners = entry.action.owners if entry.action else ()
    if not owners:
        return Content.styled("no owner", "$text-warning" if _goes_on(entry) else "")
    return Content(showable(", ".join(owners)))


def _due(entry: Entry) -> Content:
    """Say when an action is due, briefly: `25 Apr 2017`, else the words."""
    due = entry.action.due if entry.action else None
    if due is not None and due.date is not None:
        return Content(f"{due.date.day} {MONTHS[due.date.month - 1][:3]} {due.date.year}")
    return Content.styled(showable(due.words) if due else "no date", "$text-warning" if _goes_on(entry) else "")


def _goes_on(entry: Entry) -> bool:
    return entry.action is not None and entry.action.status is Status.OPEN


def _filled(words: Content, width: int) -> Content:
    """Fill words up with spaces, or cut them, to a width in cells, the last of which stay free."""
    words = words.truncate(width - _GAP, ellipsis=True)
    return Content.assemble(words, " " * (width - words.cell_length))
