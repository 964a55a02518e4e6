"""How a run ends: what the disk says comes first, then what failed, each as one error for the command line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest

from tui.apps.base import CommandApp
from tui.errors import BadInput, BookError, ProgramFault


class FailedApp(CommandApp):
    """An App whose run has ended with an error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def run(self, *_: object, **__: object) -> None:
        """End at once, as Textual does after an error that nothing caught."""
        self._exception = self._error


@contextmanager
def unsaved() -> Iterator[None]:
    yield
    raise BookError("the last changes are not on the disk")


@pytest.fixture(autouse=True)
def _own_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the hook for failing threads back after the test."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def test_a_failure_of_the_program_ends_the_run_as_a_fault_that_keeps_its_words_to_itself() -> None:
    with pytest.raises(ProgramFault, match=r"in the program itself \(ValueError\)") as raised:
        FailedApp(ValueError("SECRET")).run_within(nullcontext())
    assert "SECRET" not in str(raised.value)


def test_what_is_not_on_the_disk_is_said_before_a_failure_that_promises_it_is() -> None:
    with pytest.raises(BookError, match="not on the disk"):
        FailedApp(ValueError("SECRET")).run_within(unsaved())


def test_an_error_of_the_users_own_is_told_as_it_is() -> None:
    with pytest.raises(BadInput, match="no such style"):
        FailedApp(BadInput("no such style")).run_within(nullcontext())
