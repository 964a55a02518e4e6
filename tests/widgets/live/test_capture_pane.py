"""The capture pane alone, in an app of its own: what it says, what it holds, and what it reports."""

from __future__ import annotations

from datetime import UTC, datetime

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Kind
from tui.papers.agenda import read_agenda
from tui.widgets.live.capture_line import CaptureLine
from tui.widgets.live.capture_pane import CapturePane
from tui.widgets.live.entry_prompt import EntryPrompt
from tui.widgets.prompt import Prompt

AT = datetime(2024, 5, 7, 18, tzinfo=UTC)
AGENDA = "# M\nDate: 7 May 2024\n\n## Attendance\n- Ann Lee, Clerk (AL)\n\n## Agenda\n1. One\n"


def journal(*lines: str) -> Journal:
    made = Journal(meeting=read_agenda(AGENDA, "a.md").meeting)
    for line in lines:
        made = enter(made, line, AT).journal
    return made


class PaneApp(App[None]):
    """A capture pane on a meeting that nobody stores."""

    def __init__(self, held: Journal) -> None:
        super().__init__()
        self.pane = CapturePane(held)
        self.held = held
        self.submitted: list[str] = []
        self.taken: list[EntryPrompt.Taken] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.show(self.held)
        self.pane.line.focus()

    @on(CaptureLine.Changed)
    def read_line(self) -> None:
        self.pane.note_typing()

    @on(CaptureLine.Submitted)
    def take_line(self, event: CaptureLine.Submitted) -> None:
        self.submitted.append(event.line)

    @on(EntryPrompt.Taken)
    def take_answer(self, event: EntryPrompt.Taken) -> None:
        self.taken.append(event)

    @on(Prompt.Left)
    def leave(self) -> None:
        self.pane.stop_asking()

    @property
    def said(self) -> str:
        return str(self.query_one("#reading", Static).render())

    @property
    def kind(self) -> str:
        return str(self.query_one("#kind", Static).render())


async def test_it_says_what_enter_would_do_with_the_line_as_it_is_typed() -> None:
    async with PaneApp(journal()).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        await pilot.press(*"!AL")
        assert app.kind == "action"
        await pilot.press("enter")
        assert app.submitted == ["!AL"]


async def test_what_is_told_stays_until_the_line_changes_and_what_is_said_until_the_next_key() -> None:
    async with PaneApp(journal()).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.tell("undone")
        app.pane.show_line()
        assert app.said == "undone"
        app.pane.say("refused", refused=True)
        assert app.said == "refused"
        await pilot.press("x")
        assert app.said not in ("undone", "refused")


async def test_while_another_part_is_worked_on_its_words_stand_there() -> None:
    async with PaneApp(journal()).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        await pilot.press("x")
        before = app.said
        app.pane.say_instead("One · here")
        app.pane.show_line()
        assert app.said == "One · here"
        app.pane.say_instead("")
        assert app.said == before


async def test_an_entry_is_edited_in_place_of_the_line_which_comes_back() -> None:
    held = journal("?Is it so")
    async with PaneApp(held).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        await pilot.press(*"half")
        app.pane.edit_entry(held.meeting.entries[0])
        await pilot.pause()
        assert (app.pane.line.line, app.pane.kind, app.kind) == ("Is it so", Kind.QUESTION, "✎ question")
        app.pane.stop_editing()
        assert app.pane.line.line == "half"


async def test_an_answer_goes_up_as_the_meeting_changed_so() -> None:
    held = journal("!Paint the door")
    async with PaneApp(held).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.ask("owners", (held.meeting.entries[0].id,), app.pane.line)
        await pilot.press("a", "l", "tab")
        (taken,) = app.taken
        assert taken.changed is not None
        assert taken.changed.entries[0].action is not None
        assert taken.changed.entries[0].action.owners == ("AL",)
        assert taken.due_next
        await pilot.press("escape")
        assert app.pane.line.has_focus


async def test_a_question_that_cannot_be_asked_says_why_and_leaves_the_line() -> None:
    held = journal("#A heading")
    async with PaneApp(held).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.ask("speakers", (held.meeting.entries[0].id,), app.pane.line)
        assert not app.pane.prompt.is_open
        assert app.query_one("#reading").has_class("-refused")
