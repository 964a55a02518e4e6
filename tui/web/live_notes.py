"""The notes as those see them who follow in a browser: the public version, made anew whenever the meeting is saved."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path

from tui.book.following import Following, Snapshot
from tui.meeting.model import Entry, Meeting, Value
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.outline.outline import name_within
from tui.meeting.text.inline_markup import plain
from tui.meeting.text.sanitizing import showable
from tui.notes.render import render

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_MOST_NEWS = 20
"""Things that are read out of one update; more are counted."""

_TROUBLE = {
    "": "This page follows the meeting.",
    "gone": "The meeting’s file is gone; this is how it was.",
    "unreadable": "The meeting’s file cannot be read just now; this is how it was.",
}


class LivePage(Value, frozen=True, kw_only=True):
    """The notes at one moment."""

    page: str
    """The whole page, with what follows the meeting in it."""
    body: str
    """What changes of it."""
    state: str
    """Whether the meeting can be followed, in words."""
    version: str
    """The same for the same words."""
    news: tuple[str, ...] = ()
    """What is new since the page before, in words, to be read out."""


def page_of(meeting: Meeting, trouble: str, *, style: str, styles_folder: Path, before: Meeting | None) -> LivePage:
    """Make the page of a meeting as those see it who follow, in its public version once more."""
    made = render(meeting, style=style, fmt="html", version="public", styles_folder=styles_folder)
    made = _POLICY.sub("", made)
    found = _BODY.search(made)
    body, state = found[1].strip() if found else made, _TROUBLE[trouble]
    version = hashlib.blake2s(f"{state}\0{body}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    news = tuple(_news(before, meeting)) if before is not None else ()
    more = (f"and {len(news) - _MOST_NEWS} more",) if len(news) > _MOST_NEWS else ()
    return LivePage(
        page=_followed(made, state, version), body=body, state=state, version=version, news=(*news[:_MOST_NEWS], *more)
    )


def _followed(page: str, state: str, version: str) -> str:
    """Put into a page what keeps it up to date; without scripts it says how to see what is new."""
    script = '<script src="live.js" defer></script>\n</head>'
    live = (
        f'<section id="live" aria-label="Live" data-version="{version}">\n<p id="live-state" role="status">'
        f"{html.escape(state)}</p>\n"
        '<noscript><p><a href="">Load it again to see what is new</a></p></noscript>\n'
        '<div id="live-news" class="heard" aria-live="polite" aria-relevant="additions"></div>\n</section>\n</body>'
    )
    return page.replace("</head>", script, 1).replace("</body>", live, 1)


def _news(before: Meeting, after: Meeting) -> Iterator[str]:
    """Say what is new or worded otherwise, without anything restricted."""
    if after.current is not None and (before.current is None or before.current.id != after.current.id):
        yield f"now {showable(name_within(after, after.current))} {showable(plain(after.current.heading))}".strip()
    known = {entry.id: _told(entry) for entry in before.entries}
    for entry in after.entries:
        if not entry.restricted and known.get(entry.id) != _told(entry):
            yield _told(entry)


def _told(entry: Entry) -> str:
    said = f"{', '.join(entry.speakers)}: " if entry.speakers and not entry.speakers_in_text else ""
    return showable(f"{name_of_kind(entry)}: {said}{plain(entry.text)}")


class LiveNotes:
    """One meeting that is followed, and its page at the moment."""

    def __init__(self, path: Path, *, style: str, styles_folder: Path) -> None:
        """Take the first look. Raises BookError where nothing can be read, BadInput for a style that cannot be used."""
        self.following = Following(path)
        self._style = style
        self._styles_folder = styles_folder
        self._seen: Snapshot = self.following.snapshot
        self.page = self._made(None)

    def look_again(self) -> bool:
        """Make the page anew where the meeting was saved; return whether it says anything else."""
        before, snapshot = self._seen, self.following.snapshot
        if snapshot is before:
            return False
        self._seen = snapshot
        made = self._made(before.meeting)
        changed = made.version != self.page.version
        if changed:
            self.page = made
        return changed

    def _made(self, before: Meeting | None) -> LivePage:
        snapshot = self._seen
        return page_of(
            snapshot.meeting, snapshot.trouble, style=self._style, styles_folder=self._styles_folder, before=before
        )
