"""An approved meeting's chain finds each byte that is not as it was written, and so does the page's short script."""

from __future__ import annotations

import random
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.book.samples import journal_of, with_entry
from tests.commands.command_line import minutebook
from tests.places import ROOT
from tui.book.disk.storage import encode_tables
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import tables_of
from tui.book.opened import open_meeting
from tui.errors import BookError
from tui.meeting.approval.approving import approve
from tui.meeting.model import Approval

AT = datetime(2024, 5, 14, 10, tzinfo=UTC)


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    """A meeting that was approved, and changed twice afterwards."""
    path = tmp_path / "2024-05-07 harbour.json"
    path.write_bytes(encode_tables(tables_of(journal_of(12))))
    with open_meeting(path) as opened:
        opened.take(approve(opened.journal, Approval(by="Jo Lee", at=AT), AT))
    for words in ("Added later", "And once more: 40 €"):
        with open_meeting(path) as opened:
            opened.take(with_entry(opened.journal, words))
    return path


def by_the_page(path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return what the page's script ends with: 0, or what it found."""
    page = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    script = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[1]
    assert len(script.splitlines()) <= 30
    monkeypatch.setattr(sys, "argv", ["check", str(path)])
    with pytest.raises(SystemExit) as ended:
        exec(compile(script, "files.md", "exec"), {})
    return ended.value.code


def test_each_of_a_thousand_changed_bytes_is_found_also_by_the_script_of_the_page(
    approved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = approved.read_bytes()
    found = verify(approved)
    assert not found.faults
    assert [link.changes for link in found.links] == sorted({link.changes for link in found.links})
    assert len(found.links) == 3
    assert by_the_page(approved, monkeypatch) == 0
    chance = random.Random(1)
    for _ in range(1_000):
        at = chance.randrange(len(whole))
        changed = whole[:at] + bytes([whole[at] ^ chance.randrange(1, 256)]) + whole[at + 1 :]
        approved.write_bytes(changed)
        assert by_the_page(approved, monkeypatch) != 0, changed[at - 20 : at + 20]
        with suppress(BookError):
            assert verify(approved).faults, changed[at - 20 : at + 20]


def test_the_row_that_was_changed_is_named(approved: Path) -> None:
    approved.write_bytes(approved.read_bytes().replace(b"line 7", b"line 9", 1))
    assert verify(approved).faults == (
        "the file is not as it was written",
        "row 7 of the table entries is not as it was written",
    )


def test_a_link_that_was_taken_out_or_changed_is_found(approved: Path) -> None:
    whole = approved.read_bytes()
    lines = whole.splitlines(keepends=True)
    (second,) = [number for number, line in enumerate(lines) if line.startswith(b'"2":{"changes"')]
    approved.write_bytes(b"".join([*lines[:second], *lines[second + 1 :]]))
    assert verify(approved).faults
    approved.write_bytes(whole.replace(b'"1":{"changes":', b'"1":{"changes":1', 1))
    assert "link 1" in verify(approved).faults[0]


def test_a_draft_has_no_chain_and_a_withdrawn_approval_keeps_it(tmp_path: Path, approved: Path) -> None:
    draft = tmp_path / "2024-06-04 harbour.json"
    draft.write_bytes(encode_tables(tables_of(journal_of(3))))
    assert b'"chain"' not in draft.read_bytes()
    assert not verify(draft).links
    minutebook(tmp_path, "approve", approved.stem, "--withdraw")
    assert len(verify(approved).links) == 4
    assert not verify(approved).faults


def test_the_command_says_so_and_prints_the_last_hash(tmp_path: Path, approved: Path) -> None:
    done = minutebook(tmp_path, "verify", approved.stem)
    assert done.status == 0
    assert f"last hash {verify(approved).links[-1].link}" in done.out
    approved.write_bytes(approved.read_bytes().replace(b"line 7", b"line 9", 1))
    done = minutebook(tmp_path, "verify", approved.stem)
    assert done.status == 1
    assert "row 7 of the table entries" in done.out
