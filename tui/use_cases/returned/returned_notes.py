"""The notes that the chair sends back edited: what is different in them, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from tui.errors import BadInput
from tui.given import read_given
from tui.meeting.approval.amendment import Amendment
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import name_within
from tui.meeting.people.directory import Directory, directory_of
from tui.notes.render import render_file
from tui.notes.templates.styles import find_style, style_names
from tui.notes.view.decision_parts import parted_resolution
from tui.notes.view.words import ViewText
from tui.papers.returned.aligning import paired
from tui.papers.returned.comments import Comment, comments_of
from tui.papers.returned.passages import Compared, compared, kind_of

_MARK = re.compile(r"\s?ZQX(?:S(?P<section>\d+)|(?P<entry>\d+)L(?P<line>\d+))XQZ", re.IGNORECASE)

What = Literal["reworded", "added", "removed", "moved"]


class PrintedEnd(NamedTuple):
    """Where the words of an entry, or of one of its lines, end in a passage."""

    entry: int
    cell: int
    end: int
    line: int


class Printed(Value, frozen=True, kw_only=True):
    """A passage of the notes, and what of the meeting it prints."""

    passage: Compared
    entries: tuple[PrintedEnd, ...] = ()
    """Of each entry whose words end in it."""
    section: int | None = None
    """The id of the section whose heading it is."""


class Returned(Value, frozen=True, kw_only=True):
    """One thing that is different in the notes that came back."""

    what: What
    also_reworded: bool = False
    old: str = ""
    new: str = ""
    printed: Printed | None = None
    """What stood there; None for what was added."""
    passage: Compared | None = None
    """What stands there now; None for what was removed."""
    after: tuple[int, ...] = ()
    """Ids of the entries right before what was added or moved, the nearest last; empty at the head of a section."""
    beside: Compared | None = None
    """What stands right above it now."""
    section: int | None = None
    """Id of the section in which it stands now."""
    said: str = ""
    """What it is about: `note in 2 Moorings`."""


class ReturnedNotes(Value, frozen=True, kw_only=True):
    """What came back."""

    style: str
    """The style in which the notes were sent out."""
    version: str
    changes: tuple[Returned, ...]
    comments: tuple[Comment, ...]


def read_returned(
    meeting: Meeting, path: Path, styles_folder: Path, amendments: tuple[Amendment, ...] = ()
) -> ReturnedNotes:
    """Compare notes that came back with those of the meeting, in the style and version in which they went out.

    `amendments` are what was changed since the approval, which the notes list.
    """
    try:
        content = read_given(path)
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=path, hint="check the path") from error
    kind = kind_of(content, str(path), path.suffix.lower())
    came = compared(content, str(path), kind)
    out = partial(render_file, fmt=kind, styles_folder=styles_folder, amendments=amendments)
    of = "html" if kind == "odt" else kind
    styles = [one for one in style_names(styles_folder) if of in find_style(one, styles_folder).formats]
    style, version, sent = _sent(meeting, came, kind, styles, out)
    printed = _printed(meeting, sent, kind, partial(out, style=style, version=version))
    return ReturnedNotes(
        style=style,
        version=version,
        changes=_changes(meeting, printed, _in_rows(sent, came)),
        comments=comments_of(content, str(path)) if kind == "docx" else (),
    )


def _sent(
    meeting: Meeting, came: Sequence[Compared], kind: str, styles: Sequence[str], out: Callable[..., bytes]
) -> tuple[str, str, list[Compared]]:
    """Find the style, then the version, of which most came back as it was."""
    words = [one.text for one in came]

    def tried(style: str, version: str) -> tuple[float, str, str, list[Compared]]:
        sent = compared(out(meeting, style=style, version=version), style, kind)
        same = SequenceMatcher(None, [one.text for one in sent], words, autojunk=False).ratio()
        return same, style, version, sent

    best = max((tried(style, "public") for style in styles), key=lambda one: one[0])
    best = max(best, tried(best[1], "internal"), key=lambda one: one[0])
    if not best[0]:
        raise BadInput("nothing in this file stands in the notes of the meeting", hint="name the meeting it is of")
    return best[1:]


def _printed(meeting: Meeting, sent: Sequence[Compared], kind: str, out: Callable[..., bytes]) -> list[Printed]:
    """Tell what of the meeting each passage prints, by printing it once more with a mark after every text."""
    marked = compared(out(_marked(meeting)), "", kind)
    bare = [_MARK.sub("", one.text).strip() for one in marked]
    where = {pair.old: pair.new for pair in paired([one.text for one in sent], bare)}
    at_marks = [where.get(at) for at in range(len(sent))]
    return [_located(one, marked[at] if at is not None else None) for one, at in zip(sent, at_marks, strict=True)]


def _located(passage: Compared, marked: Compared | None) -> Printed:
    entries: list[PrintedEnd] = []
    section: int | None = None
    for cell, words in enumerate(marked.cells if marked else ()):
        before = 0
        for mark in _MARK.finditer(words):
            if mark["section"]:
                section = int(mark["section"])
            else:
                entries.append(PrintedEnd(int(mark["entry"]), cell, mark.start() - before, int(mark["line"])))
            before += len(mark[0])
    # Where an entry stands too, the heading only says where it arose.
    return Printed(passage=passage, entries=tuple(entries), section=None if entries else section)


def _marked(meeting: Meeting) -> Meeting:
    directory = directory_of(meeting)

    def entry(one: Entry) -> Entry:
        lines = [
            _with_mark(directory, one, line, f"ZQX{one.id}L{at}XQZ") if line.strip() else line
            for at, line in enumerate(one.text.split("\n"))
        ]
        return replace(one, text="\n".join(lines))

    return replace(
        meeting,
        entries=tuple(map(entry, meeting.entries)),
        sections=tuple(
            replace(one, heading=f"{one.heading} ZQXS{one.id}XQZ") if one.heading else one for one in meeting.sections
        ),
    )


def _with_mark(directory: Directory, entry: Entry, line: str, mark: str) -> str:
    """Put a mark at the end of a line; of a decision before the record of its votes, which is read from the end."""
    record = str(parted_resolution(directory, ViewText.of(line))[1]) if entry.decision is not None else ""
    at = line.rfind(record) if record else -1
    if at <= 0:
        return f"{line.rstrip()} {mark}"
    words = line[:at].rstrip(" ,;:–—(-")
    return f"{words} {mark}{line[len(words) :]}"


# What is different.


def _changes(meeting: Meeting, printed: Sequence[Printed], came: Sequence[Compared]) -> tuple[Returned, ...]:
    changes: list[Returned] = []
    section: int | None = None
    after: list[int] = []
    beside: Compared | None = None
    for pair in paired([one.passage.text for one in printed], [one.text for one in came]):
        was = printed[pair.old] if pair.old is not None else None
        now = came[pair.new] if pair.new is not None else None
        changed = was is None or now is None or was.passage.text != now.text
        if changed or pair.moved:
            what: What = "added" if was is None else "removed" if now is None else "moved" if pair.moved else "reworded"
            changes.append(
                Returned(
                    what=what,
                    also_reworded=pair.moved and changed,
                    old=was.passage.text if was else "",
                    new=now.text if now else "",
                    printed=was,
                    passage=now,
                    after=tuple(after),
                    beside=beside,
                    section=section,
                    said=_said(meeting, was, section),
                )
            )
        beside = now or beside
        if now is not None and was is not None:
            if was.section is not None:
                section, after = was.section, []
            after += [one.entry for one in was.entries]
            section = meeting.entry(was.entries[-1].entry).section if was.entries and not pair.moved else section
    return tuple(changes)


def _in_rows(sent: Sequence[Compared], came: Sequence[Compared]) -> list[Compared]:
    """Return what came with the cells that were merged, and so stand as paragraphs, as the row that they were."""
    rows = {cells: one for one in sent if len(cells := tuple(filter(None, one.cells))) > 1}
    longest = max(map(len, rows), default=1)
    found: list[Compared] = []
    at = 0
    while at < len(came):
        runs = (tuple(one.text for one in came[at : at + size]) for size in range(longest, 1, -1))
        whole = next((run for run in runs if run in rows), None)
        found.append(rows[whole] if whole else came[at])
        at += len(whole) if whole else 1
    return found


def _said(meeting: Meeting, was: Printed | None, section: int | None) -> str:
    if was is not None and was.section is not None:
        return "heading"
    if was is not None and was.entries:
        entry = meeting.entry(was.entries[0].entry)
        return f"{name_of_kind(entry)} in {name_within(meeting, meeting.section(entry.section))}"
    if was is not None or section is None:
        return "head of the notes" if section is None else "no entry"
    return f"in {name_within(meeting, meeting.section(section))}"
