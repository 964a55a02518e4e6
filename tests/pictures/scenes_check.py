"""Scenes of the check before the notes go out."""

from __future__ import annotations

from dataclasses import replace

from tests.pictures.meetings import OPEN_WORK, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing

_KEY = "ctrl+right_square_bracket"
_TOLD = (
    *OPEN_WORK,
    "/next",
    ">IM: the scaffolding will go up today, and won't come down before June",
    "SO: the key to the loft is with the LHA, who don't lend it",
    "+The Listed Halls Association (LHA) will be written to.",
)
_ALL_TAKEN = ("Said.", *("/next", "Nothing was said.") * 6)


async def _waiving(stage: Stage) -> None:
    await stage.press(_KEY, "down", "w")
    await stage.write("he answers by letter")


async def _waived(stage: Stage) -> None:
    await _waiving(stage)
    await stage.press("enter", "v", "end")


async def _typing(stage: Stage) -> None:
    await stage.write("!SO to bring the key to the ne")
    await stage.press(_KEY)


_STYLE = Scene(
    name="check-style",
    why="Words that the house writes otherwise, with what a key would write in their place.",
    shows="will → would",
    opens=live(hall(*_TOLD)),
    steps=pressing(_KEY, "end"),
    sizes=(*SIZES, NARROW),
)
SCENES: tuple[Scene, ...] = (
    Scene(
        name="check",
        why="What is still open before the notes go out, by kind, the words around it in sight.",
        shows="something was missed here",
        opens=live(hall(*_TOLD)),
        steps=pressing(_KEY),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    _STYLE,
    replace(_STYLE, name="check-style-light", theme="light", sizes=SIZES[1:]),
    replace(_STYLE, name="check-style-contrast", theme="contrast", sizes=SIZES[1:]),
    replace(_STYLE, name="check-style-no-colour", colours=False, sizes=SIZES[1:]),
    Scene(
        name="check-typed",
        why="The line that was being typed is open too, and comes first.",
        shows="Typed and not stored",
        opens=live(hall(*_TOLD)),
        steps=_typing,
        sizes=SIZES[1:],
    ),
    Scene(
        name="check-waiving",
        why="A finding is to be left as it is, and a reason is asked for.",
        shows="reason",
        opens=live(hall(*_TOLD)),
        steps=_waiving,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="check-waived",
        why="What was waived stands at the end, with the reason and the date.",
        shows="waived on 26 March 2024: he answers by letter",
        opens=live(hall(*_TOLD)),
        steps=_waived,
    ),
    Scene(
        name="check-nothing",
        why="Nothing is open, and the screen says so.",
        shows="Nothing is open",
        opens=live(hall(*_ALL_TAKEN)),
        steps=pressing(_KEY),
        sizes=(*SIZES, NARROW),
    ),
)
