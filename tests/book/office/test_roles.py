"""Tests of who may what in a book in PostgreSQL: by the program, and by whoever tries with psql."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.postgres import Postgres
from tui.book.meeting_file import read_meeting

SECRET = "four thousand pounds"
SCRIPT = (
    f"+The offer was [[{SECRET}]] in all\n%!TR to pay {SECRET}\n+Open words\ns/Open/{SECRET}/\ns/{SECRET}/Open/\n"
    "/section Staff\n/restrict\n+Ill since the spring\n"
)


@pytest.fixture
def logins(postgres: Postgres, ann: Machine, database: str, tmp_path: Path) -> dict[str, Machine]:
    """A book with restricted words, and a machine for a login of each role."""
    ann.new()
    ann.run("capture", stdin=SCRIPT)
    found = {}
    with postgres.connect(database) as connection:
        for role in ("clerk", "chair", "reader"):
            login = f"{database}_{role}_ann"
            connection.execute(f"CREATE ROLE {login} LOGIN IN ROLE {database}_{role}".encode())
            found[role] = Machine(tmp_path / role, postgres.address(database, login))
    return found


def test_a_clerk_writes_and_the_history_says_who(
    logins: dict[str, Machine], ann: Machine, postgres: Postgres, database: str
) -> None:
    logins["clerk"].done("capture", stdin="+By the clerk\n")
    ann.done("list")
    assert ann.texts()[-1] == "By the clerk"
    with postgres.connect(database) as connection:
        row = connection.execute(
            "SELECT stored_by FROM minutebook.row WHERE kind = 'history' ORDER BY key::int DESC LIMIT 1"
        ).fetchone()
    assert row == (f"{database}_clerk_ann",)


def test_the_chair_reads_all_and_stores_nothing(logins: dict[str, Machine]) -> None:
    chair = logins["chair"]
    assert "Quay Committee" in chair.done("list")
    assert any(SECRET in text for text in chair.texts())
    refused = chair.run("capture", stdin="+No\n")
    assert refused.status == 3
    assert "only reads" in refused.err


def test_a_reader_has_the_public_version_and_nothing_else(logins: dict[str, Machine]) -> None:
    reader = logins["reader"]
    assert "Open words" in reader.done("render", "--format", "txt")
    assert "Open words" in reader.texts()
    refused = reader.run("capture", stdin="+No\n")
    assert refused.status == 3
    assert "only reads" in refused.err
    for file in reader.state.rglob("*"):
        if file.is_file():
            assert SECRET.encode() not in file.read_bytes()
            assert b"Ill since" not in file.read_bytes()


def test_what_a_reader_changes_in_the_mirror_goes_nowhere(logins: dict[str, Machine], ann: Machine) -> None:
    reader = logins["reader"]
    reader.done("list")
    file = reader.meeting
    before = file.read_bytes()
    file.write_bytes(before.replace(b"Open words", b"Own words"))
    told = reader.run("list")
    assert "only reads" in told.err
    assert file.read_bytes() == before
    ann.done("list")
    assert "Open words" in ann.texts()


def test_a_meeting_that_was_deleted_is_gone_for_readers(logins: dict[str, Machine], ann: Machine) -> None:
    reader = logins["reader"]
    reader.done("list")
    ann.done("delete", ann.meeting.stem)
    reader.done("list")
    assert not reader.files()


TABLES = ("meeting", "row", "pen", "file", "proposal")


@pytest.mark.parametrize(
    "command",
    [
        *(f"SELECT * FROM minutebook.{table}" for table in TABLES),
        *(f"COPY minutebook.{table} TO STDOUT" for table in TABLES),
        "SELECT minutebook.take_pen((SELECT id FROM minutebook.public_meeting), 'x', 'x', true, '1 hour')",
        "SELECT minutebook.remove((SELECT id FROM minutebook.public_meeting), 'x', 1, 1)",
        "SELECT minutebook.put_file('house.toml', '', 'x', false)",
        "SELECT minutebook.grant_roles()",
        "UPDATE minutebook.public_row SET line = ''",
        "DELETE FROM minutebook.public_meeting",
        "INSERT INTO minutebook.migration VALUES (999)",
        "CREATE FUNCTION minutebook.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE minutebook.row DISABLE ROW LEVEL SECURITY",
        "SET row_security = off; SELECT * FROM minutebook.row",
        "SET ROLE postgres",
    ],
)
def test_a_reader_who_tries_with_psql_is_refused(
    command: str, logins: dict[str, Machine], postgres: Postgres, database: str
) -> None:
    done = postgres.psql(database, f"{database}_reader_ann", command)
    assert done.returncode != 0, done.stdout
    assert SECRET not in done.stdout + done.stderr


def test_a_right_that_is_given_by_mistake_gives_a_reader_nothing(
    logins: dict[str, Machine], postgres: Postgres, database: str
) -> None:
    reader = f"{database}_reader_ann"
    with postgres.connect(database) as connection:
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA minutebook TO {reader}".encode())
    for table in TABLES:
        assert postgres.psql(database, reader, f"SELECT count(*) FROM minutebook.{table}").stdout == "0\n"
    dump = postgres.psql(database, reader, "SELECT * FROM minutebook.public_row, pg_stats")
    assert SECRET not in dump.stdout + dump.stderr
    public = postgres.psql(database, reader, "SELECT * FROM minutebook.public_row").stdout
    assert "Open words" in public
    assert SECRET not in public
    assert "Ill since" not in public


def test_a_writer_without_the_pen_stores_nothing_with_psql(
    logins: dict[str, Machine], postgres: Postgres, database: str, ann: Machine
) -> None:
    clerk = f"{database}_clerk_ann"
    for command in (
        "UPDATE minutebook.row SET line = '{}'",
        "UPDATE minutebook.pen SET holder = 'me'",
        "DELETE FROM minutebook.meeting",
    ):
        assert postgres.psql(database, clerk, command).returncode != 0
    meeting = read_meeting(ann.meeting).id
    done = postgres.psql(database, clerk, f"SELECT outcome FROM minutebook.remove('{meeting}', 'me', 1, 1)")
    assert done.stdout == "lost\n"


def test_a_login_of_another_book_is_nobody_here(logins: dict[str, Machine], postgres: Postgres, database: str) -> None:
    other = postgres.new_database()
    with postgres.connect(other) as connection:
        connection.execute(f"CREATE ROLE {other}_clerk_ben LOGIN".encode())
    Machine(logins["clerk"].state / "other", postgres.address(other)).done("list")
    with postgres.connect(other) as connection:
        connection.execute(f"GRANT {other}_clerk TO {other}_clerk_ben".encode())
    assert postgres.psql(database, f"{other}_clerk_ben", "SELECT * FROM minutebook.row").returncode != 0


def test_a_copy_that_is_put_back_under_another_name_has_its_own_roles_once_they_are_made(
    ann: Machine, postgres: Postgres, database: str, tmp_path: Path
) -> None:
    ann.new()
    ann.done("capture", stdin="+Said [[in secret]]\n")
    other = postgres.new_database()
    postgres.restore(other, postgres.dump(database))
    with postgres.connect(other) as connection:
        assert connection.execute("SELECT minutebook.grant_roles()").fetchone() == ("granted",)
        for role in ("clerk", "reader"):
            connection.execute(f"CREATE ROLE {other}_{role}_kim LOGIN IN ROLE {other}_{role}".encode())
    clerk = Machine(tmp_path / "clerk", postgres.address(other, f"{other}_clerk_kim"))
    reader = Machine(tmp_path / "reader", postgres.address(other, f"{other}_reader_kim"))
    clerk.done("list")
    clerk.done("capture", stdin="+By the clerk\n")
    reader.done("list")
    assert reader.texts() == ["Said [[]]", "By the clerk"]
    assert postgres.psql(other, f"{other}_reader_kim", "SELECT line FROM minutebook.row").returncode != 0


TRIED = (
    "SELECT line FROM minutebook.row",
    "SELECT line FROM minutebook.public_row",
    "SELECT title FROM minutebook.public_meeting",
    "SELECT content FROM minutebook.file",
    "SELECT minutebook.take_pen((SELECT min(meeting) FROM minutebook.row), 'x', 'x', true, '1 hour')",
    "SELECT minutebook.put_file('house.toml', '', 'x', false)",
)


def reached(postgres: Postgres, database: str, login: str) -> list[str]:
    """Return which of some tries bring a login anything."""
    done = ((command, postgres.psql(database, login, command)) for command in TRIED)
    return [command for command, one in done if one.returncode == 0 and one.stdout.strip()]


@pytest.mark.parametrize("role", ["clerk", "chair", "reader"])
def test_whom_the_first_book_knows_the_copy_knows_only_until_it_has_its_own_roles(
    role: str, logins: dict[str, Machine], postgres: Postgres, database: str
) -> None:
    login = f"{database}_{role}_ann"
    other = postgres.new_database()
    postgres.restore(other, postgres.dump(database))
    before = reached(postgres, database, login)
    assert before
    assert reached(postgres, other, login) == before
    with postgres.connect(other) as connection:
        assert connection.execute("SELECT minutebook.grant_roles()").fetchone() == ("granted",)
    assert reached(postgres, other, login) == []
    assert reached(postgres, database, login) == before
    at_once = postgres.new_database()
    copy = f"{postgres.dump(database)}\nSELECT minutebook.grant_roles();\n"
    postgres.restore(at_once, copy, "--single-transaction")
    assert reached(postgres, at_once, login) == []


def test_a_copy_made_without_its_rights_has_those_that_it_should_once_they_are_given(
    logins: dict[str, Machine], postgres: Postgres, database: str
) -> None:
    other = postgres.new_database()
    postgres.restore(other, postgres.dump(database, "--no-privileges"))
    with postgres.connect(other) as connection:
        assert connection.execute("SELECT minutebook.grant_roles()").fetchone() == ("granted",)
        for role in ("clerk", "chair", "reader"):
            connection.execute(f"CREATE ROLE {other}_{role}_kim LOGIN IN ROLE {other}_{role}".encode())
    for role in ("clerk", "chair", "reader"):
        assert reached(postgres, other, f"{other}_{role}_kim") == reached(postgres, database, f"{database}_{role}_ann")


def test_a_copy_whose_roles_are_still_to_be_made_is_nobodys_of_the_first_book(
    postgres: Postgres, database: str, tmp_path: Path
) -> None:
    keeper, other = f"{database}_keeper", postgres.new_database()
    with postgres.connect(database) as connection:
        connection.execute(f"CREATE ROLE {keeper} LOGIN".encode())
        connection.execute(f"GRANT CREATE ON DATABASE {database} TO {keeper}".encode())
        for role in ("clerk", "chair", "reader"):
            connection.execute(f"CREATE ROLE {database}_{role}".encode())
    Machine(tmp_path / "keeper", postgres.address(database, keeper)).new()
    with postgres.connect(database) as connection:
        connection.execute(f"CREATE ROLE {database}_ann LOGIN IN ROLE {database}_clerk".encode())
    postgres.restore(other, postgres.dump(database))
    assert reached(postgres, other, f"{database}_ann")
    with postgres.connect(other, keeper) as connection:
        told = connection.execute("SELECT minutebook.grant_roles()").fetchone()
    assert told == (f"make the roles first: {other}_clerk, {other}_chair, {other}_reader",)
    assert reached(postgres, other, f"{database}_ann") == []
