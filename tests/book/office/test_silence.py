"""Tests of a server that takes what it is asked and never answers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.book.office.machines import Machine
from tests.book.office.proxy import Proxy
from tests.book.office.test_courier import key, until
from tests.postgres import Postgres
from tui.book.office import connection, courier
from tui.book.opened import open_meeting

pytestmark = pytest.mark.long


@pytest.fixture
def proxy(postgres: Postgres) -> Iterator[Proxy]:
    made = Proxy(postgres.port)
    yield made
    made.close()


@pytest.fixture
def ann(tmp_path: Path, postgres: Postgres, database: str, proxy: Proxy) -> Machine:
    machine = Machine(tmp_path / "ann", f"{postgres.address(database, port=proxy.port)}?connect_timeout=2")
    machine.new()
    return machine


def test_a_server_that_never_answers_is_said_to_be_away_and_hears_all_once_it_is_back(
    ann: Machine, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "ANSWER", 0.5)
    with ann.open(), open_meeting(ann.meeting) as opened:
        key(opened, "+Before")
        until(lambda: opened.sharing.startswith("shared "))
        proxy.silent = True
        key(opened, "+While it was silent")
        until(lambda: opened.sharing == "NOT SHARED")
        key(opened, "+And more")
        assert opened.flush()
        assert "does not answer" in opened.not_shared
        proxy.silent = False
        until(lambda: opened.sharing.startswith("shared "))
    ann.done("list")
    assert ann.texts() == ["Before", "While it was silent", "And more"]


def test_who_quits_does_not_wait_for_a_server_that_never_answers(
    ann: Machine, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "FAREWELL", 0.5)
    with ann.open() as office:
        with open_meeting(ann.meeting) as opened:
            key(opened, "+Before")
            until(lambda: opened.sharing.startswith("shared "))
            proxy.silent = True
            key(opened, "+Not sent")
            until(lambda: opened.saved_revision == opened.revision)
            until(lambda: opened.sharing == "sharing")
            started = time.monotonic()
        office.close()
        assert time.monotonic() - started < connection.ANSWER - 2
        assert "sent the next time" in " ".join(office.notices)
        proxy.silent = False
    ann.done("list")
    assert ann.texts() == ["Before", "Not sent"]
