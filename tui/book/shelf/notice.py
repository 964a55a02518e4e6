"""When the notice of a meeting has to be given: the rules that travel with the program, and the book's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tui.errors import BadInput
from tui.given import read_given
from tui.meeting.dates.notice import NoticeRule, last_day_for, rule_said
from tui.meeting.dates.written_dates import WEEKDAYS, said_date
from tui.meeting.model import Meeting, Value
from tui.meeting.text.matching import nearest_first
from tui.meeting.text.toml import line_of, read_toml
from tui.resources import shipped

NAME = "notice_rules.toml"
_KEY = "Notice"
_HINT = "correct it, or move it away"
_FIELDS = {"words": str, "days": int, "clear": bool, "without": list, "holidays": str, "dates": list}


class NoticeDay(Value, frozen=True, kw_only=True):
    """The last day on which the notice of a meeting can be given."""

    date: date
    rule: str
    """The rule, in words."""


def notice_of(book_folder: Path, meeting: Meeting) -> NoticeDay | None:
    """Find the last day for the notice of a meeting; None where neither its line `Notice:` nor the book tells a rule.

    Raises BadInput for a rule that there is none of, and for rules of the book's own that cannot be read.
    """
    rules, usual = _rules_of(book_folder)
    said = meeting.said(_KEY).strip()
    name = said or usual
    if not name:
        return None
    rule = rules.get(name.casefold()) or rule_said(name)
    if rule is None:
        if said and not _is_a_name(said):
            # Words of the agenda's own, for its readers.
            return None
        known = ", ".join(nearest_first(name, rules))
        raise BadInput(f"there is no rule “{name}” for the notice", hint=f"there are: {known}; or say: 3 clear days")
    day = last_day_for(rule, meeting.date, lambda one: _is_holiday(rule.holidays, one))
    return NoticeDay(date=day, rule=rule.words) if day is not None else None


def said_notice(notice: NoticeDay) -> str:
    """Say until when the notice has to be given, and by what rule."""
    day = notice.date
    return f"Notice by {WEEKDAYS[day.weekday()]} {said_date(day)} ({notice.rule})"


def _is_a_name(words: str) -> bool:
    return "-" in words and " " not in words


def _is_holiday(whose: str, day: date) -> bool:
    if not whose:
        return False
    # Needed for a rule alone, and slower to import than a small book is to read.
    from holidays import country_holidays

    country, _, part = whose.partition("-")
    try:
        return day in country_holidays(country, subdiv=part or None, years=day.year)
    except NotImplementedError:
        raise BadInput(f"no holidays are known of “{whose}”", hint="write GB-ENG, DE-BY, or a country: FR") from None


def _rules_of(book_folder: Path) -> tuple[dict[str, NoticeRule], str]:
    """Read the rules by their names, and the name of the one that holds where an agenda says nothing."""
    path = shipped("templates") / NAME
    rules, _ = _read(path.read_text(encoding="utf-8"), path)
    own = book_folder / "styles" / NAME
    try:
        text = read_given(own).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return rules, ""
    except (OSError, UnicodeDecodeError):
        raise BadInput("the rules for the notice cannot be read", where=own, hint=_HINT) from None
    more, usual = _read(text, own)
    return rules | more, usual


def _read(text: str, path: Path) -> tuple[dict[str, NoticeRule], str]:
    found = read_toml(text, path, _HINT)
    usual = found.pop("default", "")
    rules = {name.casefold(): _rule(name, row, text, path) for name, row in found.items()}
    return rules, str(usual)


def _rule(name: str, row: Any, text: str, path: Path) -> NoticeRule:
    """Make a rule of a table. Raises BadInput, with the line, for one that is none."""
    if not isinstance(row, dict):
        raise BadInput(f"“{name}” is no rule", where=path, line=line_of(text, (name,)), hint="a rule is a table")
    for key, value in row.items():
        if key not in _FIELDS or not isinstance(value, _FIELDS[key]):
            hint = f"a rule has {', '.join(_FIELDS)}"
            raise BadInput(f"“{key}” cannot be so", where=path, line=line_of(text, (name, key)), hint=hint)
    if not 0 < row.get("days", 0) < 366:
        raise BadInput(f"the rule {name} needs days, 1 to 365", where=path, line=line_of(text, (name,)), hint=_HINT)
    try:
        without = tuple(WEEKDAYS.index(one) for one in row.get("without", ()))
        dates = tuple(one if isinstance(one, date) else date.fromisoformat(one) for one in row.get("dates", ()))
    except (ValueError, TypeError):
        hint = 'weekdays as "Sunday", dates as "2026-12-24"'
        raise BadInput(
            f"a day of the rule {name} is none", where=path, line=line_of(text, (name,)), hint=hint
        ) from None
    fields = {key: row[key] for key in ("days", "clear", "holidays") if key in row}
    return NoticeRule(words=row.get("words", name), without=without, dates=dates, **fields)
