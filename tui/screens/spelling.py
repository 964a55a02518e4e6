"""Which words of the meeting no dictionary knows: looked up aside, so that nothing typed waits for it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.message import Message

from tui.book.opened import OpenMeeting
from tui.meeting.model import Entry, Meeting

if TYPE_CHECKING:
    from tui.meeting.checking.spelling import WordReader
    from tui.spelling.speller import Speller

_LONGEST_LINE = 2_000
Places = tuple[tuple[int, int], ...]
"""Where words begin and end in a text."""

_log = logging.getLogger(__name__)


class LookedUp(Message, bubble=False):
    """Words were found that no dictionary knows, or one was learnt."""


class Spelling:
    """A dictionary in the meeting's language, asked from a thread of its own; without one, no word is unknown."""

    def __init__(self, opened: OpenMeeting) -> None:
        self._opened = opened
        self._speller: Speller | None = None
        self._asked: SimpleQueue[frozenset[str] | None] = SimpleQueue()
        self._learnt: frozenset[str] = frozenset()
        self._reader: tuple[Meeting, WordReader] | None = None

    def begin(self, app: App[Any]) -> None:
        """Begin to look words up, and tell the app's screens of what is found; called when the first one stands."""
        Thread(target=self._look_up, args=(app,), name="minutebook-spelling", daemon=True).start()

    def end(self) -> None:
        """Look nothing up any more."""
        self._asked.put(None)

    def _look_up(self, app: App[Any]) -> None:
        # Imported here, in the thread, so that neither the start nor a key waits for it.
        from tui.book.folder import Book
        from tui.book.house_style import learnt_words
        from tui.spelling.dictionaries import dictionary_of
        from tui.spelling.speller import Speller
        from tui.use_cases.house_words import words_of_house

        dictionary = dictionary_of(self._opened.meeting.language)
        if dictionary is None:
            return
        self._learnt = learnt_words(self._opened.path.parent)
        self._speller = speller = Speller(dictionary)
        house: frozenset[str] | None = None
        _tell(app)
        try:
            while (words := self._asked.get()) is not None:
                if speller.ask(words):
                    house = (
                        words_of_house(Book(self._opened.path.parent), self._opened.meeting) if house is None else house
                    )
                    self._learnt |= house
                    _tell(app)
        except Exception:
            # A convenience: without it, the meeting goes on.
            _log.exception("words could not be looked up")
        finally:
            self._speller = None
            speller.close()

    def ask(self, words: Iterable[str]) -> None:
        """Have words looked up that were not before."""
        speller = self._speller
        if speller is not None and (new := frozenset(word for word in words if speller.is_new(word))):
            self._asked.put(new)

    @property
    def unknown(self) -> Mapping[str, str]:
        """The words found unknown so far, with what may be meant, less those that the book has learnt."""
        if self._speller is None:
            return {}
        return {word: meant for word, meant in self._speller.unknown.items() if word not in self._learnt}

    def learn(self, word: str) -> None:
        """Take a word into the book's own. Raises BookError where its list cannot be written."""
        from tui.book.house_style import learn_word

        learn_word(self._opened.path.parent, word)
        self._learnt |= {word}

    # Where they stand.

    def places(self, meeting: Meeting, entries: Iterable[Entry]) -> dict[int, Places]:
        """Return where unknown words stand in entries, by the entries' ids; new words are looked up."""
        if self._speller is None:
            return {}
        reader = self._reader_of(meeting)
        found = {entry.id: self._unknown_of(meeting, reader.words_of(entry)) for entry in entries}
        return {entry: places for entry, places in found.items() if places}

    def places_in_line(self, meeting: Meeting, line: str, cursor: int) -> Places:
        """Return where unknown words stand in a line being typed; the word at the cursor is not whole yet."""
        if self._speller is None or len(line) > _LONGEST_LINE or line[:1] in "/%":
            return ()
        words = (word for word in self._reader_of(meeting).words_in(line) if word[1] != cursor)
        return self._unknown_of(meeting, words)

    def _unknown_of(self, meeting: Meeting, words: Iterator[tuple[int, int, str]]) -> Places:
        from tui.meeting.checking.spelling import name_of_word

        read, speller = tuple(words), self._speller
        self.ask(word for _, _, word in read)
        unknown = speller.unknown if speller is not None else {}
        places = [one for one in read if one[2] in unknown and one[2] not in self._learnt]
        left = {waiver.finding for waiver in meeting.waivers} if places else set()
        return tuple((start, end) for start, end, word in places if name_of_word(word) not in left)

    def _reader_of(self, meeting: Meeting) -> WordReader:
        """Return what reads a meeting's words; kept as long as the people and the agenda are the same."""
        if self._reader is not None:
            known, reader = self._reader
            if known.people is meeting.people and known.sections is meeting.sections and known.header is meeting.header:
                return reader
        from tui.meeting.checking.spelling import WordReader

        self._reader = (meeting, WordReader(meeting))
        return self._reader[1]


def _tell(app: App[Any]) -> None:
    for screen in tuple(app.screen_stack):
        screen.post_message(LookedUp())
