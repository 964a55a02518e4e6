"""The program's own screens in a browser, by textual-serve: a page, a socket, and a process behind it."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from asyncio.subprocess import PIPE, Process
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.web.access import ROLE, Access

_LONGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes of a paste that are taken."""
_FAREWELL = 15.0
"""Seconds that a process has to bring everything to the disk once its browser has gone."""
_LARGEST = 1000
"""Columns or rows."""
_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_STATIC = Path(textual_serve.__file__).parent / "static"
_COMMAND = (sys.executable, "-m", "tui", "in-browser")
_log = logging.getLogger(__name__)


class BrowserSession(AppService):
    """One process of the program, whose screen is a browser's."""

    def __init__(self, book: str, websocket: web.WebSocketResponse) -> None:
        super().__init__(
            " ".join(_COMMAND),
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,  # type: ignore[arg-type]
            download_manager=DownloadManager(),
        )
        self._book = book

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the program without a shell, with a driver that no byte can end."""
        environment = self._build_environment(width=width, height=height)
        environment["TEXTUAL_DRIVER"] = "tui.terminal.web_driver:SteadyWebDriver"
        if self._book:
            # Not in the command: an address may have a password in it, and everybody sees the list of processes.
            environment["MINUTEBOOK_DIR"] = self._book
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        assert self._process.stdin is not None
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """End the process: it brings all to the disk, and is heard to its end, which would hold it up else."""
        await super().stop()
        process = self._process
        if process is None or process.returncode is not None:
            return
        assert process.stdin is not None, "it was started with pipes"
        assert process.stdout is not None, "it was started with pipes"
        process.stdin.close()
        try:
            async with asyncio.timeout(_FAREWELL):
                while await process.stdout.read(65536):
                    pass
                await process.wait()
        except TimeoutError:
            process.terminate()


class TerminalPage:
    """The page of the program, and a process of it for each browser."""

    def __init__(self, access: Access, book: str) -> None:
        """`book` is the folder or address that was given; empty for the user's own."""
        self._access = access
        self._book = book
        self._files = {one.relative_to(_STATIC).as_posix(): one for one in _STATIC.rglob("*") if one.is_file()}
        self._script = files("tui.web").joinpath("terminal.js").read_bytes()
        self._page = Template(files("tui.web").joinpath("terminal.html").read_text(encoding="utf-8"))

    def routes(self) -> list[web.RouteDef]:
        """Return what is asked for below the writer's token."""
        return [
            web.get("/{token}/", self.give_page),
            web.get("/{token}/terminal.js", self.give_script),
            web.get("/{token}/ws", self.carry),
            web.get("/{token}/static/{path:.+}", self.give_static),
        ]

    async def give_page(self, request: web.Request) -> web.Response:
        """Give the page with the terminal in it."""
        if request[ROLE] != "writes":
            raise web.HTTPFound("notes/")
        page = self._page.substitute(socket=self._access.socket)
        headers = {"Content-Security-Policy": _POLICY.format(socket=self._access.socket)}
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def give_script(self, _request: web.Request) -> web.Response:
        """Give the script that hands the keys to the terminal."""
        return web.Response(body=self._script, content_type="text/javascript", charset="utf-8")

    async def give_static(self, request: web.Request) -> web.FileResponse:
        """Give a script, style sheet or font that comes with textual-serve."""
        # Looked up among the files there are: no path is ever made from what was asked.
        file = self._files.get(request.match_info["path"])
        if request[ROLE] != "writes" or file is None:
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def carry(self, request: web.Request) -> web.WebSocketResponse:
        """Carry keys to a process of the program and its screen back, until either of them ends."""
        if request[ROLE] != "writes" or "Origin" not in request.headers:
            raise web.HTTPForbidden(text="Keys are taken from the program's own page alone.\n")
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=_LONGEST_MESSAGE)
        await websocket.prepare(request)
        session = BrowserSession(self._book, websocket)
        await session.start(_cells(request.query.get("width"), 80), _cells(request.query.get("height"), 24))
        try:
            async for message in websocket:
                if message.type is WSMsgType.TEXT:
                    await _take(session, websocket, message.data)
        finally:
            await session.stop()
        return websocket


async def _take(session: BrowserSession, websocket: web.WebSocketResponse, data: str) -> None:
    """Take one message of the page; one that is none is left aside."""
    try:
        kind, *rest = json.loads(data)
        content: Any = rest[0] if rest else None
    except (ValueError, TypeError):
        _log.debug("a message of a browser that is none")
        return
    if kind == "stdin" and isinstance(content, str):
        await session.send_bytes(content.encode("utf-8", "surrogatepass"))
    elif kind == "resize" and isinstance(content, dict):
        await session.set_terminal_size(_cells(content.get("width"), 80), _cells(content.get("height"), 24))
    elif kind == "ping":
        await websocket.send_json(["pong", content])
    elif kind == "blur":
        await session.blur()
    elif kind == "focus":
        await session.focus()


def _cells(said: object, otherwise: int) -> int:
    """Return a number of columns or rows that a browser said."""
    try:
        return max(1, min(_LARGEST, int(str(said))))
    except ValueError:
        return otherwise
