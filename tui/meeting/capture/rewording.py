"""Other words for what was captured: speakers, owners, due and votes are read again from them."""

from __future__ import annotations

from msgspec.structs import replace

from tui.errors import Refused
from tui.meeting.actions.actions import change_entry, supersede
from tui.meeting.capture.line_reader import Correction, ParsedText, read_words, typed_words
from tui.meeting.details import people
from tui.meeting.model import Action, Entry, Meeting, Person, Section


def correct(meeting: Meeting, correction: Correction) -> tuple[Meeting, Entry]:
    """Change the first `old`, literally, in the entry captured last that holds it; read its words again."""
    entry = holder_of(meeting, correction.old)
    typed = typed_words(meeting, entry).replace(correction.old, correction.new, 1)
    return reword(meeting, entry, typed)


def holder_of(meeting: Meeting, words: str) -> Entry:
    """Return the entry captured last whose words hold these, literally. Raises Refused where none does."""
    for entry in sorted(meeting.entries, key=lambda e: e.id, reverse=True):
        if words in typed_words(meeting, entry):
            return entry
    raise Refused(f"no entry holds “{words}”")


def reword(meeting: Meeting, entry: Entry, typed: str, *, afresh: bool = False) -> tuple[Meeting, Entry]:
    """Return an entry other words, as typed after its mark; speakers, owners, due and votes are read again.

    Owners and due that were set apart from the words stay where the new words say nothing else of them than
    the old ones did; not so `afresh`.
    """
    if not typed.strip():
        raise Refused("the entry would have no words left")
    words = read_words(meeting, entry.kind, typed.strip(), literal=entry.literal)
    if entry.action is not None and not afresh:
        words = _with_what_was_set(meeting, entry, entry.action, words)
    fields: dict[str, object] = {
        "text": words.text,
        "speakers": words.speakers,
        "speakers_in_text": words.speakers_in_text,
        "decision": words.decision,
    }
    if entry.action is not None:
        was, due = entry.action.due, words.due
        if was and due and was.words == due.words:
            due = replace(due, date=was.date, meeting=was.meeting)  # Reckoned from the meeting at which it was said.
        fields["action"] = replace(entry.action, owners=words.owners, due=due)
        for ref in words.replaces:
            meeting = supersede(meeting, ref, entry.action.ref)
    meeting = change_entry(meeting, entry.id, **fields)
    return meeting, meeting.entry(entry.id)


def _with_what_was_set(meeting: Meeting, entry: Entry, action: Action, words: ParsedText) -> ParsedText:
    """Return new words with the owners and the due of the old ones where reading them has not changed."""
    was = read_words(meeting, entry.kind, typed_words(meeting, entry), literal=entry.literal)
    if was.owners == words.owners:
        words = replace(words, owners=action.owners)
    if was.due == words.due:
        words = replace(words, due=action.due)
    return words


def correct_everywhere(meeting: Meeting, correction: Correction) -> tuple[Meeting, int]:
    """Change every `old`, literally, in all that the notes print; give the meeting and the count of places.

    Raises Refused where nothing holds it, and where somebody or some entry would have no words left.
    """
    old, new = correction.old, correction.new
    count = count_places(meeting, old)
    if not count:
        raise Refused(f"nothing in this meeting holds “{old}”")
    before = meeting
    for person in before.people:
        meeting = _person_corrected(meeting, person, old, new)
    # From the words as they were: what a person's name made of them already may hold the old words again.
    header = tuple((key, words.replace(old, new)) for key, words in before.header)
    sections = tuple(_section_corrected(section, old, new) for section in before.sections)
    meeting = replace(meeting, title=_title_corrected(before, old, new), header=header, sections=sections)
    for entry in before.entries:
        typed = typed_words(before, entry)
        if old in typed:
            meeting, _ = reword(meeting, meeting.entry(entry.id), typed.replace(old, new))
    return meeting, count


def count_places(meeting: Meeting, words: str) -> int:
    """Count where the notes of a meeting hold words, literally."""
    texts = [meeting.title, *(said for _, said in meeting.header)]
    texts += [text for person in meeting.people for text in (person.name, person.capacity, person.abbreviation)]
    for section in meeting.sections:
        texts += [section.heading, section.presenter, section.resolution, *section.papers, *section.explanation]
    texts += [typed_words(meeting, entry) for entry in meeting.entries]
    return sum(text.count(words) for text in texts)


def _title_corrected(meeting: Meeting, old: str, new: str) -> str:
    title = meeting.title.replace(old, new)
    if not title.strip():
        raise Refused("the meeting would have no title left")
    return title


def _person_corrected(meeting: Meeting, person: Person, old: str, new: str) -> Meeting:
    fields = {field: getattr(person, field).replace(old, new) for field in ("name", "capacity", "abbreviation")}
    changed = replace(person, **fields)
    if changed == person:
        return meeting
    if not changed.name.strip():
        raise Refused(f"{person.name} would have no name left")
    return people.correct(meeting, person, changed, everywhere=False)


def _section_corrected(section: Section, old: str, new: str) -> Section:
    changed = replace(
        section,
        heading=section.heading.replace(old, new),
        presenter=section.presenter.replace(old, new),
        resolution=section.resolution.replace(old, new),
        papers=tuple(paper.replace(old, new) for paper in section.papers),
        explanation=tuple(line.replace(old, new) for line in section.explanation),
    )
    if section.heading and not changed.heading.strip():
        raise Refused(f"the section “{section.heading}” would have no heading left")
    return section if changed == section else changed
