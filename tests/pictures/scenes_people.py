"""Scenes of the list of people."""

from __future__ import annotations

from tests.pictures.meetings import HALL, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing

_HALL = live(hall("/start", "/next"))
_CROWD = HALL.replace(
    "## Apologies",
    "\n".join(f"- Rowan Vale{number:02}, Member for ward {number}" for number in range(30)) + "\n\n## Apologies",
)


async def _nobody(stage: Stage) -> None:
    await stage.press("f7")
    await stage.write("42")
    await stage.press("enter")


async def _newcomer(stage: Stage) -> None:
    await stage.press("f7")
    await stage.write("Nell Orme, County Engineer (NO)")


async def _left(stage: Stage) -> None:
    await stage.press("f7", *"joan", "f6", "enter")


async def _right(stage: Stage) -> None:
    await stage.press("f7", *"joan", "ctrl+e", "home")
    await stage.write("Dr ")


async def _day(stage: Stage) -> None:
    await stage.press("ctrl+circumflex_accent", "down", "enter", "ctrl+a", "ctrl+k")
    await stage.write("Wednesday 3 April")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="details",
        why="Every line of the head and every person, to be put right.",
        shows="All here can be put right",
        steps=pressing("ctrl+circumflex_accent"),
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="details-day",
        why="Another day is being typed, and what it comes to stands beside it.",
        shows="Wednesday 3 April 2024",
        steps=_day,
        opens=_HALL,
    ),
    Scene(
        name="people-right",
        why="A name is put right.",
        shows="Enter puts it right",
        steps=_right,
        opens=_HALL,
    ),
    Scene(
        name="people",
        why="Everybody of the meeting, group by group, with who is here and how many are needed.",
        shows="quorum 3",
        steps=pressing("f7"),
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="people-found",
        why="A few letters choose somebody, and the line below says what Enter will do.",
        shows="Enter: Dr Felicity Amory left now",
        steps=pressing("f7", "o", "t", "f3", "enter", "f", "e"),
        in_docs=True,
    ),
    Scene(
        name="people-new",
        why="Words that fit nobody are a new person, with capacity and abbreviation.",
        shows="Nell Orme",
        steps=_newcomer,
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="people-nobody",
        why="A number is nobody's name.",
        shows="“42” is nobody's name",
        steps=_nobody,
        opens=_HALL,
    ),
    Scene(
        name="people-left",
        why="Somebody left, which is said in the words of the notes; there are too few for a quorum now.",
        shows="not quorate",
        steps=_left,
        opens=_HALL,
    ),
    Scene(
        name="people-crowd",
        why="More people than there are rows: the list scrolls to the one chosen.",
        shows="Rowan Vale07",
        steps=pressing("f7", "pagedown", "pagedown"),
        opens=live(hall(agenda=_CROWD)),
    ),
    Scene(
        name="people-help",
        why="The keys of the list of people.",
        shows="In the list of people",
        steps=pressing("f7", "f1"),
        opens=_HALL,
    ),
)
