"""What a line means before anything is changed."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.meeting.lines import line_of_any_sort
from tests.meeting.room import Taker, parish, with_forward
from tui.errors import Refused
from tui.meeting.capture.line_reader import (
    Correction,
    ParsedText,
    SlashCommand,
    StepOut,
    part_line,
    read_line,
    read_words,
    typed_words,
)
from tui.meeting.marks import MARKS
from tui.meeting.model import Kind
from tui.meeting.text.brackets import closed

MEETING = with_forward()


def words(line: str, kind: Kind | None = None) -> ParsedText:
    read = read_line(MEETING, line, kind)
    assert isinstance(read, ParsedText)
    return read


@pytest.mark.parametrize(("mark", "kind"), MARKS.items())
@pytest.mark.parametrize("space", ["", " ", "\t", "   "])
def test_a_mark_gives_the_kind_with_and_without_a_space(mark: str, kind: Kind, space: str) -> None:
    assert (words(f"{mark}{space}the hedge").kind, words(f"{mark}{space}the hedge").text) == (kind, "the hedge")


@pytest.mark.parametrize(("mark", "kind"), MARKS.items())
def test_a_per_cent_sign_before_a_mark_restricts_the_entry(mark: str, kind: Kind) -> None:
    for line in (f"%{mark}the hedge", f"% {mark} the hedge"):
        assert (words(line).kind, words(line).text, words(line).restricted) == (kind, "the hedge", True)


def test_a_per_cent_sign_restricts_an_unmarked_or_a_literal_line() -> None:
    assert (words("%the hedge").kind, words("%the hedge").text) == (Kind.NOTE, "the hedge")
    assert (words("%\\-the hedge").text, words("%\\-the hedge").literal) == ("-the hedge", True)
    assert words("%\\-the hedge").restricted


@pytest.mark.parametrize("line", ["-x", "?x", "/next", "s/a/b/", "%x", "\\x", "MT: x", "??x", "#x"])
def test_a_backslash_makes_a_line_words_of_the_current_kind(line: str) -> None:
    read = words("\\" + line, Kind.RESPONSE)
    assert (read.kind, read.text, read.speakers, read.restricted) == (Kind.RESPONSE, line, (), False)


@pytest.mark.parametrize("line", ["??", "?? said no", "???", "??MT: x"])
def test_two_question_marks_are_a_gap_and_not_a_question(line: str) -> None:
    assert (words(line).kind, words(line).text) == (Kind.NOTE, line)
    assert words(f"%{line}").restricted


def test_a_question_may_begin_with_a_gap() -> None:
    assert (words("? ?? were asked").kind, words("? ?? were asked").text) == (Kind.QUESTION, "?? were asked")


@pytest.mark.parametrize("line", ["?", "%", "%!", "\\", "! ", "-\t", "~B1", "%\\"])
def test_a_mark_without_words_is_refused(line: str) -> None:
    with pytest.raises(Refused, match="no words"):
        read_line(MEETING, line)


@pytest.mark.parametrize("line", ["", "   ", "\t", "\n"])
def test_an_empty_line_steps_out(line: str) -> None:
    assert read_line(MEETING, line) == StepOut()


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [("/next", "next", ""), ("/GO  2 ", "go", "2"), ("/arrive\tLil Oddy", "arrive", "Lil Oddy"), ("/", "", "")],
)
def test_a_stroke_begins_a_command(line: str, name: str, argument: str) -> None:
    assert read_line(MEETING, line) == SlashCommand(name=name, argument=argument)


@pytest.mark.parametrize("delimiter", [*"/|,:;!#%&'()*+<=>?@[]^_`{}~$\"\\", "£", "§", "·"])
def test_any_punctuation_delimits_a_correction(delimiter: str) -> None:
    line = f"s{delimiter}old words{delimiter}new{delimiter}"
    assert read_line(MEETING, line) == Correction(old="old words", new="new")


@pytest.mark.parametrize(
    "line", ["s.a.b.", "s-a-b-", "s–a–b–", "s/a/b", "s/a/", "sxaxbx", "s a b ", "S/a/b/", "so/a/b/"]
)
def test_anything_else_is_text(line: str) -> None:
    assert words(line).text == line.strip()


def test_a_correction_may_take_words_out_and_keeps_its_spaces() -> None:
    assert read_line(MEETING, "s/ red//") == Correction(old=" red", new="")
    assert read_line(MEETING, "s|a/b| c |") == Correction(old="a/b", new=" c ")


@pytest.mark.parametrize("line", ["s//b/", "s/a/b/c/", "s///"])
def test_a_correction_that_cannot_be_meant_is_refused(line: str) -> None:
    with pytest.raises(Refused):
        read_line(MEETING, line)


@pytest.mark.parametrize(
    "line",
    ["!Mow <B1", "!Mow < b1", "!Mow<B01", "!Mow <B1 ^Friday", "!Mow ^Friday <B1", "!Mow <B1 @NS", "!Mow @NS <B1"],
)
def test_what_an_action_replaces_is_read_in_either_order(line: str) -> None:
    read = words(line)
    assert (read.text, read.replaces) == ("Mow", ("B1",))
    assert (read.due.words if read.due else "Friday") == "Friday"


def test_an_action_may_replace_several() -> None:
    assert words("!Mow <B1 <B2").replaces == ("B1", "B2")


@pytest.mark.parametrize("line", ["!Mow <B1 again", "!Mow [[<B1]]", "!Mow <B1x"])
def test_a_ref_within_the_words_replaces_nothing(line: str) -> None:
    assert (words(line).text, words(line).replaces) == (line[1:], ())


@pytest.mark.parametrize(
    ("line", "about", "text"),
    [
        ("~B2 The pack", "B2", "The pack"),
        ("~ b2: The pack", "B2", "The pack"),
        ("~The pack", "", "The pack"),
        ("~B2's pack", "", "B2's pack"),
        ("~B2/3 pack", "", "B2/3 pack"),
        ("\\B2 The pack", "", "B2 The pack"),
    ],
)
def test_an_update_may_name_its_action(line: str, about: str, text: str) -> None:
    assert (words(line, Kind.UPDATE).about, words(line, Kind.UPDATE).text) == (about, text)


@given(st.text(max_size=40))
def test_no_word_of_a_literal_line_is_lost(text: str) -> None:
    if not text.strip() or not text.isprintable():
        return
    # A bracket that restricts is given its other one in a literal line too.
    assert "".join(words("\\" + text).text.split()) == "".join(closed(text).text.split())


@given(st.text(max_size=60) | line_of_any_sort)
def test_any_line_is_read_or_refused(line: str) -> None:
    with contextlib.suppress(Refused):
        read_line(MEETING, line)


@given(line_of_any_sort)
@example("!@NS : the")
def test_what_could_be_typed_again_reads_the_same(line: str) -> None:
    taker = Taker(with_forward())
    try:
        entry = taker.key(line)
    except Refused:
        return
    typed = typed_words(taker.meeting, entry)
    again = read_words(taker.meeting, entry.kind, typed, literal=entry.literal)
    assert again.text.rstrip("]") == entry.text.rstrip("]")
    assert (again.speakers, again.speakers_in_text) == (entry.speakers, entry.speakers_in_text)
    assert again.decision == entry.decision
    if entry.action is not None and entry.action.origin is None:
        assert again.owners == entry.action.owners
        assert (again.due and again.due.words) == (entry.action.due and entry.action.due.words)
        assert again.due == entry.action.due
        assert again.replaces == ()


@given(st.sampled_from(list(MARKS)), st.text("ab ", min_size=1))
def test_a_line_is_parted_at_its_mark(mark: str, text: str) -> None:
    assert part_line(mark + text).kind is MARKS[mark]


@pytest.mark.parametrize("mark", MARKS)
def test_a_full_width_mark_is_the_mark(mark: str) -> None:
    wide = chr(ord(mark) + 0xFEE0)
    assert read_line(parish(), f"{wide}the lamp is out") == read_line(parish(), f"{mark}the lamp is out")
    assert read_line(parish(), f"％{wide}the lamp is out") == read_line(parish(), f"%{mark}the lamp is out")


def test_a_full_width_slash_begins_a_command_and_two_question_marks_a_gap() -> None:
    assert read_line(parish(), "／next") == SlashCommand(name="next")
    read = words("？？ said no")
    assert (read.kind, read.text) == (Kind.NOTE, "?? said no")


@pytest.mark.parametrize(
    ("wide", "plain"),
    [
        ("？NS：is the ［［pier］］ sound？？", "?NS: is the [[pier]] sound??"),
        ("！Paint the pier ＠NS ＾Friday", "!Paint the pier @NS ^Friday"),
        ("｜Payee｜For｜", "|Payee|For|"),
        ("％＋The offer was ［［4,000 pounds］］", "%+The offer was [[4,000 pounds]]"),
    ],
)
def test_marks_within_the_words_may_be_full_width_too(wide: str, plain: str) -> None:
    assert read_line(MEETING, wide) == read_line(MEETING, plain)


def test_owners_before_a_full_width_colon_are_owners() -> None:
    assert words("！NS：paint the pier").owners == ("NS",)


def test_full_width_marks_that_are_words_stay_as_they_were_typed() -> None:
    assert words("+資料：別紙＾一｜二").text == "資料：別紙＾一｜二"
