"""What is still open before the notes go out: `check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands.shared import now, opening, say, warn, with_book
from tui.errors import BadInput
from tui.meeting.text.sanitizing import escaped_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.book.folder import Book
    from tui.meeting.checking.findings import Finding
    from tui.meeting.checking.house_style import HouseStyle
    from tui.meeting.history.journal import Journal
    from tui.meeting.model import Meeting

_ALL = "all"
_ROOM = 100
"""Characters of the words that are shown of each finding."""


@click.command()
@click.argument("meeting", required=False)
@click.option("--waived", is_flag=True, help="List too what was waived, with the reasons.")
@click.option("--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fix", metavar="NAME", multiple=True, help="Write what is suggested for it; `all` for every one.")
@click.option("--mend", "fix_as_before", metavar="NAME", multiple=True, hidden=True)
@click.option("--waive", metavar="NAME", multiple=True, help="Leave it as it is, with a --reason.")
@click.option("--reason", metavar="WORDS", help="Why it is waived.")
@click.option("--unwaive", metavar="NAME", multiple=True, help="Take a waiver back.")
@click.option("--repair", is_flag=True, help="Recover what can be read of a damaged file, which is kept beside it.")
@click.option("--spelling", is_flag=True, help="Look words up in a dictionary too, where this machine has one.")
@click.option("--house-style", is_flag=True, help="Print the house style list that travels with the program.")
@with_book
def check(
    book: Book,
    meeting: str | None,
    waived: bool,
    fmt: str,
    fix: tuple[str, ...],
    fix_as_before: tuple[str, ...],
    waive: tuple[str, ...],
    reason: str | None,
    unwaive: tuple[str, ...],
    repair: bool,
    spelling: bool,
    house_style: bool,
) -> None:
    """List what is still open before the notes go out; exit 1 if anything is.

    Each line has a number, the place, what is open, the words around it, and a name in brackets. NAME is that name or
    that number. The house style list can be changed: put one of your own into styles/house_style.toml in the book.
    """
    from tui.book.house_style import house_style_of, shipped_house_style

    if house_style:
        click.echo(shipped_house_style().read_text(encoding="utf-8"), nl=False)
        return
    if repair:
        _repair(book.find(meeting))
        return
    _need_reason(waive, reason)
    house, path, fix = house_style_of(book.folder), book.find(meeting), fix + fix_as_before
    if fix or waive or unwaive:
        _change(book, path, house, fix=fix, waive=waive, reason=reason or "", unwaive=unwaive)
        return
    read, findings = _examined(book, path, house, spelling=spelling)
    if fmt == "json":
        _print_json(read, findings, waived=waived)
    else:
        _print_lines(read, findings, waived=waived)
        _print_notice(book, read)
    if any(finding.waiver is None for finding in findings):
        sys.exit(1)


def _need_reason(waive: tuple[str, ...], reason: str | None) -> None:
    if bool(waive) != (reason is not None):
        words = "a waiver needs a reason" if waive else "a reason was given, but nothing to waive"
        raise BadInput(words, hint="--waive NAME --reason WORDS")


def _repair(path: Path) -> None:
    """Recover what can be read of a meeting's file, and say what could not."""
    from tui.book.opened import open_meeting

    with open_meeting(path) as opened:
        for words in opened.notices or ("each row is as it was written: there is nothing to repair",):
            say(f"{path}: {words}")


def _examined(book: Book, path: Path, house: HouseStyle, *, spelling: bool) -> tuple[Meeting, tuple[Finding, ...]]:
    from tui.book.draft import read_draft
    from tui.book.keeping.attesting import changed_words
    from tui.book.meeting_file import damage_words, read_stored
    from tui.book.series import numbered_with
    from tui.meeting.checking.check import examine

    stored = read_stored(path)
    for words in (damage_words(stored) if stored.hurt else "", changed_words(stored)):
        if words:
            warn(f"minutebook: {path}: {words}")
    journal = stored.journal
    draft = read_draft(path, journal)
    series = numbered_with(book, journal.meeting)
    unknown = _unknown_words(book, journal.meeting) if spelling else {}
    line = draft.line if draft else ""
    return journal.meeting, examine(journal.meeting, house, draft=line, series=series, unknown=unknown)


def _unknown_words(book: Book, meeting: Meeting) -> dict[str, str]:
    """Look a meeting's words up in a dictionary. Raises BadInput where there is none."""
    from tui.book.house_style import learnt_words
    from tui.meeting.checking.check import dictionary_words
    from tui.spelling.dictionaries import dictionary_of
    from tui.spelling.speller import Speller
    from tui.use_cases.house_words import words_of_house

    dictionary = dictionary_of(meeting.language)
    if dictionary is None:
        raise BadInput(
            f"no dictionary for “{meeting.language}” was found on this machine",
            hint="pip install 'minutebook[spelling]', and a dictionary of Hunspell's: see docs/check.md",
        )
    speller = Speller(dictionary)
    try:
        speller.ask(dictionary_words(meeting))
    finally:
        speller.close()
    learnt = learnt_words(book.folder)
    learnt |= words_of_house(book, meeting) if speller.unknown else frozenset()
    return {word: meant for word, meant in speller.unknown.items() if word not in learnt}


def _numbered(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Return the findings by their numbers in the list: those open from 1, those waived from `w1`."""
    numbered: dict[str, Finding] = {}
    counts = {False: 0, True: 0}
    for finding in findings:
        counts[finding.waiver is not None] += 1
        numbered[f"{'w' if finding.waiver else ''}{counts[finding.waiver is not None]}"] = finding
    return numbered


def _print_lines(meeting: Meeting, findings: tuple[Finding, ...], *, waived: bool) -> None:
    from tui.meeting.checking.check import summary
    from tui.meeting.checking.places import extract_of, place_of

    for number, finding in _numbered(findings).items():
        if finding.waiver is not None and not waived:
            continue
        words = extract_of(finding, _ROOM).text
        line = f"{number}. {place_of(meeting, finding)}: {finding.message}"
        line += f" — {words}" if words else ""
        line += f" (waived: {finding.waiver.reason})" if finding.waiver else ""
        say(f"{line} [{finding.name}]")
    say(f"{meeting.title}: {summary(findings)}.")


def _print_notice(book: Book, meeting: Meeting) -> None:
    """Say until when the notice of a meeting to come has to be given, where a rule tells it."""
    from tui.book.shelf.notice import notice_of, said_notice

    notice = notice_of(book.folder, meeting)
    if notice is not None and meeting.date >= now().date():
        late = "; that day is past" if notice.date < now().date() and not meeting.published else ""
        say(f"{said_notice(notice)}{late}.")


def _print_json(meeting: Meeting, findings: tuple[Finding, ...], *, waived: bool) -> None:
    import json

    rows = [
        _row(meeting, number, finding)
        for number, finding in _numbered(findings).items()
        if waived or finding.waiver is None
    ]
    click.echo(escaped_json(json.dumps(rows, ensure_ascii=False, indent=2)))


def _row(meeting: Meeting, number: str, finding: Finding) -> dict[str, Any]:
    from tui.meeting.checking.places import place_of

    section = next((s for s in meeting.sections if s.id == finding.section), None)
    entry = next((e for e in meeting.entries if e.id == finding.entry), None)
    return {
        "number": number,
        "name": finding.name,
        "kind": finding.kind.value,
        "place": place_of(meeting, finding),
        "section": {"id": section.id, "number": section.number, "heading": section.heading} if section else None,
        "entry": {"id": entry.id, "kind": entry.kind.value} if entry else None,
        "person": finding.person,
        "span": list(finding.span) if finding.span else None,
        "text": finding.text,
        "words": finding.words,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "waived": finding.waiver.reason if finding.waiver else None,
    }


def _change(
    book: Book,
    path: Path,
    house: HouseStyle,
    *,
    fix: tuple[str, ...],
    waive: tuple[str, ...],
    reason: str,
    unwaive: tuple[str, ...],
) -> None:
    """Fix, waive and take waivers back, all of them or none; the numbers are those of the list before."""
    from tui.book.series import numbered_with
    from tui.meeting.checking import fixes
    from tui.meeting.checking.check import examine, summary

    with opening(path) as opened:
        draft = opened.draft.line if opened.draft else ""
        series = numbered_with(book, opened.meeting)
        findings = examine(opened.meeting, house, draft=draft, series=series)
        journal: Journal = opened.journal
        at = now()
        for finding in _named(findings, unwaive):
            journal = fixes.unwaive(journal, finding, at)
        for finding in _named(findings, waive):
            journal = fixes.waive(journal, finding, reason, at)
        if _ALL in fix:
            fixed = [one for one in findings if one.suggestion and one.waiver is None]
        else:
            fixed = _named(findings, fix)
        if fix:
            journal = fixes.fix_all(journal, fixed, at)
        opened.take(journal)
        for finding in fixed:
            say(f"fixed: “{finding.words}” is now “{finding.suggestion}”")
        say(f"{opened.meeting.title}: {summary(examine(opened.meeting, house, draft=draft, series=series))}.")


def _named(findings: tuple[Finding, ...], names: tuple[str, ...]) -> list[Finding]:
    """Find what is meant by names or numbers. Raises BadInput for one that means nothing."""
    known = {**_numbered(findings), **{finding.name: finding for finding in findings}}
    for name in names:
        if name not in known:
            raise BadInput(
                f"the check finds nothing called {name!r}", hint="`minutebook check` lists names and numbers"
            )
    return list({known[name].name: known[name] for name in names}.values())
