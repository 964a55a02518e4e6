"""After a seal no removed word stands in any byte below the book or the caches, whatever stood beside the meeting."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.book.samples import START, meeting
from tests.examples import examples
from tui.book.disk.last_good import keep_state
from tui.book.disk.running import this_user
from tui.book.disk.tail_file import tail_path
from tui.book.draft import draft_path
from tui.book.file_names import paper_path
from tui.book.folder import Book
from tui.book.keeping import holding
from tui.book.keeping.sealing import beside, seal
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import read_journal
from tui.book.new_meeting import next_meeting_after
from tui.book.opened import OpenMeeting, create_meeting, open_meeting
from tui.book.register.register import register
from tui.book.search import search_book
from tui.book.shelf.moving import rename_to_fit
from tui.errors import MinutebookError, Refused
from tui.meeting.approval.approving import approve, withdraw
from tui.meeting.capture.capture import enter
from tui.meeting.capture.editing import delete_entries
from tui.meeting.checking.check import check
from tui.meeting.checking.fixes import waive
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.history.journal import commit
from tui.meeting.model import Approval, Section, SectionState

SECTIONS = (
    Section(id=1, heading="Workforce", number="1", state=SectionState.CURRENT),
    Section(id=2, heading="AOB", number="2"),
)


class Kept:
    """A meeting that is captured, with words that are to go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = create_meeting(folder, meeting(sections=SECTIONS, header=(("Repeats", "last Tuesday"),)))
        self.gone: list[bytes] = []

    def word(self) -> str:
        """Return one more word that must be in no file after the seal."""
        self.gone.append(f"zq{len(self.gone):03}x".encode())
        return self.gone[-1].decode()


def line(opened: OpenMeeting, *lines: str) -> None:
    for one in lines:
        opened.take(enter(opened.journal, one, START).journal, line="")
        assert opened.flush()


def corrected(opened: OpenMeeting, kept: Kept) -> None:
    word = kept.word()
    line(opened, f"The {word} pier is sound", f"s/{word}/long/")


def undone(opened: OpenMeeting, kept: Kept) -> None:
    line(opened, f"A {kept.word()} that nobody said", "/undo")


def undone_and_other(opened: OpenMeeting, kept: Kept) -> None:
    line(opened, f"!PCC to see to {kept.word()} by Friday", "/undo", "+and so on")


def restricted(opened: OpenMeeting, kept: Kept) -> None:
    word = kept.word()
    line(opened, f"The offer was [[{word} pounds]] in all", f"s/[[{word} pounds]]/fair/")


def deleted(opened: OpenMeeting, kept: Kept) -> None:
    line(opened, f"-{kept.word()} in haste")
    changed = delete_entries(opened.meeting, [opened.meeting.entries[-1].id])
    opened.take(commit(opened.journal, changed, "delete", START))


def renamed(opened: OpenMeeting, kept: Kept) -> None:
    sections = (replace(opened.meeting.sections[0], heading=f"Work {kept.word()}"), *opened.meeting.sections[1:])
    opened.take(commit(opened.journal, replace(opened.meeting, sections=sections), "rename", START))
    sections = (replace(sections[0], heading="Workforce"), *sections[1:])
    opened.take(commit(opened.journal, replace(opened.meeting, sections=sections), "rename", START))


def waived(opened: OpenMeeting, kept: Kept) -> None:
    line(opened, "It costs ?? pounds")
    finding = next(one for one in check(opened.meeting, HouseStyle()) if one.span and "??" in one.text)
    opened.take(waive(opened.journal, finding, f"nobody knew of {kept.word()}", START))
    line(opened, "s/??/40/")


def approved_before(opened: OpenMeeting, kept: Kept) -> None:
    opened.take(approve(opened.journal, Approval(by=f"Jo {kept.word()}", at=START), START))
    opened.take(withdraw(opened.journal, START))


def moved(opened: OpenMeeting, kept: Kept) -> None:
    """Give the meeting another day, so that copies stand under another name."""
    keep_state(kept.path, kept.path.read_bytes(), START)
    opened.take(commit(opened.journal, replace(opened.meeting, date=date(2019, 8, 28)), "details", START))


CHANGES = (corrected, undone, undone_and_other, restricted, deleted, renamed, waived, approved_before, moved)


def copied(name: str, *, cut: bool = False) -> Callable[[Kept], None]:
    """Return what leaves a copy of the meeting's file under another name, whole or without its end."""

    def leave(kept: Kept) -> None:
        content = kept.path.read_bytes()
        target = kept.path.parent / name.format(stem=kept.path.stem)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content[:-40] if cut else content)

    return leave


def left_draft(kept: Kept) -> None:
    draft_path(kept.path).write_text(f'{{"line":"{kept.word()}"}}', encoding="utf-8")


def left_tail(kept: Kept) -> None:
    """Leave a tail that a power cut brought back: what it tells is in the file."""
    tail_path(kept.path).write_text(f"{{}}\n{kept.word()}\n", encoding="utf-8")


def left_tail_of_copy(kept: Kept) -> None:
    copied("{stem} 2.json")(kept)
    tail_path(kept.path.with_name(f"{kept.path.stem} 2.json")).write_text(kept.word(), encoding="utf-8")


def left_state(kept: Kept) -> None:
    keep_state(kept.path, kept.path.read_bytes(), START)


def left_written_aside(kept: Kept) -> None:
    kept.path.with_name(f".{kept.path.name}.tmp-123-1").write_text(kept.word(), encoding="utf-8")


def left_lists(kept: Kept) -> None:
    kept.path.with_name(f"{kept.path.stem}.withheld.txt").write_text(kept.word(), encoding="utf-8")
    kept.path.with_name(f"{kept.path.stem}.changes-20190828-101112.txt").write_text(kept.word(), encoding="utf-8")


def left_paper(kept: Kept) -> None:
    """Leave the paper from which it was imported, and what was read of it."""
    for suffix in (".docx", ".read"):
        paper = paper_path(kept.path, suffix)
        paper.parent.mkdir(exist_ok=True)
        paper.write_text(kept.word(), encoding="utf-8")


def indexed(kept: Kept) -> None:
    register(Book(kept.folder), today=START.date(), public=False)
    list(search_book(Book(kept.folder), "pier", []))


def followed(kept: Kept) -> None:
    next_meeting_after(Book(kept.folder), kept.path, day=date(2019, 9, 24), at=START)


LEFT = (
    copied("{stem}.other-20190828-101112.json"),
    copied("{stem} (Ann's conflicted copy 2019-08-28).json"),
    copied("{stem} (Ann's conflicted copy 2019-08-28).json", cut=True),
    copied("{stem}.sync-conflict-20190828-101112-ABCDEFG.json"),
    copied("{stem}_conflict-20190828-101112.json", cut=True),
    copied("{stem}-DESKTOP-4711.json"),
    copied("{stem}-DESKTOP-4711.json", cut=True),
    copied("{stem} (1).json"),
    copied("{stem} - Copy.json", cut=True),
    copied("quite another name.json"),
    copied("quite another name.json", cut=True),
    copied("{stem}.damaged-20190828-101112.json", cut=True),
    copied("{stem}.unsaved-20190828-101112.json"),
    copied("bin/20190828-101112/{stem}.json"),
    copied("bin/20190828-101112/{stem}.json", cut=True),
    copied("bin/20190828-101112/.copies/{stem}/20190828-101112.000000Z.json"),
    copied(".copies/an older name/20190828-101112.000000Z.json", cut=True),
    copied("bin/20190828-101112/papers/{stem}.txt", cut=True),
    left_draft,
    left_tail,
    left_tail_of_copy,
    left_state,
    left_written_aside,
    left_lists,
    left_paper,
    indexed,
    followed,
)


def made(folder: Path, changes: list[int], left: list[int]) -> Kept:
    """Make an approved meeting with words that were removed, and whatever was left beside it."""
    kept = Kept(folder)
    with open_meeting(kept.path) as opened:
        for number in changes:
            CHANGES[number](opened, kept)
        indexed(kept)
        line(opened, "!PCC to mend the pier by Friday", "+the end")
    kept.path = rename_to_fit(kept.path, read_journal(kept.path))
    for number in left:
        LEFT[number](kept)
    with open_meeting(kept.path) as opened:
        opened.take(approve(opened.journal, Approval(by="Jo Lee", at=START), START))
    return kept


def bytes_below(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def everything(count: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, count - 1), unique=True, max_size=6)


@examples(150)
@given(changes=everything(len(CHANGES)), left=everything(len(LEFT)))
def test_whatever_stood_beside_a_meeting_no_removed_word_is_left_by_its_seal(
    changes: list[int], left: list[int]
) -> None:
    # No power cut comes here.
    with tempfile.TemporaryDirectory() as found, mock.patch.object(os, "fsync"):
        kept = made(Path(found) / "book", changes, left)
        before = read_journal(kept.path).meeting
        others = {
            path: read_journal(path) for path in Book(kept.folder).files() if read_id(path) not in ("", before.id)
        }
        seal(kept.path, "Jo Lee", START + timedelta(days=1))
        remaining = bytes_below(Path(found))
        assert [(word, str(file)) for file, content in remaining.items() for word in kept.gone if word in content] == []
        assert replace(read_journal(kept.path).meeting, waivers=()) == replace(before, waivers=())
        assert not verify(kept.path).faults
        assert {path: read_journal(path) for path in others} == others
        assert beside(kept.path) == ()


def read_id(path: Path) -> str:
    try:
        return read_journal(path).meeting.id
    except MinutebookError:
        return ""


@examples(40)
@given(changes=everything(len(CHANGES)), left=everything(len(LEFT)))
def test_whatever_stood_beside_it_a_held_meeting_is_left_byte_for_byte(changes: list[int], left: list[int]) -> None:
    # No power cut comes here.
    with tempfile.TemporaryDirectory() as found, mock.patch.object(os, "fsync"):
        kept = made(Path(found) / "book", changes, left)
        holding.hold(kept.path, "Jo Lee", "the auditor", START)
        before = bytes_below(Path(found))
        with pytest.raises(Refused, match="auditor"):
            seal(kept.path, "Jo Lee", START)
        assert bytes_below(Path(found)) == before


def test_a_seal_that_the_disk_stops_half_way_is_finished_by_the_next(tmp_path: Path) -> None:
    kept = made(tmp_path / "book", [0, 1], list(range(10)))
    before = read_journal(kept.path).meeting
    with (
        mock.patch.object(Path, "unlink", side_effect=OSError(5, "Input/output error")),
        pytest.raises(MinutebookError),
    ):
        seal(kept.path, "Jo Lee", START)
    assert read_journal(kept.path).meeting == before
    seal(kept.path, "Jo Lee", START)
    remaining = b"".join(bytes_below(tmp_path).values())
    assert [word for word in kept.gone if word in remaining] == []


def test_each_thing_that_may_be_left_holds_a_word_that_has_to_go(tmp_path: Path) -> None:
    """What stands beside the meeting is no empty promise: without a seal, the words are there."""
    for number, leave in enumerate(LEFT):
        if leave not in (indexed, followed):
            kept = made(tmp_path / str(number), [0], [number])
            there = b"".join(content for file, content in bytes_below(kept.folder).items() if file != kept.path)
            assert any(word in there for word in kept.gone)


def test_whoever_has_no_name_on_the_machine_holds_and_seals_all_the_same(tmp_path: Path) -> None:
    kept = made(tmp_path / "book", [0], [])
    with mock.patch("getpass.getuser", side_effect=KeyError("getpwuid(): uid not found: 65533")):
        holding.hold(kept.path, this_user(), "the auditor", START)
        with pytest.raises(Refused, match="somebody put a hold on the meeting on 27 August 2019: the auditor"):
            seal(kept.path, this_user(), START)
        holding.release(kept.path, this_user(), START)
        seal(kept.path, this_user(), START)
    assert verify(kept.path).links[-1].sealed == "on 27 August 2019"
