"""Compare the notes that two checkouts print: `python -m docs.tools.compare_notes OLD NEW`.

Every sample meeting is rendered in every style, format and version by each checkout's own command, and the bytes are
held against each other. Ends with 1 where any differ.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

STYLES = ("actions", "dialogue", "findings", "formal", "narrative", "summary")
FORMATS = ("txt", "md", "html", "docx")
VERSIONS = ("internal", "public")
_RENDER_ALL = """
import sys
from tui.cli import main
for line in sys.stdin.read().splitlines():
    sys.argv = ["minutebook", *line.split("\\t")]
    try:
        main()
    except SystemExit as end:
        if end.code:
            print("failed:", line)
"""


def rendered(checkout: Path, samples: list[Path], folder: Path) -> dict[str, bytes]:
    """Return the bytes of every page that a checkout makes of the samples, by its name."""
    folder.mkdir()
    lines = []
    for sample, style, fmt, version in product(samples, STYLES, FORMATS, VERSIONS):
        target = folder / f"{sample.stem}.{style}.{version}.{fmt}"
        lines.append("\t".join(("render", str(sample), "--style", style, "--version", version, "-o", str(target))))
    environment = os.environ | {"PYTHONPATH": str(checkout), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder.parent)}
    subprocess.run(
        [sys.executable, "-P", "-c", _RENDER_ALL], input="\n".join(lines), text=True, check=True, env=environment
    )
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def main() -> int:
    """Compare two checkouts and say which pages differ."""
    old, new = (Path(word).resolve() for word in sys.argv[1:3])
    samples = sorted((old / "sample_meetings").glob("*.json"))
    with TemporaryDirectory() as name:
        before = rendered(old, samples, Path(name, "old"))
        after = rendered(new, samples, Path(name, "new"))
    differ = [page for page in sorted({*before, *after}) if before.get(page) != after.get(page)]
    for page in differ:
        print(f"differs: {page}")
    print(f"{len(before)} pages, {len(differ)} differ")
    return 1 if differ or not before else 0


if __name__ == "__main__":
    sys.exit(main())
