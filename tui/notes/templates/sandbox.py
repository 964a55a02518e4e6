"""Jinja2's sandbox, in which what is joined to finished text is made literal first.

Jinja2 and MarkupSafe would escape it for HTML, which is right in one format only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.nodes import Concat, EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_environment
from markupsafe import Markup

from tui.meeting.languages.writing.words import Words
from tui.notes.view.values import Shown

Finalize = Callable[[object], Markup]

_JOINING = ("center", "format", "indent", "replace", "truncate", "wordwrap")
"""Filters of Jinja2's that put further words into those they are given."""

_UNSAFE_FILTERS = ("safe", "forceescape", "tojson", "urlize", "xmlattr")
"""Filters of Jinja2's that hand words on as finished HTML."""

_UNSAFE_GLOBALS = ("lipsum",)

_OF_FINISHED_TEXT = frozenset(
    "capitalize casefold count endswith find index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle "
    "isupper lower lstrip rfind rindex rsplit rstrip split splitlines startswith strip title upper".split()
)
"""What a template may do with finished text by its methods: nothing that puts other words into it."""


class _Code(CodeGenerator):
    """Compile `~` to a call of the environment's own."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802 - the name is Jinja2's
        self.write("environment.joined((")
        for piece in node.nodes:
            self.visit(piece, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the view's own fields and the words of its language, all there to be read."""

    code_generator_class = _Code
    intercepted_binops = frozenset({"+", "%"})

    def __init__(self, finalize: Finalize, **more: Any) -> None:
        super().__init__(finalize=finalize, autoescape=True, **more)
        self.literal = finalize
        for name in _UNSAFE_FILTERS:
            self.filters.pop(name, None)
        for name in _UNSAFE_GLOBALS:
            self.globals.pop(name, None)
        self.filters.update({name: self._joining(FILTERS[name]) for name in _JOINING})
        self.filters.update(join=_join, escape=finalize, e=finalize)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute that a template asks for; those of other values than the view's pass the sandbox."""
        if isinstance(obj, (Shown, Words)) and attribute in obj.__struct_fields__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may have an attribute."""
        if isinstance(obj, Markup) and attr not in _OF_FINISHED_TEXT:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse the formatting of finished text; that of other text is the sandbox's."""
        owner = getattr(value, "__self__", None)
        if not isinstance(owner, str) or value.__name__ not in ("format", "format_map"):
            return None
        if isinstance(owner, Markup):
            raise SecurityError("finished text is not for formatting: use ~ to join it to other words")
        # Words filled in are words no more, but plain text.
        return super().wrap_str_format(getattr(str.__str__(owner), value.__name__))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add, or format, in the words of the format at hand."""
        if operator == "+" and (isinstance(left, Markup) or isinstance(right, Markup)):
            left, right = self.beside_finished(left), self.beside_finished(right)
        elif operator == "%" and isinstance(left, Markup):
            right = self._filled_in(right)
        return super().call_binop(context, operator, left, right)

    def joined(self, pieces: Iterable[object]) -> str:
        """Put pieces together, as `~` asks; with finished text among them, the others are made literal."""
        found = list(pieces)
        if any(isinstance(piece, Markup) for piece in found):
            return Markup("").join(self.literal(piece) for piece in found)
        return "".join(map(str, found))

    def beside_finished(self, value: object) -> object:
        """Make literal what is to stand beside finished text; numbers stay numbers."""
        return value if isinstance(value, (Markup, int, float)) or value is None else self.literal(value)

    def _filled_in(self, values: object) -> object:
        if isinstance(values, tuple):
            return tuple(self.beside_finished(value) for value in values)
        if isinstance(values, Mapping):
            return {name: self.beside_finished(value) for name, value in values.items()}
        return self.beside_finished(values)

    def _joining(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """Make a filter's words literal where any of them are finished text."""

        @wraps(made)
        def filtered(*values: Any, **named: Any) -> Any:
            if not any(isinstance(value, Markup) for value in (*values, *named.values())):
                return made(*values, **named)
            kept = (Sandbox, EvalContext)
            return made(
                *(value if isinstance(value, kept) else self.beside_finished(value) for value in values),
                **{name: self.beside_finished(value) for name, value in named.items()},
            )

        return filtered


@pass_environment
def _join(environment: Sandbox, values: Iterable[object], between: object = "", attribute: str | None = None) -> str:
    """Join the values, or an attribute of each."""
    found = list(map(make_attrgetter(environment, attribute), values)) if attribute is not None else list(values)
    pieces: list[object] = []
    for at, value in enumerate(found):
        pieces += [between, value] if at else [value]
    return environment.joined(pieces)
