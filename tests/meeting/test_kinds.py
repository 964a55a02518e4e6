"""The rows of the kinds: no two are told apart by the same thing, and what a row leads to is there."""

from __future__ import annotations

import pytest

from tui.keys.keymap import TABLE
from tui.keys.names import character_key
from tui.meeting.kinds import KINDS, Kind
from tui.meeting.marks import COMMAND, LITERAL, MARKS, RESTRICT, kind_after


def test_no_two_kinds_share_a_mark_or_a_key() -> None:
    keys = [kind.row.key for kind in Kind if kind.row.key]
    assert len(MARKS) == len(Kind)
    assert not {COMMAND, LITERAL, RESTRICT} & set(MARKS)
    assert len(keys) == len(set(keys))


def test_a_kind_is_read_from_its_word() -> None:
    assert [KINDS[kind.row.word] for kind in Kind] == list(Kind)


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (Kind.QUESTION, Kind.RESPONSE),
        (Kind.RESPONSE, Kind.RESPONSE),
        (Kind.POINT, Kind.POINT),
        (Kind.UPDATE, Kind.POINT),
        (Kind.ACTION, Kind.DECISION),
        (Kind.EVENT, Kind.NOTE),
    ],
)
def test_a_line_without_a_mark_goes_on_with_what_follows_the_kind_before_it(kind: Kind, after: Kind) -> None:
    assert kind_after(kind, Kind.DECISION) is after


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_can_be_given_by_its_mark_in_the_log_and_to_the_last_entry(kind: Kind) -> None:
    key = (character_key(kind.row.mark),)
    assert [c.id for c in TABLE.commands_of("log") if c.keys == key] == [f"log-convert-{kind}"]
    assert [c.id for c in TABLE.commands_of("last") if c.keys == key] == [f"last-convert-last-{kind}"]


@pytest.mark.parametrize(("kind", "named"), [(Kind.ACTION, "an action"), (Kind.NOTE, "a note")])
def test_a_kind_is_named_with_its_article(kind: Kind, named: str) -> None:
    assert kind.with_article == named
