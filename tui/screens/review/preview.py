"""The preview: the finished notes beside the choice of style, format and version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.book.house import HouseChoice, house_choice, keep_choice
from tui.book.opened import OpenMeeting
from tui.errors import MinutebookError
from tui.keys import needs
from tui.keys.keymap import Need, Where
from tui.meeting.redaction.public_version import is_restricted
from tui.meeting.text.sanitizing import showable
from tui.notes.formats import FORMATS
from tui.notes.templates.styles import usual_style
from tui.screens.opened_screen import OpenedScreen
from tui.screens.review.looked import TITLES, VERSIONS, Choice, Looked, file_of
from tui.widgets.bindings import Handlers, bindings_of
from tui.widgets.footer import Foot
from tui.widgets.lists.notes_view import NotesView
from tui.widgets.live.top_line import TopLine
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.notes.preview import Preview

_WIDEST = 80
"""Columns of plain text where the screen has room for more."""
_NARROWEST = 40
_PATIENCE = 2.0
"""Seconds for which keys wait for the notes; a user's template may take longer, and Esc is to leave it."""


class PreviewScreen(OpenedScreen):
    """Show the notes as they would print now. Nothing here changes the meeting."""

    CSS_PATH = "preview.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = ("preview",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("preview")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]

    class Rendered(Message, bubble=False):
        """The notes have been rendered, or could not be."""

        def __init__(self, looked: Looked, preview: Preview | None, error: str) -> None:
            super().__init__()
            self.looked = looked
            self.preview = preview
            self.error = error

    def __init__(self, opened: OpenMeeting, now: Callable[[], datetime], looked: Looked) -> None:
        super().__init__(opened, now)
        self.looked = looked
        """What is looked at."""
        self.going_to = 0
        """The entry that the user wants to go to; 0 to stay where the meeting is."""
        self._styles: tuple[str, ...] = ()
        self._house = HouseChoice()
        self._preview: Preview | None = None
        self._asking: Literal["", "words", "file"] = ""
        self._sought = ""
        self._written_over: Path | None = None
        """A file that is there and was named, which is written over where it is named again."""

    def compose(self) -> ComposeResult:
        """Lay out the choices beside the notes, and the keys."""
        yield TopLine(id="top")
        with Horizontal(id="body"):
            yield Static(id="choices", markup=False)
            with Vertical(id="main"):
                yield Static(id="chosen", markup=False)
                yield NotesView(id="notes")
        yield Foot("preview", self.program.keymap, self.disabled_reason)

    @property
    def foot(self) -> Foot:
        """What is said, the question and the keys."""
        return self.query_one(Foot)

    def on_mount(self) -> None:
        """Show the notes."""
        from tui.notes.templates.styles import style_names

        top = self.query_one(TopLine)
        top.title, top.section = self.head, "Notes"
        self.show_saving()
        self._styles = style_names(self._styles_folder)
        self._read_house()
        # The size, and with it the width of plain text, is known after the first layout.
        self.call_after_refresh(self.show_meeting)

    def _read_house(self) -> None:
        try:
            self._house = house_choice(self.opened.path.parent, self.meeting)
        except MinutebookError as error:
            self.say(str(error), refused=True)

    def show_house(self) -> None:
        """Show what the house chose for the series, and the notes by it when that is left."""

        def come_back(_: None) -> None:
            self._read_house()
            self.looked = replace(self._here(), style="", version="")
            self.show_meeting()

        self.choose_for_house(come_back)

    @property
    def notes(self) -> NotesView:
        """The lines of the notes."""
        return self.query_one(NotesView)

    @property
    def _styles_folder(self) -> Path:
        return self.opened.path.parent / "styles"

    # Rendering, in a thread of its own: a long meeting or a user's template takes its time.

    def show_meeting(self) -> None:
        """Render the notes of the meeting as it stands."""
        self._show_choices()
        self.say("rendering …")
        width = max(_NARROWEST, min(_WIDEST, self.notes.line_width))
        # The keys that are meant for the notes wait until these are there, or take too long.
        self.program.hold_keys(_PATIENCE)
        self._render_notes(self.looked, width)

    @work(thread=True, exclusive=True, group="rendering")
    def _render_notes(self, looked: Looked, width: int) -> None:
        from tui.book.amended import amended
        from tui.notes.preview import preview

        worker, journal, named, error, made = get_current_worker(), self.journal, self._named(looked), "", None
        try:
            meeting, amendments = amended(self.opened.path, journal)
            made = preview(
                meeting,
                style=named.style,
                fmt=looked.fmt,
                version=named.version,
                width=width,
                styles_folder=self._styles_folder,
                amendments=amendments,
            )
        except MinutebookError as problem:
            error = str(problem)
        if not worker.is_cancelled:
            self.post_message(self.Rendered(looked, made, error))

    @on(Rendered)
    def take_rendered(self, event: Rendered) -> None:
        """Show the notes at the place that was looked at, or say why there are none."""
        if event.looked != self.looked:
            return
        self.program.release_keys()
        self._preview = event.preview
        if event.preview is None:
            self.notes.show((), (), 0)
            self.say(event.error, refused=True)
        else:
            at = event.preview.line_of(self.looked.entry) if self.looked.entry else None
            self.notes.show(event.preview.lines, event.preview.entries, self.looked.line if at is None else at)
            file = f"; {self.key_of('preview-write')} writes the {self.looked.fmt} file"
            self.say(f"its words, as plain text{file}" if event.preview.as_text else "")
        self.foot.show_keys()

    # Choosing what is looked at.

    def turn(self, choice: Choice, by: int) -> None:
        """Take the next style, format or version, or the one before."""
        values = self._values(choice)
        if choice == "version" and not is_restricted(self.meeting):
            self.say("nothing is restricted: everybody may read all of it")
            return
        chosen = self._chosen(choice)
        place = values.index(chosen) if chosen in values else 0
        self.looked = replace(self._here(), **{choice: values[(place + by) % len(values)]})
        if choice == "style" and self.looked.style != "agenda":
            self._keep_style()
        self.show_meeting()

    def _keep_style(self) -> None:
        """Keep the style for the series, so that it is there the next time, and published."""
        try:
            keep_choice(self.opened.path.parent, self.meeting, style=self.looked.style)
        except MinutebookError as error:
            self.say(str(error), refused=True)

    def _named(self, looked: Looked) -> Looked:
        """Return what is looked at with style and version named, as the house has them where nothing was turned to."""
        restricted = is_restricted(self.meeting)
        return replace(
            looked,
            style=looked.style or usual_style(self.meeting, self._house.style),
            version=looked.version or (self._house.version if restricted else "") or "public",
        )

    def _chosen(self, choice: Choice) -> str:
        return str(getattr(self._named(self.looked), choice))

    def _values(self, choice: Choice) -> tuple[str, ...]:
        return {"style": self._styles, "fmt": tuple(FORMATS), "version": VERSIONS}[choice]

    def _here(self) -> Looked:
        """Return what is looked at with the place in it."""
        return replace(self.looked, entry=self.notes.entry, line=self.notes.at)

    def choose(self, by: int) -> None:
        """Choose the line so many below, or above."""
        self.notes.choose_by(by)
        self.foot.show_keys()

    def page(self, by: int) -> None:
        """Go a page down, or up."""
        self.choose(by * self.notes.screenful)

    def go_there(self) -> None:
        """Go to the entry that is printed here."""
        if not self.notes.entry:
            self.say("no entry is printed here", refused=True)
            return
        self.going_to = self.notes.entry
        self.close()

    def close(self) -> None:
        """Go back to the meeting."""
        self.looked = self._here()
        self.dismiss(None)

    # Searching.

    def seek(self) -> None:
        """Ask for words."""
        self._ask("words", "find")

    def seek_on(self, by: int) -> None:
        """Go to the next place with the words, or the one before."""
        if self._sought:
            self._say_found(*self.notes.seek(self._sought, by))
        else:
            self.seek()

    def _say_found(self, place: int, count: int) -> None:
        shown = f"{place} of {count} lines with “{self._sought}”" if count else f"“{self._sought}” is not in the notes"
        self.say(shown, refused=not count)

    # Writing.

    def ask_for_file(self) -> None:
        """Ask for a file and write the notes to it."""
        if self._preview is None:
            self.say("there are no notes to write yet", refused=True)
            return
        self._ask("file", "write to")
        name = self.opened.path.with_suffix(f".{self.looked.fmt}")
        self.foot.prompt.fill_in(str(name))

    def _write(self, words: str) -> None:
        from tui.book.disk.text_file import is_there, named_file

        path = named_file(words)
        if is_there(path) and path != self._written_over:
            self._written_over = path
            self._show_match("it is there already; Enter again writes over it")
            return
        self._leave_prompt()
        self.say("writing …")
        self._write_file(path, self._named(self.looked), self.app.call_later)

    @work(thread=True, group="writing")
    def _write_file(self, path: Path, looked: Looked, call_later: Callable[..., bool]) -> None:
        from tui.book.disk.atomic_write import in_words, replace_file

        refused = True
        try:
            replace_file(path, file_of(self.opened.path, self.journal, looked))
            words, refused = f"the {looked.version} notes are in {path}", False
        except MinutebookError as problem:
            words = str(problem)
        except OSError as problem:
            words = f"{path}: {in_words(problem)}"
        # A screen that was left meanwhile knows of no app.
        call_later(self._say_what_came, words, refused=refused)

    def _say_what_came(self, words: str, *, refused: bool) -> None:
        if self in self.app.screen_stack:
            self.say(words, refused=refused)
        else:
            self.app.notify(showable(words), severity="error" if refused else "information", timeout=20, markup=False)

    # The question at the foot.

    def _ask(self, asking: Literal["words", "file"], asked: str) -> None:
        self._asking, self._written_over = asking, None
        self.foot.ask(asked)

    def _show_match(self, words: str) -> None:
        self.foot.prompt.show_match(Content(words))

    @on(Prompt.Typed)
    def take_typed(self, event: Prompt.Typed) -> None:
        """Find words while they are typed."""
        if self._asking == "words":
            place, count = self.notes.seek(event.words)
            self._show_match(f"{place} of {count}" if count else "" if not event.words else "not in the notes")
        else:
            self._written_over = None
            self._show_match("")

    @on(Prompt.Answered)
    @on(Prompt.WentOn)
    def take_answered(self, event: Prompt.Answered | Prompt.WentOn) -> None:
        """Stay at what was found, or write to the file named."""
        words = event.words.strip()
        if self._asking == "file" and words:
            self._write(words)
            return
        self._sought = words
        self._leave_prompt()
        if words:
            self._say_found(*self.notes.seek(words))

    @on(Prompt.Left)
    def leave_question(self) -> None:
        """Ask nothing any more, and mark no words."""
        self._sought = ""
        self.notes.seek("")
        self._leave_prompt()

    def _leave_prompt(self) -> None:
        self._asking = ""
        self.foot.close()

    # Showing.

    def _show_choices(self) -> None:
        rows: list[Content | str] = []
        for choice, title in TITLES.items():
            rows.extend(["\n" if rows else "", Content.styled(title, "$text-muted"), "\n"])
            for value in self._values(choice):
                chosen = value == self._chosen(choice)
                sign = "› " if chosen else "  "
                rows.extend([Content.styled(f"{sign}{showable(value)}", "bold $text-primary" if chosen else ""), "\n"])
        self.query_one("#choices", Static).update(Content.assemble(*rows))
        named = self._named(self.looked)
        words = f"{named.style} · {named.fmt} · {named.version}"
        self.query_one("#chosen", Static).update(Content(showable(words)))

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say what came of a key, until the next one."""
        self.foot.say(words, refused=refused)

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        return {
            needs.ENTRY: bool(self.notes.entry),
            needs.RESTRICTED: is_restricted(self.meeting),
            needs.NOTES: self._preview is not None,
        }[need]

    def on_resize(self) -> None:
        """Set plain text for the width there is now."""
        if self._preview is not None:
            self.looked = self._here()
            self.show_meeting()

    HANDLERS: ClassVar[Handlers[PreviewScreen]] = {
        "preview-go-there": go_there,
        "preview-turn-style-down": lambda self: self.turn("style", 1),
        "preview-turn-style-up": lambda self: self.turn("style", -1),
        "preview-turn-fmt-down": lambda self: self.turn("fmt", 1),
        "preview-turn-fmt-up": lambda self: self.turn("fmt", -1),
        "preview-turn-version-down": lambda self: self.turn("version", 1),
        "preview-seek": seek,
        "preview-seek-on-down": lambda self: self.seek_on(1),
        "preview-seek-on-up": lambda self: self.seek_on(-1),
        "preview-write": ask_for_file,
        "preview-house": show_house,
        "preview-choose-up": lambda self: self.choose(-1),
        "preview-choose-down": lambda self: self.choose(1),
        "preview-page-up": lambda self: self.page(-1),
        "preview-page-down": lambda self: self.page(1),
        "preview-top": lambda self: self.choose(-(10**6)),
        "preview-end": lambda self: self.choose(10**6),
        "preview-close": close,
    }
