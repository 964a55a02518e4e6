"""Whose an action is: `@NAME` anywhere, or the wording at its start."""

from __future__ import annotations

import re

from tui.meeting.model import Value
from tui.meeting.names import ALL, Directory, fold, labels
from tui.meeting.speakers import read_prefix
from tui.meeting.wording import MASK
from tui.meeting.wording import masked as mask

_AT = re.compile(r'(?:(?<=\s)|^)@(?:"([^"]+)"|“([^”]+)”|([^\s@"“]+))')
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)
_LABEL = re.compile(r"\s*action\s*[:–—-]\s*", re.IGNORECASE)
_LONGEST_NAMES = 200


class OwnersRead(Value, frozen=True, kw_only=True):
    """What was read of an action's owners."""

    text: str
    """The words left, without the `@` names that stood beside the sentence."""
    owners: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    """Those of the owners that only `@` named, so that the text alone doesn't say them."""


def worded_owners(directory: Directory, text: str) -> tuple[str, ...]:
    """Give the owners that the wording at the start names: `DCC to …`, `PCC / CC to …`, `ALL to …`, `DCC: …`."""
    start = label.end() if (label := _LABEL.match(text)) else 0
    body = text[start:]
    if to := _TO.search(body[:_LONGEST_NAMES]):
        names = body[: to.start()].strip()
        if MASK not in names and (found := _known(directory, names)):
            return found
    head = body[:_LONGEST_NAMES].partition(":")[0]
    if fold(head) == "all" and ":" in body[:_LONGEST_NAMES]:
        return (ALL,)
    prefix = read_prefix(directory, body)
    return prefix[0] if prefix else ()


def _known(directory: Directory, names: str) -> tuple[str, ...]:
    if fold(names) == "all":
        return (ALL,)
    known = directory.find_all(names)
    return labels(known) if known else ()


def read_owners(directory: Directory, text: str) -> OwnersRead:
    """Read the owners of an action from its text, restricted words apart.

    An `@NAME` before or after the sentence is taken out of it; one inside it leaves its name there.
    """
    masked = mask(text)
    marks = [mark for mark in _AT.finditer(masked) if MASK not in mark.group()]
    pieces: list[str] = []
    named: list[str] = []
    at = 0
    for mark in marks:
        token, name = _token(mark)
        named.extend(_known(directory, name) or (name,))
        pieces.append(text[at : mark.start()])
        if _inside(masked, marks, mark):
            pieces.append(name)
        at = mark.start() + len(token)
    rest = "".join((*pieces, text[at:])).strip()
    if marks:
        rest = re.sub(r" {2,}", " ", rest)
    worded = worded_owners(directory, mask(rest))
    owners = tuple(dict.fromkeys((*worded, *named)))
    return OwnersRead(text=rest, owners=owners, given=tuple(name for name in owners if name not in worded))


def _token(mark: re.Match[str]) -> tuple[str, str]:
    """Give what an `@` takes up in the text, and the name in it."""
    if mark.group(3) is None:
        return mark.group(), (mark.group(1) or mark.group(2)).strip()
    name = mark.group(3).rstrip(",.;:)") or mark.group(3)
    return "@" + name, name


def _inside(masked: str, marks: list[re.Match[str]], mark: re.Match[str]) -> bool:
    """Whether an `@NAME` stands inside the sentence, where taking it out would leave a hole."""
    outside = masked
    for other in marks:
        outside = outside[: other.start()] + " " * len(other.group()) + outside[other.end() :]
    words = re.search(r"[^\s.,;:]", outside)
    if words is None:
        return False
    last = len(outside.rstrip(" .,;:"))
    opening = mark.end() <= words.start() and not re.match(r"\s+(?:to|and)\b|\s*[,/&+]", masked[mark.end() :])
    return not (opening or mark.start() >= last)
