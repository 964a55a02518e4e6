"""Changing what was captured: the entries chosen in the log, one or several at once, and the one captured last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual import work

from tui.keys.needs import LAST_ENTRY
from tui.meeting.capture.capture import Outcome, edit
from tui.meeting.capture.dividing import add_after, join_entries, split
from tui.meeting.capture.editing import (
    convert_entries,
    delete_entries,
    last_captured,
    mark_last,
    move_by,
    move_to_section,
    toggle_restricted,
)
from tui.meeting.capture.entry_fields import FIELDS, Field
from tui.meeting.decisions.keyed_votes import set_votes
from tui.meeting.history.journal import Journal
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.outline.labels import name_entries, shortened
from tui.screens.live.navigation import leave_log
from tui.screens.live.parts import Parts
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.bindings import Handlers
from tui.widgets.live.capture_pane import EDITING, Doing
from tui.widgets.live.section_names import name_of_section

Ids = tuple[int, ...]


def change_of_entry(journal: Journal, doing: Doing, at_letter: int) -> Callable[[int, str, datetime], Outcome]:
    """Return what Enter does with the entry that has the line, whose cursor is at a letter."""
    match doing:
        case "edit":
            return lambda entry, line, at: edit(journal, entry, line, at)
        case "split":
            return lambda entry, line, at: split(journal, entry, line, at_letter, at)
        case "add":
            return lambda entry, line, at: add_after(journal, entry, line, at)


# The entries chosen in the log.


def convert(live: Parts, kind: Kind) -> None:
    """Make the chosen entries another kind, their words kept."""
    screen = live.screen
    _change(
        screen,
        live.log.view.chosen,
        kind.value,
        lambda meeting, ids: convert_entries(meeting, ids, kind),
        lambda ids, named: f"{named} → {name_entries(screen.meeting, ids) if len(ids) == 1 else kind}",
    )


def delete(live: Parts) -> None:
    """Take the chosen entries out; undo brings them back."""
    screen, ids = live.screen, live.log.view.chosen
    words = f" “{shortened(screen.meeting.entry(ids[0]).text)}”" if len(ids) == 1 else ""
    undo = screen.key_of("undo")
    _change(screen, ids, "delete", delete_entries, lambda _, named: f"deleted {named}{words}; {undo} undoes it")


def move(live: Parts, by: int) -> None:
    """Move the chosen entries one place down or up in their section."""
    screen = live.screen
    _change(
        screen,
        live.log.view.chosen,
        "move",
        lambda meeting, ids: move_by(meeting, ids, by),
        lambda _, named: f"moved {named} {'down' if by > 0 else 'up'}",
    )


def move_elsewhere(live: Parts) -> None:
    """Ask for a section and move the chosen entries to its end."""
    if ids := live.log.view.chosen:
        _move_elsewhere(live.screen, ids)


@work
async def _move_elsewhere(screen: OpenedScreen, ids: Ids) -> None:
    from tui.screens.dialogs.go_to import GoTo

    section = await screen.app.push_screen_wait(GoTo(screen.meeting, "Move to a section", "Enter moves it there"))
    if section is not None:
        where = name_of_section(screen.meeting.section(section))
        _change(
            screen,
            ids,
            "move",
            lambda meeting, chosen: move_to_section(meeting, chosen, section),
            lambda _, named: f"moved {named} to {where}",
        )


def restrict(screen: OpenedScreen, ids: Ids) -> None:
    """Restrict entries, or lift that where all of them are."""

    def said(ids: Ids, _: str) -> str:
        restricted = screen.meeting.entry(ids[0]).restricted
        return f"{name_entries(screen.meeting, ids)}: {'restricted' if restricted else 'no longer restricted'}"

    _change(screen, ids, "restricted", toggle_restricted, said)


def ask(live: Parts, field: Field) -> None:
    """Ask for the speakers, owners or due of the chosen entries."""
    if ids := live.log.view.chosen:
        live.capture.ask(field, ids, live.log.view)


def ask_votes(live: Parts) -> None:
    """Ask who voted how on the selected decision."""
    selected = live.log.view.selected
    if selected is not None:
        _ask_votes(live, live.screen.meeting.entry(selected))


def ask_last_votes(live: Parts) -> None:
    """Ask who voted how on the entry captured last."""
    live.capture.stop_asking()
    if (last := _last(live)) is not None:
        _ask_votes(live, last)


def _ask_votes(live: Parts, entry: Entry) -> None:
    if entry.decision is None:
        live.capture.say("only a decision is voted on")
    else:
        _key_votes(live.screen, entry)


@work
async def _key_votes(screen: OpenedScreen, entry: Entry) -> None:
    from tui.screens.dialogs.votes import Votes

    keyed = await screen.app.push_screen_wait(Votes(screen.meeting, entry))
    if keyed is not None:
        _change(
            screen,
            (entry.id,),
            "votes",
            lambda meeting, _: set_votes(meeting, entry.id, keyed.votes, keyed.others),
            lambda _, named: f"{named}: “{screen.meeting.entry(entry.id).text[-60:]}”",
        )


def edit_selected(live: Parts) -> None:
    """Take the selected entry into the capture line, its words as they were."""
    if (selected := live.log.view.selected) is not None:
        live.capture.edit_entry(live.screen.meeting.entry(selected))


def split_selected(live: Parts) -> None:
    """Take the selected entry into the capture line, to be split where the cursor is put."""
    if (selected := live.log.view.selected) is not None:
        live.capture.edit_entry(live.screen.meeting.entry(selected), split=True)


def add_after_selected(live: Parts) -> None:
    """Have the next line stored after the selected entry."""
    if (selected := live.log.view.selected) is not None:
        live.capture.add_after(live.screen.meeting.entry(selected))


def join_chosen(live: Parts) -> None:
    """Join the selected entry to the one before it; several that are marked, to the first of them."""
    screen = live.screen
    undo = screen.key_of("undo")
    _change(
        screen,
        live.log.view.chosen,
        "join",
        join_entries,
        lambda _, named: f"joined {named}; {undo} undoes it",
    )


def _change(
    screen: OpenedScreen,
    ids: Ids,
    what: str,
    change: Callable[[Meeting, Ids], Meeting],
    said: Callable[[Ids, str], str],
) -> None:
    """Change entries, if there are any; say it with what they were called before."""
    if ids:
        named = name_entries(screen.meeting, ids)
        screen.change_entries(what, lambda meeting: change(meeting, ids), lambda: said(ids, named))


# The entry captured last, from the capture line.


def ask_what_last_is(live: Parts) -> None:
    """Wait for the key that says what the entry captured last is, and show the keys there are."""
    if (last := _last(live)) is not None:
        screen = live.screen
        commands = screen.program.keymap.commands_of("last")
        live.capture.ask_what(last, commands, narrow=screen.has_class("-narrow"), wide=screen.has_class("-wide"))


def convert_last(live: Parts, kind: Kind) -> None:
    """Make the entry captured last another kind."""
    live.capture.stop_asking()
    screen = live.screen
    if (last := _last(live)) is not None:
        _change(
            screen,
            (last.id,),
            kind.value,
            lambda meeting, _: mark_last(meeting, kind),
            lambda ids, named: f"{named} → {name_entries(screen.meeting, ids)}: “{shortened(last.text)}”",
        )


def ask_last(live: Parts, field: Field) -> None:
    """Ask for the speakers, owners or due of the entry captured last."""
    if (last := _last(live)) is not None:
        live.capture.ask(field, (last.id,), live.capture.line)


def edit_last(live: Parts) -> None:
    """Take the entry captured last into the capture line; what was being typed comes back after it."""
    live.capture.stop_asking()
    if (last := _last(live)) is not None:
        live.capture.edit_entry(last)


def split_last(live: Parts) -> None:
    """Take the entry captured last into the capture line, to be split where the cursor is put."""
    live.capture.stop_asking()
    if (last := _last(live)) is not None:
        live.capture.edit_entry(last, split=True)


def restrict_last(live: Parts) -> None:
    """Restrict the entry captured last, or lift that."""
    live.capture.stop_asking()
    if (last := _last(live)) is not None:
        restrict(live.screen, (last.id,))


def _last(live: Parts) -> Entry | None:
    last = last_captured(live.screen.meeting)
    if last is None:
        live.capture.say(LAST_ENTRY.words)
    elif live.capture.editing is not None:
        live.capture.say(EDITING)
        return None
    return last


def leave_question(live: Parts) -> None:
    """Leave everything as it was."""
    live.capture.stop_asking()
    live.capture.show_line()


ENTRY_HANDLERS: Handlers[Parts] = {
    "mark-last": ask_what_last_is,
    **{f"last-convert-last-{kind}": partial(convert_last, kind=kind) for kind in Kind},
    **{f"last-ask-last-{field}": partial(ask_last, field=field) for field in FIELDS},
    "last-ask-last-votes": ask_last_votes,
    "last-edit-last": edit_last,
    "last-split-last": split_last,
    "last-restrict-last": restrict_last,
    "last-leave-last": leave_question,
    "log-edit": edit_selected,
    "log-split": split_selected,
    "log-join": join_chosen,
    "log-add": add_after_selected,
    "log-back": leave_log,
    "log-delete": delete,
    **{f"log-ask-{field}": partial(ask, field=field) for field in FIELDS},
    "log-ask-votes": ask_votes,
    "log-restrict": lambda live: restrict(live.screen, live.log.view.chosen),
    "log-move-elsewhere": move_elsewhere,
    "log-move-entries-down": partial(move, by=1),
    "log-move-entries-up": partial(move, by=-1),
    **{f"log-convert-{kind}": partial(convert, kind=kind) for kind in Kind},
}
