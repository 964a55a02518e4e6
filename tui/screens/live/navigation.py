"""Going from place to place: through the sections, into the log and out of it, and to what was found or is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.keys.needs import ENTRIES_HERE
from tui.meeting.capture.capture import Outcome
from tui.meeting.history.journal import commit
from tui.meeting.model import SectionState
from tui.meeting.outline.outline import stand_in
from tui.screens.live.parts import Parts
from tui.screens.opened_screen import OpenedScreen

if TYPE_CHECKING:
    from tui.meeting.search import SearchHit


def go_to_section(live: Parts, section_id: int) -> None:
    """Go to a section by its id."""
    screen = live.screen

    def step() -> Outcome:
        meeting = stand_in(screen.meeting, section_id)
        return Outcome(journal=commit(screen.journal, meeting, "/go", screen.now(), stepping=True), message="")

    screen.change(step)


def ask_where_to_go(live: Parts) -> None:
    """Ask for a section and go there."""
    _ask_where_to_go(live.screen, live)


@work
async def _ask_where_to_go(screen: OpenedScreen, live: Parts) -> None:
    from tui.screens.dialogs.go_to import GoTo

    section = await screen.app.push_screen_wait(GoTo(screen.meeting))
    if section is not None:
        go_to_section(live, section)


def go_to_chosen(live: Parts) -> None:
    """Go to the section chosen in the agenda, and back to the capture line."""
    section = live.agenda.chosen
    live.capture.line.focus()
    if section is not None and section.state is not SectionState.CURRENT:
        go_to_section(live, section.id)


def look_at_section(live: Parts, section_id: int) -> None:
    """Show a section; the meeting stays in its current one."""
    live.look_at(section_id)
    live.screen.show_meeting()


def select_entry(live: Parts, entry_id: int) -> None:
    """Show the section of an entry and select it in the log; an entry being edited stays in the line."""
    entry = next((one for one in live.screen.meeting.entries if one.id == entry_id), None)
    if entry is None:
        return
    look_at_section(live, entry.section)
    if live.capture.editing is not None:
        live.log.view.bring_into_sight(entry_id)
    else:
        # At once, for a question may be asked next, which takes the focus in turn.
        live.screen.set_focus(live.log.view)
        live.log.view.selected = entry_id


def to_log(live: Parts) -> None:
    """Go up to the log, its last entry selected; while an entry is being edited, leave it as it was."""
    if live.capture.editing is not None:
        live.capture.stop_editing()
    elif live.log.is_empty:
        live.capture.say(ENTRIES_HERE.words)
    else:
        live.log.view.focus()
        live.log.view.select_last()


def leave_edit(live: Parts) -> None:
    """Leave the entry being edited as it was; without one, do nothing."""
    if live.capture.editing is not None:
        live.capture.stop_editing()


def leave_log(live: Parts) -> None:
    """Go back to the capture line and the current section."""
    live.capture.line.focus()
    if live.log.elsewhere is not None:
        live.look_at(None)
        live.screen.show_meeting()


def go_back_typing(live: Parts, letters: str) -> None:
    """Go back to the capture line with letters that were typed elsewhere; where it was left, they go on."""
    live.capture.stop_asking()
    live.screen.set_focus(live.capture.line)
    if live.log.elsewhere is not None:
        live.look_at(None)
        live.screen.show_meeting()
    live.capture.line.insert_words(letters)


def search(live: Parts) -> None:
    """Ask for words and go to what holds them."""
    from tui.screens.dialogs.search import Search

    live.screen.app.push_screen(Search(live.screen.meeting), lambda hit: _go_to_hit(live, hit))


def _go_to_hit(live: Parts, hit: SearchHit | None) -> None:
    if hit is None:
        return
    current = live.screen.meeting.current
    if current is None or current.id != hit.section.id:
        go_to_section(live, hit.section.id)
    if hit.entry is None:
        return
    if live.capture.editing is not None:
        # The log's keys would change entries under the one in the capture line.
        live.log.view.bring_into_sight(hit.entry.id)
    else:
        live.log.view.focus()
        live.log.view.selected = hit.entry.id
