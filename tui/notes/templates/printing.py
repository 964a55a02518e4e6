"""From the view of a meeting to the notes, through a template of text."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import asdict

from tui.errors import BadInput
from tui.notes.formats import FORMATS
from tui.notes.templates.blocks import MisspeltBlock, check_blocks, with_near_blocks
from tui.notes.templates.environment import environment, place_of, what_is_wrong
from tui.notes.templates.look import PLAIN, Look, action_table, looked
from tui.notes.view.values import View


def print_notes(
    view: View,
    folder: Path,
    template: str,
    fmt: str,
    width: int,
    *,
    blocks_checked: bool = False,
    look: Look = PLAIN,
) -> str:
    """Print the view through a template. Raises BadInput, with the template's file and line, where it cannot.

    With `blocks_checked`, a block that nothing would print is an error too; a MisspeltBlock has the page with it.
    """
    row = FORMATS[fmt]
    context = {**asdict(looked(view, look)), "action_table": action_table(view, look)}
    try:
        env = environment(folder, fmt, row.literal, width, view.meeting.language, look)
        page = env.get_template(template).render(context)
        if blocks_checked:
            check_blocks(env, template)
    except MisspeltBlock as error:
        page = with_near_blocks(env, error).get_template(template).render(context)
        error.page = row.finished(page)
        raise
    except (MemoryError, BadInput):
        raise
    except Exception as error:
        file, line = place_of(error)
        where = file or folder / template
        raise BadInput(what_is_wrong(error), where=where, line=line, hint="correct the template") from error
    return row.finished(page)
