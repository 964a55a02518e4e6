"""Minutes agreed in the other languages that meetings are held in: the headings they stand under, and the plain words.

Only a decision that says so and nothing else counts: with a correction, or any word that is not expected, the minutes
stay a draft, and are approved by hand.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.meeting.text.lazy_patterns import Pattern

_FLAGS = re.IGNORECASE


class _Words(NamedTuple):
    heading: Pattern
    """What a section of the minutes is headed."""
    whole: Pattern
    """A decision that names the minutes, or says only that they are agreed, with how the votes went."""


def _words(heading: str, whole: str, beside: str) -> _Words:
    votes = "|".join(beside.split())
    return _Words(Pattern(heading, _FLAGS), Pattern(rf"(?:{whole})(?:\W+(?:{votes}|\d+))*\W*", _FLAGS))


def _of(words: str) -> str:
    """Return a pattern of which meeting's they are; a condition or an exception among its words ends it."""
    return rf"(?: (?:{words})(?: (?!(?:{_BUT})\b)[^\s,;:()]+){{1,7}})?"


_BUT = (
    "außer|ausgenommen|aber|wenn|falls|sobald|vorbehaltlich|mit|ohne|sauf|hors|mais|si|sous|avec|hormis|excepté|salvo|excepto"
    "|menos|pero|cuando|con|sin|ac eithrio|heblaw|ond|os|pan|gyda|heb|nicht|pas|non|no|ni|nid"
)
_DE = r"(?:sitzungs)?(?:niederschrift|protokoll)(?:en|s|e)?"
_DE_OF = _of("der|des|vom|über|zur")
_DE_HOW = r"(?:(?:einstimmig|mehrheitlich|einvernehmlich|ohne änderung(?:en)?) )*"
_DE_AGREED = rf"{_DE_HOW}(?:genehmigt|angenommen|gebilligt|bestätigt|beschlossen)"
_FR = r"(?:procès-verba(?:l|ux)|comptes?[- ]rendus?|pv)"
_FR_OF = _of("de|du|des")
_FR_AGREED = r"(?:adopté|approuvé|accepté)s?"
_ES_OF = _of("de|del")
_CY_OF = _of("y|cyfarfod")
_CY_AGREED = r"(?:derbyniwyd|ch?ymeradwywyd|ch?ytunwyd|ch?adarnhawyd)"

_LANGUAGES = {
    "de": _words(
        rf"(?:genehmigung|bestätigung|annahme|beschluss\w*|verabschiedung)\b.{{0,40}}\b{_DE}\b"
        rf"|\b{_DE}\b.{{0,30}}\b(?:letzten|vorigen|vergangenen|vorherigen|vorangegangenen)\b",
        rf"(?:(?:die|das|der) )?{_DE}{_DE_OF} (?:(?:wird|wurde|werden|wurden|ist|sind) )?{_DE_AGREED}|{_DE_AGREED}",
        "einstimmig mehrheitlich mit bei ohne gegenstimme gegenstimmen enthaltung enthaltungen ja nein stimmen stimme"
        " ja-stimmen nein-stimmen dafür dagegen und einer",
    ),
    "fr": _words(
        rf"(?:approbation|adoption|validation)\b.{{0,30}}\b{_FR}\b|\b{_FR}\b.{{0,30}}\b(?:dernière|précédente)\b",
        rf"(?:(?:le|les|ce|ces) )?{_FR}{_FR_OF} (?:(?:est|sont|a été|ont été) )?{_FR_AGREED}|{_FR_AGREED}",
        "à l unanimité la majorité par voix pour contre abstention abstentions et sans modification modifications",
    ),
    "es": _words(
        r"(?:aprobación|lectura)\b.{0,40}\bactas?\b|\bactas?\b.{0,20}\b(?:anterior|última)\b",
        rf"se (?:aprueban?|aprobó|aprobaron)(?: por unanimidad)? (?:el|las|los|la) actas?{_ES_OF}"
        rf"|(?:(?:el|las|los|la) )?actas?{_ES_OF} (?:(?:es|fue|queda|quedan|ha sido|se) )?(?:aprobad[oa]s?|aprueban?)"
        r"|se (?:aprueban?|aprobó)|aprobad[oa]s?",
        "por unanimidad mayoría con votos voto a favor en contra abstención abstenciones y sin modificaciones",
    ),
    "cy": _words(
        r"\bcofnodion\b.{0,30}\b(?:diwethaf|[bf]laenorol)\b|(?:cymeradwyo|derbyn|cadarnhau)\b.{0,12}\bcofnodion\b",
        rf"{_CY_AGREED}(?: y| bod| fod)? cofnodion{_of('y|cyfarfod')}|{_CY_AGREED}",
        "yn unfrydol gyda gydag o blaid erbyn ac a fel cofnod cywir",
    ),
}


def is_headed_as_minutes(language: str, heading: str) -> bool:
    """Return whether a heading in one of these languages is that of the minutes of an earlier meeting."""
    words = _LANGUAGES.get(language)
    return words is not None and words.heading.search(heading) is not None


def agrees_in(language: str, said: str) -> bool:
    """Return whether a decision's plain words agree the minutes it stands under, and say nothing else."""
    words = _LANGUAGES.get(language)
    return words is not None and words.whole.fullmatch(said) is not None
