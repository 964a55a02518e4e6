"""The house layouts: `styles`, and `styles copy`, which makes one that the user can edit."""

from __future__ import annotations

import click

from tui.commands.shared import book_of, say
from tui.errors import BookError


@click.group(invoke_without_command=True)
@click.option("--view", is_flag=True, help="Print the page on what a template sees, in Markdown.")
@click.pass_context
def styles(context: click.Context, view: bool) -> None:
    """List the styles of notes, each with a sentence and its formats."""
    if context.invoked_subcommand is not None:
        return
    if view:
        from tui.notes.view.view_page import described

        click.echo(described(), nl=False)
        return
    from tui.notes.templates.style_copies import list_styles

    lines = list_styles(book_of(context).folder / "styles")
    width = max((len(line.name) for line in lines), default=0)
    for line in lines:
        say(f"{line.name.ljust(width)}  {line.sentence or 'No sentence says what it is for.'}")
        place = f"; your own, in {line.own}" if line.own else ""
        instead = ", instead of the one of that name that comes with minutebook" if line.instead else ""
        say(f"{' ' * width}  {', '.join(line.formats)}{place}{instead}")
    say("Make your own: minutebook styles copy NAME NEW. What a template sees: minutebook styles --view")


@styles.command("copy")
@click.argument("name")
@click.argument("new", required=False)
@click.pass_context
def copy(context: click.Context, name: str, new: str | None) -> None:
    """Copy the style NAME into the book, as NEW or under its own name, where it can be edited.

    A style of the book comes before one of the same name that travels with the program.
    """
    from tui.book.disk.atomic_write import in_words
    from tui.notes.templates.style_copies import copy_style

    book = book_of(context)
    folder = book.folder / "styles"
    try:
        made = copy_style(name, name if new is None else new, folder)
    except OSError as error:
        hint = "choose another book with --book or MINUTEBOOK_DIR"
        raise BookError(f"the style cannot be copied: {in_words(error)}", where=folder, hint=hint) from None
    say(f"{made}: edit its templates; minutebook render --style {made.name!r} uses them")
