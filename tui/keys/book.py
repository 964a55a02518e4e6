"""The commands of the book: its meetings, and the register of their actions."""

from __future__ import annotations

from tui.keys import needs
from tui.keys.command import Command, choosing

BOOK_COMMANDS: tuple[Command, ...] = (
    Command("book", "book-open-live", ("enter",), "Open the meeting", "Open", (needs.MEETINGS,)),
    Command(
        "book",
        "book-next-meeting",
        ("n",),
        "Make the next meeting, the one that comes after it",
        "Next",
        (needs.MEETINGS, needs.READABLE),
    ),
    Command("book", "book-rename", ("e",), "Give it another title", needs=(needs.MEETINGS, needs.READABLE)),
    Command("book", "book-move", ("m",), "Move it to another day", needs=(needs.MEETINGS, needs.READABLE)),
    Command("book", "book-delete", ("delete",), "Put it into the bin", needs=(needs.MEETINGS, needs.READABLE)),
    Command("book", "book-bring-back", ("b",), "Bring a deleted meeting back"),
    Command("book", "book-new-meeting", ("a",), "Make a meeting from an agenda, pasted or in a file", "Agenda"),
    Command("book", "book-register", ("t", "tab"), "All the actions of the book", "Actions", (needs.MEETINGS,)),
    Command(
        "book",
        "book-registers",
        ("l",),
        "The decisions, attendance, interests and questions of the book",
        "Decisions",
        (needs.MEETINGS,),
    ),
    Command(
        "book", "book-search", ("slash", "ctrl+f"), "Search in every meeting", "Find", (needs.MEETINGS,), looks=True
    ),
    Command("book", "book-open-review", ("r",), "Open the chair's review of it", "Review", (needs.MEETINGS,)),
    Command("book", "book-open-preview", ("p",), "Preview its notes", "Notes", (needs.MEETINGS,)),
    Command("book", "book-open-check", ("c",), "Check what is open before its notes go out", needs=(needs.MEETINGS,)),
    *choosing("book", "the meeting", "ten meetings", "the latest", "the earliest"),
    Command("book", "book-read-again", ("f5", "full_stop"), "Read the folder again"),
    Command("register", "register-go-there", ("enter",), "Open its meeting at the action", "Open", (needs.ACTION,)),
    Command("register", "register-settle-done", ("d",), "It is done", "Done", (needs.ACTION,)),
    Command("register", "register-settle-dropped", ("x",), "Take it out: nobody will do it", "Drop", (needs.ACTION,)),
    Command("register", "register-settle-open", ("R",), "It is to be done after all", needs=(needs.ACTION,)),
    Command("register", "register-set-due", ("u",), "Say when it is due", "Due", (needs.ACTION,)),
    Command("register", "register-seek", ("slash", "ctrl+f"), "Only those with some words", "Find", looks=True),
    Command("register", "register-turn-status", ("tab",), "Open, overdue or all of them", "Status"),
    Command("register", "register-turn-order", ("g",), "Group by day, owner, due or status", "Order"),
    Command("register", "register-turn-owners", ("o",), "Say whose by post or by person", "Person"),
    Command("register", "register-turn-version", ("v",), "Show what everybody may see, or all"),
    Command("register", "register-write", ("w",), "Write these to a csv, md, ics or json file", "Write"),
    Command("register", "register-whole", ("i", "space"), "Show all that became of it", needs=(needs.ACTION,)),
    *choosing("register", "the action", "ten actions", "the first", "the last"),
    Command("register", "register-close", ("escape", "q", "t"), "Go back to the meetings", "Back"),
    Command("registers", "registers-go-there", ("enter",), "Open its meeting at this entry", "Open", (needs.ROW,)),
    Command("registers", "registers-turn", ("tab",), "Decisions, attendance, interests or questions", "Other list"),
    Command("registers", "registers-seek", ("slash", "ctrl+f"), "Only those with some words", "Find", looks=True),
    Command("registers", "registers-turn-version", ("v",), "Show what everybody may see, or all", "Version"),
    Command("registers", "registers-write", ("w",), "Write these to a csv, md or json file", "Write"),
    *choosing("registers", "the row", "ten rows", "the first", "the last"),
    Command("registers", "registers-close", ("escape", "q", "l"), "Go back to the meetings", "Back"),
    Command(
        "in-book",
        "in-book-close-meeting",
        ("f11", "ctrl+underscore"),
        "Close the meeting and go back to the book",
        "Book",
        (needs.OPEN_MEETING,),
    ),
)
