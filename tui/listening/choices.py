"""Answers that are one letter or one word: what each means, and how they are offered."""

from __future__ import annotations

from collections.abc import Mapping

from tui.meeting.model import Value


class Choices(Value, frozen=True, kw_only=True):
    """What may be answered to a question."""

    letters: Mapping[str, str]
    """The word of each letter; of several letters for one word, the first is said."""
    with_words: frozenset[str] = frozenset()
    """The words after which more may be said at once: `owner DCC`."""
    alike: Mapping[str, str] = {}
    """Other words for them."""

    @property
    def offer(self) -> str:
        """Say what may be answered: `y agreed, e reword, x strike`."""
        first: dict[str, str] = {}
        for letter, word in self.letters.items():
            first.setdefault(word, letter)
        return ", ".join(f"{letter} {word}" for word, letter in first.items())

    def meant(self, answer: str) -> tuple[str, str]:
        """Return which word is meant, empty for none, and what was said after it."""
        first, _, rest = answer.strip().partition(" ")
        said, rest = first.casefold().rstrip(":,."), rest.strip()
        begun = {self._named(word) for word in self._words if len(said) > 1 and word.startswith(said)}
        word = self.letters.get(said) or (self._named(said) if said in self._words else "")
        word = word or (begun.pop() if len(begun) == 1 else "")
        return ("", "") if rest and word not in self.with_words else (word, rest)

    @property
    def _words(self) -> frozenset[str]:
        return frozenset({*self.letters.values(), *self.alike})

    def _named(self, word: str) -> str:
        return self.alike.get(word, word)
