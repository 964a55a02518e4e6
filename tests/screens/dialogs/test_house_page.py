"""The house's choice on the screen: shown, turned to, typed, refused, forgotten, and followed by the notes."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from tests.screens.live_app import Live, live_app
from tui.book.house import HouseChoice, house_choice, house_file, keep_choice
from tui.notes.render import render
from tui.screens.dialogs.house_page import HousePage
from tui.screens.review.preview import PreviewScreen


def shown(live: Live, part: str) -> str:
    assert isinstance(live.app.screen, HousePage)
    return str(live.app.screen.query_one(part, Static).render())


async def by_palette(live: Live) -> None:
    await live.press("ctrl+p")
    await live.write("house")
    await live.press("enter")


async def test_every_choice_of_the_house_is_made_on_one_page_from_the_palette(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await by_palette(live)
        assert "› style" in shown(live, ".body")
        await live.press("tab", "tab", "enter")
        assert "style is kept in" in shown(live, ".hint")
        await live.press("down", "down")
        for words in ("html, pdf", "internal", "German", str(tmp_path / "out"), "{date}_minutes"):
            await live.press("down")
            await live.write(words)
            await live.press("enter")
            assert shown(live, ".wrong") == ""
        assert house_choice(tmp_path, live.meeting) == HouseChoice(
            style="agenda",
            formats=("html", "pdf"),
            version="internal",
            language="de",
            folder=str(tmp_path / "out"),
            names="{date}_minutes",
        )


async def test_a_choice_that_cannot_be_is_said_and_the_one_before_stays(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        keep_choice(tmp_path, live.meeting, formats=("html",))
        await by_palette(live)
        await live.press("down", "down", "down")
        assert live.app.screen.query_one(Input).value == "html"
        await live.write("html pfd")
        await live.press("enter")
        assert "there is no format 'pfd'" in shown(live, ".wrong")
        assert house_choice(tmp_path, live.meeting).formats == ("html",)
        await live.press("ctrl+a", "ctrl+k", "enter", "escape")
        assert house_choice(tmp_path, live.meeting).formats == ()


async def test_a_file_that_cannot_be_used_is_said_with_its_line_and_nothing_is_written_over_it(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        house_file(tmp_path).write_text("[series.x]\nstile = 1\n")
        await by_palette(live)
        assert "house.toml:2: 'stile' is not known" in shown(live, ".wrong")
        await live.press("enter", "down", "tab", "escape")
        assert house_file(tmp_path).read_text() == "[series.x]\nstile = 1\n"


async def test_the_notes_of_the_preview_follow_what_is_chosen_on_its_page(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("/start", "+The price was [[forty pounds]].")
        await live.press("f9", "h")
        for words in ("formal", "html", "internal"):
            await live.write(words)
            await live.press("enter", "down", *(["down", "down"] if words == "formal" else []))
        await live.press("escape")
        await live.app.workers.wait_for_complete()
        await live.pilot.pause()
        assert isinstance(live.app.screen, PreviewScreen)
        assert str(live.app.screen.query_one("#chosen", Static).render()) == "formal · txt · internal"
        await live.press("escape", "f9")
        await live.app.workers.wait_for_complete()
        await live.pilot.pause()
        assert "formal · txt · internal" in str(live.app.screen.query_one("#chosen", Static).render())


async def test_letterhead_and_logo_are_chosen_on_the_page_and_stand_in_the_notes_of_the_preview(tmp_path: Path) -> None:
    picture = tmp_path / "our crest.PNG"
    picture.write_bytes(b"\x89PNG and the rest")
    async with live_app(tmp_path) as live:
        await live.type("/start", "+The buoys were lit.")
        await live.press("f9", "h", "down")
        await live.write("Riverside Council; The Old School")
        await live.press("enter", "down")
        await live.write(str(picture))
        await live.press("enter")
        assert shown(live, ".wrong") == ""
        await live.press("escape")
        await live.app.workers.wait_for_complete()
        await live.pilot.pause()
        chosen = house_choice(tmp_path, live.meeting).style
        assert (tmp_path / "styles" / chosen / "logo.png").read_bytes() == picture.read_bytes()
        page = render(live.meeting, style=chosen, fmt="txt", styles_folder=tmp_path / "styles")
        assert page.startswith("Riverside Council\nThe Old School\n")
        assert isinstance(live.app.screen, PreviewScreen)
        assert chosen in str(live.app.screen.query_one("#chosen", Static).render())


async def test_a_picture_that_is_none_is_refused_on_the_page_and_no_style_is_made(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await by_palette(live)
        await live.press("down", "down")
        await live.write(str(tmp_path / "nowhere.png"))
        await live.press("enter")
        assert "there is no such picture" in shown(live, ".wrong")
        assert not (tmp_path / "styles").exists()
