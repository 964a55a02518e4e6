"""Choosing a paper: those in the folders that were used last and in the usual ones, or a path that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.meeting.text.matching import best_first, has_letters, has_starts, holds, rank, starts
from tui.meeting.text.sanitizing import showable
from tui.papers.reading.nearby import NearbyPaper, folder_at, papers_in
from tui.widgets.reading.found_list import FoundList
from tui.widgets.words_input import WordsInput

_USUAL = ("Downloads", "Documents", "Desktop")


class PaperPicker(ModalScreen[Path | None]):
    """Type a part of a name, or a path; Enter takes the chosen file, and goes into the chosen folder."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+o", "dismiss(None)", "Back", show=False),
        Binding("up", "choose(-1)", "Up", show=False),
        Binding("down", "choose(1)", "Down", show=False),
        Binding("pageup", "choose(-10)", "Further up", show=False),
        Binding("pagedown", "choose(10)", "Further down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._nearby: list[NearbyPaper] = []

    def compose(self) -> ComposeResult:
        """Lay out the question above the files that fit."""
        with Vertical(classes="dialog"):
            yield Static("Which paper?", classes="title", markup=False)
            yield WordsInput(placeholder="a part of its name, or a path", select_on_focus=False)
            yield FoundList(id="found")
            yield Static(_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """List the papers nearby."""
        self._nearby = papers_in(_folders())
        self._list("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List those that fit what is typed."""
        self._list(event.value)

    def _list(self, words: str) -> None:
        self.query_one(FoundList).show(_fitting(self._nearby, words))
        self.query_one(".hint", Static).update(Content(_HINT))

    def action_choose(self, by: int) -> None:
        """Choose the file so many rows below or above."""
        self.query_one(FoundList).choose_by(by)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take the chosen file, or go into the chosen folder."""
        from tui.book.disk.text_file import dropped_file, named_file

        found = self.query_one(FoundList).found
        if (path := dropped_file(event.value)) is not None:
            self.dismiss(path)
        elif found is not None and found.is_folder:
            field = self.query_one(WordsInput)
            field.value = f"{found.path}/"
            field.cursor_position = len(field.value)
        elif found is not None:
            self.dismiss(found.path)
        elif event.value.strip():
            wrong = f"there is no such file: {named_file(event.value)}"
            self.query_one(".hint", Static).update(Content(showable(wrong)))


_HINT = "Enter takes it   Esc back"


def _folders() -> list[Path]:
    """Return the folders in which papers are looked for."""
    from tui.config.state import recall

    try:
        home = Path.home()
        usual = [home / name for name in _USUAL]
    except RuntimeError:
        usual = []
    return list(dict.fromkeys([*map(Path, recall().folders), *usual, Path.cwd()]))


def _fitting(nearby: Sequence[NearbyPaper], words: str) -> list[NearbyPaper]:
    """Return those that fit what is typed: a part of a name, or a path as far as it is typed."""
    from tui.book.disk.text_file import named_file

    typed = words.strip()
    if typed.startswith(("/", "~", ".")) or "/" in typed:
        path = named_file(typed)
        folder, begun = (path, "") if typed.endswith("/") else (path.parent, path.name)
        return [one for one in folder_at(folder) if one.path.name.casefold().startswith(begun.casefold())]
    wanted = " ".join(typed.casefold().split())
    return best_first(nearby, ((_rank(one, wanted),) for one in nearby))


def _rank(one: NearbyPaper, wanted: str) -> int:
    name = one.path.name.casefold()
    words = name.replace("-", " ").replace("_", " ")
    return rank(wanted, (starts, (name,)), (has_starts, (words,)), (holds, (words, name)), (has_letters, (name,)))
