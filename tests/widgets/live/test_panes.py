"""The log and the agenda alone, in an app of their own: what they carry out themselves, and what they report."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tests.screens.live_app import shown_in
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.papers.agenda import read_agenda
from tui.widgets.live.agenda_chooser import AgendaChooser
from tui.widgets.live.log_pane import LogPane
from tui.widgets.live.log_view import LogView

AGENDA = "# M\nDate: 7 May 2024\n\n## Agenda\n1. One\n2. Two\n3. Three\n"


def meeting(*lines: str) -> Meeting:
    made = Journal(meeting=read_agenda(AGENDA, "a.md").meeting)
    for line in lines:
        made = enter(made, line, datetime(2024, 5, 7, 18, tzinfo=UTC)).journal
    return made.meeting


class Asked(Screen[None]):
    """A screen that notes what its parts leave to it."""

    def __init__(self, commands: list[str]) -> None:
        super().__init__()
        self.commands = commands

    def action_command(self, command: str) -> None:
        self.commands.append(command)


class PanesApp(App[None]):
    """A log and an agenda on a meeting that nobody changes."""

    def __init__(self, shown: Meeting) -> None:
        super().__init__()
        self.shown = shown
        self.log_pane = LogPane(shown)
        self.agenda = AgendaChooser(id="agenda")
        self.commands: list[str] = []
        self.reported: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.agenda
        yield self.log_pane

    def on_mount(self) -> None:
        self.agenda.show(self.shown)
        self.log_pane.show()

    def get_default_screen(self) -> Screen[None]:
        return Asked(self.commands)

    def on_log_view_left_downward(self, event: LogView.LeftDownward) -> None:
        self.reported.append(event)


async def test_the_log_selects_by_itself_and_reports_what_would_change_the_meeting() -> None:
    async with (app := PanesApp(meeting("one", "two", "three"))).run_test() as pilot:
        view = app.log_pane.view
        view.focus()
        view.select_last()
        await pilot.press("k", "k")
        assert view.selected == app.shown.entries[0].id
        assert not app.commands
        await pilot.press("e", "question_mark", "delete")
        assert app.commands == ["log-edit", "log-convert-question", "log-delete"]
        await pilot.press("end", "j")
        assert isinstance(app.reported[-1], LogView.LeftDownward)


async def test_the_log_says_that_another_section_is_looked_at() -> None:
    async with (app := PanesApp(meeting("one", "/next", "two"))).run_test():
        first = app.shown.sections[0]
        app.log_pane.look_at(first.id)
        app.log_pane.show()
        assert "Looking at 1. One" in str(app.query_one("#elsewhere", Static).render())
        assert app.log_pane.section == first
        app.log_pane.look_at(None)
        app.log_pane.show()
        assert str(app.query_one("#elsewhere", Static).render()) == ""
        assert app.log_pane.section == app.shown.current


async def test_the_agenda_chooses_by_itself_and_reports_what_would_change_the_meeting() -> None:
    async with (app := PanesApp(meeting())).run_test() as pilot:
        app.agenda.focus()
        app.agenda.choose(app.shown.sections[0].id)
        await pilot.press("down", "down", "up")
        assert app.agenda.chosen == app.shown.sections[1]
        await pilot.press("J", "a", "x")
        assert app.commands == ["agenda-move-section-down", "agenda-add-section", "agenda-restrict-section"]


async def test_a_motion_its_amendments_and_what_became_of_it_are_one_thread_in_the_log() -> None:
    app = PanesApp(
        meeting(
            "+Tea was served",
            "=Motion: that the fence be green; moved by AL",
            "=Amendment: to put blue for green; moved by BO. The amendment was carried",
            "=The substantive motion, that the fence be blue, was carried",
            "=Motion: that the gate be shut; carried",
        )
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        rows = [row.rstrip() for row in shown_in(app.query_one(LogView)).strip().splitlines()]
    assert [" ".join(row.split()) for row in rows] == [
        "note Tea was served",
        "",
        "motion Motion: that the fence be green; moved by AL",
        "amendment └ Amendment: to put blue for green; moved by BO. The amendment was carried",
        "substantive The substantive motion, that the fence be blue, was carried",
        "",
        "decision Motion: that the gate be shut; carried",
    ]
