"""The commands of a meeting while it goes on, and of those who follow it."""

from __future__ import annotations

from tui.keys.command import Command

LIVE_COMMANDS: tuple[Command, ...] = (
    Command(id="help", where="anywhere", keys=("f1",), title="Show this screen's keys", short="Help"),
    Command(id="command_palette", where="anywhere", keys=("ctrl+p",), title="Find a command by its name"),
    Command(id="leave", where="anywhere", keys=("ctrl+q",), title="Quit; everything is saved already", short="Quit"),
    Command(
        id="set_kind('question')", where="live", keys=("f2",), title="Make the line a question (or begin it with ?)"
    ),
    Command(
        id="set_kind('response')", where="live", keys=("f3",), title="Make the line a response (or begin it with >)"
    ),
    Command(id="set_kind('action')", where="live", keys=("f4",), title="Make the line an action (or begin it with !)"),
    Command(id="set_kind('note')", where="live", keys=("f5",), title="Make the line a note (or begin it with +)"),
    Command(
        id="set_kind('decision')", where="live", keys=("f6",), title="Make the line a decision (or begin it with =)"
    ),
    Command(id="next_section", where="live", keys=("ctrl+n", "pagedown"), title="Go to the next section", short="Next"),
    Command(
        id="previous_section",
        where="live",
        keys=("ctrl+l", "pageup"),
        title="Go to the last (previous) section",
        short="Last",
    ),
    Command(id="go_to", where="live", keys=("ctrl+g",), title="Go to a section by number or words", short="Go to"),
    Command(
        id="people",
        where="live",
        keys=("f7", "ctrl+d"),
        title="Who is here: arrivals and departures (the door)",
        short="People",
    ),
    Command(
        id="review",
        where="live",
        keys=("f8", "ctrl+r"),
        title="Chair's review: settle the actions one after another",
        short="Review",
    ),
    Command(
        id="preview",
        where="live",
        keys=("f9", "ctrl+o"),
        title="Preview the notes, in any style and format",
        short="Notes",
    ),
    Command(
        id="check",
        where="live",
        keys=("ctrl+right_square_bracket", "f10"),
        title="Check what is still open before the notes go out",
    ),
    Command(
        id="to_agenda",
        where="live",
        keys=("shift+tab", "ctrl+backslash", "f12"),
        title="Work on the agenda: add, move, defer",
    ),
    Command(
        id="search",
        where="live",
        keys=("ctrl+f",),
        title="Search in this meeting; ?? lists gaps, ? and ! what is open",
        short="Find",
    ),
    Command(
        id="mark_last",
        where="live",
        keys=("ctrl+k",),
        title="Mark the last entry without leaving the line: then a mark, s, o, u or x",
        short="Mark",
    ),
    Command(
        id="convert_last('question')",
        where="live",
        keys=("shift+f2", "f14"),
        title="Make the last entry a question",
    ),
    Command(
        id="convert_last('response')",
        where="live",
        keys=("shift+f3", "f15"),
        title="Make the last entry a response",
    ),
    Command(
        id="convert_last('action')",
        where="live",
        keys=("shift+f4", "f16"),
        title="Make the last entry an action",
    ),
    Command(
        id="convert_last('note')",
        where="live",
        keys=("shift+f5", "f17"),
        title="Make the last entry a note",
    ),
    Command(
        id="convert_last('decision')",
        where="live",
        keys=("shift+f6", "f18"),
        title="Make the last entry a decision",
    ),
    Command(id="undo", where="live", keys=("ctrl+z",), title="Undo typing, then the last change", short="Undo"),
    Command(id="redo", where="live", keys=("ctrl+y",), title="Redo what was undone"),
    Command(id="complete", where="live", keys=("tab",), title="Accept the completion shown"),
    Command(id="to_log", where="live", keys=("ctrl+t", "escape"), title="Go up to what was captured", short="Log"),
    Command(
        id="save_elsewhere", where="live", keys=("ctrl+s",), title="Write the meeting to another folder from now on"
    ),
    Command(id="edit", where="log", keys=("e", "enter"), title="Edit the entry in the capture line", short="Edit"),
    Command(id="back", where="log", keys=("escape", "ctrl+t"), title="Go back to the capture line", short="Back"),
    Command(
        id="mark", where="log", keys=("space",), title="Mark it, so that several are changed together", short="Mark"
    ),
    Command(id="delete", where="log", keys=("d", "delete"), title="Delete it; undo brings it back", short="Delete"),
    Command(id="ask('speakers')", where="log", keys=("s",), title="Say who spoke", short="Speakers"),
    Command(id="ask('owners')", where="log", keys=("o",), title="Say whose action it is", short="Owners"),
    Command(id="ask('due')", where="log", keys=("u",), title="Say when it is due", short="Due"),
    Command(id="restrict", where="log", keys=("x",), title="Restrict it, or lift that", short="Restrict"),
    Command(id="move_elsewhere", where="log", keys=("m",), title="Move it to another section", short="Move"),
    Command(id="move_entries(1)", where="log", keys=("J",), title="Move it down"),
    Command(id="move_entries(-1)", where="log", keys=("K",), title="Move it up"),
    Command(id="convert('question')", where="log", keys=("question_mark",), title="Make it a question, the words kept"),
    Command(
        id="convert('response')", where="log", keys=("greater_than_sign",), title="Make it a response, the words kept"
    ),
    Command(id="convert('point')", where="log", keys=("minus",), title="Make it a point, the words kept"),
    Command(id="convert('note')", where="log", keys=("plus",), title="Make it a note, the words kept"),
    Command(id="convert('action')", where="log", keys=("exclamation_mark",), title="Make it an action, the words kept"),
    Command(id="convert('decision')", where="log", keys=("equals_sign",), title="Make it a decision, the words kept"),
    Command(id="convert('update')", where="log", keys=("tilde",), title="Make it an update, the words kept"),
    Command(id="convert('event')", where="log", keys=("ampersand",), title="Make it an event, the words kept"),
    Command(
        id="convert('subheading')", where="log", keys=("number_sign",), title="Make it a subheading, the words kept"
    ),
    Command(id="select(-1)", where="log", keys=("up", "k"), title="Select the entry above"),
    Command(id="select(1)", where="log", keys=("down", "j"), title="Select the entry below; past the end, go back"),
    Command(id="select_page(-1)", where="log", keys=("pageup",), title="Select an entry a screenful above"),
    Command(id="select_page(1)", where="log", keys=("pagedown",), title="Select an entry a screenful below"),
    Command(id="select_edge(-1)", where="log", keys=("home",), title="Select the first entry"),
    Command(id="select_edge(1)", where="log", keys=("end",), title="Select the last entry"),
    Command(id="convert_last('question')", where="last", keys=("question_mark",), title="Make it a question"),
    Command(id="convert_last('response')", where="last", keys=("greater_than_sign",), title="Make it a response"),
    Command(id="convert_last('point')", where="last", keys=("minus",), title="Make it a point"),
    Command(id="convert_last('note')", where="last", keys=("plus",), title="Make it a note"),
    Command(id="convert_last('action')", where="last", keys=("exclamation_mark",), title="Make it an action"),
    Command(id="convert_last('decision')", where="last", keys=("equals_sign",), title="Make it a decision"),
    Command(id="convert_last('update')", where="last", keys=("tilde",), title="Make it an update"),
    Command(id="convert_last('event')", where="last", keys=("ampersand",), title="Make it an event"),
    Command(id="convert_last('subheading')", where="last", keys=("number_sign",), title="Make it a subheading"),
    Command(id="ask_last('speakers')", where="last", keys=("s",), title="Say who spoke", short="speakers"),
    Command(id="ask_last('owners')", where="last", keys=("o",), title="Say whose action it is", short="owners"),
    Command(id="ask_last('due')", where="last", keys=("u",), title="Say when it is due", short="due"),
    Command(id="restrict_last", where="last", keys=("x",), title="Restrict it, or lift that", short="restricted"),
    Command(id="leave_last", where="last", keys=("ctrl+k", "escape"), title="Leave it as it is"),
    Command(
        id="submit", where="prompt", keys=("enter",), title="Take what is shown; nothing typed clears it", short="Take"
    ),
    Command(
        id="go_on", where="prompt", keys=("tab",), title="Fill in what is shown; from owners, on to the due", short="On"
    ),
    Command(id="turn(1)", where="prompt", keys=("down",), title="Show another that may be meant", short="Another"),
    Command(id="turn(-1)", where="prompt", keys=("up",), title="Show the one before"),
    Command(id="leave", where="prompt", keys=("escape", "ctrl+z"), title="Leave it as it was", short="Back"),
    Command(id="choose_section(-1)", where="agenda", keys=("up", "k"), title="Choose the section above"),
    Command(id="choose_section(1)", where="agenda", keys=("down", "j"), title="Choose the section below"),
    Command(id="choose_section(-10)", where="agenda", keys=("pageup",), title="Choose ten sections further up"),
    Command(id="choose_section(10)", where="agenda", keys=("pagedown",), title="Choose ten sections further down"),
    Command(id="choose_first_section", where="agenda", keys=("home",), title="Choose the first section"),
    Command(id="choose_last_section", where="agenda", keys=("end",), title="Choose the last section"),
    Command(id="go_there", where="agenda", keys=("enter",), title="Go to the section and on typing", short="Go there"),
    Command(
        id="leave_agenda",
        where="agenda",
        keys=("escape", "tab", "shift+tab", "ctrl+backslash", "f12"),
        title="Go back to the capture line",
        short="Back",
    ),
    Command(id="add_section", where="agenda", keys=("a",), title="Add a section after it", short="Add"),
    Command(
        id="add_section(True)",
        where="agenda",
        keys=("A",),
        title="Add a section below it, one level down",
        called="agenda-add-subsection",
    ),
    Command(
        id="rename_section", where="agenda", keys=("r",), title="Give it another heading or number", short="Rename"
    ),
    Command(
        id="move_section('down')", where="agenda", keys=("J",), title="Move it down, with those below it", short="Move"
    ),
    Command(id="move_section('up')", where="agenda", keys=("K",), title="Move it up, with those below it"),
    Command(
        id="move_section('in')", where="agenda", keys=("greater_than_sign",), title="Move it in, under the one above"
    ),
    Command(id="move_section('out')", where="agenda", keys=("less_than_sign",), title="Move it out, a level up"),
    Command(id="defer_section", where="agenda", keys=("d",), title="Defer it, or take that back", short="Defer"),
    Command(id="skip_section", where="agenda", keys=("s",), title="Skip it, or take that back", short="Skip"),
    Command(
        id="restrict_section",
        where="agenda",
        keys=("x", "percent_sign"),
        title="Restrict it, or lift that",
        short="Restrict",
    ),
    Command(id="undo_change", where="agenda", keys=("u", "ctrl+z"), title="Undo the last change", short="Undo"),
    Command(id="redo_change", where="agenda", keys=("ctrl+y",), title="Redo what was undone"),
    Command(id="likeliest", where="people", keys=("enter",), title="Make the likeliest change, which is shown"),
    Command(id="mark('arrived')", where="people", keys=("ctrl+r", "f5"), title="Arrived now", short="arrived"),
    Command(id="mark('left')", where="people", keys=("ctrl+l", "f6"), title="Left now", short="left"),
    Command(id="mark('present')", where="people", keys=("ctrl+t", "f2"), title="Here from the start", short="present"),
    Command(id="mark('apologies')", where="people", keys=("ctrl+s", "f3"), title="Sent apologies", short="apologies"),
    Command(id="mark('absent')", where="people", keys=("ctrl+n", "f4"), title="Absent", short="absent"),
    Command(
        id="mark('section')",
        where="people",
        keys=("ctrl+g", "f8"),
        title="Here for this section only",
        short="this item",
    ),
    Command(id="regroup", where="people", keys=("ctrl+o",), title="Of the next group: member, in attendance, …"),
    Command(id="move(-1)", where="people", keys=("up",), title="Choose the person above"),
    Command(id="move(1)", where="people", keys=("down",), title="Choose the person below"),
    Command(id="move(-10)", where="people", keys=("pageup",), title="Choose ten people further up"),
    Command(id="move(10)", where="people", keys=("pagedown",), title="Choose ten people further down"),
    Command(id="undo", where="people", keys=("ctrl+z",), title="Undo what was changed here", short="undo"),
    Command(id="redo", where="people", keys=("ctrl+y",), title="Redo what was undone here"),
    Command(id="help", where="people", keys=("f1",), title="Show these keys"),
    Command(id="back", where="people", keys=("escape", "f7", "ctrl+d"), title="Go back to the meeting", short="back"),
    Command(id="look(-1)", where="follow", keys=("up",), title="Look at the section above", short="Above"),
    Command(id="look(1)", where="follow", keys=("down",), title="Look at the section below", short="Below"),
    Command(id="page(-1)", where="follow", keys=("pageup",), title="Look a page up, then at the section above"),
    Command(id="page(1)", where="follow", keys=("pagedown",), title="Look a page down, then at the section below"),
    Command(id="rejoin", where="follow", keys=("escape", "end"), title="Go back to where the meeting is"),
    Command(
        id="projector",
        where="follow",
        keys=("ctrl+t", "f5"),
        title="Large, for a projector, and back",
        short="Projector",
    ),
    Command(
        id="write",
        where="follow",
        keys=("ctrl+o",),
        title="Open it for writing, once nobody has it open",
        short="Write",
    ),
)
