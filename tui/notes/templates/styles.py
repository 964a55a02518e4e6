"""Find the styles: folders of templates, the user's own before those that travel with the program."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from tui.errors import BadInput
from tui.meeting.model import Meeting
from tui.meeting.text.matching import nearest_first
from tui.notes.formats import FORMATS, Format
from tui.notes.templates.look import PLAIN, SETTINGS, Look, read_look
from tui.resources import shipped


class Style(Struct, frozen=True):
    """A house layout."""

    name: str
    """The folder's name."""
    folder: Path
    """Where its templates stand."""
    trusted: bool
    """True where it travels with the program."""
    look: Look = PLAIN
    """Its settings."""
    own: Path | None = None
    """The folder of its settings, where it has these and no templates."""

    def template(self, fmt: str) -> str:
        """Return the file name of the template of a format. Raises BadInput where the style has none."""
        found = self._template(FORMATS[fmt])
        if not found:
            hint = f"it has {', '.join(sorted(self.formats))}"
            raise BadInput(f"the style {self.name} has no format {fmt!r}", where=self.folder, hint=hint)
        return found

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats in which it prints."""
        return tuple(name for name, row in FORMATS.items() if self._template(row))

    def _template(self, row: Format) -> str:
        """Return its own template of a format, else the one for every style; empty where there is neither."""
        if (self.folder / row.template).is_file():
            return row.template
        usual = f"shared/{row.template.replace('notes', 'every', 1)}"
        return usual if shipped("templates").joinpath(usual).is_file() else ""


def usual_style(meeting: Meeting, chosen: str = "") -> str:
    """Return the style in which a meeting is printed unless another is asked for: as an agenda until it is held.

    `chosen` is the one that the house has chosen for the series.
    """
    held = meeting.started or meeting.closed or meeting.approval
    captured = any(entry.action is None or entry.action.origin is None for entry in meeting.entries)
    return (chosen or "narrative") if held or captured or not meeting.sections else "agenda"


def style_names(styles_folder: Path | None = None) -> tuple[str, ...]:
    """Name every style there is, in alphabetical order."""
    return tuple(sorted({folder.name for root in _roots(styles_folder) for folder in _folders(root)}))


def find_style(name: str, styles_folder: Path | None = None) -> Style:
    """Find a style by its name. Raises BadInput, which names those there are, the nearest first."""
    for root in _roots(styles_folder):
        for folder in _folders(root):
            if folder.name == name and (folder / SETTINGS).is_file():
                return _settled(name, folder)
            if folder.name == name:
                return Style(name, folder, trusted=root == shipped("templates"))
    known = ", ".join(nearest_first(name, style_names(styles_folder)))
    raise BadInput(f"there is no style {name!r}", hint=f"known styles: {known}")


def _settled(name: str, folder: Path) -> Style:
    """Return a style of settings, printed by the shipped style that it is based on. Raises BadInput."""
    look = read_look(folder)
    if not any(one.name == look.based_on for one in _folders(shipped("templates"))):
        known = ", ".join(nearest_first(look.based_on, style_names()))
        raise BadInput(
            f"based_on: there is no style {look.based_on!r}", where=folder / SETTINGS, hint=f"known: {known}"
        )
    if any(folder.glob("notes.*")):
        hint = "take one of them away: settings are for a style without templates of its own"
        raise BadInput("the style has settings and templates", where=folder, hint=hint)
    return Style(name, shipped("templates") / look.based_on, trusted=True, look=look, own=folder)


def _roots(styles_folder: Path | None) -> list[Path]:
    return [*([styles_folder] if styles_folder else []), shipped("templates")]


def _folders(root: Path) -> list[Path]:
    try:
        found = sorted(folder for folder in root.iterdir() if not folder.name.startswith("."))
        # Only files: reading a pipe would wait for ever.
        return [
            folder for folder in found if any(one.is_file() for one in (folder / SETTINGS, *folder.glob("notes.*")))
        ]
    except OSError:
        # A book without a styles folder is the common case.
        return []
