"""Write the Word templates of the house styles."""

from __future__ import annotations

from pathlib import Path

from docs.tools.word_templates.bodies import BODIES, OTHER_MARKS, OUT_OF_BOOK
from docs.tools.word_templates.package import MARKS, word_template

TEMPLATES = Path(__file__).parents[3] / "templates"


def template_of(style: str) -> bytes:
    """Make the Word template of a style."""
    return word_template(BODIES[style](), OTHER_MARKS.get(style, MARKS), in_book=style not in OUT_OF_BOOK)


def main() -> None:
    """Write every template that changed into its style's folder."""
    for style in BODIES:
        path = TEMPLATES / style / "notes.docx"
        made = template_of(style)
        if not path.exists() or path.read_bytes() != made:
            path.write_bytes(made)
            print("written", path.relative_to(TEMPLATES.parent))
