"""Addresses within words: of pages and of mail. What has another scheme, `javascript:` among them, is only words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.meeting.text.lazy_patterns import Pattern

_HOST = r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*"
_DOMAIN = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
_REST = r"(?::[0-9]{1,5})?(?:[/?#][^\s<>\"'`{}|\\^\[\]*“”‘’«»]*)?"
_ADDRESS = Pattern(
    rf"(?<![\w@./:+%-])(?:https?://{_HOST}{_REST}|www\.{_DOMAIN}{_REST}|[\w+%-]+(?:\.[\w+%-]+)*@{_DOMAIN})(?![\w@]|:[^\s/@]*@)",
    re.IGNORECASE,
)
_SIGN = Pattern(r"://|www\.|@", re.IGNORECASE)
_CLOSING = ".,;:!?)"


def has_address(text: str) -> bool:
    """Return whether a text may hold an address."""
    return _SIGN.search(text) is not None


def addresses(words: str) -> Iterator[tuple[int, int]]:
    """Yield where each address begins and ends; what closes the sentence or a bracket around it is no part of it."""
    if not has_address(words):
        return
    for found in _ADDRESS.finditer(words):
        address = found[0]
        while address[-1] in _CLOSING and (address[-1] != ")" or address.count(")") > address.count("(")):
            address = address[:-1]
        yield found.start(), found.start() + len(address)


def where_it_leads(address: str) -> str:
    """Return an address with its scheme: `https://www.example.org`, `mailto:clerk@example.org`."""
    if re.match("https?://", address, re.IGNORECASE):
        return address
    return (
        f"mailto:{address}"
        if "@" in address and not re.match(r"www\.", address, re.IGNORECASE)
        else f"https://{address}"
    )


def mail_address_apart(words: str) -> tuple[str, str]:
    """Part the first address of mail from the words around it: `Jane Brown <jb@example.org>`; empty where none is."""
    for start, end in addresses(words):
        if "@" in (address := words[start:end]) and "://" not in address:
            before, after = re.sub(r"(?:mailto:|<|\(|\[)+$", "", words[:start]), re.sub(r"^[>)\]]+", "", words[end:])
            return address, f"{before.rstrip(' ,;')} {after.lstrip()}".strip()
    return "", words
