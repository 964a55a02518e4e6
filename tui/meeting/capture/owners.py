"""Whose an action is: `@NAME` anywhere, or the wording at its start."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from tui.meeting.dates.other_languages import found_in
from tui.meeting.languages.keyed.known import in_english_list, keyed_in
from tui.meeting.languages.keyed.words import KeyedWords
from tui.meeting.model import Value
from tui.meeting.people.directory import ALL, Directory
from tui.meeting.people.name_forms import fold
from tui.meeting.people.name_lists import read_list
from tui.meeting.text.inline_markup import MASK, masked
from tui.meeting.text.lazy_patterns import Pattern

_NAME = r'(?:"[^"@]+"|“[^”@]+”|(?!["“])[^\s@"“]*?\w[^\s@"“]*)'
_AT = Pattern(rf"(?<!\S)@({_NAME})(?=[\s.,;:)!?]|$)")
_JOINT = re.compile(r"\s*(?:,\s*(?:and\b)?|/|\+|&|\band\b)?\s*", re.IGNORECASE)
_TO = re.compile(r"\s+to(?=\s)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:/|\+|&|,(?!\s*(?:and\b|&))|and\b)", re.IGNORECASE)
_APART = re.compile(r"(?!(?:and|to)\b)[^\W_]", re.IGNORECASE)
_LABEL = re.compile(r"\s*action\s*[:–—-]\s*", re.IGNORECASE)
_GOVERNED = Pattern(
    r"\b(?:to|with|from|by|for|of|via|on|at|about|between|than|through|or|ask|tell|let|the|both)\s+$", re.IGNORECASE
)
_STOPS = ".,;:)!?"
_CLOSING = re.compile(r"[\s.,;:)!?]*$")
_OPENED = re.compile(r"[.,;]?\s*")
_LONGEST_NAMES = 200


class OwnersRead(Value, frozen=True, kw_only=True):
    """What was read of an action's owners."""

    text: str
    """The words left, without the `@` names that stood beside the sentence."""
    owners: tuple[str, ...] = ()
    due: str = ""
    """The due words that stood between the owners and a colon, as in `Jan Holm bis Freitag: …`."""


class WordedHead(Value, frozen=True, kw_only=True):
    """The owners that an action's own words begin with."""

    owners: tuple[str, ...]
    span: tuple[int, int]
    """Where their names stand in the text."""


def worded_owners(directory: Directory, text: str, named: Collection[str] = (), code: str = "en") -> tuple[str, ...]:
    """Return the owners that the wording at the start names: `DCC to …`, `PCC / CC to …`, `ALL to …`, `DCC: …`.

    `text` has its restricted words masked; the names that `@` gave are known as well. `code` is the meeting's language,
    in which it may say the same: `JH soll …`, `Jan Holm bis Freitag: …`.
    """
    head = worded_head(directory, text, named, code)
    return head.owners if head is not None else ()


def worded_head(directory: Directory, text: str, named: Collection[str] = (), code: str = "en") -> WordedHead | None:
    """Find the owners that the wording at the start names, and where it does; None where it names nobody."""
    keyed = keyed_in(code)
    start = _said_action(text, code)
    body = text[start : start + _LONGEST_NAMES]
    for names in _before_to(body, 0, keyed):
        if found := _known(directory, names, named, in_sentence=True, keyed=keyed):
            return _head(found, text, start, names)
    labels = _labelled(directory, body, named, code)
    return _head(labels.owners, text, start, labels.names) if labels else None


def _head(owners: tuple[str, ...], text: str, start: int, names: str) -> WordedHead:
    at = text.index(names.strip(), start)
    return WordedHead(owners=owners, span=(at, at + len(names.strip())))


def _said_action(text: str, code: str) -> int:
    """Return where a text goes on that says first that it is an action: `ACTION: DCC to …`."""
    keyed = keyed_in(code)
    label = _LABEL.match(text) or (re.match(rf"\s*{keyed.action_label}", text, re.IGNORECASE) if keyed else None)
    return label.end() if label else 0


class _Label(NamedTuple):
    """The owners before a colon at a text's start: `Jan Holm bis Freitag:`."""

    owners: tuple[str, ...]
    names: str
    """The same as they stand there."""
    end: int
    """Where the text goes on."""
    due: str
    """The due words before the colon; empty for none."""


def _labelled(directory: Directory, text: str, named: Collection[str], code: str) -> _Label | None:
    head, colon, rest = text.replace("：", ":").partition(":")
    if not colon:
        return None
    dues = [due for due in found_in(code, head) if not head[due.end :].strip(" ,")]
    before, due = (head[: dues[-1].start].rstrip(" ,"), head[dues[-1].start :].strip(" ,")) if dues else (head, "")
    owners = _known(directory, before, named, keyed=keyed_in(code))
    return _Label(owners, before, len(text) - len(rest.lstrip()), due) if owners else None


def _before_to(hidden: str, at: int, keyed: KeyedWords | None = None) -> Iterator[str]:
    """Return what stands before each of the next few `to`, from the start, as long as nothing in it is restricted."""
    places = islice(_TO.finditer(hidden, at, at + _LONGEST_NAMES), 3)
    own = re.finditer(rf"\s+(?:{keyed.owes})(?=\s)", hidden[:_LONGEST_NAMES], re.IGNORECASE) if keyed else iter(())
    for to in (*islice(own, 3), *places):
        if MASK in (names := hidden[: to.start()].strip()):
            return
        yield names


def _known(
    directory: Directory,
    names: str,
    named: Collection[str] = (),
    *,
    in_sentence: bool = False,
    keyed: KeyedWords | None = None,
) -> tuple[str, ...]:
    """Return the labels of a list of names, `ALL` and organisations among them; none unless every one is known."""
    given = {fold(name): name for name in named}

    def label(name: str) -> str | None:
        if fold(name) == fold(ALL) or (keyed and fold(name) in keyed.everybody.split("|")):
            return ALL
        if known := directory.find(name, in_sentence=in_sentence):
            return known.label
        return directory.organisation(name) or given.get(fold(name))

    names = in_english_list(names, keyed)
    return read_list(names, label) or () if len(names) <= _LONGEST_NAMES and MASK not in names else ()


def read_owners(directory: Directory, text: str, code: str = "en") -> OwnersRead:
    """Read the owners of an action from its text, restricted words apart.

    `@NAME` before or after the sentence is taken out of it; within the sentence, which would be left with a
    hole, the name stays.
    """
    hidden = masked(text)
    named: dict[str, None] = {}
    pieces: list[str] = []
    at = 0
    for run in _runs(hidden):
        named.update((_name(mark), None) for mark in run)
        start, end = run[0].start(), _end(run[-1])
        pieces.append(text[at:start])
        if _opens_sentence(directory, hidden, run, named) or _stays(hidden, at, start, end):
            pieces.append(_said(text, run))
            at = end
        else:
            at = _close_up(text, pieces, end)
    rest = "".join((*pieces, text[at:])).strip()
    worded = worded_owners(directory, masked(rest), named, code)
    given = [label for name in named for label in _known(directory, name) or (name,)]
    owners = tuple(dict.fromkeys((*worded, *given)))
    start = _said_action(hidden_rest := masked(rest), code)
    label = _labelled(directory, hidden_rest[start:], named, code) if code != "en" else None
    if label is None or not rest[start + label.end :]:
        return OwnersRead(text=rest, owners=owners)
    # The owners are told beside the words, so that a label before them would tell them twice.
    return OwnersRead(text=rest[start + label.end :], owners=owners, due=label.due)


def with_owners(text: str, owners: list[str]) -> str:
    """Return an action's words with `@` names that `read_owners` takes out again: after them, else before them."""
    if not owners:
        return text
    named = " ".join(f"@{_quoted(owner)}" for owner in owners)
    if not _GOVERNED.search(f"{text[-12:]} "):
        return f"{text} {named}"
    return f"{named} {text}" if _APART.match(text) or text.startswith(":") else f"{named}, {text}"


def _quoted(owner: str) -> str:
    """Put a name that `@` would not take as a whole between quotation marks."""
    if re.fullmatch(r"[^\s@\"“]*[^\s@\"“.,;:)!?]", owner):
        return owner
    return f"“{owner}”" if '"' in owner else f'"{owner}"'


def _runs(hidden: str) -> Iterator[list[re.Match[str]]]:
    """Return the `@` names, those together that only `and`, a comma or a space part."""
    run: list[re.Match[str]] = []
    for mark in _AT.finditer(hidden):
        if MASK in mark.group():
            continue
        if run and not _JOINT.fullmatch(hidden, _end(run[-1]), mark.start()):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _name(mark: re.Match[str]) -> str:
    name = mark.group(1)
    return name[1:-1].strip() or name if name[0] in '"“' else name.rstrip(_STOPS) or name


def _end(mark: re.Match[str]) -> int:
    """Return where a name ends, the full stop or comma after it left out."""
    name = mark.group(1)
    return mark.end() if name[0] in '"“' else mark.start(1) + len(_name(mark))


def _said(text: str, run: list[re.Match[str]]) -> str:
    """Return the names as they stay in a sentence, without their `@`."""
    said = _name(run[0])
    for before, mark in pairwise(run):
        joint = text[_end(before) : mark.start()]
        said += (joint if joint.strip() else ", ") + _name(mark)
    return said


def _opens_sentence(directory: Directory, hidden: str, run: list[re.Match[str]], named: Collection[str]) -> bool:
    """Whether names at the start are its subject, alone or with known ones: `@NS to …`, `@NS: …`, `@NS / MT to …`."""
    end = _end(run[-1])
    if hidden[: run[0].start()].strip():
        return False
    if _TO.match(hidden, end) or hidden[end : end + 1] == ":":
        return True
    said = _said(hidden, run)
    return bool(_GOES_ON.match(hidden, end) and worded_owners(directory, said + hidden[end:], named))


def _stays(hidden: str, at: int, start: int, end: int) -> bool:
    """Whether names stand within the sentence: after a preposition, or amid its words."""
    if not at and not hidden[:start].strip():
        return False
    closing = _CLOSING.match(hidden, end) is not None
    return not closing or _GOVERNED.search(hidden, max(at, start - 12), start) is not None


def _close_up(text: str, pieces: list[str], end: int) -> int:
    """Leave no hole where names were taken out; give the place in the text at which it goes on."""
    place = len(text) - len(text[end:].lstrip()) if end < len(text) and text[end].isspace() else end
    before = pieces[-1].rstrip()
    if not before and len(pieces) == 1:
        opened = _OPENED.match(text, place)
        return opened.end() if opened else place
    pieces[-1] = before + (" " if place < len(text) and text[place] not in _STOPS else "")
    return place
