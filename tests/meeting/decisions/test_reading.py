"""What a decision's words say."""

import pytest

from tests.meeting.room import keyed
from tui.meeting.model import Decision


def read(line: str) -> Decision:
    entry = keyed(f"={line}")
    assert entry.decision is not None
    assert entry.text == line
    return entry.decision


@pytest.mark.parametrize(
    ("line", "mover", "seconder"),
    [
        ("Agreed the precept; proposed by MT, seconded by PJH", "MT", "PJH"),
        ("Agreed; proposed by Cllr Tidy and seconded by Gwen Pike. 7 in favour", "MT", "Gwen Pike"),
        ("MT proposed, PJH seconded", "MT", "PJH"),
        ("Tidy proposed and Hale seconded the amendment", "MT", "PJH"),
        ("MT, seconded by PJH, proposed the precept", "MT", "PJH"),
        ("It was proposed by MT and seconded by PJH that the fee rise", "MT", "PJH"),
        ("Moved by the Chair, seconded by the Clerk", "MT", "Mrs Odette van der Linde"),
        ("Proposed MT, seconded PJH", "MT", "PJH"),
        ("Prop. MT, sec. PJH", "MT", "PJH"),
        ("Proposed: MT; seconded: PJH", "MT", "PJH"),
        ("Proposed by Wilf Unknown, seconded by PJH", "Wilf Unknown", "PJH"),
        ("Proposed by Pike", "Pike", ""),
        ("The residents proposed a crossing; noted", "", ""),
        ("The crossing proposed by the residents was noted", "", ""),
        ("The route proposed by Highways was noted; MT proposed, PJH seconded", "MT", "PJH"),
        ("Agreed that the bins be moved by Friday", "", ""),
        ("Agreed [[proposed by MT]]", "", ""),
        ("Agreed", "", ""),
    ],
)
def test_mover_and_seconder_are_read_from_the_end(line: str, mover: str, seconder: str) -> None:
    decision = read(line)
    assert (decision.mover, decision.seconder) == (mover, seconder)


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Agreed, 7 for, 2 against, 1 abstained", (7, 2, 1)),
        ("Agreed, 7 in favour, 2 against and 1 abstention", (7, 2, 1)),
        ("six in favour", (6, None, None)),
        ("six in favour, none against", (6, 0, None)),
        ("5 votes to 3", (5, 3, None)),
        ("carried by five votes to three with one abstention", (5, 3, 1)),
        ("carried by 5 to 3", (5, 3, None)),
        ("carried by a majority of 5 to 3", (5, 3, None)),
        ("twenty-one for, two against, nobody abstaining", (21, 2, 0)),
        ("Eight voted for, two voted against and one abstained", (8, 2, 1)),
        ("There were 7 votes for and 2 votes against", (7, 2, None)),
        ("For: 7, Against: 2, Abstentions: 1", (7, 2, 1)),
        ("For 7, against 2", (7, 2, None)),
        ("7 for the motion and 2 against it", (7, 2, None)),
        ("No votes against", (None, 0, None)),
        ("1,204 for, 96 against", (1204, 96, None)),
        ("lost by 5 votes to 3", (3, 5, None)),
        ("lost, 5 for, 3 against", (5, 3, None)),
        ("Agreed 3 benches for the green", (None, None, None)),
        ("Agreed a claim for £5 against the club", (None, None, None)),
        ("Write to the 12 against whom complaints stand", (None, None, None)),
        ("All but one in favour", (None, None, None)),
        ("Agreed to move it by 5 to 10 metres", (None, None, None)),
        ("Agreed [[7 for, 2 against]]", (None, None, None)),
        ("Agreed the 3 for 2 offer; 6 for, 1 against", (6, 1, None)),
        ("Agreed unanimously", (None, None, None)),
        ("Agreed", (None, None, None)),
    ],
)
def test_votes_are_read_in_figures_or_words_and_are_otherwise_unknown(
    line: str, votes: tuple[int | None, int | None, int | None]
) -> None:
    decision = read(line)
    assert (decision.votes_for, decision.votes_against, decision.abstained) == votes


@pytest.mark.parametrize(
    ("line", "outcome", "unanimity"),
    [
        ("Agreed unanimously", "carried", "unanimous"),
        ("Carried nem. con.", "carried", "unanimous"),
        ("All agreed", "carried", "all"),
        ("Agreed, all in favour.", "carried", "all"),
        ("All present voted in favour", "carried", "all"),
        ("Agreed by all", "carried", "all"),
        ("Agreed by consensus", "carried", "consensus"),
        ("Unanimously rejected", "lost", "unanimous"),
        ("There was no consensus", "", ""),
        ("The motion was carried", "carried", ""),
        ("The motion was lost", "lost", ""),
        ("Not carried", "lost", ""),
        ("Lost by 3 votes to 5", "lost", ""),
        ("Move the bins; proposed by MT; motion lost for want of a seconder", "no seconder", ""),
        ("The amendment fell for lack of support", "lost", ""),
        ("The motion fell as it had no seconder", "no seconder", ""),
        ("Lost (3 for, 5 against)", "lost", ""),
        ("Agreed to replace the lost keys", "carried", ""),
        ("Agreed to replace the tree that fell for want of care", "carried", ""),
        ("Work to be carried out in May", "", ""),
        ("Agreed all the recommendations", "carried", ""),
        ("Agreed", "carried", ""),
    ],
)
def test_outcomes_are_words_without_numbers(line: str, outcome: str, unanimity: str) -> None:
    decision = read(line)
    assert (decision.outcome, decision.unanimity) == (outcome, unanimity)


def test_a_speaker_before_the_colon_stays_a_speaker() -> None:
    entry = keyed("=MT: Agreed; proposed by PJH, 4 for")
    assert entry.decision is not None
    assert (entry.speakers, entry.text) == (("MT",), "Agreed; proposed by PJH, 4 for")
    assert (entry.decision.mover, entry.decision.votes_for) == ("PJH", 4)
