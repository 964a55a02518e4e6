"""The server: what is given under which address, from its start to its end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from tui.errors import BadInput
from tui.web.access import Access, add_headers, guard, origins_of
from tui.web.notes_page import Find, NotesPage
from tui.web.terminal_page import TerminalPage


def application(
    access: Access, styles_folder: Path, find: Find, *, style: str, screens: bool, book: str
) -> web.Application:
    """Make what answers; `screens` says whether the program itself is given for a book, and not only the notes."""
    made = web.Application(middlewares=[guard(access)])
    notes = NotesPage(find, style=style, styles_folder=styles_folder)
    made.add_routes(notes.routes())
    made.add_routes(TerminalPage(access, book).routes() if screens else [web.get("/{token}/", _to_notes)])
    made.on_response_prepare.append(add_headers)
    made.on_shutdown.append(lambda _: notes.close())
    return made


async def _to_notes(_request: web.Request) -> web.Response:
    raise web.HTTPFound("notes/")


async def serve(
    styles_folder: Path,
    find: Find,
    *,
    book: str,
    host: str,
    port: int,
    address: str,
    style: str,
    screens: bool,
    started: Callable[[Access], None],
) -> None:
    """Serve until somebody ends it; `started` is called with the addresses. Raises BadInput where it cannot."""
    access = Access()
    origins_of(host, port, address)
    runner = web.AppRunner(
        application(access, styles_folder, find, style=style, screens=screens, book=book),
        access_log=None,
        shutdown_timeout=2.0,
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise BadInput(f"{host}:{port} cannot be served: {error.strerror}", hint="give another --port") from None
        port = runner.addresses[0][1]
        access.origins, access.prefix = origins_of(host, port, address)
        started(access)
        await _until_ended()
    finally:
        await runner.cleanup()


async def _until_ended() -> None:
    ended = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
    await ended.wait()
