from __future__ import annotations

import msgspec

from tests.book.samples import action, entry, meeting
from tui.meeting.model import Due, Kind, Meeting, Section
from tui.meeting.redaction.follower_view import for_chair, for_room
from tui.meeting.redaction.stubs import WITHHELD, WITHHELD_ITEM

SECRETS = ("plover", "merlin", "dunlin", "curlew", "godwit")


def with_secrets() -> Meeting:
    return meeting(
        title="Assurance [[plover]]",
        sections=(
            Section(id=1, heading="Workforce", number="1"),
            Section(id=2, heading="The merlin affair", number="2", restricted=True),
            Section(id=3, heading="Its end", number="2.1", level=2),
        ),
        entries=(
            entry(1, "Some *emphatic* words and [[a dunlin]] of them"),
            entry(2, "All about the curlew", restricted=True),
            action(3, "To count the godwit", "A1", restricted=True, due=Due(words="by the godwit's day")),
            entry(4, "The merlin again", section=3),
            entry(5, "A last word"),
        ),
    )


def words_in(shown: Meeting) -> str:
    return msgspec.json.encode(shown).decode().casefold()


def test_the_chair_sees_a_stub_in_the_place_of_whatever_is_restricted() -> None:
    shown = for_chair(with_secrets())
    assert not [secret for secret in SECRETS if secret in words_in(shown)]
    assert shown.title == f"Assurance {WITHHELD}"
    assert [section.heading for section in shown.sections] == ["Workforce", WITHHELD_ITEM, WITHHELD_ITEM]
    assert [(e.id, e.kind, e.text) for e in shown.entries] == [
        (1, Kind.NOTE, f"Some *emphatic* words and {WITHHELD} of them"),
        (2, Kind.NOTE, ""),
        (3, Kind.NOTE, ""),
        (5, Kind.NOTE, "A last word"),
    ]


def test_whoever_asks_for_the_internal_version_sees_all() -> None:
    assert for_chair(with_secrets(), internal=True) == with_secrets()


def test_the_room_is_given_no_hint_of_a_restricted_entry_and_no_marks() -> None:
    for seen in (with_secrets(), for_chair(with_secrets())):
        shown = for_room(seen)
        assert not [secret for secret in SECRETS if secret in words_in(shown)]
        assert [e.text for e in shown.entries] == [f"Some emphatic words and {WITHHELD} of them", "A last word"]
