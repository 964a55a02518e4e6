"""Whether PDF, which is an extra, can be drawn here."""

from __future__ import annotations

from functools import cache

from tui.errors import BadInput
from tui.notes.derived.pdf import pdf_of


@cache
def can_draw_pdf() -> bool:
    """Return whether WeasyPrint is there, and Pango, which it draws letters with."""
    try:
        pdf_of("<p>x</p>")
    except BadInput:
        return False
    return True
