"""What a reader sees where something may not be seen."""

from __future__ import annotations

from tui.meeting.text.inline_markup import spans

WITHHELD = "[restricted]"
"""Stands within a text for words that the reader may not see."""

WITHHELD_ITEM = "[Restricted item]"
"""Stands for a whole entry, or the heading of a section, that the reader may not see."""


def shown_words(text: str) -> str:
    """Return the plain words; a withheld part, which has none, shows as the stub."""
    if "[[" not in text and "*" not in text:
        return text
    return "".join(WITHHELD if span.restricted and not span.words else span.words for span in spans(text))
