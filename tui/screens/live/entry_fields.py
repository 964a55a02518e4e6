"""The desk of what is said of an entry afterwards: its kind, speakers, owners, due and restriction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import events, on

from tui.book.opened import OpenMeeting
from tui.keys.keymap import Where, commands_of, shown_key
from tui.meeting.capture.editing import last_captured, mark_last, toggle_restricted
from tui.meeting.kinds import KINDS
from tui.meeting.marks import MARKS
from tui.meeting.model import Entry
from tui.meeting.outline.labels import name_entries, shortened
from tui.screens.live.prompt_dialog import Asking, Field
from tui.screens.live.undoing import Undoing
from tui.widgets.key_prefix import NextKey

_NOTHING = "nothing is captured yet"


class Attributing(Asking, Undoing):
    """Say of entries who spoke, whose they are and when they are due, in the line below the one being typed.

    That line stays as it is, with its words.
    """

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._from_log = False

    @property
    def next_key(self) -> NextKey:
        """The line that waits for the second key of a pair."""
        return self.query_one(NextKey)

    @property
    def place(self) -> Where:
        """Where the focus is, for the keys at the foot."""
        return "prompt" if self.prompt.is_open else super().place

    @property
    def in_the_log(self) -> bool:
        """Whether the log is being worked on, with its keys or a question that one of them asked."""
        return super().in_the_log or (self.prompt.is_open and self._from_log)

    # The last entry, from the capture line.

    def action_mark_last(self) -> None:
        """Wait for the key that says what the entry captured last is, and show the keys there are."""
        last = self._last()
        if last is None:
            return
        narrow, wide = self.has_class("-narrow"), self.has_class("-wide")
        keys = [("".join(MARKS), "bold $text"), (" kind  " if wide else " ", "")]
        for command in commands_of("last"):
            if command.short:
                does = "" if narrow else f" {command.short} "
                keys += [(shown_key(command.keys[0]), "bold $text"), (f"{does}{' ' if wide or narrow else ''}", "")]
        named = f"{name_entries(self.meeting, (last.id,))} ".ljust(12 if wide else 0)
        self.add_class("-asking")
        self.next_key.ask((named, "bold $text-primary"), *keys, (f"“{shortened(last.text)}”", ""))

    def action_convert_last(self, kind: str) -> None:
        """Return the entry captured last another kind."""
        self.stop_asking()
        if (last := self._last()) is not None:
            named = name_entries(self.meeting, (last.id,))
            chosen = KINDS[kind]
            self.change_entries(
                kind,
                lambda meeting: mark_last(meeting, chosen),
                lambda: f"{named} → {name_entries(self.meeting, (last.id,))}: “{shortened(last.text)}”",
            )

    def action_ask_last(self, field: Field) -> None:
        """Ask for the speakers, owners or due of the entry captured last."""
        if (last := self._last()) is not None:
            self.ask_for(field, (last.id,))

    def action_restrict_last(self) -> None:
        """Restrict the entry captured last, or lift that."""
        self.stop_asking()
        if (last := self._last()) is not None:
            self.restrict((last.id,))

    def restrict(self, ids: tuple[int, ...]) -> None:
        """Restrict entries, or lift that where all of them are."""

        def said() -> str:
            restricted = self.meeting.entry(ids[0]).restricted
            return f"{name_entries(self.meeting, ids)}: {'restricted' if restricted else 'no longer restricted'}"

        self.change_entries("restricted", lambda meeting: toggle_restricted(meeting, ids), said)

    def action_leave_last(self) -> None:
        """Leave the entry captured last as it is."""
        self.stop_asking()
        self.show_line()

    @on(NextKey.Unmeant)
    def take_unmeant(self, event: NextKey.Unmeant) -> None:
        """Leave the entry as it is; what was typed belongs to the line."""
        self.action_leave_last()
        if event.character:
            self.line.insert_words(event.character)

    def _last(self) -> Entry | None:
        last = last_captured(self.meeting)
        if last is None:
            self.say(_NOTHING)
        elif self.editing:
            self.say("an entry is being edited; Enter keeps it, Esc leaves it as it was")
            return None
        return last

    # Asking.

    def ask_for(self, field: Field, ids: tuple[int, ...], *, from_log: bool = False) -> None:
        """Ask for the speakers, owners or due of entries, and go back to where the question came from."""
        self._from_log = from_log
        self.next_key.close()
        super().ask_for(field, ids)

    def ask_next(self, field: Field, ids: tuple[int, ...]) -> None:
        """Ask for something else of the same entries, and go back to where the first question came from."""
        self.ask_for(field, ids, from_log=self._from_log)

    def stop_asking(self) -> None:
        """Put the line and its reading back as they were."""
        if self.has_class("-asking"):
            self.remove_class("-asking")
            self.set_focus(self.log_view if self.prompt.is_open and self._from_log else self.line)
            self.prompt.close()
            self.next_key.close()

    def leave_question(self) -> None:
        """Leave everything as it was."""
        self.stop_asking()
        self.show_line()

    @on(events.DescendantFocus)
    def stop_asking_elsewhere(self, event: events.DescendantFocus) -> None:
        """Ask nothing any more when another part gets the focus."""
        if self.has_class("-asking") and event.widget not in (self.prompt.field, self.next_key):
            self.remove_class("-asking")
            self.prompt.close()
            self.next_key.close()
