"""Mails as Outlook saves them, `.msg`."""

from __future__ import annotations

from tui.errors import BadInput
from tui.papers.document import Document
from tui.papers.reading.mail import mail_document

_SHOWN = "Date", "To", "Cc"


def read_outlook(content: bytes, where: str) -> Document:
    """Read a mail of Outlook into a document. Raises BadInput for a damaged one, or without what reads it."""
    try:
        from oxmsg import Message
    except ImportError as error:
        hint = "install it with: pip install 'minutebook[outlook]', or save the mail as .eml"
        raise BadInput("mails of Outlook (.msg) need a library", where=where, hint=hint) from error
    try:
        message = Message.load(content)
        plain, page = message.body or "", message.html_body or ""
        subject, sent = message.subject, message.sent_date
        headers = message.message_headers
        head = {"From": message.sender or "", **{key: headers.get(key, "") for key in _SHOWN}}
    except Exception as error:  # whatever a damaged one makes of the library
        hint = "save it anew, as .eml or as text"
        raise BadInput("this mail of Outlook is damaged", where=where, hint=hint) from error
    day = sent.date() if sent else None
    is_page = not plain.strip() and bool(page.strip())
    return mail_document(page if is_page else plain, where, is_page=is_page, subject=subject, head=head, sent=day)
