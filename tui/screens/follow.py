"""The meeting as it goes on, for those who do not write it: the chair beside the minute-taker, or a room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits, Static

from tui.book.following import Following, Snapshot
from tui.keys.keymap import Need, Where
from tui.keys.needs import FILE, NO_WRITER
from tui.meeting.history.durations import gone_on, gone_on_words
from tui.meeting.model import Meeting, Section
from tui.meeting.outline.outline import core
from tui.meeting.redaction.follower_view import for_room
from tui.meeting.text.sanitizing import showable
from tui.screens.command_screen import CommandScreen
from tui.widgets.bindings import Handlers, bindings_of
from tui.widgets.live.agenda_list import AgendaList
from tui.widgets.live.section_names import heading_of, name_of_section
from tui.widgets.live.section_view import At, SectionPane
from tui.widgets.live.top_line import TopLine


class FollowScreen(CommandScreen[None]):
    """Show each save of a meeting that another program writes. Nothing here changes the meeting."""

    PLACES: ClassVar[tuple[Where, ...]] = ("follow",)
    CSS_PATH = "follow.tcss"
    BINDINGS = bindings_of("follow")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (100, "-wide")]

    class Seen(Message):
        """The follower's thread has seen something new."""

    class WritingAsked(Message):
        """The user wants to write the meeting that nobody has open."""

    def __init__(self, following: Following, now: Callable[[], datetime], *, projector: bool = False) -> None:
        super().__init__()
        self.following = following
        self.now = now
        self._projector = projector
        self._was_held = following.snapshot.held
        self._elsewhere: int | None = None
        """Id of the section the reader chose to look at; None while following the meeting's current one."""
        self._shown: int | None = None
        self._asking = False
        """Whether whoever writes was asked for the meeting, which opens here as soon as it is given."""

    def compose(self) -> ComposeResult:
        """Lay out the chair's view, and the room's, of which one is shown."""
        yield TopLine(id="top")
        with Horizontal(id="body"):
            yield AgendaList(id="agenda")
            with Vertical(id="main"):
                yield Static(id="where", markup=False)
                yield SectionPane(id="log")
        yield Static(id="elsewhere", markup=False)
        yield Static(id="standing", markup=False)
        yield Static(id="keys", markup=False)
        with Vertical(id="room"), Vertical(id="page"):
            yield Static(id="title", markup=False)
            with Horizontal(id="heading"):
                yield Digits(id="number")
                yield Static(id="name", markup=False)
            yield SectionPane(id="words", spacious=True)
            yield Static(id="foot", markup=False)

    def on_mount(self) -> None:
        """Show the meeting, and go on looking at its file."""
        self.set_class(self._projector, "-projector")
        self.show_meeting("end")
        self._show_clock()
        self.set_interval(1, self._show_clock)
        self.following.watch(lambda: self.post_message(self.Seen()))

    def on_unmount(self) -> None:
        """Look no more."""
        self.following.close()

    # What is seen.

    @property
    def snapshot(self) -> Snapshot:
        """What was last seen of the meeting."""
        return self.following.snapshot

    @property
    def meeting(self) -> Meeting:
        """The meeting as last read whole."""
        return self.snapshot.meeting

    @property
    def looking_elsewhere(self) -> bool:
        """Whether the reader chose what is shown, so that a save may not take it away."""
        return self._elsewhere is not None

    @property
    def can_write(self) -> bool:
        """Whether the meeting may be opened for writing here: never on a wall, where the live screen shows all."""
        snapshot = self.snapshot
        return not (snapshot.held or snapshot.newer or snapshot.trouble == "gone" or self._projector)

    @on(Seen)
    def take_sight(self) -> None:
        """Show what is new, and leave the reader where they are if they look elsewhere."""
        self._was_held = self._was_held or self.snapshot.held
        if self._asking and self.can_write:
            self._asking = False
            self.post_message(self.WritingAsked())
        self._section()
        stays = self.looking_elsewhere or (self._projector and not self._view.at_end)
        self.show_meeting("here" if stays else "end")

    def show_meeting(self, at: At) -> None:
        """Show what was seen in every part."""
        if self._projector:
            self._show_room(at)
        else:
            self._show_chair(at)

    def _show_chair(self, at: At) -> None:
        meeting, section = self.meeting, self._section()
        current = meeting.current
        top = self.query_one(TopLine)
        top.title, top.section = meeting.title, name_of_section(current) if current else ""
        top.saving = "saving" if self.snapshot.trouble else "saved"
        top.state = f"{'as of' if self.snapshot.trouble else 'saved'} {self.snapshot.saved:%H:%M:%S}"
        agenda = self.query_one(AgendaList)
        agenda.looked_at = section.id if section and self.looking_elsewhere else None
        agenda.show(meeting)
        self._show_where(section)
        self.query_one("#log", SectionPane).show(meeting.entries_of(section.id) if section else (), at)
        self._show_standing()
        self._show_keys()

    def _section(self) -> Section | None:
        """Return the section to show: the one looked at, as long as there is one, else the meeting's current one."""
        chosen = next((one for one in self.meeting.sections if one.id == self._elsewhere), None)
        if chosen is None:
            self._elsewhere = None
        return chosen or self.meeting.current

    def _show_where(self, section: Section | None) -> None:
        words = name_of_section(section) if section else "The meeting is in none of its sections."
        self.query_one("#where", Static).update(Content(showable(words)))
        elsewhere = self.query_one("#elsewhere", Static)
        elsewhere.set_class(self.looking_elsewhere, "-shown")
        if section and self.looking_elsewhere:
            name = core(section.number) or heading_of(section)
            back = f"{self.key_of('follow-rejoin')} goes back to where the meeting is"
            elsewhere.update(Content(showable(f"looking at {name} — {back}")))

    def _show_standing(self, words: str = "", *, refused: bool = False) -> None:
        """Say who writes, and whether what is shown is what stands on the disk."""
        standing = self.query_one("#standing", Static)
        standing.set_class(self.can_write, "-free")
        standing.set_class(refused, "-refused")
        standing.update(Content(showable(words or "; ".join(filter(None, (self._trouble(), self._who()))))))

    def _who(self) -> str:
        if self.snapshot.held:
            who = self.snapshot.holder.who if self.snapshot.holder else "another program"
            if self._asking:
                return f"{who} is writing, and was asked for the pen; you are following"
            ask = f"; {self.key_of('follow-write')} asks for the pen" if self.following.can_ask else ""
            return f"{who} is writing; you are following{ask}"
        if self.snapshot.newer:
            return "a newer minutebook wrote this meeting: you can look at it; update minutebook to go on with it"
        ended = "the writer is gone" if self._was_held else "nobody is writing"
        return f"{ended}; {self.key_of('follow-write')} opens the meeting for writing here" if self.can_write else ended

    def _trouble(self) -> str:
        if not self.snapshot.trouble:
            return ""
        what = "the file is gone" if self.snapshot.trouble == "gone" else "the file cannot be read just now"
        return f"{what}, and this is how it stood at {self.snapshot.saved:%H:%M}"

    def _show_room(self, at: At) -> None:
        # Once more, for whoever follows with restricted words on a screen of their own.
        meeting = for_room(self.meeting)
        section = meeting.current
        if section and section.id != self._shown:
            at = "end"
        self._shown = section.id if section else None
        number = self.query_one("#number", Digits)
        number.update(showable(core(section.number)) if section else "")
        number.set_class(not (section and section.number), "-none")
        self.query_one("#title", Static).update(Content(showable(meeting.title)))
        self.query_one("#name", Static).update(Content(showable(heading_of(section)) if section else ""))
        self._view.show(meeting.entries_of(section.id) if section else (), at)
        foot = self._trouble() or ("" if self.snapshot.held else "nobody is writing")
        self.query_one("#foot", Static).update(Content(showable(foot)))

    def _show_clock(self) -> None:
        if self._projector:
            return
        now = self.now()
        started = self.meeting.started
        gone = gone_on_words(gone_on(started, self.meeting.closed or now)) if started else ""
        self.query_one(TopLine).clock = f"{now:%H:%M}  {gone}".rstrip()

    def _show_keys(self) -> None:
        self.show_keys_of(*self.program.PLACES, "follow")

    def on_resize(self) -> None:
        """Show as many keys as there is room for now."""
        self._show_keys()

    # Looking around.

    def look(self, by: int) -> None:
        """Look at the section above or below; in the large view, which has one section only, turn the page."""
        if self._projector:
            self._turn_page(by)
        else:
            self._look(by, "start")

    def page(self, by: int) -> None:
        """Look a page further up or down, and past the section's first or last entry at the section next to it."""
        if self._turn_page(by) or self._projector:
            return
        self._look(by, "start" if by > 0 else "end")

    def _turn_page(self, by: int) -> bool:
        view = self._view
        turned = view.page(by)
        if turned:
            self._settle(view)
        return turned

    @property
    def _view(self) -> SectionPane:
        return self.query_one("#words" if self._projector else "#log", SectionPane)

    def _look(self, by: int, at: At) -> None:
        sections, here = self.meeting.sections, self._section()
        place = next((n for n, one in enumerate(sections) if here and one.id == here.id), -1 if by > 0 else 0)
        if not 0 <= place + by < len(sections):
            return
        chosen = sections[place + by]
        current = self.meeting.current
        self._elsewhere = None if current and chosen.id == current.id else chosen.id
        self.show_meeting(at if self.looking_elsewhere else "end")

    @on(SectionPane.Scrolled)
    def wheel_turned(self, event: SectionPane.Scrolled) -> None:
        """Take the wheel for looking around."""
        self._settle(event.view)

    def _settle(self, view: SectionPane) -> None:
        """After the reader moved within a section: its end, in the meeting's current section, is following again."""
        section, current = self._section(), self.meeting.current
        if self._projector or section is None:
            return
        follows = view.at_end and current is not None and section.id == current.id
        self._elsewhere = None if follows else section.id
        self.show_meeting("here")

    def rejoin(self) -> None:
        """Go back to where the meeting is."""
        self._elsewhere = None
        self.show_meeting("end")

    def turn_projector(self) -> None:
        """Change between the chair's view and the room's."""
        self._projector = not self._projector
        self._elsewhere = None
        self.set_class(self._projector, "-projector")
        self.show_meeting("end")
        self._show_clock()

    # Writing.

    def ask_to_write(self) -> None:
        """Ask for the meeting to be opened for writing; whoever has it open on another machine is asked for it."""
        if self.can_write:
            self.post_message(self.WritingAsked())
        elif self.has(NO_WRITER) and not self._projector:
            self._asking = True
            self.following.ask()
            self._show_standing()

    def resume(self, following: Following) -> None:
        """Follow again a meeting that was written here and was given to another."""
        self.following = following
        self._elsewhere, self._was_held, self._asking = None, True, False
        self.following.watch(lambda: self.post_message(self.Seen()))
        self.show_meeting("end")

    def say(self, words: str, *, refused: bool = False) -> None:
        """Say something where it stands who writes: why the meeting could not be opened for writing, say."""
        self._show_standing(words, refused=refused)

    def take_letters(self, letters: str) -> None:
        """Say that nothing is typed here."""
        del letters
        self.say("this screen shows what is saved elsewhere; typing does nothing")

    def has(self, need: Need) -> bool:
        """Return whether something is there that a command needs."""
        if need is NO_WRITER:
            return not self.snapshot.held or self.following.can_ask
        return self.snapshot.trouble != "gone" if need is FILE else not self._projector

    HANDLERS: ClassVar[Handlers[FollowScreen]] = {
        "follow-look-up": lambda self: self.look(-1),
        "follow-look-down": lambda self: self.look(1),
        "follow-page-up": lambda self: self.page(-1),
        "follow-page-down": lambda self: self.page(1),
        "follow-rejoin": rejoin,
        "follow-projector": turn_projector,
        "follow-write": ask_to_write,
    }
