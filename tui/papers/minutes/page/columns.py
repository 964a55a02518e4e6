"""What the columns of a table of actions hold, told by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.papers.minutes.words import COLUMNS
from tui.papers.reading.lines import without_emphasis

_NAMED = re.compile(r"action|aufgabe|maßnahme|auftrag|tâche|task|to[- ]?do")
"""What is in the head of a column of actions beside one of their matters: `Issue | Recommended action`."""

_ASSIGNED = frozenset(("assigned to", "assignee", "owner", "responsible", "zuständig", "verantwortlich", "responsable"))


def meanings_of_actions(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what each column of a table of actions holds, from its head; nothing where this is no head."""
    names = [" ".join(without_emphasis(cell).strip(" *_:.").casefold().split()) for cell in cells]
    found: list[str] = []
    named = any(_NAMED.search(name) and name in COLUMNS["action"] for name in names)
    names = ["" if named and name in COLUMNS["action"] and not _NAMED.search(name) else name for name in names]
    if names[:1] == ["name"] and not any(name in COLUMNS["action"] for name in names) and _ASSIGNED & {*names}:
        names[0] = "task"  # What the tasks are called, beside those who have them.
    for name in names:
        fitting = [
            meaning
            for meaning, words in COLUMNS.items()
            if (name in words or f"{name}." in words) and meaning not in found
        ]
        order = ("action", "owner", "due", "status", "number")
        found.append(next((meaning for meaning in order if meaning in fitting), ""))
    if "action" not in found or "owner" not in found or any(len(name.split()) > 5 for name in names):
        return ()
    if sum(bool(one) for one in found) * 2 < len([name for name in names if name]):
        return ()
    return tuple(found)
