"""Meetings made by hand, for the tests of the notes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.meeting.kinds import KINDS
from tui.meeting.model import Action, Due, Entry, Meeting, Origin, Person, Presence, Section, Source

NOW = datetime(2024, 5, 7, 19, 5)

PEOPLE = (
    Person(id=1, name="Rosa Quill", capacity="Harbour Commissioner", abbreviation="HC"),
    Person(id=2, name="Idris Vane", capacity="Chief Pilot", abbreviation="CP"),
    Person(id=3, name="Mo Tarn", capacity="Deputy Pilot", abbreviation="DP"),
    Person(id=4, name="Lin Moor", capacity="Secretary", abbreviation="LM"),
)

APRIL = Source(id="1" * 32, title="Harbour Board April 2024", date=date(2024, 4, 2))


def entry(at: int, kind: str, text: str, *, section: int = 1, **more: Any) -> Entry:
    """Make an entry; an action takes `owners`, `due`, `in_text`, `ref`, `topic`, `status` and `replaced_by`."""
    if kind == "action":
        due = Due(words=more.pop("due"), in_text=more.pop("in_text", False)) if "due" in more else None
        topic = more.pop("topic", None)
        ref = more.pop("ref", f"A{at}")
        origin = Origin(meeting=APRIL, entry=1, topic=topic) if topic is not None else None
        fields = {name: more.pop(name) for name in ("owners", "status", "replaced_by") if name in more}
        more["action"] = Action(ref=ref, due=due, origin=origin, **fields)
    return Entry(id=at, section=section, kind=KINDS[kind], text=text, captured=NOW, **more)


def meeting(*entries: Entry, **more: Any) -> Meeting:
    """Make a meeting of one section, or of the `sections` given."""
    fields: dict[str, Any] = {
        "title": "Harbour Board May 2024",
        "date": date(2024, 5, 7),
        "start": time(19),
        "header": (("Date", "7 May 2024"), ("Chair", "Rosa Quill"), ("Next", "4 June 2024, the boathouse")),
        "people": PEOPLE,
        "sections": (Section(id=1, number="1.", heading="DREDGING"),),
        **more,
    }
    return Meeting(id="0" * 32, entries=entries, **fields)


def apology(name: str) -> Person:
    """Make somebody who sent apologies."""
    return Person(id=9, name=name, capacity="Member", presence=Presence.APOLOGIES)


def read_markdown(page: str) -> list[str]:
    """Give the words of each block of a Markdown page as a reader of CommonMark and GitHub's tables sees them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    return [_words(token) for token in tokens if token.type in ("inline", "code_block", "fence", "html_block")]


def _words(token: Token) -> str:
    if token.type != "inline":
        return f"<{token.type}>"
    allowed = ("text", "em_open", "em_close", "strong_open", "strong_close", "text_special")
    return "".join(
        child.content if child.type in allowed else "\n" if child.type == "softbreak" else f"<{child.type}>"
        for child in token.children or []
    )
