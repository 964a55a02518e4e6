"""Scenes of a meeting that is followed: beside the minute-taker, and on a wall."""

from __future__ import annotations

from msgspec.structs import replace

from tests.pictures.meetings import OPEN_WORK, following, hall
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, pressing
from tui.screens.follow import FollowScreen

_HALL = hall(*OPEN_WORK)


async def _writer_gone(stage: Stage) -> None:
    screen = stage.app.screen
    assert isinstance(screen, FollowScreen)
    screen.following.snapshot = replace(screen.snapshot, held=False, holder=None)
    screen.post_message(FollowScreen.Seen())
    await stage.press("down")


async def _refused(stage: Stage) -> None:
    screen = stage.app.screen
    assert isinstance(screen, FollowScreen)
    screen.say("2024-03-26-hall.json: somebody else has the meeting open for writing", refused=True)


SCENES: tuple[Scene, ...] = (
    Scene(
        name="follow",
        why="The chair follows what the minute-taker saves, and is told who writes.",
        shows="ann on desk-3 is writing",
        opens=following(),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="follow-restricted",
        why="Restricted words have a stand-in for whoever follows.",
        shows="[restricted]",
        opens=following(_HALL),
    ),
    Scene(
        name="follow-internal",
        why="Whoever asks sees restricted words.",
        shows="apart from Mr Gray's tenancy",
        opens=following(_HALL, internal=True),
    ),
    Scene(
        name="follow-elsewhere",
        why="The reader looks at another section than the meeting's, and is told the way back.",
        shows="Esc goes back to where",
        steps=pressing("up", "up"),
        opens=following(),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="follow-free",
        why="Nobody writes the meeting, and the key that opens it for writing is named.",
        shows="w opens the meeting for writing",
        opens=following(_HALL, held=False),
    ),
    Scene(
        name="follow-ended",
        why="Whoever wrote has gone.",
        shows="the writer is gone",
        steps=_writer_gone,
        opens=following(_HALL),
    ),
    Scene(
        name="follow-refused",
        why="It could not be opened for writing.",
        shows="somebody else has the meeting open for writing",
        steps=_refused,
        opens=following(_HALL),
    ),
    Scene(
        name="follow-unreadable",
        why="The file cannot be read just now, and what is shown is said to be older.",
        shows="the file cannot be read just now",
        opens=following(_HALL, trouble="unreadable"),
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="follow-gone",
        why="The file is gone.",
        shows="the file is gone",
        opens=following(_HALL, held=False, trouble="gone"),
    ),
    Scene(
        name="follow-help",
        why="The keys while following.",
        shows="While following",
        steps=pressing("f1"),
        opens=following(),
    ),
    Scene(
        name="follow-palette",
        why="The commands while following.",
        shows="Look at the section above",
        steps=pressing("ctrl+p"),
        opens=following(),
    ),
    Scene(
        name="projector",
        why="The current section alone, large, for everybody in the room.",
        shows="Doors that are open",
        opens=following(projector=True),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="projector-every-kind",
        why="Every kind of entry on the wall, without restricted words.",
        shows="[restricted] does not.",
        opens=following(_HALL, projector=True, internal=True),
    ),
    Scene(
        name="projector-unreadable",
        why="The file cannot be read just now, which the wall says at its foot.",
        shows="the file cannot be read just now",
        opens=following(_HALL, trouble="unreadable", projector=True),
    ),
)
