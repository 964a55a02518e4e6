"""Two versions of the meeting compared, entry by entry, and what is to be taken over from the other one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.book.rescue.versions import OtherVersion
from tui.meeting.actions.joining import Difference, differences
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import showable
from tui.widgets.lists.difference_list import DifferenceList

Taken = tuple[OtherVersion, tuple[Difference, ...]]
"""A version, and what is to be taken over from it."""


class JoinVersions(ModalScreen[Taken | None]):
    """Show what another version has, and mark what is to be taken over; nothing is changed before Enter."""

    CSS_PATH = "modal.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", show=False),
        Binding("up", "choose(-1)", "Up", show=False),
        Binding("down", "choose(1)", "Down", show=False),
        Binding("pageup", "choose(-10)", "Ten up", show=False),
        Binding("pagedown", "choose(10)", "Ten down", show=False),
        Binding("space", "mark", "Mark", show=False),
        Binding("a", "mark_all", "Mark all", show=False),
        Binding("tab", "turn", "Another version", show=False),
        Binding("enter", "take", "Take over", show=False),
    ]

    def __init__(self, meeting: Meeting, own: Path, versions: Sequence[OtherVersion]) -> None:
        """Compare a meeting, of which `own` is the file."""
        super().__init__()
        self._own = own
        self._meeting = meeting
        self._versions = versions
        self._at = 0
        self._found: tuple[Difference, ...] = ()
        self._marked: frozenset[int] = frozenset()

    def compose(self) -> ComposeResult:
        """Lay out the version's name, what is different in it, the chosen entry in full, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(id="version", classes="title", markup=False)
            yield DifferenceList(id="differences")
            yield Static(id="entry", markup=False)
            yield Static(id="join-keys", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Compare with the version that was written last."""
        self._compare()

    def _compare(self) -> None:
        version = self._versions[self._at]
        self._found, self._marked = differences(self._meeting, version.meeting), frozenset()
        which = f" ({self._at + 1} of {len(self._versions)})" if len(self._versions) > 1 else ""
        # What tells it from the meeting's own file, so that it is seen whole.
        rest = version.path.name.removeprefix(self._own.stem)
        name = rest if rest == version.path.name else f"…{rest}"
        self.query_one("#version", Static).update(Content(showable(f"Compared with {name}{which}")))
        self._show(0)

    @property
    def _list(self) -> DifferenceList:
        return self.query_one(DifferenceList)

    def _show(self, chosen: int) -> None:
        self._list.show(self._found, self._marked, chosen)
        self._show_entry()

    def _show_entry(self) -> None:
        one = self._list.difference
        words = ["nothing in it is missing here: its file can be deleted"]
        if one is not None:
            words = [f"{one.told}: {one.entry.text}"]
            words += [f"here: {one.ours.text}"] if one.kind == "changed" and one.ours else []
        self.query_one("#entry", Static).update(Content("\n".join(map(showable, words))))
        turn = "   Tab the next version" if len(self._versions) > 1 else ""
        does = f"takes over {len(self._marked)}" if self._marked else "takes this one over"
        takes = f"Space marks   a marks all   Enter {does}   " if any(d.theirs for d in self._found) else ""
        self.query_one("#join-keys", Static).update(Content(f"{takes}Esc back{turn}"))

    def action_choose(self, by: int) -> None:
        """Choose the entry so many below, or above."""
        self._list.choose_by(by)
        self._show_entry()

    def action_mark(self) -> None:
        """Mark the chosen entry to be taken over, or no more; go on to the next."""
        at = self._list.chosen
        if self._may_take(at):
            self._marked ^= {at}
        self._show(at + 1)

    def action_mark_all(self) -> None:
        """Mark all that can be taken over, or none where all are."""
        every = frozenset(at for at in range(len(self._found)) if self._may_take(at))
        self._marked = frozenset() if self._marked == every else every
        self._show(self._list.chosen)

    def action_turn(self) -> None:
        """Compare with the next version."""
        self._at = (self._at + 1) % len(self._versions)
        self._compare()

    def action_take(self) -> None:
        """Take over what is marked; where nothing is, the chosen entry."""
        places = self._marked or {at for at in (self._list.chosen,) if self._may_take(at)}
        if places:
            self.dismiss((self._versions[self._at], tuple(self._found[at] for at in sorted(places))))

    def _may_take(self, at: int) -> bool:
        return at < len(self._found) and self._found[at].theirs is not None
