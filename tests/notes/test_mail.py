"""Mail drafts, as the standard library reads them back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.notes.register_rows import row
from tui.meeting.model import Meeting, Status
from tui.notes.mail import MailDraft, mail_file, owner_drafts
from tui.notes.meeting_event import MeetingRevision

MEETING = Meeting(id="a" * 32, title="Quay Committee", date=date(2024, 5, 7), header=(("Next", "4 June 2024"),))
COUNCIL = MeetingRevision(meeting=MEETING, revision=3, changed=datetime(2024, 5, 7, tzinfo=UTC))


def read(draft: MailDraft) -> EmailMessage:
    message = message_from_bytes(mail_file(draft), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


def test_each_owner_gets_what_is_theirs_with_its_day_and_a_calendar_that_has_the_next_meeting() -> None:
    rows = (
        row(text="Buy rope", owners=("JB", "TH"), holders=("Jane Brown", "Tom Hale"), due_date=date(2024, 5, 10)),
        row(uid="a-2", text="Paint it", owners=("TH",), holders=("Tom Hale",)),
        row(uid="a-3", text="Sold the boat", owners=("JB",), holders=("Jane Brown",), status=Status.DONE),
    )
    jane, tom = owner_drafts(rows, {"jane brown": "jb@example.org"}, meeting=COUNCIL)
    message = read(jane)
    assert (message["To"], message["X-Unsent"]) == ("Jane Brown <jb@example.org>", "1")
    assert message["Subject"] == "Quay Committee, 7 May 2024: Action arising"
    assert "- Buy rope – 10 May 2024" in text_of(message)
    assert "Sold the boat" not in text_of(message)
    [calendar] = [str(part.get_content()) for part in message.iter_attachments()]
    assert calendar.count("BEGIN:VTODO") == 1
    assert "DTSTART;VALUE=DATE:20240604" in calendar
    assert (tom.to, tom.who) == ((), "Tom Hale")
    assert read(tom)["To"] is None
    assert {"- Buy rope – 10 May 2024", "- Paint it"} <= set(text_of(read(tom)).splitlines())


def test_what_is_withheld_goes_to_nobody_and_nothing_to_a_withheld_name() -> None:
    rows = (
        row(text="[restricted]", owners=("JB",), holders=("Jane Brown",)),
        row(uid="a-2", text="Paint it", owners=("[restricted]",), holders=("",)),
    )
    assert owner_drafts(rows, {"jane brown": "jb@example.org"}, meeting=COUNCIL) == ()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Ann\r\nBcc: all@example.org", "a@example.org"),
        ('"A, [/] <x>', "a@example.org"),
        ("\ud800é\x1b[31m", "a@example.org"),
        ("Ann", "no address\nBcc: x@y.z"),
        ("Ann", "a@b@c"),
    ],
)
def test_no_words_make_a_line_of_the_head(name: str, address: str) -> None:
    draft = MailDraft(about="x", who=name, to=((name, address),), subject=f"{name}\r\nX: y", text=f"{name}\n")
    message = read(draft)
    assert {key.casefold() for key in message} <= {
        "to",
        "subject",
        "x-unsent",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
    }
    addressed = [one.addr_spec for one in message["To"].addresses] if message["To"] else []
    assert addressed in ([], [address])
    assert mail_file(draft) == mail_file(draft)
