"""A real Chromium without a window, spoken to over its debugging socket."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.notes.chromium import CHROMIUM

PATIENCE = 90.0
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0"),
)


class Tab:
    """One page in the browser."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.asked_for: list[str] = []
        """Every address that the page asked for."""
        self.errors: list[str] = []
        """What the page complained of."""

    async def call(self, method: str, **parameters: Any) -> Mapping[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while True:
            message = json.loads(await self._socket.receive_str(timeout=PATIENCE))
            self._note(message)
            if message.get("id") == number:
                assert "error" not in message, message
                result: Mapping[str, Any] = message["result"]
                return result

    def _note(self, message: Mapping[str, Any]) -> None:
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.asked_for.append(message["params"]["request"]["url"])
            case "Network.webSocketCreated":
                self.asked_for.append(message["params"]["url"])
            case "Log.entryAdded":
                self.errors.append(message["params"]["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(message["params"]["exceptionDetails"]))

    async def open(self, address: str) -> None:
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=address)
        await self.until("document.readyState === 'complete'")

    async def ask(self, expression: str) -> Any:
        """Give what an expression comes to in the page; a promise is waited for."""
        answer = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def until(self, expression: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not await self.ask(expression):
                await asyncio.sleep(0.05)

    async def type(self, text: str) -> None:
        """Press a key for each character, without a pause; a newline is Enter."""
        for character in text:
            if character == "\n":
                key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
            else:
                key = {"key": character, "text": character}
            await self.call("Input.dispatchKeyEvent", type="keyDown", **key)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **key)


@asynccontextmanager
async def browser(*, scripts: bool = True) -> AsyncIterator[Tab]:
    """Open a browser with one empty page, and end it."""
    assert CHROMIUM
    profile = tempfile.mkdtemp(prefix="minutebook-chromium-")
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", "about:blank",
        stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stderr
        async with asyncio.timeout(PATIENCE):
            while not (found := re.search(rb"ws://([^/]+)/", await process.stderr.readline())):
                pass
        host = found[1].decode()
        async with ClientSession() as client:
            pages = await (await client.get(f"http://{host}/json/list")).json(content_type=None)
            address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
            async with client.ws_connect(address, max_msg_size=0) as socket:
                tab = Tab(socket)
                if not scripts:
                    await tab.call("Emulation.setScriptExecutionDisabled", value=True)
                yield tab
    finally:
        process.kill()
        await process.wait()
        shutil.rmtree(profile, ignore_errors=True)
