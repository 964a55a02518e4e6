"""A meeting of invented people, and somebody who keys lines into it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.capture.capture import Outcome, enter
from tui.meeting.history.journal import Journal
from tui.meeting.model import (
    Action,
    Due,
    Entry,
    Group,
    Kind,
    Meeting,
    Origin,
    Person,
    Presence,
    Section,
    SectionState,
    Source,
)

AT = datetime(2022, 5, 10, 19, 4)
EARLIER = Source(id="e" * 32, title="Parish Council", date=date(2022, 4, 12))
PEOPLE = (
    Person(id=1, name="Cllr Maureen Tidy", capacity="Chair of the Council", abbreviation="MT"),
    Person(id=2, name="Mrs Odette van der Linde", capacity="Parish Clerk"),
    Person(id=3, name="Dr Peter James Hale", abbreviation="PJH"),
    Person(id=4, name="Rowan Ashby-Cole", capacity="Head Teacher", group=Group.GUEST),
    Person(id=5, name="Sgt Priya Nair", capacity="Neighbourhood Sergeant", abbreviation="NS"),
    Person(id=6, name="Gwen Pike"),
    Person(id=7, name="Tom Pike"),
    Person(id=8, name="Tom Orchard", presence=Presence.APOLOGIES),
    Person(id=9, name="Police and Crime Panel liaison Ida Novak", abbreviation="PCL"),
)
SECTIONS = (
    Section(id=1, heading="Matters arising", number="1", state=SectionState.CURRENT, reached=1),
    Section(id=2, heading="", number="1a", level=2, brought_from=EARLIER),
    Section(id=3, heading="Allotments", number="2"),
    Section(id=4, heading="Any other business", number="3"),
)


def parish(**fields: object) -> Meeting:
    """Give a parish council's meeting with nothing captured, standing in its first section."""
    meeting = {
        "id": "1" * 32,
        "title": "Parish Council May 2022",
        "date": AT.date(),
        "header": (
            ("Chair", "Cllr Maureen Tidy"),
            ("Minutes", "Odell Noakes, Assistant"),
            ("Treasurer", "Ivy Thrupp"),
            ("Repeats", "second Tuesday of the month"),
        ),
        "people": PEOPLE,
        "sections": SECTIONS,
        **fields,
    }
    return Meeting(**meeting)  # type: ignore[arg-type]


def with_forward(meeting: Meeting | None = None) -> Meeting:
    """Give the meeting with three actions brought forward in its section 1a."""
    texts = ("MT to price a bench", "Pike family to clear the ditch", "PJH to write to the county in a month")
    dues = (None, None, Due(words="in a month", date=date(2022, 5, 12), in_text=True))
    entries = tuple(
        Entry(
            id=number,
            section=2,
            kind=Kind.ACTION,
            text=text,
            captured=AT,
            action=Action(
                ref=f"B{number}",
                owners=(text.split()[0],) if text[0] != "P" or number == 3 else (),
                due=due,
                origin=Origin(meeting=EARLIER, entry=number, topic="Green"),
            ),
        )
        for number, (text, due) in enumerate(zip(texts, dues, strict=True), 1)
    )
    return replace(meeting or parish(), entries=entries)


class Taker:
    """Somebody at the capture line, one line after another."""

    def __init__(self, meeting: Meeting | None = None) -> None:
        self.journal = Journal(meeting=meeting or parish())
        self.outcome: Outcome | None = None

    @property
    def meeting(self) -> Meeting:
        return self.journal.meeting

    @property
    def kind(self) -> Kind:
        return self.meeting.current_kind

    def do(self, *lines: str) -> None:
        """Enter lines."""
        for line in lines:
            self.outcome = enter(self.journal, line, AT)
            self.journal = self.outcome.journal

    def key(self, *lines: str) -> Entry:
        """Enter lines; give the entry the last one stored or corrected, else the one captured last."""
        self.do(*lines)
        if self.outcome is not None and self.outcome.entry is not None:
            return self.meeting.entry(self.outcome.entry)
        return max(self.meeting.entries, key=lambda e: e.id)

    def refusal(self, line: str) -> str:
        """Enter a line that has to be refused; give the reason."""
        before = self.journal
        try:
            enter(self.journal, line, AT)
        except Refused as refused:
            assert self.journal == before
            return str(refused)
        raise AssertionError(f"{line!r} was not refused")


def keyed(*lines: str) -> Entry:
    """Give the entry that lines keyed into a fresh meeting come to."""
    return Taker().key(*lines)


def action(line: str) -> tuple[str, tuple[str, ...], str | None]:
    """Give the words, owners and due words of an action keyed into a fresh meeting."""
    entry = keyed(line)
    assert entry.action is not None
    return entry.text, entry.action.owners, entry.action.due.words if entry.action.due else None
