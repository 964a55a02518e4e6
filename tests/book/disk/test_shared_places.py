"""Tests of how a folder is known that is not one machine's alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book.samples import journal_of
from tui.book.disk import shared_places
from tui.book.disk.shared_places import kind_of_disk, shared_words
from tui.book.opened import create_meeting, open_meeting

# Folders that no machine has, and nobody lives in: the table alone decides.
MOUNTED = """/dev/sda1 / ext4 rw 0 0
server:/all /minutes-all nfs4 rw 0 0
//server/office /minutes-of/the\\040office cifs rw 0 0
/dev/sdb1 /minutes-all/ann/own ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/minutes-own/2024", "ext4"),
        ("/minutes-all/ann/2024", "nfs4"),
        ("/minutes-all/ann/own/2024", "ext4"),
        ("/minutes-of/the office/2024", "cifs"),
        ("/minutes-alls", "ext4"),
    ],
)
def test_the_disk_of_a_folder_is_the_one_mounted_nearest(folder: str, kind: str) -> None:
    assert kind_of_disk(Path(folder), MOUNTED) == kind


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Town Council", "Nextcloud", "Google Drive"])
def test_a_folder_that_is_synced_says_what_it_cannot_promise(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name / "minutes"
    folder.mkdir(parents=True)
    assert "kept the same on several machines" in shared_words(folder)
    assert "PostgreSQL" in shared_words(folder)


def test_a_folder_with_the_mark_of_a_program_that_syncs_it_is_known(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert "several machines" in shared_words(tmp_path)


def test_a_folder_of_this_machine_says_nothing(tmp_path: Path) -> None:
    for name in ("minutes", "synchrotron", "dropboxes"):
        (tmp_path / name).mkdir()
        assert shared_words(tmp_path / name) == ""


def test_who_opens_a_meeting_on_a_share_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_places, "_mounted", lambda: f"//server/office {tmp_path.resolve()} cifs rw 0 0\n")
    path = create_meeting(tmp_path, journal_of().meeting)
    with open_meeting(path) as opened:
        assert [words for words in opened.notices if "on a network share" in words]
    with open_meeting(path) as opened:
        assert not [words for words in opened.notices if "on a network share" in words]
