"""Mails as drafts (RFC 5322, `.eml`) that the user's own mail program opens to be looked at and sent; nothing is sent.

All that they hold is public. An address is in the head alone, of those to whom a draft goes.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Mapping, Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType

from msgspec.structs import replace

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.languages.writing.words import Words
from tui.meeting.languages.writing.written import words_in
from tui.meeting.model import Meeting, Value
from tui.meeting.people.name_forms import fold
from tui.meeting.redaction.stubs import WITHHELD, shown_words
from tui.meeting.text.sanitizing import showable
from tui.notes.actions.calendar import action_calendar
from tui.notes.actions.chain import is_settled
from tui.notes.meeting_event import MeetingRevision, following
from tui.notes.view.dates import short_date

_ALL = "ALL"
"""The owner that stands for everybody."""


class MailDraft(Value, frozen=True, kw_only=True):
    """A mail that is not sent yet."""

    about: str
    """What tells it from the other drafts: `actions Jane Brown`."""
    who: str
    """For whom it is, in words."""
    to: tuple[tuple[str, str], ...] = ()
    """Names with addresses; empty where none is known."""
    subject: str
    text: str
    attached: tuple[tuple[str, bytes], ...] = ()
    """Files by their names."""


def mail_file(draft: MailDraft) -> bytes:
    """Write a draft as a file, the same bytes for the same draft."""
    message = EmailMessage(policy=SMTP)
    if to := [address for one in draft.to if (address := _address(*one)) is not None]:
        message["To"] = to
    message["Subject"] = _line(draft.subject)
    # By this, mail programs open the file to be sent, and not as one that came.
    message["X-Unsent"] = "1"
    message.set_content(_sound(draft.text), cte="quoted-printable")
    for name, content in draft.attached:
        kind, _, sort = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        message.add_attachment(content, maintype=kind, subtype=sort, filename=name)
    if draft.attached:
        message.set_boundary(hashlib.sha256(repr(draft).encode("utf-8", "replace")).hexdigest()[:32])
    return message.as_bytes()


def owner_drafts(
    rows: Iterable[RegisterRow],
    addresses: Mapping[str, str],
    *,
    members: Sequence[tuple[str, str]] = (),
    meeting: MeetingRevision | None = None,
    languages: Mapping[str, str] = MappingProxyType({}),
) -> tuple[MailDraft, ...]:
    """Write to each owner what they have to do, with a calendar of it.

    `addresses` are by folded names, `members` those who are meant by all. Of a `meeting`, the mail says which it is, in
    its language, and the calendar has the one after it; without, it reminds of what is open in the whole book, in the
    language of the latest meeting that has any of it: `languages` are by the meetings' files. What is withheld goes to
    nobody, and to nobody whose name is.
    """
    owned: dict[str, list[RegisterRow]] = {}
    for row in rows:
        if is_settled(row) or not row.text.replace(WITHHELD, "").strip():
            continue
        for label, holder in zip(row.owners, row.holders, strict=True):
            if WITHHELD not in (name := holder or label) and name:
                owned.setdefault(name, []).append(row)
    return tuple(
        _owner_draft(
            name,
            found,
            members if name == _ALL else _reached(name, addresses),
            meeting,
            words_in(meeting.meeting.language if meeting else _language(found, languages)),
        )
        for name, found in owned.items()
    )


def _owner_draft(
    name: str, rows: Sequence[RegisterRow], to: Sequence[tuple[str, str]], meeting: MeetingRevision | None, words: Words
) -> MailDraft:
    ordered = sorted(rows, key=lambda row: (row.due_date is None, row.due_date or row.meeting_date))
    listed = [
        f"- {' '.join(row.text.split())}{_due(row, words)}{'' if meeting else _from(row, words)}" for row in ordered
    ]
    upcoming = [one] if meeting and (one := following(meeting)) else []
    what = words.actions_arising if len(rows) > 1 else words.action_arising
    subject = (
        f"{said_meeting(meeting.meeting)}: {what}" if meeting else f"{words.open_actions}{words.colon} {len(rows)}"
    )
    lines = [name, "", *([subject, "", *listed]), *_next(upcoming, words)]
    return MailDraft(
        about=f"actions {name}",
        who="everybody" if name == _ALL else name,
        to=tuple(to),
        subject=subject,
        text="\n".join(lines) + "\n",
        attached=(("actions.ics", action_calendar(map(_bare, ordered), upcoming).encode("utf-8")),),
    )


def _bare(row: RegisterRow) -> RegisterRow:
    """Return a row without the names of files, which may be called after restricted words."""
    return replace(row, meeting_file="", stood=tuple(replace(one, file="") for one in row.stood))


def _language(rows: Sequence[RegisterRow], languages: Mapping[str, str]) -> str:
    latest = max(rows, key=lambda row: row.meeting_date)
    return languages.get(latest.meeting_file, "en")


def _due(row: RegisterRow, words: Words) -> str:
    due = short_date(words, row.due_date) if row.due_date else row.due
    return f" – {due}" if due and due not in row.text else ""


def _from(row: RegisterRow, words: Words) -> str:
    late = f"; {words.overdue}" if row.overdue else ""
    return f" – {row.origin_title or row.meeting}, {short_date(words, row.origin_date)}{late}"


def _next(upcoming: Sequence[MeetingRevision], words: Words) -> list[str]:
    if not upcoming:
        return []
    return ["", f"{words.next_meeting}{words.colon} {short_date(words, upcoming[0].meeting.date)}"]


def notes_draft(
    meeting: Meeting, about: str, who: str, to: Sequence[tuple[str, str]], text: str, attached: tuple[str, bytes]
) -> MailDraft:
    """Write a mail with the notes, or an extract of them, as text and as a file; `meeting` is the public one."""
    words = words_in(meeting.language)
    draft = "" if meeting.approval else f" ({words.draft})"
    return MailDraft(
        about=about,
        who=who,
        to=tuple(to),
        subject=f"{said_meeting(meeting)}: {words.meeting_notes}{draft}",
        text=text,
        attached=(attached,),
    )


def said_meeting(meeting: Meeting) -> str:
    """Name a meeting of which the words may be seen: `Quay Committee, 7 May 2024`."""
    title = shown_words(meeting.title)
    day = short_date(words_in(meeting.language), meeting.date)
    return title if day in title else f"{title}, {day}"


def _reached(name: str, addresses: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    address = addresses.get(fold(name))
    return ((name, address),) if address else ()


def _address(name: str, address: str) -> Address | None:
    try:
        return Address(display_name=_line(name), addr_spec=address)
    except (ValueError, MessageError):
        return None


def _line(words: str) -> str:
    return " ".join(showable(_sound(words)).split())


def _sound(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")
