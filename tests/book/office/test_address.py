"""Tests of the address of a book in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.command_line import minutebook
from tui.book.office.address import is_address, whole_address, without_password, without_secrets


@pytest.mark.parametrize(
    "words",
    ["postgresql://ann@db/minutes", "postgres://db", "PostgreSQL:///book", Path("postgresql://ann@db/minutes")],
)
def test_an_address_is_told_from_a_folder(words: object) -> None:
    assert is_address(words)


@pytest.mark.parametrize("words", ["minutes", "./postgresql", "/srv/postgres/book", "postgresql", "https://db"])
def test_a_folder_is_not_taken_for_an_address(words: str) -> None:
    assert not is_address(words)


def test_an_address_that_was_taken_for_a_path_is_whole_again() -> None:
    assert whole_address(Path("postgres://ann@db:5433/minutes")) == "postgresql://ann@db:5433/minutes"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:s3cret@db:5433/minutes", "postgresql://ann@db:5433/minutes"),
        ("postgresql://ann:s3%40:cret@[::1]/minutes", "postgresql://ann@[::1]/minutes"),
        (
            "postgresql:///minutes?host=/run/pg&password=s3cret&sslmode=require",
            "postgresql:///minutes?host=/run/pg&sslmode=require",
        ),
        ("postgresql://ann:s3cret@[db/minutes", "postgresql://…"),
    ],
)
def test_a_password_is_never_shown(address: str, shown: str) -> None:
    assert without_password(address) == shown


def test_a_message_of_the_server_is_shown_without_the_password() -> None:
    address = "postgresql://ann:s3cret@db/minutes"
    assert without_secrets('no: "ann:s3cret@db", password=other x', address) == 'no: "ann:…@db", password=… x'


def test_an_address_makes_no_folder_and_its_password_is_not_printed(tmp_path: Path) -> None:
    done = minutebook("postgresql://ann:s3cret@127.0.0.1:1/minutes", "list", folder=tmp_path)
    assert done.status in (2, 3), done
    assert "s3cret" not in done.out + done.err
    assert "ann@127.0.0.1" in done.err
    assert not list(tmp_path.iterdir())
