"""The chain of an action, to be shown: where it arose, what each meeting heard of it, what replaced it."""

from __future__ import annotations

from itertools import groupby

from tui.meeting.dates import said_date
from tui.meeting.model import EarlierUpdate, Entry, Meeting, Replaced, Source, Value
from tui.meeting.standings import Standing, origin_of, replaced_in, updates_in


class Link(Value, frozen=True, kw_only=True):
    """One meeting of a chain."""

    meeting: Source
    heard: tuple[EarlierUpdate, ...]
    """The updates there with the points under them, and what it changed in the action's words, owners or due."""


class Chain(Value, frozen=True, kw_only=True):
    """All that meetings up to one of them know of an action."""

    arisen: Source
    """The meeting at which it first stood."""
    topic: str
    """The subheading, else the section heading, that it first stood under, as typed."""
    links: tuple[Link, ...] = ()
    """The meetings that heard something of it, the oldest first."""
    replaces: tuple[Replaced, ...] = ()
    """The actions in whose place it stands, the oldest first."""
    replaced_by: Entry | None = None
    """The action of the same meeting that stands in its place; None where there is none."""


def chain_of(meeting: Meeting, action: Entry) -> Chain:
    """Give the chain of one of a meeting's actions, up to that meeting and with what it has heard so far."""
    standing = Standing(meeting, action)
    origin, own = origin_of(standing), standing.action
    heard = (*own.earlier, *updates_in(standing))
    replaced_by = (e for e in meeting.entries if e.action and own.replaced_by and e.action.ref == own.replaced_by)
    return Chain(
        arisen=origin.meeting,
        topic=origin.topic,
        links=tuple(
            Link(meeting=source, heard=tuple(there)) for source, there in groupby(heard, key=lambda one: one.meeting)
        ),
        replaces=(*own.replaces, *(one for one in replaced_in(standing) if one not in own.replaces)),
        replaced_by=next(replaced_by, None),
    )


def chain_lines(chain: Chain) -> tuple[str, ...]:
    """Tell a chain in lines, with the marks of the words as typed; what is restricted stands in double brackets."""
    under = f" under {chain.topic}" if chain.topic else ""
    lines = [f"Arose on {said_date(chain.arisen.date)}{under}"]
    lines += [
        f"Replaces “{_marked(one.text, restricted=one.restricted)}” of {said_date(one.origin.meeting.date)}"
        for one in chain.replaces
    ]
    for link in chain.links:
        lines += [f"{said_date(link.meeting.date)}: {heard_words(update)}" for update in link.heard]
    if chain.replaced_by is not None and chain.replaced_by.action is not None:
        words = _marked(chain.replaced_by.text, restricted=chain.replaced_by.restricted)
        lines.append(f"Replaced by {chain.replaced_by.action.ref}: {words}")
    return tuple(lines)


def heard_words(update: EarlierUpdate) -> str:
    """Word what a meeting heard or changed, without the meeting: `CC: Half done`, `now owned by DCC`."""
    words = _marked(update.text, restricted=update.restricted)
    match update.change:
        case "":
            return f"{', '.join(update.speakers)}: {words}" if update.speakers else words
        case "owners":
            return f"now owned by {words}" if words else "now without an owner"
        case "due":
            return f"now due {words}" if words else "now without a due date"
        case _:
            return f"now reads “{words}”"


def _marked(text: str, *, restricted: bool) -> str:
    """Put words that are restricted as a whole into double brackets, which may hold others."""
    return f"[[{text}]]" if restricted else text
