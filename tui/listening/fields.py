"""The questions that an action is asked: whose it is, when it is due, and its words."""

from __future__ import annotations

from collections.abc import Callable

from tui.listening.talk import Talk
from tui.meeting.capture.capture import edit
from tui.meeting.capture.editing import set_due, set_owners
from tui.meeting.capture.entry_fields import Field, field_words, said_of
from tui.meeting.capture.line_reader import read_correction, typed_words
from tui.meeting.capture.prompt_choices import choose_names, due_choices
from tui.meeting.dates.due import due_of
from tui.meeting.model import Meeting
from tui.meeting.outline.labels import name_of_kind
from tui.meeting.text.inline_markup import plain

NOTHING = frozenset({"none", "nobody", "-"})
"""What takes an owner or a due away."""


def ask_owners(talk: Talk, entry_id: int, words: str = "") -> bool:
    """Set whose an action is, asking where no words say it; return whether it was changed."""
    return _ask(talk, entry_id, "owners", words, lambda meeting, said: set_owners(meeting, (entry_id,), said))


def ask_due(talk: Talk, entry_id: int, words: str = "") -> bool:
    """Set when an action is due, asking where no words say it; return whether it was changed."""

    def change(meeting: Meeting, said: tuple[str, ...]) -> Meeting:
        return set_due(meeting, (entry_id,), due_of(meeting, said[0]) if said else None)

    return _ask(talk, entry_id, "due", words, change)


def _ask(
    talk: Talk, entry_id: int, field: Field, words: str, change: Callable[[Meeting, tuple[str, ...]], Meeting]
) -> bool:
    if not words:
        stands = field_words(talk.meeting.entry(entry_id), field)
        what = "whose, in a few letters" if field == "owners" else "due when"
        words = talk.ask(f"{what}? now {stands}; Enter keeps it, none clears it:")
    if not words:
        return False
    meant = () if words.casefold() in NOTHING else _meant(talk.meeting, field, words)
    if not talk.change_meeting(field, lambda meeting: change(meeting, meant)):
        return False
    talk.say(said_of(talk.meeting, (entry_id,), field))
    return True


def _meant(meeting: Meeting, field: Field, words: str) -> tuple[str, ...]:
    """Return in full what a few letters mean: the likeliest, as on the screen."""
    if field == "owners":
        return choose_names(meeting, words, owners=True).names
    return due_choices(meeting, words)[:1]


def ask_words(talk: Talk, entry_id: int, words: str = "") -> bool:
    """Set an entry's words, asking where none are given; owners and due are read again. Return whether it was changed.

    `s/old/new/` corrects them, and the key Up brings them back to be changed.
    """
    entry = talk.meeting.entry(entry_id)
    typed = typed_words(talk.meeting, entry)
    if not words:
        words = talk.ask("new words, or s/old/new/; Enter keeps them:", recall=typed, notes=False)
    if not words:
        return False
    correction = read_correction(words)
    if correction is not None:
        if correction.old not in typed:
            talk.refuse(f"its words hold no “{correction.old}”")
            return False
        words = typed.replace(correction.old, correction.new, 1)
    line = f"{entry.kind.row.mark}{words}"
    if talk.change(lambda: edit(talk.journal, entry_id, line, talk.now())) is None:
        return False
    after = talk.meeting.entry(entry_id)
    talk.say(f"{name_of_kind(after)}: “{plain(after.text)}”")
    return True
