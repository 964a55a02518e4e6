"""The lines of a log, as the programs for talking in writing save it: who wrote what, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.meeting.model import Value
from tui.papers.document import Block, Document

_DAY = r"(?P<day>\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})"
_STAMP = re.compile(rf"\[?(?:{_DAY}[ T])?(?P<time>\d{{1,2}}:\d\d(?::\d\d)?)\]?(?=\s|$)\s*")
_NICK = r"[^<>!|\s]{1,40}"
_HOST = r"(?:!\S+?@\S+?)?"
_IN_COLUMNS = re.compile(rf"[@+%&~]?\s*(?P<nick>{_NICK})\s+\|\s+(?P<text>.*)")
_SAID = (
    re.compile(rf"<[@+%&~ ]?(?P<nick>{_NICK})>\s(?P<text>.*)"),
    _IN_COLUMNS,
    re.compile(rf"[<>]\s(?P<nick>{_NICK}){_HOST}:\s(?P<text>.*)"),
)
"""What somebody wrote: as most programs save it, in columns, and with the address that bip adds."""
_DONE = re.compile(rf"(?:[<>]\s)?[*—](?:\s+\|)?\s+(?P<nick>{_NICK}?){_HOST}\s(?P<text>.*)")
"""What somebody is said to do, as `/me` writes it."""
_EVENT = re.compile(r"-!-\s|\*{3}\s|[→←⇐⇒]\s|--+>\s|<--+\s|«\w+»\s|-{2,3}\s(?:log|day)\b", re.IGNORECASE)
"""That somebody came, went or was renamed, or that the log goes on."""
_FEWEST = 4


class LogLine(Value, frozen=True, kw_only=True):
    """One line of a log."""

    place: int
    nick: str = ""
    """Who wrote it; empty where the program did."""
    text: str
    before: str = ""
    """What stands before the words: the time, the nick, an address."""
    day: str = ""
    """As 2025-10-02, where the line has it."""
    done: bool = False
    """Whether it tells what somebody did."""


def log_lines(document: Document) -> tuple[LogLine, ...]:
    """Return the lines of a log; none for any other paper."""
    blocks = [block for block in document.blocks if block.text.strip()]
    lines = tuple(line for line in map(_line, blocks) if line is not None)
    written = sum(bool(line.nick) for line in lines)
    return lines if written >= _FEWEST and len(lines) * 10 >= len(blocks) * 7 else ()


def _line(block: Block) -> LogLine | None:
    text = block.text.strip()
    stamp = _STAMP.match(text)
    rest = text[stamp.end() :] if stamp else text
    day = _in_order(stamp["day"] or "") if stamp else ""
    if _EVENT.match(rest):
        return LogLine(place=block.place, text=" ".join(rest.split()), before=text.removesuffix(rest), day=day)
    done = _DONE.fullmatch(rest)
    found = done or next((said for form in _SAID if (said := form.fullmatch(rest))), None)
    # Columns without a time are a table's.
    if found is None or (found.re is _IN_COLUMNS and not stamp):
        return None
    words = " ".join(found["text"].split())
    before = text.removesuffix(found["text"])
    return LogLine(place=block.place, nick=found["nick"], text=words, before=before, day=day, done=done is not None)


def _in_order(day: str) -> str:
    return "-".join(reversed(day.split("-"))) if day[2:3] == "-" else day


def beside(lines: Sequence[LogLine]) -> str:
    """Return what stands before the words of all lines, and those that no person wrote, as they stand."""
    return " ".join(" ".join((line.before, "" if line.nick else line.text)).strip() for line in lines)
