"""The command palette: every command with its key, and the reason where it is not available."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from tests.screens.live_app import Live, live_app, shown_in
from tui.keys.keymap import TABLE
from tui.meeting.capture.command_words import COMMAND_WORDS
from tui.meeting.model import Status
from tui.screens.dialogs.palette import CommandPalette
from tui.widgets.lists.palette_list import Offer, OfferList, ranked

AGENDA = "# M\nDate: 7 May 2024\n\n## Agenda\n1. One\n2. Two\n"


def offers_of(live: Live) -> dict[str, Offer]:
    return {offer.name: offer for offer in live.app.offers(live.screen)}


def offered(live: Live) -> str:
    return shown_in(live.app.screen.query_one(OfferList))


@pytest.mark.parametrize(
    ("lines", "command", "reason"),
    [
        ((), "undo", "nothing to undo"),
        (("One",), "undo", ""),
        (("One",), "redo", "nothing to redo"),
        (("One", "/undo"), "redo", ""),
        ((), "next-section", ""),
        (("/next",), "next-section", "this is the last section"),
        ((), "previous-section", "this is the first section"),
        ((), "to-log", "nothing is captured in this section yet"),
        (("One",), "to-log", ""),
        (("One", "/next"), "log-delete", "nothing is captured in this section yet"),
        ((), "search", "nothing is captured yet"),
        ((), "set-kind-action", ""),
    ],
)
async def test_a_command_has_a_reason_against_it_or_none(
    tmp_path: Path, lines: tuple[str, ...], command: str, reason: str
) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        await live.type(*lines)
        assert offers_of(live)[command].reason == reason


async def test_a_meeting_without_sections_says_so(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        live.app.opened.take(replace(live.screen.journal, meeting=replace(live.meeting, sections=())))
        offers = offers_of(live)
        assert {offers[name].reason for name in ("next-section", "go-to", "to-log", "to-agenda")} == {
            "the agenda has no sections"
        }


async def test_it_has_every_command_of_the_screen_with_its_keys(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        offers = offers_of(live)
        commands = TABLE.commands_of(*live.screen.PLACES, "anywhere")
        assert {command.id for command in commands} - {"command-palette"} <= set(offers)
        assert offers["next-section"].keys == "Ctrl+N · Page Down"
        await live.press("ctrl+p")
        assert "Ctrl+N · Page Down" in offered(live)


async def test_what_is_not_available_says_why_and_is_not_done(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+p", *"undo")
        assert "nothing to undo" in offered(live)
        await live.press("enter")
        assert type(live.app.screen) is CommandPalette
        assert "Not now: nothing to undo" in str(live.app.screen.query_one(".hint").render())
        await live.press("escape")
        assert len(live.app.screen_stack) == 1


async def test_typing_can_be_undone_though_nothing_is_captured(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        assert offers_of(live)["undo"].reason == "nothing to undo"
        await live.write("x")
        assert offers_of(live)["undo"].reason == ""


async def test_the_logs_commands_ask_for_an_entry_first(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        assert offers_of(live)["log-edit"].reason == "nothing is captured in this section yet"
        await live.type("One")
        assert offers_of(live)["log-edit"].reason == "choose one first: Ctrl+T"
        await live.press("ctrl+t", "ctrl+p", *"edit the entry", "enter")
        assert live.line.line == "One"


async def test_a_few_letters_and_enter_run_a_command_with_no_wait_between(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.write("half a line")
        await live.pilot.press("ctrl+p", *"next", "enter")
        await live.pilot.pause()
        assert live.top.section == "2. Moorings"
        assert live.line.line == "half a line"


async def test_down_chooses_another_and_a_command_for_the_app_runs_too(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+p", *"colours", "down", "down", "up", "enter")
        assert live.app.theme == "minutebook-light"
        await live.press("ctrl+p", *"keys", "enter")
        assert type(live.app.screen).__name__ == "KeysHelp"


async def test_words_that_fit_no_command_do_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+p", *"qqq", "down", "enter")
        assert "no command has such words" in offered(live)
        await live.press("escape", "ctrl+p", "ctrl+p")
        assert live.app.screen is live.screen


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)])
async def test_it_is_readable_at_every_width(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, size=size) as live:
        await live.press("ctrl+p", *"undo")
        assert "Undo typing" in offered(live)
        assert "Ctrl+Z" in offered(live)
        assert "nothing to undo" in " ".join(offered(live).split())


def test_words_that_begin_a_title_come_first() -> None:
    offers = [Offer(title, str) for title in ("Redo what was undone", "Undo", "Unload", "Other")]
    assert [offer.title for offer in ranked(offers, "und")] == ["Undo", "Redo what was undone"]
    assert ranked(offers, "uld") == []
    assert ranked(offers, " ") == offers


async def test_the_footer_dims_what_is_unavailable_and_moves_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path, size=(160, 36)) as live:
        keys = live.screen.query_one("#keys")
        before = str(keys.render())
        dim = live.screen.query_one("#keys").visual_style
        assert dim is not None
        assert "Ctrl+Z Undo" in before
        styles = [str(span.style) for span in keys.render().spans]  # type: ignore[union-attr]
        assert "$text-disabled" in styles
        await live.type("One")
        assert str(keys.render()) == before
        live.app.no_color = True
        await live.press("ctrl+n", "ctrl+n")
        assert "Next" not in str(keys.render())
        assert str(keys.render()).index("Ctrl+L") == before.index("Ctrl+L")


async def test_the_keys_of_a_question_say_that_nothing_is_asked(tmp_path: Path) -> None:
    async with live_app(tmp_path, AGENDA) as live:
        assert offers_of(live)["prompt-turn-down"].reason == "nothing is asked"
        await live.type("!Paint the door")
        await live.press("ctrl+k", "o")
        assert offers_of(live)["prompt-turn-down"].reason == ""


def first(words: str, offers: list[Offer]) -> str:
    found = ranked(offers, words)
    return found[0].name if found else ""


async def test_it_is_found_by_the_words_that_a_clerk_has_for_it(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One")
        offers = live.app.offers(live.screen)
        wanted = {
            "print": {"preview", "publish"},
            "word": {"preview", "publish"},
            "pdf": {"preview", "publish"},
            "export": {"preview", "publish"},
            "template": {"preview"},
            "attendance": {"people"},
            "vote": {"last-ask-last-votes", "log-ask-votes", "set-kind-decision"},
            "adjourn": {"/adjourn"},
            "save": {"say-saved", "save-elsewhere"},
        }
        assert {word: first(word, offers) in names for word, names in wanted.items()} == dict.fromkeys(wanted, True)


async def test_letters_that_merely_stand_in_a_title_find_nothing(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("One", "Two")
        before = live.entries
        for word in ("replace", "bold", "italic", "insert table", "zoom"):
            await live.press("ctrl+p")
            await live.write(word)
            await live.press("enter", "escape")
            assert live.entries == before
        assert live.app.screen is live.screen


async def test_a_slash_lists_every_command_of_the_line_and_completes_what_follows(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("!Paint the door")
        await live.press("ctrl+p")
        await live.write("/")
        assert {offer.keys for offer in live.screen.typed_offers("/")} == {f"/{name}" for name in COMMAND_WORDS}
        await live.write("dro")
        await live.press("enter")
        assert live.app.screen.query_one(Input).value == "/drop "
        assert "Paint the door" in offered(live)
        await live.press("enter")
        assert live.app.screen is live.screen
        assert [e.action.status for e in live.entries if e.action] == [Status.DROPPED]


async def test_a_name_is_completed_and_a_new_one_is_taken_as_typed(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+p")
        await live.write("/leave owe")
        await live.press("enter")
        assert live.entries[-1].text.startswith("Owen Price left")
        await live.press("ctrl+p")
        await live.write("/arrive Lil Oddy, Warden")
        await live.press("enter")
        assert live.entries[-1].text.startswith("Lil Oddy arrived")


async def test_what_two_parts_of_the_screen_can_do_is_offered_once(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+p")
        await live.write("redo what")
        assert offered(live).count("Redo what was undone") == 1
