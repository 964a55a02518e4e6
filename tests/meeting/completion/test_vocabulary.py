"""What the capture line offers to append, and what it never offers."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.completion.vocabulary import Vocabulary
from tui.meeting.model import Action, Due, Entry, Kind, Meeting, Person, Section, SectionState

AT = datetime(2024, 6, 4, 19)

PEOPLE = (
    Person(id=1, name="Beatrix Oldfield", capacity="Harbour Conservator", abbreviation="HCV"),
    Person(id=2, name="[[Quentin Zephyrson]]", capacity="Witness"),
)

SECTIONS = (
    Section(id=1, heading="Moorings and pontoons", state=SectionState.CURRENT),
    Section(id=2, heading="Xylographic contract", restricted=True),
    Section(id=3, heading="Below it", level=2),
)

SAID = "The conservator would carry out a dip sample of cases at the fuelling jetty."


def entry(number: int, text: str, kind: Kind = Kind.NOTE, section: int = 1, *, restricted: bool = False) -> Entry:
    return Entry(id=number, section=section, kind=kind, text=text, captured=AT, restricted=restricted)


def meeting(*entries: Entry) -> Meeting:
    return Meeting(
        id="f" * 32, title="Quayside Forum", date=date(2024, 6, 4), people=PEOPLE, sections=SECTIONS, entries=entries,
        header=(("Venue", "Chandlery Loft"),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def common() -> Vocabulary:
    return Vocabulary()


@pytest.fixture
def learnt() -> Vocabulary:
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(meeting(entry(1, SAID)))
    return vocabulary


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("The budget was appr", "oved"),
        ("This was respo", "nded"),
        ("+Recommen", "dation"),
        ("?The Chair asked whe", "ther"),
    ],
)
def test_common_words_are_finished_before_anything_is_learnt(common: Vocabulary, typed: str, rest: str) -> None:
    offered = common.suggest(typed)
    assert offered
    assert offered[:2] == rest[:2]


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("Mrs Oldf", "ield"),
        ("seen by Beat", "rix"),
        ("the Harbour Conse", "rvator"),
        ("at the Chand", "lery"),
        ("the moori", "ngs"),
        ("a ponto", "ons"),
    ],
)
def test_words_of_people_headings_and_header_are_finished(learnt: Vocabulary, typed: str, rest: str) -> None:
    assert learnt.suggest(typed).startswith(rest)


def test_words_that_went_together_are_offered_together(learnt: Vocabulary) -> None:
    learnt.learn(SAID, Kind.NOTE)
    assert learnt.suggest("Staff carry out a dip") == " sample of cases at the fuelling jetty"
    assert learnt.suggest("Staff carry out a di") == "p sample of cases at the fuelling jetty"
    assert learnt.suggest("Staff carry out a dip ") == "sample of cases at the fuelling jetty"


def test_an_entry_is_learnt_as_soon_as_it_is_captured(learnt: Vocabulary) -> None:
    assert learnt.suggest("The tombo") == ""
    new = entry(2, "A tombola was held.")
    learnt.learn_entries(meeting(entry(1, SAID), new), {new.id})
    assert learnt.suggest("The tombo").startswith("la")


def test_an_action_is_learnt_with_its_due_words(learnt: Vocabulary) -> None:
    due = Action(ref="A1", owners=("HCV",), due=Due(words="Michaelmas quarter"))
    new = Entry(id=2, section=1, kind=Kind.ACTION, text="Conservator to dredge", captured=AT, action=due)
    learnt.learn_entries(meeting(new), {new.id})
    assert learnt.suggest("!HCV to report ^Michael") == "mas quarter"


def test_entries_of_a_kind_begin_alike() -> None:
    vocabulary = Vocabulary()
    for text in ("Would the ferry be late?", "Would the jetty hold?", "Would the tide turn?"):
        vocabulary.learn(text, Kind.QUESTION)
    assert vocabulary.suggest("?").startswith("Would the")
    assert not vocabulary.suggest("+").startswith("Would")
    assert vocabulary.suggest("", Kind.QUESTION).startswith("Would the")


def test_a_capital_at_the_start_of_a_sentence_is_kept_and_offered(learnt: Vocabulary) -> None:
    assert learnt.suggest("Nothing. Moori").startswith("ngs")
    vocabulary = Vocabulary()
    for _ in range(5):
        vocabulary.learn("Trade was brisk.", Kind.NOTE)
    assert vocabulary.suggest("").startswith("Trade was brisk")
    assert vocabulary.suggest("t").startswith("rade")


def test_what_was_typed_is_never_changed_for_its_case(learnt: Vocabulary) -> None:
    assert not learnt.suggest("the hc").startswith(("V", "v"))
    assert learnt.suggest("the MOOR") == ""


@pytest.mark.parametrize("line", ["/go moori", "s/moori", "s|moori", "/moori"])
def test_nothing_is_offered_in_commands_and_corrections(learnt: Vocabulary, line: str) -> None:
    assert learnt.suggest(line) == ""


def test_a_line_may_begin_with_any_mark(learnt: Vocabulary) -> None:
    for mark in ("?", ">", "-", "+", "!", "=", "~", "&", "#", "\\", "%", "%>", "- ", "HCV: "):
        assert learnt.suggest(f"{mark}The moori").startswith("ngs")


def test_no_figure_is_ever_offered() -> None:
    vocabulary = Vocabulary()
    for _ in range(5):
        vocabulary.learn("The stall took 4731 pounds.")
    assert vocabulary.suggest("The stall to").startswith("ok")
    assert "4" not in vocabulary.suggest("The stall took")
    assert vocabulary.suggest("The stall took 47") == ""


def test_one_character_is_not_worth_an_offer(learnt: Vocabulary) -> None:
    assert learnt.suggest("by the fuelling jett") == ""


def test_punctuation_ends_an_offer_and_the_next_word_follows_it_after_a_space() -> None:
    vocabulary = Vocabulary()
    for _ in range(5):
        vocabulary.learn("Of the moorings, sixteen (mainly swinging) were let/lent.")
    assert vocabulary.suggest("Of the moo") == "rings"
    assert vocabulary.suggest("Of the moorings,") == " sixteen"
    assert vocabulary.suggest("Of the moorings, sixteen (") == "mainly swinging"
    assert vocabulary.suggest("Of the moorings, sixteen (mainly swinging) were let/") == ""


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "The Chair asked whether the conservator would carry out a sample of cases. The HCV responded that it was.",
        "Members noted that the report had been provided to the Council, and that there was a need to review it.",
    ],
)
def test_an_offer_stays_while_it_is_typed_along_with(learnt: Vocabulary, text: str) -> None:
    offered = ""
    for at in range(len(text)):
        again = learnt.suggest(text[:at])
        assert again.startswith(offered)
        offered = again[1:] if again[:1] == text[at] else ""


def test_an_offer_stays_when_its_next_word_alone_is_accepted(learnt: Vocabulary) -> None:
    assert learnt.suggest("carry out a di").startswith("p sample of")
    assert learnt.suggest("carry out a dip sample").startswith(" of")


RESTRICTED = (
    entry(1, "The [[umbrageous]] clause was read."),
    entry(2, "A vexillological matter", restricted=True),
    entry(3, "Its wyvernlike detail", Kind.POINT),
    entry(4, "A yttrium price", section=2),
    entry(5, "A zoanthropic claim", section=3),
    entry(6, "The [[kakemono was never closed"),
)


@pytest.mark.parametrize("captured", [True, False])
@pytest.mark.parametrize(
    "secret",
    [
        "umbrageous",
        "vexillological",
        "wyvernlike",
        "yttrium",
        "zoanthropic",
        "kakemono",
        "Quentin",
        "Zephyrson",
        "Xylographic",
    ],
)
def test_nothing_restricted_is_ever_offered(secret: str, captured: bool) -> None:
    vocabulary = Vocabulary()
    whole = meeting(*RESTRICTED)
    vocabulary.learn_meeting(meeting() if captured else whole)
    for one in RESTRICTED if captured else ():
        vocabulary.learn_entries(whole, {one.id})
    for length in range(1, len(secret)):
        for before in ("", "the ", "The [["):
            assert not (secret[:length] + vocabulary.suggest(before + secret[:length])).startswith(secret)


def test_a_word_beside_restricted_ones_is_learnt() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn_meeting(meeting(entry(1, "The [[umbrageous]] clausula was read.")))
    assert vocabulary.suggest("the clausu").startswith("la")


def test_emphasis_is_not_part_of_a_word() -> None:
    vocabulary = Vocabulary()
    vocabulary.learn("It read *Fairwinds: the first* again.")
    assert vocabulary.suggest("a copy of *Fairw").startswith("inds")


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_can_be_learnt_and_typed(common: Vocabulary, text: str, typed: str) -> None:
    common.learn(text)
    for line in (typed, text):
        offered = common.suggest(line)
        assert "\n" not in offered
        assert offered == "" or len(offered) > 1


def test_a_long_paste_before_the_cursor_is_no_burden(learnt: Vocabulary) -> None:
    assert learnt.suggest("word " * 20_000 + "the moori").startswith("ngs")
