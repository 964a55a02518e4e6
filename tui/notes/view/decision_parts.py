"""Where the words of a decision end and the record of who proposed it, and how the votes went, begins."""

from __future__ import annotations

from tui.meeting.text.lazy_patterns import Pattern
from tui.meeting.text.number_words import NUMBER
from tui.notes.view.words import NOTHING, ViewText

_SMALL = r"(?:the|of|for|van|von|de|der|den|da|di|du|la|le)"
_NAME = rf"(?:{_SMALL}\s+){{0,2}}[^\W\d_a-z][\w.'’&-]*(?:\s+(?:{_SMALL}\s+){{0,2}}[^\W\d_a-z][\w.'’&-]*){{0,5}}"
_COUNT = rf"(?:\d{{1,6}}|(?i:{NUMBER}|none|nobody|no[ -]one|nil|no|all))"
_VOTERS = r"(?i:votes?|members?|councillors?|trustees?|governors?)"
_CAST = rf"(?:{_VOTERS}\s+)?(?i:(?:voted|voting|were|was)\s+)?"
_CLAUSES = (
    rf"(?i:(?:it\s+was\s+)?(?:proposed|moved|seconded|prop\.?|sec\.?))(?:\s+(?i:by)|:)?\s+{_NAME}",
    rf"{_NAME}\s+(?i:proposed|moved|seconded)",
    rf"{_COUNT}\s+{_CAST}(?i:for|in\s+favour|against|opposed|abstained|abstentions?|abstaining)",
    rf"(?i:for|in\s+favour|against|abstained|abstentions?)\s*[:=]?\s*{_COUNT}",
    rf"(?i:carried|lost|defeated)(?:\s+(?i:by)\s+{_COUNT}(?:\s+(?i:votes?))?\s+(?i:to)\s+{_COUNT})?",
    rf"{_COUNT}\s+(?i:votes?\s+to)\s+{_COUNT}",
    r"(?i:(?:carried\s+|agreed\s+|approved\s+)?unanimous(?:ly)?|(?:carried\s+)?nem\.?\s*con|all\s+agreed)",
)
_CLAUSE = Pattern(rf"\(?(?:{'|'.join(_CLAUSES)})\s*[.)]*")
_BETWEEN = Pattern(r"\s*[,;.:–—]\s+(?:(?:and|with)\s+)?|\s+(?=\()|\s+(?:and|with)\s+")
_LONGEST = 100
"""Characters up to which a clause is read."""


def parted_resolution(text: ViewText) -> tuple[ViewText, ViewText]:
    """Part a decision's words in two that read on; the second part is empty where the record is not a tail alone."""
    words = str(text)
    record = end = len(words)
    for between in reversed(list(_BETWEEN.finditer(words))):
        if end - between.end() > _LONGEST or not _CLAUSE.fullmatch(words, between.end(), end):
            return text.parted(record) if record < len(words) else (text, NOTHING)
        if not between[0].startswith((" and", " with")):
            record = between.end()
        end = between.start()
    alone = end <= _LONGEST and _CLAUSE.fullmatch(words, 0, end)
    return text.parted(record) if record < len(words) and not alone else (text, NOTHING)
