"""The pages in a real browser: keys at speed, the notes as they grow, and nothing that axe-core finds wrong."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.commands.command_line import new_meeting
from tests.notes.chromium import CHROMIUM
from tests.notes.test_accessibility import AXE, needs_axe
from tests.web.browser import Tab, browser
from tests.web.serving import served
from tests.web.test_live_notes import key
from tests.web.test_sessions import until
from tui.book.disk.lock import is_held
from tui.book.meeting_file import read_meeting
from tui.book.opened import open_meeting

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
pytestmark = [pytest.mark.long, needs_chromium]
TYPED = "The harbour dues were read out, item by item; nobody objected. " * 3
_AXE = """
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(({violations, passes}) =>
    JSON.stringify([violations.map(one => [one.id, one.nodes.map(node => node.html)]), passes.length]))
"""


async def found_by_axe(tab: Tab) -> list[object]:
    await tab.call("Page.setBypassCSP", enabled=True)
    await tab.ask(AXE.read_text(encoding="utf-8") + "; true")
    violations, passes = json.loads(await tab.ask(_AXE))
    assert passes >= 5
    assert isinstance(violations, list)
    return violations


async def test_a_section_keyed_at_speed_is_stored_in_order_and_an_action_reviewed(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book") as to:
        async with browser() as tab:
            await tab.open(to.writes)
            await tab.until("document.activeElement.className === 'xterm-helper-textarea'")
            await tab.until("document.body.classList.contains('-first-byte')")
            await tab.type("\n")
            await until(lambda: is_held(path))
            await tab.type(f"+{TYPED}\n>HM: it is\n!TR to mend the chain ^Friday\n")
            await until(lambda: len(read_meeting(path).entries) == 3)
            for key_name, code in (("F8", 119), ("Enter", 13), ("y", 89)):
                text = {"Enter": {"text": "\r"}, "y": {"text": "y"}}.get(key_name, {})
                await tab.call(
                    "Input.dispatchKeyEvent",
                    type="keyDown",
                    key=key_name,
                    code=key_name,
                    windowsVirtualKeyCode=code,
                    **text,
                )
                await asyncio.sleep(1)
            await until(lambda: (action := read_meeting(path).entries[2].action) is not None and action.agreed)
            hosts = {urlsplit(address).netloc for address in tab.asked_for}
            assert hosts == {urlsplit(to.writes).netloc}
            assert [error for error in tab.errors if "WebGL" not in error] == []
        await until(lambda: not is_held(path))
    assert read_meeting(path).entries[0].text == TYPED.strip()


async def test_the_live_page_grows_within_a_second_and_reads_out_only_what_is_new(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book", "--notes-only") as to, open_meeting(path) as opened:
        key(opened, "+The tide was high")
        async with browser() as tab:
            await tab.open(to.follows)
            assert await tab.ask("document.body.innerText.includes('The tide was high')")
            await tab.ask("window.kept = document.querySelector('h1'); true")
            key(opened, "+Then it fell", "+[[Nobody]] saw it")
            began = time.monotonic()
            await tab.until("document.body?.innerText.includes('Then it fell')")
            assert time.monotonic() - began < 5  # A busy machine takes longer than the second it has on a quiet one.
            news = await tab.ask("[...document.querySelectorAll('#live-news p')].map(one => one.textContent)")
            assert news[-2:] == ["note: Then it fell", "note: [restricted] saw it"] or news == ["note: Then it fell"]
            assert await tab.ask("window.kept === document.querySelector('h1')")
            assert "Nobody" not in await tab.ask("document.documentElement.outerHTML")
            assert {urlsplit(address).netloc for address in tab.asked_for} == {urlsplit(to.follows).netloc}
            assert tab.errors == []


async def test_without_scripts_the_page_is_read_and_loaded_again(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book", "--notes-only") as to, open_meeting(path) as opened:
        key(opened, "+The tide was high")
        async with browser(scripts=False) as tab:
            await tab.open(to.follows)
            assert await tab.ask("document.body.innerText.includes('Load it again to see what is new')")
            key(opened, "+Then it fell")
            await asyncio.sleep(1)
            await tab.call("Page.reload")
            await tab.until("document.body?.innerText.includes('Then it fell')")


@needs_axe
async def test_axe_finds_nothing_on_either_page(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book") as to:
        with open_meeting(path) as opened:
            key(opened, "?HM: is the tide high", ">it is", "!TR to mend the chain ^Friday", "=Agreed; 2 for")
        async with browser() as tab:
            await tab.open(to.follows)
            assert await found_by_axe(tab) == []
        async with browser() as tab:
            await tab.open(to.writes)
            await tab.until("document.body.classList.contains('-first-byte')")
            assert await found_by_axe(tab) == []
