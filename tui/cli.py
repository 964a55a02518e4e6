"""The commands of `minutebook`; the one place that wires the parts together.

Textual is imported only by the commands that open a screen, Jinja2 only by those that render.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from tui.errors import BadInput, BookError, MeetingHeld, MinutebookError, Refused
from tui.first_frame import clear_first_frame, hand_over_first_frame
from tui.meeting.showable import showable

if TYPE_CHECKING:
    from tui.book.folder import Book

BOOK = click.option(
    "--book",
    "folder",
    envvar="MINUTEBOOK_DIR",
    type=click.Path(path_type=Path),
    help="The folder of meetings (or MINUTEBOOK_DIR).",
)


def now() -> datetime:
    """Give the local time with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@BOOK
@click.version_option(package_name="minutebook")
@click.pass_context
def minutebook(context: click.Context, folder: Path | None) -> None:
    """Run a live meeting from the keyboard, and turn it into finished notes.

    MEETING is a path, or a file name or its unambiguous beginning in the book; left out, the latest meeting.
    """
    context.obj = folder
    if context.invoked_subcommand is None:
        context.invoke(list_meetings)
        _say("Open one: minutebook open MEETING. Every command: minutebook --help")


def _book(context: click.Context) -> Book:
    from tui.book.folder import Book

    return Book.at(context.obj or _own_book())


def _own_book() -> str | None:
    """Give the book that the settings name; what is wrong with them is said, and changes nothing else."""
    from tui.settings import read_settings

    settings = read_settings()
    for problem in settings.problems:
        _warn(f"minutebook: {problem}")
    return settings.book or None


def _with_book(command: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the command the book that `--book` names."""

    @click.pass_context
    def wired(context: click.Context, /, *args: Any, **options: Any) -> Any:
        return context.invoke(command, _book(context), *args, **options)

    wired.__doc__ = command.__doc__
    wired.__name__ = command.__name__
    wired.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return wired


def read_text(path: Path) -> str:
    """Read a text file that a person gave. Raises BadInput where it can't be read or is not text."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BadInput("there is no such file", where=path, hint="check the path") from None
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}", where=path) from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput("the file is not UTF-8 text", where=path, line=line, hint="save it as UTF-8") from error


def _write_output(path: Path, text: str) -> None:
    """Write a rendered file whole or not at all."""
    from tui.book.replacing import replace_file

    if not path.parent.is_dir():
        raise BadInput(f"there is no folder {path.parent}", where=path, hint="make it first, or name another")
    if path.is_dir():
        raise BadInput("this is a folder", where=path, hint="name a file in it")
    try:
        replace_file(path, text.encode("utf-8"))
    except OSError as error:
        raise BadInput(f"the file cannot be written: {error.strerror}", where=path) from error


def _say(line: str) -> None:
    """Print one line for a person, its control characters made visible."""
    clear_first_frame()
    click.echo(showable(line))


def _warn(line: str) -> None:
    clear_first_frame()
    click.echo(showable(line), err=True)


@minutebook.command()
@click.option("--agenda", required=True, type=click.Path(path_type=Path), help="The agenda, a Markdown file.")
@click.option("--after", metavar="MEETING", help="The meeting before it: its series' open actions are brought forward.")
@click.option("--date", "day", metavar="D", help="The meeting's date, instead of the agenda's.")
@_with_book
def new(book: Book, agenda: Path, after: str | None, day: str | None) -> None:
    """Make a meeting from an agenda."""
    from tui.book.new_meeting import new_meeting

    made = new_meeting(book, read_text(agenda), str(agenda), after=after, day=_date(day), at=now())
    for warning in made.warnings:
        _warn(warning)
    _say(f"{made.path}: {made.summary}")


def _date(words: str | None) -> date | None:
    from tui.meeting.dates import read_date

    if words is None:
        return None
    written = read_date(words, near=now().date())
    if written is None:
        raise BadInput(f"“{words}” is not a date", hint="write it as 2019-08-27 or 27 August 2019")
    return written.date


@minutebook.command("open")
@click.argument("meeting", required=False)
@click.option("--follow", is_flag=True, help="Only follow, also while nobody is writing.")
@click.option("--projector", is_flag=True, help="Follow in large: the current section alone, for a room.")
@click.option("--internal", is_flag=True, help="Following, show restricted words too; never with --projector.")
@_with_book
def open_live(book: Book, meeting: str | None, follow: bool, projector: bool, internal: bool) -> None:
    """Open a meeting's live screen; while another program has it open, follow it.

    Who follows sees each save within a second, changes nothing, and sees no restricted words unless --internal asks
    for them. The large view never shows them: Ctrl+T changes between it and the one with agenda and log.
    """
    path = book.find(meeting)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput("the live screen needs a terminal", hint="capture takes lines without one")
    if projector and internal:
        raise BadInput("a projector never shows restricted words", hint="leave out --internal or --projector")
    if not (follow or projector):
        with suppress(MeetingHeld):
            _run_live(path)
            return
    _run_following(path, internal=internal, projector=projector)


def _run_following(path: Path, *, internal: bool, projector: bool) -> None:
    from tui.follow_app import FollowApp

    app = FollowApp(path, internal=internal, projector=projector)
    hand_over_first_frame()
    app.run_following()
    if app.opened.path != path.resolve() and app.opened.writable:
        _say(f"The meeting is written to {app.opened.path}")


def _run_live(path: Path) -> None:
    from tui.app import MinutebookApp

    app = MinutebookApp(path)
    hand_over_first_frame()
    app.run_live()
    if app.opened.path != path.resolve():
        _say(f"The meeting is written to {app.opened.path}")


@minutebook.command()
@click.argument("meeting", required=False)
@click.argument("script", required=False, type=click.Path(path_type=Path, allow_dash=True))
@_with_book
def capture(book: Book, meeting: str | None, script: Path | None) -> None:
    """Enter lines from a SCRIPT or standard input, as if typed.

    Each line's outcome is printed; one that cannot apply says why, and the rest go on.
    """
    from tui.book.opened import open_meeting

    path = book.find(meeting)
    where = str(script) if script and str(script) != "-" else "<stdin>"
    text = read_text(script) if where != "<stdin>" and script else _standard_input()
    with open_meeting(path) as opened:
        if opened.recovered:
            _warn(opened.recovered.message)
        refused = _capture_lines(opened, text, where)
    if refused:
        sys.exit(1)


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", errors="replace").removeprefix("\ufeff")


def _capture_lines(opened: Any, text: str, where: str) -> int:
    """Enter the lines of a script; give how many were refused."""
    from tui.meeting.capture import enter

    refused = 0
    for number, line in enumerate(text.replace("\r\n", "\n").removesuffix("\n").split("\n"), 1):
        if not text:
            break
        try:
            outcome = enter(opened.journal, line, now())
        except Refused as refusal:
            refused += 1
            _warn(f"{where}:{number}: {refusal}")
        else:
            opened.take(outcome.journal, line="")
            _say(f"{number}: {outcome.message}")
    return refused


@minutebook.command()
@click.argument("meeting", required=False)
@click.option("--style", default="narrative", show_default=True, help="The house layout.")
@click.option("--format", "fmt", help="txt, md, … as the style has it; else from the name of FILE, else md.")
@click.option("--version", type=click.Choice(["public", "internal"]), help="Public wherever anything is restricted.")
@click.option("--width", default=80, show_default=True, type=click.IntRange(40, 400), help="Columns of a txt file.")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="Write to FILE.")
@_with_book
def render(
    book: Book, meeting: str | None, style: str, fmt: str | None, version: Any, width: int, output: Path | None
) -> None:
    """Print the notes of a meeting in a house layout."""
    from tui.book.meeting_file import read_meeting
    from tui.notes.render import render as render_notes

    fmt = fmt or (output.suffix.removeprefix(".") if output else "") or "md"
    read = read_meeting(book.find(meeting))
    styles = book.folder / "styles"
    text = render_notes(read, style=style, fmt=fmt, version=version, width=width, styles_folder=styles)
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        _write_output(output, text)


@minutebook.command("list")
@_with_book
def list_meetings(book: Book) -> None:
    """List the meetings of the book."""
    meetings = book.meetings()
    if not meetings:
        _say(f"There are no meetings in {book.folder}. Make one: minutebook new --agenda FILE")
    unreadable = 0
    for one in meetings:
        if one.error:
            unreadable += 1
            _warn(str(one.error))
            continue
        entries = f"{one.entries} {'entry' if one.entries == 1 else 'entries'}"
        _say(f"{one.date}  {one.title}  ({entries}, {one.open_actions} open)  {one.path.name}")
    if unreadable:
        sys.exit(BookError.exit_status)


@minutebook.command()
@click.option("--open", "only_open", is_flag=True, help="Only those still open.")
@click.option("--overdue", is_flag=True, help="Only those open past their date.")
@click.option("--owner", metavar="X", help="Only those of one owner.")
@click.option("--format", "fmt", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--version", type=click.Choice(["public", "internal"]), default="public", show_default=True)
@_with_book
def actions(book: Book, only_open: bool, overdue: bool, owner: str | None, fmt: str, version: str) -> None:
    """List the actions of the whole book, each once."""
    from tui.book.register import register, register_table

    rows, errors = register(
        book, today=now().date(), only_open=only_open, overdue=overdue, owner=owner, public=version == "public"
    )
    for error in errors:
        _warn(str(error))
    if fmt == "json":
        import json

        from msgspec import to_builtins

        click.echo(json.dumps(to_builtins(rows), ensure_ascii=False, indent=2))
    else:
        for line in register_table(rows):
            _say(line)
    if errors:
        sys.exit(BookError.exit_status)


@minutebook.command()
def demo() -> None:
    """Try it: a sample meeting in a scratch book.

    Without a terminal, the sample is keyed in and the finished notes are printed.
    """
    from tui.demo import make_demo

    live = sys.stdin.isatty() and sys.stdout.isatty()
    path = make_demo(at=now(), finished=not live)
    if not live:
        from tui.book.meeting_file import read_meeting
        from tui.notes.render import render as render_notes

        click.echo(render_notes(read_meeting(path), style="findings", fmt="txt"))
        return
    _run_live(path)
    _say(f"Your demo meeting is {path}")
    _say(f"Its notes: minutebook --book {path.parent} render --style findings --format txt")


def _lines_of(error: click.ClickException) -> Iterator[str]:
    yield error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        yield f"try `{error.ctx.command_path} --help`"


def main() -> NoReturn:
    """Run the command line; every error is one line on standard error, and an exit status."""
    try:
        minutebook(standalone_mode=False)
        sys.stdout.flush()
    except MinutebookError as error:
        _warn(f"minutebook: {error}")
        sys.exit(error.exit_status)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        _warn("minutebook: " + "; ".join(" ".join(line.split()) for line in _lines_of(error)))
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    sys.exit(0)


if __name__ == "__main__":
    main()
