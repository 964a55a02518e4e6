"""Scenes of the preview of the notes."""

from __future__ import annotations

from pathlib import Path

from tests.pictures.meetings import AT, EARLIER, LIBRARIES, OPEN_WORK, hall, live
from tests.pictures.scene import NARROW, SIZES, Scene, Stage, Steps
from tui.demo import key_sample


def _whole(folder: Path) -> Path:
    """Key the sample meeting in to its end."""
    key_sample(folder, EARLIER, at=AT)
    return key_sample(folder, LIBRARIES, at=AT, after=EARLIER)


_SAMPLE = live(_whole)
_RESTRICTED = live(hall(*OPEN_WORK, "%+The lowest price was 1,200.", "+It came from [[a cousin]] of the clerk."))


def _previewing(*keys: str) -> Steps:
    """Give the steps to the preview and on from there, each key after what the one before it had rendered."""

    async def steps(stage: Stage) -> None:
        for key in ("f9", *keys):
            await stage.press(key)
            await stage.app.workers.wait_for_complete()
            await stage.press()

    return steps


async def _found(stage: Stage) -> None:
    await _previewing("/")(stage)
    await stage.write("timetable")


async def _writing(stage: Stage) -> None:
    await _previewing("w")(stage)
    await stage.press("ctrl+u")
    await stage.write("march.txt")


SCENES: tuple[Scene, ...] = (
    Scene(
        name="preview",
        why="The finished notes beside the choice of style, format and version; the keys stand at the foot.",
        shows="Monthly Assurance Meeting March 2024",
        opens=_SAMPLE,
        steps=_previewing(),
        sizes=(*SIZES, NARROW),
        in_docs=True,
    ),
    Scene(
        name="preview-findings",
        why="The same meeting in another house layout, further down: a line is chosen.",
        shows="› formal",
        opens=_SAMPLE,
        steps=_previewing(*["right"] * 6, "pagedown", "pagedown", "down", "down"),
    ),
    Scene(
        name="preview-found",
        why="Words being searched stand out, and it is said how many lines have them.",
        shows="1 of 2",
        opens=_SAMPLE,
        steps=_found,
        sizes=(*SIZES, NARROW),
    ),
    Scene(
        name="preview-internal",
        why="The internal version of a meeting with restricted words: it says what it is.",
        shows="› internal",
        opens=_RESTRICTED,
        steps=_previewing("v"),
    ),
    Scene(
        name="preview-docx",
        why="A Word file is shown by its words; a key writes the file itself.",
        shows="w writes the docx file",
        opens=_SAMPLE,
        steps=_previewing("shift+tab"),
    ),
    Scene(
        name="preview-writing",
        why="The file that the notes are to be written to is asked for.",
        shows="write to",
        opens=_SAMPLE,
        steps=_writing,
    ),
    Scene(
        name="preview-plain",
        why="Without colours: the choices and the chosen line are told by signs.",
        shows="› public",
        opens=_SAMPLE,
        steps=_previewing("tab", "pagedown", "pagedown"),
        colours=False,
        sizes=((80, 24),),
    ),
)
