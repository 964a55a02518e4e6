"""The meeting without its restricted words."""

from datetime import date, datetime, time

from tui.meeting.model import Action, Due, Entry, Kind, Meeting, Person, Section
from tui.meeting.redaction.public_version import is_restricted, public

NOW = datetime(2024, 5, 1, 19, 0)


def entry(at: int, kind: Kind, text: str, section: int = 1, **more: object) -> Entry:
    return Entry(id=at, section=section, kind=kind, text=text, captured=NOW, **more)  # type: ignore[arg-type]


def meeting(*entries: Entry, **more: object) -> Meeting:
    more = {"sections": (Section(id=1, heading="Works", number="1"),), **more}
    return Meeting(id="0" * 32, title="Allotments", date=date(2024, 5, 1), entries=entries, **more)  # type: ignore[arg-type]


def test_a_meeting_without_restrictions_is_itself() -> None:
    kept = meeting(entry(1, Kind.NOTE, "The hedge is cut."))
    assert public(kept) == kept
    assert not is_restricted(kept)


def test_restricted_words_leave_their_brackets() -> None:
    shown = public(meeting(entry(1, Kind.NOTE, "Plot [[17, Mr Hale]] is bare.")))
    assert shown.entries[0].text == "Plot [[]] is bare."


def test_a_restricted_entry_keeps_its_place_and_nothing_else() -> None:
    action = Action(ref="A1", owners=("LM",), due=Due(words="Friday", date=date(2024, 5, 3)))
    shown = public(meeting(entry(1, Kind.ACTION, "LM to sue", speakers=("LM",), restricted=True, action=action)))
    assert shown.entries[0] == Entry(
        id=1, section=1, kind=Kind.ACTION, text="", captured=NOW, restricted=True, action=Action(ref="A1")
    )


def test_points_go_with_the_restricted_entry_they_hang_on() -> None:
    shown = public(
        meeting(
            entry(1, Kind.QUESTION, "Who pays?", restricted=True),
            entry(2, Kind.POINT, "We do."),
            entry(3, Kind.EVENT, "The kettle boiled."),
            entry(4, Kind.POINT, "They do."),
            entry(5, Kind.NOTE, "The gate is painted."),
            entry(6, Kind.POINT, "In green."),
        )
    )
    assert [(e.id, e.text) for e in shown.entries] == [
        (1, ""),
        (3, "The kettle boiled."),
        (4, ""),
        (5, "The gate is painted."),
        (6, "In green."),
    ]


def test_an_update_on_a_restricted_action_is_restricted() -> None:
    shown = public(
        meeting(
            entry(1, Kind.ACTION, "LM to sue", restricted=True, action=Action(ref="B1")),
            entry(2, Kind.UPDATE, "The court sat.", about=1),
        )
    )
    assert [e.text for e in shown.entries] == ["", ""]


def test_a_restricted_section_takes_those_below_it_along() -> None:
    sections = (
        Section(id=1, heading="Dispute", number="1", restricted=True, presenter="LM", papers=("Letter",)),
        Section(id=2, heading="Costs", number="1.1", level=2),
        Section(id=3, heading="Hedges", number="2"),
    )
    shown = public(meeting(entry(1, Kind.NOTE, "Nobody may know.", section=2), sections=sections))
    assert [(s.number, s.heading, s.restricted) for s in shown.sections] == [
        ("1", "", True),
        ("1.1", "", True),
        ("2", "Hedges", False),
    ]
    assert shown.entries == ()


def test_a_restricted_name_is_hidden_wherever_it_labels_something() -> None:
    people = (Person(id=1, name="[[Jo Hale]]", capacity="Tenant"), Person(id=2, name="Lin Moor", abbreviation="LM"))
    action = Action(ref="A1", owners=("Jo Hale", "LM"))
    shown = public(
        meeting(
            entry(1, Kind.NOTE, "Yes.", speakers=("Jo Hale",)),
            entry(2, Kind.ACTION, "Both to write", action=action),
            entry(3, Kind.EVENT, "Jo Hale arrived.", person=1),
            people=people,
        )
    )
    assert "Hale" not in repr(shown)
    assert shown.entries[1].action
    assert shown.entries[1].action.owners == ("[[]]", "LM")


def test_due_words_and_header_lines_may_be_restricted() -> None:
    due = Due(words="by [[the hearing]]", date=date(2024, 6, 1))
    shown = public(
        meeting(
            entry(1, Kind.ACTION, "LM to write", action=Action(ref="A1", due=due)),
            header=(("Date", "[[1 May 2024 19:00]]"), ("Venue", "[[Shed]] 2")),
            start=time(19),
        )
    )
    assert shown.entries[0].action
    assert shown.entries[0].action.due == Due(words="by [[]]")
    assert shown.header == (("Date", "[[]]"), ("Venue", "[[]] 2"))
    assert shown.start is None
