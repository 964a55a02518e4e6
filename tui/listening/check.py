"""The check, listened to: what is open is read out one after another, and fixed, waived or left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.listening.choices import Choices
from tui.listening.fields import ask_due, ask_owners, ask_words
from tui.listening.talk import Talk
from tui.meeting.capture.capture import Outcome
from tui.meeting.checking import fixes
from tui.meeting.checking.check import check as find_open
from tui.meeting.checking.check import summary
from tui.meeting.checking.findings import Finding, FindingKind
from tui.meeting.checking.house_style import HouseStyle
from tui.meeting.checking.places import extract_of, place_of
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting

CHOICES = Choices(
    letters={
        "f": "fix",
        "w": "waive",
        "e": "reword",
        "r": "reword",
        "o": "owner",
        "u": "due",
        "n": "next",
        "q": "stop",
        "?": "help",
    },
    with_words=frozenset({"owner", "due", "reword", "waive"}),
    alike={"edit": "reword", "later": "next"},
)
_ROOM = 150
"""Characters of the words that are read out of each finding."""


class _Check:
    """The walk from one finding to the next."""

    def __init__(self, talk: Talk, house: HouseStyle, series: Sequence[Meeting]) -> None:
        self._talk = talk
        self._house = house
        self._series = series
        self._passed: set[str] = set()
        """The names of those that were left as they are."""

    def open(self) -> tuple[Finding, ...]:
        """Find what is open now."""
        return find_open(self._talk.meeting, self._house, series=self._series)

    def go(self) -> None:
        """Read out and ask, until nothing is left or the user stops."""
        while True:
            found = self.open()
            finding = next((one for one in found if one.name not in self._passed), None)
            if finding is None:
                break
            words = extract_of(finding, _ROOM).text
            self._talk.say(
                f"{place_of(self._talk.meeting, finding)}: {finding.message}{f' — {words}' if words else ''}"
            )
            if finding.suggestion:
                self._talk.say(f"f writes “{finding.suggestion}” in place of “{finding.words}”.")
            if not self._settled(finding):
                break
        self._talk.say(f"End of the check: {summary(self.open())}")

    def _settled(self, finding: Finding) -> bool:
        """Ask until something is done about a finding, or it is passed by; False where the user stops."""
        while any(one.name == finding.name for one in self.open()):
            answer = self._talk.ask(f"{finding.kind}, what to do?")
            word, rest = CHOICES.meant(answer) if answer else ("next", "")
            if word == "stop":
                return False
            if word == "next":
                self._passed.add(finding.name)
                break
            self._carry_out(word, rest, finding)
        return True

    def _carry_out(self, word: str, rest: str, finding: Finding) -> None:
        fields = {"owner": ask_owners, "due": ask_due, "reword": ask_words}
        if word == "fix":
            if self._make(lambda journal: fixes.fix(journal, finding, self._talk.now()), "fix"):
                self._talk.say(f"“{finding.words}” is now “{finding.suggestion}”")
        elif word == "waive":
            reason = rest or self._talk.ask("why it stays as it is:", notes=False)
            if self._make(lambda journal: fixes.waive(journal, finding, reason, self._talk.now()), "waive"):
                self._talk.say(f"waived: {reason}")
        elif word in fields:
            if finding.entry is None or (word != "reword" and finding.kind not in (FindingKind.OWNER, FindingKind.DUE)):
                self._talk.refuse("this is for an entry" if word == "reword" else "this is for an action")
            else:
                fields[word](self._talk, finding.entry, rest)
        else:
            self._talk.say(f"{'' if word else 'That is no answer. '}{CHOICES.offer}.")

    def _make(self, change: Callable[[Journal], Journal], what: str) -> bool:
        talk = self._talk
        return talk.change(lambda: Outcome(journal=change(talk.journal), message=what)) is not None


def check(talk: Talk, house: HouseStyle, series: Sequence[Meeting]) -> None:
    """Go through what is open."""
    walk = _Check(talk, house, series)
    found = walk.open()
    talk.say(summary(found))
    if found:
        talk.say(f"Answers: {CHOICES.offer}.")
        walk.go()
