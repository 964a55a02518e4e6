"""Logs of MeetBot, read by its documented commands: `#topic`, `#info`, `#action`, `#agreed`, votes, `#undo`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.dates.moments import moments_in
from tui.meeting.kinds import Kind
from tui.meeting.model import Decision, DecisionOutcome, Presence
from tui.papers.minutes.logs.lines import LogLine
from tui.papers.minutes.logs.logged import Logged

_COMMAND = re.compile(r"^#(?P<name>[a-z]+)\b\s*(?P<words>.*)$", re.IGNORECASE)
_VOTE = re.compile(r"^(?:#vote\s+)?(?P<vote>\+1|-1|[+-]?0|abstain|aye|nay|yes|no)\s*$", re.IGNORECASE)
_STARTED = re.compile(r"^Meeting started\b(?P<when>.*?)(?:\.\s|\.?$)", re.IGNORECASE)
_BOT = re.compile(r"bot$", re.IGNORECASE)
_OUTCOMES = {
    "agreed": DecisionOutcome.CARRIED,
    "agree": DecisionOutcome.CARRIED,
    "accepted": DecisionOutcome.CARRIED,
    "accept": DecisionOutcome.CARRIED,
    "approved": DecisionOutcome.CARRIED,
    "rejected": DecisionOutcome.LOST,
    "reject": DecisionOutcome.LOST,
}
_OF_MEETING = frozenset("startmeeting meetingname meetingtopic chair unchair nick".split())
_NOTES = frozenset("info idea help halp link".split())
_FOR, _AGAINST = frozenset({"+1", "aye", "yes"}), frozenset({"-1", "nay", "no"})


def is_meetbot(lines: Sequence[LogLine]) -> bool:
    """Whether a log was written for MeetBot."""
    return any(re.match(r"#(?:startmeeting|topic|endmeeting)\b", line.text, re.IGNORECASE) for line in lines)


class MeetBotLog(Logged):
    """Goes through a log's lines once."""

    def __init__(self, lines: Sequence[LogLine]) -> None:
        super().__init__()
        self._lines = lines
        self._nicks = list(dict.fromkeys(line.nick for line in lines if not _BOT.search(line.nick)))
        self._chairs: list[str] = []
        self._motion: LogLine | None = None
        self._motion_words = ""
        self._votes: dict[str, str] = {}

    def read(self) -> Logged:
        """Read every line."""
        for nick in self._nicks:
            self.person(nick)
        for line in self._lines:
            if _BOT.search(line.nick):
                self._bot(line)
            elif self._motion is not None and (vote := _VOTE.match(line.text)):
                self._votes[line.nick] = vote["vote"].casefold()
                self.labels.append(line.text)
            elif command := _COMMAND.match(line.text):
                self._command(line, command["name"].casefold(), command["words"].strip())
            else:
                self.say(line, Kind.NOTE, line.text, speakers=(line.nick,))
        if self._chairs:
            self.header.append(("Chair", ", ".join(self._chairs)))
        return self

    def _bot(self, line: LogLine) -> None:
        self.labels.append(f"{line.nick} {line.text}")
        if found := _STARTED.match(line.text):
            moments = moments_in(_day_first(found["when"]))
            self.day = moments[0].date if moments else self.day

    def _command(self, line: LogLine, name: str, words: str) -> None:
        self.labels.append(f"#{name}")
        if name == "topic":
            if words:
                self.topic(line, words)
        elif name in _OF_MEETING:
            self._of_meeting(line, name, words)
        elif name == "action":
            self.act(line, words, self._named_in(words))
        elif name in _OUTCOMES:
            self.decide(line, words, Decision(outcome=_OUTCOMES[name]))
        elif name in _NOTES:
            self.say(line, Kind.NOTE, words, speakers=(line.nick,))
        elif name == "undo":
            self._undo(line)
        elif name in ("motion", "vote", "startvote") and words:
            self._motion, self._motion_words, self._votes = line, words, {}
        elif name in ("close", "endvote"):
            self._close()
        else:
            self.labels.append(line.text)

    def _of_meeting(self, line: LogLine, name: str, words: str) -> None:
        """Take what says how the meeting is called, and who sits, speaks or may be spoken of."""
        if name == "nick":
            self._know(words)
        elif name in ("chair", "unchair"):
            self._chair(words or line.nick, sits=name == "chair")
        else:
            self.title = words or self.title
            self._chair(line.nick if name == "startmeeting" else "")

    def _chair(self, words: str, *, sits: bool = True) -> None:
        for nick in filter(None, re.split(r"[\s,]+", words)):
            name = self.person(nick)
            self._chairs = [*(one for one in self._chairs if one != name), *([name] if sits else [])]

    def _know(self, nick: str) -> None:
        """Make somebody known who says nothing, so that actions may be theirs."""
        known = {one.name for one in self.people}
        name = self.person(nick)
        if name and name not in known:
            self._nicks.append(name)
            self.people[-1] = replace(self.people[-1], presence=Presence.ABSENT)

    def _named_in(self, words: str) -> tuple[str, ...]:
        """Return those whose nick stands in an action, as MeetBot lists actions by person."""
        found = re.findall(r"[\w\[\]\\`^{|}-]+", words.casefold())
        return tuple(nick for nick in self._nicks if nick.casefold() in found)

    def _undo(self, line: LogLine) -> None:
        """Take back the last thing that goes into the minutes; its words stay with what is not printed."""
        for at in range(len(self.said) - 1, -1, -1):
            if self.said[at].kind is not Kind.NOTE or self.said[at].speakers == (line.nick,):
                self.labels.append(self.said.pop(at).text)
                return

    def _close(self) -> None:
        if self._motion is None:
            return
        named = {
            side: tuple(nick for nick, vote in self._votes.items() if vote in votes)
            for side, votes in (("for", _FOR), ("against", _AGAINST))
        }
        others = tuple(nick for nick in self._votes if nick not in (*named["for"], *named["against"]))
        carried = len(named["for"]) > len(named["against"])
        tied = len(named["for"]) == len(named["against"])
        outcome = DecisionOutcome.TIED if tied else DecisionOutcome.CARRIED if carried else DecisionOutcome.LOST
        decision = Decision(
            votes_for=len(named["for"]),
            votes_against=len(named["against"]),
            abstained=len(others),
            for_names=named["for"],
            against_names=named["against"],
            abstained_names=others,
            outcome=outcome if self._votes else DecisionOutcome.UNSAID,
        )
        self.decide(self._motion, self._motion_words, decision)
        self._motion = None


def _day_first(words: str) -> str:
    """Return `Thu Sep 11 19:00:07 2025 UTC` as `11 Sep 2025`."""
    found = re.search(r"\b([A-Z][a-z]{2})\s+(\d{1,2})\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{3,4}\s+)?(\d{4})", words)
    return f"{found[2]} {found[1]} {found[3]}" if found else words
