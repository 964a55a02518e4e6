from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.book.samples import START, action, meeting
from tui.book.folder import Book
from tui.book.opened import create_meeting, open_meeting
from tui.book.register.listing import listing
from tui.book.register.register import register
from tui.book.register.summaries import summaries
from tui.book.rescue.copies import bare_stem, copies_among
from tui.errors import BadInput
from tui.meeting.actions.updating import ActionUpdate
from tui.meeting.capture.capture import enter
from tui.meeting.model import Section, SectionState, Status
from tui.use_cases.update_action import find_uid, update_action

STEM = "2024-06-04-quay-committee"
COPIES = [
    f"{STEM} (Jane's conflicted copy 2024-06-05)",
    f"{STEM} (Jane's conflicted copy 2024-06-05 1)",
    f"{STEM} (In Konflikt stehende Kopie von Jane 2024-06-05)",
    f"{STEM} (copie en conflit de Jane 2024-06-05)",
    f"{STEM} (conflicted copy 2024-06-05 093012)",
    f"{STEM}.sync-conflict-20240605-093012-ABCDEFG",
    f"{STEM}_conflict-20240605-093012",
    f"{STEM}.other-20240605-093012",
    f"{STEM}.other-20240605-093012-2",
    f"{STEM} 2",
    f"{STEM} (1)",
    f"{STEM} - Copy",
    f"{STEM} - Copy (2)",
    f"{STEM} copy",
    f"{STEM} (1) (Jane's conflicted copy 2024-06-05)",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name_even_if_it_cannot_be_read(name: str) -> None:
    assert bare_stem(name) == STEM
    assert copies_among({name: "", STEM: "a"}) == {name: STEM}
    assert copies_among({name: "a", STEM: "a"}) == {name: STEM}


@pytest.mark.parametrize(
    "name",
    [
        f"{STEM}-Anns-PC",
        f"{STEM}-DESKTOP-4711",
        f"{STEM}_conflict_ann",
        f"{STEM}.Conflict",
        f"{STEM}_Diskstation_Dec-09-101112-2026_Conflict",
        f"{STEM}.orig",
        f"{STEM}（冲突副本）",
        f"Copy of {STEM}",
        f"Kopie von {STEM}",
        f"~{STEM}",
        f"{STEM} as Ann had it",
    ],
)
def test_a_file_that_cannot_be_read_is_a_copy_if_its_name_is_a_meetings_with_more_around_it(name: str) -> None:
    assert copies_among({name: "", STEM: "a"}) == {name: STEM}
    assert copies_among({name: "", STEM: "", "2024-06-04-quay": "b"}) == {}
    assert copies_among({name: "", f"{STEM}-two": "b"}) == {}


@pytest.mark.parametrize("name", [f"{STEM}-works", f"{STEM}s", f"{STEM}-2", "2024-06-04-ward", "2024-06-04-quay"])
def test_a_damaged_meeting_of_a_longer_name_is_no_copy_of_one_that_begins_alike(name: str) -> None:
    assert copies_among({name: "", STEM: "a"}) == {}


@pytest.mark.parametrize("words", ["quay-committee", "copy-shop", "conflict-of-interest-panel", "ward-2"])
def test_a_meetings_own_name_is_no_copys(words: str) -> None:
    assert bare_stem(f"2024-06-04-{words}") == f"2024-06-04-{words}"


@pytest.mark.parametrize(
    "name", [f"{STEM}-LAPTOP-7Q2", "backup of june", "2024-06-04-\udcff\udcfe", "2024-06-04-X", "2024"]
)
def test_a_copy_of_any_name_is_known_by_the_meetings_id(name: str) -> None:
    assert copies_among({name: "a", STEM: "a", "other": "b"}) == {name: STEM}


def two_files(book: Path) -> tuple[Path, Path]:
    """Return a meeting and a copy, in each of which something has been captured that the other lacks."""
    sections = (Section(id=1, heading="Workforce", state=SectionState.CURRENT),)
    own = create_meeting(book, meeting(sections=sections, entries=(action(1, "DCC to go", "A1"),)))
    copy = own.with_name(f"{own.stem} (Jane's conflicted copy 2019-08-28).json")
    shutil.copy(own, copy)
    for path, line in ((own, "!PCC to see to ours"), (copy, "!PCC to see to theirs")):
        with open_meeting(path) as opened:
            opened.take(enter(opened.journal, line, START).journal)
    return own, copy


def test_each_action_of_two_files_of_one_meeting_is_listed_once(tmp_path: Path) -> None:
    own, copy = two_files(tmp_path)
    found = register(Book(tmp_path), today=date(2019, 9, 1))
    assert sorted(row.text for row in found.rows) == ["DCC to go", "PCC to see to ours", "PCC to see to theirs"]
    (said,) = found.copies
    assert copy.name in said
    assert own.name in said
    decisions = listing(Book(tmp_path), "attendance", today=date(2019, 9, 1))
    assert [row["held"] for row in decisions.rows] == [1]
    assert decisions.copies == (said,)


def test_an_action_of_a_copy_is_updated_there(tmp_path: Path) -> None:
    own, copy = two_files(tmp_path)
    for path in (copy, own):
        uid = find_uid(path, "A2")
        updated = update_action(Book(tmp_path), uid, ActionUpdate(status=Status.DONE), START)
        assert updated.path == path
    assert all(row.status is Status.DONE for row in register(Book(tmp_path), today=date(2019, 9, 1)).rows[1:])


def test_the_meetings_own_file_is_found_by_its_beginning_and_is_the_latest(tmp_path: Path) -> None:
    own, copy = two_files(tmp_path)
    book = Book(tmp_path)
    assert book.find("2019-08") == own
    assert book.find() == own
    assert book.find(copy.name) == copy
    assert [(one.path, one.copy_of, one.open_actions) for one in summaries(book)] == [
        (copy, own.name, 0),
        (own, "", 2),
    ]
    other = create_meeting(tmp_path, meeting(id="b" * 32, header=(("Series", "Other"),)))
    with pytest.raises(BadInput, match="begins more than one"):
        Book(tmp_path).find("2019-08")
    assert other.exists()
