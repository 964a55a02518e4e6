"""The commands that begin with `/`, in words: what each does, and what may follow it in this meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.meeting.actions.actions import actions_of, is_open
from tui.meeting.marks import COMMAND
from tui.meeting.model import Meeting, Presence
from tui.meeting.outline.outline import number_within
from tui.meeting.people.attendance import is_here
from tui.meeting.people.name_forms import fold
from tui.meeting.text.matching import best_first, has_starts, rank, starts

COMMAND_WORDS = {
    "next": "Go to the next section",
    "prev": "Go to the section before",
    "go": "Go to a section: number or words",
    "section": "Add a section after this one and enter it",
    "subsection": "Add a section one level down and enter it",
    "rename": "Give this section another heading",
    "move": "Move this section and those below it: up, down, in or out",
    "defer": "Defer this section and go on",
    "skip": "Skip this section and go on",
    "arrive": "Somebody came in: NAME, capacity (ABBR) at 19:52",
    "leave": "Somebody left: NAME at 20:15",
    "out": "Somebody goes out for this item alone: NAME",
    "interest": "Somebody declares an interest in this item: NAME, kind, words",
    "apologies": "Somebody sent apologies: NAME",
    "absent": "Somebody is absent: NAME",
    "done": "Mark an action done: B1",
    "drop": "Drop an action: A2",
    "undo": "Undo the last change of the notes",
    "redo": "Redo the change undone last",
    "restrict": "Restrict this section and those below it, or lift that",
    "start": "The meeting starts now, or at 19:30; after /close, it goes on",
    "adjourn": "The meeting is adjourned, now or at 20:10: until Thursday",
    "resume": "The meeting goes on, now or at 20:25: Thursday 19:30, chair NAME",
    "close": "The meeting is closed now, or at 20:35; then review, check, approval, publishing, mail",
    "title": "Give the meeting another title",
    "date": "The meeting is on another day: Tuesday 8 December 2026",
    "time": "The meeting begins, and ends, at: 18:30–20:00",
    "venue": "Where the meeting is",
    "minutes": "Who takes the minutes",
    "chair": "Who chairs it",
    "series": "Which meetings it follows: the name they share",
    "person": "Put somebody right, also in what was captured: OLD = NEW, capacity (ABBR)",
    "details": "What a line of the head says: Quorum: 3",
}
"""What each command does."""

NEEDS_WORDS = frozenset(
    "go section subsection rename move arrive leave out interest apologies absent done drop "
    "title date time venue chair series person details".split()
)
"""The commands that do nothing without words after them."""


def said_of_command(name: str) -> str:
    """Say what a command does, whose name may be only begun; empty where there is none."""
    if name in COMMAND_WORDS:
        return f"/{name}  {COMMAND_WORDS[name]}"
    return "  ".join(f"/{known}" for known in COMMAND_WORDS if known.startswith(name))


def completions(meeting: Meeting, line: str) -> list[tuple[str, str]]:
    """Return the command lines that a begun one may become, the likeliest first, each with what it is about."""
    if not line.startswith(COMMAND):
        return []
    name, space, words = line[1:].partition(" ")
    name = name.casefold()
    if not space:
        return [(f"/{one}", does) for one, does in COMMAND_WORDS.items() if one.startswith(name)]
    if name not in COMMAND_WORDS:
        return []
    choices = list(_ARGUMENTS[name](meeting)) if name in _ARGUMENTS else []
    typed = fold(words)
    orders = [(_rank(typed, word, about),) for word, about in choices]
    return [(f"/{name} {word}", about) for word, about in best_first(choices, orders)]


def rest_of(meeting: Meeting, line: str) -> str:
    """Return what completes a command line that is being typed, where only one thing may be meant; else nothing."""
    fitting = [whole for whole, _ in completions(meeting, line) if whole.casefold().startswith(line.casefold())]
    return fitting[0][len(line) :] if len(fitting) == 1 else ""


def _rank(typed: str, word: str, about: str) -> int:
    name, all_words = (fold(word),), (fold(f"{word} {about}"),)
    return rank(typed, (starts, name), (has_starts, name), (has_starts, all_words)) if typed else 0


Choices = Iterator[tuple[str, str]]


def _sections(meeting: Meeting) -> Choices:
    for section in meeting.sections:
        number = number_within(meeting, section).strip(" .:")
        yield number or section.heading, section.heading if number else ""


def _people(*, inside: bool) -> Callable[[Meeting], Choices]:
    def choose(meeting: Meeting) -> Choices:
        people = sorted(meeting.people, key=lambda one: is_here(meeting, one) is not inside)
        return ((one.name, one.capacity) for one in people if inside or one.presence is not Presence.PRESENT)

    return choose


def _actions(meeting: Meeting) -> Choices:
    return ((one.action.ref, one.text) for one in actions_of(meeting) if one.action and is_open(one))


_ARGUMENTS: dict[str, Callable[[Meeting], Choices]] = {
    "go": _sections,
    "move": lambda _: ((way, "") for way in ("up", "down", "in", "out")),
    "arrive": _people(inside=False),
    **dict.fromkeys(("leave", "out", "interest", "apologies", "absent"), _people(inside=True)),
    **dict.fromkeys(("done", "drop"), _actions),
}
"""What may follow a command: words, and what they are about."""
