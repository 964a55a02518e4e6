"""Agendas of many kinds with what a clerk reads in each, held in a file beside it; `python -m tests.papers.holding`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tui.errors import BadInput
from tui.papers.agenda import read_paper
from tui.papers.reading.source import read_file

KINDS = Path(__file__).parent / "kinds"
PAPERS = sorted(path for path in KINDS.iterdir() if path.suffix != ".json")


def understood(path: Path) -> dict[str, Any]:
    """Return what is read in an agenda, as it is held."""
    try:
        meeting = read_paper(read_file(path, path.name).document).meeting
    except BadInput as error:
        return {"refused": str(error)}
    below = {
        one.heading: [line for line in (*one.explanation, one.resolution, *one.papers) if line]
        for one in meeting.sections
    }
    found = {
        "title": meeting.title,
        "date": str(meeting.date),
        "last_date": meeting.last_date and str(meeting.last_date),
        "hours": [f"{clock:%H:%M}" for clock in (meeting.start, meeting.end) if clock],
        "header": [f"{key}: {words}" for key, words in meeting.header],
        "people": [
            " | ".join((one.name, one.capacity, one.abbreviation, one.group, one.presence)) for one in meeting.people
        ],
        "sections": [
            f"{'  ' * (one.level - 1)}{one.number} | {one.heading} | {one.presenter} | {one.minutes or ''}"
            for one in meeting.sections
        ],
        "below": {heading: lines for heading, lines in below.items() if lines},
    }
    return {key: value for key, value in found.items() if value}


def held(path: Path) -> dict[str, Any]:
    """Return what is held of an agenda."""
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Hold what is read now; look at what changed before it is kept."""
    for path in PAPERS:
        words = json.dumps(understood(path), ensure_ascii=False, indent=1)
        path.with_suffix(".json").write_text(f"{words}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
