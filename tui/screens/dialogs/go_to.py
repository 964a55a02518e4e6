"""Choosing a section by number or words."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.meeting.model import Meeting, Section
from tui.meeting.outline.outline import path_of, ranked_sections
from tui.meeting.text.sanitizing import showable
from tui.widgets.live.section_names import name_of_section
from tui.widgets.words_input import WordsInput


class GoTo(ModalScreen[int | None]):
    """Type a number or words; Enter goes to the section at the top, or the one chosen with Up and Down."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g", "dismiss(None)", "Back", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
    ]

    def __init__(self, meeting: Meeting, title: str = "Go to a section", hint: str = "Enter goes there") -> None:
        super().__init__()
        self._meeting = meeting
        self._title = title
        self._hint = hint
        self._lines: list[Content] = []

    def compose(self) -> ComposeResult:
        """Lay out the question above the sections that fit."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="title", markup=False)
            yield WordsInput(placeholder="number or words", select_on_focus=False)
            yield OptionList(classes="choices")
            yield Static(classes="hint", markup=False)

    def on_mount(self) -> None:
        """List every section."""
        self.query_one(OptionList).can_focus = False
        self._list("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """List the sections that fit what is typed."""
        self._list(event.value)

    def _list(self, wanted: str) -> None:
        choices = self.query_one(OptionList)
        choices.clear_options()
        sections = ranked_sections(self._meeting, wanted)
        self._lines = [self._line_of(section, indented=not wanted.strip()) for section in sections]
        for section, line in zip(sections, self._lines, strict=True):
            choices.add_option(Option(Content.assemble("  ", line), id=str(section.id)))
        choices.highlighted = 0 if choices.option_count else None
        self._point_at(choices.highlighted, None)
        hint = self._hint if choices.option_count else "no section has this number or these words"
        self.query_one(".hint", Static).update(Content(f"{hint}   Esc back"))

    def _line_of(self, section: Section, *, indented: bool) -> Content:
        """Name a section by its place in the outline: indented, or with the numbers of the sections above it."""
        name = Content(showable(name_of_section(section)))
        if indented:
            return Content.assemble("  " * (section.level - 1), name)
        above = " ".join(s.number.rstrip(".") for s in path_of(self._meeting, section)[:-1] if s.number)
        return Content.assemble((f"{showable(above)}  " if above else "", "$text-muted"), name)

    def _point_at(self, place: int | None, before: int | None) -> None:
        """Point at the chosen section, and no more at the one before: among 16 colours nothing else tells it."""
        choices = self.query_one(OptionList)
        for at, sign in ((before, "  "), (place, "› ")):
            if at is not None:
                choices.replace_option_prompt_at_index(at, Content.assemble(sign, self._lines[at]))

    def action_move(self, by: int) -> None:
        """Choose the section above or below."""
        choices = self.query_one(OptionList)
        if choices.option_count:
            before = choices.highlighted or 0
            choices.highlighted = (before + by) % choices.option_count
            self._point_at(choices.highlighted, before)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Go to the chosen section."""
        choices = self.query_one(OptionList)
        if choices.highlighted is not None:
            option = choices.get_option_at_index(choices.highlighted)
            self.dismiss(int(option.id or 0))
