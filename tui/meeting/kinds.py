"""The kinds of entries, one row each: everything in which one kind differs from another, its own behaviour aside."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from msgspec import Struct


class KindRow(Struct, frozen=True, kw_only=True):
    """In what a kind differs from the others. A field without a default is one that each kind has to decide."""

    word: str
    """What it is called, in files too: `question`."""
    tag: str
    """What stands before its entries in the log and in lists."""
    mark: str
    """The character that begins a line of this kind."""
    key: str = ""
    """The function key, in Textual's name, that makes the line being typed one; empty for none."""
    next: Literal["response", "point", "note", "as before"]
    """The kind that a line without a mark takes after one of these; `as before`: the one that held until then."""
    speaks: bool
    """Whether somebody says it: then speakers are read from its words, and named before them."""
    points: Literal["hang on it", "hang on nothing", "pass it by"]
    """What a point below does: hang on it, hang on nothing, or hang on what stands above it."""
    exchange: Literal["asks", "answers", "answers what it hangs on", "turns aside", "ends", "stands apart"]
    """What it does to the questions above it: `turns aside` keeps points that follow from answering them, and after
    one that `ends` them they can be answered no more."""
    run: Literal["question", "answer", "update", "action", "text", "as above", "as before"]
    """What it prints among; `as above`: what it hangs on prints among; `as before`: whatever is before it does."""
    begins: bool
    """Whether it begins something new, so that an empty row stands before it in the log."""
    heads: bool = False
    """Whether it is the heading of what follows, and no sentence."""
    labelled: str = ""
    """A pattern of the words with which a text says itself what kind it is, so that no label is printed before it."""
    tone: Literal["muted", "primary", "accent", "success"]
    """The colour of its tag."""
    letters: Literal["", "bold", "italic"] = ""
    """How its words are set on the screen."""
    announced: bool = False
    """Whether its word stands above the words where a room reads them from a wall; the others show by their look."""


class Kind(StrEnum):
    """What sort of thing an entry is, each with its row, in the order in which the marks are listed."""

    row: KindRow

    def __new__(cls, row: KindRow) -> Self:
        """Make a kind of its row; as text, it is its word."""
        kind = str.__new__(cls, row.word)
        kind._value_, kind.row = row.word, row
        return kind

    QUESTION = KindRow(
        word="question",
        tag="question",
        mark="?",
        key="f2",
        next="response",
        speaks=True,
        points="hang on it",
        exchange="asks",
        run="question",
        begins=True,
        tone="primary",
    )
    RESPONSE = KindRow(
        word="response",
        tag="response",
        mark=">",
        key="f3",
        next="response",
        speaks=True,
        points="hang on it",
        exchange="answers",
        run="answer",
        begins=False,
        tone="muted",
    )
    POINT = KindRow(
        word="point",
        tag="point",
        mark="-",
        next="point",
        speaks=True,
        points="pass it by",
        exchange="answers what it hangs on",
        run="as above",
        begins=False,
        tone="muted",
    )
    NOTE = KindRow(
        word="note",
        tag="note",
        mark="+",
        key="f5",
        next="note",
        speaks=True,
        points="hang on it",
        exchange="turns aside",
        run="text",
        begins=True,
        tone="muted",
    )
    ACTION = KindRow(
        word="action",
        tag="action",
        mark="!",
        key="f4",
        next="as before",
        speaks=False,  # It names its owners instead.
        points="pass it by",
        exchange="stands apart",
        run="action",
        begins=False,
        labelled=r"\s*actions?(?:\s+arising)?\s*(?::|[–—]|-\s)",
        tone="accent",
        announced=True,
    )
    DECISION = KindRow(
        word="decision",
        tag="decision",
        mark="=",
        key="f6",
        next="note",
        speaks=True,
        points="hang on nothing",
        exchange="stands apart",
        run="text",
        begins=True,
        labelled=r"\s*(?:decisions?|agreed|resolved|resolution)\s*:",
        tone="success",
        announced=True,
    )
    UPDATE = KindRow(
        word="update",
        tag="update",
        mark="~",
        next="point",
        speaks=True,
        points="hang on it",
        exchange="turns aside",
        run="update",
        begins=False,
        tone="muted",
        announced=True,
    )
    EVENT = KindRow(
        word="event",
        tag="event",
        mark="&",
        next="note",
        speaks=False,
        points="pass it by",
        exchange="stands apart",
        run="as before",  # It interrupts nothing, for something has to come after it.
        begins=True,
        tone="muted",
        letters="italic",
    )
    SUBHEADING = KindRow(
        word="subheading",
        tag="heading",
        mark="#",
        next="note",
        speaks=False,
        points="hang on nothing",
        exchange="ends",
        run="text",
        begins=True,
        heads=True,
        tone="muted",
        letters="bold",
    )

    TABLE = KindRow(
        word="table",
        tag="table",
        mark="|",
        next="note",
        speaks=False,
        points="hang on nothing",
        exchange="stands apart",
        run="text",
        begins=True,
        tone="muted",
    )

    @property
    def with_article(self) -> str:
        """The kind within a sentence: `an action`, `a note`."""
        return f"{'an' if self[0] in 'aeiou' else 'a'} {self.value}"


KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
"""Every kind by its word."""
