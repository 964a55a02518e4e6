"""What prints as decided: by no word for a decision where nothing was."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.meeting.decisions.quay import QUAY
from tests.meeting.room import Taker
from tui.meeting.model import Section, SectionState
from tui.notes.render import render

SECTIONS = (Section(id=1, heading="Fence", number="1", state=SectionState.CURRENT, reached=1),)
LABELS = {"en": "Decision", "de": "Beschluss", "fr": "Décision", "es": "Acuerdo", "cy": "Penderfyniad"}


def printed(line: str, style: str, fmt: str, language: str = "en") -> str:
    taker = Taker(replace(QUAY, sections=SECTIONS, language=language))
    taker.do(line)
    return render(taker.meeting, style=style, fmt=fmt).casefold()


@pytest.mark.parametrize("style", ["narrative", "findings", "dialogue"])
@pytest.mark.parametrize("fmt", ["txt", "md", "html"])
@pytest.mark.parametrize(
    "line",
    [
        "=The motion to tar the path was withdrawn",
        "=The path was referred to the works group",
        "=That the path be tarred; no seconder",
        "=Straw poll on the colour: green 3, white 1",
        "=Motion: that the path be tarred; moved by AL",
    ],
)
def test_what_decided_nothing_is_led_in_by_no_word_for_a_decision(line: str, style: str, fmt: str) -> None:
    assert "decision:" not in printed(line, style, fmt).replace("</b>", "")
    assert "decision:" in printed("=That the path be tarred; carried", style, fmt)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "=Der Antrag auf Verkauf wird zurückgezogen"),
        ("fr", "=La motion sur la vente est retirée"),
        ("es", "=Se retira la moción de vender la barca"),
        ("cy", "=Tynnwyd y cynnig i werthu'r cwch yn ôl"),
    ],
)
def test_in_no_language_is_what_was_withdrawn_resolved(language: str, line: str) -> None:
    for style in ("narrative", "formal"):
        assert f"{LABELS[language]}".casefold() not in printed(line, style, "txt", language).partition("fence")[2]


def test_what_was_lost_is_led_in_as_lost() -> None:
    assert "motion lost: that it be red" in printed("=That it be red. 1 for, 3 against", "narrative", "txt")
