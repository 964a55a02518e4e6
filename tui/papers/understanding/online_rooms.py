"""Rooms that meet online: the service that a link leads to, by its address alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.papers.document import Block

_ROOMS = (
    (r"(?:[\w-]+\.)*zoom\.(?:us|com)/(?:j|my|w|s|wc|meeting)/", "Zoom"),
    (r"teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/|aka\.ms/jointeamsmeeting", "Microsoft Teams"),
    (r"(?:[\w-]+\.)*webex\.com/(?:(?:meet|join)/|[\w./-]*(?:j|m)\.php)", "Webex"),
    (r"meet\.google\.com/|g\.co/meet/|hangouts\.google\.com/", "Google Meet"),
    (r"(?:[\w-]+\.)*(?:jit\.si|jitsi(?:\.[\w-]+)+)/|(?:[\w-]+\.)+(?:meet|jitsi)\.[\w.-]+/", "Jitsi"),
    (r"(?:bbb|bigbluebutton)[\w-]*\.[\w.-]+/|(?:[\w-]+\.)*senfcall\.de/", "BigBlueButton"),
    (r"(?:[\w-]+\.)*whereby\.com/", "Whereby"),
    (r"(?:[\w-]+\.)*(?:gotomeet\.me|gotomeeting\.com|goto\.com)/", "GoToMeeting"),
    (r"(?:[\w-]+\.)*bluejeans\.com/", "BlueJeans"),
)
_OPENS_ROOM = tuple((re.compile(rf"https?://(?:{address})", re.IGNORECASE), name) for address, name in _ROOMS)
_ADDRESS = re.compile(r"https?://[^\s<>()\"'`]+")


def service_of(link: str) -> str:
    """Return the service in whose room a link ends; empty for any other link."""
    return next((name for opens, name in _OPENS_ROOM if opens.match(link)), "")


def online_room(blocks: Iterable[Block]) -> str:
    """Return the service of the first link to a room that blocks have, in words or behind them; empty for none."""
    for block in blocks:
        for link in (*block.links, *_ADDRESS.findall(block.text)):
            if service := service_of(link):
                return service
    return ""
