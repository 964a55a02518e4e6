"""Write the Word templates of the house styles."""

from __future__ import annotations

from pathlib import Path

from docs.tools.word_templates.bodies import BODIES
from docs.tools.word_templates.package import word_template

TEMPLATES = Path(__file__).parents[3] / "templates"


def main() -> None:
    """Write every template that changed into its style's folder."""
    for style, body in BODIES.items():
        path = TEMPLATES / style / "notes.docx"
        if path.read_bytes() != (made := word_template(body())):
            path.write_bytes(made)
            print("written", path.relative_to(TEMPLATES.parent))
