"""The lists of actions for people: the table and the Markdown."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from tests.examples import examples
from tests.notes.register_rows import AT, DAY, TODAY, row, rows, unowned
from tui.meeting.actions.register_row import Heard, RegisterRow, Related, Step, Stood
from tui.meeting.model import Status
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.groups import gathered
from tui.notes.actions.lists import action_markdown, action_table
from tui.notes.templates.layout import width_of

LATE = {"due": "by 1 June", "due_date": date(2024, 6, 1), "overdue": True}
SOON = {"due": "next month", "due_date": date(2024, 7, 1)}
JUNE = Stood(meeting="Quay Committee June 2024", date=date(2024, 6, 4), file="y.json", ref="B1", status=Status.OPEN)


def chained() -> RegisterRow:
    step = Step(at=AT, day=date(2024, 6, 5), due="1 July", reason="the [bank] is shut")
    old = Related(uid="b" * 32 + "-2", ref="B4", meeting="x", date=DAY, text="Write")
    heard = Heard(meeting="x", date=date(2024, 6, 4), text="Half are paid", speakers=("HM", "TR"))
    return row(heard=(heard,), steps=(step,), replaces=(old,), stood=(*row().stood, JUNE))


def test_the_table_has_one_line_for_each_action_in_columns() -> None:
    page = action_table([row("Write\nto the boats", **LATE), unowned("Paint", status=Status.DONE)])
    head, first, second = page.splitlines()
    assert head.split() == ["DATE", "REF", "OWNER", "DUE", "STATUS", "ACTION"]
    assert first.split("  ")[-1] == "Write to the boats"
    assert "by 1 June (2024-06-01)  overdue" in first
    assert re.split(r" {2,}", second) == ["2024-05-07", "A1", "-", "-", "done", "Paint"]
    assert head.index("ACTION") == first.index("Write") == second.index("Paint")
    assert action_table([]) == "No actions.\n"


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    names = ("Zoë", "鈴木一郎", "Zoe\u0301", "x")
    lines = action_table([row("Paint", owners=(name,)) for name in names]).splitlines()
    assert len({width_of(line[: line.index("Paint")]) for line in lines[1:]}) == 1


def test_the_table_tells_the_chain_where_that_is_asked() -> None:
    _, _, *chain = action_table([chained()], chain=True).splitlines()
    assert chain == [
        "    arose in Quay Committee May 2024, 7 May 2024: Moorings",
        "    Replaces B4 of 7 May 2024: Write",
        "    Brought forward to 4 June 2024",
        "    4 June 2024: HM, TR: Half are paid",
        "    5 June 2024: due 1 July – the [bank] is shut",
    ]


def test_by_post_an_owner_is_the_same_whoever_holds_the_post() -> None:
    august = row("a", holders=("Owen Price",))
    september = row("b", holders=("Nia Rees",))
    by_name = row("c", owners=("Mo Hart",), holders=("Mo Hart",))
    both = row("d", owners=("TR", "ALL"), holders=("Nia Rees", ""), posts=("Treasurer", ""))
    listed = [august, september, by_name, both, unowned("e")]
    by_post = [(heading, [one.text for one in found]) for heading, found in gathered(listed, "post")]
    assert by_post == [("ALL", ["d"]), ("TR – Treasurer", ["a", "b", "c", "d"]), ("Nobody named", ["e"])]
    by_person = [(heading, [one.text for one in found]) for heading, found in gathered(listed, "person")]
    assert by_person == [
        ("ALL", ["d"]),
        ("Mo Hart", ["c"]),
        ("Nia Rees", ["b", "d"]),
        ("Owen Price", ["a"]),
        ("Nobody named", ["e"]),
    ]


def test_a_gathered_table_has_a_heading_for_each_owner_and_names_people_by_person() -> None:
    page = action_table([row("a"), unowned("b")], by="person")
    first, second = page.split("\n\n")
    assert first.splitlines()[0] == "Owen Price"
    assert "Owen Price (TR)" in first.splitlines()[2]
    assert second.splitlines()[0] == "Nobody named"


def test_an_owners_list_is_ready_for_an_email() -> None:
    both = row("Paint the quay", owners=("TR", "HM"), holders=("", ""), posts=("", ""), **SOON)
    listed = [both, row("Write *again*", **LATE), row("Ask", status=Status.DONE), row("Think")]
    assert (
        action_markdown(listed, today=TODAY, owner="price")
        == """\
# Actions of TR

As at 20 June 2024: 3 open, 1 overdue, 1 settled.

## Overdue

- Write \\*again\\*
  - Due: by 1 June (1 June 2024)
  - Arose: Quay Committee May 2024, 7 May 2024: Moorings

## Due

- Paint the quay
  - Owner: TR, HM
  - Due: next month (1 July 2024)
  - Arose: Quay Committee May 2024, 7 May 2024: Moorings

## Without a date

- Think
  - Arose: Quay Committee May 2024, 7 May 2024: Moorings

## Done

- Ask
  - Arose: Quay Committee May 2024, 7 May 2024: Moorings
"""
    )


def test_an_internal_list_says_so_and_an_empty_one_is_a_list() -> None:
    assert "**INTERNAL: not for publication**" in action_markdown([], today=TODAY, public=False)
    assert action_markdown([], today=TODAY) == "# Actions\n\nAs at 20 June 2024: 0 open.\n"
    assert action_markdown([], today=TODAY, owner="*x*").startswith("# Actions of \\*x\\*\n")
    assert action_markdown([row()], today=TODAY, owner="TR", by="person").startswith("# Actions of Owen Price (TR)\n")


def test_gathered_markdown_has_a_section_for_each_owner() -> None:
    page = action_markdown([row("a", **LATE), unowned("b")], today=TODAY, by="post")
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == [
        "# Actions",
        "## TR – Treasurer",
        "### Overdue",
        "## Nobody named",
        "### Without a date",
    ]
    assert "Owner" not in page


def shown(page: str) -> list[str]:
    """Give what a reader of the Markdown sees, an inline at a time; nothing in it is markup."""
    found = []
    for token in MarkdownIt().parse(page):
        assert token.type not in ("html_block", "code_block", "fence", "table_open", "hr", "blockquote_open")
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special", "softbreak", "hardbreak"}
            found.append("".join(child.content or "\n" for child in children))
    return found


@examples(100, few=10)
@given(wanted=st.lists(rows(), max_size=4))
def test_every_word_reads_back_from_the_markdown_and_none_is_markup(wanted: list[RegisterRow]) -> None:
    seen = shown(action_markdown(wanted, today=TODAY))
    for one in wanted:
        text = printable(one.text)
        # A list item's text has no spaces at its ends.
        assert (
            any(" ".join(line.split()) == " ".join((text or "(no words)").split()) for line in seen) or not text.strip()
        )
    assert not [line for line in seen if "\x1b" in line]


@given(wanted=st.lists(rows(), max_size=4), by=st.sampled_from(["post", "person", None]), chain=st.booleans())
def test_a_table_shows_no_control_character(wanted: list[RegisterRow], by: object, chain: bool) -> None:
    page = action_table(wanted, by=by, chain=chain)  # type: ignore[arg-type]
    assert all(line.isprintable() or printable(line) == line for line in page.split("\n"))
    listed = {one.text for _, found in gathered(wanted, "post") for one in found}
    assert listed == {one.text for one in wanted}
    for one in wanted:
        assert printable(" ".join(one.text.split())) in page


def test_an_owner_without_a_post_is_named_once() -> None:
    one = replace(row("a"), owners=("Owen Price",))
    assert gathered([one], "post")[0].heading == "Owen Price"
    assert "Owen Price (Owen Price)" not in action_table([one], by="person")
