"""The command line: the table of commands, and the one place where their errors become words and exit statuses.

Each command stands in a module of `tui/commands/`, imported when it is asked for: `render` and `actions` never pay
for Textual, nor a screen for Jinja2.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import NoReturn

import click

from tui import __version__
from tui.commands.shared import book_of, say, warn
from tui.errors import BookError, MinutebookError
from tui.terminal.raw_terminal import has_screen
from tui.terminal.standard_output import give_up_output, is_closed, is_of_output

COMMANDS = {
    "new": ("meetings:new", "Make a meeting from an agenda as it comes, or after another"),
    "details": ("details:details", "Print or change a meeting's title, day, place and people"),
    "open": ("live:open_live", "Open the live screen, or follow who has it open"),
    "review": ("live:review", "Settle a meeting's actions one after another"),
    "capture": ("capture:capture", "Enter lines from a script or standard input, as if typed"),
    "render": ("notes:render", "Print the notes of a meeting in a house layout"),
    "check": ("check:check", "List what is still open before the notes go out"),
    "approve": ("approve:approve", "Sign off the notes; what is changed later is an amendment"),
    "corrections": ("afterwards.returned:corrections", "Take over what somebody changed in the notes sent to them"),
    "house": ("house:house", "Choose how a series' notes look and where they go"),
    "publish": ("publish:publish", "Write the public notes of a meeting into a folder"),
    "mail": ("afterwards.mail:mail", "Write mail drafts to owners, to members and to the chair"),
    "site": ("afterwards.site:site", "Write a page and a feed of a series' published notes"),
    "published": ("publish:published", "List what was published, when, and whether it is stale"),
    "retract": ("publish:retract", "Put a notice in the place of published notes"),
    "actions": ("actions:actions", "List the actions of the whole book"),
    "action": ("actions:action", "Update one action: it is done, dropped or due another day"),
    "decisions": ("registers:decisions", "List the decisions of the whole book, with their votes"),
    "attendance": ("registers:attendance", "List how often the members of each series came"),
    "interests": ("registers:interests", "List the interests that were declared"),
    "questions": ("registers:questions", "List the questions that were asked, and whether answered"),
    "list": ("meetings:list_meetings", "List the meetings of the book"),
    "search": ("search:search", "Find words in every meeting of the book"),
    "import": ("importing:import_meetings", "Read finished minutes into the book, or copy meeting files"),
    "verify": ("keeping.records:verify", "Tell whether approved minutes are as they were written"),
    "seal": ("keeping.records:seal", "Give up what was corrected or deleted before the approval"),
    "hold": ("keeping.records:hold", "Keep a meeting from being sealed, or release it"),
    "restore": ("keeping.restoring:restore", "Bring an earlier state of a meeting back"),
    "join": ("keeping.joining:join", "Join a meeting with a copy of it, entry by entry"),
    "copy": ("copying:copy", "Copy a book to another place: a folder or PostgreSQL"),
    "delete": ("details:delete", "Put a meeting into the bin"),
    "bin": ("details:list_bin", "List the meetings in the bin"),
    "restore-deleted": ("details:restore_deleted", "Bring a meeting back from the bin"),
    "styles": ("styles:styles", "List the styles of notes, or copy one to change it"),
    "phrases": ("styles:phrases", "List the phrases that are typed short, add and remove them"),
    "serve": ("serve:serve", "Show the program and the live notes in a browser"),
    "demo": ("live:demo", "Try it: a sample meeting in a scratch book"),
}
"""The commands in the order in which the help lists them: module of `tui/commands/` and function, and what it does."""

_UNLISTED = {"in-browser": "serve:in_browser"}
"""The commands that only other commands start."""


class Commands(click.Group):
    """The commands of the table, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, in the order of the table."""
        del ctx  # The table is the same for every call.
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name; None where there is none."""
        del ctx
        where = _UNLISTED.get(cmd_name) or COMMANDS.get(cmd_name, ("",))[0]
        if not where:
            return None
        module, _, function = where.partition(":")
        command = getattr(import_module(f"tui.commands.{module}"), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say at the end of the help where the program's log is."""
        del ctx
        from tui.config.log_place import log_path

        with formatter.section("Log"):
            formatter.write_text(f"What went wrong in the program itself (or MINUTEBOOK_LOG): {log_path() or 'none'}")


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--book",
    "folder",
    envvar="MINUTEBOOK_DIR",
    metavar="DIR",
    help="The folder of meetings, or postgresql://… (or MINUTEBOOK_DIR).",
)
@click.version_option(__version__, prog_name="minutebook")
@click.pass_context
def minutebook(context: click.Context, folder: str | None) -> None:
    """Run a live meeting from the keyboard, and turn it into finished notes.

    MEETING is a path, or a file name or its unambiguous beginning in the book; left out, the latest meeting.
    """
    context.obj = folder
    if context.invoked_subcommand is not None:
        return
    if has_screen():
        from tui.commands.live import open_book

        open_book(book_of(context))
    else:
        from tui.commands.meetings import list_meetings

        context.invoke(list_meetings)
        say("Open one: minutebook open MEETING. Every command: minutebook --help")


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
        warn(f"minutebook: {error}")
        sys.exit(error.exit_status)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        warn("minutebook: " + "; ".join(" ".join(line.split()) for line in _lines_of(error)))
        sys.exit(2)
    except BrokenPipeError:
        give_up_output()
        sys.exit(1)
    except Exception as error:
        if is_of_output(error) and isinstance(error, OSError):
            give_up_output()
            from tui.book.disk.atomic_write import in_words

            why = "standard output is closed" if is_closed(error) else in_words(error)
            warn(f"minutebook: what is to be printed cannot be written: {why}")
            sys.exit(BookError.exit_status)
        from tui.config.program_log import report_fault

        fault = report_fault(error)
        warn(f"minutebook: {fault}")
        sys.exit(fault.exit_status)
    sys.exit(0)


if __name__ == "__main__":
    main()
