"""The desk of what is said of an entry afterwards: its kind, speakers, owners, due and restriction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from textual import events, on
from textual.content import Content

from tui.book.opened import OpenMeeting
from tui.errors import Refused
from tui.keymap import Where, commands_of, shown_key
from tui.meeting.capture import Outcome
from tui.meeting.choosing import choose_names, choose_speakers, due_choices, due_of, people_first, say_due
from tui.meeting.describe import describe_due
from tui.meeting.editing import last_captured, mark_last, set_due, set_owners, set_speakers, toggle_restricted
from tui.meeting.journal import commit
from tui.meeting.marks import MARKS
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.showable import showable
from tui.meeting.telling import name_entries, shortened
from tui.screens.undoing import Undoing
from tui.widgets.next_key import NextKey
from tui.widgets.prompt import Prompt

Field = Literal["speakers", "owners", "due"]
"""What is asked for in a line of its own."""

_MOST_OTHERS = 6
_NOTHING = "nothing is captured yet"


class Attributing(Undoing):
    """Say of entries who spoke, whose they are and when they are due, in the line below the one being typed.

    That line stays as it is, with its words.
    """

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime]) -> None:
        super().__init__(opened, now)
        self._field: Field = "owners"
        """What is being asked for, while something is."""
        self._asked_of: tuple[int, ...] = ()
        """Ids of the entries it is asked of."""
        self._from_log = False
        self._turn = 0
        """Which of those that the letters may mean is shown."""

    @property
    def prompt(self) -> Prompt:
        """The question in one line."""
        return self.query_one(Prompt)

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

    # Changing entries.

    def change_entries(self, what: str, change: Callable[[Meeting], Meeting], said: Callable[[], str]) -> bool:
        """Make one change of some entries, and say what came of it; where it is refused, say why."""

        def make() -> Outcome:
            return Outcome(journal=commit(self.journal, change(self.meeting), what, self.now()), message=what)

        if not self.change(make):
            return False
        self.tell(said())
        return True

    def _say_of(self, ids: tuple[int, ...], field: Field) -> str:
        """Say how entries stand now: `action A2: DCC, CC`."""
        entries = [e for e in self.meeting.entries if e.id in ids]
        spoken = next((_stands(e, field) for e in entries if field == "speakers" or e.action), "")
        return f"{name_entries(self.meeting, ids)}: {spoken}"

    # The last entry, from the capture line.

    def action_mark_last(self) -> None:
        """Wait for the key that says what the entry captured last is, and show the keys there are."""
        last = self._last()
        if last is None:
            return
        narrow = self.has_class("-narrow")
        keys = [("".join(MARKS), "bold $text"), (" " if narrow else " kind  ", "")]
        for command in commands_of("last"):
            if command.short:
                keys += [(shown_key(command.keys[0]), "bold $text"), (" " if narrow else f" {command.short}  ", "")]
        named = name_entries(self.meeting, (last.id,)).ljust(9 if narrow else 12)
        self.add_class("-asking")
        self.next_key.ask((named, "bold $text-primary"), *keys, (f"“{shortened(last.text)}”", ""))

    def action_convert_last(self, kind: str) -> None:
        """Give the entry captured last another kind."""
        self._stop_asking()
        if (last := self._last()) is not None:
            named = name_entries(self.meeting, (last.id,))
            chosen = Kind(kind)
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
        self._stop_asking()
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
        self._stop_asking()
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
        refusal = self._not_of(field, ids)
        if refusal:
            self._stop_asking()
            self.say(refusal, refused=True)
            return
        self._field, self._asked_of, self._from_log, self._turn = field, ids, from_log, 0
        self.next_key.close()
        self.add_class("-asking")
        self.prompt.ask(field)
        self._show_match("")

    def _not_of(self, field: Field, ids: tuple[int, ...]) -> str:
        """Say why something can't be asked of entries; empty where it can."""
        try:
            if field == "speakers":
                set_speakers(self.meeting, ids, ())
            else:
                set_owners(self.meeting, ids, ())
        except Refused as refusal:
            return str(refusal)
        return ""

    def _stop_asking(self) -> None:
        """Put the line and its reading back as they were."""
        if self.has_class("-asking"):
            self.remove_class("-asking")
            self.set_focus(self.log_view if self.prompt.is_open and self._from_log else self.line)
            self.prompt.close()
            self.next_key.close()

    @on(events.DescendantFocus)
    def stop_asking_elsewhere(self, event: events.DescendantFocus) -> None:
        """Ask nothing any more when another part gets the focus."""
        if self.has_class("-asking") and event.widget not in (self.prompt.field, self.next_key):
            self.remove_class("-asking")
            self.prompt.close()
            self.next_key.close()

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Show what the letters mean."""
        self._turn = 0
        self._show_match(event.words)

    @on(Prompt.Turned)
    def take_turn(self, event: Prompt.Turned) -> None:
        """Show another of those that the letters may mean."""
        self._turn += event.by
        self._show_match(self.prompt.field.value)

    @on(Prompt.Left)
    def take_left(self) -> None:
        """Leave everything as it was."""
        self._stop_asking()
        self.show_line()

    @on(Prompt.WentOn)
    def take_went_on(self, event: Prompt.WentOn) -> None:
        """Take the owners and ask for the due; elsewhere, fill in what is shown."""
        if self._field == "owners":
            ids, from_log = self._asked_of, self._from_log
            if not event.words.strip() or self._take(event.words):
                self.ask_for("due", ids, from_log=from_log)
        elif event.words.strip():
            self.prompt.fill_in(self._meant(event.words))

    @on(Prompt.Answered)
    def take_answered(self, event: Prompt.Answered) -> None:
        """Take what is shown; no words at all clear it."""
        if self._take(event.words):
            self._stop_asking()

    def _take(self, words: str) -> bool:
        """Make the change that the words ask for; where they can't be taken, show why and ask on."""
        field, ids = self._field, tuple(i for i in self._asked_of if any(e.id == i for e in self.meeting.entries))
        if not ids:
            return True
        try:
            changed = self._changed(words, ids)
        except Refused as refusal:
            self.prompt.show_match(Content(showable(str(refusal))), wrong=True)
            return False
        return self.change_entries(field, lambda _: changed, lambda: self._say_of(ids, field))

    def _changed(self, words: str, ids: tuple[int, ...]) -> Meeting:
        if self._field == "speakers":
            return set_speakers(self.meeting, ids, choose_speakers(self.meeting, words, turn=self._turn))
        if self._field == "owners":
            chosen = choose_names(self.meeting, words, owners=True, turn=self._turn)
            return set_owners(self.meeting, ids, chosen.names)
        return set_due(self.meeting, ids, due_of(self.meeting, self._meant(words)))

    def _meant(self, words: str) -> str:
        """Give in full what the letters mean."""
        if self._field == "due":
            choices = due_choices(self.meeting, words)
            return choices[self._turn % len(choices)] if choices else ""
        return ", ".join(choose_names(self.meeting, words, owners=self._field == "owners", turn=self._turn).names)

    # Showing what is meant.

    def _show_match(self, words: str) -> None:
        if not words.strip():
            self.prompt.show_match(self._before_typing())
        elif self._field == "due":
            self.prompt.show_match(self._match_of_due(words))
        else:
            names = choose_names(self.meeting, words, owners=self._field == "owners", turn=self._turn)
            strange = names.unknown[0] if names.unknown else ""
            if strange and self._field == "speakers":
                self.prompt.show_match(Content(f"nobody here is known as “{showable(strange)}”"), wrong=True)
                return
            shown = names.last[self._turn % len(names.last)] if names.last else None
            others = tuple(choice for choice in names.last if choice is not shown)
            about = "as typed" if strange else shown.about if shown and len(names.names) == 1 else ""
            self.prompt.show_match(_match(", ".join(names.names), about, tuple(choice.label for choice in others)))

    def _before_typing(self) -> Content:
        """Say what stands, and who or what may be typed."""
        first = [e for e in self.meeting.entries if e.id in self._asked_of]
        stands = next((_stands(e, self._field) for e in first), "")
        if self._field == "due":
            offered: tuple[str, ...] = ("fri", "next meeting", "apr", "25/4", "in a month")
        else:
            offered = tuple(c.label for c in people_first(self.meeting, owners=self._field == "owners"))
        return _match(stands, "now; Enter clears it" if stands and not stands.startswith("no ") else "", offered)

    def _match_of_due(self, words: str) -> Content:
        choices = due_choices(self.meeting, words)
        chosen = self._meant(words)
        try:
            due = due_of(self.meeting, chosen)
        except Refused as refusal:
            return Content(showable(str(refusal)))
        said, _, day = say_due(due).rpartition(" · ") if due else ("", "", "")
        return _match(said, day, tuple(choice for choice in choices if choice != chosen))


def _match(meant: str, about: str, others: tuple[str, ...]) -> Content:
    parts: list[tuple[str, str]] = [(showable(meant), "bold $text")]
    if about:
        parts.append((f"  {showable(about)}", "$text"))
    if others:
        parts.append((f"{'   ' if meant else ''}{showable(', '.join(others[:_MOST_OTHERS]))}", "$text-muted"))
    return Content.assemble(*parts)


def _stands(entry: Entry, field: Field) -> str:
    """Say what an entry has in a field: `DCC, CC`, `no owner`, `due 25 April 2017`."""
    if field == "speakers":
        return ", ".join(entry.speakers) or "no speaker"
    if entry.action is None:
        return ""
    return describe_due(entry.action.due) if field == "due" else ", ".join(entry.action.owners) or "no owner"
