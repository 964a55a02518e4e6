"""Each row of the table has one function that carries it out, and each such function has its row."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tui.apps.book import BookApp
from tui.keys.keymap import COMMANDS
from tui.screens.book.book import BookScreen
from tui.screens.book.importing import ImportScreen
from tui.screens.book.other_registers import OtherRegistersScreen
from tui.screens.book.register import RegisterScreen
from tui.screens.command_screen import CommandScreen
from tui.screens.details.details import DetailsScreen
from tui.screens.dialogs.people import People
from tui.screens.follow import FollowScreen
from tui.screens.live.live import LiveScreen
from tui.screens.reading.page import PageScreen
from tui.screens.reading.reading import ReadingScreen
from tui.screens.review.check import CheckScreen
from tui.screens.review.preview import PreviewScreen
from tui.screens.review.review import ReviewScreen
from tui.widgets.bindings import CommandPart

SCREENS = (
    LiveScreen,
    DetailsScreen,
    ReviewScreen,
    CheckScreen,
    PreviewScreen,
    BookScreen,
    RegisterScreen,
    OtherRegistersScreen,
    ImportScreen,
    FollowScreen,
    PageScreen,
    ReadingScreen,
)
SHARED: set[str] = set()
"""What can be done on more than one screen."""


def test_each_command_has_one_function_and_each_function_its_command() -> None:
    owners: tuple[type[BookApp | People | CommandScreen[Any] | CommandPart], ...] = (
        BookApp,
        People,
        *SCREENS,
        *CommandPart.__subclasses__(),
    )
    carried_out = Counter(command for owner in owners for command in owner.HANDLERS)
    assert carried_out.keys() == {command.id for command in COMMANDS}
    assert {command for command, count in carried_out.items() if count > 1} == SHARED


def test_no_screen_is_made_of_more_than_three_classes_of_ours() -> None:
    for screen in SCREENS:
        assert len([one for one in screen.__mro__ if one.__module__.startswith("tui.")]) <= 3
