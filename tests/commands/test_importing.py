"""`minutebook import` of finished minutes: shown first, stored when told, told in one line what went wrong."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.command_line import minutebook

MINUTES = """Minutes of the Ferry Committee held on 4 March 2025

Present: Ada Lowe (AL), Ben Marsh (BM)

1. Boats
The second boat leaks.
Action: BM to caulk the second boat by 1 April 2025
Action: somebody has to bail it out until then
"""


def paper(tmp_path: Path, text: str = MINUTES, name: str = "march.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_is_stored_before_it_was_shown(tmp_path: Path) -> None:
    done = minutebook(tmp_path / "book", "import", paper(tmp_path))
    assert done.status == 1
    assert "action: BM to caulk the second boat by 1 April 2025 [BM]" in done.out
    assert "--yes" in done.err
    assert not (tmp_path / "book").exists()


def test_doubts_come_first(tmp_path: Path) -> None:
    lines = minutebook(tmp_path / "book", "import", paper(tmp_path), "--dry-run").out.splitlines()
    doubt = next(at for at, line in enumerate(lines) if "names nobody who is to do it" in line)
    assert doubt < next(at for at, line in enumerate(lines) if "Ada Lowe" in line)


def test_yes_stores_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    given, book = paper(tmp_path), tmp_path / "book"
    assert "1 item, 3 entries, 2 actions" in minutebook(book, "import", given, "--yes").out
    (stored,) = book.glob("*.json")
    before = stored.read_bytes()
    again = minutebook(book, "import", given, "--yes")
    assert (again.status, again.out) == (0, "")
    assert "in the book already" in again.err
    assert stored.read_bytes() == before


def test_notes_of_imported_minutes_are_no_draft(tmp_path: Path) -> None:
    book = tmp_path / "book"
    minutebook(book, "import", paper(tmp_path), "--yes")
    for style in ("narrative", "findings", "formal"):
        notes = minutebook(book, "render", "2025-03", "--style", style, "--format", "txt")
        assert notes.status == 0
        assert "caulk the second boat" in notes.out
        assert "DRAFT" not in notes.out


def test_one_bad_file_of_a_folder_is_named_and_the_rest_is_stored(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    paper(folder)
    paper(folder, "Dear all, see you soon.\n", "letter.txt")
    done = minutebook(tmp_path / "book", "import", folder, "--yes")
    assert done.status == 2
    assert "letter.txt" in done.err
    assert len(list((tmp_path / "book").glob("*.json"))) == 1


def test_programs_read_what_was_understood_as_json(tmp_path: Path) -> None:
    done = minutebook(tmp_path / "book", "import", paper(tmp_path), "--dry-run", "--json")
    told = json.loads(done.out)
    assert [entry["kind"] for entry in told["read"]["meeting"]["entries"]] == ["note", "action", "action"]
    assert {one["what"] for one in told["read"]["read"]} == {"person", "section", "entry"}
