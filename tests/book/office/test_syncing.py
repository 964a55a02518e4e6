"""Tests of what a program looks at that opens a server's book, and of what it finds when it closes it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.book.office.test_courier import key
from tests.screens.live_app import AT
from tui.book.disk.atomic_write import replace_file
from tui.book.disk.folder_look import FolderLook
from tui.book.office.mirror import Mirror
from tui.book.office.server import OnServer, Server
from tui.book.opened import open_meeting
from tui.book.shelf.bin import delete_meeting

DAY = 86_400


def let_a_day_pass(machine: Machine) -> None:
    """Let nothing have come or gone in the mirror for a day: a fresh time may be that of another change as well."""
    changed = machine.folder.stat().st_mtime - DAY
    os.utime(machine.folder, (changed, changed))


def test_a_book_that_stays_as_it_is_is_looked_through_once(ann: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Mirror] = []
    look = Mirror.look

    def looking(mirror: Mirror) -> FolderLook:
        looked.append(mirror)
        return look(mirror)

    ann.new()
    let_a_day_pass(ann)
    monkeypatch.setattr(Mirror, "look", looking)
    with ann.open():
        pass
    assert len(looked) == 1


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[Server]:
    """The servers whose meetings were listed one by one."""
    asked: list[Server] = []
    meetings = Server.meetings

    def listing(server: Server) -> list[OnServer]:
        asked.append(server)
        return meetings(server)

    monkeypatch.setattr(Server, "meetings", listing)
    return asked


def test_a_book_in_which_nothing_has_changed_is_not_gone_through(
    ann: Machine, ben: Machine, listed: list[Server]
) -> None:
    ann.new()
    with ann.open():
        pass
    assert listed
    listed.clear()
    with ann.open():
        pass
    assert not listed
    ben.done("list")
    with ben.open(), open_meeting(ben.meeting) as opened:
        key(opened, "+Of the new jetty")
    listed.clear()
    with ann.open():
        pass
    assert listed
    assert of_book(ann.folder) == of_book(ben.folder)


@pytest.mark.parametrize("gone", [False, True])
def test_what_was_fetched_and_is_gone_again_is_seen(ann: Machine, ben: Machine, *, gone: bool) -> None:
    ann.new()
    ben.done("list")
    if gone:
        ben.meeting.unlink()
    else:
        ben.meeting.write_bytes(ben.meeting.read_bytes().replace(b"Moorings", b"Berthing"))
    ben.done("list")
    ann.done("list")
    assert of_book(ann.folder) == of_book(ben.folder) != {}


def write(machine: Machine) -> None:
    with open_meeting(machine.meeting) as opened:
        key(opened, "+Of the new jetty")


def put_another(machine: Machine) -> None:
    content = machine.meeting.read_bytes()
    assert b"Moorings" in content
    replace_file(machine.meeting, content.replace(b"Moorings", b"Berthing"), mode=0o600)


def delete(machine: Machine) -> None:
    delete_meeting(machine.meeting, AT)


def write_house(machine: Machine) -> None:
    styles = machine.folder / "styles"
    styles.mkdir()
    (styles / "own.md.j2").write_text("{{ meeting.title }}\n", encoding="utf-8")


@pytest.mark.parametrize("change", [write, put_another, delete, write_house])
def test_what_changes_while_a_book_is_open_is_elsewhere_once_it_is_closed(
    change: Callable[[Machine], None], ann: Machine, ben: Machine
) -> None:
    ann.new()
    ben.done("list")
    let_a_day_pass(ann)
    with ann.open():
        change(ann)
    ben.done("list")
    assert of_book(ben.folder) == of_book(ann.folder)


def of_book(folder: Path) -> dict[str, bytes]:
    """The meetings and the files of the house there."""
    found = [*folder.glob("*.json"), *folder.glob("styles/*")]
    return {one.name: one.read_bytes() for one in found}


def test_what_a_list_does_not_see_is_sent_by_the_next_program(ann: Machine, ben: Machine) -> None:
    # Written into its place by a hand that knows nothing of the book, which leaves the folder as it was.
    ann.new()
    ben.done("list")
    let_a_day_pass(ann)
    with ann.open():
        content = ann.meeting.read_bytes()
        ann.meeting.write_bytes(content.replace(b"Moorings", b"Berthing"))
    ann.done("list")
    ben.done("list")
    assert ben.meeting.read_bytes() == ann.meeting.read_bytes() != content
