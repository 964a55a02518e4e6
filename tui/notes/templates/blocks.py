"""The blocks of a template that extends another one: each must be one of its blocks, or nothing prints it."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, nodes

from tui.errors import BadInput
from tui.meeting.text.matching import did_you_mean


def check_blocks(env: Environment, template: str) -> None:
    """Look through a template and those that it extends. Raises BadInput for a block that none of these has."""
    chain: list[tuple[str, nodes.Template]] = []
    name: str | None = template
    while name is not None and env.loader is not None and len(chain) < 20:
        source, file, _ = env.loader.get_source(env, name)
        tree = env.parse(source, name, file)
        chain.append((file or name, tree))
        extended = tree.find(nodes.Extends)
        name = extended.template.value if extended and isinstance(extended.template, nodes.Const) else None
        if extended and name is None:
            # Which template it extends is told when it runs.
            return
    known: set[str] = set()
    for depth, (file, tree) in enumerate(reversed(chain)):
        blocks = list(tree.find_all(nodes.Block))
        if depth:
            _must_be_known(blocks, known, file)
        known.update(block.name for block in blocks)


def _must_be_known(blocks: list[nodes.Block], known: set[str], file: str) -> None:
    # One within another is printed with that.
    within = {inner.name for block in blocks for inner in block.find_all(nodes.Block)}
    for block in blocks:
        if block.name not in known | within:
            hint = did_you_mean(block.name, known, "'{}'") or f"it has {', '.join(sorted(known)) or 'none'}"
            message = f"there is no block {block.name!r} in what this template extends, so nothing would print it"
            raise BadInput(message, where=Path(file), line=block.lineno, hint=hint)
