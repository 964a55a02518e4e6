"""Write the Word templates of the house styles anew: `python -m docs.tools.word_templates`."""

from __future__ import annotations

from pathlib import Path

from docs.tools.word_templates.bodies import BODIES
from docs.tools.word_templates.package import word_template

TEMPLATES = Path(__file__).parents[3] / "templates"


def main() -> None:
    """Write every template into its style's folder."""
    for style, body in BODIES.items():
        path = TEMPLATES / style / "notes.docx"
        path.write_bytes(word_template(body()))
        print(path.relative_to(TEMPLATES.parent))


if __name__ == "__main__":
    main()
