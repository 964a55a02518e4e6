"""Scenes of the agenda at work, and of asking for a heading."""

from __future__ import annotations

from tests.pictures.meetings import OPEN_WORK, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing

_HALL = live(hall(*OPEN_WORK))
_EVERY_STATE = live(
    hall(*OPEN_WORK, "/next", "A word on slates", "/next", "/skip", "/go 5", "%+In private", "/restrict")
)


async def _nameless(stage: Stage) -> None:
    await stage.press("shift+tab", "a", "enter")


async def _passed_over(stage: Stage) -> None:
    await stage.press("shift+tab", "home", "l", "down")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="agenda",
        why="The agenda has the keys: a section was deferred and the next one is chosen.",
        shows="» 3 Keeping the re",
        steps=pressing("shift+tab", "down", "down", "l", "down"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="agenda-states",
        why="Each state a section can be in has a sign of its own.",
        shows="– 2.2 Paying for it",
        steps=_passed_over,
        opens=_EVERY_STATE,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="agenda-rename",
        why="A section is given another heading; the old one stands there to be changed.",
        shows="Another heading for",
        steps=pressing("shift+tab", "down", "r"),
        in_docs=True,
    ),
    Scene(
        name="agenda-add",
        why="A new section is asked for, and the question says where it will stand.",
        shows="A new section after 2. The roof",
        steps=pressing("shift+tab", "a"),
        opens=_HALL,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="agenda-nameless",
        why="A section without a heading is refused.",
        shows="a section needs a heading",
        steps=_nameless,
        opens=_HALL,
    ),
    Scene(
        name="go-to",
        why="A section is found by two letters of its heading.",
        shows="Staff wellbeing",
        steps=pressing("ctrl+g", "s", "t"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="go-to-nowhere",
        why="No section fits what is typed.",
        shows="no section has this number",
        steps=pressing("ctrl+g", *"xyz"),
    ),
    Scene(
        name="over-time",
        why="A section has taken longer than it was given, which is said once and quietly.",
        shows="12/10 min over",
        opens=live(hall(*OPEN_WORK[:2], *OPEN_WORK[3:])),
    ),
)
