"""What a clerk asks in the middle of a meeting, and what answers it: the beginning of the help."""

from __future__ import annotations

from typing import NamedTuple


class ClerkAsks(NamedTuple):
    """A question, and its answer."""

    question: str
    answer: str
    """What to type or press; `{to-log}` stands for that command's key."""
    command: str
    """What carries it out, or begins to: a command's name in the settings, or as it is typed."""


ASKED: tuple[ClerkAsks, ...] = (
    ClerkAsks("Somebody comes in late", "/arrive and the name, or {people} for the list of people", "/arrive"),
    ClerkAsks("Somebody goes", "/leave and the name; /out for this item alone", "/leave"),
    ClerkAsks("Somebody sent apologies", "/apologies and the name", "/apologies"),
    ClerkAsks("An interest is declared", "/interest, the name and the kind", "/interest"),
    ClerkAsks("A vote", "=Agreed; 7 for, 2 against. By name: {mark-last}, then v", "last-ask-last-votes"),
    ClerkAsks("A table", "| begins a row: |Payee | For | £; or paste it", ""),
    ClerkAsks("A mistake in the last words", "s/old/new/ on a line of its own changes it", ""),
    ClerkAsks("A mistake further up", "{to-log}, choose it, then e edits it in the line", "to-log"),
    ClerkAsks("A name spelt wrong everywhere", "s/old/new/g changes it in the whole meeting", ""),
    ClerkAsks("Two things in one line", "{mark-last}, then S; Enter where it is to be split", "last-split-last"),
    ClerkAsks("Something between two lines", "{to-log}, choose the first, then a", "log-add"),
    ClerkAsks("The last line is of another kind", "{mark-last}, then its mark", "mark-last"),
    ClerkAsks("Something done by mistake", "{undo} undoes it, {redo} brings it back", "undo"),
    ClerkAsks("Something was missed", "?? where it belongs; the check lists them", "check"),
    ClerkAsks("An item is taken out of order", "{go-to} and its number", "go-to"),
    ClerkAsks("An item is put off", "/defer, or /skip where it is not taken at all", "/defer"),
    ClerkAsks("Something confidential", "% before the mark, or [[words]] within the line", "last-restrict-last"),
    ClerkAsks("A break", "/adjourn, then /resume", "/adjourn"),
    ClerkAsks("Reading the actions to the chair", "{review}", "review"),
    ClerkAsks("The end of the meeting", "/close", "/close"),
    ClerkAsks("How the minutes look", "{preview}, in any style; w writes the file", "preview"),
)
"""In the order in which a meeting asks them."""
