"""Scenes of the chair's review."""

from __future__ import annotations

from pathlib import Path

from tests.pictures.meetings import AT, EARLIER, LIBRARIES, OPEN_WORK, hall, live, on_a_full_disk
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tui.demo import key_sample


def _whole(folder: Path) -> Path:
    """Key the sample meeting in to its end."""
    key_sample(folder, EARLIER, at=AT)
    return key_sample(folder, LIBRARIES, at=AT, after=EARLIER)


_SAMPLE = live(_whole)
_HALL = live(hall(*OPEN_WORK, "/next", "!All to tell JP which evenings they need by Friday"))


async def _at_the_end(stage: Stage) -> None:
    await stage.press("f8", "enter", "enter", "x", "enter", "o")
    await stage.write("joan")
    await stage.press("enter", "enter", "enter")


async def _asked(stage: Stage) -> None:
    await stage.press("f8", "enter", "enter", "o")
    await stage.write("al")


async def _due(stage: Stage) -> None:
    await stage.press("f8", "enter", "enter", "u")
    await stage.write("f")


async def _new(stage: Stage) -> None:
    await stage.press("f8", "enter", "a")
    await stage.write("JP to thank the volunteers by Friday")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="review-list",
        why="All the actions before the walk, by section: what each lacks stands in its row.",
        shows="no date",
        opens=_SAMPLE,
        steps=pressing("f8"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="review-by-owner",
        why="The same by owner: what nobody is named for comes first.",
        shows="by owner",
        opens=_SAMPLE,
        steps=pressing("f8", "g", "down", "down"),
    ),
    Scene(
        name="review",
        why="One action to be read aloud: its words stand out, then whose it is, when it is due, where it arose.",
        shows="A1 6 of 6",
        opens=_SAMPLE,
        steps=pressing("f8", "g", "g", "end", "enter"),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="review-brought-forward",
        why="An action brought forward, with the meeting that it comes from and what was heard of it.",
        shows="From Monthly Assurance Meeting February 2024",
        opens=_SAMPLE,
        steps=pressing("f8", "home", "enter"),
    ),
    Scene(
        name="review-nobody",
        why="An action that lacks an owner and a date, which is said in plain words.",
        shows="! nobody is named",
        opens=_HALL,
        steps=pressing("f8", "enter", "enter"),
        sizes=(*SIZES, (40, 16)),
    ),
    Scene(
        name="review-owner",
        why="The owner asked for: two letters, and whom they mean.",
        shows="owners al",
        opens=_HALL,
        steps=_asked,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="review-due",
        why="The due asked for: one letter, and the date it comes to.",
        shows="Friday Fri 29 Mar 2024",
        opens=_HALL,
        steps=_due,
    ),
    Scene(
        name="review-words",
        why="The words of an action being edited, below the action.",
        shows="words AR to ask three roofers for",
        opens=_HALL,
        steps=pressing("f8", "enter", "e"),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="review-split",
        why="An action about to be split where the cursor stands.",
        shows="Enter splits it at the cursor",
        opens=_HALL,
        steps=pressing("f8", "enter", "S"),
        sizes=((80, 24),),
    ),
    Scene(
        name="review-new",
        why="Another action being typed, which will stand after the one read out.",
        shows="new action",
        opens=_HALL,
        steps=_new,
        sizes=((80, 24),),
    ),
    Scene(
        name="review-struck",
        why="An action that was struck, as b shows it again: the verdict stands at the right.",
        shows="× struck",
        opens=_HALL,
        steps=pressing("f8", "enter", "x"),
    ),
    Scene(
        name="review-end",
        why="The end of the walk: how many were agreed and struck, and what is still without an owner or a date.",
        shows="3 agreed, 1 struck,",
        opens=_HALL,
        steps=_at_the_end,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="review-unsaved",
        why="The disk refuses what the chair agrees: the top line says so here too.",
        shows="NOT SAVED",
        opens=on_a_full_disk(hall(*OPEN_WORK)),
        steps=pressing("f8", "enter", "enter"),
    ),
    Scene(
        name="review-plain",
        why="Without colours: the one chosen, the verdicts and what lacks are told by signs and words.",
        shows="✓ agreed",
        opens=_HALL,
        steps=pressing("f8", "enter", "enter", "escape"),
        colours=False,
        sizes=((80, 24),),
    ),
)
