"""A notification that passes at the moment at which it is shown goes, and the program goes on."""

from __future__ import annotations

from pathlib import Path
from time import time

import pytest
from textual.notifications import Notification
from textual.widgets._toast import Toast

from tests.screens.book_app import book_app


async def test_a_notification_that_passes_while_it_is_put_on_the_screen_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [0.0]
    monkeypatch.setattr("textual.notifications.time", lambda: time() + late[0])
    make = Toast.__init__

    def make_late(toast: Toast, notification: Notification) -> None:
        late[0] += 60
        assert notification.has_expired
        make(toast, notification)

    monkeypatch.setattr(Toast, "__init__", make_late)
    async with book_app(tmp_path) as shown:
        shown.app.notify("It passes", timeout=30)
        await shown.until(lambda: late[0] > 0 and not shown.app.screen.query(Toast))
        await shown.press("a")
        assert "the page is empty" not in shown.static("said")
