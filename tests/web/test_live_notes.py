"""Those who follow in a browser see the public notes grow, hear only what is new, and never get a restricted word."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from aiohttp import ClientResponse

from tests.listening.hearing import NOW, a_meeting
from tests.notes.html_page import read_page
from tests.web.test_access import client_of
from tui.book.opened import OpenMeeting, open_meeting
from tui.meeting.capture.capture import enter
from tui.web.access import Access
from tui.web.live_notes import LiveNotes

SECRETS = ("whistleblower", "4,000", "dismissal", "Zelda")


def key(opened: OpenMeeting, *lines: str) -> None:
    for line in lines:
        opened.take(enter(opened.journal, line, NOW).journal, line="")
    assert opened.flush()


def looked(notes: LiveNotes) -> bool:
    """Look at the file, and make the page anew."""
    notes.following.look()
    return notes.look_again()


def test_only_what_is_new_is_told_and_the_page_grows(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    with open_meeting(path) as opened:
        key(opened, "+The tide was high")
        notes = LiveNotes(path, style="narrative", styles_folder=tmp_path)
        assert "The tide was high" in notes.page.body
        assert list(notes.page.news) == []
        key(opened, "?PJH: who *pays*", "!MT to write ^Friday", "/go 2")
        assert looked(notes)
        assert list(notes.page.news) == ["now item 2 Allotments", "question: PJH: who pays", "action A1: MT to write"]
        first = notes.page.version
        assert not looked(notes)
        key(opened, "s/write/phone/")
        assert looked(notes)
        assert list(notes.page.news) == ["action A1: MT to phone"]
        assert notes.page.version != first
        key(opened, "/undo")
        assert looked(notes)
        assert notes.page.version == first


def test_nothing_restricted_is_in_the_page_its_events_or_what_is_read_out(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    with open_meeting(path) as opened:
        notes = LiveNotes(path, style="findings", styles_folder=tmp_path)
        key(
            opened, "+The offer was [[4,000 pounds]] in all", "%!MT to see to the dismissal", "/section [[Zelda Fitch]]"
        )
        key(opened, "+Known to [[a whistleblower]]", "/restrict", "+the dismissal of Zelda")
        assert looked(notes)
        everything = json.dumps([notes.page.page, notes.page.body, *notes.page.news], ensure_ascii=False)
    assert [secret for secret in SECRETS if secret in everything] == []
    assert "note: The offer was [restricted] in all" in notes.page.news
    assert "[restricted]" in notes.page.body


def test_a_meeting_that_is_gone_stays_in_sight_and_that_is_said(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    notes = LiveNotes(path, style="narrative", styles_folder=tmp_path)
    before = notes.page
    path.unlink()
    assert looked(notes)
    assert notes.page.body == before.body
    assert notes.page.state == "The meeting’s file is gone; this is how it was."


def test_following_writes_nothing(tmp_path: Path) -> None:
    path = a_meeting(tmp_path, forward=True)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    notes = LiveNotes(path, style="narrative", styles_folder=tmp_path)
    looked(notes)
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


async def _event(answer: ClientResponse) -> dict[str, str]:
    while True:
        line = (await answer.content.readline()).decode()
        if line.startswith("data: "):
            read: dict[str, str] = json.loads(line.removeprefix("data: "))
            return read


@pytest.mark.parametrize("seen_first", [True, False])
async def test_a_save_is_sent_within_a_second_and_what_was_seen_is_not_sent_again(
    seen_first: bool, tmp_path: Path
) -> None:
    access = Access()
    async with client_of(tmp_path / "book", access) as client:
        (path,) = (tmp_path / "book").glob("*.json")
        page = await (await client.get(f"/{access.follows}/notes/")).text()
        read_page(page.removeprefix("<!DOCTYPE html>"))
        version = page.partition('data-version="')[2].partition('"')[0]
        asked = f"/{access.follows}/notes/events?seen={version if seen_first else ''}"
        async with client.get(asked) as answer:
            assert answer.headers["Content-Type"] == "text/event-stream"
            if not seen_first:
                assert (await _event(answer))["version"] == version
            with open_meeting(path) as opened:
                key(opened, "+The tide was high")
                began = time.monotonic()
                update = await _event(answer)
            # A busy machine takes longer; on a quiet one it is under half a second.
            assert time.monotonic() - began < 5
            assert [*update["news"]] == ["note: The tide was high"]
            assert "The tide was high" in update["body"]


async def test_a_style_without_a_main_part_and_a_page_without_scripts_can_be_read(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    own = tmp_path / "styles" / "bare"
    own.mkdir(parents=True)
    (own / "notes.html.j2").write_text("<html lang='en'><head></head><body>{{ meeting.title }}</body></html>", "utf-8")
    notes = LiveNotes(path, style="bare", styles_folder=tmp_path / "styles")
    assert notes.page.body == "Parish Council May 2022"
    assert '<noscript><p><a href="">Load it again to see what is new</a></p></noscript>' in notes.page.page
    assert '<script src="live.js" defer></script>' in notes.page.page
