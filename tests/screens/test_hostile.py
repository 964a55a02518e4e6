"""Hostile words go through every screen and everything that opens above one: they stay words, and nothing breaks.

Every scene that a picture is held of is played on a meeting whose file somebody filled with markup, escape sequences,
controls and overrides, and with words that no screen is wide enough for; then such words are pasted into it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.screen import ModalScreen

from tests.pictures import scenes_looks
from tests.pictures.drawing import rows_of
from tests.pictures.meetings import AT, HOLDER
from tests.pictures.scene import Scene, Stage, play
from tests.pictures.table import SCENES
from tui.apps.book import BookApp
from tui.apps.follow import FollowApp
from tui.apps.meeting import MinutebookApp
from tui.book.disk.lock import Holder
from tui.book.folder import Book
from tui.book.writer import WriteResult
from tui.meeting.text.sanitizing import showable
from tui.screens.dialogs.heading import AskHeading
from tui.screens.dialogs.help import KeysHelp
from tui.screens.dialogs.palette import CommandPalette
from tui.screens.dialogs.save_elsewhere import SaveElsewhere, Unsaved
from tui.screens.live.live import LiveScreen
from tui.screens.opened_screen import Written
from tui.widgets.lists.palette_list import Offer

MARKUP = "[/] [bold]x[/bold] [@click=app.bell]y[/] $text {x!r} %s"
CONTROLS = "\x1b]0;x\x07 \x1b[31m \x9b31m \x00 \x7f \x85 \u2028 \u202eabc\u202c \u2066d \u200b \ufeff \U000e0041"
HOSTILE = f"{MARKUP} {CONTROLS}"
SURROGATES = "\ud800 \udfff"
ENDLESS = (
    "W" * 10_000,
    "漢字" * 5_000,
    "e\u0301\u0327" * 4_000,
    "\u0301" * 3_000,
    "👩\u200d🚀" * 2_000,
    "\u05d0" * 10_000,
)
LIVE = SCENES[0]
SCREENS = [scene for scene in SCENES if scene not in scenes_looks.SCENES]
NAMES = {scene.name.partition("-")[0]: scene.name for scene in reversed(SCREENS)}
FIRST = [scene for scene in SCREENS if scene.name in NAMES.values()][::4]
EACH = [pytest.param(scene, marks=() if scene in FIRST else pytest.mark.long) for scene in SCREENS]
"""Each scene; every fourth screen, and those that show another side of one, stand in the long run alone."""


def spoil(folder: Path, words: str, short: str) -> None:
    """Put words before each text of every meeting in a folder, and a few behind what abbreviates a name; once.

    The actions of finished minutes that are imported have them too.

    Words of 10,000 letters stand in the first row and the last of each table alone.
    """
    for file in folder.glob("*.json"):
        written = file.read_text(encoding="utf-8")
        try:
            tables: dict[str, dict[str, dict[str, Any]]] = json.loads(written)
        except json.JSONDecodeError:
            file.write_text(
                _TEXTS.sub(lambda found: f"{found[0]}{json.dumps(words)[1:-1]} ", written), encoding="utf-8"
            )
            continue
        if not any(str(row.get("title")).startswith(words) for row in tables["meeting"].values()):
            for name, spoil_row in _SPOILING.items():
                rows = list(tables[name].values())
                for row in rows if len(words) < 1_000 else rows[:: max(1, len(rows) - 1)]:
                    spoil_row(row, words, short)
            file.write_text(json.dumps(tables), encoding="utf-8")
    # With the controls that a text has none of it would be refused, which other tests hold.
    within = re.sub(r"[\x00-\x1a\x1c-\x1f\x7f-\x9f]", "", words)
    for paper in (folder.parent / "old").glob("*.txt"):
        if within not in (told := paper.read_text(encoding="utf-8")):
            paper.write_text(told.replace("Action: ", f"Action: {within} "), encoding="utf-8")


def _spoil_meeting(row: dict[str, Any], words: str, _: str) -> None:
    _before(words, row, "title", "venue", "chair")


def _spoil_person(row: dict[str, Any], words: str, short: str) -> None:
    _before(words, row, "name", "capacity")
    row["abbreviation"] = f"{row['abbreviation']}{short}" if row.get("abbreviation") else ""


def _spoil_section(row: dict[str, Any], words: str, short: str) -> None:
    _before(words, row, "heading", "presenter")
    row["number"] = f"{row['number']}{short}" if row.get("number") else ""


def _spoil_entry(row: dict[str, Any], words: str, short: str) -> None:
    _before(words, row, "text")
    _behind(short, row, "speakers")
    if row.get("action"):
        _behind(short, row["action"], "owners")


_TEXTS = re.compile(r'"(?:title|name|heading|text)": ?"')
"""Where texts begin in a file that is damaged, so that it can't be read as a whole."""

_SPOILING = {"meeting": _spoil_meeting, "people": _spoil_person, "sections": _spoil_section, "entries": _spoil_entry}


def _before(words: str, row: dict[str, Any], *fields: str) -> None:
    for field in fields:
        if row.get(field):
            row[field] = f"{words} {row[field]}"


def _behind(short: str, row: dict[str, Any], field: str) -> None:
    row[field] = [f"{one}{short}" for one in row.get(field) or ()]


def shown(stage: Stage) -> str:
    """Give what stands on the terminal; nothing that a terminal obeys does, and every row fills it exactly."""
    rows = rows_of(stage.app)
    words = ["".join(run.words for run in row) for row in rows]
    for row in words:
        assert showable(row) == row
        # What joiners join is as wide as the terminal's font makes it, and a row cut after one is counted otherwise.
        assert "\u200d" in row or cell_len(row) == stage.app.size.width
    assert len(rows) == stage.app.size.height
    return "\n".join(words)


async def paste_and_look(stage: Stage, text: str) -> None:
    """Paste words into whatever has the focus, press what a user might, and look each time."""
    await stage.app.on_event(events.Paste(text))
    for key in ("home", "enter", "escape"):
        await stage.press(key)
        shown(stage)


@contextmanager
def hostile_meetings(words: str, short: str) -> Iterator[None]:
    """Spoil every meeting before a screen is opened on it."""
    with ExitStack() as stack:
        for kind in (MinutebookApp, FollowApp, BookApp):
            stack.enter_context(patch.object(kind, "__init__", _after_spoiling(kind.__init__, words, short)))
        yield


def _after_spoiling(begin: Callable[..., None], words: str, short: str) -> Callable[..., None]:
    def begin_spoilt(app: App[Any], shown: Path | Book, *more: Any, **given: Any) -> None:
        spoil(shown.folder if isinstance(shown, Book) else shown.parent, words, short)
        begin(app, shown, *more, **given)

    return begin_spoilt


@pytest.mark.parametrize("scene", EACH, ids=lambda scene: scene.name)
async def test_hostile_words_stay_words(scene: Scene) -> None:
    short = "[/]\x1b[31m\u202e"
    holder = Holder(user=f"ann{HOSTILE}", host=f"desk{HOSTILE}", pid=1, since=HOLDER.since)
    with (
        hostile_meetings(HOSTILE, short),
        patch("tests.pictures.meetings.HOLDER", holder),
    ):
        async with play(scene, (120, 36)) as stage:
            empty = isinstance(stage.app, BookApp) and not stage.app.book.files()
            # The help may leave nothing of the book in sight.
            assert isinstance(stage.app.screen, KeysHelp) or ("[/]" in shown(stage)) != empty
            await paste_and_look(stage, f"{HOSTILE}{SURROGATES}")
            await stage.pilot.resize_terminal(40, 12)
            await stage.pilot.pause()
            shown(stage)


@pytest.mark.long
@pytest.mark.parametrize("scene", SCREENS, ids=lambda scene: scene.name)
async def test_words_that_no_screen_is_wide_enough_for_break_none(scene: Scene) -> None:
    endless = ENDLESS[SCREENS.index(scene) % len(ENDLESS)]
    with hostile_meetings(endless, endless[:20]):
        async with play(scene, (80, 24)) as stage:
            shown(stage)
            await paste_and_look(stage, endless)


@pytest.mark.parametrize(
    "dialog",
    [
        lambda: Unsaved(HOSTILE),
        lambda: SaveElsewhere(Path(HOSTILE.replace("/", "∕").replace("\x00", "") + ".json")),
        lambda: AskHeading(HOSTILE, HOSTILE),
        lambda: CommandPalette([Offer(title=HOSTILE, run=str, reason=HOSTILE, keys=HOSTILE)]),
    ],
    ids=["unsaved", "save elsewhere", "heading", "palette"],
)
async def test_hostile_messages_and_names_of_files_stay_words(dialog: Callable[[], ModalScreen[Any]]) -> None:
    async with play(LIVE, (80, 24)) as stage:
        await stage.app.push_screen(dialog())
        await stage.pilot.pause()
        assert "[bold]x" in shown(stage)
        await paste_and_look(stage, f"{HOSTILE}{SURROGATES}")


async def test_a_hostile_reason_of_the_disk_stays_words() -> None:
    async with play(LIVE, (120, 36)) as stage:
        screen = stage.app.screen
        assert isinstance(screen, LiveScreen)
        result = WriteResult(revision=0, at=AT, path=Path("a.json"), error=HOSTILE)
        screen.post_message(Written(result))
        stage.app.notify(showable(HOSTILE), title="Settings", markup=False)
        await stage.pilot.pause()
        assert shown(stage).count("[bold]x") >= 2
