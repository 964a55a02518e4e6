"""Working on the agenda: adding, moving, naming, passing over and restricting its sections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import work

from tui.meeting.capture.capture import Outcome
from tui.meeting.checking.section_standing import section_standing
from tui.meeting.history.journal import Journal, commit
from tui.meeting.model import Meeting, Section, SectionState
from tui.meeting.outline.reordering import MOVES, insert_section, pass_over_section, restrict_section, retitle_section
from tui.screens.live.navigation import go_to_chosen
from tui.screens.live.parts import Parts
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.bindings import Handlers
from tui.widgets.live.agenda_chooser import AgendaChooser
from tui.widgets.live.section_names import heading_of, name_of_section


def section_words(journal: Journal, section: Section | None, at: datetime) -> str:
    """Say how a section stands: name, state, minutes and what is open in it."""
    if section is None:
        return "the agenda has no sections; a adds one"
    return " · ".join((name_of_section(section), *section_standing(journal, section, at)))


def change_chosen(what: str, change: Callable[[Meeting, int], Meeting]) -> Callable[[Parts], None]:
    """Return a command that changes the chosen section; the meeting stays where it is, and undo takes it back."""

    def carry_out(live: Parts) -> None:
        if (section := live.agenda.chosen) is not None:
            _change(live.screen, what, lambda meeting: change(meeting, section.id))

    return carry_out


def add_section(live: Parts, *, below: bool = False) -> None:
    """Ask for a heading and add a section after the chosen one, or below it."""
    _add_section(live.screen, live.agenda, below=below)


@work
async def _add_section(screen: OpenedScreen, agenda: AgendaChooser, *, below: bool) -> None:
    from tui.screens.dialogs.heading import AskHeading

    beside = agenda.chosen
    where = f" {'below' if below else 'after'} {name_of_section(beside)}" if beside else ""
    words = await screen.app.push_screen_wait(AskHeading(f"A new section{where}"))
    if words is None:
        return
    new: list[int] = []

    def insert(meeting: Meeting) -> Meeting:
        changed, section_id = insert_section(meeting, beside.id if beside else None, words, below=below)
        new.append(section_id)
        return changed

    if _change(screen, "/subsection" if below else "/section", insert):
        agenda.pick(new[-1])


def rename_section(live: Parts) -> None:
    """Ask for another number and heading of the chosen section."""
    _rename_section(live.screen, live.agenda)


@work
async def _rename_section(screen: OpenedScreen, agenda: AgendaChooser) -> None:
    from tui.screens.dialogs.heading import AskHeading

    section = agenda.chosen
    if section is None:
        return
    was = f"{section.number} {section.heading}".strip()
    words = await screen.app.push_screen_wait(AskHeading(f"Another heading for {heading_of(section)}", was))
    if words is not None and words != was:
        _change(screen, "/rename", lambda meeting: retitle_section(meeting, section.id, words))


def _change(screen: OpenedScreen, what: str, change: Callable[[Meeting], Meeting]) -> bool:
    return screen.change(
        lambda: Outcome(journal=commit(screen.journal, change(screen.meeting), what, screen.now()), message=what)
    )


AGENDA_HANDLERS: Handlers[Parts] = {
    "to-agenda": lambda live: live.agenda.focus(),
    "agenda-go-there": go_to_chosen,
    "agenda-leave-agenda": lambda live: live.capture.line.focus(),
    "agenda-add-section": add_section,
    "agenda-add-subsection": lambda live: add_section(live, below=True),
    "agenda-rename-section": rename_section,
    **{f"agenda-move-section-{way}": change_chosen(f"/move {way}", move) for way, move in MOVES.items()},
    "agenda-defer-section": change_chosen("/defer", partial(pass_over_section, state=SectionState.DEFERRED)),
    "agenda-skip-section": change_chosen("/skip", partial(pass_over_section, state=SectionState.SKIPPED)),
    "agenda-restrict-section": change_chosen("/restrict", restrict_section),
    "agenda-undo-change": lambda live: live.enter_command("/undo"),
    "agenda-redo-change": lambda live: live.enter_command("/redo"),
}
