"""Tests of a server's book by whoever keeps a meeting, or settles its actions, line by line."""

from __future__ import annotations

from tests.book.office.machines import Machine
from tests.book.office.test_courier import key, until
from tests.book.office.test_proposals import action, agreed, gathered, proposing, settle, two
from tests.listening.hearing import Heard
from tests.postgres import Postgres
from tests.screens.live_app import AT
from tui.book.meeting_file import read_meeting
from tui.book.office.office import Office
from tui.book.opened import open_meeting
from tui.listening.saving import Saving
from tui.listening.settling import settle as settle_by_line
from tui.listening.talk import Talk
from tui.listening.voice import Spoken
from tui.meeting.capture.editing import delete_entries
from tui.meeting.history.journal import commit

__all__ = ["two"]


def test_whoever_writes_line_by_line_hears_of_the_server_and_of_who_asks(
    two: tuple[Office, Office], ann: Machine, ben: Machine, postgres: Postgres
) -> None:
    saving = Saving()
    with open_meeting(ann.meeting, on_saved=saving.note) as opened:
        talk = Talk(opened, lambda: AT, Heard([]), saving)
        heard: list[str] = []
        postgres.stop()
        key(opened, "+While it was away")
        until(lambda: gathered(heard, talk.words()))
        assert heard[0].startswith("NOT SHARED: the server does not answer")
        assert talk.words() == ""
        assert saving.standing(opened).endswith(", NOT SHARED")
        postgres.start()
        heard.clear()
        until(lambda: gathered(heard, talk.words()))
        assert heard == ["shared again"]
        heard.clear()
        two[1].ask(ben.meeting)
        until(lambda: gathered(heard, talk.words()))
        assert heard == [f"{two[1].who} asks for the pen; /quit gives it"]
        assert talk.words() == ""


def test_whoever_writes_line_by_line_hears_what_the_chair_settled(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    with open_meeting(ann.meeting) as writer, proposing(ben) as chair:
        talk = Talk(writer, lambda: AT, Spoken(prompts=False), Saving())
        settle(chair, "A3")
        heard: list[str] = []
        until(lambda: gathered(heard, talk.words(again=False)))
        assert heard[-1] == f"{two[1].who}: A3 agreed"
        assert agreed(writer) == ["A3"]
        until(lambda: chair.sharing == "all taken in")


def test_the_chair_settles_line_by_line_what_another_writes(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    with open_meeting(ann.meeting) as writer:
        heard = ben.run("review", "--line", stdin="y\no TR\ny\n+A note\n/next\nx\n/undo\nb\nd\n")
        assert heard.status == 1, heard
        until(lambda: writer.take_news(AT) == () and action(writer, "A3").status.value == "done")
        assert agreed(writer) == ["A1", "A2"]
        assert action(writer, "A2").owners == ("TR",)
        assert [one.kind.value for one in writer.meeting.entries] == ["action"] * 3
    assert "has the pen since" in heard.out
    assert "what you settle is taken in there" in " ".join(heard.out.split())
    refused = ["the notes are written by whoever has the pen", "that command belongs to whoever has the pen"]
    assert all(words in heard.out for words in refused)
    assert "to be taken in; 2024-05-07-quay-committee.json" in " ".join(heard.out.split())
    assert all(len(line) <= 80 for line in heard.out.splitlines())
    again = ben.run("review", "--line", stdin="q\n")
    assert again.status == 0, again
    assert "2 agreed, 1 done" in again.out
    assert "all taken in" not in heard.out


def test_an_action_that_was_deleted_meanwhile_ends_no_review_line_by_line(
    two: tuple[Office, Office], ann: Machine, ben: Machine
) -> None:
    ids = [one.id for one in read_meeting(ann.meeting).entries]
    with open_meeting(ann.meeting) as writer, proposing(ben) as chair:

        def after(answer: str, *deleted: int) -> str:
            for one in deleted:
                writer.take(commit(writer.journal, delete_entries(writer.meeting, [one]), "deleted", AT))
            until(lambda: bool(chair.take_news(AT)) or len(chair.meeting.entries) == len(writer.meeting.entries))
            return answer

        heard = Heard([lambda: after("y", ids[1]), lambda: after("y", ids[2])])
        settle_by_line(Talk(chair, lambda: AT, heard, Saving()))
    assert [line for line in heard.said if line.startswith("A")] == ["A1 agreed", "A3, 3 of 3."]
    assert "End of the review: 1 agreed" in " ".join(heard.said)
