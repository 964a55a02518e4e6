"""Speakers, owners and due asked for in one line, and marking the last entry from the line being typed."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits

import pytest

from tests.examples import spread
from tests.places import ROOT
from tests.screens.board import BOARD, action_of, due_of, prompt, texts
from tests.screens.live.test_live import HOSTILE
from tests.screens.live_app import Live, live_app
from tui.meeting.marks import MARKS
from tui.meeting.model import Kind
from tui.meeting.outline.outline import ranked_sections
from tui.papers.agenda import read_agenda
from tui.widgets.key_prefix import NextKey
from tui.widgets.prompt import Prompt

SAMPLES = ROOT / "sample_meetings"

# Asking for speakers, owners and due.


async def test_speakers_are_set_by_letters_several_at_once_and_cleared(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("?why")
        await live.press("up", "s")
        await live.write("d c")
        assert "DCC, CC" in prompt(live)
        await live.press("enter")
        assert live.entries[0].speakers == ("DCC", "CC")
        assert live.screen.log_view.has_focus
        assert live.reading == "question: DCC, CC"
        await live.press("s", "enter")
        assert live.entries[0].speakers == ("DCC", "CC")
        await live.press("s", "backspace", "enter")
        assert not live.entries[0].speakers


async def test_the_match_is_shown_as_it_is_typed_and_another_may_be_chosen(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("!mend the roof")
        await live.press("up", "o")
        assert "PCC, CC, DCC" in prompt(live)
        await live.press("d")
        assert "DCC  Rob Dean, Deputy Chief Constable   DPCC" in prompt(live)
        await live.press("down")
        assert "DPCC  Di Moss" in prompt(live)
        await live.press("up", "enter")
        assert action_of(live).owners == ("DCC",)


async def test_down_goes_through_the_people_from_whoever_stands_there(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("!mend the roof")
        await live.press("up", "o", "down", "down", "enter")
        assert action_of(live).owners == ("CC",)
        await live.press("o", "down", "enter")
        assert action_of(live).owners == ("DCC",)
        revision = live.app.opened.revision
        await live.press("o", "up", "down", "enter")
        assert live.app.opened.revision == revision


@pytest.mark.parametrize("leave", ["escape", "ctrl+z"])
async def test_leaving_a_question_leaves_everything_as_it_was(tmp_path: Path, leave: str) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("!CC to mend the roof by Friday")
        revision = live.app.opened.revision
        for field in ("o", "u"):
            await live.press("up", field, "x", leave)
            assert prompt(live) == ""
            assert live.screen.log_view.has_focus
            await live.press("escape")
        assert live.app.opened.revision == revision
        assert live.line.has_focus


async def test_a_due_is_completed_with_its_date_and_cleared(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("!mend the roof")
        await live.press("up", "u", "f")
        assert "Friday  Fri 10 May 2024" in prompt(live)
        await live.press("enter")
        assert due_of(live) == ("Friday", "2024-05-10")
        await live.press("u", "n", "tab")
        assert live.screen.query_one(Prompt).field.value == "next meeting"
        await live.press("enter")
        assert due_of(live) == ("next meeting", "2024-06-04")
        await live.press("u", "enter")
        assert due_of(live) == ("next meeting", "2024-06-04")
        await live.press("u", "backspace", "enter")
        assert due_of(live) is None


async def test_a_name_nobody_has_is_refused_where_it_is_typed(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("?why")
        await live.press("up", "s")
        await live.write("xyzzy")
        await live.press("enter")
        assert "nobody here is known as “xyzzy”" in prompt(live)
        assert live.entries[0].speakers == ()
        await live.press("escape", "!", "s")
        assert prompt(live) == ""
        assert "an action has no speakers" in live.reading


async def test_a_question_closes_when_another_part_gets_the_focus(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("?why")
        await live.press("up", "s", "d")
        await live.pilot.click("#line")
        await live.pilot.pause()
        assert prompt(live) == ""
        assert live.line.has_focus
        assert not live.screen.has_class("-asking")


# The last entry, from the line being typed.


@pytest.mark.parametrize(("mark", "kind"), [(mark, kind) for mark, kind in MARKS.items() if kind is not Kind.UPDATE])
async def test_a_mark_after_ctrl_k_converts_the_last_entry_and_leaves_the_line(
    tmp_path: Path, mark: str, kind: Kind
) -> None:
    async with live_app(tmp_path) as live:
        await live.type("the pier needs paint")
        await live.write("and the next")
        await live.press("ctrl+k", mark)
        assert [(e.kind, e.text) for e in live.entries] == [(kind, "the pier needs paint")]
        await live.write(" words")
        assert live.line.line == "and the next words"


async def test_after_the_last_entry_became_a_question_the_line_is_a_response(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("is it sound")
        await live.press("ctrl+k", "?")
        assert live.kind == "response"
        assert live.reading == "note → question: “is it sound”"
        await live.press("ctrl+z")
        assert (live.kind, live.entries[0].kind) == ("note", Kind.NOTE)


async def test_ctrl_k_shows_the_keys_and_any_other_key_goes_on_with_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.press("ctrl+k")
        assert live.reading == "nothing is captured yet"
        await live.type("one")
        await live.press("ctrl+k")
        shown = str(live.screen.query_one(NextKey).render())
        assert shown.startswith("note        ?>-+!=~&#| kind  e edit  s speakers  o owners  u due  x restricted")
        await live.press("ctrl+k")
        assert live.line.has_focus
        await live.press("ctrl+k", "b", "e")
        assert live.line.line == "be"
        await live.press("ctrl+k", "ctrl+n")
        assert live.top.section == "2. Moorings"
        await live.press("ctrl+k", "escape", "enter")
        assert texts(live) == ["one", "be"]
        assert live.line.has_focus


async def test_while_an_entry_is_edited_the_last_one_is_not_changed(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("one")
        await live.press("up", "e", "ctrl+k")
        assert "being edited" in live.reading
        assert live.line.has_focus


async def test_the_last_entry_gets_its_speaker_with_words_in_the_line(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("?why")
        await live.write("because")
        await live.press("ctrl+k", "s", "d", "enter")
        assert live.entries[0].speakers == ("DCC",)
        assert live.line.line == "because"
        assert live.line.has_focus


# What it costs.


async def counted(live: Live, *keys: str) -> int:
    await live.press(*keys)
    await live.pilot.pause()
    return len(keys)


async def test_what_a_minute_taker_needs_mid_sentence_costs_a_few_keys(tmp_path: Path) -> None:
    async with live_app(tmp_path, BOARD) as live:
        await live.type("report on the standards")
        await live.write("and so")
        words = ("d", "f")
        keys = await counted(live, "ctrl+k", "o", "d", "tab", "f", "enter") - len(words)
        assert (action_of(live).owners, due_of(live)) == (("DCC",), ("Friday", "2024-05-10"))
        assert live.line.line == "and so"
        print(f"the last entry becomes an action with owner and due: {keys} keys beside the letters")
        assert keys <= 4
        stepping = await counted(live, "ctrl+n")
        assert live.top.section == "2. Holding to account"
        print(f"the next section: {stepping} key")
        assert stepping == 1
        for number, section in enumerate(live.meeting.sections, 1):
            going = await counted(live, "ctrl+g", str(number), "enter")
            assert live.top.section == f"{section.number} {section.heading}"
            print(f"section {section.number}: {going} keys")
            assert going <= 4


@pytest.mark.parametrize("agenda", sorted(SAMPLES.glob("*.agenda.md")), ids=lambda path: path.name)
def test_any_section_of_the_sample_agendas_is_four_keys_away(agenda: Path) -> None:
    meeting = read_agenda(agenda.read_text(encoding="utf-8"), agenda.name).meeting
    letters = ascii_lowercase + digits
    fewest = dict.fromkeys((section.id for section in meeting.sections), 99)
    for typed in ("", *letters, *map("".join, product(letters, letters))):
        for down, section in enumerate(ranked_sections(meeting, typed)):
            # Ctrl+G and Enter with the letters and Down between them.
            fewest[section.id] = min(fewest[section.id], 2 + len(typed) + down)
    print(f"{agenda.name}: any section in at most {max(fewest.values())} keys")
    assert max(fewest.values()) <= 4


# Anything, anywhere.


@pytest.mark.parametrize("size", spread([(120, 36), (80, 24), (40, 15)], 4))
async def test_hostile_words_go_through_every_question_as_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, BOARD, size=size) as live:
        live.line.insert_words(f"!CC to {HOSTILE}")
        await live.press("enter", "up")
        for field in ("o", "u", "s"):
            await live.press(field)
            asked = live.screen.query_one(Prompt)
            if asked.is_open:
                asked.field.insert_text_at_cursor(f"{HOSTILE}\nsecond line\n" + "x" * 100_000)
                await live.pilot.pause()
                shown = "".join(segment.text for segment in asked.field.render_line(0)) + prompt(live)
                assert not set(shown) & set("\x1b\x07\x9b\x00\u202e\u202c")
                await live.press("tab", "enter", "escape")
                await live.press("up")
        await live.press("escape", "ctrl+k")
        assert not set(str(live.screen.query_one(NextKey).render())) & set("\x1b\x07\x9b\x00\u202e\u202c")
        await live.press("ctrl+k", "up", "d", "ctrl+z", "escape")
        assert len(live.entries) == 1
        assert not set(live.reading) & set("\x1b\x07\x9b\x00\u202e\u202c")


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_questions_fit_where_there_is_little_room(tmp_path: Path, size: tuple[int, int]) -> None:
    async with live_app(tmp_path, BOARD, size=size) as live:
        await live.type("!mend the roof")
        before = live.screen.query_one("#capture").region
        for keys in (("ctrl+k",), ("o", "d")):
            await live.press(*keys)
            assert live.screen.query_one("#capture").region == before
        match = live.screen.query_one(Prompt).query_one(".match").region
        assert match.right <= size[0]
        assert match.width >= 12
        await live.press("enter")
        assert action_of(live).owners == ("DCC",)
        assert live.screen.query_one("#capture").region == before


async def test_the_last_entry_is_edited_from_the_line_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    async with live_app(tmp_path) as live:
        await live.type("+the pier needs pant")
        await live.write("half a li")
        await live.press("ctrl+k", "e", "backspace", "backspace", "i", "n", "t", "enter")
        assert [e.text for e in live.entries] == ["the pier needs paint"]
        assert live.line.line == "half a li"
