"""Who is let in: by a token in the address, from the program's own address alone."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from typing import Literal
from urllib.parse import urlsplit

from aiohttp import web
from msgspec import Struct, field

from tui.errors import BadInput

Role = Literal["writes", "follows"]
ROLE: web.RequestKey[Role] = web.RequestKey("role", str)  # type: ignore[arg-type]
"""What whoever asks may do."""

HERE = ("127.0.0.1", "localhost", "::1")
"""The names of this computer for itself."""

_USUAL_PORTS = {"http": 80, "https": 443}

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def _token() -> str:
    return secrets.token_urlsafe(24)


class Access(Struct, kw_only=True):
    """The tokens, and under which addresses the program is reached."""

    writes: str = field(default_factory=_token)
    follows: str = field(default_factory=_token)
    origins: tuple[str, ...] = ()
    """`http://127.0.0.1:8000`: the addresses without anything after the host."""
    prefix: str = ""
    """What stands after the host in the address that a proxy gives the program; empty for nothing."""

    def role_of(self, token: str) -> Role | None:
        """Return what a token allows; None for one that is none."""
        given = token.encode("utf-8", "replace")
        writes, follows = (hmac.compare_digest(given, one.encode()) for one in (self.writes, self.follows))
        return "writes" if writes else "follows" if follows else None

    def lets_in(self, host: str, origin: str | None) -> bool:
        """Return whether a request's Host is one of ours, and its Origin too where it has one."""
        hosts = {urlsplit(one).netloc for one in self.origins}
        return host.casefold() in hosts and (origin is None or origin.casefold() in self.origins)

    def address_of(self, role: Role) -> str:
        """Return the whole address for whoever writes or follows."""
        return f"{self.origins[0]}{self.prefix}/{self.writes if role == 'writes' else self.follows}/"

    @property
    def socket(self) -> str:
        """The address of the socket that carries the keys and the screen."""
        return f"ws{self.address_of('writes').removeprefix('http')}ws"


def origins_of(host: str, port: int, address: str) -> tuple[tuple[str, ...], str]:
    """Return the origins of the program, the one to be told first, and what stands after the host.

    `address` is the one that a proxy or the office's network gives it, empty for none. Raises BadInput.
    """
    own = [_origin("http", f"[{name}]" if ":" in name else name, port) for name in dict.fromkeys((host, *HERE))]
    if not address:
        if host not in HERE:
            raise BadInput(f"under which address is {host} reached?", hint="say it: --address https://minutes.example")
        return tuple(own), ""
    parts = urlsplit(address)
    try:
        name, named_port = parts.hostname, parts.port
    except ValueError:
        name, named_port = None, None
    if parts.scheme not in _USUAL_PORTS or not name or parts.query or parts.fragment or "@" in address:
        raise BadInput(f"{address} is no address", hint="give one as https://minutes.example")
    given = _origin(parts.scheme, f"[{name}]" if ":" in name else name, named_port)
    return (given, *own), parts.path.rstrip("/")


def _origin(scheme: str, host: str, port: int | None) -> str:
    """Return an origin as browsers say it: in small letters, and without the port that is its scheme's usual one."""
    usual = port is None or port == _USUAL_PORTS[scheme]
    return f"{scheme}://{host}{'' if usual else f':{port}'}".casefold()


def guard(access: Access) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Return what looks at each request before anything else does."""

    @web.middleware
    async def guarded(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if not access.lets_in(request.headers.get("Host", ""), request.headers.get("Origin")):
            raise web.HTTPForbidden(text="This is not the address of this program.\n", headers=_HEADERS)
        role = access.role_of(request.match_info.get("token", ""))
        if role is None:
            raise web.HTTPNotFound(text="There is nothing here.\n", headers=_HEADERS)
        request[ROLE] = role
        return await handler(request)

    return guarded


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Let no answer be stored, framed or told of to another site."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
