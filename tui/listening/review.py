"""The chair's review, listened to: each action is read out, and settled with a letter or a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.listening.choices import Choices
from tui.listening.fields import ask_due, ask_owners, ask_words
from tui.listening.talk import Talk
from tui.meeting.actions.actions import find_action
from tui.meeting.actions.review import (
    Grouping,
    agree,
    first_left,
    grouped,
    is_left,
    missing,
    summary,
    toggle_done,
    toggle_struck,
    updates_on,
    verdict_of,
    walk_order,
    where_it_arose,
)
from tui.meeting.checking.places import section_words
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.model import Action, Entry, Meeting
from tui.meeting.outline.labels import name_of_kind, shortened
from tui.meeting.outline.outline import is_restricted
from tui.meeting.people.directory import directory_of
from tui.meeting.text.inline_markup import plain

CHOICES = Choices(
    letters={
        "y": "agreed",
        "a": "agreed",
        "e": "reword",
        "r": "reword",
        "o": "owner",
        "u": "due",
        "x": "strike",
        "s": "strike",
        "d": "done",
        "n": "next",
        "b": "back",
        "m": "more",
        "q": "stop",
        "?": "help",
    },
    with_words=frozenset({"owner", "due", "reword"}),
    alike={"yes": "agreed", "agree": "agreed", "edit": "reword", "struck": "strike", "later": "next", "back": "back"},
)


def review(talk: Talk, ref: str = "") -> None:
    """Go through the actions that are not settled, or from the one that is named. Raises Refused for an unknown one."""
    order = walk_order(grouped(talk.meeting, Grouping.SECTION))
    at = find_action(talk.meeting, ref).id if ref else first_left(talk.meeting, order)
    talk.say(summary(talk.meeting) or "there are no actions")
    if at is None:
        if order:
            talk.say("Every action is settled; /review and its name reads one again.")
        return
    talk.say(f"Answers: {CHOICES.offer}.")
    _Walk(talk, order, at).go()


class _Walk:
    """The walk from one action to the next."""

    def __init__(self, talk: Talk, order: tuple[int, ...], at: int) -> None:
        self._talk = talk
        self._order = order
        self._at: int | None = at
        self._unread = True
        self._stopped = False
        self._last: int | None = None
        """The action before the end, once the walk has come to it."""

    def go(self) -> None:
        """Read out and ask, until the user stops; once all are settled, a letter alone is no line of the notes yet."""
        while not self._stopped:
            if self._at is None:
                self._ask_at_the_end()
                continue
            entry = self._talk.meeting.entry(self._at)
            if self._unread:
                for line in read_out(self._talk.meeting, entry, self._order.index(self._at) + 1, len(self._order)):
                    self._talk.say(line)
            self._unread = False
            answer = self._talk.ask(f"{_action(entry).ref}, agreed?")
            if all(one.id != self._at for one in self._talk.meeting.entries):
                self._go_on()  # A line typed meanwhile took the action out.
                continue
            word, rest = CHOICES.meant(answer) if answer else ("agreed", "")
            self._carry_out(word, rest, entry.id)
        if self._last is None:
            self._talk.say(self._ended)

    @property
    def _ended(self) -> str:
        return f"End of the review: {summary(self._talk.meeting)}"

    @property
    def _leads_on(self) -> str:
        return "goes on with the notes" if self._talk.opened.writable else "leaves"

    def _ask_at_the_end(self) -> None:
        """Say how the review ended; go back to an action, or to the notes, with the line of them that was typed."""
        if self._unread:
            self._talk.say(f"{self._ended}. Enter {self._leads_on}.")
        self._unread = False
        answer = self._talk.ask("review over, Enter?")
        word, _ = CHOICES.meant(answer) if answer else ("stop", "")
        if word == "back" and self._last in self._there():
            self._at, self._unread = self._last, True
        elif word == "help":
            self._talk.say(f"b goes back to the last action, Enter {self._leads_on}.")
        elif word == "stop" or len(answer.split()) > 1:
            self._stopped = True
            if word != "stop":
                self._talk.aside(answer)
        else:
            self._talk.refuse(f"All of them were gone through: b goes back, Enter {self._leads_on}.")

    def _carry_out(self, word: str, rest: str, entry_id: int) -> None:
        fields: dict[str, Callable[[Talk, int, str], bool]] = {
            "owner": ask_owners,
            "due": ask_due,
            "reword": ask_words,
        }
        settles = {"agreed": agree, "strike": toggle_struck, "done": toggle_done}
        if word in fields:
            fields[word](self._talk, entry_id, rest)
        elif word in settles:
            self._settle(word, settles[word], entry_id)
        elif word == "next":
            self._go_on()
        elif word == "back":
            self._go_back()
        elif word == "stop":
            self._stopped = True
        elif word == "more":
            for line in told_more(self._talk.meeting, self._talk.meeting.entry(entry_id)):
                self._talk.say(line)
        elif word == "help":
            self._talk.say(f"{CHOICES.offer}.")
        else:
            self._talk.refuse(f"That is no answer. {CHOICES.offer}.")

    def _settle(self, what: str, change: Callable[[Meeting, int], Meeting], entry_id: int) -> None:
        before = self._talk.meeting.entry(entry_id)
        if what == "agreed" and not is_left(before):
            self._go_on()
            return
        if not self._talk.change_meeting(what, lambda meeting: change(meeting, entry_id)):
            return
        after = self._talk.meeting.entry(entry_id)
        name = _action(after).ref
        if is_left(after):
            self._talk.say(f"{name} is to be settled again")
        else:
            self._talk.say(f"{name} {verdict_of(after)}")
            self._go_on()

    def _there(self) -> tuple[int, ...]:
        """Return the actions in their order, but those that were taken out meanwhile, here or by another."""
        there = {entry.id for entry in self._talk.meeting.entries if entry.action}
        return tuple(one for one in self._order if one in there or one == self._at)

    def _go_on(self) -> None:
        at, self._at = self._at, first_left(self._talk.meeting, self._there(), self._at)
        self._last, self._unread = (at if self._at is None else None), True

    def _go_back(self) -> None:
        order = self._there()
        place = order.index(self._at) if self._at is not None else 0
        if place:
            self._at, self._unread = order[place - 1], True
        else:
            self._talk.say("this is the first one")


def read_out(meeting: Meeting, entry: Entry, place: int, total: int) -> Iterator[str]:
    """Read an action out: which one it is, its words, whose and when, and what it lacks."""
    action = _action(entry)
    restricted = entry.restricted or is_restricted(meeting, meeting.section(entry.section))
    verdict = "" if is_left(entry) else f", {verdict_of(entry)}"
    yield f"{action.ref}, {place} of {total}{verdict}{', restricted' if restricted else ''}."
    yield plain(entry.text)
    owners = "; ".join(_full_name(meeting, owner) for owner in action.owners) or "nobody"
    yield f"Owner: {owners}. Due: {_due(action)}."
    if lacks := missing(meeting, entry):
        yield f"Lacks: {'; '.join(lacks)}."


def told_more(meeting: Meeting, entry: Entry) -> Iterator[str]:
    """Say where an action arose, and what was heard of it."""
    action = _action(entry)
    if action.origin is None:
        yield f"Arose in {section_words(meeting, meeting.section(entry.section))}."
        for one in where_it_arose(meeting, entry):
            yield f"{name_of_kind(one)}: {shortened(plain(one.text), 2 * 80)}"
        return
    yield f"From {action.origin.meeting.title}, {said_date(action.origin.meeting.date)}."
    for update in action.earlier:
        yield f"{update.meeting.date:%B %Y}: {shortened(plain(update.text), 2 * 80)}"
    for one in updates_on(meeting, entry):
        yield f"now: {shortened(plain(one.text), 2 * 80)}"


def _action(entry: Entry) -> Action:
    assert entry.action is not None, "the review is of actions alone"
    return entry.action


def _full_name(meeting: Meeting, owner: str) -> str:
    known = directory_of(meeting).find(owner)
    return f"{owner}, {known.name}" if known is not None and known.name and known.name != owner else owner


def _due(action: Action) -> str:
    if action.due is None:
        return "no date"
    words, day = action.due.words, action.due.date
    if day is None:
        return words
    weekday = WEEKDAYS[day.weekday()]
    said = f"{weekday} {said_date(day)}"
    return said if words.casefold() in (weekday.casefold(), said_date(day).casefold()) else f"{words}, {said}"
