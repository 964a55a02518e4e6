"""The commands of the way from a paper to a meeting: the page it is put on, and the draft that is put right."""

from __future__ import annotations

from tui.keys import needs
from tui.keys.command import Command, choosing

_LINE = (needs.LINE,)
PAPER_COMMANDS: tuple[Command, ...] = (
    Command("page", "page-read", ("tab",), "Read what stands here as an agenda", "Read it"),
    Command("page", "page-choose-file", ("ctrl+f",), "Find a file", "File"),
    Command("page", "page-close", ("escape", "ctrl+right_square_bracket"), "Go back to the book", "Back"),
    Command("reading", "reading-make", ("enter",), "Make the meeting and open it", "Make", (needs.WHOLE,)),
    Command(
        "reading", "reading-next-doubt", ("space",), "Go to the next part that is doubted", "Doubt", (needs.DOUBT,)
    ),
    Command(
        "reading", "reading-turn-pane", ("tab", "left", "right"), "Go over to the paper, or to the meeting", "Pane"
    ),
    Command("reading", "reading-make-item", ("i",), "Make it an item", "Item", _LINE),
    Command(
        "reading", "reading-make-note", ("N",), "Make it a note below an item; again, a draft resolution", "Note", _LINE
    ),
    Command("reading", "reading-make-person", ("P",), "Make it a person; again, say what they are", "Person", _LINE),
    Command("reading", "reading-make-title", ("t",), "Make it the title", "Title", _LINE),
    Command("reading", "reading-make-day", ("D",), "Take its day, or its hours, for the meeting's", "Day", _LINE),
    Command("reading", "reading-make-place", ("w",), "Make it the place", "Where", _LINE),
    Command("reading", "reading-forget", ("x", "delete"), "Leave it out; it is kept beside the meeting", "Out", _LINE),
    Command("reading", "reading-reword", ("e",), "Give it other words", "Edit"),
    Command("reading", "reading-undo", ("ctrl+z",), "Undo what was put right last", "Undo", (needs.CHANGED,)),
    Command("reading", "reading-redo", ("ctrl+y",), "Put it right again", needs=(needs.UNDONE,)),
    Command("reading", "reading-merge", ("M",), "Join it to what stands above it", "Merge", _LINE),
    Command("reading", "reading-shift-in", ("greater_than_sign",), "Move the item a level in", needs=_LINE),
    Command("reading", "reading-shift-out", ("less_than_sign",), "Move the item a level out", needs=_LINE),
    Command(
        "reading",
        "reading-other-day",
        ("c",),
        "Take the next of the days, or of the meetings, that the paper has",
        needs=(needs.DAYS,),
    ),
    Command("reading", "reading-trust", ("y",), "It is right as it is", needs=(needs.DOUBTED,)),
    *choosing("reading", "the line", "ten lines", "the first", "the last"),
    Command("reading", "reading-close", ("escape", "q", "ctrl+right_square_bracket"), "Go back to the page", "Back"),
)
