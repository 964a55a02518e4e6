"""The register on the screen: all the actions of the book, narrowed, ordered, and settled in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui.book.folder import Book
from tui.errors import MinutebookError
from tui.keys.keymap import Where
from tui.meeting.actions.register_filter import Sort, Wanted, wanted_rows
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.model import Status
from tui.meeting.text.normalizing import fold_words
from tui.meeting.text.sanitizing import showable
from tui.notes.actions.chain import arose_words, chain_lines, due_words
from tui.notes.actions.files import FILE_FORMATS, FileFormat, action_file, file_bytes
from tui.notes.actions.groups import By, owners_shown
from tui.screens.book.narrowed_screen import NarrowedScreen
from tui.screens.book.register_reading import Progressed, RegisterRead, RegisterReader
from tui.use_cases.update_action import latest_place
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.lists.register_list import RegisterList

StatusFilter = Literal["open", "overdue", "all"]

_STATUS_FILTERS: tuple[StatusFilter, ...] = ("open", "overdue", "all")
_ORDERS: tuple[Sort, ...] = ("due", "owner", "date", "status")
_ORDER_WORDS = {"due": "by due", "owner": "by owner", "date": "oldest first", "status": "by status"}
_OWNERS: tuple[By, ...] = ("post", "person")
_FORMATS: dict[str, FileFormat] = {f".{fmt}": fmt for fmt in FILE_FORMATS}


class RegisterScreen(NarrowedScreen):
    """List the actions, each once; a change goes to the latest meeting that has the action."""

    PLACES: ClassVar[tuple[Where, ...]] = ("register",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("register")
    SOUGHT: ClassVar[str] = "in words, owners, meetings"
    ENDINGS: ClassVar[tuple[str, ...]] = (".csv", ".md", ".ics", ".json")

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__(book, now)
        self._reader = RegisterReader(self)
        self._rows: tuple[RegisterRow, ...] = ()
        self._folded: dict[str, str] = {}
        """What typed words are looked for in, by the action's `uid`."""
        self._has_settled = False
        """Whether those that are settled are among the rows."""
        self._status_filter: StatusFilter = "open"
        self._order: Sort = "due"
        self._by: By = "post"
        self._asked_of: RegisterRow | None = None
        """The action that something is asked about, whatever is chosen meanwhile."""
        self._wish = ActionUpdate()
        """What a reason is being asked for."""

    def make_list(self) -> RegisterList:
        """Return what shows the actions."""
        return RegisterList(id="actions")

    def on_mount(self) -> None:
        """Read the book."""
        self.show_name("Actions")
        self._reader.read(settled=False)

    @property
    def list_view(self) -> RegisterList:
        """The list of the actions."""
        return self.query_one(RegisterList)

    # Reading and changing.

    @on(Progressed)
    def show_progress(self, event: Progressed) -> None:
        """Say how far the reading of a large book has come."""
        if not self._rows:
            words = f"reading the actions … {event.count:,} of {event.files:,} meetings"
            self.query_one("#wanted", Static).update(Content(words))

    @on(RegisterRead)
    def take_read(self, event: RegisterRead) -> None:
        """Show the actions, and say what was done."""
        self.known = True
        if event.rows is not None:
            self._rows = event.rows
            self._folded = {}
            self._has_settled = event.settled
        elif self._shows_settled and not self._has_settled:
            self._status_filter = "open"
        self.show_rows()
        self.say(event.said, refused=event.refused)
        self.program.release_keys()

    # What is wanted.

    def turn_status(self) -> None:
        """Show the open ones, the overdue ones, or all."""
        self._status_filter = _STATUS_FILTERS[(_STATUS_FILTERS.index(self._status_filter) + 1) % len(_STATUS_FILTERS)]
        if self._shows_settled and not self._has_settled:
            self._reader.read(settled=True)
        else:
            self.show_rows()

    @property
    def _shows_settled(self) -> bool:
        return self._status_filter == "all"

    def turn_order(self) -> None:
        """Put them in another order."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self.show_rows()

    def turn_owners(self) -> None:
        """Name the owners by their posts, or by who holds them."""
        self._by = _OWNERS[1 - _OWNERS.index(self._by)]
        self.show_rows()

    def turn_version(self) -> None:
        """Show what everybody may see, or all."""
        self.public = not self.public
        said = "what everybody may see" if self.public else "restricted words are shown"
        self._reader.read(said, settled=self._shows_settled)

    def show_whole(self) -> None:
        """Show all of what became of the chosen action."""
        from tui.screens.dialogs.whole_action import WholeAction

        if (row := self.list_view.row) is not None:
            self.app.push_screen(WholeAction(showable(row.ref), _lines_of(row)))

    def go_there(self) -> None:
        """Open the meeting of the chosen action at it."""
        row = self.list_view.row
        if row is None:
            return
        try:
            self.dismiss(latest_place(self.book, row.uid))
        except MinutebookError as error:
            self.say(str(error), refused=True)

    # Settling.

    def ask_why(self, status: str) -> None:
        """Ask why, and give the chosen action another status."""
        row = self.list_view.row
        if row is None:
            return
        if row.status == status:
            self.say(f"{row.ref} is {status} already", refused=True)
            return
        self._asked_of, self._wish = row, ActionUpdate(status=Status(status))
        self.ask("reason", "why")
        self.foot.prompt.show_match(Content(f"{showable(row.ref)} {status}; Enter alone gives no reason"))

    def ask_due(self) -> None:
        """Ask when the chosen action is due, then why."""
        row = self.list_view.row
        if row is not None:
            self._asked_of = row
            self.ask("due", "due")
            due = showable(due_words(row))
            match = f"now {due}; Enter alone takes it away" if due else "Friday, 25/4, the June meeting"
            self.foot.prompt.show_match(Content(match))

    @property
    def _has_due(self) -> bool:
        return self._asked_of is not None and bool(self._asked_of.due)

    def _take_due(self, words: str) -> None:
        self._wish = ActionUpdate(due=words)
        self.ask("reason", "why")
        self.foot.prompt.show_match(Content("Enter alone gives no reason"))

    def _settle(self, reason: str) -> None:
        row = self._asked_of
        self.leave_prompt()
        if row is not None:
            wish = ActionUpdate(status=self._wish.status, due=self._wish.due, reason=reason)
            self._reader.settle(row.uid, wish, settled=self._shows_settled)

    # Writing a list, and what is asked beside its name.

    def write_file(self, path: Path) -> str:
        """Write the actions that are listed."""
        from tui.book.disk.atomic_write import replace_file

        rows, fmt = self._wanted(), _FORMATS[path.suffix.lower()]
        separator = self.program.settings.csv_separator
        page = action_file(rows, fmt, today=self.now().date(), by=self._by, public=self.public, separator=separator)
        replace_file(path, file_bytes(page, fmt))
        return f"{len(rows)} {'action' if len(rows) == 1 else 'actions'}"

    def take_answer(self, words: str) -> bool:
        """Go on with a due day or a reason."""
        if self.asking == "due" and (words or self._has_due):
            self._take_due(words)
        elif self.asking == "reason":
            self._settle(words)
        else:
            return False
        return True

    # Showing.

    def _wanted(self) -> tuple[RegisterRow, ...]:
        wanted = Wanted(
            only_open=self._status_filter == "open", overdue=self._status_filter == "overdue", sort=self._order
        )
        tokens = fold_words(self.words).split()
        rows = [row for row in self._rows if self._holds(row, tokens)] if tokens else list(self._rows)
        return wanted_rows(rows, wanted, posts={})

    def _holds(self, row: RegisterRow, tokens: list[str]) -> bool:
        """Return whether an action has all the words."""
        folded = self._folded.get(row.uid)
        if folded is None:
            folded = self._folded[row.uid] = _folded(row)
        return all(token in folded for token in tokens)

    def show_rows(self) -> None:
        """Show the actions that are wanted now."""
        rows, chosen = self._wanted(), self.list_view.row
        self.list_view.show(rows, chosen.uid if chosen else "", lambda row: ", ".join(owners_shown(row, self._by)))
        late = sum(row.overdue for row in rows)
        which = {"open": "open", "overdue": "overdue", "all": "open and settled"}[self._status_filter]
        parts = [f"{len(rows)} {which}", *([f"{late} overdue"] if late and self._status_filter != "overdue" else [])]
        parts += [_ORDER_WORDS[self._order], *([f"with “{self.words}”"] if self.words else [])]
        parts += ["public version"] if self.public else []
        self.show_wanted(*parts)
        self.show_chosen()

    def lines_of_chosen(self) -> list[Content]:
        """Return the chosen action whole: its words, when it is due, where it arose, what became of it."""
        row = self.list_view.row
        if not self.known:
            return []
        if row is None:
            nothing = "There is no action here yet." if not self._rows else "None of the actions is like that."
            return [Content(nothing)]
        return _lines_of(row)

    def words_for_more(self, count: int) -> Content:
        """Return what stands for so many lines that there is no room for."""
        return Content.styled(f"… {count} more lines: {self.key_of('register-whole')} shows all", "$text-accent")

    HANDLERS: ClassVar[Handlers[RegisterScreen]] = {
        "register-go-there": go_there,
        "register-settle-done": lambda self: self.ask_why("done"),
        "register-settle-dropped": lambda self: self.ask_why("dropped"),
        "register-settle-open": lambda self: self.ask_why("open"),
        "register-set-due": ask_due,
        "register-seek": NarrowedScreen.seek,
        "register-turn-status": turn_status,
        "register-turn-order": turn_order,
        "register-turn-owners": turn_owners,
        "register-turn-version": turn_version,
        "register-write": NarrowedScreen.ask_for_file,
        "register-whole": show_whole,
        "register-close": lambda self: self.dismiss(None),
        **choosing("register", NarrowedScreen.choose),
    }


def _folded(row: RegisterRow) -> str:
    """Return what the words typed are looked for in."""
    return fold_words(
        " ".join((*row.owners, *row.holders, row.text, row.topic, row.ref, row.series, row.meeting, row.due))
    )


def _lines_of(row: RegisterRow) -> list[Content]:
    """Return an action whole: its words, when it is due, where it arose, and what became of it."""
    due = f"  due {due_words(row)}" if due_words(row) else ""
    head = Content.assemble((showable(" ".join(row.text.split())), "bold"), (showable(due), "$text-muted"))
    lines = [f"arose in {arose_words(row)}", *chain_lines(row)]
    return [head, *(Content.styled(showable(" ".join(line.split())), "$text-muted") for line in lines)]
