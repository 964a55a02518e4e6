"""The pieces of a paragraph: its actions, its decisions and its talk, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from tui.meeting.capture.owners import worded_owners
from tui.meeting.kinds import Kind
from tui.meeting.model import Value
from tui.meeting.people.directory import ALL, Directory, labels
from tui.meeting.text.inline_markup import masked
from tui.papers.minutes.owning import is_among, names_only, owners_behind
from tui.papers.minutes.records import DECIDES, record_in, sorts_within
from tui.papers.minutes.speech import sentences_of
from tui.papers.minutes.tasks.giving import Giving, gives_within
from tui.papers.minutes.words import (
    ACTION_MARK,
    DECISION_MARK,
    DECISION_WORDS,
    NIL,
    OWNER_ALONE,
    SHOUTED_ACTION,
    TODO_FOR,
    UPDATE_MARK,
)

_MOVED = re.compile(
    r"^\W*(?:(?:it was\s+)?(?:proposed|moved|seconded|prop)\b|(?:all|unanimously)\s+(?:in favour"
    r"|agreed|in favor)|in favour\b|for\s*[:\d]|carried\b|motion\s+(?:carried|passed|lost)|vote\b"
    r"|votes\b|the vote\b|unanim|abstimmung|abstimmungsergebnis|ja[:\s-]|vote\s*:|pour\s*:|einstimmig"
    r"|\d+\s+(?:for|in favour|votes?|ja|dafür|voix|pour)\b|.{2,60}\b(?:proposed|seconded"
    r"|moved)\b.{0,60}$)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:moved|seconded|proposed)\b|\bmotion\b", re.IGNORECASE)
"""What tells who moved a decision, in the sentences before it."""
_DECIDED = re.compile(r"^(?P<mark>DECISION:)\s+(?=\S)")
"""What our own notes put before a decision."""
_LEAD_IN = re.compile(r"^(?:The\s+)?(?P<names>[^:.]{2,80}?)\s+(?P<verb>asked|responded|noted):\s+(?=\S)")
_LED_KINDS = {"asked": Kind.QUESTION, "responded": Kind.RESPONSE, "noted": Kind.NOTE}
_HEADED = re.compile(r"^(?P<head>[^.:;!?]{4,70}?)\s+(?=(?:The\s+)?[A-Z][\w/, ]{0,40}\s+to\s+[a-z])")
_LABELLED = re.compile(r"^[A-ZÄÖÜÉ][^.:;!?]{2,60}:\s+(?P<rest>\S.*)$", re.DOTALL)
_NAMED_TO = re.compile(r"^(?:\*\*)?[^.:;]{2,60}\s+to\s+[a-z]")
_OWNER_AND_DAY = re.compile(r"\([^()]{2,40}[,;]\s*(?:by|bis|due|pour|avant|until)\b[^()]{2,30}\)\.?$", re.IGNORECASE)
_OWNER_LAST = re.compile(rf"(?:^|(?<=[.!?])\s+)(?:{OWNER_ALONE.pattern})(?P<names>[^.:]{{2,80}})\.?$", re.IGNORECASE)

_ALL_AGREED = re.compile(r"(?:(?:all|this was|it was)\s+)?agreed\.?", re.IGNORECASE)
"""What says only that the sentence before it is to be done."""
_ACTION_LAST = re.compile(
    r"(?:\s[–—-]\s*action|\s(?:\*\*)?(?:Actions?|ACTIONS?|Aufgabe|AUFGABE|Auftrag|AUFTRAG))(?:\s+(?:by|for|an))?\s*[:–—-]?\s+"
    r"(?P<names>[^.:]{2,60})\.?(?:\*\*)?$"
)
"""Whoever is to do what stands before it, named at a line's end: `Action Ann`."""


class SaidPiece(Value, frozen=True, kw_only=True):
    """Some sentences of a paragraph that are one thing."""

    kind: Kind
    text: str
    marked: bool = False
    """For an action: whether words said that it is one."""
    owners: tuple[str, ...] = ()
    label: str = ""
    """The words that said what it is."""
    sure: int = 90


def pieces_of(text: str, giving: Giving, *, margin: str) -> list[SaidPiece]:
    """Return the pieces of a paragraph; with a `margin`, somebody who is to do something stands beside it."""
    found: list[SaidPiece] = []
    for part in _parts(text):
        found += _of_part(part, giving, found)
    if margin and not any(piece.kind is Kind.ACTION for piece in found):
        found = _with_margin(found, giving, names_only(giving.directory, margin))
    return [piece for piece in found if piece.text or piece.label]


def _parts(text: str) -> Iterator[str]:
    start = 0
    for found in SHOUTED_ACTION.finditer(text):
        yield text[start : found.start()].strip()
        start = found.end()
    yield text[start:].strip()


def _names_first(words: str, directory: Directory) -> bool:
    """Whether words begin with somebody whom the meeting knows, before a colon or a dash or `to`."""
    who = re.split(r"\s*:|\s[–—-]\s|\s+to\s", words, maxsplit=1)[0]
    return bool(directory.find_all(who))


def lead_in(part: str, directory: Directory) -> tuple[Kind, tuple[str, ...], str] | None:
    """Read who speaks from the words that our own notes put before a speech: `The COO asked: …`."""
    found = _LEAD_IN.match(part)
    known = directory.find_all(found["names"], in_sentence=True) if found is not None else None
    if found is None or not known:
        return None
    return _LED_KINDS[found["verb"]], labels(known), part[found.end() :]


def _of_part(part: str, giving: Giving, before: list[SaidPiece]) -> Iterator[SaidPiece]:
    if not part:
        return
    if found := ACTION_MARK.match(part):
        yield from _marked(part, found, giving, before)
        return
    for pattern, kind in ((_DECIDED, Kind.DECISION), (UPDATE_MARK, Kind.UPDATE)):
        if found := pattern.match(part):
            yield SaidPiece(kind=kind, text=part[found.end() :], label=found["mark"])
            return
    if (found := TODO_FOR.match(part)) and (
        found["mark"].isupper() or _names_first(part[found.end() :], giving.directory)
    ):
        yield SaidPiece(kind=Kind.ACTION, text=part[found.end() :], marked=True, label=found["mark"].strip())
        return
    yield from _unmarked(part, giving, before)


def _unmarked(part: str, giving: Giving, before: list[SaidPiece]) -> Iterator[SaidPiece]:
    """Read a part that no word at its beginning says the kind of."""
    name = owners_behind(giving.directory, part)
    due = _OWNER_AND_DAY.search(part) is not None
    if name and (due or _NAMED_TO.match(part)) and len(sentences_of(part)) == 1:
        yield SaidPiece(kind=Kind.ACTION, text=part, owners=name)
        return
    if (last := _named_last(part, giving.directory)) is not None:
        found, names = last
        yield from _owned_before(part[: found.start()].strip(), found[0].strip(), names, before)
        return
    labelled = _LABELLED.match(part) if not DECISION_MARK.match(part) else None
    if labelled and giving.given_to(sentences_of(labelled["rest"])[0]):
        yield from _below_label(part, labelled, giving)
        return
    yield from _headed(part, giving) if giving.earlier else _by_sentence(part, giving)


def _headed(part: str, giving: Giving) -> Iterator[SaidPiece]:
    """Read an earlier action, the word for its matter before it apart: `Notice board The Clerk to …`."""
    headed = None if worded_owners(giving.directory, masked(part)) else _HEADED.match(part)
    if headed and worded_owners(giving.directory, masked(part[headed.end() :])):
        yield SaidPiece(kind=Kind.SUBHEADING, text=headed["head"])
        part = part[headed.end() :]
    yield from _by_sentence(part, giving)


def _below_label(part: str, labelled: re.Match[str], giving: Giving) -> Iterator[SaidPiece]:
    """Read what stands behind the word for a matter, which gives somebody something to do: `Paths: Ann to …`."""
    first, *later = sentences_of(labelled["rest"])
    owners = giving.given_to(first)
    yield SaidPiece(kind=Kind.ACTION, text=f"{part[: labelled.start('rest')]}{first}", owners=owners)
    if later:
        yield from _by_sentence(" ".join(later), giving)


def _named_last(part: str, directory: Directory) -> tuple[re.Match[str], tuple[str, ...]] | None:
    """Return where whoever is to do something is named at a line's end, and who; None where nobody is."""
    if found := _ACTION_LAST.search(part):
        names = names_only(directory, found["names"])
        if names and all(name == ALL or directory.find(name) for name in names):
            return found, names
    found = _OWNER_LAST.search(part)
    names = names_only(directory, found["names"]) if found else ()
    return (found, names) if found and names else None


def _owned_before(part: str, label: str, names: tuple[str, ...], before: list[SaidPiece]) -> Iterator[SaidPiece]:
    """Make an action of the sentence before `Responsible: …`."""
    if not part and before:
        part = before.pop().text
    sentences = sentences_of(part)
    if len(sentences) > 1 and _ALL_AGREED.fullmatch(sentences[-1]):
        sentences[-2:] = [" ".join(sentences[-2:])]
    if len(sentences) > 1:
        yield SaidPiece(kind=Kind.NOTE, text=" ".join(sentences[:-1]))
    if sentences:
        yield SaidPiece(kind=Kind.ACTION, text=sentences[-1], marked=True, owners=names, label=label)


def _marked(part: str, found: re.Match[str], giving: Giving, before: list[SaidPiece]) -> Iterator[SaidPiece]:
    """Read what stands behind `Action:`: the action, or only who is to do what was said before it."""
    directory = giving.directory
    words, label = part[found.end() :].strip(), found["mark"].strip("*_[( ")
    if NIL.fullmatch(words) or words.casefold().strip(" .") in ("none", "keine", "aucune", "néant"):
        yield SaidPiece(kind=Kind.ACTION, text="", label=f"{label} {words}")
        return
    words = words[:-1] if words.endswith("]") and "[" not in words else words
    inside = re.search(r"\((?P<names>[^()]{2,60})\)", label)
    given = names_only(directory, inside["names"]) if inside else ()
    names = names_only(directory, words)
    if not names and (
        stop := re.match(
            r"(?P<names>[^.:]{2,60}?)(?:\s*[,;(–—-]\s*|\s+)(?:by|bis|due|avant|pour)\b[^.]{2,30}\.?$", words
        )
    ):
        names = names_only(directory, stop["names"])
    if names and before and before[-1].kind is not Kind.ACTION:
        sentences = sentences_of(before[-1].text)
        before[-1] = replace(before[-1], text=" ".join(sentences[:-1]))
        yield SaidPiece(kind=Kind.ACTION, text=f"{sentences[-1]}", marked=True, owners=names, label=f"{label} {words}")
        return
    if names and before:
        before[-1] = replace(before[-1], owners=(*before[-1].owners, *names), label=f"{label} {words}")
        return
    if len(several := giving.several(words)) > 1:
        yield from (SaidPiece(kind=Kind.ACTION, text=one, marked=True, label=label) for one in several)
        return
    sentences = sentences_of(words)
    cut = next((at for at, one in enumerate(sentences) if at and DECISION_WORDS.search(one)), len(sentences))
    yield from _told_in_prose(" ".join(sentences[:cut]), label, given, giving)
    if cut < len(sentences):
        yield from _by_sentence(" ".join(sentences[cut:]), giving)


def _told_in_prose(words: str, label: str, given: tuple[str, ...], giving: Giving) -> Iterator[SaidPiece]:
    """Return what stands behind `Action:`, as several actions where its sentences each give somebody something."""
    told = [] if given else giving.tasks_of(words)
    if len(told) < 2:
        yield SaidPiece(kind=Kind.ACTION, text=words, marked=True, owners=given, label=label)
        return
    for place, (task, owners) in enumerate(told):
        kind = Kind.ACTION if owners or giving.is_duty(task) else Kind.NOTE
        yield SaidPiece(kind=kind, text=task, marked=True, owners=owners, label="" if place else label)


def _by_sentence(part: str, giving: Giving) -> Iterator[SaidPiece]:
    """Part a paragraph at the sentences that decide something, or that give somebody something to do."""
    run: list[str] = []
    decision: list[str] = []
    both: list[SaidPiece] = []
    """What was decided and is, by the same words, somebody's to do."""
    whole = DECISION_MARK.match(part) is not None
    before = ""
    for sentence, given in (clause for one in sentences_of(part) for clause in giving.clauses_of(one)):
        owners, before = given or giving.by_pronoun(before, sentence), sentence
        sorts = record_in(giving.directory, sentence)
        moved = bool(decision) and (_MOVED.match(sentence) is not None or bool(sorts))
        if not decision and run and sorts & {"votes", "outcome"} and DECIDES.search(run[-1]):
            decision, moved = [run.pop()], True
            yield from _joined(Kind.NOTE, run)
        decides = whole or _decides(sentence, giving)
        to_do = bool(owners) and (not decides or gives_within(sentence))
        if to_do or not (decides or moved):
            yield from (*_joined(Kind.DECISION, decision), *both)
            both.clear()
        if to_do or decides:
            yield from _joined(Kind.NOTE, run)
        if to_do:
            yield SaidPiece(kind=Kind.ACTION, text=sentence, owners=owners)
        elif decides or moved:
            decision.append(sentence)
            both += [] if moved else _given_too(sentence, giving)
        else:
            run.append(sentence)
    yield from (*_joined(Kind.DECISION, decision), *both, *_joined(Kind.NOTE, run))


def _decides(sentence: str, giving: Giving) -> bool:
    """Whether a sentence decides something, or says who moved and who seconded it."""
    if DECISION_WORDS.search(sentence) or DECISION_MARK.match(sentence):
        return True
    return {"mover", "seconder"} <= sorts_within(giving.directory, sentence)


def _given_too(sentence: str, giving: Giving) -> list[SaidPiece]:
    """Return what a sentence that decides something charges somebody with."""
    words = sentence[mark.end() :] if (mark := DECISION_MARK.match(sentence)) else sentence
    owners = giving.charged(words) or giving.reported(words) or giving.decided(words)
    return [SaidPiece(kind=Kind.ACTION, text=words, owners=owners)] if owners else []


def _joined(kind: Kind, sentences: list[str]) -> list[SaidPiece]:
    """Return sentences as one piece, and empty their list; nothing for none."""
    pieces = [SaidPiece(kind=kind, text=" ".join(sentences), sure=85 if kind is Kind.DECISION else 90)]
    pieces = pieces if sentences else []
    sentences.clear()
    return pieces


def _with_margin(found: list[SaidPiece], giving: Giving, whose: tuple[str, ...]) -> list[SaidPiece]:
    """Make an action of the sentence that gives something to whoever stands beside a paragraph; else of its last."""
    last = found[-1] if found else None
    if last is None or last.kind not in (Kind.NOTE, Kind.DECISION):
        return found
    sentences = sentences_of(last.text)
    sure = giving._replace(promises=True, listed=False)
    given = [place for place, one in enumerate(sentences) if any(is_among(name, sure.given_to(one)) for name in whose)]
    at = given[-1] if given else len(sentences) - 1
    owners = sure.given_to(sentences[at]) if given else ()
    action = SaidPiece(kind=Kind.ACTION, text=sentences[at], owners=owners, sure=70)
    if last.kind is Kind.DECISION:  # It stays what was decided, and is somebody's to do as well.
        return [*found, action]
    notes = [" ".join(sentences[:at]), " ".join(sentences[at + 1 :])]
    before, after = ([replace(last, text=words)] if words else [] for words in notes)
    return [*found[:-1], *before, action, *after]
