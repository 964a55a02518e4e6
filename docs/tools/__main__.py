"""Make what is generated anew: `python -m docs.tools WHAT …`, where WHAT is `all` or any of the names below.

Only what changed is written; look at it before it is committed. `python -m tests.pictures NAME` draws some of the
screens alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from docs.tools import note_pictures, pages
from docs.tools.word_templates import house_styles
from tests import samples
from tests.pictures import __main__ as pictures

MAKERS: dict[str, tuple[str, Callable[[], None]]] = {
    "pages": ("docs/keys.md from the table of commands, docs/view.md from the templates' view", pages.main),
    "word-templates": ("templates/*/notes.docx", house_styles.main),
    "samples": ("the finished sample meetings and their notes", samples.main),
    "faults": ("docs/faults.md from failing calls of the disk, power cuts and kills", pages.write_faults),
    "pictures": ("the screens, those that the tests hold and those of the docs", lambda: pictures.main([])),
    "note-pictures": ("docs/pictures/notes-*.png; needs Chromium", note_pictures.main),
}
"""What can be made, in an order in which nothing is made before what it shows."""


def main(arguments: list[str] | None = None) -> None:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m docs.tools",
        description="Make what is generated anew.",
        epilog="\n".join(f"{name:15} {made}" for name, (made, _) in MAKERS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="+", choices=["all", *MAKERS], metavar="WHAT")
    asked = parser.parse_args(arguments).what
    for name, (_, make) in MAKERS.items():
        if name in asked or "all" in asked:
            make()


if __name__ == "__main__":
    main()
