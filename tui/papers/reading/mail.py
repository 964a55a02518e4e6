"""Reading saved mails: the text of the message, its subject, and the day it was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from msgspec.structs import replace

from tui.errors import BadInput
from tui.meeting.text.brackets import closed, unbracketed
from tui.papers.document import Aside, Block, Document
from tui.papers.reading.html import read_html
from tui.papers.reading.text import mail_day, plain_subject, read_text_document

_SHOWN = ("From", "To", "Cc", "Subject", "Date")


def read_mail(content: bytes, where: str) -> Document:
    """Read a saved mail into a document. Raises BadInput for one without words."""
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise BadInput("this mail cannot be read", where=where, hint="save its text, and give that")
    body = message.get_body(preferencelist=("plain", "html"))
    return mail_document(
        _text(body),
        where,
        is_page=body is not None and body.get_content_subtype() == "html",
        subject=str(message.get("Subject", "")),
        head={key: str(message.get(key, "")) for key in _SHOWN},
        sent=mail_day(str(message.get("Date", ""))),
    )


def mail_document(
    text: str, where: str, *, is_page: bool, subject: str, head: Mapping[str, str], sent: date | None
) -> Document:
    """Make a document of a mail's words, which may be a page. Raises BadInput where it has none."""
    if not text.strip():
        raise BadInput("this mail holds no text", where=where, hint="give the file that is attached to it")
    document = read_html(text, where) if is_page else read_text_document(text, where)
    lines = [
        Block(place=0, text=" ".join(f"{key}: {words}".split()), aside=Aside.MAIL)
        for key, words in head.items()
        if words.strip()
    ]
    marked = closed(" ".join(subject.split())).text
    return replace(
        document,
        blocks=(*lines[:1], *document.blocks),
        subject=plain_subject(unbracketed(marked)),
        marked_subject=marked,
        sent=sent,
    )


def _text(body: MIMEPart | None) -> str:
    """Return a mail's words, whatever it says of how they are written."""
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, KeyError, ValueError, AssertionError):
        payload = body.get_payload(decode=True)
        return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""
