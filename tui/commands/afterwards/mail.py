"""Mail drafts: `mail` writes to each what is theirs; the user's own mail program opens and sends them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.shared import now, say, warn, with_book
from tui.errors import BadInput

if TYPE_CHECKING:
    from tui.book.folder import Book

_HINT = "minutebook mail MEETING DIR, or choose a folder for the series: minutebook house --folder DIR"


@click.command()
@click.argument("meeting", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--chair", is_flag=True, help="Only to the chair, with the Word file to be corrected.")
@click.option("--section", metavar="N", help="Only the extract of one item: its number, or words of its heading.")
@click.option("--to", metavar="WHO", default="", help="Who gets the extract: somebody of the meeting, or an address.")
@click.option("--reminders", is_flag=True, help="Only what is open in the whole book, to each owner.")
@with_book
def mail(
    book: Book, meeting: str | None, folder: Path | None, chair: bool, section: str | None, to: str, reminders: bool
) -> None:
    """Write mail drafts into the folder DIR: to each owner their actions, to the members the notes.

    A draft (.eml) opens in your mail program, where you look at it and send it; nothing is sent from here. Nothing
    restricted is in any of them. Addresses stand with the people: `/person Jane Brown = Jane Brown jb@example.org`.
    """
    from tui.use_cases import mail_drafts

    if chair + reminders + (section is not None) > 1:
        raise BadInput("--chair, --section and --reminders cannot be together", hint="give one of them")
    if reminders:
        if meeting is None and folder is None:
            raise BadInput("where are the drafts to go?", hint="minutebook mail --reminders DIR")
        drafted = mail_drafts.write_drafts(
            folder or Path(meeting or ""), "open", mail_drafts.draft_reminders(book, now())
        )
    else:
        path, target = _where(book, meeting, folder)
        if section is not None:
            drafts, stem = [mail_drafts.draft_extract(path, section, to)], "extract"
        elif chair:
            drafts, stem = [mail_drafts.draft_for_chair(path)], "chair"
        else:
            drafts, stem = [*mail_drafts.draft_all(path, now())], "mail"
        drafted = mail_drafts.write_drafts(target, f"{mail_drafts.stem_of(path)}-{stem}", drafts)
    count = f"{len(drafted.names)} {'draft' if len(drafted.names) == 1 else 'drafts'}"
    say(f"{drafted.folder}: {count}: {', '.join(drafted.names)}")
    if drafted.lacking:
        warn(f"minutebook: no address is known of {', '.join(drafted.lacking)}: write it into the draft")


def _where(book: Book, meeting: str | None, folder: Path | None) -> tuple[Path, Path]:
    """Tell the meeting from the folder as `publish` does; without one, it is beside the published set."""
    from tui.book.meeting_file import read_meeting
    from tui.commands.publish import names_meeting
    from tui.use_cases.mail_drafts import drafts_folder

    if folder is None and meeting is not None and not names_meeting(book, meeting):
        folder, path = Path(meeting), book.find(None)
    else:
        path = book.find(meeting)
    target = folder or drafts_folder(book.folder, read_meeting(path))
    if target is None:
        raise BadInput("where are the drafts to go?", hint=_HINT)
    return path, target
