"""minutebook with a log that fails when it is shown the words FAIL NOW; its error quotes the meeting."""

from __future__ import annotations

from collections.abc import Mapping

from tui.__main__ import main
from tui.meeting.model import Entry
from tui.widgets.live.log_view import LogView

_show = LogView.show


def _failing(view: LogView, entries: tuple[Entry, ...], away: Mapping[int, tuple[str, ...]] | None = None) -> None:
    if any("FAIL NOW" in entry.text for entry in entries):
        raise RuntimeError(f"cannot show {entries}")
    _show(view, entries, away)


LogView.show = _failing  # type: ignore[method-assign, assignment]
main()
