"""Tests of a book in PostgreSQL as it is used: by commands, on two machines."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.commands.command_line import AGENDA, minutebook
from tests.places import ROOT
from tests.postgres import Postgres
from tui.book.office.server import Server
from tui.book.opened import open_meeting

SAMPLES = ROOT / "sample_meetings"
JUNE = AGENDA.replace("7 May 2024", "4 June 2024").replace("May 2024", "June 2024")


def test_the_notes_are_the_same_bytes_as_those_of_a_folder(ann: Machine, ben: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    for book in (folder, ann.address):
        with ann._there():
            for month, after in (("02", []), ("03", ["--after", "2024-02"])):
                agenda = SAMPLES / f"2024-{month}-assurance.agenda.md"
                script = (SAMPLES / f"2024-{month}-assurance.capture.txt").read_text("utf-8")
                assert minutebook(book, "new", "--agenda", agenda, *after).status == 0
                assert minutebook(book, "capture", f"2024-{month}", stdin=script).status == 0
    for command in (
        ["render", "2024-03", "--format", "txt"],
        ["render", "2024-03", "--style", "findings", "--format", "md"],
        ["actions", "--open", "--format", "md"],
        ["search", "the"],
        ["list"],
    ):
        here = minutebook(folder, *command)
        assert here.status == 0
        assert ben.done(*command) == here.out.replace(str(folder), str(ben.folder))


def test_a_machine_sees_what_another_has_stored(ann: Machine, ben: Machine) -> None:
    ann.new()
    ann.done("capture", stdin="?HM: who pays\n!TR to ask by Friday\n")
    assert "1 open" in ben.done("list")
    ben.done("capture", stdin="+The wall holds\n")
    ann.done("list")
    assert ann.texts() == ben.texts() == ["who pays", "TR to ask by Friday", "The wall holds"]
    assert ann.meeting.read_bytes() == ben.meeting.read_bytes()
    assert ann.meeting.stat().st_mode & 0o077 == 0


def test_a_password_is_neither_printed_nor_kept(postgres: Postgres, database: str, tmp_path: Path) -> None:
    with postgres.connect(database) as connection:
        connection.execute("DROP ROLE IF EXISTS locked")
        connection.execute("CREATE ROLE locked LOGIN SUPERUSER PASSWORD 's3cret-word'")
    right = Machine(tmp_path / "right", postgres.address(database, "locked", "s3cret-word"))
    right.new()
    assert "s3cret-word" not in right.run("list").out
    wrong = Machine(tmp_path / "wrong", postgres.address(database, "locked", "wr0ng-word"))
    refused = wrong.run("list")
    assert refused.status == 3
    assert "password" in refused.err
    assert refused.err.count("\n") == 1
    for secret in (b"s3cret-word", b"wr0ng-word"):
        assert secret.decode() not in refused.out + refused.err
        assert not [one for one in tmp_path.rglob("*") if one.is_file() and secret in one.read_bytes()]
        assert not [one for one in tmp_path.rglob("*") if secret.decode() in one.name]


def test_a_database_that_is_not_there_is_said_in_a_line(postgres: Postgres, tmp_path: Path) -> None:
    done = Machine(tmp_path, postgres.address("nowhere")).run("list")
    assert (done.status, done.out) == (3, "")
    assert "no such database" in done.err
    assert done.err.count("\n") == 1


def test_a_book_that_has_not_been_seen_yet_needs_its_server(tmp_path: Path) -> None:
    done = Machine(tmp_path, "postgresql://ann@127.0.0.1:1/minutes").run("list")
    assert done.status == 3
    assert "the server does not answer" in done.err


def test_without_its_server_a_book_goes_on_and_sends_later(ann: Machine, ben: Machine, postgres: Postgres) -> None:
    ann.new()
    postgres.stop()
    try:
        listed = ann.run("list")
        assert listed.status == 0
        assert "Quay Committee" in listed.out
        assert "the server does not answer" in listed.err
        typed = ann.run("capture", stdin="+Kept here\n+And this\n")
        assert (typed.status, typed.out) == (0, "1: note\n2: note\n")
        assert "sent" in typed.err
    finally:
        postgres.start()
    ann.done("list")
    ben.done("list")
    assert ben.texts() == ["Kept here", "And this"]


def test_what_two_wrote_apart_is_kept_and_can_be_joined(ann: Machine, ben: Machine, postgres: Postgres) -> None:
    ann.new()
    ben.done("list")
    postgres.stop()
    try:
        ann.run("capture", stdin="+Of Ann\n")
        ben.run("capture", stdin="+Of Ben\n+And more\n")
    finally:
        postgres.start()
    ann.done("list")
    told = ben.run("list")
    assert "2 changes made here could not be shared" in told.err
    own, other = ben.files()[1], ben.files()[0]
    own, other = (own, other) if ".other-" in other.name else (other, own)
    assert ".other-" in other.name
    joined = ben.run("join", own.stem, other.name, "--take", "all")
    assert joined.status == 0, joined
    ann.done("list")
    assert ann.texts() == ["Of Ann", "Of Ben", "And more"]


def test_a_meeting_deleted_here_is_in_the_bin_there_and_comes_back(ann: Machine, ben: Machine) -> None:
    ann.new()
    ann.done("capture", stdin="+A word\n")
    ben.done("list")
    ann.done("delete", ann.meeting.stem)
    ben.done("list")
    assert not ben.files()
    assert "Quay Committee" in ben.done("bin")
    ben.done("restore-deleted")
    ann.done("list")
    assert ann.texts() == ["A word"]


def test_a_meeting_whose_day_is_changed_gets_its_new_name_everywhere(ann: Machine, ben: Machine) -> None:
    ann.new()
    ben.done("list")
    changed = ann.run("details", ann.meeting.stem, "--date", "14 May 2024")
    assert changed.status == 0, changed
    ben.done("list")
    assert [one.name for one in ben.files()] == ["2024-05-14-quay-committee.json"]


def test_a_seal_leaves_no_removed_word_on_the_server_or_on_the_machines(
    ann: Machine, ben: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    ann.done("capture", stdin="The zqcorrected pier\ns/zqcorrected/long/\n")
    ben.done("list")

    def there() -> bool:
        with postgres.connect(database) as connection:
            names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'minutebook'").fetchall()
            rows = [row for (name,) in names for row in connection.execute(f"SELECT t::text FROM minutebook.{name} t")]
        on_server = any(word in row for (row,) in rows for word in ("zqcorrected", b"zqcorrected".hex()))
        files = (file for one in (ann, ben) for file in one.state.rglob("*") if file.is_file())
        return on_server or any(b"zqcorrected" in file.read_bytes() for file in files)

    assert there()
    assert ann.run("approve", "--by", "Jo Lee").status == 0
    ann.done("seal", "--yes")
    ben.done("list")
    assert not there()
    assert ben.texts() == ["The long pier"]


def test_the_house_and_its_styles_are_everywhere(ann: Machine, ben: Machine) -> None:
    ann.new()
    ann.done("phrases", "add", "psa", "The PCC sought assurance that")
    ann.done("house", ann.meeting.stem, "--style", "findings")
    assert "sought assurance" in ben.done("phrases")
    assert "findings" in ben.done("house", "2024-05")
    assert (ben.folder / "papers" / "2024-05-07-quay-committee.md").read_text("utf-8") == AGENDA


def test_two_meetings_of_one_name_are_both_kept(ann: Machine, ben: Machine, postgres: Postgres) -> None:
    ann.new(JUNE)
    ben.done("list")
    postgres.stop()
    try:
        for machine in (ann, ben):
            (machine.state / "may.md").write_text(AGENDA, encoding="utf-8")
            assert machine.run("new", "--agenda", machine.state / "may.md").status == 0
    finally:
        postgres.start()
    ann.done("list")
    told = ben.run("list")
    assert told.status == 0
    assert "kept as" in told.err
    assert len(ben.files()) == 3


def test_a_newer_book_is_said_to_be_newer(ann: Machine, postgres: Postgres, database: str) -> None:
    ann.new()
    with postgres.connect(database) as connection:
        connection.execute("INSERT INTO minutebook.migration (number) VALUES (999)")
    done = ann.run("list")
    assert done.status == 3
    assert "update minutebook" in done.err


def test_a_change_of_the_tables_that_is_cut_off_has_done_nothing(
    ann: Machine, postgres: Postgres, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.book.office import schema

    whole = schema.migrations()
    number, script = whole[0]
    monkeypatch.setattr(schema, "migrations", lambda: [(number, script + "\nSELECT 1 / 0;")])
    with pytest.raises(Exception, match="division"), ann.open():
        pass
    with postgres.connect(database) as connection:
        assert connection.execute("SELECT to_regnamespace('minutebook')").fetchone() == (None,)
    monkeypatch.setattr(schema, "migrations", lambda: whole)
    ann.new()


def test_another_book_at_the_same_address_takes_nothing_of_the_first(
    ann: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    with postgres.connect("postgres") as connection:
        connection.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())
        connection.execute(f"CREATE DATABASE {database}".encode())
    told = ann.run("list")
    assert "another book" in told.err
    assert not ann.files()
    aside = next(one for one in (ann.state / "office").iterdir() if ".before-" in one.name)
    assert list(aside.glob("2024*.json"))


def test_a_standby_is_read_and_says_that_it_takes_no_writes(
    ann: Machine, ben: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    with postgres.connect(database) as connection:
        connection.execute(f"ALTER DATABASE {database} SET default_transaction_read_only = on".encode())
    assert "Quay Committee" in ben.done("list")
    refused = ben.run("capture", stdin="+No\n")
    assert refused.status == 3
    assert "takes no writes" in refused.err
    with postgres.connect("postgres") as connection:
        connection.execute(f"ALTER DATABASE {database} RESET default_transaction_read_only".encode())


def test_a_word_changed_on_the_server_by_hand_is_found(
    ann: Machine, ben: Machine, postgres: Postgres, database: str
) -> None:
    ann.new()
    ann.done("capture", stdin="+A word\n")
    with postgres.connect(database) as connection:
        connection.execute("UPDATE minutebook.row SET line = replace(line, 'A word', 'A lie')")
    done = ben.run("list")
    assert done.status == 3
    assert "is not whole on the server" in done.err


def test_it_is_said_in_a_line_that_psycopg_is_lacking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    from tui.book.office.office import Office
    from tui.errors import BookError

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(BookError, match=r"needs psycopg; pip install 'minutebook\[postgres\]'"):
        Office.open("postgresql://ann@127.0.0.1:1/minutes", tmp_path)


def test_what_is_known_of_the_server_may_be_damaged_or_lost(ann: Machine, ben: Machine) -> None:
    ann.new()
    ann.done("capture", stdin="+One\n")
    ben.done("list")
    ben.done("capture", stdin="+Two\n")
    known = ann.folder / ".office" / "known.sqlite"
    known.write_bytes(b"no database at all, " * 500)
    ann.done("capture", stdin="+Three\n")
    known.unlink()
    ann.done("list")
    ben.done("list")
    assert ann.texts() == ben.texts() == ["One", "Two", "Three"]
    assert len(ann.files()) == 1


def test_a_program_that_is_given_the_mirror_finds_the_server(ann: Machine, ben: Machine) -> None:
    ann.new()
    assert minutebook(ann.folder, "capture", stdin="+In the mirror\n").status == 0
    ben.done("list")
    assert ben.texts() == ["In the mirror"]
    with ben.open() as office:
        office.take(ben.meeting, take_over=False)
        held = minutebook(ann.folder, "capture", stdin="+Not now\n")
    assert held.status == 3
    assert "has the pen" in held.err


def test_many_programs_that_come_first_make_the_tables_once(postgres: Postgres, database: str, address: str) -> None:
    def come(failed: list[Exception]) -> None:
        server = Server(address)
        try:
            server.meetings()
        except Exception as error:
            failed.append(error)
        finally:
            server.close()

    failed: list[Exception] = []
    programs = [threading.Thread(target=come, args=(failed,)) for _ in range(8)]
    for one in programs:
        one.start()
    for one in programs:
        one.join(30)
    assert failed == []
    with postgres.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM minutebook.book").fetchone() == (1,)


def test_two_machines_of_one_name_are_told_apart(ann: Machine, ben: Machine) -> None:
    # Both run here, and so have one name and one user.
    ann.new()
    ben.done("list")
    with ann.open(), open_meeting(ann.meeting):
        assert ben.run("capture", stdin="+No\n").status == 3
    ben.done("capture", stdin="+Yes\n")
