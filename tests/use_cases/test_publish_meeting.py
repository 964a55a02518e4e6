"""A published set is whole, public in every byte, and written nowhere but where it may be."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.book.samples import journal_of, meeting
from tests.examples import examples
from tests.meeting.redaction.test_every_text import PATHS, meeting_with
from tests.meeting.redaction.test_every_text import SECRET as PLANTED
from tests.meeting.redaction.test_every_text import Path as FieldPath
from tests.meeting.room import AT, Taker
from tests.notes.test_restricted import SECRET, secretive_meetings
from tui.book.disk.storage import AtomicStorage
from tui.book.file_names import file_name
from tui.book.meeting_file import read_journal, tables_of
from tui.book.opened import open_meeting
from tui.errors import BadInput, BookError
from tui.meeting.approval.amendments import amendments
from tui.meeting.approval.approving import approve
from tui.meeting.approval.publications import told_publications
from tui.meeting.capture.capture import enter
from tui.meeting.history.journal import Journal, commit, undo
from tui.meeting.model import Approval, Meeting
from tui.notes.actions.files import PUBLISHED_LISTS
from tui.notes.formats import PUBLISHED
from tui.use_cases.publish_meeting import Published, note_published, publish_meeting, retract_published

NOW = datetime(2024, 6, 4, 20, tzinfo=UTC)


def stored(folder: Path, journal: Journal) -> Path:
    """Put a meeting into a book."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(journal.meeting)
    AtomicStorage(path).write(tables_of(journal))
    return path


def published(path: Path, folder: Path, **options: object) -> Published:
    more = {"styles_folder": path.parent / "styles", "at": NOW, **options}
    return publish_meeting(path, folder, **more)  # type: ignore[arg-type]


def bytes_in(folder: Path) -> bytes:
    """Give every byte under a folder, names included, and those of zip members too, unpacked."""
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes()
        found += [file.name.encode(), content]
        if zipfile.is_zipfile(BytesIO(content)):
            with zipfile.ZipFile(BytesIO(content)) as archive:
                found += [part for name in archive.namelist() for part in (name.encode(), archive.read(name))]
                found.append(archive.comment)
    return b"\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("way", PATHS, ids=lambda way: ".".join(name for _, name in way))
def test_a_secret_in_any_text_of_a_meeting_is_in_no_byte_of_the_set(way: FieldPath, tmp_path: Path) -> None:
    path = stored(tmp_path / "book", Journal(meeting=meeting_with(way, f"a [[{PLANTED}]] b")))
    assert PLANTED.encode() in path.read_bytes()
    published(path, tmp_path / "out")
    assert PLANTED.encode() not in bytes_in(tmp_path / "out")


def sample(*lines: str) -> Journal:
    taker = Taker()
    taker.do(*lines)
    return taker.journal


def test_the_set_is_notes_in_every_format_with_actions_and_a_manifest(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("?NS: who cut the hedge", ">PJH: nobody", "!PJH to cut it by Friday"))
    told: list[tuple[int, int]] = []
    done = published(path, tmp_path / "www" / "may", progress=lambda made, total: told.append((made, total)))
    stem = "2022-05-10-parish-council"
    assert done.names == (
        *(f"{stem}.{fmt}" for fmt in PUBLISHED),
        *(f"{stem}-actions.{fmt}" for fmt in PUBLISHED_LISTS),
    )
    assert {file.name for file in done.folder.iterdir()} == {*done.names, "manifest.json"}
    manifest = json.loads((done.folder / "manifest.json").read_text())
    assert manifest["files"] == {n: hashlib.sha256((done.folder / n).read_bytes()).hexdigest() for n in done.names}
    assert told == [(n, 6) for n in range(1, 7)]
    assert b"PJH to cut it" in (done.folder / f"{stem}-actions.csv").read_bytes()
    assert b"BEGIN:VTODO" in (done.folder / f"{stem}-actions.ics").read_bytes()


def test_the_list_of_what_is_withheld_stands_in_the_book_and_not_in_the_folder(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+The [[rent]] is low", "%+Quill owes it"))
    done = published(path, tmp_path / "www")
    assert done.listed == path.with_name("2022-05-10-parish-council.withheld.txt")
    assert done.withheld == 2
    page = done.listed.read_text()
    assert page.startswith("INTERNAL")
    assert "item 1, entry 1: 1 stretch of words of the note; words stand in [[ ]]" in page
    assert "rent" not in page
    assert "Quill" not in page


def test_publishing_again_replaces_the_set_whole_and_unchanged_notes_are_the_same_bytes(tmp_path: Path) -> None:
    journal = sample("+One", "!NS to go")
    path = stored(tmp_path / "book", journal)
    published(path, tmp_path / "www")
    before = {file.name: file.read_bytes() for file in (tmp_path / "www").iterdir()}
    published(path, tmp_path / "www")
    assert {file.name: file.read_bytes() for file in (tmp_path / "www").iterdir()} == before
    stored(tmp_path / "book", commit(journal, replace(journal.meeting, title="Parish Meeting"), "title", AT))
    path.unlink()
    published(tmp_path / "book" / "2022-05-10-parish-meeting.json", tmp_path / "www")
    assert {file.name for file in (tmp_path / "www").iterdir()}.isdisjoint(before.keys() - {"manifest.json"})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["book", "www"]


def test_a_draft_is_published_as_one_and_an_approved_meeting_with_its_amendments(tmp_path: Path) -> None:
    journal = sample("+Ten came")
    done = published(stored(tmp_path / "book", journal), tmp_path / "www")
    assert done.draft
    assert all(b"DRAFT" in (done.folder / name).read_bytes() for name in done.names[:3])
    journal = approve(journal, Approval(by="MT", at=AT), AT)
    entry = journal.meeting.entries[0]
    journal = commit(journal, replace(journal.meeting, entries=(replace(entry, text="Nine came"),)), "edit", NOW)
    done = published(stored(tmp_path / "book", journal), tmp_path / "www")
    assert not done.draft
    for name in done.names[:3]:
        page = " ".join((done.folder / name).read_text(encoding="utf-8").split())
        assert "DRAFT" not in page
        assert "“Ten came”" in page
        assert "“Nine came”" in page


@pytest.mark.parametrize("name", ["notes.txt", "manifest.json"])
def test_a_folder_with_anything_else_in_it_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / name).write_text("mine")
    with pytest.raises(BadInput, match="other files"):
        published(path, tmp_path / "www")
    assert [(file.name, file.read_text()) for file in (tmp_path / "www").iterdir()] == [(name, "mine")]


def test_another_meetings_set_a_file_added_and_a_file_in_the_way_are_refused(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    other = stored(tmp_path / "book", journal_of(1))
    published(path, tmp_path / "www")
    with pytest.raises(BadInput, match="another meeting"):
        published(other, tmp_path / "www")
    (tmp_path / "www" / "logo.png").write_bytes(b"png")
    with pytest.raises(BadInput, match=r"logo\.png"):
        published(path, tmp_path / "www")
    with pytest.raises(BadInput, match="file, not a folder"):
        published(path, tmp_path / "www" / "logo.png")


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", ".git"])
def test_what_a_file_manager_leaves_is_in_nobodys_way_and_stays(tmp_path: Path, name: str) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    (tmp_path / "www").mkdir()
    stray = tmp_path / "www" / name
    if name == ".git":
        stray.mkdir()
        stray = stray / "config"
    stray.write_bytes(b"theirs")
    published(path, tmp_path / "www")
    published(path, tmp_path / "www")
    assert stray.read_bytes() == b"theirs"


def test_a_file_that_somebody_changed_since_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    done = published(path, tmp_path / "www")
    page = done.folder / done.names[0]
    page.write_text("put right by hand")
    (done.folder / done.names[1]).unlink()
    with pytest.raises(BadInput, match=rf"{re.escape(done.names[0])} was changed by hand"):
        published(path, tmp_path / "www")
    assert page.read_text() == "put right by hand"
    published(path, tmp_path / "www", overwrite=True)
    assert "One" in page.read_text()


def test_the_meeting_knows_what_was_published_when_and_whether_it_is_stale(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    before = published(path, tmp_path / "www")
    assert note_published(path, before.publication) == ""
    [told] = told_publications(read_journal(path))
    assert (told.stale, told.publication.draft, told.publication.at) == (False, True, NOW)
    with open_meeting(path) as opened:
        opened.take(enter(opened.journal, "+Two", AT).journal)
    [told] = told_publications(read_journal(path))
    assert told.stale
    assert [(one.what, one.after) for one in told.changes] == [("added", "Two")]
    again = published(path, tmp_path / "www")
    assert [one.after for one in again.since] == ["Two"]
    note_published(path, again.publication)
    first, second = told_publications(read_journal(path))
    assert "replaced since" in first.words
    assert ("up to date" in second.words, second.stale, second.changes) == (True, False, ())
    with open_meeting(path) as opened:
        opened.take(approve(opened.journal, Approval(by="MT", at=AT), AT))
    assert told_publications(read_journal(path))[1].stale


@pytest.mark.skipif("not can_draw_pdf()", reason="needs WeasyPrint and Pango: PDF is an extra")
def test_the_meeting_knows_how_many_pages_were_published(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    assert published(path, tmp_path / "www").publication.pages is None
    assert published(path, tmp_path / "www", formats=("pdf",)).publication.pages == 1


def test_publishing_is_no_amendment_and_no_step_that_undo_takes_back(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", approve(sample("+One"), Approval(by="MT", at=AT), AT))
    note_published(path, published(path, tmp_path / "www").publication)
    journal = read_journal(path)
    assert amendments(journal) == ()
    assert undo(journal, NOW).meeting.published == journal.meeting.published


def test_a_meeting_that_another_program_holds_is_published_and_that_it_does_not_know_is_said(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    with open_meeting(path):
        assert "does not know of it" in note_published(path, published(path, tmp_path / "www").publication)
    assert read_journal(path).meeting.published == ()


def test_notes_that_are_taken_back_leave_a_notice_under_their_names(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+The [[rent]] is low"))
    done = published(path, tmp_path / "www")
    note_published(path, done.publication)
    made = retract_published(path, tmp_path / "www", "the <wrong> version", NOW)
    assert note_published(path, made) == ""
    for name in done.names[:4]:
        file = done.folder / name
        if name.endswith("docx"):
            page = "\n".join(one.text for one in docx.Document(str(file)).paragraphs)
        else:
            page = file.read_text()
        assert "withdrawn on 4 June 2024" in page
        assert "version" in page
        assert "<wrong>" not in page or not name.endswith("html")
        assert "is low" not in page
    assert {one.name for one in done.folder.iterdir()} == {*done.names[:4], "manifest.json"}
    assert told_publications(read_journal(path))[-1].words.endswith("withdrawn: the <wrong> version")
    assert not any(one.stale for one in told_publications(read_journal(path)))
    published(path, tmp_path / "www")
    assert "is low" in (done.folder / done.names[0]).read_text()
    with pytest.raises(BadInput, match="no notes of this meeting"):
        retract_published(path, tmp_path / "elsewhere", "", NOW)


def test_a_set_whose_manifest_was_changed_is_left_as_it_is_and_that_is_said(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    folder = published(path, tmp_path / "www").folder
    (folder / "manifest.json").write_text("{}x")
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    with pytest.raises(BadInput, match=r"its manifest\.json is not as it was written"):
        published(path, folder, overwrite=True)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_a_notice_stands_under_every_name_that_a_link_may_lead_to(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+The [[rent]] is low"))
    formats = ("html", "odt", "json")
    note_published(path, published(path, tmp_path / "www", formats=formats).publication)
    retract_published(path, tmp_path / "www", "wrong", NOW)
    names = {one.suffix for one in (tmp_path / "www").iterdir()}
    assert names == {".html", ".md", ".txt", ".odt", ".json"}
    (odt,) = (tmp_path / "www").glob("*.odt")
    with zipfile.ZipFile(odt) as archive:
        words = archive.read("content.xml").decode()
    assert "withdrawn on 4 June 2024" in words
    assert "low" not in words
    assert [one.name for one in (tmp_path / "www").glob("*.json")] == ["manifest.json"]


def test_the_book_itself_is_no_place_to_publish(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    with pytest.raises(BadInput, match="other files"):
        published(path, tmp_path / "book")
    published(path, tmp_path / "book" / "published")
    assert path.exists()


def test_the_internal_list_may_not_stand_in_the_public_folder(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    for place in ("www/list.txt", "www/deeper/list.txt", "www"):
        with pytest.raises(BadInput, match="internal"):
            published(path, tmp_path / "www", withheld=tmp_path / place)
    assert not (tmp_path / "www").exists()
    done = published(path, tmp_path / "www", withheld=tmp_path / "list.txt")
    assert done.listed.read_text().startswith("INTERNAL")


def test_a_list_that_cannot_be_written_publishes_nothing(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    path.with_name("2022-05-10-parish-council.withheld.txt").mkdir()
    with pytest.raises(BookError, match="--withheld"):
        published(path, tmp_path / "www")
    assert not (tmp_path / "www").exists()


def test_a_template_that_fails_publishes_nothing_and_leaves_the_earlier_set(tmp_path: Path) -> None:
    path = stored(tmp_path / "book", sample("+One"))
    published(path, tmp_path / "www")
    before = bytes_in(tmp_path / "www")
    own = tmp_path / "book" / "styles" / "own"
    own.mkdir(parents=True)
    for fmt in PUBLISHED[:3]:
        (own / f"notes.{fmt}.j2").write_text("{{ meeting.title }}" if fmt != "txt" else "{{ meeting.titel }}")
    with pytest.raises(BadInput, match="titel"):
        published(path, tmp_path / "www", style="own")
    assert bytes_in(tmp_path / "www") == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["book", "www"]


def test_a_meeting_that_is_not_there_publishes_nothing(tmp_path: Path) -> None:
    with pytest.raises(BookError):
        published(tmp_path / "gone.json", tmp_path / "www")
    assert not (tmp_path / "www").exists()


def test_a_restricted_title_is_in_no_name(tmp_path: Path) -> None:
    journal = Journal(meeting=meeting(title=f"Hearing of [[{SECRET}]]", header=()))
    path = stored(tmp_path / "book", journal)
    assert SECRET.lower() not in path.name
    done = published(path, tmp_path / "www")
    assert done.names[0] == "2019-08-27-hearing-of.html"
    assert SECRET.lower().encode() not in bytes_in(done.folder).lower()


@examples(15, few=2)
@given(shown=secretive_meetings(), style=st.sampled_from(["narrative", "findings", "formal", "summary", "actions"]))
def test_no_restricted_word_is_in_any_byte_of_the_set(
    tmp_path_factory: pytest.TempPathFactory, shown: Meeting, style: str
) -> None:
    folder = tmp_path_factory.mktemp("published")
    once = approve(Journal(meeting=shown), Approval(by=f"the [[{SECRET}]]", at=AT, corrections=(f"[[{SECRET}]]",)), AT)
    entry = shown.entries[0]
    changed = replace(shown, approval=once.meeting.approval, entries=(replace(entry, text="New"), *shown.entries[1:]))
    for number, journal in enumerate((Journal(meeting=shown), once, commit(once, changed, "edit", NOW))):
        done = published(stored(folder / "book", journal), folder / str(number), style=style)
        found = bytes_in(done.folder).lower()
        assert SECRET.lower().encode() not in found
        assert b"zan zi" not in found
        assert SECRET.encode() not in done.listed.read_bytes()
