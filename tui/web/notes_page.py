"""The page of the notes for those who follow, and the events that keep it up to date."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from tui.errors import MinutebookError
from tui.web.live_notes import LiveNotes, LivePage

_HEARTBEAT = 15.0
"""Seconds after which a connection on which nothing happens is shown to be alive."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

Find = Callable[[], Path]
"""Finds the meeting to follow. Raises MinutebookError where there is none."""


class NotesPage:
    """The notes of the meeting that is followed; everybody who looks shares one look at the file."""

    def __init__(self, find: Find, *, style: str, styles_folder: Path) -> None:
        self._find = find
        self._style = style
        self._styles_folder = styles_folder
        self._notes: LiveNotes | None = None
        self._opening = asyncio.Lock()
        self._changed = asyncio.Condition()
        self._script = files("tui.web").joinpath("live.js").read_bytes()

    def routes(self) -> list[web.RouteDef]:
        """Return what is asked for below the followers' token."""
        return [
            web.get("/{token}/notes/", self.give_page),
            web.get("/{token}/notes/events", self.give_events),
            web.get("/{token}/notes/live.js", self.give_script),
        ]

    async def close(self) -> None:
        """Follow no more."""
        if self._notes is not None:
            self._notes.following.close()

    async def give_page(self, _request: web.Request) -> web.Response:
        """Give the page as it is now."""
        page = await self._page()
        headers = {"Content-Security-Policy": _POLICY}
        return web.Response(
            body=page.page.encode("utf-8", "replace"), content_type="text/html", charset="utf-8", headers=headers
        )

    async def give_script(self, _request: web.Request) -> web.Response:
        """Give the script that keeps the page up to date."""
        return web.Response(body=self._script, content_type="text/javascript", charset="utf-8")

    async def give_events(self, request: web.Request) -> web.StreamResponse:
        """Send the page whenever it changes, from the version on that was seen last."""
        seen = request.headers.get("Last-Event-ID") or request.query.get("seen", "")
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"})
        page = await self._page()
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        with suppress(ConnectionError):
            while True:
                if page.version != seen:
                    await response.write(_event(page))
                    seen = page.version
                page = await self._next(seen)
                if page.version == seen:
                    await response.write(b": still here\n\n")
        return response

    async def _next(self, seen: str) -> LivePage:
        """Wait for another page than the one seen, for a while."""
        async with self._changed:
            with suppress(TimeoutError):
                async with asyncio.timeout(_HEARTBEAT):
                    await self._changed.wait_for(lambda: self._notes is not None and self._notes.page.version != seen)
        return await self._page()

    async def _page(self) -> LivePage:
        async with self._opening:
            if self._notes is None:
                self._notes = await self._opened()
        return self._notes.page

    async def _opened(self) -> LiveNotes:
        loop = asyncio.get_running_loop()

        def opened() -> LiveNotes:
            return LiveNotes(self._find(), style=self._style, styles_folder=self._styles_folder)

        try:
            notes = await loop.run_in_executor(None, opened)
        except MinutebookError as error:
            raise web.HTTPServiceUnavailable(text=f"{error.message}\n") from None

        def look() -> None:
            # In the thread that looks at the file, so that nobody's page waits for the making of another.
            if notes.look_again():
                asyncio.run_coroutine_threadsafe(self._tell(), loop)

        notes.following.watch(look)
        return notes

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def _event(page: LivePage) -> bytes:
    data = json.dumps({"version": page.version, "body": page.body, "state": page.state, "news": page.news})
    return f"id: {page.version}\nevent: notes\ndata: {data}\n\n".encode()
