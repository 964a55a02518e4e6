"""Reading mailboxes: each mail for itself, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePath

from tui.errors import BadInput
from tui.papers.reading.source import Paper, read_bytes

_BEGINS = re.compile(rb"^From \S+.*\d{4}[ \t]*\r?\n", re.MULTILINE)
_ATTACHED = frozenset(".docx .odt .pdf .md .txt .html .htm".split())


def is_mailbox(content: bytes) -> bool:
    """Whether a file holds mails one after the other."""
    return _BEGINS.match(content) is not None


def mails_in(content: bytes) -> list[bytes]:
    """Return the mails of a mailbox, each as it was sent."""
    starts = [
        found for found in _BEGINS.finditer(content) if found.start() == 0 or content[: found.start()].endswith(b"\n\n")
    ]
    ends = [*(found.start() for found in starts[1:]), len(content)]
    mails = [content[found.end() : end] for found, end in zip(starts, ends, strict=True)]
    return [re.sub(rb"(?m)^>(>*From )", rb"\1", mail) for mail in mails]


def papers_of_mail(content: bytes, where: str) -> Iterator[Paper]:
    """Yield what a mail holds that may be a paper: its attachments, then its own words; what cannot be read is left."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage):
        return
    for part in message.iter_attachments():
        name = part.get_filename() or ""
        payload = part.get_payload(decode=True)
        if PurePath(name).suffix.lower() in _ATTACHED and isinstance(payload, bytes):
            paper = _read(payload, f"{where}, {name}", PurePath(name).suffix.lower())
            if paper is not None:
                yield paper
    paper = _read(content, where, ".eml")
    if paper is not None:
        yield paper


def _read(content: bytes, where: str, suffix: str) -> Paper | None:
    try:
        return read_bytes(content, where, suffix)
    except BadInput:
        return None
