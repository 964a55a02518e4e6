"""What was changed in approved minutes by something else is said at opening, and no later write covers it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from tests.book.keeping.test_verifying import approved, by_the_page
from tests.book.samples import journal_of, with_entry
from tests.commands.command_line import minutebook
from tui.book.disk.chain import Chain, Link, chain_of, with_link, without_chain
from tui.book.disk.storage import encode_tables
from tui.book.keeping.sealing import seal
from tui.book.keeping.verifying import verify
from tui.book.meeting_file import read_stored, tables_of
from tui.book.opened import open_meeting

__all__ = ["approved"]

Change = Callable[[bytes], bytes]


def laid_out_anew(whole: bytes) -> bytes:
    """Lay a file out anew, as an editor does that knows JSON, with a word changed."""
    return whole.replace(b"line 7", b"line 9", 1).replace(b",\n", b",\n  ")


def without_its_chain(whole: bytes) -> bytes:
    return without_chain(whole)[0]


CHANGES: dict[str, Change] = {
    "a word": lambda whole: whole.replace(b"line 7", b"line 9", 1),
    "a row": lambda whole: b"".join(one for one in whole.splitlines(keepends=True) if b'"line 7"' not in one),
    "a byte outside the rows": lambda whole: whole.replace(b'"people":{\n', b'"people": {\n', 1),
    "the layout": laid_out_anew,
    "no chain": without_its_chain,
    "a link": lambda whole: whole.replace(b'"1":{"changes":', b'"1":{"changes":1', 1),
    "a chain that is none": lambda whole: whole.replace(b'"1":{"changes":', b'"1":{"changes":"x",', 1),
    "no end": lambda whole: whole[: whole.index(b'"chain":{') + 40],
    "no row of the meeting": lambda whole: whole.replace(b'"schema":1', b'"schema":', 1),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_to_approved_minutes_is_said_at_opening_and_found_after_later_writes(
    approved: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = len(verify(approved).links)
    approved.write_bytes(change(approved.read_bytes()))
    with open_meeting(approved) as opened:
        assert "not as last written since the approval" in " ".join(opened.notices)
        opened.take(with_entry(opened.journal, "Written over it"))
    for words in ("And once more", "And again"):
        with open_meeting(approved) as opened:
            assert opened.notices == ()
            opened.take(with_entry(opened.journal, words))
    found = verify(approved)
    assert any("found on " in fault and "not to be as last written" in fault for fault in found.faults), found.faults
    assert "not as it was written" in str(by_the_page(approved, monkeypatch))
    if change not in (CHANGES["no chain"], CHANGES["a chain that is none"], CHANGES["no end"]):
        # What was written before is still proven: the chain was not begun anew.
        assert len(found.links) >= links + 4


def test_a_change_is_said_on_the_command_line(approved: Path) -> None:
    approved.write_bytes(approved.read_bytes().replace(b'"people":{\n', b'"people": {\n', 1))
    done = minutebook(approved.parent, "check", approved.stem)
    assert "not as last written since the approval" in done.err
    done = minutebook(approved.parent, "capture", approved.stem, stdin="/go AOB\n+Written over it\n")
    assert done.status == 0, done
    assert "not as last written since the approval" in done.err
    done = minutebook(approved.parent, "verify", approved.stem)
    assert done.status == 1
    assert "found on " in done.out


def test_each_command_that_writes_says_it(approved: Path) -> None:
    whole = approved.read_bytes().replace(b'"people":{\n', b'"people": {\n', 1)
    for arguments in (["approve", "--withdraw"], ["approve", "--by", "Jo Lee"], ["check", "--fix", "all"]):
        approved.write_bytes(whole)
        done = minutebook(approved.parent, arguments[0], approved.stem, *arguments[1:])
        assert "not as last written since the approval" in done.err, arguments


def test_a_meeting_that_was_only_looked_at_stays_as_it_is(approved: Path) -> None:
    changed = approved.read_bytes().replace(b'"people":{\n', b'"people": {\n', 1)
    approved.write_bytes(changed)
    with open_meeting(approved) as opened:
        assert opened.notices
    assert approved.read_bytes() == changed


def test_a_seal_does_not_cover_a_change(approved: Path) -> None:
    minutebook(approved.parent, "approve", approved.stem, "--withdraw")
    minutebook(approved.parent, "approve", approved.stem, "--by", "Jo Lee")
    approved.write_bytes(approved.read_bytes().replace(b'"people":{\n', b'"people": {\n', 1))
    seal(approved, "Jo Lee", datetime(2024, 6, 1, tzinfo=UTC))
    assert any("found on 1 June 2024" in fault for fault in verify(approved).faults)


def test_minutes_approved_by_an_older_program_begin_their_chain_without_a_word(approved: Path) -> None:
    tables = tables_of(read_stored(approved).journal)
    rows = {name: dict(rows) for name, rows in tables.items()}
    # As it was written before there were checksums.
    approved.write_bytes(json.dumps(msgspec.to_builtins(rows, str_keys=True)).encode())
    with open_meeting(approved) as opened:
        assert opened.notices == ()
        opened.take(with_entry(opened.journal, "Written over it"))
    assert not verify(approved).faults


def test_tables_of_others_outlast_a_recovery(approved: Path) -> None:
    stored = read_stored(approved)
    ours = {**stored.others, "notes_of_another": {"1": {"words": "theirs"}}}
    approved.write_bytes(encode_tables(tables_of(stored.journal, ours)).replace(b"line 7", b"line 9", 1))
    with open_meeting(approved) as opened:
        assert opened.recovered
        opened.take(with_entry(opened.journal, "Written over it"))
    assert read_stored(approved).others["notes_of_another"] == {"1": {"words": "theirs"}}


def test_a_write_encodes_its_own_link_alone() -> None:
    chain = Chain()
    content = encode_tables(tables_of(journal_of(1)))
    for changes in range(40):
        whole, longer = with_link(content, chain, changes)
        assert longer.lines.startswith(chain.lines)
        chain = longer
    assert chain_of(read_links(whole)) == chain


def read_links(whole: bytes) -> list[Link]:
    return list(msgspec.json.decode(b"{" + (without_chain(whole)[1] or b"") + b"}", type=dict[str, Link]).values())
