"""Jinja2, set up for notes: sandboxed, strict about names, and with every printed value literal.

Jinja2's own escaping knows HTML only. Here it is switched on, so that macros and blocks are known to be finished,
and `finalize` makes every other value literal in the format at hand before Jinja2 looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from markupsafe import Markup
from msgspec import Struct

from tui.meeting.text.matching import did_you_mean
from tui.notes.templates.compiled_templates import kept_code
from tui.notes.templates.escaping import css_string, plain_text
from tui.notes.templates.layout import beside, fill, grid, table, underlined, width_of
from tui.notes.templates.look import PLAIN, Look
from tui.notes.templates.sandbox import Sandbox
from tui.notes.view.values import GroupView, Shown, TableView, View
from tui.notes.view.wording import filled
from tui.notes.view.words import ViewText
from tui.resources import shipped


class _Unknown(StrictUndefined):
    """A name the view does not have; says which it may have been."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if isinstance(self._undefined_obj, Struct):
            known: Iterable[str] = self._undefined_obj.__struct_fields__
            message = f"{_spoken(type(self._undefined_obj))} has no {self._undefined_name!r}"
        elif isinstance(self._undefined_obj, type(_MISSING)):
            known = View.__struct_fields__
            message = f"{self._undefined_name!r} is unknown"
        else:
            return str(super()._undefined_message)
        return message + _suggestion(str(self._undefined_name), known)


# Jinja2's marker for "no object" is private to it, so it is taken from a value that holds it.
_MISSING = StrictUndefined()._undefined_obj


def _spoken(view: type) -> str:
    name = view.__name__.removesuffix("View").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _suggestion(name: str, known: Iterable[str]) -> str:
    asked = did_you_mean(name, known, "'{}'")
    return f", {asked}" if asked else ""


class _Folder(FileSystemLoader):
    """A folder of templates, in which a link to a file elsewhere is none."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = super().get_source(environment, template)
        if not Path(found[1]).resolve().is_relative_to(Path(self.searchpath[0]).resolve()):
            raise TemplateNotFound(template)
        return found


@lru_cache(maxsize=8)
def environment(
    folder: Path, fmt: str, literal: Callable[[str], str], width: int, language: str = "en", look: Look = PLAIN
) -> Sandbox:
    """Set Jinja2 up for the templates of a folder; those that travel with the program can be included as well."""

    def finalize(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return Markup(literal(value if isinstance(value, str) else "" if value is None else str(value)))

    made = Sandbox(
        finalize,
        loader=ChoiceLoader([_Folder(folder), _Folder(shipped("templates"))]),
        undefined=_Unknown,
        bytecode_cache=kept_code(fmt, width) if folder.is_relative_to(shipped("templates")) else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=50,
    )
    made.filters.update(plain=_plain, css_string=_css_string, say=_say)
    made.filters.update(_layout_filters(finalize, width), **_column_filters(finalize, width))
    made.globals.update(width=width, fmt=fmt, words=look.words_of(language), look=look)
    return made


def _field(row: Shown, field: str) -> object:
    if field not in row.__struct_fields__:
        raise TemplateRuntimeError(f"{_spoken(type(row))} has no {field!r}" + _suggestion(field, row.__struct_fields__))
    return getattr(row, field)


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _css_string(words: object) -> Markup:
    """Make a string of CSS, quotes included; what is finished stands in it as it reads."""
    return Markup(css_string(words.unescape() if isinstance(words, Markup) else str.__str__(words)))


def _say(template: str, **values: str) -> ViewText:
    """Fill the blanks of a language's words."""
    try:
        return filled(template, values)
    except KeyError as blank:
        raise TemplateRuntimeError(f"“{template}” needs {blank.args[0]}") from None


def _plain(words: str) -> str:
    """Leave the emphasis out."""
    return words if isinstance(words, Markup) else str.__str__(words) + ""


def _layout_filters(finalize: Callable[[object], Markup], width: int) -> dict[str, Callable[..., Markup]]:
    """Make the filters that lay plain text out; they take words or what a macro printed."""

    def filled(words: object, first: str = "", rest: str | None = None) -> Markup:
        return Markup(fill(finalize(words), width, str.__str__(first), rest))

    def set_beside(words: object, side: object, side_width: int, first: str = "") -> Markup:
        return Markup(beside(finalize(words), finalize(side), width, side_width, first))

    def lined(words: object, line: str = "-") -> Markup:
        return Markup(underlined(finalize(words), width, line))

    def right(words: object) -> Markup:
        return Markup(str(finalize(words)).rjust(width))

    return {"fill": filled, "beside": set_beside, "underlined": lined, "right": right}


def _column_filters(finalize: Callable[[object], Markup], width: int) -> dict[str, Callable[..., Markup | int]]:
    """Make the filters that set fields of several values in columns, and measure them."""

    def in_table(
        rows: Iterable[Shown],
        *fields: str,
        label: str = "",
        headings: tuple[str, ...] = (),
        like: Iterable[GroupView] = (),
    ) -> Markup:
        def cells(of: Iterable[Shown]) -> list[list[str]]:
            return [[finalize(_field(row, field)) for field in fields] for row in of]

        room = [(f"{finalize(group.heading)}:" if label else "", *row) for group in like for row in cells(group.people)]
        return Markup(table(cells(rows), width, label, headings, room if label else [row[1:] for row in room]))

    def widest(rows: Iterable[Shown], field: str, at_least: int, at_most: int) -> int:
        found = [_listed(_field(row, field)) for row in rows]
        widths = [width_of(finalize(words)) + (len(listed) > 1) for listed in found for words in listed]
        return min(max([at_least, *widths]), max(at_least, at_most))

    def in_grid(shown: TableView) -> Markup:
        rows = [[finalize(cell.words) for cell in row] for row in (shown.head, *shown.rows)]
        return Markup(grid(rows, [cell.figure for cell in shown.head], width))

    return {"table": in_table, "widest": widest, "grid": in_grid}


def what_is_wrong(error: Exception) -> str:
    """Say what is wrong with a template."""
    message = " ".join(str(getattr(error, "message", None) or error).split()).rstrip(".") or type(error).__name__
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {error.name!r} to include"
    elif isinstance(error, RecursionError):
        message = "the template calls itself without end"
    elif not isinstance(error, TemplateError):
        message = f"{message} ({type(error).__name__})"
    if isinstance(error, TemplateSyntaxError):
        message += _known_filter(message)
    return message


def place_of(error: Exception) -> tuple[str, int | None]:
    """Find the template's line: from the error, else from the traceback, which Jinja2 rewrites to templates' lines."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    file, line = "", None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return file, line


def _known_filter(message: str) -> str:
    """Suggest a filter for an unknown one."""
    words = message.split("'")
    known = environment(shipped("templates"), "txt", plain_text, 80).filters
    return _suggestion(words[1], known) if message.startswith("No filter") and len(words) > 1 else ""
