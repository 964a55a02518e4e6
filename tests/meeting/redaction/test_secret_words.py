"""What the public version of a meeting does not show of it."""

from datetime import date, datetime

from msgspec.structs import replace

from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Entry, Kind, Meeting, Section
from tui.meeting.redaction.secret_words import NO_SECRETS, secrets_of

NOW = datetime(2024, 5, 1, 19, 0)
OPEN = Entry(id=1, section=1, kind=Kind.NOTE, text="The gate is painted.", captured=NOW)
CLOSED = Entry(id=2, section=1, kind=Kind.NOTE, text="The [[gate was Quillfeather's]] once.", captured=NOW)


def board(*entries: Entry) -> Meeting:
    sections = (Section(id=1, heading="Works"),)
    return Meeting(id="0" * 32, title="Board", date=date(2024, 5, 1), sections=sections, entries=entries)


def test_a_meeting_without_restrictions_has_no_secrets() -> None:
    assert secrets_of(board(OPEN)) is NO_SECRETS


def test_a_word_that_is_said_openly_too_is_no_secret() -> None:
    secrets = secrets_of(board(OPEN, CLOSED))
    assert secrets.words == {"was", "quillfeather", "s"}
    assert secrets.rows == {(Entry, 2): ("The [[]] once.",)}


def test_stepping_through_a_restricted_section_makes_no_new_secret() -> None:
    meeting = board(OPEN)
    hidden = replace(meeting, sections=(replace(meeting.sections[0], restricted=True),))
    reached = replace(hidden, sections=(replace(hidden.sections[0], reached=1),))
    assert secrets_of(hidden) == secrets_of(reached)


def test_a_word_withheld_is_not_offered_wherever_it_was_learnt() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(board(replace(OPEN, text="Quillfeather owes rent.")))
    assert vocabulary.suggest("Quill").startswith("feather")
    vocabulary.withhold(secrets_of(board(CLOSED)).words)
    assert vocabulary.suggest("Quill") == ""
