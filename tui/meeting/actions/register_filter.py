"""Which actions of a register are wanted, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal, Protocol

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.model import Status, Value
from tui.meeting.people.name_forms import bare_name, fold

Sort = Literal["date", "owner", "due", "status", "meeting"]


class Wanted(Value, frozen=True, kw_only=True):
    """What is asked of a register; whatever is left out is not asked."""

    only_open: bool = False
    overdue: bool = False
    """Only those open past their date."""
    owner: str = ""
    """A post, its abbreviation, a name or a surname."""
    statuses: tuple[Status, ...] = ()
    series: str = ""
    """Words of its name."""
    due_before: date | None = None
    words: str = ""
    """Words that the action, its topic or its updates have, each of them somewhere."""
    sort: Sort = "date"

    @property
    def all_statuses(self) -> frozenset[Status]:
        """The statuses that are wanted; empty for all."""
        if not (self.only_open or self.overdue):
            return frozenset(self.statuses)
        return frozenset({Status.OPEN} & set(self.statuses or Status)) or _NONE


_NONE: frozenset[Any] = frozenset({None})
"""No status has any action that is to be open and something else at once."""


def wanted_rows(rows: list[RegisterRow], wanted: Wanted, posts: Mapping[str, str]) -> tuple[RegisterRow, ...]:
    """Return the rows that are wanted, of rows with the oldest first, in the order that is.

    `posts` are the abbreviations that `posts_of` finds among all the book's owners.
    """
    for test in _tests(wanted, posts):
        rows = [row for row in rows if test(row)]
    return tuple(rows if wanted.sort == "date" else sorted(rows, key=_ORDERS[wanted.sort]))


def _tests(wanted: Wanted, posts: Mapping[str, str]) -> list[Callable[[RegisterRow], bool]]:
    tests: list[Callable[[RegisterRow], bool]] = []
    before = wanted.due_before
    if statuses := wanted.all_statuses:
        tests.append(lambda row: row.status in statuses)
    if wanted.overdue:
        tests.append(lambda row: row.overdue)
    if before is not None:
        tests.append(lambda row: row.due_date is not None and row.due_date < before)
    if series := wanted.series.casefold().split():
        tests.append(lambda row: _has_run(row.series.casefold().split(), series))
    if words := wanted.words.casefold().split():
        tests.append(lambda row: _has_words(row, words))
    if wanted.owner.strip():
        tests.append(_owned_by(wanted.owner, posts))
    return tests


Owner = tuple[str, str, str]
"""An owner as a row has it: the label, the name of whoever that is, and the post."""


class HasOwners(Protocol):
    """Whatever has owners: a row, and what the index keeps of one."""

    @property
    def owners(self) -> tuple[str, ...]:
        """As they print."""

    @property
    def holders(self) -> tuple[str, ...]:
        """Who each of them is."""

    @property
    def posts(self) -> tuple[str, ...]:
        """What post each of them holds."""


def owners_of(owned: HasOwners) -> Iterable[Owner]:
    """Return the owners, each with name and post."""
    return zip(owned.owners, owned.holders, owned.posts, strict=True)


def posts_of(owners: Iterable[Owner]) -> dict[str, str]:
    """Return the abbreviations of posts, by the folded words of the post, where all the meetings agree."""
    found: dict[str, set[str]] = {}
    for label, holder, post in set(owners):
        if post and label != holder:
            found.setdefault(fold(post), set()).add(label)
    return {post: next(iter(labels)) for post, labels in found.items() if len(labels) == 1}


def _owned_by(wanted: str, posts: Mapping[str, str]) -> Callable[[RegisterRow], bool]:
    """Make the test whether one of the owners is the wanted one."""
    known: dict[Owner, bool] = {}

    def test(row: RegisterRow) -> bool:
        for owner in owners_of(row):
            if owner not in known:
                known[owner] = is_meant(owner, wanted, posts)
            if known[owner]:
                return True
        return False

    return test


def is_meant(owner: Owner, wanted: str, posts: Mapping[str, str]) -> bool:
    """Return whether a post, its abbreviation, a name or a surname is that of an owner.

    A name may be part of the owner's, in whole words: `Wall` for `Ian Wall`. Whoever goes by the name alone in one
    meeting and by the post's abbreviation in others, as `posts` has it, has that as well.
    """
    label, holder, post = owner
    folded = fold(wanted)
    if post and folded in (fold(post), fold(posts.get(fold(post), post))):
        return True
    asked = wanted.casefold().split()
    if any(_has_run(name.casefold().split(), asked) for name in (label, holder)):
        return True
    bare = [fold(word) for word in bare_name(wanted)]
    return bool(holder and bare) and _has_run([fold(word) for word in bare_name(holder)], bare)


def _has_run(words: list[str], wanted: list[str]) -> bool:
    """Return whether words stand together among others."""
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _has_words(row: RegisterRow, words: list[str]) -> bool:
    text = "\n".join((row.text, row.topic, row.section, row.due, *(one.text for one in row.heard))).casefold()
    return all(word in text for word in words)


_ORDERS: dict[str, Callable[[RegisterRow], Any]] = {
    "owner": lambda row: (not row.owners, [owner.casefold() for owner in row.owners]),
    "due": lambda row: (row.due_date is None, row.due_date or date.max),
    "status": lambda row: (not row.overdue, list(Status).index(row.status)),
    "meeting": lambda row: (row.meeting_date, row.meeting.casefold(), row.meeting_file),
}
