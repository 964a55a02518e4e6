"""Write the page that documents the view, from the words that stand beside its fields."""

from __future__ import annotations

import ast
import re
import zipfile
from pathlib import Path

from tui.meeting.kinds import KINDS
from tui.meeting.languages.writing.written import words_in
from tui.notes.formats import FORMATS, named
from tui.notes.view import decision_values
from tui.notes.view import values as view
from tui.resources import shipped

_HEAD = """\
# What a template sees

A style is a folder with one template for each format: {templates}.
Your own styles stand in the book's `styles` folder and come before those of the same name that travel with the
program. Templates are Jinja2. `notes.docx` is a Word file with the same tags.

Every value that a template prints is literal: no word of the meeting is read as markup, whatever it holds, and what
a filter makes of it is literal too. Only the template's own text is markup. A name that does not exist is an error.
Restricted words are not in the view of the public version at all; a stub stands in their place. In HTML, put what you
print between tags or in an attribute with quotation marks (there with `|plain`), never in a script or a style sheet;
for the latter there is `|css_string`.

What the styles have in common stands in `shared`: `page.FORMAT.j2` is the page, whose blocks a style fills
(`{% extends 'shared/page.html.j2' %}`), and `parts.FORMAT.j2` are macros; an `every.FORMAT.j2`
prints for the styles that have no template of that format. A template of yours finds them, and those of the other
styles, by these names; a file of the same name in your style's folder comes first.

A template's names are the fields of the view below, `words` (the fixed words of the notes in the meeting's language,
listed at the end), `width` (the columns of a page of plain text) and `fmt`
({formats}). `~` joins finished text (what a macro printed) to words. Besides Jinja2's filters there are:

| filter | does |
|---|---|
| `words.closed_at\\|say(time=…)` | fills the blanks of a language's words |
| `words\\|plain` | leaves the emphasis out |
| `words\\|css_string` | in HTML: makes a string of CSS, quotation marks included |
| `words\\|fill(first, rest)` | in plain text: wraps the words behind `first`, and further lines behind `rest` |
| `words\\|beside(side, side_width, first)` | in plain text: sets `side` in a column at the right |
| `people\\|table(field, …, label=words, headings=(words, …), like=groups)` | in plain text: sets fields in columns |
| `actions\\|widest(field, at_least, at_most)` | the columns that a field needs |
| `words\\|underlined(line)` | in plain text: draws a line under the words |
| `words\\|right` | in plain text: sets the words at the right edge |
"""

_WORDS = """
## Words

The fixed words of the notes in the meeting's language: English, German, French, Spanish or Welsh. What stands in braces
is filled in with `|say`. A label's colon is `words.colon`, for French sets a space before it.

| word | in English |
|---|---|
"""
_WORD = re.compile(r"\bwords\.(\w+)")


def described() -> str:
    """Return the whole page, in Markdown."""
    modules = [ast.parse(Path(str(one.__file__)).read_text(encoding="utf-8")) for one in (view, decision_values)]
    classes = [
        node for module in modules for node in module.body if isinstance(node, ast.ClassDef) and node.name != "Shown"
    ]
    # The view itself first, then what it leads to.
    classes.sort(key=lambda node: node.name != "View")
    page = _HEAD + "".join(_described(node) for node in classes) + _fixed_words()
    for place, names, last in (
        ("{templates}", [row.template for row in FORMATS.values()], "and"),
        ("{formats}", list(FORMATS), "or"),
        ("{kinds}", list(KINDS), "or"),
    ):
        page = page.replace(place, named([f"`{name}`" for name in names], last))
    return page


def _fixed_words() -> str:
    """List the words that templates print, with what they are in English."""
    english = words_in("en")
    printed = sorted(name for name in printed_words() if name in english.__struct_fields__)
    rows = [f"| `words.{one}` | {_cell(getattr(english, one))} |" for one in printed]
    return _WORDS + "\n".join(rows) + "\n"


def printed_words() -> frozenset[str]:
    """Return the names of the words that the templates which travel with the program print."""
    folder = shipped("templates")
    pages = [path.read_text(encoding="utf-8") for path in folder.rglob("*.j2")]
    for path in folder.rglob("notes.docx"):
        with zipfile.ZipFile(path) as archive:
            pages += [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return frozenset(name for page in pages for name in _WORD.findall(page))


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _described(node: ast.ClassDef) -> str:
    lines = [f"\n## {node.name}\n\n{ast.get_docstring(node)}\n\n| field | type | what it is |\n|---|---|---|"]
    for field, words in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant):
            kind = _kind(ast.unparse(field.annotation))
            lines.append(f"| `{ast.unparse(field.target)}` | {kind} | {words.value.value!s} |")
    return "\n".join(lines) + "\n"


def _kind(annotation: str) -> str:
    """Say a type in words."""
    plain = {"ViewText": "words", "str": "text", "bool": "true or false", "int": "number"}
    for part in (" | None", ", ...", "tuple[", "]"):
        annotation = annotation.replace(part, "") if part != "tuple[" else annotation.replace(part, "several ")
    *several, last = annotation.split()
    return " ".join([*dict.fromkeys(several), plain.get(last, last)])
