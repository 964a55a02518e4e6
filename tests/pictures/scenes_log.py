"""Scenes of the log under the keys: selecting, marking, editing, and the questions in one line."""

from __future__ import annotations

from tests.pictures.meetings import OPEN_WORK, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing

_HALL = live(hall(*OPEN_WORK))
_AN_ACTION = (*OPEN_WORK, "!DF to thank Mr Okoro")


async def _marking(stage: Stage) -> None:
    await stage.press("ctrl+t", "up", "up", "space", "up", "space")


async def _editing(stage: Stage) -> None:
    await stage.write("half a line")
    await stage.press("ctrl+t", *["up"] * 6, "e")


async def _owners_typed(stage: Stage) -> None:
    await stage.press("ctrl+k", "o", "a")


async def _due_typed(stage: Stage) -> None:
    await stage.press("ctrl+k", "u", *"fri")


async def _speakers_unknown(stage: Stage) -> None:
    await stage.press("ctrl+t", *["up"] * 9, "s", *"xyz")


async def _deleted(stage: Stage) -> None:
    await stage.press("ctrl+t", "up", "delete")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="log",
        why="The log has the keys: the entry above the last one is selected.",
        shows="› •",
        steps=pressing("ctrl+t", "up"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="log-marked",
        why="Two entries are marked, to be changed together.",
        shows="2 marked",
        steps=_marking,
        opens=_HALL,
    ),
    Scene(
        name="log-deleted",
        why="An entry was deleted, and the key that brings it back is named.",
        shows="deleted point",
        steps=_deleted,
    ),
    Scene(
        name="editing",
        why="An entry is back in the capture line to be changed; the line typed before waits.",
        shows="✎ action",
        steps=_editing,
        opens=_HALL,
    ),
    Scene(
        name="mark-last",
        why="The next key says what the entry captured last is.",
        shows="?>-+!=~&#",
        steps=pressing("ctrl+k"),
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="speakers",
        why="Who spoke is asked in the line below, with the people of this meeting first.",
        shows="DF, AR, JP",
        steps=pressing("ctrl+k", "s"),
        opens=_HALL,
    ),
    Scene(
        name="speakers-unknown",
        why="Letters that fit nobody here are refused before Enter is pressed.",
        shows="nobody here is known as “xyz”",
        steps=_speakers_unknown,
        opens=_HALL,
    ),
    Scene(
        name="owners",
        why="Whose action it is: nobody yet, and who may be typed.",
        shows="no owner",
        steps=pressing("ctrl+k", "o"),
        opens=live(hall(*OPEN_WORK, "!Write to the mayor")),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="owners-typed",
        why="One letter stands for the first name it fits; the others follow.",
        shows="Aled Rhys",
        steps=_owners_typed,
        opens=live(hall(*_AN_ACTION)),
    ),
    Scene(
        name="due",
        why="When it is due: not said yet, and what may be typed.",
        shows="fri, next meeting",
        steps=pressing("ctrl+k", "u"),
        opens=live(hall(*_AN_ACTION)),
    ),
    Scene(
        name="due-typed",
        why="Three letters stand for a day, and its date is shown.",
        shows="Friday Fri 29 M",
        steps=_due_typed,
        opens=live(hall(*_AN_ACTION)),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="move",
        why="A selected entry is to be moved, and a section is asked for.",
        shows="Move to a section",
        steps=pressing("ctrl+t", "m"),
        opens=_HALL,
    ),
)
