"""A server for all tests of books in PostgreSQL, and a database for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture
def database(postgres: Postgres) -> str:
    return postgres.new_database()


@pytest.fixture
def address(postgres: Postgres, database: str) -> str:
    return postgres.address(database)


@pytest.fixture
def ann(tmp_path: Path, address: str) -> Machine:
    return Machine(tmp_path / "ann", address)


@pytest.fixture
def ben(tmp_path: Path, address: str) -> Machine:
    return Machine(tmp_path / "ben", address)
