"""Lists of actions for people: a table for the terminal, and Markdown ready for an e-mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.meeting.actions.register_row import RegisterRow
from tui.meeting.dates.written_dates import said_date
from tui.meeting.model import Status
from tui.meeting.text.sanitizing import printable
from tui.notes.actions.chain import arose_words, chain_lines, due_words, is_settled, status_word
from tui.notes.actions.groups import By, gathered, owner_heading, owners_shown
from tui.notes.templates.escaping import finished_markdown, markdown
from tui.notes.templates.layout import padded, width_of

_HEADINGS = ("DATE", "REF", "OWNER", "DUE", "STATUS", "ACTION")
_GROUPS = ("Overdue", "Due", "Without a date", "Done", "Dropped", "Replaced")


def action_table(rows: Sequence[RegisterRow], *, by: By | None = None, chain: bool = False) -> str:
    """Lay actions out in columns, the words last and whole; gathered by owner where `by` says how.

    `chain` adds, under each, where it arose and what became of it since.
    """
    if not rows:
        return "No actions.\n"
    if by is None:
        return "\n".join(_table(rows, "post", chain=chain)) + "\n"
    parts = ["\n".join((printable(one.heading), *_table(one.rows, by, chain=chain))) for one in gathered(rows, by)]
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[RegisterRow], by: By, *, chain: bool) -> Iterator[str]:
    lines: list[tuple[str, ...]] = [_HEADINGS, *(_cells(row, by) for row in rows)]
    if more := [column for column in (_series_column(rows), _from_column(rows)) if column]:
        lines = [(*line[:-1], *extra, line[-1]) for line, *extra in zip(lines, *more, strict=True)]
    widths = [max(map(width_of, column)) for column in list(zip(*lines, strict=True))[:-1]]
    form = "  ".join([*(f"%-{width}s" for width in widths), "%s"])
    yield form % lines[0]
    for row, line in zip(rows, lines[1:], strict=True):
        if line[2].isascii() and line[3].isascii():
            yield form % line
        else:
            yield "  ".join((*map(padded, line, widths), line[-1]))
        if chain:
            yield from _details(row)


def _series_column(rows: Sequence[RegisterRow]) -> list[str]:
    """Return the column of the series, where there are several."""
    if len({row.series for row in rows}) < 2:
        return []
    return ["SERIES", *(printable(" ".join(row.series.split())) or "-" for row in rows)]


def _from_column(rows: Sequence[RegisterRow]) -> list[str]:
    """Return the column of the days on which the actions arose, where some of them arose earlier than they stand."""
    if all(row.origin_date == row.meeting_date for row in rows):
        return []
    return ["FROM", *(row.origin_date.isoformat() for row in rows)]


def _cells(row: RegisterRow, by: By) -> tuple[str, ...]:
    due = row.due or "-"
    if row.due_date and (day := row.due_date.isoformat()) not in due:
        due = f"{due} ({day})"
    owners = ", ".join(row.owners if by == "post" else owners_shown(row, by)) or "-"
    text = " ".join(row.text.split())
    return row.meeting_date.isoformat(), row.ref, printable(owners), printable(due), status_word(row), printable(text)


def _details(row: RegisterRow) -> Iterator[str]:
    yield printable(f"    arose in {arose_words(row)}")
    yield from (printable(f"    {' '.join(line.split())}") for line in chain_lines(row))


def action_markdown(
    rows: Sequence[RegisterRow], *, today: date, owner: str = "", by: By | None = None, public: bool = True
) -> str:
    """Write actions as Markdown: what is overdue first, each with when it is due and where it arose.

    `owner` is whose they are, where those of one owner were asked for.
    """
    title = f"Actions of {owner_heading(rows, owner, by or 'post')}" if owner else "Actions"
    lines = [f"# {markdown(title)}", "", _summary(rows, today), ""]
    if not public:
        lines += ["**INTERNAL: not for publication**", ""]
    if by is None or owner:
        lines += _grouped(rows, "##", by or "post", owned=bool(owner))
    else:
        for one in gathered(rows, by):
            lines += [f"## {markdown(one.heading)}", "", *_grouped(one.rows, "###", by, owned=True)]
    return finished_markdown("\n".join(lines).rstrip("\n") + "\n")


def _summary(rows: Sequence[RegisterRow], today: date) -> str:
    left = sum(not is_settled(row) for row in rows)
    late = sum(row.overdue for row in rows)
    counts = [f"{left} open"] if left or not rows else []
    counts += [f"{late} overdue"] if late else []
    counts += [f"{len(rows) - left} settled"] if len(rows) > left else []
    return f"As at {said_date(today)}: {', '.join(counts)}."


def _grouped(rows: Sequence[RegisterRow], marks: str, by: By, *, owned: bool) -> list[str]:
    """List actions under headings that say how they stand, the soonest due first.

    Where they are `owned`, what stands above says whose they are.
    """
    lines: list[str] = []
    ordered = sorted(rows, key=lambda row: (row.due_date is None, row.due_date or date.max))
    for heading in _GROUPS:
        found = [row for row in ordered if _group(row) == heading]
        if found:
            lines += [f"{marks} {heading}", "", *(line for row in found for line in _item(row, by, owned=owned)), ""]
    return lines


def _group(row: RegisterRow) -> str:
    if row.status is not Status.OPEN:
        return row.status.value.capitalize()
    return "Overdue" if row.overdue else "Due" if row.due_date else "Without a date"


def _item(row: RegisterRow, by: By, *, owned: bool) -> Iterator[str]:
    yield f"- {markdown(row.text) or '(no words)'}"
    if len(row.owners) > owned:
        yield f"  - Owner: {markdown(', '.join(owners_shown(row, by)))}"
    if due := due_words(row):
        yield f"  - Due: {markdown(due)}"
    yield f"  - Arose: {markdown(arose_words(row))}"
    yield from (f"  - {markdown(line)}" for line in chain_lines(row))
