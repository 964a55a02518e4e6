"""The commands of a meeting while it goes on, and of those who follow it."""

from __future__ import annotations

from tui.keys import needs
from tui.keys.command import Command
from tui.keys.kinds import CONVERT, CONVERT_THE_LAST, MAKE_THE_LINE

_LAST, _ASKED, _IN_AGENDA = (needs.LAST_ENTRY,), (needs.ASKED,), (needs.IN_AGENDA,)
_IN_LOG = (needs.SECTIONS, needs.ENTRIES_HERE, needs.IN_LOG)

LIVE_COMMANDS: tuple[Command, ...] = (
    Command("anywhere", "help", ("f1",), "Show this screen's keys", "Help"),
    Command("anywhere", "command-palette", ("ctrl+p",), "Find a command by its name"),
    Command(
        "anywhere", "say-saved", ("ctrl+s",), "Say that all is saved (while the disk refuses: choose another folder)"
    ),
    Command("anywhere", "leave", ("ctrl+q",), "Quit; everything is saved already", "Quit"),
    *MAKE_THE_LINE,
    Command(
        "live",
        "next-section",
        ("ctrl+n", "pagedown"),
        "Go to the next section",
        "Next",
        (needs.SECTIONS, needs.SECTION_AFTER),
    ),
    Command(
        "live",
        "previous-section",
        ("ctrl+l", "pageup"),
        "Go to the last (previous) section",
        "Last",
        (needs.SECTIONS, needs.SECTION_BEFORE),
    ),
    Command("live", "go-to", ("ctrl+g",), "Go to a section by number or words", "Go to", (needs.SECTIONS,)),
    Command("live", "people", ("f7", "ctrl+d"), "Who is here: arrivals and departures (the door)", "People"),
    Command(
        "live",
        "review",
        ("f8", "ctrl+r"),
        "Chair's review: settle the actions one after another",
        "Review",
        (needs.ACTIONS,),
    ),
    Command("live", "preview", ("f9", "ctrl+o"), "Preview the notes, in any style and format", "Notes"),
    Command("live", "details", ("ctrl+circumflex_accent", "shift+f7"), "Put title, day, place or people right"),
    Command("live", "check", ("ctrl+right_square_bracket", "f10"), "Check what is still open before the notes go out"),
    Command(
        "live",
        "to-agenda",
        ("shift+tab", "ctrl+backslash", "f12"),
        "Work on the agenda: add, move, defer",
        needs=(needs.SECTIONS,),
    ),
    Command(
        "live",
        "search",
        ("ctrl+f",),
        "Search in this meeting; ?? lists gaps, ? and ! what is open",
        "Find",
        (needs.ENTRIES,),
    ),
    Command(
        "live",
        "mark-last",
        ("ctrl+k",),
        "Mark the last entry without leaving the line: then a mark, s, o, u or x",
        "Mark",
        _LAST,
    ),
    Command("live", "undo", ("ctrl+z",), "Undo typing, then the last change", "Undo", (needs.UNDO,)),
    Command("live", "redo", ("ctrl+y",), "Redo what was undone", needs=(needs.REDO,)),
    Command("live", "complete", ("tab",), "Accept the completion shown", needs=(needs.SUGGESTION,)),
    Command(
        "live",
        "to-log",
        ("ctrl+t",),
        "Go up to what was captured",
        "Log",
        (needs.SECTIONS, needs.ENTRIES_HERE),
    ),
    Command(
        "live", "leave-edit", ("escape",), "Leave an entry being edited as it was; else nothing", needs=(needs.EDITED,)
    ),
    Command("log", "log-edit", ("e", "enter"), "Edit the entry in the capture line", "Edit", _IN_LOG),
    Command("log", "log-back", ("escape", "ctrl+t"), "Go back to the capture line", "Back", _IN_LOG),
    Command(
        "log", "log-mark", ("space",), "Mark it, so that several are changed together", "Mark", _IN_LOG, looks=True
    ),
    Command("log", "log-delete", ("delete",), "Delete it; undo brings it back", "Delete", _IN_LOG),
    Command("log", "log-ask-speakers", ("s",), "Say who spoke", "Speakers", _IN_LOG),
    Command("log", "log-ask-owners", ("o",), "Say whose action it is", "Owners", _IN_LOG),
    Command("log", "log-ask-due", ("u",), "Say when it is due", "Due", _IN_LOG),
    Command("log", "log-ask-votes", ("v",), "Say who voted how on a decision", needs=_IN_LOG),
    Command("log", "log-restrict", ("x",), "Restrict it, or lift that", "Restrict", _IN_LOG),
    Command("log", "log-move-elsewhere", ("m",), "Move it to another section", "Move", _IN_LOG),
    Command("log", "log-move-entries-down", ("J",), "Move it down", needs=_IN_LOG),
    Command("log", "log-move-entries-up", ("K",), "Move it up", needs=_IN_LOG),
    *CONVERT,
    Command("log", "log-select-up", ("up", "k"), "Select the entry above", needs=_IN_LOG, looks=True),
    Command(
        "log",
        "log-select-down",
        ("down", "j"),
        "Select the entry below; past the end, go back",
        needs=_IN_LOG,
        looks=True,
    ),
    Command("log", "log-select-page-up", ("pageup",), "Select an entry a screenful above", needs=_IN_LOG),
    Command("log", "log-select-page-down", ("pagedown",), "Select an entry a screenful below", needs=_IN_LOG),
    Command("log", "log-select-edge-up", ("home",), "Select the first entry", needs=_IN_LOG),
    Command("log", "log-select-edge-down", ("end",), "Select the last entry", needs=_IN_LOG),
    *CONVERT_THE_LAST,
    Command("last", "last-ask-last-speakers", ("s",), "Say who spoke", "speakers", _LAST),
    Command("last", "last-ask-last-owners", ("o",), "Say whose action it is", "owners", _LAST),
    Command("last", "last-ask-last-due", ("u",), "Say when it is due", "due", _LAST),
    Command("last", "last-ask-last-votes", ("v",), "Say who voted how on a decision", needs=_LAST),
    Command("last", "last-restrict-last", ("x",), "Restrict it, or lift that", "restricted", _LAST),
    Command("last", "last-leave-last", ("ctrl+k", "escape"), "Leave it as it is", needs=_LAST),
    Command(
        "prompt",
        "prompt-submit",
        ("enter",),
        "Take what is shown; what was emptied is cleared",
        "OK",
        _ASKED,
    ),
    Command("prompt", "prompt-go-on", ("tab",), "Fill in what is shown; from owners, on to the due", "Fill in", _ASKED),
    Command("prompt", "prompt-turn-down", ("down",), "Show another that may be meant", "Next match", _ASKED),
    Command("prompt", "prompt-turn-up", ("up",), "Show the one before", needs=_ASKED),
    Command("prompt", "prompt-leave", ("escape", "ctrl+z"), "Leave it as it was", "Back", _ASKED),
    Command(
        "agenda", "agenda-choose-section-up", ("up", "k"), "Choose the section above", needs=_IN_AGENDA, looks=True
    ),
    Command(
        "agenda", "agenda-choose-section-down", ("down", "j"), "Choose the section below", needs=_IN_AGENDA, looks=True
    ),
    Command("agenda", "agenda-choose-section-up-10", ("pageup",), "Choose ten sections further up", needs=_IN_AGENDA),
    Command(
        "agenda", "agenda-choose-section-down-10", ("pagedown",), "Choose ten sections further down", needs=_IN_AGENDA
    ),
    Command("agenda", "agenda-choose-first-section", ("home",), "Choose the first section", needs=_IN_AGENDA),
    Command("agenda", "agenda-choose-last-section", ("end",), "Choose the last section", needs=_IN_AGENDA),
    Command("agenda", "agenda-go-there", ("enter",), "Go there and keep typing", "Go there", _IN_AGENDA),
    Command(
        "agenda",
        "agenda-leave-agenda",
        ("escape", "tab", "shift+tab", "ctrl+backslash", "f12"),
        "Go back to the capture line",
        "Back",
        _IN_AGENDA,
    ),
    Command("agenda", "agenda-add-section", ("a",), "Add a section after it", "Add", _IN_AGENDA),
    Command("agenda", "agenda-add-subsection", ("A",), "Add a section below it, one level down", needs=_IN_AGENDA),
    Command("agenda", "agenda-rename-section", ("r",), "Give it another heading or number", "Rename", _IN_AGENDA),
    Command("agenda", "agenda-move-section-down", ("J",), "Move it down, with those below it", "Move", _IN_AGENDA),
    Command("agenda", "agenda-move-section-up", ("K",), "Move it up, with those below it", needs=_IN_AGENDA),
    Command(
        "agenda", "agenda-move-section-in", ("greater_than_sign",), "Move it in, under the one above", needs=_IN_AGENDA
    ),
    Command("agenda", "agenda-move-section-out", ("less_than_sign",), "Move it out, a level up", needs=_IN_AGENDA),
    Command("agenda", "agenda-defer-section", ("d",), "Defer it, or take that back", "Defer", _IN_AGENDA),
    Command("agenda", "agenda-skip-section", ("s",), "Skip it, or take that back", "Skip", _IN_AGENDA),
    Command(
        "agenda", "agenda-restrict-section", ("x", "percent_sign"), "Restrict it, or lift that", "Restrict", _IN_AGENDA
    ),
    Command(
        "agenda",
        "agenda-undo-change",
        ("u", "ctrl+z"),
        "Undo the last change",
        "Undo",
        (needs.CHANGE_TO_UNDO, *_IN_AGENDA),
    ),
    Command(
        "agenda", "agenda-redo-change", ("ctrl+y",), "Redo what was undone", needs=(needs.CHANGE_TO_REDO, *_IN_AGENDA)
    ),
    Command("people", "people-likeliest", ("enter",), "Make the likeliest change, which is shown"),
    Command("people", "people-mark-arrived", ("ctrl+r", "f5"), "Arrived now", "arrived"),
    Command("people", "people-mark-left", ("ctrl+l", "f6"), "Left now", "left"),
    Command("people", "people-mark-present", ("ctrl+t", "f2"), "Here from the start", "present"),
    Command("people", "people-mark-apologies", ("ctrl+s", "f3"), "Sent apologies", "apologies"),
    Command("people", "people-mark-absent", ("ctrl+n", "f4"), "Absent", "absent"),
    Command("people", "people-mark-section", ("ctrl+g", "f8"), "Here for this section only", "this item"),
    Command(
        "people", "people-mark-interest", ("ctrl+x", "f9"), "Interest declared, and out for this section", "interest"
    ),
    Command("people", "people-regroup", ("ctrl+o",), "Of the next group: member, in attendance, …"),
    Command("people", "people-correct", ("ctrl+e", "f10"), "Put name, capacity or abbreviation right", "put right"),
    Command("people", "people-move-up", ("up",), "Choose the person above"),
    Command("people", "people-move-down", ("down",), "Choose the person below"),
    Command("people", "people-move-up-10", ("pageup",), "Choose ten people further up"),
    Command("people", "people-move-down-10", ("pagedown",), "Choose ten people further down"),
    Command("people", "people-undo", ("ctrl+z",), "Undo what was changed here", "undo"),
    Command("people", "people-redo", ("ctrl+y",), "Redo what was undone here"),
    Command("people", "people-help", ("f1",), "Show these keys"),
    Command("people", "people-back", ("escape", "f7", "ctrl+d"), "Go back to the meeting", "back"),
    Command("follow", "follow-look-up", ("up",), "Look at the section above", "Previous"),
    Command("follow", "follow-look-down", ("down",), "Look at the section below", "Next"),
    Command("follow", "follow-page-up", ("pageup",), "Look a page up, then at the section above"),
    Command("follow", "follow-page-down", ("pagedown",), "Look a page down, then at the section below"),
    Command("follow", "follow-rejoin", ("escape", "end"), "Go back to where the meeting is"),
    Command("follow", "follow-projector", ("ctrl+t", "f5"), "Large, for a projector, and back", "Projector"),
    Command(
        "follow",
        "follow-write",
        ("ctrl+o",),
        "Open it for writing, once nobody has it open",
        "Write",
        (needs.NO_WRITER, needs.FILE, needs.SMALL_VIEW),
    ),
)
