"""Due words in the meeting's language, after `^` and in an action's own text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.lines import any_line
from tui.meeting.dates.due import due_from_words, find_due, locate_due
from tui.meeting.dates.meeting_references import next_meeting
from tui.meeting.dates.other_languages import found_in
from tui.meeting.model import Meeting

HELD = date(2031, 2, 3)
"""A Monday."""


def held(code: str, *header: tuple[str, str]) -> Meeting:
    return Meeting(id="0" * 32, title="Xy", date=HELD, language=code, header=header)


GERMAN = [
    ("bis Freitag", date(2031, 2, 7)),
    ("bis Fr", None),
    ("bis kommenden Mittwoch", date(2031, 2, 5)),
    ("bis Montag", date(2031, 2, 10)),
    ("bis Dienstag nächster Woche", date(2031, 2, 11)),
    ("bis zum 21. Februar", date(2031, 2, 21)),
    ("bis 21.2.", date(2031, 2, 21)),
    ("bis zum 1.3.2031", date(2031, 3, 1)),
    ("vor dem 3. März", date(2031, 3, 3)),
    ("bis Samstag, den 15. Februar", date(2031, 2, 15)),
    ("bis Ende April", date(2031, 4, 30)),
    ("bis Monatsende", date(2031, 2, 28)),
    ("bis Ende der Woche", date(2031, 2, 7)),
    ("in drei Wochen", date(2031, 2, 24)),
    ("innerhalb von zehn Tagen", date(2031, 2, 13)),
    ("binnen einer Woche", date(2031, 2, 10)),
    ("in der nächsten Vorstandssitzung", date(2031, 3, 10)),
    ("bis morgen", date(2031, 2, 4)),
]
FRENCH = [
    ("d'ici vendredi", date(2031, 2, 7)),
    ("d’ici mercredi prochain", date(2031, 2, 5)),
    ("avant le 1er mars", date(2031, 3, 1)),
    ("pour le 21 février", date(2031, 2, 21)),
    ("avant la fin du mois", date(2031, 2, 28)),
    ("d'ici fin avril", date(2031, 4, 30)),
    ("dans trois semaines", date(2031, 2, 24)),
    ("sous huit jours", date(2031, 2, 10)),
    ("lors de la prochaine réunion", date(2031, 3, 10)),
]
SPANISH = [
    ("antes del viernes", date(2031, 2, 7)),
    ("para el próximo miércoles", date(2031, 2, 5)),
    ("antes del 1 de marzo", date(2031, 3, 1)),
    ("hasta el 21 de febrero de 2031", date(2031, 2, 21)),
    ("antes de fin de mes", date(2031, 2, 28)),
    ("dentro de tres semanas", date(2031, 2, 24)),
    ("para la próxima reunión", date(2031, 3, 10)),
]
WELSH = [
    ("erbyn dydd Gwener", date(2031, 2, 7)),
    ("erbyn dydd Mercher nesaf", date(2031, 2, 5)),
    ("cyn 1 Mawrth", date(2031, 3, 1)),
    ("erbyn 21 Chwefror 2031", date(2031, 2, 21)),
    ("erbyn diwedd y mis", date(2031, 2, 28)),
    ("ymhen pythefnos", date(2031, 2, 17)),
    ("erbyn y cyfarfod nesaf", date(2031, 3, 10)),
]
NEXT = {
    "de": ("Nächste Sitzung", "Montag, 10. März 2031"),
    "fr": ("Prochaine réunion", "lundi 10 mars 2031 à 19 h"),
    "es": ("Próxima reunión", "10 de marzo de 2031"),
    "cy": ("Cyfarfod nesaf", "10 Mawrth 2031"),
}
CASES = [
    (code, words, day)
    for code, cases in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH), ("cy", WELSH))
    for words, day in cases
]


@pytest.mark.parametrize(("code", "words", "day"), CASES)
def test_due_words_of_the_language_give_their_day(code: str, words: str, day: date | None) -> None:
    meeting = held(code, NEXT[code])
    due = due_from_words(meeting, words)
    assert (due.words, due.date) == (words, day)
    text = f"XY abc {words}."
    located = locate_due(meeting, text)
    if day is None:
        assert located is None or located.due.date is None
    else:
        assert located is not None
        assert (located.due.words, located.due.date) == (words, day)
        assert text[slice(*located.span)] == words


@pytest.mark.parametrize("code", ["de", "fr", "es", "cy"])
def test_english_is_read_in_any_meeting_and_others_in_their_own_alone(code: str) -> None:
    assert due_from_words(held(code), "by Friday").date == date(2031, 2, 7)
    due = find_due(held(code), "JH to write by 14 March")
    assert due is not None
    assert due.date == date(2031, 3, 14)
    assert find_due(held("en"), "JH soll schreiben bis Freitag, d'ici vendredi, erbyn dydd Gwener") is None


@pytest.mark.parametrize("code", NEXT)
def test_the_next_meeting_is_known_by_the_line_of_the_language(code: str) -> None:
    assert next_meeting(held(code, NEXT[code])) == date(2031, 3, 10)


def test_words_that_tell_no_day_are_kept() -> None:
    due = due_from_words(held("de"), "nach der Ernte")
    assert (due.words, due.date) == ("nach der Ernte", None)


@given(st.sampled_from(["de", "fr", "es", "cy"]), any_line)
def test_what_is_found_stands_where_it_says(code: str, text: str) -> None:
    for found in found_in(code, text):
        assert 0 <= found.start <= found.day < found.end <= len(text)
