"""What one version of a meeting shows of its actions, and of what stands around them."""

from __future__ import annotations

from functools import cached_property

from tui.meeting.actions.register_row import Heard
from tui.meeting.model import EarlierUpdate, Entry, Kind, Meeting
from tui.meeting.people.directory import directory_of
from tui.meeting.redaction.public_version import holds_restricted, public
from tui.meeting.redaction.stubs import WITHHELD, shown_words


class MeetingVersion:
    """One meeting as one version shows it; what is asked of it again and again is looked up once."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @cached_property
    def public(self) -> MeetingVersion:
        """The meeting without its restricted words; itself where nothing is restricted."""
        return MeetingVersion(public(self.meeting)) if holds_restricted(self.meeting) else self

    @cached_property
    def actions(self) -> dict[int, Entry]:
        """The entries that are actions, by their ids."""
        return {entry.id: entry for entry in self.meeting.entries if entry.action}

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many updates each action has had here, by its entry's id; points under them do not count."""
        found: dict[int, int] = {}
        for entry in self.meeting.entries:
            if entry.kind is Kind.UPDATE and entry.about is not None:
                found[entry.about] = found.get(entry.about, 0) + 1
        return found

    @cached_property
    def headings(self) -> dict[int, str]:
        """The heading of each section by id; a subsection without one goes by the section above it."""
        found: dict[int, str] = {}
        above: list[tuple[int, str]] = []
        for section in self.meeting.sections:
            while above and above[-1][0] >= section.level:
                above.pop()
            heading = section.heading or (above[-1][1] if above else "")
            above.append((section.level, heading))
            found[section.id] = heading
        return found

    @cached_property
    def people(self) -> dict[str, tuple[str, str]]:
        """The full name and the capacity of everybody known here, by the label that stands for them."""
        capacities = {person.id: person.capacity for person in self.meeting.people}
        return {
            known.label: (shown_words(known.name), shown_words(capacities.get(known.person or 0, "")))
            for known in directory_of(self.meeting).people
        }


def heard_in(update: EarlierUpdate) -> Heard:
    """Return what a meeting heard of an action, as the register has it."""
    return Heard(
        meeting=shown_words(update.meeting.title),
        date=update.meeting.date,
        text=WITHHELD if update.restricted and not update.text else shown_words(update.text),
        speakers=tuple(map(shown_words, update.speakers)),
    )
