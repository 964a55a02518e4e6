"""Scenes of what opens above the live screen: palette, help, search, paste, and another place for the file."""

from __future__ import annotations

import shutil

from textual import events
from textual.widgets import Input

from tests.pictures.meetings import AT, OPEN_WORK, hall, libraries_in, live, on_a_full_disk
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tui.apps.meeting import WritingApp
from tui.book.opened import open_meeting
from tui.meeting.capture.capture import enter
from tui.widgets.lists.difference_list import DifferenceList

_PASTED = """From HLA's e-mail of this morning:
• Two relief posts were advertised in February
• One is filled; the other closes on 12 April
?CCL: can the second be filled from the waiting list
!HLA to write to those on the list by Friday
The cost stays within this year's budget.
"""
_HALL = live(hall(*OPEN_WORK))


async def _pasting(stage: Stage) -> None:
    await stage.app.on_event(events.Paste(_PASTED))


async def _pasting_much(stage: Stage) -> None:
    lines = (f"-Row {number} of a table that somebody copied whole" for number in range(2_000))
    await stage.app.on_event(events.Paste("\n".join(lines)))
    await stage.pilot.pause()
    await stage.write("meanwhile")


async def _refused_in_palette(stage: Stage) -> None:
    await stage.press("ctrl+p", *"redo", "enter")


async def _no_such_folder(stage: Stage) -> None:
    await stage.press("ctrl+p", *"folder", "enter")
    await stage.until(lambda: isinstance(stage.app.focused, Input))
    await stage.press("backspace")
    await stage.write("the attic")
    await stage.press("enter")


async def _quitting_unsaved(stage: Stage) -> None:
    await stage.enter("The porch was not looked at.")
    await stage.settle()
    await stage.press("ctrl+q")


async def _comparing_a_copy(stage: Stage) -> None:
    """Key some lines into a conflict copy, some here, and compare."""
    path = stage.app.writing.path if isinstance(stage.app, WritingApp) and stage.app.writing else None
    assert path is not None
    folder = path.with_name("elsewhere")
    folder.mkdir()
    shutil.copy(path, folder / path.name)
    with open_meeting(folder / path.name) as opened:
        for line in (
            "!HLA to ask about the porch",
            "+The boiler is [[to be replaced]].",
            "=Agreed to wait",
        ):
            opened.take(enter(opened.journal, line, AT).journal)
    (folder / path.name).replace(path.with_name(f"{path.stem} (Jane's conflicted copy 2024-03-18).json"))
    await stage.enter("The porch was not looked at.")
    await stage.settle()
    await stage.press("ctrl+p", *"compare", "enter")
    await stage.until(lambda: bool(stage.app.screen.query(DifferenceList)))
    await stage.press("space", "down", "space")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="help",
        why="What a clerk asks first, then the keys of the screen.",
        shows="What a clerk asks",
        steps=pressing("f1"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="join-versions",
        why="Another computer kept the same meeting; what it alone has is compared and taken over.",
        shows="takes over 2",
        steps=_comparing_a_copy,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="help-further",
        why="The keys a page further down.",
        shows="Ctrl+K",
        steps=pressing("f1", "pagedown", "pagedown"),
        sizes=((120, 36),),
    ),
    Scene(
        name="palette",
        why="Every command by its name, with its key.",
        shows="Go to the next section",
        steps=pressing("ctrl+p"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="palette-typed",
        why="A few letters narrow the commands.",
        shows="Undo typing, then the last change",
        steps=pressing("ctrl+p", *"und"),
    ),
    Scene(
        name="palette-refused",
        why="A command that is not available says why.",
        shows="nothing to redo",
        steps=_refused_in_palette,
    ),
    Scene(
        name="search",
        why="Words are found wherever they stand in the meeting.",
        shows="1 of 5",
        steps=pressing("ctrl+f", *"hours"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="search-gaps",
        why="Two question marks list the gaps.",
        shows="and ?? of it is missing",
        steps=pressing("ctrl+f", *"??"),
        opens=_HALL,
    ),
    Scene(
        name="search-nothing",
        why="Nothing holds the words.",
        shows="nothing holds these words",
        steps=pressing("ctrl+f", *"zebra"),
        opens=_HALL,
    ),
    Scene(
        name="paste",
        why="Many lines were pasted, and one question asks what to make of them.",
        shows="You pasted 6 lines",
        steps=_pasting,
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="paste-much",
        why="Two thousand lines are asked about as calmly as six.",
        shows="You pasted 2,000 lines",
        steps=_pasting_much,
    ),
    Scene(
        name="save-elsewhere",
        why="Another folder is asked for, the home folder offered.",
        shows="home/clerk",
        steps=pressing("ctrl+p", *"folder", "enter"),
    ),
    Scene(
        name="save-nowhere",
        why="The folder named does not exist.",
        shows="there is no such folder",
        steps=_no_such_folder,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="unsaved",
        why="Somebody quits while the disk is full, and is told what is lost and the three ways on.",
        shows="lose what is",
        steps=_quitting_unsaved,
        opens=on_a_full_disk(libraries_in),
        sizes=(*SIZES, NARROW),
    ),
)
