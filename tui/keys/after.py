"""The commands of what comes after the words: the chair's review, the check, the preview of the notes."""

from __future__ import annotations

from tui.keys import needs
from tui.keys.command import Command, choosing

_IN_LIST, _IN_WALK, _IN_WORDS = (needs.IN_LIST,), (needs.IN_WALK,), (needs.IN_WORDS,)

AFTER_COMMANDS: tuple[Command, ...] = (
    Command("details", "details-change", ("enter", "e"), "Change it", "Change"),
    Command("details", "details-add-line", ("a",), "Add a line of the head: Quorum: 3", "Add a line"),
    Command("details", "details-add-person", ("P",), "Add a person: Name, capacity (ABBR)", "Add a person"),
    Command("details", "details-members", ("M",), "Add the standing members not named", "Members", (needs.MEMBERS,)),
    Command("details", "details-group", ("g",), "Put the person into the next group", "Group", (needs.PERSON,)),
    Command("details", "details-take-out", ("delete", "x"), "Take it out; undo brings it back", "Take out"),
    *choosing("details", "the line", "ten lines", "the first", "the last"),
    Command("details", "details-undo", ("ctrl+z",), "Undo what was changed here", "Undo", (needs.CHANGED,)),
    Command("details", "details-redo", ("ctrl+y",), "Redo what was undone here", needs=(needs.UNDONE,)),
    Command(
        "details", "details-close", ("escape", "q", "ctrl+circumflex_accent", "shift+f7"), "Back to the meeting", "Back"
    ),
    Command("review-list", "review-list-start", ("enter",), "Go through them from this one on", "Start", _IN_LIST),
    Command("review-list", "review-list-regroup", ("g",), "Group them by section, owner or due", "Group", _IN_LIST),
    Command("review-list", "review-list-add", ("a",), "Add an action after it", "Add", _IN_LIST),
    *choosing("review-list", "the action", "ten actions", "the first", "the last", _IN_LIST),
    Command(
        "review-list",
        "review-list-undo",
        ("ctrl+z",),
        "Undo what was changed in the review",
        needs=(needs.UNDO_IN_REVIEW, *_IN_LIST),
    ),
    Command(
        "review-list",
        "review-list-redo",
        ("ctrl+y",),
        "Redo what was undone there",
        needs=(needs.REDO_IN_REVIEW, *_IN_LIST),
    ),
    Command("review-list", "review-list-close", ("escape", "q", "f8", "ctrl+r"), "Leave the review", "Back", _IN_LIST),
    Command(
        "review", "review-agree", ("enter", "y"), "Agreed: on to the next one that is not settled", "Agreed", _IN_WALK
    ),
    Command("review", "review-reword", ("e",), "Edit its words", "Edit", _IN_WALK),
    Command("review", "review-ask-owners", ("o",), "Say whose it is", "Owner", _IN_WALK),
    Command("review", "review-ask-due", ("u",), "Say when it is due", "Due", _IN_WALK),
    Command("review", "review-strike", ("x",), "Strike it out, or take that back", "Strike", _IN_WALK),
    Command("review", "review-finish", ("d",), "It is done, or take that back", "Done", _IN_WALK),
    Command("review", "review-go-back", ("b",), "Go back to the one before", "Back", _IN_WALK),
    Command("review", "review-pass-over", ("n",), "Leave it for later: on to the next one", "Later", _IN_WALK),
    Command(
        "review",
        "review-undo",
        ("ctrl+z",),
        "Undo what was changed in the review",
        "Undo",
        (needs.UNDO_IN_REVIEW, *_IN_WALK),
    ),
    Command(
        "review", "review-redo", ("ctrl+y",), "Redo what was undone there", needs=(needs.REDO_IN_REVIEW, *_IN_WALK)
    ),
    Command("review", "review-stop", ("escape", "q"), "Stop, and see them all", "Stop", _IN_WALK),
    Command("review", "review-add", ("a",), "Add an action after it", "Add", _IN_WALK),
    Command("review", "review-split", ("S",), "Split it in two, where the cursor is put", "Split", _IN_WALK),
    Command("review", "review-close", ("f8", "ctrl+r"), "Leave the review", needs=_IN_WALK),
    Command(
        "review-words",
        "review-words-keep-words",
        ("enter",),
        "The words are as they should be; split or add it",
        "Done",
        _IN_WORDS,
    ),
    Command("review-words", "review-words-leave-words", ("escape",), "Leave them as they were", "Leave", _IN_WORDS),
    Command("review-words", "review-words-undo-words", ("ctrl+z",), "Undo typing", needs=_IN_WORDS),
    Command("review-words", "review-words-redo-words", ("ctrl+y",), "Redo typing", needs=_IN_WORDS),
    Command(
        "preview", "preview-go-there", ("enter", "e"), "Go to the entry printed here", "To the entry", (needs.ENTRY,)
    ),
    Command("preview", "preview-turn-style-down", ("right",), "The next style", "Style", looks=True),
    Command("preview", "preview-turn-style-up", ("left",), "The style before", looks=True),
    Command("preview", "preview-turn-fmt-down", ("tab",), "The next format", "Format", looks=True),
    Command("preview", "preview-turn-fmt-up", ("shift+tab",), "The format before", looks=True),
    Command(
        "preview",
        "preview-turn-version-down",
        ("v",),
        "The public or the internal version",
        "Version",
        (needs.RESTRICTED,),
        looks=True,
    ),
    Command("preview", "preview-seek", ("slash", "ctrl+f"), "Search in the notes", "Find", looks=True),
    Command("preview", "preview-seek-on-down", ("n",), "Go to the next place with the words", looks=True),
    Command("preview", "preview-seek-on-up", ("N",), "Go to the place before with the words", looks=True),
    Command("preview", "preview-write", ("w",), "Write the notes to a file", "Write", (needs.NOTES,)),
    Command("preview", "preview-house", ("h",), "The house's choice of style, formats, folder and more", "House"),
    Command("preview", "preview-choose-up", ("up", "k"), "Choose the line above", looks=True),
    Command("preview", "preview-choose-down", ("down", "j"), "Choose the line below", looks=True),
    Command("preview", "preview-page-up", ("pageup",), "Go a page up", looks=True),
    Command("preview", "preview-page-down", ("pagedown", "space"), "Go a page down", looks=True),
    Command("preview", "preview-top", ("home",), "Go to the top", looks=True),
    Command("preview", "preview-end", ("end",), "Go to the end", looks=True),
    Command("preview", "preview-close", ("escape", "q", "f9", "ctrl+o"), "Go back to the meeting", "Back"),
    Command("check", "check-go-there", ("enter", "e"), "Go to it in the log, to edit it", "Go", (needs.FINDING,)),
    Command("check", "check-fix", ("f",), "Write what is suggested", "Fix", (needs.SUGGESTED,)),
    Command(
        "check",
        "check-fix-alike",
        ("F",),
        "Write it in every place where the words are the same",
        needs=(needs.SUGGESTED,),
    ),
    Command(
        "check", "check-ask-there-owners", ("o",), "Go to the action and say whose it is", needs=(needs.AT_ACTION,)
    ),
    Command(
        "check", "check-ask-there-due", ("u",), "Go to the action and say when it is due", needs=(needs.AT_ACTION,)
    ),
    Command("check", "check-learn", ("a",), "Add the word to those of the book", "Add word", (needs.WORD,)),
    Command("check", "check-waive", ("w",), "Leave it, with a reason, or take that back", "Waive", (needs.FINDING,)),
    Command("check", "check-show-waived", ("v",), "Show what was waived, or hide it", "Waived", (needs.WAIVED,)),
    *choosing("check", "the finding", "ten findings", "the first", "the last"),
    Command("check", "check-undo", ("ctrl+z",), "Undo what was changed here", "Undo", (needs.CHANGED,)),
    Command("check", "check-redo", ("ctrl+y",), "Redo what was undone here", needs=(needs.UNDONE,)),
    Command(
        "check", "check-close", ("escape", "q", "ctrl+right_square_bracket", "f10"), "Go back to the meeting", "Back"
    ),
)
