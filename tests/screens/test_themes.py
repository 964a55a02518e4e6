"""The themes: every text on the screens can be read, in each of them, and the choice lasts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.geometry import Region, Size
from textual.widgets._toast import ToastRack

from tests.examples import spread
from tests.screens.live_app import Live, live_app
from tui.apps.base import chosen_theme
from tui.config.settings import Settings, ThemeName
from tui.widgets.themes import THEMES

LEAST: dict[ThemeName, float] = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
SCENES = {
    "typing": (),
    "log": ("ctrl+t",),
    "agenda": ("shift+tab",),
    "go to": ("ctrl+g",),
    "help": ("f1",),
    "palette": ("ctrl+p", "u"),
    "people": ("f7",),
    "search": ("ctrl+f", "t"),
    "elsewhere": ("ctrl+p", *"elsewhere", "enter"),
    "review": ("f8", "enter"),
    "review stopped": (),
}


def luminance(color: Color) -> float:
    """Give the relative luminance as WCAG 2.1 defines it."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    lighter, darker = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def texts_of(app: App[None]) -> Iterator[tuple[str, Style]]:
    """Give what the screen on top shows, in pieces of one style; of a dialog, what stands in it."""
    dialogs = app.screen.query(".dialog")
    region = dialogs.first().region if dialogs else Region(0, 0, *app.size)
    strips = app.screen._compositor.render_strips(Size(*app.size))
    for y in region.line_range:
        for text, style, _ in strips[y].crop(region.x, region.right):
            words = "".join(character for character in text if character.isascii() and not character.isspace())
            if words and style is not None:
                yield text, style


async def fill(live: Live) -> None:
    for line in (
        "?TR: is the ?? sound", ">HM: yes", "-[[the price]]", "!TR to pay ^Friday", "=Agreed", "&A bell", "#Boats",
        "!Nobody knows", "/drop A2", "/next", "%+hidden", "?TR: why", "The harbourmaster spoke",
    ):  # fmt: skip
        live.line.load_line(line)
        await live.pilot.press("enter")
    await live.write("The har")


@pytest.mark.parametrize("theme", spread(LEAST, 3))
async def test_every_text_can_be_told_from_what_lies_under_it(tmp_path: Path, theme: ThemeName) -> None:
    async with live_app(tmp_path) as live:
        live.app.theme = THEMES[theme].name
        await fill(live)
        inactive = live.app.theme_variables["text-disabled"].lower()
        faint = []
        for scene, keys in SCENES.items():
            await live.press(*keys)
            faint += [
                f"{scene}: {text.strip()!r} {style}"
                for text, style in texts_of(live.app)
                if contrast(style) < LEAST[theme] and style.color and style.color.name != inactive
            ]
            await live.press("escape")
        assert not faint


@pytest.mark.parametrize("theme", LEAST)
async def test_what_went_wrong_can_be_read(tmp_path: Path, theme: ThemeName) -> None:
    async with live_app(tmp_path) as live:
        live.app.theme = THEMES[theme].name
        await live.type("/go xyzzy")
        await live.screen.mount(ToastRack(id="textual-toastrack"))  # Pilot leaves it out.
        live.app.notify("the file is damaged", title="Settings", severity="warning", markup=False)
        await live.pilot.pause(0.2)
        shown = dict(texts_of(live.app))
        assert any("xyzzy" in text for text in shown)
        assert any("damaged" in text for text in shown)
        inactive = live.app.theme_variables["text-disabled"].lower()
        faint = {t for t, s in shown.items() if contrast(s) < LEAST[theme] and s.color and s.color.name != inactive}
        assert not faint


async def test_the_theme_is_changed_in_the_palette_and_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path / "state"))
    async with live_app(tmp_path) as live:
        assert live.app.theme == THEMES["dark"].name
        await live.press("ctrl+p", *"light", "enter")
        assert live.app.theme == THEMES["light"].name
        path = live.app.opened.path
    async with live_app(tmp_path, path=path) as again:
        assert again.app.theme == THEMES["light"].name


def test_the_settings_hold_until_another_is_chosen_and_again_once_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_STATE", str(tmp_path))
    assert chosen_theme(Settings()) == "dark"
    assert chosen_theme(Settings(theme="contrast")) == "contrast"
    (tmp_path / "remembered.json").write_text(json.dumps({"theme": "light", "instead_of": "contrast"}))
    assert chosen_theme(Settings(theme="contrast")) == "light"
    assert chosen_theme(Settings(theme="dark")) == "dark"
    (tmp_path / "remembered.json").write_text("{")
    assert chosen_theme(Settings(theme="contrast")) == "contrast"


async def test_nothing_moves_by_itself_and_no_cursor_blinks(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        assert live.app.animation_level == "none"
        assert not live.line.cursor_blink
        for keys in (("ctrl+g",), ("ctrl+p",), ("f1",)):
            await live.press(*keys)
            assert not live.app.screen.query_one("Input").cursor_blink  # type: ignore[attr-defined]
            await live.press("escape")
