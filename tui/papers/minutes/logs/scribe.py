"""Logs of W3C's scribes, read by the documented rules of their tool: topics, speech, actions, corrections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.dates.moments import moments_in
from tui.meeting.kinds import Kind
from tui.meeting.model import Decision, DecisionOutcome, Person, Presence
from tui.papers.minutes.logs.lines import LogLine
from tui.papers.minutes.logs.logged import Logged

_KEY = re.compile(
    r"^(?P<key>topic|subtopic|meeting|date|agenda|previous meeting|next meeting"
    r"|resolution|resolved|proposed?|proposal|issue|summary)\s*(?P<sign>:)\s*(?P<words>.*)$",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^(?P<key>scribe(?:s|nicks?)?|chairs?|present|regrets)\s*(?P<sign>[:+-])\s*(?P<words>.*)$", re.IGNORECASE
)
"""What may go on being said of several: `present+`, `chair +Ann`."""
_ACTION = re.compile(r"^(?P<key>action)\s*(?P<sign>:|\s)\s*(?P<words>.*)$", re.IGNORECASE)
"""`ACTION: Ann to …`, `Action Ann: …`; `action-20: …` speaks of one that is there."""
_KEYS = (_KEY, _LIST, _ACTION)
_BOTS = frozenset("rrsagent zakim ghurlbot agendabot trackbot github-bot".split())
_TO_BOT = re.compile(
    r"^(?:rrsagent|zakim|trackbot|ghurlbot|agendabot|github-bot)\s*,|^(?:q[+-?]|queue[+-?]|ack\b"
    r"|agenda[?+-]|(?:clear|next|close|drop|delete) (?:agenda|agendum|item)\b|agendum\b|take up)",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"^s(?P<mark>[/|!#])(?P<old>.+?)(?P=mark)(?P<new>.*?)(?:(?P=mark)(?P<how>[gG]?))?\s*$")
_INSERT = re.compile(r"^i(?P<mark>[/|!#])(?P<where>.+?)(?P=mark)(?P<new>.+?)(?P=mark)?\s*$")
_GOES_ON = re.compile(r"^(?:\.\.\.?|…)\s*")
_TAKEN_UP = re.compile(r"""^(?:agendum|item)\s\d+\.?\s*["“](?P<words>.+)["”]\s+(?:--\s+)?taken up\b""", re.IGNORECASE)
"""How the bot that keeps the agenda says that an item of it begins."""
_SPEECH = re.compile(
    r"^(?!(?:action|issue)-\d)(?P<who>[A-Za-z\u00c0-\u024f][\w.'’_-]{0,30}(?:\s[A-Z][\w.'’-]{0,20})?)\s*:\s+(?P<words>\S.*)$"
)
_OWNERS = re.compile(r"^(?P<who>[\w@.'’-]+(?:(?:,\s*|\s+and\s+)[\w@.'’-]+)*)\s*(?:\sto\s|\s*[-–—:]\s+)")


def is_scribed(lines: Sequence[LogLine]) -> bool:
    """Whether a log was written for W3C's scribe."""
    keys = {key["key"].casefold() for line in lines if (key := _key_of(line.text))}
    return len(keys - {"date", "issue", "summary", "agenda"}) > 1


def _key_of(text: str) -> re.Match[str] | None:
    return next((found for form in _KEYS if (found := form.match(text))), None)


class ScribeLog(Logged):
    """Goes through a log's lines once, corrections made first."""

    def __init__(self, lines: Sequence[LogLine]) -> None:
        super().__init__()
        self._lines = self._corrected(_joined(lines))
        self._scribes: set[str] = set()
        self._speaker: dict[str, str] = {}
        """Of each nick whose words its next line may go on with."""
        self._open: dict[str, int] = {}
        """Of each nick the decision or action that its next line may go on with, by its place among what was said."""

    def read(self) -> Logged:
        """Read every line."""
        for line in self._lines:
            if taken := _TAKEN_UP.match(line.text) if _is_bot(line) else None:
                self.labels.append(f"{line.nick} {line.text}")
                self.topic(line, taken["words"].strip(" -"))
            elif (key := _key_of(line.text)) and not line.done:
                self._key(line, key["key"].casefold(), key["sign"], key["words"].strip())
            elif not line.nick:
                continue
            elif line.done or _is_bot(line) or _TO_BOT.match(line.text):
                # Their tool leaves out what somebody did, and talk with bots.
                self.labels.append(line.text)
            else:
                self._speech(line)
        return self

    def _corrected(self, lines: Sequence[LogLine]) -> list[LogLine]:
        """Make the corrections and insertions, each in what stands above it, the nearest line first."""
        made: list[LogLine] = []
        everywhere: list[tuple[str, str]] = []
        for line in lines:
            if change := _CHANGE.match(line.text):
                self.labels.append(line.text)
                old, new, how = change["old"], change["new"], change["how"] or ""
                holding = [at for at, one in enumerate(made) if old in one.text and not _is_bot(one)]
                for at in holding if how else holding[-1:]:
                    text = made[at].text.replace(old, new) if how else _last_replaced(made[at].text, old, new)
                    made[at] = replace(made[at], text=text)
                everywhere += [(old, new)] if how == "G" else []
            elif insert := _INSERT.match(line.text):
                self.labels.append(line.text)
                at = next((at for at in range(len(made) - 1, -1, -1) if insert["where"] in made[at].text), -1)
                if at >= 0:
                    made.insert(at, replace(line, text=insert["new"].strip()))
            else:
                text = line.text
                for old, new in everywhere:
                    text = text.replace(old, new)
                made.append(replace(line, text=text))
        return made

    def _key(self, line: LogLine, key: str, sign: str, words: str) -> None:
        self.labels.append(f"{line.nick} {key}")
        self._speaker.pop(line.nick, None)
        self._open.pop(line.nick, None)
        if key in ("topic", "subtopic"):
            self._speaker.clear()
            self._open.clear()
            self.topic(line, words, level=1 if key == "topic" else 2)
        elif key == "action":
            self._action(line, words)
            self._open[line.nick] = len(self.said) - 1
        elif key in ("resolution", "resolved"):
            self.decide(line, words, Decision(outcome=DecisionOutcome.CARRIED))
            self._open[line.nick] = len(self.said) - 1
        elif key in ("present", "regrets"):
            self._there(line, sign, words, away=key == "regrets")
        elif key.startswith(("scribe", "chair")):
            self._holder(line, key, words)
        elif key == "meeting":
            self.title = words
        elif key == "date":
            moments = moments_in(words)
            self.day = moments[0].date if moments else self.day
            self.labels.append(words)
        elif key in ("agenda", "previous meeting", "next meeting"):
            self.header.append((key.capitalize() if key != "next meeting" else "Next", words))
        else:
            self.say(line, Kind.NOTE, line.text)

    def _holder(self, line: LogLine, key: str, words: str) -> None:
        said = _names(words) or [line.nick]
        names = [self.person(self._as_known(name)) for name in said]
        if key.startswith("scribe"):
            self._scribes |= {line.nick.casefold(), *(name.casefold() for name in (*said, *names))}
        self.header.append(("Scribe" if key.startswith("scribe") else "Chair", ", ".join(names)))

    def _there(self, line: LogLine, sign: str, words: str, *, away: bool) -> None:
        """Put down who is there, and who sent regrets; `present-` takes somebody off the list again."""
        for name in _names(words) or [line.nick]:
            known = self.person(name)
            if sign == "-":
                self.people = [one for one in self.people if one.name != known]
                self.labels.append(known)
            elif away:
                self.people = [_away(one) if one.name == known else one for one in self.people]

    def _action(self, line: LogLine, words: str) -> None:
        found = _OWNERS.match(words)
        who = re.split(r",\s*|\s+and\s+", found["who"]) if found else []
        self.act(line, words, tuple(self._as_known(name.lstrip("@")) for name in who))

    def _as_known(self, name: str) -> str:
        known = [
            one.name for one in self.people if name.casefold() in (one.name.casefold(), one.name.split()[0].casefold())
        ]
        return known[0] if len(known) == 1 else name

    def _speech(self, line: LogLine) -> None:
        by_scribe = not self._scribes or line.nick.casefold() in self._scribes
        on = _GOES_ON.match(line.text)
        if on and (opened := self._open.get(line.nick, -1)) >= 0:
            one = self.said[opened]
            self.said[opened] = replace(one, text=f"{one.text} {line.text[on.end() :]}", last=line.place)
        elif on and (speaker := self._speaker.get(line.nick)):
            self.say(line, Kind.NOTE, line.text[on.end() :], speakers=(speaker,))
        elif by_scribe and (found := _SPEECH.match(line.text)) and not found["words"].startswith("//"):
            speaker = self._speaker[line.nick] = self._as_known(found["who"])
            self._open.pop(line.nick, None)
            self.say(line, Kind.NOTE, found["words"], speakers=(speaker,))
        elif by_scribe:
            self._speaker.pop(line.nick, None)
            self._open.pop(line.nick, None)
            self.say(line, Kind.NOTE, line.text)
        else:
            self.say(line, Kind.NOTE, line.text, speakers=(self._as_known(line.nick),))


def _names(words: str) -> list[str]:
    return [name for one in words.split(",") if (name := one.strip(" +").strip("-"))]


def _is_bot(line: LogLine) -> bool:
    return line.nick.casefold() in _BOTS


def _joined(lines: Sequence[LogLine]) -> list[LogLine]:
    """Return the lines with what a bot said over several in one; bots go on after three dots."""
    joined: list[LogLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        on = _GOES_ON.match(line.text) if last and _is_bot(line) and line.nick == last.nick else None
        if on and last:
            joined[-1] = replace(last, text=f"{last.text} {line.text[on.end() :]}")
        else:
            joined.append(line)
    return joined


def _last_replaced(text: str, old: str, new: str) -> str:
    head, _, tail = text.rpartition(old)
    return f"{head}{new}{tail}"


def _away(person: Person) -> Person:
    return replace(person, presence=Presence.APOLOGIES)
