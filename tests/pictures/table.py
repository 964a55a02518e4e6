"""The one table of scenes.

To add a screen, or a state of one: append a `Scene` to the table of its part below, or make a new `scenes_….py` and
name it here. `steps` presses the keys that lead there; `opens` gives the app where it is not the live screen on the
sample meeting (`meetings.py` shows how one is made). Then `python -m tests.pictures NAME` writes the pictures into
`held`; look at each before it is committed. `in_docs` puts them into `docs/pictures` too.
"""

from __future__ import annotations

from tests.pictures import (
    scenes_agenda,
    scenes_book,
    scenes_check,
    scenes_dialogs,
    scenes_follow,
    scenes_live,
    scenes_log,
    scenes_looks,
    scenes_people,
    scenes_preview,
    scenes_reading,
    scenes_review,
    scenes_signing_off,
)
from tests.pictures.scene import Scene

SCENES: tuple[Scene, ...] = (
    *scenes_live.SCENES,
    *scenes_log.SCENES,
    *scenes_agenda.SCENES,
    *scenes_people.SCENES,
    *scenes_dialogs.SCENES,
    *scenes_check.SCENES,
    *scenes_book.SCENES,
    *scenes_reading.SCENES,
    *scenes_follow.SCENES,
    *scenes_preview.SCENES,
    *scenes_review.SCENES,
    *scenes_signing_off.SCENES,
    *scenes_looks.SCENES,
)
