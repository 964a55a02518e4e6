"""Lists of people behind a label that a page or a gap tore within a name or a bracket, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.understanding.people.names import is_name, without_title

_OPEN_END = re.compile(r"(?:[,;&]|\b(?:and|und|et|sowie))$")
_SEVERAL = 3


def with_torn_joined(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, a line that goes on with a torn list of people joined to the one before."""
    found: list[Passage] = []
    for passage in passages:
        last = found[-1] if found else None
        if last is not None and _is_torn(last, passage):
            found[-1] = replace(last, text=f"{last.text} {passage.text}", last=passage.last)
        else:
            found.append(passage)
    return found


def _is_torn(last: Passage, following: Passage) -> bool:
    """Whether a list behind a label ends within a bracket or a name, and goes on in the line that follows."""
    label = None if last.cells else label_of(last.text)
    plain = not (following.cells or following.hashes or following.bullet or label_of(following.text))
    if label is None or not label[1] or not plain or not following.apart:
        return False
    words = label[1]
    if words.count("(") > words.count(")") and ")" in following.text:
        return True
    if following.text.startswith("(") and ("," in following.text or ";" in following.text):
        return not words.endswith((")", ".", ","))
    told = people_of_list(words, labelled=True) or []
    if _OPEN_END.search(words):
        below = people_of_list(following.text) or []
        return len(told) >= _SEVERAL and len(below) > 1 and all(is_name(one.name, lenient=True) for one in below)
    return _is_half(words, following.text) and len(told) >= _SEVERAL


def _is_half(words: str, following: str) -> bool:
    """Whether a list ends in a given name alone, whose surname the line that follows begins with."""
    last = re.split(r"[,;]\s*", words)[-1].strip()
    first = re.split(r"\s*[,;(]", following, maxsplit=1)
    goes_on = len(first) > 1 and " " not in first[0] and first[0][:1].isupper()
    return goes_on and " " not in last and without_title(last) == last and is_name(f"{last} {first[0]}")
