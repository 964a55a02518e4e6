"""The house's ways: `styles` lists the layouts, `styles copy` makes one to edit, `phrases` is what is typed short."""

from __future__ import annotations

import shlex
from datetime import date

import click

from tui.commands.shared import book_of, say
from tui.errors import BadInput, BookError

_LAST = 8
"""From how many meetings phrases are suggested."""


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


@styles.command("new")
@click.argument("name")
@click.option(
    "--from", "based_on", default="narrative", show_default=True, metavar="STYLE", help="What it is based on."
)
@click.pass_context
def new(context: click.Context, name: str, based_on: str) -> None:
    """Make a style NAME of settings alone: letterhead, logo, head, numbers, words, a table of actions.

    They stand in a plain file with a line on each; nothing is programmed.
    """
    from tui.book.disk.atomic_write import in_words
    from tui.notes.templates.style_copies import new_style

    folder = book_of(context).folder / "styles"
    try:
        made = new_style(name, based_on, folder)
    except OSError as error:
        hint = "choose another book with --book or MINUTEBOOK_DIR"
        raise BookError(f"the style cannot be made: {in_words(error)}", where=folder, hint=hint) from None
    say(f"{made}: open it in an editor; minutebook render --style {name!r} uses it, and F9 shows it")


@click.group(invoke_without_command=True)
@click.pass_context
def phrases(context: click.Context) -> None:
    """List the phrases that are typed by a semicolon and a short name, and suggest some with what they would save.

    They stand in styles/phrases.txt of the book, one a line, its name first; comments there are not kept.
    """
    if context.invoked_subcommand is not None:
        return
    from tui.book.house_style import phrases_of
    from tui.meeting.completion.phrases import suggested_phrases

    book = book_of(context)
    own = phrases_of(book.folder)
    for name, words in own.items():
        say(f";{name}  {words}")
    if not own:
        say("There are no phrases yet. Add one: minutebook phrases add NAME WORDS")
    suggested = suggested_phrases(book.last_before(date.max, _LAST), own)
    if suggested:
        say("Suggested, with the keys that each would have saved in the last meetings:")
    for one in suggested:
        say(f"{one.saved:6}  minutebook phrases add {one.name} {shlex.quote(one.words)}  ({one.times} times)")


@phrases.command("add")
@click.argument("name")
@click.argument("words", nargs=-1, required=True)
@click.pass_context
def add_phrase(context: click.Context, name: str, words: tuple[str, ...]) -> None:
    """Add a phrase: typed as ;NAME and a space, it is written out as WORDS."""
    from tui.book.house_style import keep_phrases, phrases_of
    from tui.meeting.completion.phrases import is_phrase

    book = book_of(context)
    own, said = phrases_of(book.folder), " ".join(" ".join(words).split())
    if not is_phrase(name, said):
        hint = "a name is a small letter and up to eleven more, or figures: psa"
        raise BadInput("this is no phrase that could be typed", where=name, hint=hint)
    keep_phrases(book.make(), {**own, name: said})
    say(f";{name}  {said}")
    if name in own and own[name] != said:
        say(f"Before: {own[name]}")


@phrases.command("remove")
@click.argument("name")
@click.pass_context
def remove_phrase(context: click.Context, name: str) -> None:
    """Remove a phrase."""
    from tui.book.house_style import keep_phrases, phrases_of

    book = book_of(context)
    own = phrases_of(book.folder)
    if name not in own:
        raise BadInput("there is no phrase of that name", where=name, hint="minutebook phrases lists them")
    keep_phrases(book.folder, {one: words for one, words in own.items() if one != name})
    say(f"Removed: ;{name}  {own[name]}")
