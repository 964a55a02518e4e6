"""People who stand together though no label is above them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.listed import OnList, Roll
from tui.papers.minutes.roll.names import people_of_list, tells
from tui.papers.understanding.headings import PeopleBlock
from tui.papers.understanding.people.first_names import known_first_names
from tui.papers.understanding.people.names import has_title, is_name, without_title
from tui.papers.understanding.people.one import Named

_SEVERAL = 3
"""So many people without a title or a label are no accident."""


def without_label(passages: Sequence[Passage], at: int, *, titled: bool) -> Roll | None:
    """Return the people who stand together though no label is above them; None where none do.

    They have titles, or they are three and more whose first names tell that they are people.
    """
    people: list[OnList] = []
    end = at
    while end < len(passages) and not (passages[end].hashes or passages[end].cells):
        told = people_of_list(passages[end].text)
        if (
            told is None
            or _tells(passages[end].text, told)
            or not (_are_titled(told, titled=titled) or _are_called(told))
        ):
            break
        people += [OnList(passage=passages[end], named=one, block=PeopleBlock()) for one in told]
        end += 1
    with_titles = all(has_title(one.named.name) for one in people)
    called = known_first_names(without_title(one.named.name).split()[0] for one in people)
    enough = len(people) > 1 if with_titles else len(people) >= _SEVERAL and called * 2 >= len(people)
    return Roll(people=tuple(people), end=end) if enough else None


def _tells(text: str, told: Sequence[Named]) -> bool:
    """Whether a line tells more than names: it has a verb, or a stop though it names but one or two."""
    return tells(text.rstrip(".") if len(told) >= _SEVERAL else text)


def _are_titled(told: Sequence[Named], *, titled: bool) -> bool:
    return titled and all(has_title(one.name) for one in told)


def _are_called(told: Sequence[Named]) -> bool:
    """Whether all have whole names, and no two words that merely begin with capitals."""
    whole = all(has_title(one.name) or _is_whole(one.name) for one in told)
    sure = sum(has_title(one.name) or is_name(one.name) for one in told)
    return whole and (sure == len(told) or (sure > _SEVERAL and sure * 4 >= len(told) * 3))


def _is_whole(name: str) -> bool:
    """Whether a name has a surname, which may be a word of a place or of business."""
    return is_name(name, lenient=True) and " " in without_title(name)
