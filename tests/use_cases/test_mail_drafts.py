"""Mail drafts of a meeting: to whom, from the addresses that stand with the people, and where they go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.use_cases.test_publish_meeting import sample, stored
from tui.book.folder import Book
from tui.use_cases.mail_drafts import draft_all, draft_extract, draft_for_chair, draft_reminders, stem_of, write_drafts

NOW = datetime(2022, 5, 11, 9, tzinfo=UTC)
LINES = (
    "/person NS = NS ned@example.org",
    "/person MT = MT mt@example.org",
    "/go 2",
    "!NS to cut the hedge by Friday",
    "%!PJH to sue the baker",
    "!PJH to write",
    "/chair MT",
)


def test_owners_members_the_chair_and_a_speaker_get_what_is_theirs(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample(*LINES))
    drafts = {one.about: one for one in draft_all(path, NOW)}
    ned = next(
        one for one in drafts.values() if one.to and one.to[0][1] == "ned@example.org" and "actions" in one.about
    )
    assert "cut the hedge" in ned.text
    assert {address for _, address in drafts["notes"].to} == {"ned@example.org", "mt@example.org"}
    assert drafts["notes"].attached[0][0].endswith(".docx")
    assert [address for _, address in draft_for_chair(path).to] == ["mt@example.org"]
    extract = draft_extract(path, "2", "NS")
    assert [address for _, address in extract.to] == ["ned@example.org"]
    assert "cut the hedge" in extract.text
    assert draft_extract(path, "2", "x@example.org").to == (("", "x@example.org"),)
    everything = [*drafts.values(), draft_for_chair(path), extract, *draft_reminders(Book(tmp_path / "book"), NOW)]
    assert "baker" not in repr(everything)
    assert [one.to[0][1] for one in draft_reminders(Book(tmp_path / "book"), NOW) if one.to] == ["ned@example.org"]


def test_a_reminder_speaks_the_language_of_the_meeting_that_its_actions_stand_in(tmp_path: Path) -> None:
    journal = sample("/details Language: German", *LINES)
    path = stored(tmp_path / "book", journal)
    late = NOW.replace(year=2023)
    [ned] = [one for one in draft_reminders(Book(path.parent), late) if one.to]
    assert ned.subject == "Offene Aufgaben: 1"
    assert "10. Mai 2022; überfällig" in ned.text


def test_drafts_replace_those_written_before_and_nothing_else(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample(*LINES))
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "mine.eml").write_text("mine")
    first = write_drafts(folder, "may-mail", draft_all(path, NOW))
    assert first.lacking
    assert all(name.startswith("may-mail-") for name in first.names)
    second = write_drafts(folder, "may-mail", draft_all(path, NOW)[-1:])
    assert {one.name for one in folder.iterdir()} == {*second.names, "mine.eml"}


def test_the_names_of_drafts_are_short_enough_for_a_disk_in_any_script(tmp_path: Path) -> None:
    heading = "अध्यक्ष " * 30
    path = stored(tmp_path / "book", sample(*LINES, f"/title {heading}", f"/rename {heading}"))
    drafts = (*draft_all(path, NOW), draft_extract(path, "2", "NS"), draft_extract(path, "2", "MT"))
    written = write_drafts(tmp_path / "drafts", stem_of(path), drafts)
    assert len(written.names) == len(drafts)
    assert all((tmp_path / "drafts" / name).stat().st_size for name in written.names)
