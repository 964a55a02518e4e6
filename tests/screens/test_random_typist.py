"""Whoever types without looking changes nothing that was captured, wherever the keys come out."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests import examples
from tests.screens.live_app import AT, live_app
from tests.screens.typist import SHORTCUTS, Typist, sentence
from tui.apps.book import BookApp
from tui.apps.review import ReviewApp
from tui.book.folder import Book
from tui.meeting.model import Entry
from tui.terminal.ordered_keys import OrderedKeys
from tui.terminal.typed_words import ALONE
from tui.widgets.live.capture_line import CaptureLine

CAPTURED = (
    "?HM: is the chain sound",
    ">TR: it is",
    "-as far as anybody knows",
    "!HM to paint the pier ^Friday",
    "=Agreed the budget; 7 for, 2 against",
    "+The harbour was closed ??",
    "!TR to write to the owners",
)

PLACES: dict[str, tuple[str, ...]] = {
    "line": (),
    "log": ("ctrl+t",),
    "agenda": ("shift+tab",),
    "last": ("ctrl+k",),
    "question": ("ctrl+t", "s"),
    "votes": ("ctrl+t", "up", "up", "v"),
    "palette": ("ctrl+p",),
    "help": ("f1",),
    "people": ("f7",),
    "search": ("ctrl+f",),
    "go to": ("ctrl+g",),
    "review list": ("f8",),
    "review": ("f8", "enter"),
    "review's words": ("f8", "enter", "e"),
    "review's question": ("f8", "enter", "o"),
    "check": ("f10",),
    "preview": ("f9",),
}
"""The places of the live screen and of those above it, and the keys that lead there."""

AT_A_QUESTION = {"question", "review's words", "review's question", "palette", "go to", "people"}
"""Where Enter answers what was asked: what is typed there is meant for it."""

ON_ONE_SCREEN = (
    ("line", "log", "agenda", "last", "question"),
    ("review list", "review", "review's words", "review's question"),
)
"""The places that share a screen, and so its sentences and shortcuts."""

MANY = [
    pytest.param((2_000, 500) if examples.ASKED else (20, 60), marks=pytest.mark.long, id="many"),
    pytest.param((2, 5), id="few"),
]
"""How many sentences and shortcuts are tried: with MINUTEBOOK_EXAMPLES 2,000 and 500 on each screen."""


MOST = 3 if examples.ASKED else 8
"""Words in a sentence: where very many are tried, few, because a slip happens in the first of them."""


def at(place: str, count: int) -> int:
    """Return how many are tried at a place: of very many its share of those on the screen."""
    beside = next((places for places in ON_ONE_SCREEN if place in places), (place,))
    return -(-count // len(beside)) if examples.ASKED else count


@pytest.fixture(autouse=True)
def _typing_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrderedKeys, "ALONE", ALONE)


async def come_to(typist: Typist, keys: tuple[str, ...]) -> None:
    """Go back to the line, and from there to a place."""
    for _ in range(4):
        await typist.press("escape")
    for key in keys:
        await typist.press(key)


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("place", examples.spread(PLACES, 2))
async def test_sentences_change_nothing_that_was_captured(tmp_path: Path, place: str, count: tuple[int, int]) -> None:
    chance = random.Random(place)
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        before = live.entries
        typist = Typist(live.app, live.pilot, chance)
        here: tuple[object, ...] = ()
        for number in range(at(place, count[0])):
            if not examples.ASKED or number % 10 == 0 or typist.place != here:
                await come_to(typist, PLACES[place])
                here = typist.place
            live.line.load_line("")
            words = sentence(chance, MOST)
            ends = chance.random() < (0.1 if examples.ASKED else 0.5) and place not in AT_A_QUESTION
            await typist.type(words + ("\n" if ends else ""), rest_at_once=bool(examples.ASKED))
            assert live.entries[: len(before)] == before, words
            if len(live.entries) > len(before):
                assert live.entries[-1].section == live.entries[0].section
                live.app.opened.take(live.app.opened.journal, line="")
                await come_to(typist, ())
                await typist.press("ctrl+z")
            assert live.entries == before, words


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("place", examples.spread(PLACES, 2))
async def test_shortcuts_of_other_programs_change_nothing(tmp_path: Path, place: str, count: tuple[int, int]) -> None:
    chance = random.Random(f"shortcuts {place}")
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        before = live.entries
        typist = Typist(live.app, live.pilot, chance)
        await come_to(typist, PLACES[place])
        pressed: list[str] = []
        for number in range(at(place, count[1])):
            pressed.append(chance.choice(SHORTCUTS))
            await typist.press(pressed[-1])
            assert live.entries == before, pressed[-6:]
            if number % 10 == 9:
                await come_to(typist, PLACES[place])


@pytest.mark.parametrize("place", examples.spread(["log", "agenda", "last"], 3))
async def test_every_letter_typed_away_from_the_line_is_back_in_it(tmp_path: Path, place: str) -> None:
    chance = random.Random(place)
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        typist = Typist(live.app, live.pilot, chance)
        for words in ("deputy noted", "x marks it", "June", "kept in order", "eels", "see 4", "!HM to go", "add it"):
            await come_to(typist, PLACES[place])
            live.line.load_line("")
            await typist.type(words)
            assert live.line.line == words
            assert live.line.has_focus


@pytest.mark.parametrize("place", examples.spread(["review list", "review", "check", "preview"], 2))
async def test_words_typed_above_the_meeting_stand_in_its_line(tmp_path: Path, place: str) -> None:
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        typist = Typist(live.app, live.pilot, random.Random(place))
        await come_to(typist, PLACES[place])
        above = live.app.screen
        await typist.type("expected one\n")
        assert live.app.screen is above
        assert live.line.line == "expected one "


async def test_a_letter_pressed_alone_is_a_command_still(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        typist = Typist(live.app, live.pilot, random.Random("alone"))
        for key in ("ctrl+t", "x", "up", "K"):
            await typist.press(key)
        assert [e.text for e in live.entries if e.restricted] == ["TR to write to the owners"]
        assert [e.text for e in live.entries][4] == "The harbour was closed ??"


@asynccontextmanager
async def _book(folder: Path) -> AsyncIterator[tuple[BookApp, Typist, Callable[[], tuple[Entry, ...]]]]:
    async with live_app(folder) as live:
        await live.type(*CAPTURED)
        path = live.app.opened.path
    app = BookApp(Book(folder), clock=lambda: AT)
    with app.held:
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            from tui.book.meeting_file import read_meeting

            yield app, Typist(app, pilot, random.Random("book")), lambda: read_meeting(path).entries


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("keys", [(), ("t",), ("l",)], ids=["book", "register", "registers"])
async def test_sentences_change_nothing_in_the_book(
    tmp_path: Path, keys: tuple[str, ...], count: tuple[int, int]
) -> None:
    chance = random.Random(str(keys))
    async with _book(tmp_path) as (app, typist, entries):
        before = entries()
        for key in keys:
            await typist.press(key)
        screen = app.screen
        for _ in range(count[0]):
            await typist.type(sentence(chance, MOST) + chance.choice(("", "\n")), rest_at_once=bool(examples.ASKED))
            assert app.screen is screen
        assert entries() == before


@pytest.mark.parametrize("count", MANY)
@pytest.mark.parametrize("keys", [(), ("t",), ("l",)], ids=["book", "register", "registers"])
async def test_shortcuts_of_other_programs_change_nothing_in_the_book(
    tmp_path: Path, keys: tuple[str, ...], count: tuple[int, int]
) -> None:
    chance = random.Random(f"shortcuts {keys}")
    async with _book(tmp_path) as (app, typist, entries):
        before, files = entries(), sorted(path.name for path in tmp_path.iterdir())
        book = app.screen
        pressed: list[str] = []
        for number in range(count[1]):
            if number % 10 == 0:
                for _ in range(4):
                    await typist.press("escape")
                assert app.screen is book, pressed[-10:]
                for key in keys:
                    await typist.press(key)
            pressed.append(chance.choice(SHORTCUTS))
            await typist.press(pressed[-1])
            assert app.is_running
        assert entries() == before
        assert sorted(path.name for path in tmp_path.iterdir()) == files


@pytest.mark.parametrize("count", MANY)
async def test_sentences_change_nothing_in_the_review_alone(tmp_path: Path, count: tuple[int, int]) -> None:
    chance = random.Random("review alone")
    async with live_app(tmp_path) as live:
        await live.type(*CAPTURED)
        path = live.app.opened.path
    app = ReviewApp(path, clock=lambda: AT)
    with app.opened:
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            before = app.opened.meeting.entries
            typist = Typist(app, pilot, chance)
            await typist.press("enter")
            for _ in range(count[0]):
                await typist.type(sentence(chance, MOST) + chance.choice(("", "\n")))
            assert app.opened.meeting.entries == before


async def test_letters_typed_in_the_book_are_kept_for_its_search_and_none_acts(tmp_path: Path) -> None:
    async with _book(tmp_path) as (app, typist, entries):
        before, screen = entries(), app.screen
        await typist.type("pier nets\n")
        assert app.screen is screen
        await typist.press("slash")
        assert app.screen.query_one(CaptureLine).line == "pier nets"
        await typist.press("escape")
        await typist.type("/pier")
        assert app.screen.query_one(CaptureLine).line == "pier"
        assert entries() == before
