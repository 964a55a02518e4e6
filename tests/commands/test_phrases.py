"""`minutebook phrases`, run as a user runs it."""

from __future__ import annotations

from pathlib import Path

from tests.commands.command_line import minutebook, new_meeting


def test_phrases_are_added_listed_changed_and_removed(tmp_path: Path) -> None:
    book = tmp_path / "book"
    assert "There are no phrases yet" in minutebook(book, "phrases").out
    assert (
        minutebook(book, "phrases", "add", "psa", "The", "PCC sought", "assurance").out
        == ";psa  The PCC sought assurance\n"
    )
    assert minutebook(book, "phrases", "add", "ag", "agreed").status == 0
    assert "Before: agreed" in minutebook(book, "phrases", "add", "ag", "agreed by all").out
    assert minutebook(book, "phrases").out == ";ag  agreed by all\n;psa  The PCC sought assurance\n"
    assert minutebook(book, "phrases", "remove", "ag").out == "Removed: ;ag  agreed by all\n"
    assert (book / "styles" / "phrases.txt").read_text() == "psa The PCC sought assurance\n"


def test_a_name_that_could_not_be_typed_or_is_not_there_is_refused(tmp_path: Path) -> None:
    added, removed = minutebook(tmp_path, "phrases", "add", "P", "x"), minutebook(tmp_path, "phrases", "remove", "p")
    assert (added.status, removed.status) == (2, 2)
    assert "a name is a small letter" in added.err
    assert "there is no phrase of that name" in removed.err


def test_what_came_again_and_again_is_suggested(tmp_path: Path) -> None:
    path = new_meeting(tmp_path)
    lines = "".join(f"+The harbour master drew attention to the {what}.\n" for what in ("buoy", "crane", "slip"))
    assert minutebook(tmp_path, "capture", path.stem, stdin=lines).status == 0
    out = minutebook(tmp_path, "phrases").out
    assert "minutebook phrases add thmd 'The harbour master drew attention to the'  (3 times)" in out
