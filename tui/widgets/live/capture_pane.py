"""The pane in which a meeting is captured: the line, what Enter would do with it, and the questions about an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.errors import Refused
from tui.keys.keymap import Command, shown_key
from tui.meeting.capture.describe_line import describe_line, kind_of_line
from tui.meeting.capture.entry_fields import Field
from tui.meeting.capture.line_reader import typed_words
from tui.meeting.completion.shorthand import WrittenOut
from tui.meeting.history.journal import Journal
from tui.meeting.marks import MARKS, kind_after
from tui.meeting.model import Entry, Kind
from tui.meeting.outline.labels import name_entries, shortened
from tui.widgets.key_prefix import NextKey
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.entry_prompt import EntryPrompt
from tui.widgets.live.shorthand_line import ShorthandLine
from tui.widgets.live.status_line import ReadingLine

_SECOND = re.compile(r"[.;!?]\s+(?=\S)|,?\s(?=and\s)")
"""What stands before a second sentence, or before “and”."""

_READ_AS_MORE = frozenset({*MARKS, "/", "\\", "%", "s"})
"""First characters with which words in the capture line would be read as something else without their mark."""

ACCEPT_FURTHER = ("complete-second", "complete-third")
"""The commands that accept the completions shown below the line."""

IN_LOG = "one letter alone is a command; words go to the line"
"""What stands below the line while the log is worked on."""

SPLITTING = "Enter splits it at the cursor; Esc leaves it whole"

Doing = Literal["edit", "split", "add"]
"""What Enter does with the entry that has the line: gives it these words, splits it, or puts these words after it."""

_DOING_MARKS: dict[Doing, str] = {"edit": "✎ ", "split": "÷ ", "add": "↳ "}

EDITING = "an entry is being edited; Enter keeps it, Esc leaves it as it was"


class CapturePane(Vertical):
    """Type a line or change one stored before; below it stands, in one line, what there is to be said.

    The screen gives it the meeting with `show`, and stores what the capture line submits.
    """

    DEFAULT_CSS = """
    CapturePane { height: auto; }
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.line = ShorthandLine(id="line")
        self._said = ReadingLine(id="reading")
        self.prompt = EntryPrompt(journal.meeting, id="prompt")
        self.next_key = NextKey(id="next-key")
        self._journal = journal
        self._further_offers: tuple[str, ...] = ()
        self._kind: Kind | None = None
        self.editing: int | None = None
        """Id of the entry that has the capture line: whose words stand in it, or after which they will."""
        self.doing: Doing = "edit"
        """What Enter does with that entry."""
        self._set_aside = ""
        """What was being typed when an entry was taken into the capture line."""
        self._told: tuple[Journal, str, str] | None = None
        """What was told of the last change, with the meeting and the line for which it holds."""
        self._about = ""
        """What is said instead of what Enter would do, while another part is worked on."""
        self._elsewhere = ""
        """What is worked on instead of the line, as it is named at the line; empty while it is typed in."""
        self._asked_from: Widget | None = None
        """Where the focus goes back to from a question."""

    def compose(self) -> ComposeResult:
        """Lay out the line with its kind, what is said, and the questions."""
        with Horizontal(id="capture"):
            yield Static(id="kind", markup=False)
            yield self.line
        yield self._said
        yield self.prompt
        yield self.next_key

    # The line.

    @property
    def kind(self) -> Kind | None:
        """The kind of the line being typed, or of the entry that has the line; None where the current kind holds."""
        if self.editing is None:
            return self._kind
        kind = self._journal.meeting.entry(self.editing).kind
        return kind_after(kind, Kind.NOTE) if self.doing == "add" else kind

    @property
    def keeps_draft(self) -> bool:
        """Whether what stands in the line is nowhere else, and is to come back if the program ends."""
        return self.editing is None or (self.doing == "add" and not self._set_aside)

    @property
    def kind_set(self) -> Kind | None:
        """The kind that was set for the line being typed."""
        return self._kind

    def show(self, journal: Journal) -> None:
        """Show the meeting's state; where the entry being edited is gone, bring back what was being typed."""
        self._journal = journal
        self.prompt.meeting = journal.meeting
        if self.editing is not None and all(entry.id != self.editing for entry in journal.meeting.entries):
            self.stop_editing()

    def load(self, line: str, kind: Kind | None = None) -> None:
        """Put a line in place of the one there is; `kind` is set for it."""
        self._kind = kind
        self.line.load_line(line)

    def take_line(self) -> tuple[int | None, Kind | None, str]:
        """Give the line up to be stored: the entry it is of, the kind set for it, and what is to be typed on."""
        taken = (self.editing, self._kind, self._set_aside if self.editing is not None else "")
        self.editing = self._kind = None
        return taken

    def take_back(self, editing: int | None, kind: Kind | None) -> None:
        """Keep the line that could not be stored."""
        self.editing, self._kind = editing, kind

    def note_typing(self) -> None:
        """Read the line as it is typed."""
        if not self.line.line and self.editing is None:
            self._kind = None
        self.show_line()

    def set_kind(self, kind: Kind) -> None:
        """Set the kind of the line being typed; the same again goes back to the current kind."""
        if self.editing is not None:
            line = self.line.line
            self.line.load_line(f"{kind.row.mark}{line[1:] if line[:1] in MARKS else line}")
        else:
            self._kind = None if self._kind is kind else kind
        self.show_line()

    def show_offers(self, offers: tuple[str, ...], key_of: Callable[[str], str]) -> None:
        """Show what may be accepted: the first in the line, the others with their keys below it."""
        self.line.suggestion = offers[0] if offers else ""
        self._further_offers = offers[1:]
        words = zip(map(key_of, ACCEPT_FURTHER), self._further_offers, strict=False)
        self._said.offer([(key, _with_end_of(self.line.line, offer)) for key, offer in words])

    def complete(self) -> None:
        """Accept the completion shown in the line."""
        if self.line.suggestion:
            self.line.accept(self.line.suggestion)

    def offers_further(self, number: int) -> bool:
        """Return whether so many completions and one more are shown below the line."""
        return number < len(self._further_offers)

    def complete_further(self, number: int) -> None:
        """Accept one of the completions shown below the line."""
        if self.offers_further(number):
            self.line.accept(self._further_offers[number])

    def edit_entry(self, entry: Entry, *, split: bool = False) -> None:
        """Take an entry into the line, its kind and words as they were; to be split, the cursor after a sentence."""
        self._give_line_to(entry, "split" if split else "edit")
        typed = typed_words(self._journal.meeting, entry)
        mark = f"{'%' if entry.restricted else ''}{entry.kind.row.mark}"
        self.line.load_line(f"{mark}{typed}" if typed[:1] in _READ_AS_MORE or entry.restricted else typed)
        if split:
            self.line.move_cursor((0, after_first_sentence(self.line.line)))
        self.line.focus()
        self.show_line()

    def add_after(self, entry: Entry) -> None:
        """Give the line to what will stand after an entry."""
        self._give_line_to(entry, "add")
        self.line.load_line("")
        self.line.focus()
        self.show_line()

    def _give_line_to(self, entry: Entry, doing: Doing) -> None:
        if self.editing is None:
            self._set_aside = self.line.line
        self.editing, self.doing = entry.id, doing

    def split_here(self) -> None:
        """Split the entry being edited, where the cursor stands."""
        self.doing = "split"
        self.line.post_message(CaptureLine.Submitted(self.line, self.line.line))

    def stop_editing(self) -> None:
        """Leave the entry as it was, and bring back what was being typed."""
        self.editing = None
        self.line.load_line(self._set_aside)
        self._set_aside = ""
        self.show_line()

    # What is said: nothing else writes the line of it.

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something, until the next key."""
        self._said.say(words, refused=refused)

    def tell(self, words: str) -> None:
        """Say what came of the last change, until the line or the meeting changes."""
        self._told = (self._journal, self.line.line, words)
        self.say(words)

    def say_instead(self, words: str) -> None:
        """Say something as long as another part is worked on; empty words end that."""
        self._about = words
        self.show_line()

    def note_place(self, elsewhere: str) -> None:
        """Name at the line what is worked on instead of it; nothing while it is typed in."""
        if elsewhere != self._elsewhere:
            self._elsewhere = elsewhere
            self.set_class(bool(elsewhere), "-elsewhere")
            self.show_line()

    def show_line(self) -> None:
        """Show the kind that the line would take, and say what Enter would do with it."""
        meeting, line = self._journal.meeting, self.line.line
        if self._elsewhere:
            self._show_kind(f"▲ {self._elsewhere}")
        if self._about:
            self.say(self._about)
            return
        if not self._elsewhere:
            kind = kind_of_line(meeting, line, self.kind)
            mark = _DOING_MARKS[self.doing] if self.editing is not None else ""
            self._show_kind(f"{mark}{kind.value}")
        if self._told is not None and self._told[0] is self._journal and self._told[1] == line:
            self.say(self._told[2])
            return
        if self._elsewhere:
            self.say(IN_LOG)
            return
        if written := self.line.written:
            self.say(_said_of_shorthand(written))
            return
        if self.editing is not None and self.doing == "split":
            self.say(SPLITTING)
            return
        try:
            self.say(describe_line(meeting, line, self.kind))
        except Refused as refusal:
            self.say(str(refusal))

    def _show_kind(self, words: str) -> None:
        shown = self.query_one("#kind", Static)
        if shown.content != words:
            shown.update(Content(words), layout=False)

    # Questions about entries; the line stays as it is, with its words.

    def asked_from(self, part: Widget) -> bool:
        """Return whether a question is open that was asked with the focus in another part."""
        return self.prompt.is_open and self._asked_from is part

    def ask(self, field: Field, ids: tuple[int, ...], back_to: Widget | None = None) -> None:
        """Ask for the speakers, owners or due of entries; the focus goes back to a part, or where it went before."""
        self._asked_from = back_to or self._asked_from
        self.next_key.close()
        try:
            self.prompt.ask_of(field, ids)
        except Refused as refusal:
            self.stop_asking()
            self.say(str(refusal), refused=True)
        else:
            self.add_class("-asking")

    def ask_what(self, entry: Entry, commands: Iterable[Command], *, narrow: bool, wide: bool) -> None:
        """Wait for the key that says what an entry is, and show the keys there are."""
        keys = [("".join(MARKS), "bold $text"), (" kind  " if wide else " ", "")]
        for command in commands:
            if command.short:
                does = "" if narrow else f" {command.short} "
                keys += [(shown_key(command.keys[0]), "bold $text"), (f"{does}{' ' if wide or narrow else ''}", "")]
        named = f"{name_entries(self._journal.meeting, (entry.id,))} ".ljust(12 if wide else 0)
        self.add_class("-asking")
        self.next_key.ask((named, "bold $text-primary"), *keys, (f"“{shortened(entry.text)}”", ""))

    def stop_asking(self) -> None:
        """Put the line and what is said back as they were, and the focus where the question came from."""
        if self.has_class("-asking"):
            self.screen.set_focus(self._asked_from if self.prompt.is_open and self._asked_from else self.line)
            self._close_questions()

    def note_focus(self) -> None:
        """Ask nothing any more when another part has the focus, whichever had it on the way."""
        if self.has_class("-asking") and self.screen.focused not in (self.prompt.field, self.next_key):
            self._close_questions()

    def _close_questions(self) -> None:
        self.remove_class("-asking")
        self.prompt.close()
        self.next_key.close()


def after_first_sentence(line: str) -> int:
    """Return the place where a second sentence begins, or a second half; 0 where there is but one."""
    found = _SECOND.search(line)
    return found.end() if found else 0


def _said_of_shorthand(written: WrittenOut) -> str:
    if written.words:
        return f"{written.short} → {written.words}; Backspace leaves it as typed"
    return f"{written.short}: {' or '.join(written.readings)}? Left as typed; the check asks again"


def _with_end_of(line: str, offer: str) -> str:
    """Return an offer as it is read: a word that is begun already with its beginning."""
    return offer.lstrip() if offer[:1] == " " else f"{line.rpartition(' ')[2]}{offer}"
