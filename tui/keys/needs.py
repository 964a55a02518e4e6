"""What commands need before they can do anything, each with the words that say why not without it."""

from __future__ import annotations

from tui.keys.command import Need

SECTIONS = Need("the agenda has no sections")
SECTION_AFTER = Need("this is the last section")
SECTION_BEFORE = Need("this is the first section")
ENTRIES = Need("nothing is captured yet")
LAST_ENTRY = Need("nothing is captured yet")
ENTRIES_HERE = Need("nothing is captured in this section yet")
ACTIONS = Need("there is no action yet")
UNDO = Need("nothing to undo")
REDO = Need("nothing to redo")
CHANGE_TO_UNDO = Need("nothing to undo")
CHANGE_TO_REDO = Need("nothing to redo")
SUGGESTION = Need("nothing is offered to complete")
IN_LOG = Need("choose one first: {to-log}")
IN_AGENDA = Need("choose one first: {to-agenda}")
ASKED = Need("nothing is asked")
NO_WRITER = Need("somebody is writing it")
FILE = Need("the file is gone")
SMALL_VIEW = Need("the large view is for a room; leave it first")

UNDO_IN_REVIEW = Need("nothing to undo in this review")
REDO_IN_REVIEW = Need("nothing to redo in this review")
IN_LIST = Need("stop first: {review-stop}")
IN_WALK = Need("choose an action first: {review-list-start}")
IN_WORDS = Need("edit an action's words first: {review-reword}")
ENTRY = Need("no entry is printed here")
RESTRICTED = Need("nothing is restricted")
NOTES = Need("there are no notes to write yet")
FINDING = Need("nothing is open")
SUGGESTED = Need("nothing is suggested for this")
AT_ACTION = Need("this is for an action")
WAIVED = Need("nothing was waived")
CHANGED = Need("nothing was changed here yet")
UNDONE = Need("nothing was undone here")

MEETINGS = Need("there is no meeting in the book yet")
READABLE = Need("this file cannot be read")
ACTION = Need("there is no action here")
OPEN_MEETING = Need("no meeting is open")
