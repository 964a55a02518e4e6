"""What the capture line offers to complete, learnt from this meeting and the ones before it in its folder."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress

from tui import garbage
from tui.book.file_names import series_keys
from tui.book.folder import Book
from tui.book.house_style import phrases_of
from tui.book.opened import OpenMeeting
from tui.errors import BookError, Refused
from tui.meeting.capture.describe_line import describe_line
from tui.meeting.capture.offering import Offering
from tui.meeting.completion.phrases import phrase_at_end
from tui.meeting.completion.shorthand import WrittenOut
from tui.meeting.model import Kind, Meeting
from tui.meeting.redaction.secret_words import NO_SECRETS, secrets_of

_MOST_EARLIER = 4
"""How many earlier meetings are learnt: the latest ones of the folder."""
_LONGEST_LINE = 2_000

_log = logging.getLogger(__name__)


class Suggesting:
    """A vocabulary that is built in a thread of its own, so that the screen is there at once, and then learns on."""

    def __init__(self, opened: OpenMeeting) -> None:
        self._offering = Offering()
        self._meeting = opened.meeting
        self._path = opened.path
        self._learnt = _last_id(opened.meeting)
        self._secrets = NO_SECRETS
        self._secret_earlier: frozenset[str] = frozenset()
        self._phrases: dict[str, str] = {}
        self._begun = 0
        """How many times it was begun to learn: what was begun before is no longer wanted."""

    def begin(self) -> None:
        """Begin to learn; called when the screen stands, which learning would hold up."""
        self._offering = Offering()
        self._begun += 1
        wanted = (self._begun, self._meeting)
        threading.Thread(target=self._build, args=wanted, name="minutebook-vocabulary", daemon=True).start()

    def end(self) -> None:
        """Let what was learnt be garbage; called when the screen is gone."""
        garbage.keep_nothing()

    @property
    def ready(self) -> bool:
        """Whether there is something to offer from yet."""
        return self._offering.vocabulary is not None

    def _build(self, begun: int, meeting: Meeting) -> None:
        if begun == 1:
            _warm_up(meeting)
            self._secrets = secrets_of(meeting) if self._secrets is NO_SECRETS else self._secrets
        self._learn_phrases()
        offering = Offering()
        secret: frozenset[str] = frozenset()
        try:
            for earlier in Book(self._path.parent).last_before(meeting.date, _MOST_EARLIER):
                in_series = not series_keys(earlier).isdisjoint(series_keys(meeting))
                offering.learn_earlier(earlier, in_series=in_series)
                secret |= secrets_of(earlier).words
        except Exception:
            # Completion is a convenience: whatever stands in other files, this meeting goes on.
            _log.exception("the earlier meetings could not be learnt")
        offering.learn_meeting(meeting)
        if begun != self._begun:
            return
        self._secret_earlier = secret
        offering.withhold(secret | self._secrets.words)
        self._offering = offering
        garbage.keep_all()

    def _learn_phrases(self) -> None:
        try:
            self._phrases = phrases_of(self._path.parent)
        except BookError:
            # A convenience too; the command that lists them says why they cannot be read.
            _log.exception("the phrases could not be read")

    def learn(self, meeting: Meeting) -> None:
        """Learn the entries captured since, or all of it anew where something learnt has been restricted since."""
        secrets, known = secrets_of(meeting), self._secrets
        self._meeting, self._secrets = meeting, secrets
        if any(key[1] <= self._learnt and known.rows.get(key) != texts for key, texts in secrets.rows.items()):
            # Only a vocabulary that never had the words is sure to offer none of them.
            self._learnt = _last_id(meeting)
            self.begin()
        if not self.ready:
            return
        if secrets.words != known.words:
            self._offering.withhold(secrets.words | self._secret_earlier)
        if captured := {entry.id for entry in meeting.entries if entry.id > self._learnt}:
            self._offering.learn_entries(meeting, captured)
        self._learnt = _last_id(meeting)

    def after(self, line: str, cursor: int, kind: Kind) -> tuple[str, ...]:
        """Offer what may follow a line with the cursor at its end; for an empty one, what is drafted for the item."""
        if cursor != len(line) or len(line) > _LONGEST_LINE:
            return ()
        return self._offering.after(self._meeting, line, kind)

    def written_out(self, line: str, kind: Kind, *, shorthand: bool) -> WrittenOut | None:
        """Return what is typed short at the end of a line and what it stands for; shorthand in English alone."""
        if phrase := phrase_at_end(line, self._phrases):
            return phrase
        vocabulary = self._offering.vocabulary
        if not shorthand or vocabulary is None or self._meeting.language != "en" or len(line) > _LONGEST_LINE:
            return None
        return vocabulary.written_out(line, kind)


def _warm_up(meeting: Meeting) -> None:
    """Read a line of each sort once, so that the first one typed does not wait for its patterns to be compiled."""
    for line in ("!A to do it by Friday", "=Agreed by 2 votes to 1", "A line: of words", "/next"):
        with suppress(Refused):
            describe_line(meeting, line)


def _last_id(meeting: Meeting) -> int:
    return max((entry.id for entry in meeting.entries), default=0)
