"""The chair's review of a meeting that another machine writes, listened to: nothing but its actions is changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from tui.errors import MinutebookError, Refused
from tui.listening.answers import answer_to
from tui.listening.review import review
from tui.listening.talk import Talk
from tui.listening.voice import Left
from tui.meeting.capture.capture import enter
from tui.meeting.marks import COMMAND

_OFFER = "/review A2 goes to an action, /undo and /redo take back and make again, /quit leaves"


def settle(talk: Talk) -> None:
    """Go through the actions; what is settled is on the disk at once, and taken in where the meeting is written."""
    talk.aside = lambda line: _take(talk, line)
    for words in (f"{talk.meeting.title}.", *talk.opened.notices):
        talk.say(words)
    with suppress(Left):
        review(talk)
    talk.saving.wait_shared(talk.opened)
    with suppress(Left):  # Nobody hears it any more.
        if words := talk.words(again=False):
            talk.say(words)
        talk.say(f"{talk.saving.standing(talk.opened)}; {talk.opened.path.name}")


def _take(talk: Talk, line: str) -> None:
    """Take a line that is no answer: a command that changes no more than the actions."""
    name, _, rest = line.strip().partition(" ")
    commands: dict[str, Callable[[], None]] = {
        "/review": lambda: review(talk, rest.strip()),
        "/undo": lambda: _enter(talk, line),
        "/redo": lambda: _enter(talk, line),
        "/where": lambda: talk.say(talk.saving.standing(talk.opened)),
        "/help": lambda: talk.say(f"{_OFFER}."),
        "/quit": _leave,
    }
    try:
        if (command := commands.get(name.casefold())) is None:
            what = "that command belongs to" if name.startswith(COMMAND) else "the notes are written by"
            raise Refused(f"{what} whoever has the pen: here actions are settled", hint=_OFFER)
        command()
    except MinutebookError as refusal:
        talk.refuse(str(refusal))


def _enter(talk: Talk, line: str) -> None:
    before, revision = talk.meeting, talk.opened.revision
    outcome = talk.change(lambda: enter(talk.journal, line, talk.now()))
    if outcome is not None:
        talk.say(answer_to(before, revision, talk.journal, outcome))


def _leave() -> None:
    raise Left
