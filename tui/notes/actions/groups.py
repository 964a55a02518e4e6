"""The actions of the register gathered by owner: by the post, or by the person who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from tui.meeting.actions.register_filter import is_meant, owners_of, posts_of
from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.people.name_forms import bare_name, fold

By = Literal["post", "person"]

NOBODY = "Nobody named"
"""The heading of the actions without an owner."""


class OwnerGroup(NamedTuple):
    """The actions of one owner."""

    heading: str
    rows: list[RegisterRow]


def gathered(rows: Sequence[RegisterRow], by: By) -> list[OwnerGroup]:
    """Gather actions by owner, in the order of the headings; one of several owners stands under each of them.

    By post, an owner is the same whoever holds the post; by person, whatever post a person holds.
    """
    posts = posts_of(owner for row in rows for owner in owners_of(row))
    found: dict[str, OwnerGroup] = {}
    for row in rows:
        for key, heading in dict(_owners(row, by, posts)).items():
            found.setdefault(key, OwnerGroup(heading, [])).rows.append(row)
    return [found[key] for key in sorted(found, key=lambda key: (key == "", key))]


def owners_shown(row: RegisterRow, by: By) -> tuple[str, ...]:
    """Name the owners as posts, or as the people who hold them."""
    if by == "post":
        return row.owners
    return tuple(_person(label, holder) for label, holder in zip(row.owners, row.holders, strict=True))


def owner_heading(rows: Iterable[RegisterRow], wanted: str, by: By) -> str:
    """Name an owner who was asked for as the actions do: `DCC (Ann Lee)`; as asked where none is theirs."""
    owners = {owner for row in rows for owner in owners_of(row)}
    posts = posts_of(owners)
    found = [owner for owner in owners if is_meant(owner, wanted, posts)]
    names = {_person(label, holder) if by == "person" else label for label, holder, _ in found}
    return next(iter(names)) if len(names) == 1 else wanted


def _owners(row: RegisterRow, by: By, posts: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Return each owner's key, which is the same in every meeting, and heading."""
    if not row.owners:
        yield "", NOBODY
    for label, holder, post in owners_of(row):
        if by == "person":
            yield fold(" ".join(bare_name(holder)) or label), holder or label
        else:
            # Whoever goes by the name in one meeting and by the post's abbreviation in others is one owner.
            known = posts.get(fold(post), label) if post else label
            yield fold(known), f"{known} – {post}" if post and known != holder else known


def _person(label: str, holder: str) -> str:
    return f"{holder} ({label})" if holder and holder != label else label
