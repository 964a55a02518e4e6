"""The words of a meeting as the view holds them: read once, harmless, and never taken for markup."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.meeting.redaction.stubs import WITHHELD
from tui.meeting.text.inline_markup import Span, has_marks, spans
from tui.meeting.text.sanitizing import printable


class ViewText(str):
    """Words to be printed literally, which may know where their emphasis is.

    As a string they are the words as plain text prints them; what a filter makes of them is a plain string, which
    is printed literally too.
    """

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, *, restricted: bool = False, stub: str = WITHHELD) -> ViewText:
        """Read a text with its marks; `restricted` says that all of it is, and `stub` stands for what is withheld."""
        if not restricted and text.isprintable() and not has_marks(text):
            # Nearly every text, and a long meeting has thousands.
            return cls._plainly(text.strip())
        read = spans(text)
        if restricted:
            read = tuple(replace(span, restricted=True) for span in read)
        return cls._made(_bracketed(read, stub))

    @classmethod
    def literally(cls, words: str) -> ViewText:
        """Take words in which no character is a mark."""
        return cls._made((Span(words),) if words else ())

    @classmethod
    def joined(cls, *pieces: str) -> ViewText:
        """Put pieces together; the emphasis of those that are Words is kept."""
        found: list[Span] = []
        for piece in pieces:
            found.extend(piece.spans if isinstance(piece, ViewText) else (Span(piece),))
        return cls._made(found)

    def parted(self, at: int) -> tuple[ViewText, ViewText]:
        """Part the words at a place; the emphasis of each part is kept."""
        before: list[Span] = []
        after: list[Span] = []
        for span in self.spans:
            room = max(at - sum(len(one.words) for one in before), 0) if not after else 0
            before += [replace(span, words=span.words[:room])] if room else []
            after += [replace(span, words=span.words[room:])] if span.words[room:] else []
        return ViewText._made(before), ViewText._made(after)

    @classmethod
    def _plainly(cls, words: str) -> ViewText:
        made = cls(words)
        made.spans = (Span(words),) if words else ()
        return made

    @classmethod
    def _made(cls, read: Iterable[Span]) -> ViewText:
        shown = [_shown(span) for span in read]
        while shown and not shown[0].words.strip():
            shown.pop(0)
        while shown and not shown[-1].words.strip():
            shown.pop()
        if shown:
            shown[0] = replace(shown[0], words=shown[0].words.lstrip())
            shown[-1] = replace(shown[-1], words=shown[-1].words.rstrip())
        made = cls("".join(span.words for span in shown))
        made.spans = tuple(shown)
        return made


def _shown(span: Span) -> Span:
    words = printable(span.words)
    return span if words is span.words else replace(span, words=words)


def _bracketed(read: tuple[Span, ...], stub: str) -> list[Span]:
    """Set restricted words in the brackets they were typed in, and a stub where none are left."""
    if not any(span.restricted for span in read):
        return list(read)
    found: list[Span] = []
    within = False
    for span in read:
        if span.restricted and not span.words:
            found.extend([Span("]]", restricted=True)] if within else [])
            found.append(Span(stub, restricted=True))
            within = False
            continue
        if span.restricted is not within:
            found.append(Span("[[" if span.restricted else "]]", restricted=True))
            within = span.restricted
        found.append(span)
    return [*found, Span("]]", restricted=True)] if within else found


NOTHING = ViewText.literally("")
"""No words."""
