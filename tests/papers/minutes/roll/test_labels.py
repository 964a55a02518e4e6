"""What stands before lists of people, and what it says of them."""

import pytest

from tui.meeting.model import Group, Presence
from tui.papers.minutes.roll.labels import label_of


@pytest.mark.parametrize(
    ("line", "presence", "group", "rest"),
    [
        ("APOLOGIES; Ben H, Jen W", Presence.APOLOGIES, Group.MEMBER, "Ben H, Jen W"),
        ("Members Present: Ada Roe", Presence.PRESENT, Group.MEMBER, "Ada Roe"),
        ("Weiterhin sind anwesend:", Presence.PRESENT, Group.IN_ATTENDANCE, ""),
        ("Es fehlen:", Presence.ABSENT, Group.MEMBER, ""),
        ("Personnes excusées : M. Brun", Presence.APOLOGIES, Group.MEMBER, "M. Brun"),
        ("Anwesende Vertreter*innen: Ann Lowe", Presence.PRESENT, Group.MEMBER, "Ann Lowe"),
        ("Entschuldigte Räte: Ann Lowe", Presence.APOLOGIES, Group.MEMBER, "Ann Lowe"),
        ("Absents (excusés) :", Presence.APOLOGIES, Group.MEMBER, ""),
        ("Present - Mark (Chair), Dot", Presence.PRESENT, Group.MEMBER, "Mark (Chair), Dot"),
        ("Apologies for absence were received from Mr D Frost", Presence.APOLOGIES, Group.MEMBER, "Mr D Frost"),
    ],
)
def test_a_label(line: str, presence: Presence, group: Group, rest: str) -> None:
    found = label_of(line)
    assert found is not None
    assert (found[0].presence, found[0].group, found[1]) == (presence, group, rest)


def test_a_sentence_is_no_label() -> None:
    assert label_of("Present arrangements for parking will stay as they are.") is None
