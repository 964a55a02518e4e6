"""Find the styles: folders of templates, the user's own before those that travel with the program."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from tui.errors import BadInput
from tui.resources import shipped


class Style(Struct, frozen=True):
    """A house layout."""

    name: str
    """The folder's name."""
    folder: Path
    """Where its templates stand."""
    trusted: bool
    """True where it travels with the program."""

    def template(self, fmt: str) -> str:
        """Return the file name of the template of a format. Raises BadInput where the style has none."""
        name = "notes.docx" if fmt == "docx" else f"notes.{fmt}.j2"
        if not (self.folder / name).is_file():
            known = sorted(file.name.split(".")[1] for file in self.folder.glob("notes.*"))
            raise BadInput(
                f"the style {self.name} has no format {fmt!r}", where=self.folder, hint=f"it has {', '.join(known)}"
            )
        return name


def style_names(styles_folder: Path | None = None) -> tuple[str, ...]:
    """Name every style there is, in alphabetical order."""
    return tuple(sorted({folder.name for root in _roots(styles_folder) for folder in _folders(root)}))


def find_style(name: str, styles_folder: Path | None = None) -> Style:
    """Find a style by its name. Raises BadInput, which names those there are, the nearest first."""
    for root in _roots(styles_folder):
        for folder in _folders(root):
            if folder.name == name:
                return Style(name, folder, trusted=root == shipped("templates"))
    known = ", ".join(nearest_first(name, style_names(styles_folder)))
    raise BadInput(f"there is no style {name!r}", hint=f"known styles: {known}")


def nearest_first(name: str, known: tuple[str, ...]) -> list[str]:
    """Order the known names by how like the wanted one they are."""
    from difflib import SequenceMatcher

    return sorted(known, key=lambda other: -SequenceMatcher(None, name.casefold(), other.casefold()).ratio())


def _roots(styles_folder: Path | None) -> list[Path]:
    return [*([styles_folder] if styles_folder else []), shipped("templates")]


def _folders(root: Path) -> list[Path]:
    try:
        found = sorted(folder for folder in root.iterdir() if not folder.name.startswith("."))
        return [folder for folder in found if next(folder.glob("notes.*"), None)]
    except OSError:
        # A book without a styles folder is the common case.
        return []
