"""The commands of the line in words, and what may follow them in a meeting."""

from __future__ import annotations

from tests.meeting.room import Taker, parish
from tui.meeting.capture.command_words import COMMAND_WORDS, completions, rest_of, said_of_command
from tui.meeting.capture.commands import NAMES


def test_every_command_is_described() -> None:
    assert set(COMMAND_WORDS) == set(NAMES)
    assert said_of_command("arrive").startswith("/arrive  Somebody came in")
    assert said_of_command("re") == "/rename  /redo  /restrict  /resume"
    assert said_of_command("xyz") == ""


def test_a_slash_alone_may_become_every_command() -> None:
    assert [whole for whole, _ in completions(parish(), "/")] == [f"/{name}" for name in COMMAND_WORDS]


def test_what_follows_is_completed_from_the_meeting() -> None:
    taker = Taker()
    taker.do("!MT to paint the door", "!Dig the allotments over")
    assert completions(taker.meeting, "/drop dig") == [("/drop A2", "Dig the allotments over")]
    assert completions(taker.meeting, "/leave gw")[0][0] == "/leave Gwen Pike"
    assert completions(taker.meeting, "/go allot") == [("/go 2", "Allotments")]
    assert [whole for whole, _ in completions(taker.meeting, "/move ")] == [
        f"/move {way}" for way in ("up", "down", "in", "out")
    ]
    assert completions(taker.meeting, "/close ") == completions(taker.meeting, "a line") == []


def test_only_what_is_sure_is_offered_in_the_line() -> None:
    assert rest_of(parish(), "/leave Gwen") == " Pike"
    assert rest_of(parish(), "/leave Tom") == ""
    assert rest_of(parish(), "/arr") == "ive"
    assert rest_of(parish(), "/xyz") == ""
