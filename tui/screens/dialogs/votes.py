"""Who voted how on a decision: a key a dissenter, and everybody else only where the minute-taker says so."""

from __future__ import annotations

from string import ascii_lowercase
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.meeting.decisions.keyed_votes import votes_said, with_votes
from tui.meeting.decisions.others import voters
from tui.meeting.decisions.pieces import Side
from tui.meeting.model import Entry, Meeting
from tui.meeting.text.sanitizing import showable
from tui.terminal.typed_words import TYPING_ON

_NEXT: dict[Side | None, Side | None] = {None: "against", "against": "abstained", "abstained": "for", "for": None}
_MOST = len(ascii_lowercase)
_HINT = (
    "letter against, again abstained, for   Shift+letter withdrew   Enter takes it   + takes it, others for   Esc back"
)


class KeyedVotes(NamedTuple):
    """What was keyed."""

    votes: dict[int, Side]
    """The side of each voter, by the person's id."""
    others: str
    """The side of everybody who is not named; empty where they are put on none."""


class Votes(ModalScreen[KeyedVotes | None]):
    """List the members who are in the room, each with a letter."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", show=False)]

    def __init__(self, meeting: Meeting, entry: Entry) -> None:
        super().__init__()
        self._meeting = meeting
        self._entry = entry
        self._voters = voters(meeting, entry.id)[:_MOST]
        self._votes: dict[int, Side] = votes_said(meeting, entry)
        self._typed_at = float("-inf")
        """When something was typed that is no voter's letter."""

    def compose(self) -> ComposeResult:
        """Lay out the members, the words as they will be, and the keys."""
        with Vertical(classes="dialog"):
            yield Static("Votes by name", classes="title", markup=False)
            yield Static(id="voters", markup=False)
            yield Static(id="said", classes="text", markup=False)
            yield Static(_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show what the words said already."""
        self._show()

    def on_key(self, event: Key) -> None:
        """Put somebody on the next side, or take what was keyed."""
        character = event.character or ""
        if event.key == "enter" and event.time - self._typed_at > TYPING_ON:
            self.dismiss(KeyedVotes(self._votes, self._entry.decision.others if self._entry.decision else ""))
        elif character == "+":
            self.dismiss(KeyedVotes(self._votes, "for"))
        elif character.casefold() in ascii_lowercase[: len(self._voters)] and len(character) == 1:
            self._mark(self._voters[ascii_lowercase.index(character.casefold())].id, withdrew=character.isupper())
        elif event.is_printable:
            # Words, typed by somebody who does not look: none of their letters was a vote.
            self._typed_at = event.time
            self._votes = votes_said(self._meeting, self._entry)
            self._show()
        else:
            return
        event.stop()
        event.prevent_default()

    def _mark(self, person: int, *, withdrew: bool) -> None:
        now = self._votes.pop(person, None)
        side: Side | None = ("not voting" if now != "not voting" else None) if withdrew else _NEXT.get(now, "against")
        if side is not None:
            self._votes[person] = side
        self._show()

    def _show(self) -> None:
        sides = {"not voting": "withdrew"}
        rows = []
        for letter, person in zip(ascii_lowercase, self._voters, strict=False):
            side = self._votes.get(person.id, "")
            rows.append(f"{letter}  {showable(person.name)}  {sides.get(side, side)}")
        self.query_one("#voters", Static).update(Content("\n".join(row.rstrip() for row in rows)))
        said = with_votes(self._meeting, self._entry, self._votes)
        self.query_one("#said", Static).update(Content(showable(said)))
