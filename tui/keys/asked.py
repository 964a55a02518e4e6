"""What a clerk asks in the middle of a meeting, and what answers it: the beginning of the help."""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """A question, and its answer."""

    question: str
    answer: str
    """What to type or press; `{to-log}` stands for that command's key."""
    command: str
    """What carries it out, or begins to: a command's name in the settings, or as it is typed."""


ASKED: tuple[Asked, ...] = (
    Asked("Somebody comes in late", "/arrive and the name, or {people} for the list of people", "/arrive"),
    Asked("Somebody goes", "/leave and the name; /out for this item alone", "/leave"),
    Asked("Somebody sent apologies", "/apologies and the name", "/apologies"),
    Asked("An interest is declared", "/interest, the name and the kind", "/interest"),
    Asked("A vote", "=Agreed; 7 for, 2 against. By name: {mark-last}, then v", "last-ask-last-votes"),
    Asked("A table", "| begins a row: |Payee | For | £; or paste it", ""),
    Asked("A mistake in the last words", "s/old/new/ on a line of its own changes it", ""),
    Asked("A mistake further up", "{to-log}, choose it, then e edits it in the line", "to-log"),
    Asked("The last line is of another kind", "{mark-last}, then its mark", "mark-last"),
    Asked("Something done by mistake", "{undo} undoes it, {redo} brings it back", "undo"),
    Asked("Something was missed", "?? where it belongs; the check lists them", "check"),
    Asked("An item is taken out of order", "{go-to} and its number", "go-to"),
    Asked("An item is put off", "/defer, or /skip where it is not taken at all", "/defer"),
    Asked("Something confidential", "% before the mark, or [[words]] within the line", "last-restrict-last"),
    Asked("A break", "/adjourn, then /resume", "/adjourn"),
    Asked("Reading the actions to the chair", "{review}", "review"),
    Asked("The end of the meeting", "/close", "/close"),
    Asked("How the minutes look", "{preview}, in any style; w writes the file", "preview"),
)
"""In the order in which a meeting asks them."""
