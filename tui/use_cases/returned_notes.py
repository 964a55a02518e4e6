"""The notes that the chair sends back edited: what is different in them, entry by entry, and taking it over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from tui.errors import BadInput, Refused
from tui.meeting.capture.editing import delete_entries, put_after, set_owners
from tui.meeting.capture.line_reader import read_words, typed_words
from tui.meeting.capture.rewording import reword
from tui.meeting.history.journal import Journal, commit
from tui.meeting.kinds import Kind
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import name_within
from tui.meeting.outline.reordering import rename_section
from tui.meeting.text.inline_markup import has_restricted
from tui.notes.render import render_file
from tui.notes.templates.styles import find_style, style_names
from tui.papers.returned.aligning import paired
from tui.papers.returned.comments import Comment, comments_of
from tui.papers.returned.passages import Compared, compared, kind_of
from tui.papers.returned.rewriting import rewritten

_MARK = re.compile(r"\s?ZQX(S?)(\d+)XQZ", re.IGNORECASE)
_BY_HAND = "it stands in no entry"

What = Literal["reworded", "added", "removed", "moved"]


class Printed(Value, frozen=True, kw_only=True):
    """A passage of the notes, and what of the meeting it prints."""

    passage: Compared
    entries: tuple[tuple[int, int, int], ...] = ()
    """The id of each entry whose words end in it, the cell, and the place in that cell where they end."""
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


def read_returned(meeting: Meeting, path: Path, styles_folder: Path) -> ReturnedNotes:
    """Compare notes that came back with those of the meeting, in the style and version in which they went out."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=path, hint="check the path") from error
    kind = kind_of(content, str(path), path.suffix.lower())
    came = compared(content, str(path), kind)
    style, version, sent = _sent(meeting, came, kind, styles_folder)
    printed = _printed(meeting, sent, style, version, kind, styles_folder)
    return ReturnedNotes(
        style=style,
        version=version,
        changes=_changes(meeting, printed, came),
        comments=comments_of(content, str(path)) if kind == "docx" else (),
    )


def _sent(
    meeting: Meeting, came: Sequence[Compared], kind: str, styles_folder: Path
) -> tuple[str, str, list[Compared]]:
    """Find the style, then the version, of which most came back as it was."""
    words = [one.text for one in came]

    def tried(style: str, version: str) -> tuple[float, str, str, list[Compared]]:
        file = render_file(meeting, style=style, fmt=kind, version=version, styles_folder=styles_folder)
        sent = compared(file, style, kind)
        same = SequenceMatcher(None, [one.text for one in sent], words, autojunk=False).ratio()
        return same, style, version, sent

    of = "html" if kind == "odt" else kind
    styles = [style for style in style_names(styles_folder) if of in find_style(style, styles_folder).formats]
    best = max((tried(style, "public") for style in styles), key=lambda one: one[0])
    best = max(best, tried(best[1], "internal"), key=lambda one: one[0])
    if not best[0]:
        raise BadInput("nothing in this file stands in the notes of the meeting", hint="name the meeting it is of")
    return best[1:]


def _printed(
    meeting: Meeting, sent: Sequence[Compared], style: str, version: str, kind: str, styles_folder: Path
) -> list[Printed]:
    """Tell what of the meeting each passage prints, by printing it once more with a mark after every text."""
    file = render_file(_marked(meeting), style=style, fmt=kind, version=version, styles_folder=styles_folder)
    marked = compared(file, style, kind)
    bare = [_MARK.sub("", one.text).strip() for one in marked]
    where = {pair.old: pair.new for pair in paired([one.text for one in sent], bare)}
    at_marks = [where.get(at) for at in range(len(sent))]
    return [_located(one, marked[at] if at is not None else None) for one, at in zip(sent, at_marks, strict=True)]


def _located(passage: Compared, marked: Compared | None) -> Printed:
    entries: list[tuple[int, int, int]] = []
    section: int | None = None
    for cell, words in enumerate(marked.cells if marked else ()):
        before = 0
        for mark in _MARK.finditer(words):
            if mark[1]:
                section = int(mark[2])
            else:
                entries.append((int(mark[2]), cell, mark.start() - before))
            before += len(mark[0])
    return Printed(passage=passage, entries=tuple(entries), section=section)


def _marked(meeting: Meeting) -> Meeting:
    def entry(one: Entry) -> Entry:
        lines = [f"{line.rstrip()} ZQX{one.id}XQZ" if line.strip() else line for line in one.text.split("\n")]
        return replace(one, text="\n".join(lines))

    return replace(
        meeting,
        entries=tuple(map(entry, meeting.entries)),
        sections=tuple(
            replace(one, heading=f"{one.heading} ZQXS{one.id}XQZ") if one.heading else one for one in meeting.sections
        ),
    )


# What is different.


def _changes(meeting: Meeting, printed: Sequence[Printed], came: Sequence[Compared]) -> tuple[Returned, ...]:
    changes: list[Returned] = []
    section: int | None = None
    after: list[int] = []
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
                    section=section,
                    said=_said(meeting, was, section),
                )
            )
        if now is not None and was is not None:
            if was.section is not None:
                section, after = was.section, []
            after += [one for one, _, _ in was.entries]
            section = meeting.entry(was.entries[-1][0]).section if was.entries and not pair.moved else section
    return tuple(changes)


def _said(meeting: Meeting, was: Printed | None, section: int | None) -> str:
    if was is not None and was.section is not None:
        return "heading"
    if was is not None and was.entries:
        entry = meeting.entry(was.entries[0][0])
        return f"{name_of_kind(entry)} in {name_within(meeting, meeting.section(entry.section))}"
    if was is not None or section is None:
        return "head of the notes" if section is None else "no entry"
    return f"in {name_within(meeting, meeting.section(section))}"


# Taking it over.


def take(journal: Journal, change: Returned, at: datetime, version: str, words: str | None = None) -> Journal:
    """Take a change over, in other `words` than came back where these are given.

    Raises Refused, with the reason, for what only a person can take over; nothing has changed then.
    """
    meeting = journal.meeting
    if change.what == "added":
        return commit(journal, _with_added(meeting, change, at, words), "edit", at)
    printed = change.printed
    assert printed is not None, "only what was added stood nowhere"
    if printed.section is not None and change.what == "reworded" and change.passage is not None:
        typed = meeting.section(printed.section).heading
        heading = words or rewritten(typed, printed.passage.text, change.passage.text)
        if heading is None:
            raise Refused("the number of an item is not in its heading", hint="change it in the meeting")
        return commit(journal, rename_section(meeting, printed.section, heading), "rename", at)
    if not printed.entries:
        raise Refused(_BY_HAND, hint="minutebook details, or the live screen, changes it")
    ids = [one for one, _, _ in printed.entries]
    if change.what == "removed":
        return commit(journal, delete_entries(meeting, ids), "delete", at)
    if change.what == "moved":
        meeting = put_after(meeting, ids, _above(meeting, change, at), change.section)
    if change.what == "reworded" or change.also_reworded:
        meeting = _reworded(meeting, change, version, words)
    return commit(journal, meeting, "edit", at)


def _reworded(meeting: Meeting, change: Returned, version: str, words: str | None) -> Meeting:
    printed, now = change.printed, change.passage
    assert printed is not None, "it stood there"
    assert now is not None, "it does so still"
    if words is not None:
        return reword(meeting, meeting.entry(printed.entries[0][0]), words)[0]
    if len(now.cells) != len(printed.passage.cells):
        raise Refused("a table has other columns", hint="change it in the meeting")
    for cell, (old, new) in enumerate(zip(printed.passage.cells, now.cells, strict=True)):
        if old == new:
            continue
        ends = [(one, end) for one, in_cell, end in printed.entries if in_cell == cell]
        meeting = (
            _with_words(meeting, ends, old, new, version)
            if ends
            else _with_owners(meeting, printed.entries[0][0], old, new)
        )
    return meeting


def _with_words(meeting: Meeting, ends: Sequence[tuple[int, int]], old: str, new: str, version: str) -> Meeting:
    """Give each entry of a passage its part of the new words."""
    parts = _parts(old, new, [end for _, end in ends])
    for (entry_id, _), (was, now) in zip(ends, parts, strict=True):
        if was == now:
            continue
        entry = meeting.entry(entry_id)
        if version == "public" and has_restricted(entry.text):
            raise Refused("some of its words are restricted", hint="change it in the meeting")
        typed = rewritten(typed_words(meeting, entry), was, now)
        if typed is None:
            raise Refused("what was changed is not in the words of the entry", hint="change it in the meeting")
        meeting, _ = reword(meeting, entry, typed)
    return meeting


def _parts(old: str, new: str, ends: Sequence[int]) -> list[tuple[str, str]]:
    """Part old and new words where one entry ends and the next begins."""
    if len(ends) == 1:
        return [(old, new)]
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts: list[tuple[str, str]] = []
    before_old = before_new = 0
    for end in [*ends[:-1], len(old)]:
        there = len(new)
        for _, i1, i2, j1, j2 in opcodes:
            if i1 <= end < i2:
                there = min(j1 + end - i1, j2)
                break
        parts.append((old[before_old:end], new[before_new:there]))
        before_old, before_new = end, there
    return parts


def _with_owners(meeting: Meeting, entry_id: int, old: str, new: str) -> Meeting:
    action = meeting.entry(entry_id).action
    if action is None or ", ".join(action.owners) != old:
        raise Refused(_BY_HAND, hint="change it in the meeting")
    names = [name.strip() for name in re.split(r"\s*(?:[,;/&]|\band\b)\s*", new) if name.strip()]
    return set_owners(meeting, [entry_id], tuple(names))


def _with_added(meeting: Meeting, change: Returned, at: datetime, words: str | None) -> Meeting:
    assert change.passage is not None, "it was added"
    if change.section is None:
        raise Refused(_BY_HAND, hint="minutebook details changes the head of the notes")
    there = {entry.id: entry for entry in meeting.entries}
    after = [one for one in change.after if one in there]
    above = there[after[-1]] if after else None
    kind = Kind.POINT if above is not None and above.kind is Kind.POINT else Kind.NOTE
    read = read_words(meeting, kind, words or change.passage.text, literal=False)
    entry = Entry(
        id=max(there, default=0) + 1,
        section=change.section,
        kind=kind,
        text=read.text,
        captured=at,
        speakers=read.speakers,
        speakers_in_text=read.speakers_in_text,
    )
    meeting = replace(meeting, entries=(*meeting.entries, entry))
    return put_after(meeting, [entry.id], _above(meeting, change, at), change.section)


def _above(meeting: Meeting, change: Returned, at: datetime) -> int | None:
    """Return the id of the entry right above the place of what was added or moved; None at the head of a section.

    What was taken over in one go, and was added at the same place, comes before it.
    """
    there = {entry.id: entry for entry in meeting.entries}
    above = next((there[one] for one in reversed(change.after) if one in there), None)
    section = above.section if above is not None else change.section
    order = meeting.entries_of(section) if section is not None else ()
    for entry in order[order.index(above) + 1 if above is not None else 0 :]:
        if entry.captured != at:
            break
        above = entry
    return above.id if above is not None else None
