"""Finished minutes in the book: with their papers, once, and their actions in chains."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

from tui.book.folder import Book
from tui.book.meeting_file import read_meeting
from tui.book.new_meeting import next_meeting_after
from tui.meeting.model import Meeting, Status
from tui.notes.render import render_file
from tui.use_cases.importing import (
    ReadPaper,
    all_joined,
    meetings_of,
    papers_in,
    read_paper,
    read_papers,
    store,
    with_likenesses,
)

AT = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
MONTHS = "January February March April May June July August September October November December".split()


def known_ids(book: Book) -> frozenset[str]:
    return frozenset(meeting.id for meeting in meetings_of(book))


def minutes(month: int, before: str = "Nothing.", new: str = "") -> str:
    return (
        f"Minutes of the Ferry Committee held on 4 {MONTHS[month - 1]} 2025\n\n"
        f"Present: Ada Lowe (AL), Ben Marsh (BM)\n\n"
        f"1. Matters arising\n{before}\n\n2. Boats\nThe boats were talked of again in {MONTHS[month - 1]}.\n{new}\n"
    )


def imported(book: Book, *paths: Path) -> list[Meeting]:
    found = [read_paper(path, AT, known_ids(book)) for path in papers_in(paths)]
    return [read_meeting(path) for _, path, _ in store(book, found) if path is not None]


def write(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_paper_and_what_was_read_of_it_stand_beside_the_meeting(tmp_path: Path) -> None:
    given = write(tmp_path / "old", {"a.txt": minutes(1)}) / "a.txt"
    imported(Book(tmp_path / "book"), given)
    papers = tmp_path / "book" / "papers"
    assert (papers / "2025-01-04-ferry-committee.txt").read_bytes() == given.read_bytes()
    assert '"sure"' in (papers / "2025-01-04-ferry-committee.read").read_text(encoding="utf-8")


def test_what_the_book_has_comes_no_second_time(tmp_path: Path) -> None:
    folder, book = write(tmp_path / "old", {"a.txt": minutes(1), "b.txt": minutes(2)}), Book(tmp_path / "book")
    assert len(imported(book, folder)) == 2
    write(folder, {"c.txt": minutes(3)})
    assert [meeting.date.month for meeting in imported(book, folder)] == [3]
    assert len(book.files()) == 3


def test_an_import_that_was_stopped_goes_on_without_doubles(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    book.folder.mkdir()
    given = write(tmp_path / "old", {f"{month:02}.txt": minutes(month) for month in range(1, 8)})
    stopped = store(book, [read_paper(path, AT, known_ids(book)) for path in papers_in([given])])
    assert [next(stopped)[1] is not None for _ in range(3)] == [True] * 3
    stopped.close()  # type: ignore[attr-defined]
    assert len(imported(book, given)) == 4
    assert imported(book, given) == []
    assert len(known_ids(book)) == 7


def test_a_file_that_cannot_be_read_is_named_and_left(tmp_path: Path) -> None:
    folder, book = write(tmp_path / "old", {"a.txt": minutes(1), "b.txt": "No day here.\n"}), Book(tmp_path / "book")
    (folder / "c.docx").write_bytes(b"PK\x03\x04 damaged")
    found = [read_paper(path, AT, frozenset()) for path in papers_in([folder])]
    done = list(store(book, found))
    assert [path.name for _, path, _ in done if path] == ["2025-01-04-ferry-committee.json"]
    assert [why.split(":")[0].rpartition("/")[2] for _, path, why in done if path is None] == ["b.txt", "c.docx"]


def test_after_a_year_of_minutes_exactly_the_open_actions_come_forward(tmp_path: Path) -> None:
    texts = {
        "01.txt": minutes(1, new="Action: AL to paint the rail\nAction: BM to price a winch"),
        "02.txt": minutes(2, "AL to paint the rail. Done.\nBM to price a winch. One price has come in."),
        **{f"{month:02}.txt": minutes(month) for month in range(3, 11)},
        "11.txt": minutes(11, new="Action: BM to order rope by 1 December 2025"),
        "12.txt": minutes(12, "BM to price a winch. Still waiting.", "Action: AL to book the diver"),
    }
    book = Book(tmp_path / "book")
    meetings = imported(book, write(tmp_path / "old", texts))
    assert len(meetings) == 12
    made = next_meeting_after(book, book.files()[-1], day=date(2026, 1, 6), at=AT)
    brought = [entry for entry in read_meeting(made.path).entries if entry.action]
    assert [entry.text for entry in brought] == [
        "BM to price a winch.",
        "BM to order rope by 1 December 2025",
        "AL to book the diver",
    ]
    assert all(entry.action and entry.action.status is Status.OPEN for entry in brought)
    first = brought[0].action
    assert first is not None
    assert first.origin is not None
    assert first.origin.meeting.date == date(2025, 1, 4)


def mail(subject: str, text: str, attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ada@ferry.example", "all@ferry.example", subject
    message["Date"], message["Message-ID"] = "Wed, 4 Jun 2025 08:10:00 +0100", f"<{len(text)}@ferry.example>"
    message.set_content(text)
    if attached:
        message.add_attachment(attached, maintype="application", subtype="octet-stream", filename="minutes.txt")
    return b"From ada@ferry.example Wed Jun  4 08:10:00 2025\n" + message.as_bytes() + b"\n"


def test_a_mailbox_gives_the_minutes_of_its_mails_and_of_what_is_attached(tmp_path: Path) -> None:
    box = tmp_path / "minutes.mbox"
    mails = (
        mail("Lunch", "Who comes to lunch?\n"),
        mail("Minutes", minutes(1)),
        mail("Minutes", "See attached.\n", minutes(2).encode()),
    )
    box.write_bytes(b"".join(mails))
    book = Book(tmp_path / "book")
    done = list(store(book, read_papers(box, AT, frozenset())))
    assert [path.name for _, path, _ in done if path] == [
        "2025-01-04-ferry-committee.json",
        "2025-02-04-ferry-committee.json",
    ]
    assert all(one.known for one in read_papers(box, AT, known_ids(book)))


def test_notes_published_for_other_programs_are_the_meeting_again(tmp_path: Path) -> None:
    first = Book(tmp_path / "first")
    first.folder.mkdir()
    (meeting,) = imported(first, write(tmp_path / "old", {"a.txt": minutes(1, new="Action: AL to buy rope")}))
    (tmp_path / "notes.json").write_bytes(render_file(meeting, fmt="json"))
    second = Book(tmp_path / "second")
    second.folder.mkdir()
    (again,) = imported(second, tmp_path / "notes.json")
    assert [(one.kind, one.text, one.action and one.action.owners) for one in again.entries] == [
        (one.kind, one.text, one.action and one.action.owners) for one in meeting.entries
    ]
    assert imported(second, tmp_path / "notes.json") == []


def test_damaged_notes_for_other_programs_are_named(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text('{"format": "minutebook-notes-1", "title": 4}', encoding="utf-8")
    assert "damaged" in read_paper(tmp_path / "notes.json", AT, frozenset()).error


def test_a_mailbox_without_minutes_is_named(tmp_path: Path) -> None:
    box = tmp_path / "lunch.mbox"
    box.write_bytes(mail("Lunch", "Who comes to lunch?\n"))
    (read,) = read_papers(box, AT, frozenset())
    assert read.error.endswith("lunch.mbox: no mail of it holds minutes")


NAMED = "Minutes of the Ferry Committee held on {day} 2025\n\nPresent: {people}\n\n1. Boats\nThe boats are old.\n"


def named(tmp_path: Path, book: Book, *papers: tuple[str, str]) -> list[ReadPaper]:
    """Return papers with a day and people each, read and compared with the book."""
    texts = {
        f"{at}.txt": NAMED.format(day=day, people=people) + f"Action: {people.split(',')[0]} to buy rope\n"
        for at, (day, people) in enumerate(papers)
    }
    folder = write(tmp_path / f"old{len(texts)}{papers[0][0]}", texts)
    read = [read_paper(path, AT, known_ids(book)) for path in papers_in([folder])]
    return with_likenesses(read, meetings_of(book))


def doubted(found: list[ReadPaper]) -> list[tuple[str, str]]:
    return [(one.text, one.same) for paper in found if paper.draft for one in paper.draft.doubts if one.same]


def test_who_stands_under_less_of_a_name_is_doubted_and_joined_when_asked(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    found = named(tmp_path, book, ("4 March", "Cllr J Oddy, Ada Lowe"), ("4 April", "John Oddy, Ada Lowe"))
    assert doubted(found) == [("Cllr J Oddy", "John Oddy")]
    joined = all_joined(found)
    assert doubted(joined) == []
    stored = [read_meeting(path) for _, path, _ in store(book, joined) if path is not None]
    assert [[one.name for one in meeting.people] for meeting in stored] == [["John Oddy", "Ada Lowe"]] * 2
    assert [one.action.owners for one in stored[0].entries if one.action] == [("John Oddy",)]
    assert "Cllr J Oddy" in stored[0].unplaced


def test_nobody_is_joined_unasked_nor_doubted_where_two_would_fit(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    found = named(
        tmp_path,
        book,
        ("4 March", "J Oddy, Ada Lowe"),
        ("4 April", "John Oddy, Ada Lowe"),
        ("4 May", "Jane Oddy, Cy Orr"),
    )
    assert doubted(found) == []
    assert next(one.draft.meeting.people[0].name for one in found if one.draft) == "J Oddy"


def test_who_is_in_the_book_already_is_known_by_more_of_the_name(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    list(store(book, named(tmp_path, book, ("4 March", "John Oddy, Ada Lowe"))))
    assert doubted(named(tmp_path, book, ("4 April", "J Oddy, A Lowe"))) == [
        ("J Oddy", "John Oddy"),
        ("A Lowe", "Ada Lowe"),
    ]


def test_a_file_that_lies_in_the_folder_twice_is_stored_once(tmp_path: Path) -> None:
    book = Book(tmp_path / "book")
    folder = write(tmp_path / "old", {"a.txt": minutes(1), "copy of a.txt": minutes(1)})
    done = list(store(book, [read_paper(path, AT, frozenset()) for path in papers_in([folder])]))
    assert [(path is not None, why) for _, path, why in done] == [(True, ""), (False, "")]
