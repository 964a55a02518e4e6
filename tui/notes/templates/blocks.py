"""The blocks of a template that extends another one: each must be one of its blocks, or nothing prints it.

Whoever misspelt one gets an error, and the page with its words where the block of the nearest name stands.
"""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import BaseLoader, Environment, FunctionLoader, nodes

from tui.errors import BadInput


class MisspeltBlock(BadInput):
    """A block has no place in what its template extends, and the name of one that has is near."""

    block = ""
    """Its name as written."""
    near = ""
    """The name of the block that was likely meant."""
    page = ""
    """The notes with the words of the block in the place of the one that was likely meant; empty until printed."""


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


def with_near_blocks(env: Environment, error: MisspeltBlock) -> Environment:
    """Return an environment in which the misspelt block has the name that was likely meant."""
    assert isinstance(env.loader, BaseLoader), "what was misspelt was loaded"
    loader = env.loader
    block = re.compile(rf"(\{{%[-+]?\s*(?:end)?block\s+){re.escape(error.block)}\b")

    def load(name: str) -> str:
        return block.sub(rf"\g<1>{error.near}", loader.get_source(env, name)[0])

    return env.overlay(loader=FunctionLoader(load), bytecode_cache=None)


def _must_be_known(blocks: list[nodes.Block], known: set[str], file: str) -> None:
    # One within another is printed with that.
    within = {inner.name for block in blocks for inner in block.find_all(nodes.Block)}
    for block in blocks:
        if block.name in known | within:
            continue
        message = f"there is no block {block.name!r} in what this template extends, so nothing would print it"
        from difflib import get_close_matches

        # Two blocks of one name are no template, so one that is there already is not what was meant.
        near = get_close_matches(block.name, known - {one.name for one in blocks}, n=1)
        if not near:
            hint = f"it has {', '.join(sorted(known)) or 'none'}"
            raise BadInput(message, where=Path(file), line=block.lineno, hint=hint)
        error = MisspeltBlock(message, where=Path(file), line=block.lineno, hint=f"did you mean {near[0]!r}?")
        error.block, error.near = block.name, near[0]
        raise error
