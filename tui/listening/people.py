"""The people, listened to: who is here, and who has come or gone since."""

from __future__ import annotations

from collections.abc import Iterator

from tui.listening.choices import Choices
from tui.listening.talk import Talk
from tui.meeting.model import Meeting, Person
from tui.meeting.people.quorum import count_people, describe_count
from tui.meeting.people.roll import (
    Mark,
    describe_mark,
    described,
    find_people,
    groups_of,
    likeliest,
    newcomer,
    noted,
    standing_of,
)

CHOICES = Choices(
    letters={
        "a": "arrived",
        "l": "left",
        "p": "present",
        "g": "apologies",
        "b": "absent",
        "s": "section",
        "i": "interest",
        "q": "nothing",
        "?": "help",
    },
    alike={"here": "present", "stop": "nothing"},
)
"""Each word but the last two is that of a mark."""


def listed(meeting: Meeting) -> Iterator[str]:
    """Say who is on the list of people and how each stands, group by group."""
    yield describe_count(count_people(meeting))[0].replace(" · ", ", ")
    for group, people in groups_of(meeting.people):
        yield f"{group.value}:"
        for person in people:
            yield f"{described(person)}: {standing_of(meeting, person)}"


def people(talk: Talk, wanted: str = "") -> None:
    """List the people and ask who has come or gone; with a few letters of somebody, ask about them alone."""
    if wanted:
        _about(talk, wanted)
        return
    for line in listed(talk.meeting):
        talk.say(line)
    while answer := talk.ask("who has come or gone? A few letters; Enter goes on:"):
        _about(talk, answer)


def _about(talk: Talk, wanted: str) -> None:
    """Ask what is to be noted of somebody, and note it."""
    name, word = _parted(talk.meeting, wanted)
    person = next(iter(find_people(talk.meeting, name)), None) or newcomer(talk.meeting, name)
    if person is None:
        talk.refuse(f"“{name}” is nobody's name")
        return
    while not word:
        known = any(one.id == person.id for one in talk.meeting.people)
        stands = standing_of(talk.meeting, person) if known else "new here"
        answer = talk.ask(f"{person.name}, {stands}; {likeliest(talk.meeting, person).value}?")
        word = CHOICES.meant(answer)[0] if answer else likeliest(talk.meeting, person).value
        if word in ("", "help"):
            talk.say(
                f"{'' if word else 'That is no answer. '}Enter {likeliest(talk.meeting, person)}, {CHOICES.offer}."
            )
            word = ""
    if word != "nothing":
        _note(talk, person, Mark(word))


def _parted(meeting: Meeting, wanted: str) -> tuple[str, str]:
    """Part `Rob left` into a name and what is to be noted; the last word may belong to the name."""
    name, _, last = wanted.rpartition(" ")
    word = CHOICES.meant(last)[0] if name and len(last) > 2 and not find_people(meeting, wanted) else ""
    return (name, word) if word and word in set(Mark) else (wanted, "")


def _note(talk: Talk, person: Person, mark: Mark) -> None:
    if talk.change_meeting(mark.value, lambda meeting: noted(meeting, person, mark, talk.now())):
        talk.say(describe_mark(person, mark))
