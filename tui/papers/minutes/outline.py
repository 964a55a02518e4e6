"""The outline of minutes: which passages are headings, of what number and depth, and what stands below each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.agenda.levels import Placed, levels_of
from tui.meeting.agenda.numbers import Form, NumberCandidate, candidate_of, split_numbers
from tui.meeting.model import Value
from tui.meeting.people.directory import Directory
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.words import (
    ACTION_MARK,
    ACTIONS_HEAD,
    DECISION_MARK,
    DECISION_WORDS,
    EARLIER_ACTIONS,
    FINDINGS,
    NEXT_HEAD,
    NIL,
    SIGNATURE,
)
from tui.papers.understanding.headings import block_of
from tui.papers.understanding.keys import is_known, key_of
from tui.papers.understanding.titles import moments_alone

_LONGEST_HEADING = 18
_FEW = 3
"""Words of a line with a stop that may be a heading though nothing numbers it."""
_RUN_IN = re.compile(
    r"^(?P<head>[^.:?!]{3,70}?)\s*(?P<joint>:|\s[–—-]\s|\.(?=\s+[A-ZÄÖÜÉÀ]))\s*(?P<rest>\S.{12,})$", re.DOTALL
)
_NAMED_ITEM = re.compile(
    r"(?:agenda\s+item|item|(?:zu\s+)?top|(?:zu\s+)?tagesordnungspunkt|point)\s*(?:n[°o]\.?|nr\.?)?\s*\d", re.IGNORECASE
)
"""A number that says itself that an item begins."""
_TO = re.compile(r"^zu\s+(?=(?:TOP|Tagesordnungspunkt|Punkt)\b)", re.IGNORECASE)
_SHOUTED = re.compile(r"^(?P<head>[A-ZÄÖÜÉÈÀ][A-ZÄÖÜÉÈÀ'’&/ -]{3,50})\s*(?::|\s[–—-])\s+(?P<rest>\S.*)$", re.DOTALL)
VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|reported|agreed|noted|said|asked|to\s+\w+\s+(?:the"
    r"|a|an|to)|wird|wurde|wurden|werden|ist|sind|hat|haben|berichtet|est|sont|a été|ont|informe"
    r"|présente)\b"
)
ALLOTTED = re.compile(r"\((?:[^()]{2,50},\s*)?\d{1,3}\s*min(?:utes|uten|\.)?\)$", re.IGNORECASE)
"""How long an item was to take, behind its heading: `draft-lowe-gauge (Ada Lowe, 30 min)`."""
_PRESENTED = re.compile(r"^(?P<words>.*\S)\s+\((?P<who>[^()]{2,60})\)$")


class Titled(Value, frozen=True, kw_only=True):
    """A heading, and the passages below it."""

    heading: str
    presenter: str = ""
    number: str = ""
    level: int = 1
    first: int = 0
    """The place of the heading in the source; 0 where there is none."""
    last: int = 0
    sure: int = 90
    passages: tuple[Passage, ...] = ()


_INITIALS_FIRST = re.compile(r"[A-Z]{2,4}(?:\s*[,/&+]\s*[A-Z]{2,4}|\s+and\s+[A-Z]{2,4}){0,3}\s+[a-z]")
"""A line that begins with somebody by initials, below a heading of tasks."""


class _Heading(Value, frozen=True, kw_only=True):
    number: str
    words: str
    rest: Passage | None = None
    """What stands in the heading's own line behind it."""
    sure: int = 90


def outline_of(passages: Sequence[Passage]) -> list[Titled]:
    """Return the sections of the body, in order; what stands above the first heading has one without words."""
    headings = _Headings(passages)
    found: list[Titled] = []
    below: list[Passage] = []
    current = Titled(heading="")
    for at, passage in enumerate(passages):
        heading = headings.at(at)
        if heading is None:
            below.append(passage)
            continue
        if below or current.first:
            found.append(replace(current, passages=tuple(below)))
        below = [heading.rest] if heading.rest else []
        current = Titled(
            heading=heading.words, number=heading.number, first=passage.first, last=passage.last, sure=heading.sure,
            level=passage.hashes or 0,
        )  # fmt: skip
    found.append(replace(current, passages=tuple(below)))
    return _levelled(found)


def with_presenters(titled: Sequence[Titled], directory: Directory) -> list[Titled]:
    """Return the sections, whoever stands in brackets behind a heading and is known put beside it."""
    found = []
    for one in titled:
        named = _PRESENTED.match(one.heading)
        known = directory.find(named["who"]) if named else None
        found.append(replace(one, heading=named["words"], presenter=named["who"]) if named and known else one)
    return found


def _levelled(found: Sequence[Titled]) -> list[Titled]:
    """Give each section its depth: by its hashes where it has some, else by its number."""
    hashed = [one.level for one in found if one.level]
    least = min(hashed, default=0)
    placed = [Placed(indent=(one.level - least) * 4 if one.level and least else 0, number=one.number) for one in found]
    return [replace(one, level=level) for one, level in zip(found, levels_of(placed), strict=True)]


class _Headings:
    """Tells which passages are headings, from what stands around each."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        lines = [at for at, one in enumerate(passages) if not one.cells and not one.bullet]
        split = split_numbers([_TO.sub("", passages[at].text) for at in lines])
        self._numbers = dict(zip(lines, split, strict=True))
        for at in lines:
            if label := passages[at].label:
                self._numbers[at] = (label, passages[at].text.removeprefix(label).strip())
        self._any_hashes = sum(bool(one.hashes) for one in passages) > 1
        listed = next((at for at in lines if at and ACTIONS_HEAD.fullmatch(passages[at].text)), len(passages))
        self._numbered = sum(self._is_numbered_heading(at) for at in lines if at < listed)
        self._sentences = sum(self._is_numbered_sentence(at) for at in lines)
        hashed = [at for at in lines if passages[at].hashes]
        numbered = [at for at in hashed if self._numbers[at][0]]
        self._topics_at = (
            min((passages[at].hashes for at in numbered), default=7) if len(numbered) * 5 > len(hashed) * 2 else 7
        )
        """The least level of a heading that is one of a section only where it has a number."""
        self._listing = False
        """Whether numbered lines are things to do, below a heading that says so."""
        self._from_one = False
        """Whether these begin anew with one, so that all that are numbered belong to the row."""

    def at(self, at: int) -> _Heading | None:
        """Return the heading that a passage is; None for any other."""
        passage = self._passages[at]
        if passage.cells or (passage.bullet and not passage.hashes) or not passage.text.strip():
            return None
        number, words = self._numbers.get(at, ("", passage.text))
        if passage.hashes > self._topics_at and not number:
            return None
        if not passage.hashes and moments_alone(passage.text):
            return None
        if self._is_label(words) and not (number and self._is_numbered_heading(at) and not passage.hashes):
            self._listing = not passage.hashes and ACTIONS_HEAD.fullmatch(words) is not None
            self._from_one = self._listing and self._begins_row(at)
            return None
        found = _Heading(number=number, words=words, sure=98) if passage.hashes else self._numbered_or_bare(at)
        if found is not None and (found.words or passage.hashes):
            self._listing = False
        return found

    def _numbered_or_bare(self, at: int) -> _Heading | None:
        number, words = self._numbers.get(at, ("", self._passages[at].text))
        if not number:
            bare = _Heading(number="", words=words.strip(), sure=65) if self._is_bare_heading(at) else None
            return bare or self._shouted(at, words)
        if self._is_numbered_heading(at):
            listed = self._listing and (self._from_one or VERB.search(words))
            return None if listed else _Heading(number=number, words=words)
        if (run_in := self._run_in(at, number, words)) is not None:
            return run_in
        if self._listing or not self._is_item_sentence(at):
            return None
        return _Heading(number=number, words="", rest=replace(self._passages[at], text=words), sure=70)

    def _begins_row(self, at: int) -> bool:
        """Whether a row of numbers begins below a line that does not go on from the items above."""
        figures = [candidate_of(one.text).figure for one in self._passages[at + 1 : at + 3]]
        above = any(number for place, (number, _) in self._numbers.items() if place < at)
        return figures[:1] == [1] and (above or figures == [1, 2])

    def _is_label(self, words: str) -> bool:
        """Whether words head part of a section, and no section of their own."""
        if FINDINGS.fullmatch(words) and not words.casefold().startswith("discussion"):
            return True
        return ACTIONS_HEAD.fullmatch(words) is not None and not self._any_hashes

    def _is_numbered_heading(self, at: int) -> bool:
        """Whether a numbered passage is a heading, and no sentence of a list."""
        number, words = self._numbers.get(at, ("", ""))
        passage = self._passages[at]
        if not number or not words or passage.cells:
            return False
        found = candidate_of(passage.text)
        if found.form is Form.LETTER and not self._stands_over(at):
            return False
        if _NAMED_ITEM.match(passage.text) and len(words.split()) <= _LONGEST_HEADING:
            return True
        short = len(words.split()) <= 10 and words[-1] not in ".:;?!," and words[0].isupper()
        titled = short and ACTION_MARK.match(words) is None and re.search(r"\bto\s+[a-z]", words) is None
        return looks_like_heading(words) or (titled and found.form is Form.SURE)

    def _stands_over(self, at: int) -> bool:
        """Whether something that is neither numbered nor a question stands below a lettered line."""
        following = self._passages[at + 1] if at + 1 < len(self._passages) else None
        if following is None or self._passages[at].text.rstrip().endswith("?"):
            return False
        return not self._numbers.get(at + 1, ("", ""))[0] and (following.apart or following.bullet)

    def _is_numbered_sentence(self, at: int) -> bool:
        number, words = self._numbers.get(at, ("", ""))
        found = candidate_of(self._passages[at].text)
        return bool(number) and found.form in (Form.SURE, Form.BARE, Form.COMPOUND) and not looks_like_heading(words)

    def _is_item_sentence(self, at: int) -> bool:
        """Whether a numbered sentence is an item of its own: in minutes whose items have no headings."""
        found = candidate_of(self._passages[at].text)
        formed = found.form in (Form.SURE, Form.COMPOUND) or self._goes_on_bare(at, found)
        if not formed or not self._is_numbered_sentence(at):
            return False
        return self._numbered * 3 < self._sentences and not self._any_hashes and _single(found)

    def _goes_on_bare(self, at: int, found: NumberCandidate) -> bool:
        """Whether a number without a stop goes on from the one with a stop above it: `9. …` and then `10 …`."""
        above = [number for place, (number, _) in self._numbers.items() if place < at and number]
        return found.form is Form.BARE and above[-1:] in (
            [f"{(found.figure or 0) - 1}."],
            [str((found.figure or 0) - 1)],
        )

    def _run_in(self, at: int, number: str, words: str) -> _Heading | None:
        """Part a heading from the sentences that follow it in its line: `3. Accounts: The treasurer …`."""
        found = _RUN_IN.match(words)
        if found is None or candidate_of(self._passages[at].text).form is Form.LETTER or self._listing:
            return None
        head, joint = found["head"].strip(), found["joint"]
        if not looks_like_heading(head) or VERB.search(head) or len(head.split()) > (5 if joint == "." else 8):
            return None
        if joint == ":" and (
            block_of(head) is None and re.match(r"(?:the|cllr|mr|mrs|ms|dr|herr|frau|m\.|mme)\b", head, re.IGNORECASE)
        ):
            return None
        rest = replace(self._passages[at], text=found["rest"].strip(), apart=True, label="", hashes=0)
        kept = f"{head}:" if joint == ":" else head
        return _Heading(number=number, words=kept.rstrip(":"), rest=rest, sure=80)

    def _shouted(self, at: int, words: str) -> _Heading | None:
        """Part a heading in capitals from what follows it in its line: `ROLL CALL: …`, where nothing is numbered."""
        found = _SHOUTED.match(words) if not (self._any_hashes or self._numbered > 1) else None
        if found is None or ACTION_MARK.match(words) or DECISION_MARK.match(words):
            return None
        rest = replace(self._passages[at], text=found["rest"], apart=True)
        return _Heading(number="", words=found["head"], rest=rest, sure=75)

    def _is_bare_heading(self, at: int) -> bool:
        """Whether a passage without a number is a section's heading: in minutes that number none, or hash none."""
        passage = self._passages[at]
        words = passage.text.strip()
        if self._any_hashes or self._numbered > 1 or passage.margin:
            return False
        if self._listing and _INITIALS_FIRST.match(words):
            return False
        if not looks_like_heading(words):
            return passage.apart and ALLOTTED.search(words) is not None
        if (key := key_of(words)) and (is_known(key[0]) or key[1]):
            return False
        stopped = words[-1] == "." and len(words.split()) > _FEW and not words.isupper()
        if SIGNATURE.fullmatch(words) or NIL.fullmatch(words) or stopped:
            return False
        return stands_out(self._passages, at)


def stands_out(passages: Sequence[Passage], at: int) -> bool:
    """Whether a short passage heads what follows it: set bold, in capitals, or with a gap before it and words below."""
    passage = passages[at]
    following = passages[at + 1] if at + 1 < len(passages) else None
    if following is None:
        return False
    if passage.bold or (passage.text.isupper() and len(passage.text) > 3):
        return True
    first = at > 0 and looks_like_heading(passages[at - 1].text) and len(following.text.split()) > 20
    if not (passage.apart or at == 0 or first) or len(passage.text.split()) > 12:
        return False
    if passage.apart and following.indent > passage.indent and not following.apart:
        return not passage.text.endswith((".", ":"))
    if following.bullet or following.cells:
        return not passage.text.endswith(".")
    return len(following.text.split()) > 6


def looks_like_heading(words: str) -> bool:
    """Whether words read like a heading rather than a sentence."""
    words = words.strip()
    count = len(words.split())
    if (
        not words
        or count > _LONGEST_HEADING
        or words[-1] in "?;!"
        or ACTION_MARK.match(words)
        or DECISION_MARK.match(words)
    ):
        return bool(words) and words.isupper() and 0 < count < 30 and words[-1] not in "?;!"
    if words.isupper():
        return True
    if words[0].islower() or (words[-1] == "." and count > 5):
        return False
    if ". " in words and count > 8 and not re.search(r"\b(?:St|No|Nr|Dr|Mr|Mrs|Cllr|z|d|inkl|bzw)\. ", words):
        return False
    if DECISION_WORDS.search(words) and not NEXT_HEAD.search(words):
        return False
    sentence = VERB.search(words) is not None and not EARLIER_ACTIONS.search(words)
    return not (sentence and count > 5 and not words.istitle()) and not (words[-1] == "." and VERB.search(words))


def _single(found: NumberCandidate) -> bool:
    return found.figure is not None or "/" in found.number
