"""What stands between the entries of minutes: labels, nil returns, initials of a column, brackets behind an action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from tui.meeting.capture.speakers import read_prefix, said_by
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Meeting
from tui.meeting.people.directory import ALL, Directory, directory_of
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.found import Doubt, Said, said_from
from tui.papers.minutes.outline import Titled
from tui.papers.minutes.owning import due_said, names_only, read_due, standing_of
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.records import DECIDES, decision_in, record_in, says_of_votes
from tui.papers.minutes.speech import Unit, askers_of, sentences_of
from tui.papers.minutes.tables import status_of
from tui.papers.minutes.tasks.giving import Giving, is_all_listed, lists_actions, marks_actions
from tui.papers.minutes.words import (
    ACTION_MARK,
    ACTIONS_HEAD,
    DONE_HEAD,
    EARLIER_ACTIONS,
    FINDINGS,
    NAME_AND_BULLET,
    NIL,
    OWNER_ALONE,
)

_MOVED_WORDS = re.compile(r"(?:RESOLVED\s+)?(?:THAT|That|BE IT RESOLVED)\b")
"""How what was moved begins, below the line that says by whom."""
_FOUND = re.compile(
    r"(?:key\s+)?(?:findings|answers?|response|reply|feststellungen|antwort|réponse|constat)", re.IGNORECASE
)
"""What heads answers: what somebody said before it was a question."""
_INITIALS_LAST = re.compile(
    r"(?P<said>.{12,}?[.!])(?:\s+(?P<who>[A-Z]{2,4}(?:\s*(?:[,/&+]|and)\s*[A-Z]{2,4}){0,3})|\s+/\s+(?P<cell>[A-ZÄÖÜÉ][^/.;:]{1,40}))\.?",
    re.DOTALL,
)
"""Initials behind the last sentence of a paragraph, as in a column, or a cell that was one."""
_CLOSE = 10
"""Lines between a decision and its record."""


class Asides:
    """Keeps what was gathered so far, and takes the lines that only say something of it."""

    def __init__(self, meeting: Meeting, sections: Sequence[Titled]) -> None:
        self.meeting = meeting
        self.directory: Directory = directory_of(meeting)
        self.said: list[Said] = []
        self.doubts: list[Doubt] = []
        self.left: list[Passage] = []
        """Passages that are no entries: labels, signatures, nil returns."""
        self.labels: list[str] = []
        """Words that said what a line is, and are not part of it."""
        self.closed: time | None = None
        texts = [one.text for section in sections for one in section.passages]
        self._promises = not marks_actions(sections)
        """Whether what somebody will do is an action, since none is marked."""
        self._listed = lists_actions(sections)
        self._askers = askers_of(self.directory, texts)
        self._mode = ""
        self._whose: tuple[str, ...] = ()
        """Those behind whose name a row of bullets says what they are to do."""
        self._lists = 0
        """The level of the section that lists actions, in it and in its parts; 0 outside."""
        self._done = False
        """Whether these are told as done."""
        self._section = 0
        self._before: Unit | None = None
        self._last_action: int = -1
        self._earlier = False
        self._brackets = False
        """Whether brackets behind actions or a column beside them say whose they are: a name before a colon speaks."""
        self._in_paragraphs = False
        """Whether the last action stood in no bullet."""
        self._bulleted = False
        """Whether what came of an action is told in bullets."""

    def _begin(self, section_id: int, section: Titled) -> None:
        """Begin a section: what its heading, or that of the section it is part of, says of actions."""
        self._section, self._before, self._last_action, self._brackets = section_id, None, -1, False
        heading = section.heading.strip("*_ ")
        self._earlier = EARLIER_ACTIONS.search(heading) is not None
        self._lists = self._lists if section.level > self._lists > 0 and is_all_listed(section) else 0
        self._lists = self._lists or (section.level if ACTIONS_HEAD.fullmatch(heading) else 0)
        self._mode = "actions" if self._lists else ""
        self._whose = ()
        self._done = bool(self._lists) and DONE_HEAD.search(heading) is not None

    def _of_row(self, passage: Passage, text: str) -> tuple[str, tuple[str, ...]]:
        """Return the words of a task, and whose row of bullets it stands in: `Ann Lowe • Ring the yard`."""
        found = NAME_AND_BULLET.match(text)
        names = names_only(self.directory, found["who"]) if found else ()
        if found and names and all(self.directory.find(name) for name in names):
            self._whose = names
            self.labels.append(found["who"])
            return text[found.end() :], names
        self._whose = self._whose if passage.bullet else ()
        return text, self._whose

    def _told(self, passage: Passage, standing: str) -> str:
        """Return the words for how an action stands: those behind it, its box, or its heading."""
        return standing or ("done" if passage.task == "done" or (self._done and not passage.task) else "")

    def _add(self, one: Said) -> None:
        self.said.append(replace(one, section=self._section))
        if one.kind is Kind.ACTION:
            self._last_action = len(self.said) - 1

    def _is_label(self, passage: Passage) -> bool:
        text = passage.text.strip("*_ ")
        if FINDINGS.fullmatch(text) and not passage.bullet:
            self._mode = "findings"
            if _FOUND.match(text) and self.said and self.said[-1].section == self._section:
                last = self.said[-1]
                self.said[-1] = replace(last, kind=Kind.QUESTION) if last.speakers and last.kind is Kind.NOTE else last
        elif ACTIONS_HEAD.fullmatch(text) and (not passage.bullet or text.endswith(":") or " " in text):
            self._mode = "actions"
            self._done = DONE_HEAD.search(text) is not None
            self._earlier = self._earlier and EARLIER_ACTIONS.search(text) is not None
        else:
            return False
        self.left.append(passage)
        return True

    def _is_nil(self, passage: Passage) -> bool:
        if self._mode != "actions" or not NIL.fullmatch(passage.text):
            return False
        self.left.append(passage)
        return True

    def _is_margin_alone(self, passage: Passage) -> bool:
        """Whether a line is nothing but initials that stood in a column: they belong to the action above."""
        text = passage.text.strip("* ")
        named = OWNER_ALONE.match(text) or ACTION_MARK.match(text)
        text = text[named.end() :].strip("* .") if named else text
        initials = bool(named) or (len(text) <= 20 and (text.isupper() or text.casefold() in ("all", "alle", "tous")))
        names = names_only(self.directory, text) if initials and not passage.bullet else ()
        last = self.said[self._last_action].action if self._last_action >= 0 else None
        if named and not names and last is not None and not last.owners and len(text.split()) < 5:
            names = (text,)
        if not names:
            return False
        self._brackets = self._brackets or not named
        if named and self.said and last is None and self._is_told_before(passage):
            self._make_action(names)
        elif self._last_action >= 0 and self.said[self._last_action].action is not None:
            one = self.said[self._last_action]
            action = one.action
            assert action is not None, "it was looked for"
            owners = tuple(dict.fromkeys((*action.owners, *names)))
            self.said[self._last_action] = replace(one, action=replace(action, owners=owners))
        else:
            self.doubts.append(Doubt(place=passage.first, text=text, why="initials that stand beside no action"))
        self.left.append(passage)
        return True

    def _with_initials_last(self, passage: Passage) -> Passage:
        """Return a paragraph with the initials behind its last stop beside it: `The winch is to be sold. AL`."""
        found = None if passage.margin else _INITIALS_LAST.fullmatch(passage.text)
        who = (found["who"] or found["cell"]) if found else ""
        names = names_only(self.directory, who) if who else ()
        if not found or not names or not all(self.directory.find(name) for name in names):
            return passage
        *_, last = sentences_of(found["said"])
        if not self._giving().is_duty(last):
            return passage
        self.labels.append(who)
        return replace(passage, text=found["said"], margin=who)

    def _giving(self) -> Giving:
        """Return what tells whether a sentence gives somebody something, below a heading of actions or elsewhere."""
        promises = self._promises or (self._mode == "actions" and not self._earlier)
        return Giving(directory=self.directory, earlier=self._earlier, promises=promises, listed=self._listed)

    def _is_owned_row(self, row: Passage) -> bool:
        """Whether a row below a label of actions holds one, and beside it who is to do it."""
        return len(row.cells) == 2 and bool(row.cells[0]) and bool(names_only(self.directory, row.cells[1]))

    def _is_told_before(self, passage: Passage) -> bool:
        """Whether the note right above a line is what whoever it names is to do."""
        last = self.said[-1]
        return (
            last.kind in (Kind.NOTE, Kind.DECISION) and last.section == self._section and passage.first - last.last <= 2
        )

    def _make_action(self, names: tuple[str, ...]) -> None:
        """Make an action of the last sentence of the last note."""
        last = self.said.pop()
        sentences = sentences_of(last.text)
        if last.kind is Kind.DECISION:
            self._add(last)  # It stays what was decided, and is somebody's to do as well.
            decided = [one for one in sentences if not record_in(self.directory, one)] or sentences
            last, sentences = replace(last, decision=None, speakers=(), in_text=False), decided[-1:]
        if len(sentences) > 1:
            self._add(replace(last, text=" ".join(sentences[:-1])))
        due = read_due(self.meeting, sentences[-1])
        self._add(replace(last, kind=Kind.ACTION, text=sentences[-1], action=Action(ref="A0", owners=names, due=due)))

    def _is_record(self, passage: Passage) -> bool:
        """Whether a line only says who moved what was decided above it, how the votes went, or what came of it."""
        at = self._decided_at(passage)
        sorts = frozenset() if passage.cells or passage.margin else record_in(self.directory, passage.text)
        words = (
            at >= 0 and _MOVED_WORDS.match(passage.text) and "mover" in record_in(self.directory, self.said[at].text)
        )
        if at >= 0 and (sorts or words):
            one = self.said[at]
            text = f"{one.text} {passage.text}"
            decision = decision_in(self.directory, text)
            self.said[at] = replace(one, text=text, decision=decision, last=max(one.last, passage.last))
            return True
        told = "votes" in sorts or (bool(sorts) and says_of_votes(passage.text))
        return told and self._make_decision(passage)

    def _decided_at(self, passage: Passage) -> int:
        """Return the place of the decision right above a line, an action of its words between them or not; else -1."""
        for at in (len(self.said) - 1, len(self.said) - 2):
            one = self.said[at] if at >= 0 else None
            if one is None or one.section != self._section or passage.first - one.last > _CLOSE:
                return -1
            if one.kind is Kind.DECISION:
                return at if at == len(self.said) - 1 or self.said[-1].text in one.text else -1
        return -1

    def _make_decision(self, passage: Passage) -> bool:
        """Take the last sentence above a line of votes for what was voted on, and where it is none, the line alone."""
        last = self.said[-1] if self.said else None
        text = passage.text
        if last is not None and last.kind is Kind.NOTE and last.section == self._section and not last.speakers:
            *before, sentence = sentences_of(last.text)
            if passage.first - last.last <= _CLOSE and DECIDES.search(sentence):
                self.said.pop()
                text = f"{sentence} {text}"
                if before:
                    self._add(replace(last, text=" ".join(before)))
        decision = decision_in(self.directory, text)
        self._add(replace(said_from(passage, Kind.DECISION, text, sure=80), decision=decision))
        return True

    def _is_standing_alone(self, passage: Passage) -> bool:
        """Whether a line is only a bracket that says how the action above it stands, or when it is due."""
        rest, standing = standing_of(passage.text)
        if rest or not standing or self._last_action < 0:
            return False
        one = self.said[self._last_action]
        assert one.action is not None, "it was looked for"
        due = due_said(self.meeting, standing) or one.action.due
        status = status_of(standing)
        self.said[self._last_action] = replace(one, action=replace(one.action, due=due, status=status))
        self.left.append(passage)
        return True

    def _known(self, words: str, *, marked: bool) -> tuple[str, ...]:
        """Return the owners that words name: those the meeting knows, and of a marked action whoever is said."""
        names = names_only(self.directory, words)
        if marked and not names and words[:1].isupper() and len(words.split()) < 5:
            return (words,)
        return names if all(name == ALL or self.directory.find(name) for name in names) else ()

    def _speakers(self, text: str) -> tuple[tuple[str, ...], str, bool]:
        """Return who says a text, its words, and whether these name them."""
        if (prefix := read_prefix(self.directory, masked(text))) is not None and prefix[1]:
            speakers, rest = prefix
            return speakers, text[len(text) - len(rest) :], False
        found = said_by(self.directory, masked(text))
        return found, text, bool(found)
