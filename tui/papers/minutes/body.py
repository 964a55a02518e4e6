"""The body of minutes: what was said below each heading, asked, answered, decided, and given to somebody to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.capture.speakers import read_prefix, said_by
from tui.meeting.dates.moments import hours_in
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Happening, Status
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.asides import Asides
from tui.papers.minutes.found import Doubt, Said, said_from
from tui.papers.minutes.outline import Titled, looks_like_heading, stands_out
from tui.papers.minutes.owning import due_said, is_among, read_owned, standing_of
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.pieces import SaidPiece, lead_in, pieces_of
from tui.papers.minutes.records import decision_in
from tui.papers.minutes.speech import Unit, units_of
from tui.papers.minutes.tables import actions_of_table, enriched, rows_from, same_action, status_of
from tui.papers.minutes.tasks.behind import is_task_in_french
from tui.papers.minutes.words import (
    ACTION_MARK,
    AMOUNT,
    ARRIVED,
    CLOSED,
    DECISION_MARK,
    DECISION_WORDS,
    LEFT,
    MARKED,
    NEXT_HEAD,
    SIGNATURE,
    UPDATE_MARK,
)

_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+")
_ASKED = re.compile(r"^(?:Q|Question|Frage|F)\s*\d{0,3}\s*[:.)]\s*\S", re.IGNORECASE)
_ANSWERED = re.compile(r"^(?:A|Answer|Response|Reply|Antwort|Réponse|R)\s*\d{0,3}\s*[:.)]\s*\S", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*(?:\*\*)?\[(?P<names>[^\[\]]{1,80})\](?:\*\*)?\.?$")
"""Owners behind the words of an action, as our own notes have them."""
_BRACKET_FIRST = re.compile(r"^[\[(](?P<names>[^\[\]()]{1,60})[\])]\s*[:–—-]?\s*(?=\S)")
"""Owners before the words of an action: `[HP] Draft a slide`."""
_LONGEST_EVENT = 28
_AT_ONCE = 12
_WHOLE = re.compile(r"\((?P<words>[^()]{12,240}[.!])\)")
"""A line in brackets, which tells what happened."""
_LEAD = re.compile(r"(?:there being|as there|with no|da keine|l['’]ordre du jour)", re.IGNORECASE)
_LONGEST_FRAGMENT = 60
_WORDS = re.compile(r"[^\W\d_]{2}")
"""What the words of an action have: `[e]` is none."""


class Body(Asides):
    """Goes through the sections of minutes once, and gathers what each says."""

    def read(self, section_id: int, section: Titled) -> None:
        """Read what stands below one heading."""
        self._begin(section_id, section)
        passages = section.passages
        at = 0
        while at < len(passages):
            rows = rows_from(passages, at)
            if rows:
                self._table(rows)
                at += len(rows)
                continue
            self._passage(passages, at)
            at += 1

    def _table(self, rows: Sequence[Passage]) -> None:
        earlier = self._earlier
        found = actions_of_table(rows, self.meeting, self.directory, earlier=earlier)
        listed = self._mode == "actions" or all(ACTION_MARK.match(row.cells[0]) for row in rows)
        if not found and listed and all(self._is_owned_row(row) for row in rows):
            for one in rows:
                words = ACTION_MARK.sub("", one.cells[0], count=1)
                self._action(replace(one, cells=(), margin=one.cells[-1]), words, marked=True)
            return
        if not found:
            text = "\n".join(" | ".join(cell or "–" for cell in row.cells) for row in rows)
            self._add(Said(kind=Kind.TABLE, text=text, first=rows[0].first, last=rows[-1].last, sure=80))
            return
        self.left += rows
        before = len(self.said)
        for row in found:
            twin = next(
                (
                    at
                    for at, one in enumerate(self.said[:before])
                    if one.kind is Kind.ACTION and same_action(one, row.said)
                ),
                -1,
            )
            if twin >= 0:
                self.said[twin] = enriched(self.said[twin], row.said)
                continue
            self._add(row.said)
            if row.status_words:
                text = row.status_words
                self._add(replace(row.said, kind=Kind.UPDATE, text=text, action=None, on_action=True, sure=75))

    def _passage(self, passages: Sequence[Passage], at: int) -> None:
        passage = passages[at]
        text = passage.text
        told = (
            self._is_standing_alone,
            self._is_label,
            self._is_nil,
            self._is_record,
            self._is_margin_alone,
            self._is_speech_of_ours,
        )
        if any(takes(passage) for takes in told):
            return
        if MARKED.fullmatch(text) or _is_signature(passages, at):
            self.left.append(passage)
        elif self._is_subheading(passages, at):
            self._before = None
            self._add(said_from(passage, Kind.SUBHEADING, text, sure=70))
            self._mode = self._mode if self._goes_on_listing(passages, at + 1) else ""
        elif self._mode == "actions" and NEXT_HEAD.fullmatch(text.strip(" :")):
            self._mode = ""
            self._add(said_from(passage, Kind.SUBHEADING, text, sure=70))
        elif passage.task or (self._mode == "actions" and self._is_listed_action(passage)):
            self._listed_task(passage)
        else:
            self._pieces(passage)

    def _listed_task(self, passage: Passage) -> None:
        """Take a passage of a list of actions for one; prose for each that it gives somebody."""
        words, owners = self._of_row(passage, passage.text)
        prose = not (owners or passage.bullet or passage.margin or self._earlier)
        tasks = self._giving().tasks_of(words) if prose else []
        for task, names in tasks if len(tasks) > 1 else [(words, owners)]:
            if names or len(tasks) < 2 or self._giving().is_duty(task):
                self._action(passage, task, marked=True, owners=names)
            else:
                self._talk(passage, task)

    def _pieces(self, passage: Passage) -> None:
        passage = self._with_initials_last(passage)
        text = passage.text
        if passage.bullet and self._promises and not self._earlier and is_task_in_french(text):
            self._action(passage, text, marked=True)
            return
        if passage.torn and len(text) > _LONGEST_FRAGMENT:
            self.doubts.append(Doubt(place=passage.first, text=text[:120], why="words put together from a torn column"))
        pieces = pieces_of(text, self._giving(), margin=passage.margin)
        tasks = [place for place, piece in enumerate(pieces) if piece.kind is Kind.ACTION]
        for place, piece in enumerate(pieces):
            if self._earlier and piece.kind is Kind.NOTE and place and pieces[place - 1].kind is Kind.ACTION:
                self._update(passage, piece.text)
                continue
            self._piece(passage, piece, last=place == (tasks[-1] if tasks else len(pieces) - 1))

    def _is_speech_of_ours(self, passage: Passage) -> bool:
        """Whether a line is a speech or an event as our own notes print it: `The COO asked: …`, `(…)`."""
        if passage.bullet:
            return False
        if (led := lead_in(passage.text, self.directory)) is not None:
            kind, speakers, words = led
            self.labels.append(passage.text[: len(passage.text) - len(words)].strip())
            first = Unit(text=words, speakers=speakers, kind=kind)
            units = units_of(self.directory, words, self._askers, first)
            own = units and not units[0].speakers
            opening = units.pop(0).text if own else words
            self._add(replace(said_from(passage, kind, opening), speakers=speakers))
            self._before = first
            for unit in units if own else ():
                answers = unit.speakers and kind is not Kind.NOTE and unit.kind is Kind.NOTE
                self._say(passage, Kind.RESPONSE if answers else unit.kind, unit.text, sure=75)
            return True
        if (bracketed := _WHOLE.fullmatch(passage.text)) is not None:
            self._add(said_from(passage, Kind.EVENT, bracketed["words"], sure=75))
        return bracketed is not None

    def _is_listed_action(self, passage: Passage) -> bool:
        """Whether a passage below a heading of actions is one of them."""
        text = passage.text
        if looks_like_subject(text) or ACTION_MARK.match(text) or _ends(text) or DECISION_MARK.match(text):
            return False
        if DECISION_WORDS.search(text) and not (passage.bullet or passage.margin or self._is_somebodys(text)):
            return False
        if self._brackets and not (passage.margin or _BRACKETED.search(text)):
            prefix = read_prefix(self.directory, masked(text))
            if prefix is not None and prefix[1]:
                return False
        # Where brackets say whose each one is, words without any are none, unless they are all in bullets.
        bare = self._brackets and not text.rstrip(" *_").endswith("]")
        listed = (passage.bullet and not (bare and self._in_paragraphs)) or bool(passage.margin)
        if listed or candidate_of(text).form is not Form.NONE or self._is_somebodys(text):
            return True
        return len(text.split()) < 25 and not (self._earlier or bare)

    def _goes_on_listing(self, passages: Sequence[Passage], at: int) -> bool:
        """Whether a list of actions goes on below a subheading, which would be the word for their matter."""
        below = passages[at] if at < len(passages) else None
        return below is None or below.bullet or bool(below.cells) or self._is_somebodys(below.text)

    def _is_somebodys(self, text: str) -> bool:
        """Whether words name who is to do them."""
        return bool(read_owned(self.meeting, self.directory, text, marked=True).owners)

    def _is_subheading(self, passages: Sequence[Passage], at: int) -> bool:
        passage = passages[at]
        text = passage.text.strip()
        if (
            passage.bullet
            or passage.margin
            or _WHOLE.fullmatch(text)
            or _LETTERED.match(text)
            or not looks_like_heading(text)
            or (self._mode == "actions" and not (passage.hashes or passage.bold) and self._is_somebodys(text))
        ):
            return False
        if passage.bold and len(text.split()) <= 12 and text[-1] not in ".,;":
            return not said_by(self.directory, masked(text))
        if self.directory.find_all(text.rstrip(":")) or (at + 1 >= len(passages) and not passage.hashes):
            return bool(passage.hashes)
        if said_by(self.directory, masked(text)) or UPDATE_MARK.match(text):
            return False
        if text.endswith(":") and len(text.split()) <= 8:
            return True
        return bool(passage.hashes) or (text[-1] not in ".,:" and stands_out(passages, at))

    def _piece(self, passage: Passage, piece: SaidPiece, *, last: bool) -> None:
        if piece.label:
            self.labels.append(piece.label)
        text = piece.text
        if not text:
            return
        if piece.kind is Kind.ACTION and _WORDS.search(text):
            self._action(passage, text, marked=piece.marked, margin=passage.margin if last else "", owners=piece.owners)
        elif piece.kind is Kind.DECISION:
            decision = decision_in(self.directory, text)
            speakers, words, in_text = self._speakers(text)
            self._add(
                replace(
                    said_from(passage, Kind.DECISION, words, sure=piece.sure),
                    decision=decision,
                    speakers=speakers,
                    in_text=in_text,
                )
            )
            self._before = None
        elif piece.kind is Kind.UPDATE:
            self._update(passage, text)
        elif piece.kind is Kind.SUBHEADING:
            self._add(said_from(passage, Kind.SUBHEADING, text, sure=70))
        elif not self._event(passage, text):
            self._talk(passage, text)

    def _action(
        self, passage: Passage, text: str, *, marked: bool, margin: str = "", owners: tuple[str, ...] = ()
    ) -> None:
        margin = margin or passage.margin
        self._brackets = self._brackets or bool(margin)
        self._in_paragraphs = not passage.bullet
        text, standing = standing_of(text)
        margin, beside = standing_of(margin)
        standing = standing or beside
        if (found := _BRACKETED.search(text)) and (names := self._known(found["names"], marked=marked)):
            text, owners = text[: found.start()].rstrip(), (*owners, *names)
            self._brackets = True
        if (found := _BRACKET_FIRST.match(text)) and (names := self._known(found["names"], marked=True)):
            text, owners = text[found.end() :], (*owners, *names)
        owned = read_owned(self.meeting, self.directory, text, margin=margin, marked=marked)
        row = bool(owners) and owners == self._whose
        others = [one for one in owned.owners if one in owners or not is_among(one, owners)]
        named = owners if row else tuple(dict.fromkeys((*others, *owners)))
        due = due_said(self.meeting, standing) or owned.due
        action = Action(
            ref="A0", owners=named, due=due, status=status_of(self._told(passage, standing) or _trailing(text))
        )
        if standing:
            self.labels.append(standing)
        one = replace(
            said_from(passage, Kind.ACTION, text, sure=owned.sure if owned.owners else 80 if named else 60),
            action=action,
            earlier=self._earlier,
        )
        twin = next(
            (at for at, other in enumerate(self.said) if other.kind is Kind.ACTION and same_action(other, one)), -1
        )
        if twin >= 0 and self._mode == "actions" and self.said[twin].section != self._section:
            self.said[twin] = enriched(self.said[twin], one)
            self.left.append(passage)
            return
        self._add(one)
        if not named:
            self.doubts.append(Doubt(place=passage.first, text=text, why="an action that names nobody who is to do it"))

    def _update(self, passage: Passage, text: str) -> None:
        on = self._last_action >= 0
        self._bulleted = passage.bullet
        kind = Kind.UPDATE if on else Kind.NOTE
        speakers, words, in_text = self._speakers(text)
        self._add(replace(said_from(passage, kind, words, sure=80), on_action=on, speakers=speakers, in_text=in_text))
        one = self.said[self._last_action] if on else None
        if (
            one is not None
            and one.action is not None
            and one.earlier
            and (status := status_of(text)) is not Status.OPEN
        ):
            self.said[self._last_action] = replace(one, action=replace(one.action, status=status))

    def _event(self, passage: Passage, text: str) -> bool:
        """Take a line that tells of somebody's coming or going, or of the meeting's end, for an event."""
        if len(text.split()) > _LONGEST_EVENT:
            return False
        if _ends(text):
            self.closed = _clock(text) or self.closed
            self._add(said_from(passage, Kind.EVENT, text, sure=85))
            return True
        came, went = ARRIVED.search(text), LEFT.search(text)
        verb = came or went
        if verb is None or (passage.bullet and len(text.split()) > 14):
            return False
        known = self.directory.find_all(text[: verb.start()].strip(" ,"), in_sentence=True)
        if not known or len(known) > 1 or known[0].person is None:
            return False
        happening = Happening.ARRIVED if came else Happening.LEFT
        self._add(replace(said_from(passage, Kind.EVENT, text, sure=85), person=known[0].person, happening=happening))
        return True

    def _talk(self, passage: Passage, text: str) -> None:
        """Take what is none of the above: questions and answers by who speaks, bullets, and notes."""
        bare = _LETTERED.sub("", text)
        if _ASKED.match(text) or (bare.rstrip().endswith("?") and not passage.bullet):
            self._say(passage, Kind.QUESTION, text, sure=85)
        elif _ANSWERED.match(text):
            self._say(passage, Kind.RESPONSE, text, sure=85)
        elif passage.bullet:
            if self._is_update(passage):
                self._update(passage, text)
            else:
                answers = self._mode == "findings" and self._answers(text)
                self._say(passage, Kind.RESPONSE if answers else Kind.POINT, text, sure=90)
        elif self._is_update(passage):
            self._update(passage, text)
        else:
            for unit in units_of(self.directory, text, self._askers, self._before):
                self._say(passage, unit.kind, unit.text, sure=75 if unit.kind is not Kind.NOTE else 90)
                self._before = unit

    def _answers(self, text: str) -> bool:
        """Whether a bullet below a question names who says it before a colon."""
        asked = any(one.kind is Kind.QUESTION and one.section == self._section for one in self.said[-8:])
        return asked and (prefix := read_prefix(self.directory, masked(text))) is not None and bool(prefix[1])

    def _is_update(self, passage: Passage) -> bool:
        """Whether a line below an earlier action tells what came of it; bullets below an update hang on that."""
        if not self._earlier or self._last_action < 0 or self._mode == "findings":
            return False
        last = self.said[-1]
        if not passage.bullet:
            return True
        self._bulleted = self._bulleted if last.kind is Kind.UPDATE else last.kind is Kind.ACTION
        return last.kind in (Kind.ACTION, Kind.UPDATE) and self._bulleted

    def _say(self, passage: Passage, kind: Kind, text: str, *, sure: int) -> None:
        speakers, words, in_text = self._speakers(text)
        self._add(replace(said_from(passage, kind, words, sure=sure), speakers=speakers, in_text=in_text))
        self._before = Unit(text=text, speakers=speakers, kind=kind) if kind is not Kind.POINT else self._before


def _is_signature(passages: Sequence[Passage], at: int) -> bool:
    """Whether a line near the end of a section is somebody's signature."""
    text = passages[at].text
    short = len(text.split()) < 25 and not text.rstrip().endswith("?")
    return short and at >= len(passages) - 4 and SIGNATURE.match(text) is not None


def _ends(text: str) -> bool:
    found = CLOSED.search(text)
    return found is not None and (found.start() < _AT_ONCE or _LEAD.match(text) is not None)


def looks_like_subject(text: str) -> bool:
    """Whether a line below a heading of actions only says what those below it are about."""
    return (text.endswith(":") and len(text.split()) < 7) or AMOUNT.fullmatch(text) is not None


def _trailing(text: str) -> str:
    """Return what a line says of an action behind its words: `– done`."""
    found = re.search(r"(?:[–—-]|\(|:|\.)\s*(?P<words>[^–—().:]{3,30})\)?\.?$", text)
    return found["words"] if found else ""


def _clock(text: str) -> time | None:
    hours = hours_in(text)
    return hours.start if hours else None
