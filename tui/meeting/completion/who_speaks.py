"""Who usually asks, and who answers whom: offered as a line's speaker, so that a name need not be typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from typing import Final

from msgspec.structs import replace

from tui.meeting.marks import MARKS, RESTRICT
from tui.meeting.model import Entry, Kind, Meeting
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.secret_words import words_of

_USUAL: Final = 0.4
"""The share of such lines that somebody has to have begun, to be offered as their speaker."""

_LEAST: Final = 2
"""How many lines have to be known before anybody is usual."""

_SPEAK: Final = frozenset({"asks", "answers"})


class WhoSpeaks:
    """What was learnt of who asks and who answers."""

    def __init__(self) -> None:
        self._began: dict[tuple[Kind, str], Counter[str]] = {}

    def learn(self, meeting: Meeting, after: int = 0) -> None:
        """Learn from the public entries of a meeting, those captured after one of that id."""
        asked: dict[int, str] = {}
        # What may be public of an entry is settled within its section: the others need not be gone through.
        sections = {entry.section for entry in meeting.entries if entry.id > after}
        within = tuple(entry for entry in meeting.entries if entry.section in sections)
        for entry in public(replace(meeting, entries=within)).entries:
            before = asked.get(entry.section, "")
            if entry.kind.row.exchange == "asks":
                asked[entry.section] = label_of(entry)
            if entry.kind.row.exchange in _SPEAK and entry.id > after and not entry.restricted:
                for key in {(entry.kind, before), (entry.kind, "")}:
                    self._began.setdefault(key, Counter())[label_of(entry)] += 1

    def offer(self, meeting: Meeting, line: str, kind: Kind, withheld: Set[str] = frozenset()) -> str:
        """Return the rest of the name, with its colon, of who usually begins such a line; empty where nobody does.

        An empty line is offered who answers; who asks is offered once the mark is typed.
        """
        words = line.removeprefix(RESTRICT)
        if words[:1] in MARKS:
            kind, words = MARKS[words[0]], words[1:].lstrip()
        elif not line and kind.row.exchange != "answers":
            return ""
        begun = self._usual(kind, _asker(meeting) if kind.row.exchange == "answers" else "")
        total = sum(begun.values())
        fitting = {label: count for label, count in begun.items() if label.startswith(words)} if total >= _LEAST else {}
        label = max(fitting, key=fitting.__getitem__, default="")
        if not label or fitting[label] < _USUAL * (sum(fitting.values()) if words else total):
            return ""
        return "" if withheld & words_of(label) else f"{label}: "[len(words) :]

    def _usual(self, kind: Kind, asker: str) -> Counter[str]:
        known = self._began.get((kind, asker), Counter())
        return known if sum(known.values()) >= _LEAST else self._began.get((kind, ""), Counter())


def label_of(entry: Entry) -> str:
    """Return the names before the colon with which an entry is typed; empty where there are none."""
    return "" if entry.speakers_in_text else ", ".join(entry.speakers)


def _asker(meeting: Meeting) -> str:
    """Return who asked the current section's last question."""
    current = meeting.current
    entries = meeting.entries_of(current.id) if current else ()
    return next((label_of(one) for one in reversed(entries) if one.kind.row.exchange == "asks"), "")
