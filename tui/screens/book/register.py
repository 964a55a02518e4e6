"""The register on the screen: all the actions of the book, narrowed, ordered, and settled in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tui.book.folder import Book
from tui.errors import MinutebookError
from tui.keys.keymap import Need, Where
from tui.meeting.actions.register_filter import Sort, Wanted, owners_of, posts_of, wanted_rows
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.model import Status
from tui.meeting.text.normalizing import fold_words
from tui.meeting.text.sanitizing import showable
from tui.notes.actions.chain import arose_words, chain_lines, due_words
from tui.notes.actions.files import FILE_FORMATS, FileFormat, action_file, file_bytes
from tui.notes.actions.groups import By, owners_shown
from tui.screens.book.register_reading import RegisterReading
from tui.use_cases.update_action import latest_place
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.register_list import RegisterList
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

StatusFilter = Literal["open", "overdue", "all"]
Asking = Literal["", "words", "due", "reason", "file"]

_STATUS_FILTERS: tuple[StatusFilter, ...] = ("open", "overdue", "all")
_ORDERS: tuple[Sort, ...] = ("due", "owner", "date", "status")
_ORDER_WORDS = {"due": "by due", "owner": "by owner", "date": "oldest first", "status": "by status"}
_OWNERS: tuple[By, ...] = ("post", "person")
_MOST_ROWS = 8
"""Rows for what became of the chosen action; a key shows all where there are more."""
_FORMATS: dict[str, FileFormat] = {f".{fmt}": fmt for fmt in FILE_FORMATS}


class RegisterScreen(RegisterReading):
    """List the actions, each once; a change goes to the latest meeting that has the action."""

    CSS_PATH = "register.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("register",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("register")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__(book, now)
        self._rows: tuple[RegisterRow, ...] = ()
        self._folded: dict[str, str] = {}
        """What typed words are looked for in, by the action's `uid`."""
        self._posts: dict[str, str] = {}
        self._known = False
        """Whether the book has been read."""
        self._words = ""
        self._status_filter: StatusFilter = "open"
        self._order: Sort = "due"
        self._by: By = "post"
        self._public = False
        self._asking: Asking = ""
        self._asked_of: RegisterRow | None = None
        """The action that something is asked about, whatever is chosen meanwhile."""
        self._wish = ActionUpdate()
        """What a reason is being asked for."""
        self._written_over: Path | None = None
        """A file that is there and was named, which is written over where it is named again."""

    def compose(self) -> ComposeResult:
        """Lay out what is wanted, the list, what became of the chosen one, and the keys."""
        yield TopLine(id="top")
        yield Static(id="wanted", markup=False)
        yield RegisterList(id="actions")
        yield Static(id="chain", markup=False)
        yield Foot("register", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    def on_mount(self) -> None:
        """Read the book."""
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", "Actions of the book"
        self.read(public=self._public)

    @property
    def list_view(self) -> RegisterList:
        """The list of the actions."""
        return self.query_one(RegisterList)

    # Reading and changing.

    @on(RegisterReading.Progressed)
    def show_progress(self, event: RegisterReading.Progressed) -> None:
        """Say how far the reading of a large book has come."""
        if not self._rows:
            words = f"reading the actions … {event.count:,} of {event.files:,} meetings"
            self.query_one("#wanted", Static).update(Content(words))

    @on(RegisterReading.Read)
    def take_read(self, event: RegisterReading.Read) -> None:
        """Show the actions, and say what was done."""
        self._known = True
        if event.rows is not None:
            self._rows = event.rows
            self._folded = {row.uid: _folded(row) for row in event.rows}
            self._posts = posts_of(owner for row in event.rows for owner in owners_of(row))
        self._show()
        self.say(event.said, refused=event.refused)
        self.program.release_keys()

    # What is wanted.

    def turn_status(self) -> None:
        """Show the open ones, the overdue ones, or all."""
        self._status_filter = _STATUS_FILTERS[(_STATUS_FILTERS.index(self._status_filter) + 1) % len(_STATUS_FILTERS)]
        self._show()

    def turn_order(self) -> None:
        """Put them in another order."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        self._show()

    def turn_owners(self) -> None:
        """Name the owners by their posts, or by who holds them."""
        self._by = _OWNERS[1 - _OWNERS.index(self._by)]
        self._show()

    def turn_version(self) -> None:
        """Show what everybody may see, or all."""
        self._public = not self._public
        said = "what everybody may see" if self._public else "restricted words are shown"
        self.read(said, public=self._public)

    def seek(self) -> None:
        """Ask for words, and narrow the list while they are typed."""
        self._ask("words", "with")
        self.foot.prompt.show_match(Content("in words, owners, meetings"))
        self.foot.prompt.fill_in(self._words, chosen=True)

    def choose(self, by: int) -> None:
        """Choose the action so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self._show_chosen()

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
        self._ask("reason", "why")
        self.foot.prompt.show_match(Content(f"{showable(row.ref)} {status}; Enter alone gives no reason"))

    def ask_due(self) -> None:
        """Ask when the chosen action is due, then why."""
        row = self.list_view.row
        if row is not None:
            self._asked_of = row
            self._ask("due", "due")
            due = showable(due_words(row))
            match = f"now {due}; Enter alone takes it away" if due else "Friday, 25/4, the June meeting"
            self.foot.prompt.show_match(Content(match))

    @property
    def _has_due(self) -> bool:
        return self._asked_of is not None and bool(self._asked_of.due)

    def _take_due(self, words: str) -> None:
        self._wish = ActionUpdate(due=words)
        self._ask("reason", "why")
        self.foot.prompt.show_match(Content("Enter alone gives no reason"))

    def _settle(self, reason: str) -> None:
        row = self._asked_of
        self._leave_prompt()
        if row is not None:
            wish = ActionUpdate(status=self._wish.status, due=self._wish.due, reason=reason)
            self.settle(row.uid, wish, public=self._public)

    # Writing a list.

    def ask_for_file(self) -> None:
        """Ask for a file and write what is listed to it."""
        self._ask("file", "file")
        self.foot.prompt.show_match(Content("its ending says how: .csv .md .ics .json"))

    def _write(self, words: str) -> None:
        from tui.book.disk.atomic_write import in_words, replace_file
        from tui.book.disk.text_file import is_there, named_file

        path = named_file(words)
        fmt = _FORMATS.get(path.suffix.lower())
        if fmt is None:
            self.foot.prompt.show_match(Content("end its name in .csv, .md, .ics or .json"), wrong=True)
            return
        if is_there(path) and path != self._written_over:
            self._written_over = path
            match = Content("it is there already; Enter again writes over it")
            self.foot.prompt.show_match(match, wrong=True)
            return
        self._leave_prompt()
        separator = self.program.settings.csv_separator
        today = self.now().date()
        page = action_file(self._wanted(), fmt, today=today, by=self._by, public=self._public, separator=separator)
        try:
            replace_file(path, file_bytes(page, fmt))
        except OSError as error:
            self.say(f"{path}: {in_words(error)}", refused=True)
        else:
            count = len(self._wanted())
            version = "public version" if self._public else "INTERNAL"
            change = self.key_of("register-turn-version")
            self.say(f"{count} {'action' if count == 1 else 'actions'} in {path} ({version}; {change} changes that)")

    # The question at the foot.

    def _ask(self, asking: Asking, asked: str) -> None:
        self._asking, self._written_over = asking, None
        self.foot.ask(asked)

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Narrow the list while words are typed."""
        self._written_over = None
        if self._asking == "words":
            self._words = event.words
            self._show()

    @on(Prompt.Turned)
    def choose_while_typing(self, event: Prompt.Turned) -> None:
        """Choose another of what is left while words are typed."""
        if self._asking == "words":
            self.choose(event.by)

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Go on with what was asked."""
        words = event.words.strip()
        if self._asking == "due" and (words or self._has_due):
            self._take_due(words)
        elif self._asking == "reason":
            self._settle(words)
        elif self._asking == "file" and words:
            self._write(words)
        else:
            self._leave_prompt()

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more, and narrow by no words."""
        if self._asking == "words":
            self._words = ""
        self._leave_prompt()
        self._show()

    def _leave_prompt(self) -> None:
        self._asking = ""
        self.foot.close()

    # Showing.

    def _wanted(self) -> tuple[RegisterRow, ...]:
        wanted = Wanted(
            only_open=self._status_filter == "open", overdue=self._status_filter == "overdue", sort=self._order
        )
        tokens = fold_words(self._words).split()
        rows = [row for row in self._rows if all(token in self._folded[row.uid] for token in tokens)]
        return wanted_rows(rows, wanted, self._posts)

    def _show(self) -> None:
        rows, chosen = self._wanted(), self.list_view.row
        self.list_view.show(rows, chosen.uid if chosen else "", lambda row: ", ".join(owners_shown(row, self._by)))
        late = sum(row.overdue for row in rows)
        which = {"open": "open", "overdue": "overdue", "all": "open and settled"}[self._status_filter]
        parts = [f"{len(rows)} {which}", *([f"{late} overdue"] if late and self._status_filter != "overdue" else [])]
        parts += [_ORDER_WORDS[self._order], *([f"with “{self._words}”"] if self._words else [])]
        parts += ["public version"] if self._public else []
        self.query_one("#wanted", Static).update(Content(showable(" · ".join(parts))))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the chosen action whole: its words, when it is due, where it arose, what became of it."""
        row = self.list_view.row
        if not self._known:
            words = Content("")
        elif row is None:
            words = Content("There is no action here yet." if not self._rows else "None of the actions is like that.")
        else:
            width = max(10, self.size.width - (2 if self.has_class("-narrow") else 4))
            rows = [line for one in _lines_of(row) for line in one.wrap(width)]
            room = max(3, min(_MOST_ROWS, self.size.height // 4))
            if len(rows) > room:
                key = self.key_of("register-whole")
                more = f"… {len(rows) - room + 1} more lines: {key} shows all"
                rows = [*rows[: room - 1], Content.styled(more, "$text-accent")]
            words = Content("\n").join(rows)
        self.query_one("#chain", Static).update(words)
        self.foot.show_keys()

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether there is an action, which is all that a command needs here."""
        del need
        return self.list_view.row is not None

    def on_resize(self) -> None:
        """Show as much of the chosen action, and as many keys, as there is room for now."""
        self._show_chosen()

    HANDLERS: ClassVar[Handlers[RegisterScreen]] = {
        "register-go-there": go_there,
        "register-settle-done": lambda self: self.ask_why("done"),
        "register-settle-dropped": lambda self: self.ask_why("dropped"),
        "register-settle-open": lambda self: self.ask_why("open"),
        "register-set-due": ask_due,
        "register-seek": seek,
        "register-turn-status": turn_status,
        "register-turn-order": turn_order,
        "register-turn-owners": turn_owners,
        "register-turn-version": turn_version,
        "register-write": ask_for_file,
        "register-whole": show_whole,
        "register-close": lambda self: self.dismiss(None),
        **choosing("register", choose),
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
