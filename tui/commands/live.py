"""The screens on one meeting: `open`, `review` and `demo`."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.closing import finish
from tui.commands.shared import now, say, with_book
from tui.errors import BadInput, MeetingHeld, NewerMeeting
from tui.terminal.first_frame import hand_over_first_frame
from tui.terminal.raw_terminal import has_screen, listens

if TYPE_CHECKING:
    from tui.book.folder import Book
    from tui.book.opened import OnSaved, OpenMeeting


@click.command("open")
@click.argument("meeting", required=False)
@click.option("--follow", is_flag=True, help="Only follow, also while nobody is writing.")
@click.option("--projector", is_flag=True, help="Follow in large: the current section alone, for a room.")
@click.option("--internal", is_flag=True, help="Following, show restricted words too; never with --projector.")
@click.option("--take-over", is_flag=True, help="Take over a meeting whose writer has not been heard of for minutes.")
@click.option("--line", is_flag=True, help="Line by line, to be listened to; also with ACCESSIBLE=1 or TERM=dumb.")
@click.option("--prompt/--no-prompt", default=None, help="With --line: say kind and section before each line, or not.")
@with_book
def open_live(
    book: Book,
    meeting: str | None,
    follow: bool,
    projector: bool,
    internal: bool,
    line: bool,
    prompt: bool | None,
    take_over: bool,
) -> None:
    """Open a meeting's live screen; while another program has it open, follow it.

    Who follows sees each save within a second, changes nothing, and sees no restricted words unless --internal asks
    for them. The large view never shows them: + changes between it and the one with agenda and log.

    With --line each line that is typed, or comes from a pipe, is answered by a plain one, and nothing is drawn: for a
    screen reader, a braille line, a slow connection. /help says what can be typed.
    """
    path = book.find(meeting)
    if (line or listens()) and not (follow or projector):
        run_listening(book, path, prompts=prompt, take_over=take_over)
        return
    if not has_screen():
        raise BadInput("the live screen needs a terminal", hint="capture takes lines without one")
    if projector and internal:
        raise BadInput("a projector never shows restricted words", hint="leave out --internal or --projector")
    if not (follow or projector):
        with suppress(MeetingHeld, NewerMeeting):
            _run_live(path, take_over=take_over)
            return
    _run_following(path, internal=internal, projector=projector)


@click.command()
@click.argument("meeting", required=False)
@click.option("--line", is_flag=True, help="Line by line, to be listened to; also with ACCESSIBLE=1 or TERM=dumb.")
@with_book
def review(book: Book, meeting: str | None, line: bool) -> None:
    """Settle the actions of a meeting one after another: the chair's review.

    It opens the meeting for writing, and goes on with the first action that is not settled. Where another machine
    writes a meeting of a server's book, what is settled here is taken in there.
    """
    path = book.find(meeting)
    if line or listens():
        run_listening(book, path, reviews=True)
        return
    if not has_screen():
        raise BadInput("the review needs a terminal", hint="actions lists the actions without one")
    from tui.apps.review import ReviewApp

    app = ReviewApp(path)
    hand_over_first_frame()
    app.run_live()
    if app.opened.writable:
        finish(app.opened, elsewhere=app.opened.path != path.resolve())


def open_book(book: Book) -> None:
    """Show the book on the screen."""
    from tui.apps.book import BookApp

    app = BookApp(book)
    hand_over_first_frame()
    app.run_book()
    if app.writing is not None:
        # The user quit with a meeting open above the book.
        finish(app.writing, elsewhere=app.writing.path.parent != book.folder.resolve())


def run_listening(
    book: Book, path: Path, *, reviews: bool = False, prompts: bool | None = None, take_over: bool = False
) -> None:
    """Keep a meeting line by line, or settle its actions. Raises BookError, MeetingHeld among them."""
    from tui.config.program_log import open_log
    from tui.listening.conversation import Conversation
    from tui.listening.saving import Saving
    from tui.listening.settling import settle
    from tui.listening.talk import Talk
    from tui.listening.voice import Spoken

    voice, saving = Spoken(prompts=prompts), Saving()
    open_log()
    with voice.heeding_signals(), _opened(path, saving.note, reviews=reviews, take_over=take_over) as opened:
        talk = Talk(opened, now, voice, saving)
        if opened.writable:
            Conversation(talk, book).run(first="/review" if reviews else "")
        else:
            settle(talk)
    if opened.writable:
        finish(opened, elsewhere=opened.path != path.resolve())
    if talk.refused and not voice.terminal:
        sys.exit(1)


def _opened(path: Path, on_saved: OnSaved, *, reviews: bool, take_over: bool) -> OpenMeeting:
    """Open a meeting for writing; one that another machine writes, to settle its actions, where that is all."""
    from tui.book.opened import open_meeting
    from tui.book.proposals.proposing import propose

    try:
        return open_meeting(path, on_saved=on_saved, take_over=take_over)
    except MeetingHeld as held:
        proposing = propose(path, held.message, on_saved) if reviews else None
        if proposing is None:
            raise
        return proposing


def _run_following(path: Path, *, internal: bool, projector: bool) -> None:
    from tui.apps.follow import FollowApp

    app = FollowApp(path, internal=internal, projector=projector)
    if projector and app.following.snapshot.newer:
        # What is restricted there may be so in a way that this program does not know.
        raise NewerMeeting("a newer minutebook wrote this meeting", where=path, hint="update minutebook to project it")
    hand_over_first_frame()
    app.run_following()
    if app.opened.writable:
        finish(app.opened, elsewhere=app.opened.path != path.resolve())


def _run_live(path: Path, *, take_over: bool = False) -> None:
    from tui.apps.meeting import MinutebookApp

    app = MinutebookApp(path, take_over=take_over)
    hand_over_first_frame()
    app.run_live()
    if app.opened.writable:
        finish(app.opened, elsewhere=app.opened.path != path.resolve())


@click.command()
def demo() -> None:
    """Try it: a sample meeting in a scratch book.

    Without a terminal, the sample is keyed in and the finished notes are printed.
    """
    from tui.demo import make_demo

    live = has_screen() or listens()
    path = make_demo(at=now(), finished=not live)
    if not live:
        from tui.book.meeting_file import read_meeting
        from tui.notes.render import render as render_notes

        click.echo(render_notes(read_meeting(path), style="narrative", fmt="txt"))
        return
    if listens():
        from tui.book.folder import Book

        run_listening(Book(path.parent), path)
    else:
        _run_live(path)
    say(f"Your demo meeting is {path}")
    say(f"Its notes: minutebook --book {path.parent} render --style narrative --format txt")
