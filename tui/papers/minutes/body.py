"""The body of minutes: what was said below each heading, asked, answered, decided, and given to somebody to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from msgspec.structs import replace

from tui.meeting.agenda.numbers import Form, candidate_of
from tui.meeting.capture.speakers import read_prefix, said_by
from tui.meeting.dates.moments import hours_in
from tui.meeting.decisions.reading import read_decision
from tui.meeting.kinds import Kind
from tui.meeting.model import Action, Happening, Meeting, Status
from tui.meeting.people.directory import Directory, directory_of
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.found import Doubt, Said, said_from
from tui.papers.minutes.outline import Titled, looks_like_heading, stands_out
from tui.papers.minutes.owning import names_only, owners_behind, read_owned
from tui.papers.minutes.passages import Passage
from tui.papers.minutes.pieces import SaidPiece, pieces_of
from tui.papers.minutes.speech import Unit, askers_of, units_of
from tui.papers.minutes.tables import actions_of_table, same_action, status_of
from tui.papers.minutes.words import (
    ACTION_MARK,
    ACTIONS_HEAD,
    ARRIVED,
    CLOSED,
    DECISION_MARK,
    EARLIER_ACTIONS,
    FINDINGS,
    LEFT,
    NIL,
    SIGNATURE,
    UPDATE_MARK,
)

_LETTERED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+")
_ASKED = re.compile(r"^(?:Q|Question|Frage|F)\s*\d{0,3}\s*[:.)]\s*\S", re.IGNORECASE)
_ANSWERED = re.compile(r"^(?:A|Answer|Response|Reply|Antwort|Réponse|R)\s*\d{0,3}\s*[:.)]\s*\S", re.IGNORECASE)
_LONGEST_EVENT = 28
_LONGEST_FRAGMENT = 60


class Body:
    """Goes through the sections of minutes once, and gathers what each says."""

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
        self._askers = askers_of(self.directory, texts)
        self._mode = ""
        self._section = 0
        self._before: Unit | None = None
        self._last_action: int = -1
        self._earlier = False

    def read(self, section_id: int, section: Titled) -> None:
        """Read what stands below one heading."""
        self._section, self._before, self._last_action = section_id, None, -1
        heading = section.heading
        self._earlier = EARLIER_ACTIONS.search(heading) is not None
        self._mode = "actions" if ACTIONS_HEAD.fullmatch(heading) else ""
        passages = section.passages
        at = 0
        while at < len(passages):
            rows = _rows_from(passages, at)
            if rows:
                self._table(rows)
                at += len(rows)
                continue
            self._passage(passages, at)
            at += 1

    def _add(self, one: Said) -> None:
        self.said.append(replace(one, section=self._section))
        if one.kind is Kind.ACTION:
            self._last_action = len(self.said) - 1

    def _table(self, rows: Sequence[Passage]) -> None:
        earlier = self._earlier
        found = actions_of_table(rows, self.meeting, self.directory, earlier=earlier)
        if not found:
            text = "\n".join(" | ".join(cell or "–" for cell in row.cells) for row in rows)
            self._add(Said(kind=Kind.TABLE, text=text, first=rows[0].first, last=rows[-1].last, sure=80))
            return
        self.left += rows
        for row in found:
            twin = next(
                (at for at, one in enumerate(self.said) if one.kind is Kind.ACTION and same_action(one, row.said)), -1
            )
            if twin >= 0:
                self.said[twin] = _enriched(self.said[twin], row.said)
                continue
            self._add(row.said)
            if row.status_words:
                text = row.status_words
                self._add(replace(row.said, kind=Kind.UPDATE, text=text, action=None, on_action=True, sure=75))

    def _passage(self, passages: Sequence[Passage], at: int) -> None:
        passage = passages[at]
        text = passage.text
        if self._is_label(passage) or self._is_nil(passage) or self._is_margin_alone(passage):
            return
        if (
            SIGNATURE.match(text)
            and at >= len(passages) - 4
            and len(text.split()) < 25
            and not text.rstrip().endswith("?")
        ):
            self.left.append(passage)
            return
        if self._is_subheading(passages, at):
            self._before = None
            self._add(said_from(passage, Kind.SUBHEADING, text, sure=70))
            return
        if self._mode == "actions" and self._is_listed_action(passage):
            self._action(passage, _without_number(text), marked=True)
            return
        if passage.torn and len(text) > _LONGEST_FRAGMENT:
            self.doubts.append(Doubt(place=passage.first, text=text[:120], why="words put together from a torn column"))
        pieces = pieces_of(text, self.directory, margin=bool(passage.margin), earlier=self._earlier)
        for place, piece in enumerate(pieces):
            if self._earlier and piece.kind is Kind.NOTE and place and pieces[place - 1].kind is Kind.ACTION:
                self._update(passage, piece.text)
                continue
            self._piece(passage, piece, last=place == len(pieces) - 1)

    def _is_listed_action(self, passage: Passage) -> bool:
        """Whether a passage below a heading of actions is one of them."""
        text = passage.text
        if looks_like_subject(text) or ACTION_MARK.match(text) or CLOSED.search(text) or DECISION_MARK.match(text):
            return False
        listed = passage.bullet or bool(passage.margin) or candidate_of(text).form is not Form.NONE
        return (
            listed or bool(read_owned(self.meeting, self.directory, text, marked=True).owners) or len(text.split()) < 25
        )

    def _is_label(self, passage: Passage) -> bool:
        text = passage.text.strip("*_ ")
        if FINDINGS.fullmatch(text) and not passage.bullet:
            self._mode = "findings"
        elif ACTIONS_HEAD.fullmatch(text) and not passage.bullet:
            self._mode = "actions"
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
        initials = len(text) <= 20 and (text.isupper() or text.casefold() in ("all", "alle", "tous"))
        names = names_only(self.directory, text) if initials and not passage.bullet else ()
        if not names:
            return False
        if self._last_action >= 0 and self.said[self._last_action].action is not None:
            one = self.said[self._last_action]
            action = one.action
            assert action is not None, "it was looked for"
            owners = tuple(dict.fromkeys((*action.owners, *names)))
            self.said[self._last_action] = replace(one, action=replace(action, owners=owners))
        else:
            self.doubts.append(Doubt(place=passage.first, text=text, why="initials that stand beside no action"))
        self.left.append(passage)
        return True

    def _is_subheading(self, passages: Sequence[Passage], at: int) -> bool:
        passage = passages[at]
        text = passage.text.strip()
        if passage.bullet or passage.margin or _LETTERED.match(text) or not looks_like_heading(text):
            return False
        if self.directory.find_all(text.rstrip(":")) or (at + 1 >= len(passages) and not passage.hashes):
            return bool(passage.hashes)
        if said_by(self.directory, masked(text)) or DONE_LINE.match(text):
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
        if piece.kind is Kind.ACTION:
            self._action(passage, text, marked=piece.marked, margin=passage.margin if last else "", owners=piece.owners)
        elif piece.kind is Kind.DECISION:
            decision = read_decision(self.directory, masked(text))
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
        owned = read_owned(self.meeting, self.directory, text, margin=margin, marked=marked)
        named = tuple(dict.fromkeys((*owned.owners, *owners)))
        action = Action(ref="A0", owners=named, due=owned.due, status=status_of(_trailing(text)))
        one = replace(
            said_from(passage, Kind.ACTION, text, sure=owned.sure if named else 60),
            action=action,
            earlier=self._earlier,
        )
        twin = next(
            (at for at, other in enumerate(self.said) if other.kind is Kind.ACTION and same_action(other, one)), -1
        )
        if twin >= 0 and self._mode == "actions" and self.said[twin].section != self._section:
            self.said[twin] = _enriched(self.said[twin], one)
            self.left.append(passage)
            return
        self._add(one)
        if not named:
            self.doubts.append(Doubt(place=passage.first, text=text, why="an action that names nobody who is to do it"))

    def _update(self, passage: Passage, text: str) -> None:
        on = self._last_action >= 0
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
        if CLOSED.search(text):
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
            if self._earlier and self._last_action >= 0 and self._mode != "findings":
                self._update(passage, text)
            else:
                self._say(passage, Kind.POINT, text, sure=90)
        else:
            for unit in units_of(self.directory, text, self._askers, self._before):
                self._say(passage, unit.kind, unit.text, sure=75 if unit.kind is not Kind.NOTE else 90)
                self._before = unit

    def _say(self, passage: Passage, kind: Kind, text: str, *, sure: int) -> None:
        speakers, words, in_text = self._speakers(text)
        self._add(replace(said_from(passage, kind, words, sure=sure), speakers=speakers, in_text=in_text))
        self._before = Unit(text=text, speakers=speakers, kind=kind) if kind is not Kind.POINT else self._before

    def _speakers(self, text: str) -> tuple[tuple[str, ...], str, bool]:
        """Return who says a text, its words, and whether these name them."""
        if (prefix := read_prefix(self.directory, masked(text))) is not None and prefix[1]:
            speakers, rest = prefix
            return speakers, text[len(text) - len(rest) :], False
        found = said_by(self.directory, masked(text))
        return found, text, bool(found)


DONE_LINE = UPDATE_MARK


def looks_like_subject(text: str) -> bool:
    """Whether a line below a heading of actions only says what those below it are about."""
    return text.endswith(":") and len(text.split()) < 7


def _without_number(text: str) -> str:
    return text


def _trailing(text: str) -> str:
    """Return what a line says of an action behind its words: `– done`."""
    found = re.search(r"(?:[–—-]|\(|:|\.)\s*(?P<words>[^–—().:]{3,30})\)?\.?$", text)
    return found["words"] if found else ""


def _clock(text: str) -> time | None:
    hours = hours_in(text)
    return hours.start if hours else None


def _rows_from(passages: Sequence[Passage], at: int) -> list[Passage]:
    end = at
    while end < len(passages) and passages[end].cells and not (end > at and passages[end].apart):
        end += 1
    return [*passages[at:end]]


def _enriched(one: Said, other: Said) -> Said:
    """Return an action with what its second telling says of owners and day."""
    action, more = one.action, other.action
    if action is None or more is None:
        return one
    owners = action.owners or more.owners
    status = more.status if action.status is not more.status else action.status
    return replace(one, action=replace(action, owners=owners, due=action.due or more.due, status=status))


__all__ = ["Body", "owners_behind"]
