"""Scenes of what comes last: approving the notes, sealing and publishing them."""

from __future__ import annotations

from textual.widgets import Static

from tests.pictures.meetings import OPEN_WORK, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage
from tui.screens.dialogs.closing_step import ClosingStep
from tui.screens.dialogs.house_page import HousePage
from tui.screens.dialogs.one_question import OneQuestion

_HALL = live(hall(*OPEN_WORK))


async def _ask(stage: Stage, words: str) -> None:
    await stage.press("ctrl+p", *words, "enter")
    await stage.until(lambda: isinstance(stage.app.screen, OneQuestion))


async def _approving(stage: Stage) -> None:
    await _ask(stage, "approve")


async def _closing(stage: Stage) -> None:
    def at(step: int) -> bool:
        screen = stage.app.screen
        return isinstance(screen, ClosingStep) and str(screen.query_one("#where", Static).render())[0] == str(step)

    await stage.enter("/close")
    await stage.until(lambda: at(1))
    await stage.press("ctrl+n")
    await stage.until(lambda: at(2))


async def _approved(stage: Stage) -> None:
    await _ask(stage, "approve")
    await stage.press("enter")
    await stage.settle()


async def _sealing(stage: Stage) -> None:
    await _approved(stage)
    await _ask(stage, "seal the approved")
    await stage.press("enter")


async def _publishing(stage: Stage) -> None:
    await _ask(stage, "publish")


async def _house(stage: Stage) -> None:
    await stage.press("ctrl+p", *"house", "enter")
    await stage.until(lambda: isinstance(stage.app.screen, HousePage))
    await stage.press("tab", "tab", "enter", "down")
    await stage.write("Riverside Council; The Old School")
    await stage.press("enter", "down", "down")
    await stage.write("html, pfd")
    await stage.press("enter")


async def _published_elsewhere(stage: Stage) -> None:
    await _ask(stage, "publish")
    await stage.press("end", "ctrl+u")
    await stage.write("book")
    await stage.press("enter")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="approve",
        why="Who approves the notes is asked, and the Chair proposed.",
        shows="Who approves these notes?",
        steps=_approving,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="approved",
        why="The notes were approved, and by whom is said.",
        shows="Approved by Dora Finch",
        steps=_approved,
        opens=_HALL,
    ),
    Scene(
        name="closing",
        why="The meeting is closed: one line says where one is on the way to the readers, and each key what it does.",
        shows="Ctrl+N skips it   Esc leaves it for later",
        steps=_closing,
        opens=_HALL,
    ),
    Scene(
        name="seal",
        why="What goes for good is said before approved minutes are sealed, and Enter alone does nothing.",
        shows="type seal; Esc leaves it",
        steps=_sealing,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="publish",
        why="The folder for the public set is asked for.",
        shows="Publish the notes to which",
        steps=_publishing,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="house",
        why="What the house chose for a series is shown and changed on one page; a word that is wrong is said.",
        shows="there is no format 'pfd'",
        steps=_house,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="publish-refused",
        why="A folder that holds other things is not filled.",
        shows="holds other files",
        steps=_published_elsewhere,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
)
