"""Scenes of the live screen while lines are typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.app import App

from tests.pictures.meetings import OPEN_WORK, Opens, demo_in, hall, libraries_in, live, on_a_full_disk
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tui.config.settings import Settings

_TYPED = '!Change the code on both gates @"Site team" ^Friday'
_LONG = (
    "+The surveyor went through his report page by page, began with the tower, which is sound, went on to the nave, "
    "where two trusses have moved since 2019, and ended with the porch, whose foundations nobody has ever seen"
)
_NEEDLESS = 'color = "beige" is not a colour scheme; dark, light and contrast are'


@contextmanager
def _damaged(folder: Path, settings: Settings) -> Iterator[App[Any]]:
    """Open a meeting whose file was cut short."""
    path = hall(*OPEN_WORK)(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 40])
    with live(lambda _: path)(folder, settings) as app:
        yield app


@contextmanager
def _bad_settings(folder: Path, settings: Settings) -> Iterator[App[Any]]:
    """Open a meeting with settings that are wrong in one place."""
    with live(libraries_in)(folder, replace(settings, problems=(_NEEDLESS,))) as app:
        yield app


_ONE_ITEM = "# Committee\n\nDate: 26 March 2024\n\n## Agenda\n- Whatever comes up\n"

_HALL: Opens = live(hall(*OPEN_WORK))


async def _typing(stage: Stage) -> None:
    await stage.write(_TYPED)


async def _completing(stage: Stage) -> None:
    await stage.write("Volunteers op")


async def _long_line(stage: Stage) -> None:
    await stage.write(_LONG)


async def _refused(stage: Stage) -> None:
    await stage.enter("/go the weather")


async def _leaving(stage: Stage) -> None:
    await stage.press("ctrl+n")


async def _storing(stage: Stage) -> None:
    await stage.enter("The porch was not looked at.")


async def _correcting(stage: Stage) -> None:
    await stage.enter("s/two winters/three winters/")


async def _undone_elsewhere(stage: Stage) -> None:
    await stage.press("ctrl+n", "ctrl+n", "ctrl+z")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="live",
        why="An action is being typed; the line below says what it will be stored as.",
        shows="Site team · due 14 June 2024",
        opens=live(demo_in),
        steps=_typing,
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="first-run",
        why="Somebody who has never run the program is told in six lines how to capture.",
        shows="Type what is said",
        opens=live(hall()),
        sizes=(*SIZES, NARROW),
        newcomer=True,
    ),
    Scene(
        name="one-item",
        why="A meeting needs no more than a title and one item.",
        shows="Whatever comes up",
        opens=live(hall(agenda=_ONE_ITEM)),
    ),
    Scene(
        name="every-kind",
        why="A section holds every kind of entry, with what is open, restricted or missed in it.",
        shows="heading",
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="completing",
        why="What may follow is offered behind the cursor.",
        shows="Volunteers open the two smallest branche",
        steps=_completing,
    ),
    Scene(
        name="long-line",
        why="A line longer than the screen is wide stands whole.",
        shows="2019, and ended with the porch",
        steps=_long_line,
        opens=_HALL,
    ),
    Scene(
        name="refused",
        why="A command that cannot apply stays in the line, with the reason.",
        shows="no section has the number or words",
        steps=_refused,
    ),
    Scene(
        name="leaving",
        why="A section was left with much open in it: the line below says what, and the agenda keeps the sign.",
        shows="1 question unanswered",
        steps=_leaving,
        opens=_HALL,
    ),
    Scene(
        name="stored",
        why="A line was stored, and the top line says when.",
        shows="saved 11:05:08",
        steps=_storing,
        opens=_HALL,
    ),
    Scene(
        name="corrected",
        why="A correction says which entry it changed.",
        shows="response corrected",
        steps=_correcting,
        opens=_HALL,
    ),
    Scene(
        name="undone-elsewhere",
        why="An undo was of another section than the current one, which the log shows and says.",
        shows="Looking at 2. The roof",
        steps=_undone_elsewhere,
        opens=_HALL,
    ),
    Scene(
        name="not-saved",
        why="The disk is full: the top line says so for as long as it is.",
        shows="the disk is full",
        steps=_storing,
        opens=on_a_full_disk(hall(*OPEN_WORK)),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="recovered",
        why="A damaged file was recovered, and what came back of it is said.",
        shows="13 entries were recovered",
        opens=_damaged,
    ),
    Scene(
        name="bad-settings",
        why="What is wrong with the settings is said and the rest holds.",
        shows='"beige" is not a colour scheme',
        opens=_bad_settings,
    ),
    Scene(
        name="section-keys",
        why="At the last section there is no next one, and the key for it is shown as not available.",
        shows="Ctrl+N Next",
        steps=pressing("ctrl+g", "5", "enter"),
        opens=_HALL,
    ),
)
