"""Restricted words never reach the public version."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import covering
from tests.notes.meetings import PEOPLE, entry, meeting
from tui.meeting.model import Decision, Entry, Kind, Meeting, Origin, Person, Section, Source
from tui.notes.render import render
from tui.notes.templates.styles import style_names
from tui.notes.view.compose import compose, copy_for

SECRET = "Zanzibar"

pieces = st.sampled_from(["a ", "*b* ", "[[x]] ", "]] ", "?? ", "PCC "])
around = st.lists(pieces, max_size=3).map("".join).filter(lambda text: text.count("[[") == text.count("]]"))


@st.composite
def secretive_entries(draw: st.DrawFn, at: int) -> Entry:
    """Make an entry with the secret in its text or speakers, restricted in one of the ways there are."""
    kind = draw(st.sampled_from([kind.value for kind in Kind]))
    before, after = draw(around), draw(around)
    if "]]" in before and "[[" not in before:
        before = ""
    more: dict[str, Any] = {"section": draw(st.integers(1, 3))}
    if kind == "action":
        more |= {"owners": ("HC", SECRET), "due": f"by {SECRET}", "topic": SECRET, "ref": f"B{at}"}
    if kind == "decision":
        more["decision"] = Decision(mover=SECRET, seconder=SECRET)
    if more["section"] == 3 or draw(st.booleans()):
        return entry(at, kind, f"{before}{SECRET}{after}", restricted=more["section"] != 3, speakers=(SECRET,), **more)
    if kind == "action":
        more |= {"owners": ("HC", "Zan Zi"), "due": f"by [[{SECRET}]]", "topic": f"[[{SECRET}"}
    more.pop("decision", None)
    return entry(at, kind, f"{before}[[{SECRET}]]{after}", speakers=("Zan Zi", "CP"), **more)


@st.composite
def secretive_meetings(draw: st.DrawFn) -> Meeting:
    entries = [draw(secretive_entries(at)) for at in range(1, draw(st.integers(2, 8)))]
    return meeting(
        *entries,
        title=f"Board [[{SECRET}]]",
        header=(("Date", "7 May 2024"), ("Venue", f"[[{SECRET}"), (f"[[{SECRET}]]", "x"), ("Next", f"[[{SECRET}]]")),
        people=(*PEOPLE, Person(id=8, name="[[Zan Zi]]", capacity=f"[[{SECRET}]]", arrived_in=3)),
        sections=(
            Section(id=1, number="1.", heading=f"Buoys [[{SECRET}]]", papers=(f"[[{SECRET}]]",), reached=2),
            Section(id=2, number="2.", heading="Tides", presenter=f"[[{SECRET}]]", reached=1),
            Section(id=3, number="3.", heading=SECRET, restricted=True, presenter=SECRET, reached=3),
        ),
    )


@covering("style, fmt", style_names(), ["md", "txt", "html"])
@given(shown=secretive_meetings())
def test_no_restricted_word_is_in_the_public_notes(style: str, fmt: str, shown: Meeting) -> None:
    for version in ("public", None):
        page = render(shown, style=style, fmt=fmt, version=version)
        assert SECRET not in page
        assert "Zan Zi" not in page


@given(shown=secretive_meetings())
def test_no_restricted_word_is_in_the_view_of_the_public_version(shown: Meeting) -> None:
    view = repr(compose(copy_for("public", shown)))
    assert SECRET not in view
    assert "Zan Zi" not in view


def secrets() -> Meeting:
    return meeting(
        entry(1, "note", "The [[salvage]] money is in."),
        entry(2, "question", "Who stole it?", restricted=True, speakers=("HC",)),
        entry(3, "point", "The cook."),
        entry(4, "action", "CP to ask the cook.", restricted=True, owners=("CP",)),
        entry(5, "note", "The rope is dry.", section=2),
        sections=(
            Section(id=1, number="1.", heading="DREDGING"),
            Section(id=2, number="2.", heading="THEFT", restricted=True),
        ),
    )


@pytest.mark.parametrize("style", ["narrative", "findings"])
def test_stubs_stand_in_the_place_of_what_is_restricted(style: str) -> None:
    page = render(secrets(), style=style, fmt="txt")
    assert "The [restricted] money is in." in page
    assert page.count("\n[Restricted item]\n") == 2
    assert "\n2. [Restricted item]\n" in page
    assert "cook" not in page
    assert "no actions arising" not in page
    assert "INTERNAL" not in page


@pytest.mark.parametrize("style", ["narrative", "findings"])
def test_the_internal_version_shows_and_marks_what_is_restricted(style: str) -> None:
    page = render(secrets(), style=style, fmt="txt", version="internal")
    assert "INTERNAL VERSION" in page
    assert "The [[salvage]] money is in." in page
    assert "2. [[THEFT]]" in page
    assert "The cook." in page


def test_without_restrictions_the_versions_differ_in_nothing_but_the_mark() -> None:
    shown = meeting(entry(1, "note", "The rope is dry."))
    assert render(shown, version="public") == render(shown)
    internal = [line for line in render(shown, version="internal").split("\n") if line]
    assert internal.count("**DRAFT**") == internal.count("**INTERNAL: not for publication**") == 2
    assert [line for line in internal[:-2] if "INTERNAL" not in line] == [
        line for line in render(shown).split("\n") if line
    ]


def test_a_users_template_gets_no_restricted_word_either(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "notes.txt.j2").write_text(
        "{{ sections }} {{ people }} {{ actions }} {{ meeting }} {{ exchanges }}", encoding="utf-8"
    )
    page = render(secrets(), style="own", fmt="txt", styles_folder=tmp_path)
    assert "DREDGING" in page
    assert not [word for word in ("salvage", "cook", "THEFT", "stole") if word in page]


def test_a_source_with_a_restricted_title_is_not_named() -> None:
    source = Source(id="2" * 32, title="[[Hearing]]", date=datetime(2024, 4, 1).date())
    shown = entry(1, "action", "CP to ask.", ref="B1", topic="x")
    assert shown.action
    from msgspec.structs import replace

    shown = replace(shown, action=replace(shown.action, origin=Origin(meeting=source, entry=1, topic="x")))
    assert "Hearing" not in repr(compose(copy_for("public", meeting(shown))))
