"""The commands of the book: its meetings, and the register of their actions."""

from __future__ import annotations

from tui.keys.command import Command

BOOK_COMMANDS: tuple[Command, ...] = (
    Command(id="open('live')", where="book", keys=("enter",), title="Open the meeting", short="Open"),
    Command(id="next_meeting", where="book", keys=("n",), title="Make the meeting that comes after it", short="Next"),
    Command(id="new_meeting", where="book", keys=("a",), title="Make a meeting from an agenda file", short="Agenda"),
    Command(id="register", where="book", keys=("t", "tab"), title="All the actions of the book", short="Actions"),
    Command(id="search", where="book", keys=("slash", "ctrl+f"), title="Search in every meeting", short="Find"),
    Command(id="open('review')", where="book", keys=("r",), title="Open the chair's review of it", short="Review"),
    Command(id="open('preview')", where="book", keys=("p",), title="Preview its notes", short="Notes"),
    Command(id="open('check')", where="book", keys=("c",), title="Check what is open before its notes go out"),
    Command(id="choose(-1)", where="book", keys=("up", "k"), title="Choose the meeting above"),
    Command(id="choose(1)", where="book", keys=("down", "j"), title="Choose the meeting below"),
    Command(id="choose(-10)", where="book", keys=("pageup",), title="Choose ten meetings further up"),
    Command(id="choose(10)", where="book", keys=("pagedown",), title="Choose ten meetings further down"),
    Command(id="choose(-100000)", where="book", keys=("home",), title="Choose the latest", called="book-first"),
    Command(id="choose(100000)", where="book", keys=("end",), title="Choose the earliest", called="book-last"),
    Command(id="read_again", where="book", keys=("g", "f5"), title="Read the folder again"),
    Command(id="go_there", where="register", keys=("enter",), title="Open its meeting at the action", short="Open"),
    Command(id="settle('done')", where="register", keys=("d",), title="It is done", short="Done"),
    Command(id="settle('dropped')", where="register", keys=("x",), title="Nobody will do it", short="Drop"),
    Command(id="settle('open')", where="register", keys=("R",), title="It is to be done after all"),
    Command(id="set_due", where="register", keys=("u",), title="Say when it is due", short="Due"),
    Command(id="seek", where="register", keys=("slash", "ctrl+f"), title="Only those with some words", short="Find"),
    Command(id="turn_standing", where="register", keys=("f",), title="Open, overdue or all of them", short="Which"),
    Command(id="turn_order", where="register", keys=("s",), title="Order by day, owner, due or status", short="Order"),
    Command(id="turn_owners", where="register", keys=("p",), title="Owners by post or by person", short="Person"),
    Command(id="turn_version", where="register", keys=("v",), title="Show what everybody may see, or all"),
    Command(
        id="write", where="register", keys=("w",), title="Write these to a csv, md, ics or json file", short="Write"
    ),
    Command(id="whole", where="register", keys=("i", "space"), title="Show all that became of it"),
    Command(id="choose(-1)", where="register", keys=("up", "k"), title="Choose the action above"),
    Command(id="choose(1)", where="register", keys=("down", "j"), title="Choose the action below"),
    Command(id="choose(-10)", where="register", keys=("pageup",), title="Choose ten actions further up"),
    Command(id="choose(10)", where="register", keys=("pagedown",), title="Choose ten actions further down"),
    Command(id="choose(-100000)", where="register", keys=("home",), title="Choose the first", called="register-first"),
    Command(id="choose(100000)", where="register", keys=("end",), title="Choose the last", called="register-last"),
    Command(id="close", where="register", keys=("escape", "q", "t"), title="Go back to the meetings", short="Back"),
    Command(
        id="close_meeting",
        where="in-book",
        keys=("f11", "ctrl+underscore"),
        title="Close the meeting and go back to the book",
        short="Book",
    ),
)
