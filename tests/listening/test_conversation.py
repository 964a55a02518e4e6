"""A meeting is kept line by line: each line is answered by a plain one, and the notes are those of `capture`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.commands.command_line import minutebook, new_meeting
from tests.listening.hearing import a_meeting, keep
from tests.samples import FOLDER, SAMPLES, Sample
from tui.book.disk.storage import AtomicStorage
from tui.book.draft import TypedLine, draft_path, read_draft, write_draft
from tui.book.meeting_file import read_journal, read_meeting
from tui.listening.voice import LONGEST
from tui.meeting.model import Kind, Presence
from tui.notes.render import render


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("A bench is wanted", "note"),
        ("?PJH: who pays", "question, PJH"),
        ("%!MT to write to the county ^Friday @PJH", "action A1, restricted, MT, PJH, due 13 May 2022"),
        ("!Buy seed", "action A1, no owner, no due date"),
        ("!Tom Orchard to sweep", "action A1, Tom Orchard (not here), no due date"),
        ("=Agreed; proposed by MT, seconded by NS, 2 for, 1 against", "decision, proposed by MT, seconded by NS"),
        ("/go allotments", "section 2 Allotments"),
        ("/arrive Tom Orchard", "arrive Tom Orchard"),
        ("", "note"),
        ("/nowhere", "there is no command /nowhere"),
        ("s/bank/bench/", "no entry holds “bank”"),
        ("+the key is [[under the mat", "note; “[[” has no “]]” after it, so that all behind it is restricted"),
    ],
)
def test_a_line_is_answered_by_how_it_was_understood(line: str, answer: str, tmp_path: Path) -> None:
    heard = keep(a_meeting(tmp_path), line, terminal=True)
    assert heard.answers[1][0].startswith(answer)
    assert len(heard.answers[1][0]) <= LONGEST


def test_the_prompt_says_kind_and_section(tmp_path: Path) -> None:
    heard = keep(a_meeting(tmp_path), "?why", "-because", "/go 1a", "/section Trees and all that grows on the green")
    assert heard.prompts == [
        "note, 1: ",
        "response, 1: ",
        "point, 1: ",
        "note, 1a: ",
        "note, Trees and all that grow…: ",
    ]


def test_leaving_a_section_says_what_is_open_in_it_within_one_line(tmp_path: Path) -> None:
    heading = "the many reasons why the allotments by the river flood in spring"
    heard = keep(a_meeting(tmp_path), f"/rename {heading}", "/next", "?why", "/prev")
    assert heard.answers[3] == ["question"]
    assert heard.answers[4][0] == "section 1 the many reasons why the allotmen…; left 1a with 1 question unanswered"


def test_undo_says_what_it_undid(tmp_path: Path) -> None:
    heard = keep(a_meeting(tmp_path), "+The gate is shut", "/undo", "/redo")
    assert heard.said[1:3] == ["Undone: note “The gate is shut”", "Redone: note “The gate is shut”"]


def test_what_is_asked_about_the_meeting_is_answered_in_plain_lists(tmp_path: Path) -> None:
    heard = keep(
        a_meeting(tmp_path, forward=True), "/go 2", "+First", "+Then the gate", "/where", "/last 2", "/agenda", "/help"
    )
    assert heard.answers[4] == [
        "2 Allotments, here",
        "2 entries; the next line is a note",
        "19:30, 0:00 in; 7 members + 1 here; saved" + heard.answers[4][2][-9:],
    ]
    assert heard.answers[5] == ["note: First", "note: Then the gate"]
    assert heard.answers[6] == [
        "1 Matters arising, visited",
        "1a From the April 2022 meeting, unreached",
        "2 Allotments, here",
        "3 Any other business, unreached",
    ]
    help_lines = heard.answers[7]
    assert "? question" in help_lines
    assert "/review: the chair's review: settle the actions one after another; /review A2" in help_lines
    assert "/defer: Defer this section and go on" in help_lines


def test_a_command_of_its_own_takes_no_words_that_belong_to_the_notes(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, "/where there is a will", "/quit the club", "/last orders", r"\/where is it")
    assert [answer[0] for answer in heard.answers[1:4]] == [
        "/where takes no words after it; a line of text that begins with / needs \\ before",
        "/quit takes no words after it; a line of text that begins with / needs \\ before",
        "/last takes a number up to 200; a line of text that begins with / needs \\ before",
    ]
    assert [entry.text for entry in read_meeting(path).entries] == ["/where is it"]


def test_every_line_is_at_most_80_characters_and_has_no_escape_sequence(tmp_path: Path) -> None:
    heard = keep(
        a_meeting(tmp_path),
        "+\x1b[31mred\u202e " + "very long words " * 60,
        "/last",
        "/rename \x1b]0;title\x07" + "x" * 300,
    )
    assert all(len(line) <= LONGEST and line.isprintable() for answer in heard.answers for line in answer)


def test_words_in_brackets_over_several_lines_of_a_pipe_are_restricted_as_by_capture(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    keep(path, "+the [[key is", "-under the mat]] today")
    assert [entry.text for entry in read_meeting(path).entries] == ["the [[key is]]", "[[under the mat]] today"]


@pytest.mark.parametrize("sample", SAMPLES[:1], ids=lambda sample: sample.name)
def test_a_sample_keyed_line_by_line_makes_the_notes_of_capture(sample: Sample, tmp_path: Path) -> None:
    agenda = (FOLDER / f"{sample.name}.agenda.md").read_text(encoding="utf-8")
    script = (FOLDER / f"{sample.name}.capture.txt").read_text(encoding="utf-8")
    captured, kept = new_meeting(tmp_path / "a", agenda), new_meeting(tmp_path / "b", agenda)
    assert minutebook(tmp_path / "a", "capture", stdin=script).status == 0
    done = minutebook(tmp_path / "b", "open", "--line", stdin=script)
    assert (done.status, done.err) == (0, "")
    assert len(done.out.splitlines()) == len(script.splitlines()) + 4
    notes = [render(read_meeting(path), style=sample.style, fmt="md", version="internal") for path in (captured, kept)]
    assert notes[0] == notes[1]


def test_a_draft_comes_back_and_is_stored_or_dropped_when_that_is_said(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    draft = TypedLine(meeting=read_meeting(path).id, after=0, line="+half a", kind=Kind.NOTE)
    write_draft(path, draft)
    heard = keep(path, "+Something else")
    assert "This line was typed and not stored: “+half a”; /draft stores it." in heard.answers[0]
    kept = read_draft(path, read_journal(path))
    assert kept is not None
    assert kept.line == "+half a"
    keep(path, "/draft")
    assert [entry.text for entry in read_meeting(path).entries] == ["Something else", "half a"]
    assert not draft_path(path).exists()
    write_draft(path, TypedLine(meeting=draft.meeting, after=2, line="+half a", kind=Kind.NOTE))
    assert "dropped" in keep(path, "/draft drop").said
    assert not draft_path(path).exists()


def test_a_disk_that_refuses_is_said_at_each_line_and_the_words_go_to_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_meeting(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write = AtomicStorage.write

    def refuse(storage: AtomicStorage, tables: Mapping[str, Mapping[Any, Any]]) -> None:
        if storage._path.parent != elsewhere:
            raise OSError(28, "No space left on device")
        write(storage, tables)

    monkeypatch.setattr(AtomicStorage, "write", refuse)
    heard = keep(path, "+one", "+two", "/quit", f"/save {tmp_path / 'nowhere'}", f"/save {elsewhere}", terminal=True)
    words = ["NOT SAVED: the disk is full; trying again. /save FOLDER: another place"]
    assert heard.answers[1] == ["note", *words]
    assert heard.answers[2] == ["note", *words]
    assert heard.answers[3][0] == "The last changes are not on the disk: the disk is full."
    assert "there is no such folder" in heard.answers[4]
    assert heard.answers[5][0].startswith("the meeting is written to ")
    assert [entry.text for entry in read_meeting(elsewhere / path.name).entries] == ["one", "two"]


def test_people_are_listed_and_asked_about(tmp_path: Path) -> None:
    path = a_meeting(tmp_path)
    heard = keep(path, "/people", "orch", "", "nair left", "Nobody Known", "q", "", "/people hale", "b")
    assert heard.answers[1][:2] == ["7 members + 1 here", "member:"]
    assert "Tom Orchard: apologies" in heard.answers[1]
    assert heard.prompts[2] == "Tom Orchard, apologies; arrived? "
    assert heard.answers[3] == ["Tom Orchard arrived now"]
    assert heard.answers[4] == ["Sgt Priya Nair left now"]
    after = {person.name: person for person in read_meeting(path).people}
    assert after["Tom Orchard"].presence is Presence.PRESENT
    assert after["Dr Peter James Hale"].presence is Presence.ABSENT
    assert "Nobody Known" not in after
