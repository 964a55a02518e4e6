"""Finished minutes on their way into the book: read, shown with what is doubtful first, and stored when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from tui.book.disk.text_file import named_file
from tui.book.folder import Book
from tui.errors import MinutebookError, Refused
from tui.keys.keymap import Need, Where
from tui.keys.needs import DOUBTED, READ
from tui.meeting.kinds import Kind
from tui.meeting.text.sanitizing import showable
from tui.papers.minutes.found import Doubt
from tui.papers.minutes.settling import doubted_entry, joined, settled
from tui.papers.minutes.shown import summary_of
from tui.screens.command_screen import CommandScreen
from tui.use_cases.importing import ReadPaper, meetings_of, papers_in, read_papers, store, with_likenesses
from tui.widgets.bindings import Handlers, bindings_of, choosing
from tui.widgets.footer import Foot
from tui.widgets.lists.imported_list import ImportedList, ImportedRow
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt


class _ReadRow(NamedTuple):
    """A row, and what it stands for."""

    shown: ImportedRow
    paper: int
    """The place of its paper among those read."""
    doubt: Doubt | None
    whole: str
    """All that is to be said of it."""


class ImportScreen(CommandScreen[str]):
    """Ask for a file or folder of finished minutes, show what was read, and close with what was stored."""

    CSS_PATH = "importing.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("importing",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("importing")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    class GotOn(Message, bubble=False):
        """So many papers of so many are done."""

        def __init__(self, doing: str, done: int, count: int) -> None:
            super().__init__()
            self.doing, self.done, self.count = doing, done, count

    class Read(Message, bubble=False):
        """Papers have been read, all of them unless it was stopped."""

        def __init__(self, found: Sequence[ReadPaper], left: int, error: str = "") -> None:
            super().__init__()
            self.found, self.left, self.error = tuple(found), left, error

    class Stored(Message, bubble=False):
        """What was read has been stored, as far as it could be."""

        def __init__(self, count: int, errors: Sequence[str]) -> None:
            super().__init__()
            self.count, self.errors = count, tuple(errors)

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.book = book
        self.now = now
        self._found: tuple[ReadPaper, ...] = ()
        self._rows: tuple[_ReadRow, ...] = ()
        self._left = 0
        """Papers that were not read, since it was stopped."""
        self._working: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Lay out what is going on, the list, the whole of the chosen row, and the keys."""
        yield TopLine(id="top")
        yield Static(id="wanted", markup=False)
        yield ImportedList(id="read")
        yield Static(id="chain", markup=False)
        yield Foot("importing", self.program.keymap, self.disabled_reason)

    def on_mount(self) -> None:
        """Ask for the papers."""
        top = self.query_one(TopLine)
        top.title, top.section = "minutebook", "Finished minutes into the book"
        self.ask()

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    @property
    def list_view(self) -> ImportedList:
        """The list."""
        return self.query_one(ImportedList)

    # The papers.

    def ask(self) -> None:
        """Ask for a file or a folder."""
        self.foot.ask("from", "a file of finished minutes, or a folder of them")

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Read the papers that were named."""
        words = event.words.strip().strip("'\"")
        self.foot.close()
        if words:
            self._working = self._read([named_file(words)])

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more; without papers there is nothing to do here."""
        self.foot.close()
        if not self._found:
            self.dismiss("")

    @work(thread=True, exclusive=True, group="importing")
    def _read(self, given: Sequence[Path]) -> None:
        worker = get_current_worker()
        found: list[ReadPaper] = []
        try:
            paths = papers_in(given)
            meetings = meetings_of(self.book)
            known = frozenset(meeting.id for meeting in meetings)
            for done, path in enumerate(paths):
                if worker.is_cancelled:
                    break
                self.post_message(self.GotOn("reading", done, len(paths)))
                found += read_papers(path, self.now(), known)
            else:
                done = len(paths)
            self.post_message(self.Read(with_likenesses(found, meetings), len(paths) - done))
        except MinutebookError as error:
            self.post_message(self.Read(found, 0, str(error)))

    @on(GotOn)
    def show_going_on(self, event: GotOn) -> None:
        """Say how far it is."""
        self._show_wanted(f"{event.doing} {event.done} of {event.count} · {self.key_of('importing-close')} stops")

    @on(Read)
    def take_read(self, event: Read) -> None:
        """Show what was read, what is doubtful first."""
        self._working = None
        self._found, self._left = event.found, event.left
        self._show()
        self.say(event.error, refused=bool(event.error))
        if event.error:
            self.ask()

    # What is doubtful.

    @property
    def _chosen(self) -> _ReadRow | None:
        at = self.list_view.chosen
        return self._rows[at] if at < len(self._rows) else None

    def settle(self, kind: Kind | None = None) -> None:
        """Settle the chosen doubt: it is right, or its words are something else."""
        row = self._chosen
        draft = self._found[row.paper].draft if row else None
        if row is None or row.doubt is None or draft is None:
            self.say(DOUBTED.words, refused=True)
            return
        if kind is not None and doubted_entry(draft, row.doubt) is None:
            self.say("that is no entry: it can only be left as it is", refused=True)
            return
        papers = [*self._found]
        papers[row.paper] = replace(papers[row.paper], draft=settled(draft, row.doubt, kind))
        self._found = tuple(papers)
        self._show()
        self.say(f"taken for {kind.with_article}" if kind else "left as it is")

    def join(self) -> None:
        """Call the person of the chosen doubt as another meeting calls them."""
        row = self._chosen
        draft = self._found[row.paper].draft if row else None
        if row is None or row.doubt is None or draft is None or not row.doubt.same:
            self.say("no two people are to be joined here", refused=True)
            return
        try:
            draft = joined(draft, row.doubt)
        except Refused as error:
            self.say(str(error), refused=True)
            return
        self._found = tuple(replace(one, draft=draft) if at == row.paper else one for at, one in enumerate(self._found))
        self._show()
        self.say(f"taken for {row.doubt.same}")

    def choose(self, by: int) -> None:
        """Choose the row so many below, or above."""
        self.list_view.choose_by(by)
        self.say("")
        self._show_chosen()

    # Storing.

    def store(self) -> None:
        """Store the meetings that were read."""
        if not self.has(READ):
            self.say(READ.words, refused=True)
        elif self._working is None:
            self._working = self._store(self._found)

    @work(thread=True, exclusive=True, group="importing")
    def _store(self, found: Sequence[ReadPaper]) -> None:
        worker = get_current_worker()
        stored, errors = 0, []
        try:
            for done, (_, path, why) in enumerate(store(self.book, found), 1):
                stored += path is not None
                errors += [why] if why else []
                self.post_message(self.GotOn("storing", done, len(found)))
                if worker.is_cancelled:
                    break
        except MinutebookError as error:
            errors.append(str(error))
        self.post_message(self.Stored(stored, errors))

    @on(Stored)
    def take_stored(self, event: Stored) -> None:
        """Close, and say what became of it."""
        said = f"{event.count} {'meeting' if event.count == 1 else 'meetings'} imported"
        self.dismiss("; ".join([said, *event.errors[:3], *(["…"] if len(event.errors) > 3 else [])]))

    def close_or_stop(self) -> None:
        """Stop what is going on; where nothing is, go back and store nothing."""
        if self._working is not None:
            self._working.cancel()
        else:
            self.dismiss("")

    # Showing.

    def _show(self) -> None:
        self._rows = tuple(_rows_of(self._found))
        self.list_view.show([row.shown for row in self._rows])
        doubts = sum(row.doubt is not None for row in self._rows)
        drafts = sum(one.draft is not None for one in self._found)
        parts = [f"{drafts} {'meeting' if drafts == 1 else 'meetings'} read, nothing stored yet"]
        parts += [f"{doubts} {'doubt' if doubts == 1 else 'doubts'}"] if doubts else []
        parts += [f"stopped: {self._left} left, which the same folder reads next time"] if self._left else []
        self._show_wanted(" · ".join(parts))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self._chosen
        self.query_one("#chain", Static).update(Content(showable(row.whole if row else "")))
        self.foot.show_keys()

    def _show_wanted(self, words: str) -> None:
        self.query_one("#wanted", Static).update(Content(showable(words)))

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether there is a doubt, or something to store."""
        if need is READ:
            return any(one.draft is not None or not (one.error or one.known) for one in self._found)
        return self._chosen is not None and self._chosen.doubt is not None

    def on_resize(self) -> None:
        """Show as many keys as there is room for now."""
        self.foot.show_keys()

    HANDLERS: ClassVar[Handlers[Any]] = {
        "importing-right": lambda self: self.settle(),
        "importing-join": join,
        "importing-note": lambda self: self.settle(Kind.NOTE),
        "importing-action": lambda self: self.settle(Kind.ACTION),
        "importing-decision": lambda self: self.settle(Kind.DECISION),
        "importing-question": lambda self: self.settle(Kind.QUESTION),
        "importing-store": store,
        "importing-ask": ask,
        "importing-close": close_or_stop,
        **choosing("importing", choose),
    }


def _rows_of(found: Sequence[ReadPaper]) -> list[_ReadRow]:
    """Return the rows: what is doubtful, what cannot be read, what there is already, and the meetings."""
    doubts: list[_ReadRow] = []
    known: list[_ReadRow] = []
    unread: list[_ReadRow] = []
    rest: list[_ReadRow] = []
    for at, one in enumerate(found):
        if one.error:
            unread.append(_ReadRow(ImportedRow("unread", one.error), at, None, one.error))
        elif one.known:
            words = f"{one.path.name}: is in the book already"
            known.append(_ReadRow(ImportedRow("known", words), at, None, words))
        elif one.draft is None:
            words = f"{one.path.name}: a meeting's file, which comes with its history"
            rest.append(_ReadRow(ImportedRow("meeting", words), at, None, words))
        else:
            rest.append(_ReadRow(ImportedRow("meeting", summary_of(one.draft)), at, None, f"{one.path}"))
            for doubt in one.draft.doubts:
                said = f"“{doubt.text}”" if doubt.text else ""
                words = f"{one.path.name}:{doubt.place}: {doubt.why}{': ' if said else ''}{said}"
                doubts.append(
                    _ReadRow(ImportedRow("doubt", f"{doubt.text or one.path.name} · {doubt.why}"), at, doubt, words)
                )
    return [*doubts, *unread, *known, *rest]
