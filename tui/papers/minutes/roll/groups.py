"""Groups and posts before the names of those who were there, and rows of tables that only lay such lists out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.meeting.people.roles import is_post
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.labels import label_of
from tui.papers.minutes.roll.names import people_of_list
from tui.papers.minutes.roll.pieces import PLAIN
from tui.papers.understanding.keys import is_known
from tui.papers.understanding.people.first_names import is_first_name
from tui.papers.understanding.people.names import has_title, without_title
from tui.papers.understanding.people.rows import meanings_of

_GROUPS = re.compile(
    r"staff|officers|officials|administration|(?:town|city|county)\s+staff|mitglieder|stellvertreter|vertreter|verwaltung"
    r"|vorstand|beirat|[A-Za-zäöü]{3,20}(?:beirat|leiter(?:in)?|leitung|führung|führer(?:in)?)|verwalter(?:in)?|vorsitz(?:ende[rn]?)?"
    r"|pour\s+(?:la|les?)\s+\w+|direction|mairie|élus|scrutateurs?|scrutatrice|assesseurs?|(?:président|secrétaire)e?\s+de\s+séance",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:distribution|circulation|circulated|copy|copies|cc|bcc|to|from|sent|contacts?|prepared|author|written|verteiler|verteilt"
    r"|kopie|an|von|diffusion|destinataires|copie|elect|elected|candidates?|gewählt|kandidat\w*|élus?|proposed|seconded|moved"
    r"|for|against|ayes?|noes|nays?|abstain\w*|ja|nein|pour|contre)\b",
    re.IGNORECASE,
)
"""Words before a colon behind which people stand who need not have been there."""
_WHAT_THEY_ARE = re.compile(
    r"funktion|amt|rolle|role|position|capacity|organi[sz]ation|representing|title|qualité|fonction|organisme",
    re.IGNORECASE,
)
"""The head of a column that says what those beside it are."""
_MARK = re.compile(r"[\[(]([eu])[\])]")
"""A cell that says of whoever stands beside it that they were away, excused or not: `[e]`."""
_TICK = re.compile(r"[xX✓✔☒☑•]|oui|ja|yes")
_BESIDE = re.compile(r"(?:\w+\s+)?staff|officers|officials|administration|verwaltung|mairie|direction", re.IGNORECASE)
"""Those of them who are not members."""


def is_group(words: str) -> bool:
    """Whether words before a colon say what those behind it are, and none of whether they were there."""
    return _GROUPS.fullmatch(words) is not None or (is_post(words) and not is_known(words))


def names_several(words: str) -> bool:
    """Whether the people behind words and a colon may be those who were there: it is no mailing list."""
    return len(words.split()) < 5 and _OTHERS.search(words) is None


def is_beside(words: str) -> bool:
    """Whether those of a group are there without being members."""
    return _BESIDE.fullmatch(words) is not None


def with_rows_plain(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, rows of a layout's table that say who was there as lines: `Members: | Ada Roe, Ben Lee`."""
    found: list[Passage] = []
    under = joined = False
    columns: dict[int, str] = {}
    for passage in passages:
        if not passage.cells:
            columns = {}
        elif columns and (ticked := _ticked(passage, columns)):
            found += ticked
            continue
        elif ticks := _columns_to_tick(passage):
            columns = ticks
            continue
        row = passage
        passage = _with_name_joined(row, among=joined)
        joined = passage is not row
        plain = _plain_row(passage, under=under)
        under = plain[0] is not passage
        found += plain
    return found


def _with_name_joined(row: Passage, *, among: bool) -> Passage:
    """Return a row whose surname a gap parted from the rest of a name as one line: `Frau Ada | Roe | (Kassierin)`.

    Right below another such row, a first name that nobody knows is one.
    """
    head, last, *rest = (cell.strip() for cell in row.cells) if len(row.cells) > 1 else ("", "")
    given = without_title(head)
    if not (has_title(head) and PLAIN.fullmatch(last) and (among or is_first_name(given.split()[-1]))):
        return row
    said = " ".join(rest).strip(" ()")
    return replace(row, text=f"{head} {last}" + (f" ({said})" if said else ""), cells=(), apart=False)


def _columns_to_tick(row: Passage) -> dict[int, str]:
    """Return the columns of a table's head that say who was there and who was not; none unless there are several."""
    labels = {at: cell for at, cell in enumerate(row.cells) if at and label_of(f"{cell}:") and len(cell.split()) < 3}
    return labels if len(labels) > 1 else {}


def _ticked(row: Passage, columns: dict[int, str]) -> list[Passage]:
    """Return a row of such a table as a label and a person; nothing where no column of it is ticked alone."""
    ticked = [at for at in columns if at < len(row.cells) and _TICK.fullmatch(row.cells[at].strip())]
    said = [cell for at, cell in enumerate(row.cells) if cell and at not in columns]
    if len(ticked) != 1 or not said:
        return []
    label = replace(row, text=f"{columns[ticked[0]]}:", cells=())
    return [label, replace(row, text=" – ".join(said[:2]), cells=(), apart=False)]


def _is_key(cell: str) -> bool:
    """Whether a cell only says what the one beside it holds: `Attendees:`, `Venue:`."""
    return is_known(cell.rstrip(": ")) or (cell.endswith(":") and label_of(cell) is not None)


def _plain_row(passage: Passage, *, under: bool) -> list[Passage]:
    """Return a row as lines; `under` another of the kind, one without a label goes on with that one's people."""
    cells = [cell.strip() for cell in passage.cells] if "name" not in meanings_of(passage.cells) else []
    head, rest = (cells[0], [cell for cell in cells[1:] if cell]) if cells else ("", [])
    if len(cells) == 4 and all(_is_key(cell) for cell in cells[::2]):
        pairs = zip(cells[::2], cells[1::2], strict=True)
        return [replace(passage, text=f"{key} {said}", cells=()) for key, said in pairs]
    if len(cells) == 2 and (mark := _MARK.fullmatch(head)) and people_of_list(cells[1]):
        return [replace(passage, text=f"{cells[1]} ({mark[1]})", cells=())]
    bare = head.rstrip(": ")
    told = label_of(f"{bare}:")
    label = bool(bare) and ((told is not None and not told[1]) or (head.endswith(":") and is_group(bare)))
    if label and len(cells) == 2 and _WHAT_THEY_ARE.fullmatch(cells[1].strip("*: ")):
        return [replace(passage, text=f"{bare}:", cells=())]
    if len(rest) == 1 and len(cells) == 2 and (label or is_known(bare)):
        return [replace(passage, text=f"{bare}: {rest[0]}", cells=())]
    if len(rest) == 2 and len(cells) == 3 and (label or (under and not head)) and people_of_list(rest[0]):
        person = replace(passage, text=f"{rest[0]} – {rest[1]}", cells=(), apart=False)
        return [replace(passage, text=head, cells=()), person] if head else [person]
    return [passage]
