"""What an earlier meeting withholds of an action by now, for a later one to which it was brought before that.

Restricted once is restricted: a later meeting may not repeat what an earlier one has restricted since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from tui.meeting.model import Action, Entry, Kind, Meeting, Value
from tui.meeting.redaction.public_version import public
from tui.meeting.redaction.secret_words import secrets_of, texts_of, words_of
from tui.meeting.redaction.walk import Texts, walked
from tui.meeting.text.brackets import wholly_restricted
from tui.meeting.text.inline_markup import has_restricted, masked, plain, spans

Identity = tuple[str, int]
"""Which action it is: the id of the meeting where it arose, and its entry there."""


class Withholding(Value, frozen=True, kw_only=True):
    """What meetings withhold of an action."""

    whole: bool = False
    """Whether they show nothing of it."""
    phrases: frozenset[str] = frozenset()
    """The words that they restrict, as they stand together, and each that they say nowhere else."""

    def __or__(self, other: Withholding) -> Withholding:
        """Return what both withhold."""
        return Withholding(whole=self.whole or other.whole, phrases=self.phrases | other.phrases)

    def __bool__(self) -> bool:
        """Return whether anything is withheld."""
        return self.whole or bool(self.phrases)


NOTHING = Withholding()


def withholdings_in(meeting: Meeting) -> dict[Identity, Withholding]:
    """Return what the public version of a meeting withholds of each of its actions, and of what is beside it."""
    secrets = secrets_of(meeting)
    if not secrets.rows and not secrets.words:
        return {}
    shown = {entry.id: entry for entry in public(meeting).entries}
    found: dict[Identity, Withholding] = {}
    for entry in meeting.entries:
        if entry.action is None:
            continue
        origin = entry.action.origin
        identity = (origin.meeting.id, origin.entry) if origin else (meeting.id, entry.id)
        seen = shown.get(entry.id)
        if seen is None or seen.restricted:
            found[identity] = Withholding(whole=True)
            continue
        said = [meeting.title, meeting.section(entry.section).heading, *texts_of([entry])]
        said += _told_beside(meeting, entry, shown)
        phrases = {span.words.strip() for text in said for span in spans(text) if span.restricted}
        words = {word for phrase in phrases for word in words_of(phrase) if len(word) > 1} & secrets.words
        if kept := frozenset(filter(None, phrases)) | words:
            found[identity] = Withholding(phrases=kept)
    return found


def _told_beside(meeting: Meeting, action: Entry, shown: Mapping[int, Entry]) -> Iterable[str]:
    """Return the texts of the updates on an action and of the subheadings above it; a restricted one in brackets."""
    for entry in meeting.entries:
        if entry.about != action.id and (not entry.kind.row.heads or entry.section != action.section):
            continue
        seen = shown.get(entry.id)
        yield wholly_restricted(entry.text) if seen is None or seen.restricted else entry.text


def inherit(meeting: Meeting, withheld: Mapping[Identity, Withholding]) -> Meeting:
    """Return a meeting in which what earlier ones withhold by now of the actions brought to it is restricted too."""
    if not withheld:
        return meeting
    of_action = {
        entry.id: found
        for entry in meeting.entries
        if entry.action and (found := _of(entry.action, withheld)) and entry.action.origin
    }
    entries = []
    last: Withholding = NOTHING
    for entry in meeting.entries:
        if entry.kind is not Kind.POINT or entry.action:
            last = of_action.get(entry.id if entry.about is None else entry.about, NOTHING)
        entries.append(_restricted(entry, last) if last else entry)
    return replace(meeting, entries=tuple(entries))


def _of(action: Action, withheld: Mapping[Identity, Withholding]) -> Withholding:
    """Return what is withheld of an action, and of those in whose place it stands."""
    found = withheld.get((action.origin.meeting.id, action.origin.entry), NOTHING) if action.origin else NOTHING
    for one in action.replaces:
        replaced = withheld.get((one.origin.meeting.id, one.origin.entry), NOTHING)
        words = frozenset({plain(one.text).strip()} if replaced.whole else ())
        found |= Withholding(phrases=replaced.phrases | words)
    return found


def _restricted(entry: Entry, withheld: Withholding) -> Entry:
    if withheld.whole:
        return replace(entry, restricted=True)
    return walked(entry, texts_without(withheld.phrases))


def texts_without(phrases: frozenset[str]) -> Texts:
    """Return what puts brackets round phrases wherever they stand openly in a text; round a label as a whole."""
    found = "|".join(
        r"\W+".join(map(re.escape, pieces))
        for phrase in sorted(phrases, key=len, reverse=True)
        if (pieces := re.findall(r"\w+", phrase))
    )
    pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def words(text: str) -> str:
        places = [one.span() for one in pattern.finditer(masked(text))] if pattern else []
        for start, end in reversed(places):
            text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        return text

    def label(text: str) -> str:
        known = pattern is not None and not has_restricted(text) and pattern.fullmatch(text)
        return f"[[{text}]]" if known else text

    return Texts(words=words, label=label, hides=False)
