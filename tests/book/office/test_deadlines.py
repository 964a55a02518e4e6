"""Tests of what is to happen where an answer does not come in time."""

from __future__ import annotations

import threading

import pytest

from tui.book.office import deadlines
from tui.book.office.deadlines import Deadlines

LONG = 3600.0


def deadline_threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "minutebook deadlines"]


def test_what_takes_too_long_is_told_once_while_others_go_on() -> None:
    made, told, late = Deadlines(), [], threading.Event()

    def tell() -> None:
        told.append("late")
        late.set()

    with made.within(LONG, lambda: told.append("never")), made.within(0.0, tell):
        assert late.wait(20)
    assert told == ["late"]


def test_what_is_called_off_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made, told, late = Deadlines(), [], threading.Event()
    with made.within(0.05, lambda: told.append("called off")):
        pass
    # One that comes after it shows that its time is over.
    with made.within(0.1, late.set):
        assert late.wait(20)
    assert told == []


def test_a_thousand_questions_take_one_thread_which_ends_when_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "_LOOK", 0.01)
    before = deadline_threads()
    made = Deadlines()
    for _ in range(1000):
        with made.within(LONG, lambda: None):
            pass
    with made.within(LONG, lambda: None):
        (only,) = [one for one in deadline_threads() if one not in before]
    with made.within(0.0, lambda: None):
        pass
    only.join(20)
    assert not only.is_alive()
    late = threading.Event()
    with made.within(0.0, late.set):
        assert late.wait(20)
