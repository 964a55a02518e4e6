"""Nobody is let in without the token, under another name of the program, or from another site's page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from tests.commands.command_line import minutebook, new_meeting
from tui.errors import BadInput
from tui.web.access import Access, origins_of
from tui.web.server import application


@asynccontextmanager
async def client_of(book: Path, access: Access, *, screens: bool = True) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    meeting = new_meeting(book)
    made = application(access, book / "styles", lambda: meeting, style="narrative", screens=screens, book=str(book))
    async with TestClient(TestServer(made)) as client:
        access.origins, _ = origins_of("127.0.0.1", client.port or 0, "")
        yield client


async def test_each_token_opens_its_own_door_and_no_other_opens_any(tmp_path: Path) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access) as client:

        async def status(path: str) -> int:
            return (await client.get(path, allow_redirects=False)).status

        assert await status(f"/{access.writes}/") == 200
        assert await status(f"/{access.writes}/static/js/textual.js") == 200
        assert await status(f"/{access.follows}/notes/") == 200
        assert await status(f"/{access.follows}/notes/live.js") == 200
        assert await status(f"/{access.follows}/") == 302
        assert await status(f"/{access.follows}/static/js/textual.js") == 404
        assert await status(f"/{access.follows}/ws") == 403
        for nothing in ("/", "/notes/", "//", "/x/", f"/{access.writes[:-1]}/", f"/{access.writes}x/notes/", "/é/"):
            assert await status(nothing) in (403, 404)
        for outside in ("../app_service.py", "..%2f..%2fapp_service.py", "css", "/etc/passwd", "%00", "a" * 5000):
            assert await status(f"/{access.writes}/static/{outside}") == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "minutes.evil.example"},
        {"Host": "127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
    ],
)
async def test_another_host_or_origin_is_turned_away(headers: dict[str, str], tmp_path: Path) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access) as client:
        for path in (f"/{access.writes}/", f"/{access.follows}/notes/", f"/{access.follows}/notes/events"):
            assert (await client.get(path, headers=headers)).status == 403


async def test_keys_are_taken_from_the_programs_own_page_alone(tmp_path: Path) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access) as client:
        for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
            with pytest.raises(WSServerHandshakeError, match="403"):
                await client.ws_connect(f"/{access.writes}/ws", headers=headers)


async def test_nothing_may_be_stored_framed_or_fetched_from_elsewhere(tmp_path: Path) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access) as client:
        for path in (f"/{access.writes}/", f"/{access.follows}/notes/"):
            answer = await client.get(path)
            page = await answer.text()
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'")
            assert "frame-ancestors 'none'" in policy
            assert "script-src 'self';" in policy
            assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []


async def test_without_the_screens_the_writers_token_leads_to_the_notes(tmp_path: Path) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access, screens=False) as client:
        assert (await client.get(f"/{access.writes}/")).url.path == f"/{access.writes}/notes/"
        assert (await client.get(f"/{access.writes}/ws")).status == 404


def test_behind_a_proxy_the_address_is_the_one_that_it_has() -> None:
    access = Access(writes="w", follows="f")
    access.origins, access.prefix = origins_of("127.0.0.1", 8000, "https://Office.example/minutes/")
    assert access.address_of("follows") == "https://office.example/minutes/f/"
    assert access.socket == "wss://office.example/minutes/w/ws"
    assert access.lets_in("office.example", "https://office.example")
    assert access.lets_in("127.0.0.1:8000", None)
    assert not access.lets_in("office.example", "http://office.example")
    assert not access.lets_in("office.example:8000", None)


def test_the_usual_port_is_left_out_as_browsers_leave_it_out() -> None:
    access = Access()
    access.origins, _ = origins_of("127.0.0.1", 80, "https://office.example:443/")
    assert access.lets_in("127.0.0.1", "http://127.0.0.1")
    assert access.lets_in("[::1]", None)
    assert access.lets_in("office.example", "https://office.example")
    assert not access.lets_in("127.0.0.1:443", None)


@pytest.mark.parametrize(
    "address",
    ["https://office.example:x/", "office.example", "ftp://office.example", "https://", "https://a@b/", "https://a/?b"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match="is no address"):
        origins_of("127.0.0.1", 8000, address)


def test_listening_to_others_needs_the_address_by_which_they_come() -> None:
    with pytest.raises(BadInput, match="under which address"):
        origins_of("0.0.0.0", 8000, "")
    assert origins_of("0.0.0.0", 8000, "https://office.example")[0][0] == "https://office.example"


def test_two_starts_have_other_tokens() -> None:
    one, two = Access(), Access()
    assert len({one.writes, one.follows, two.writes, two.follows}) == 4
    assert min(len(token) for token in (one.writes, one.follows)) >= 32


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    new_meeting(tmp_path / "book")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = minutebook(tmp_path / "book", "serve", "--port", str(taken.getsockname()[1]))
    assert done.status == 2
    assert "cannot be served: " in done.err
    assert done.err.endswith("; give another --port\n")


def test_without_textual_serve_one_line_names_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['aiohttp'] = None; from tui.cli import main; "
        f"sys.argv = ['minutebook', '--book', {str(tmp_path)!r}, 'serve']; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "minutebook: the browser needs textual-serve; pip install 'minutebook[serve]'\n"
