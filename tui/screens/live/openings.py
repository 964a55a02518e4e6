"""The screens that open above the live one: each opens where it was left, and the line being typed stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.errors import BadInput
from tui.keys.needs import ACTIONS
from tui.meeting.actions.actions import actions_of
from tui.meeting.capture.capture import Outcome
from tui.meeting.history.journal import Journal
from tui.meeting.model import Meeting
from tui.meeting.text.sanitizing import showable
from tui.screens.live.entry_commands import ask
from tui.screens.live.navigation import go_to_section, select_entry
from tui.screens.live.parts import Parts
from tui.screens.opened_screen import OpenedScreen
from tui.widgets.live.capture_pane import EDITING

if TYPE_CHECKING:
    from tui.meeting.checking.findings import Finding
    from tui.meeting.checking.house_style import HouseStyle


def open_check(live: Parts, left: Callable[[bool], None] = lambda _: None) -> None:
    """List what is still open, and go where the user wants to go from there; `left` is told whether anywhere."""
    from tui.book.folder import Book
    from tui.book.series import numbered_with
    from tui.screens.review.check import CheckScreen

    screen, capture = live.screen, live.capture
    # An entry being edited is stored already.
    draft = "" if capture.editing is not None else capture.line.line
    series = numbered_with(Book(screen.opened.path.parent), screen.meeting)
    check = CheckScreen(
        screen.opened,
        screen.now,
        house_style_said(screen),
        draft=draft,
        chosen=live.check_left_at,
        series=series,
        spelling=live.spelling,
    )
    check.saved_at = screen.saved_at

    def come_back(_: None) -> None:
        screen.show_saving()
        screen.show_meeting()
        if check.going_to is not None:
            live.check_left_at = check.going_to.name
            _go_to_finding(live, check.going_to)
            if check.asking is not None:
                ask(live, check.asking)
        left(check.going_to is not None)

    screen.app.push_screen(check, come_back)


def house_style_said(screen: OpenedScreen) -> HouseStyle:
    """Return the book's list; where it cannot be read, say so and go on with the one that travels along."""
    from tui.book.house_style import house_style_of, shipped_rules

    try:
        return house_style_of(screen.opened.path.parent)
    except BadInput as error:
        screen.notify(showable(str(error)), title="House style", severity="warning", timeout=20, markup=False)
        return shipped_rules()


def _go_to_finding(live: Parts, finding: Finding) -> None:
    """Show the place of a finding: a section is entered, an entry selected, people or details are opened."""
    from tui.meeting.checking.findings import FindingKind

    if finding.section is None:
        live.screen.set_focus(live.capture.line)
        if finding.kind is FindingKind.PERSON:
            open_people(live)
        elif finding.kind in (FindingKind.GAP, FindingKind.DATE):
            open_details(live)
    elif finding.entry is None:
        go_to_section(live, finding.section)
        live.screen.set_focus(live.capture.line)
    else:
        select_entry(live, finding.entry)


def open_preview(live: Parts) -> None:
    """Show the notes as they would print now, at the entry selected in the log or where they were left."""
    from tui.screens.review.looked import Looked
    from tui.screens.review.preview import PreviewScreen

    screen, looked = live.screen, live.preview_left_at or Looked()
    selected = live.log.view.selected if live.log.view.has_focus else None
    if selected is not None:
        looked = replace(looked, entry=selected)
    preview = PreviewScreen(screen.opened, screen.now, looked)
    preview.saved_at = screen.saved_at

    def come_back(_: None) -> None:
        live.preview_left_at = preview.looked
        screen.show_saving()
        if preview.going_to:
            select_entry(live, preview.going_to)

    screen.app.push_screen(preview, come_back)


def open_review(live: Parts, left: Callable[[bool], None] = lambda _: None) -> None:
    """Open the chair's review; `left` is told when it is left."""
    screen = live.screen
    if live.capture.editing is not None:
        screen.say(EDITING)
        return
    if not actions_of(screen.meeting):
        screen.say(ACTIONS.words)
        return
    from tui.screens.review.review import ReviewScreen

    review = ReviewScreen(screen.opened, screen.now, place=live.review_left_at, saved_at=screen.saved_at)

    def come_back(_: None) -> None:
        live.review_left_at = review.left_at
        screen.show_saving()
        screen.note_change(None)
        screen.show_meeting()
        left(False)

    screen.app.push_screen(review, come_back)


def open_people(live: Parts) -> None:
    """Open the list of people."""
    from tui.screens.dialogs.people import People

    screen = live.screen

    def change(make: Callable[[Journal, datetime], Outcome]) -> Meeting:
        """Make a change of the people; return the new state. Raises Refused, with the reason, where it can't be."""
        outcome = make(screen.journal, screen.now())
        screen.change(lambda: outcome)
        return screen.meeting

    screen.app.push_screen(People(screen.meeting, change))


def open_details(live: Parts) -> None:
    """Open the details, in which title, day, place and people are put right."""
    from tui.screens.details.details import DetailsScreen

    screen = live.screen
    details = DetailsScreen(screen.opened, screen.now)
    details.saved_at = screen.saved_at

    def come_back(_: None) -> None:
        screen.show_saving()
        screen.note_change(None)
        screen.show_meeting()

    screen.app.push_screen(details, come_back)
