"""The program behind a browser: keys in their order, whatever bytes come, and nothing lost when that goes away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.commands.command_line import new_meeting
from tests.web.serving import Served, served
from tui.book.disk.lock import is_held
from tui.book.draft import draft_path
from tui.book.meeting_file import read_meeting
from tui.web.terminal_page import BrowserSession

PATIENCE = 90.0
LINES = [f"line {number} of many, with words to come in order" for number in range(30)]


@asynccontextmanager
async def connected(to: Served) -> AsyncIterator[ClientWebSocketResponse]:
    origin = "/".join(to.writes.split("/")[:3])
    async with (
        ClientSession() as client,
        client.ws_connect(f"{to.writes}ws?width=100&height=30", headers={"Origin": origin}, max_msg_size=0) as socket,
    ):
        yield socket


async def shown(socket: ClientWebSocketResponse, words: str) -> None:
    """Wait until the program has drawn some words."""
    drawn = b""
    async with asyncio.timeout(PATIENCE):
        while words.encode() not in drawn:
            message = await socket.receive()
            assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), message
            drawn += message.data if isinstance(message.data, bytes) else b""


async def read_on(socket: ClientWebSocketResponse) -> None:
    """Take what the program draws, as a browser does, or it would wait to be heard."""
    while (await socket.receive()).type in (WSMsgType.BINARY, WSMsgType.TEXT):
        pass


async def type_keys(socket: ClientWebSocketResponse, keys: str) -> None:
    await socket.send_str(json.dumps(["stdin", keys]))


async def until(holds: object) -> None:
    assert callable(holds)
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.05)


@pytest.mark.long
async def test_a_burst_of_lines_is_stored_in_order_and_the_half_line_is_kept_when_the_browser_goes(
    tmp_path: Path,
) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book") as to:
        async with connected(to) as socket:
            await shown(socket, "Quay Committee")
            reading = asyncio.create_task(read_on(socket))
            await type_keys(socket, "\r")
            await until(lambda: is_held(path))
            await type_keys(socket, "".join(f"+{line}\r" for line in LINES) + "half a li")
            await until(lambda: draft_path(path).exists() and "half a li" in draft_path(path).read_text("utf-8"))
            reading.cancel()
        await until(lambda: not is_held(path))
    assert [entry.text for entry in read_meeting(path).entries] == LINES
    assert "half a li" in draft_path(path).read_text(encoding="utf-8")


async def test_bytes_and_messages_that_are_none_cost_no_key_beside_them(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book") as to:
        async with connected(to) as socket:
            await shown(socket, "Quay Committee")
            reading = asyncio.create_task(read_on(socket))
            await type_keys(socket, "\r")
            await until(lambda: is_held(path))
            for hostile in (
                "{",
                "[]",
                "{}",
                "null",
                '["stdin"]',
                '["stdin", 7]',
                '["resize", {"width": "x"}]',
                '["quit"]',
            ):
                await socket.send_str(hostile)
            await socket.send_bytes(b"\x00\xff")
            await type_keys(socket, "+a\x1b[97:65;2;65u\x1b[1:2;5Ab\ud800c\x1b[55296;;55296ud\r+the end\r")
            await socket.send_str('["resize", {"width": 1000000, "height": -4}]')
            await socket.send_str('["resize", {"width": 90, "height": 28}]')
            await until(lambda: len(read_meeting(path).entries) == 2)
            reading.cancel()
    texts = [entry.text for entry in read_meeting(path).entries]
    assert texts[1] == "the end"
    assert [letter for letter in texts[0] if letter in "abcd"] == list("abcd")


async def test_the_end_of_the_server_ends_the_program_behind_it_with_everything_saved(tmp_path: Path) -> None:
    path = new_meeting(tmp_path / "book")
    with served(tmp_path / "book") as to:
        async with connected(to) as socket:
            await shown(socket, "Quay Committee")
            reading = asyncio.create_task(read_on(socket))
            await type_keys(socket, "\r")
            await until(lambda: is_held(path))
            await type_keys(socket, "+one\r+two\r")
            await until(lambda: len(read_meeting(path).entries) == 2)
            to.process.kill()
            await until(lambda: not is_held(path))
            reading.cancel()
    assert [entry.text for entry in read_meeting(path).entries] == ["one", "two"]


async def test_a_password_in_the_books_address_reaches_the_program_and_not_the_list_of_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "postgresql://ann:secret@db.example.org/minutes"
    started: list[tuple[tuple[str, ...], str]] = []

    async def start(*command: str, env: dict[str, str], **_pipes: int) -> Mock:
        started.append((command, env["MINUTEBOOK_DIR"]))
        return Mock()

    monkeypatch.setattr(asyncio, "create_subprocess_exec", start)
    await BrowserSession(address, Mock())._open_app_process()
    ((command, book),) = started
    assert "secret" not in " ".join(command)
    assert book == address
