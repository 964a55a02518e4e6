"""What is offered to be appended to the capture line, by all that was learnt of this meeting and earlier ones."""

from __future__ import annotations

from collections.abc import Set

from tui.meeting.capture.command_words import rest_of
from tui.meeting.completion.draft_resolution import drafted_line
from tui.meeting.completion.last_time import LastTime
from tui.meeting.completion.vocabulary import MOST_OFFERS, Vocabulary
from tui.meeting.completion.who_speaks import WhoSpeaks
from tui.meeting.marks import COMMAND
from tui.meeting.model import Kind, Meeting

_LONGEST_NAME = 40
"""How much is typed of a line at most while its speaker is still offered."""


class Offering:
    """Words, speakers and the wording of last time, learnt together."""

    def __init__(self) -> None:
        self.vocabulary: Vocabulary | None = None
        """None until something is learnt: it takes its time to begin."""
        self._who_speaks = WhoSpeaks()
        self._last_time = LastTime()
        self._withheld: Set[str] = frozenset()

    def learn_earlier(self, earlier: Meeting, *, in_series: bool) -> None:
        """Learn an earlier meeting; how its items were worded if it is of the same series."""
        self._begun().learn_meeting(earlier)
        self._who_speaks.learn(earlier)
        if in_series:
            self._last_time.learn(earlier)

    def learn_meeting(self, meeting: Meeting) -> None:
        """Learn the meeting at hand."""
        self._begun().learn_meeting(meeting)
        self._who_speaks.learn(meeting)

    def learn_entries(self, meeting: Meeting, ids: Set[int]) -> None:
        """Learn the entries just captured in `meeting`."""
        self._begun().learn_entries(meeting, ids)
        self._who_speaks.learn(meeting, after=min(ids) - 1)

    def withhold(self, words: Set[str]) -> None:
        """Offer none of these words, case aside, wherever they were learnt."""
        self._withheld = words
        self._begun().withhold(words)

    def after(self, meeting: Meeting, line: str, kind: Kind) -> tuple[str, ...]:
        """Offer what may follow a line; for an empty one, what is drafted for the item or how it was worded."""
        speaker = self._who_speaks.offer(meeting, line, kind, self._withheld) if len(line) <= _LONGEST_NAME else ""
        if not line:
            first = drafted_line(meeting) or speaker
            return (*_one(first), *_one(self._last_time.offer(meeting, self._withheld)))
        if line.startswith(COMMAND):
            return _one(rest_of(meeting, line))
        offers = self.vocabulary.offers(line, kind) if self.vocabulary else ()
        return (*_one(speaker), *(one for one in offers if one.strip() != speaker[:-2]))[:MOST_OFFERS]

    def _begun(self) -> Vocabulary:
        if self.vocabulary is None:
            self.vocabulary = Vocabulary()
        return self.vocabulary


def _one(offer: str) -> tuple[str, ...]:
    return (offer,) if offer else ()
