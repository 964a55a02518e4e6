"""How a line begins that stands below a list, and is no item of it."""

from __future__ import annotations

import re

_FOOT = re.compile(
    r"(?:kind regards|best regards|regards|yours (?:sincerely|faithfully|truly)|best wishes|many thanks"
    r"|with thanks|thanks|thank you|cheers|see you|sent from my|look(?:ing)? forward|we look forward|hope to see"
    r"|signed|dated|issued|published|posted"
    r"|mit freundlichen|freundliche grüße|viele grüße|gez\.|cordialement|bien cordialement|atentamente|saludos"
    r"|un saludo|met vriendelijke groet|hoogachtend|afmelden|afmeldingen"
    r"|cofion|yn gywir|members of the public (?:and|are)"
    r"|the press and public|the public (?:and|are)|press and public are|please (?:note|send|contact|let|bring"
    r"|forward|email)|note:|notes:|n\.?b\.?\b|for further|contact:|clerk to the|copies of|anything to"
    r"|distribution|circulation|this agenda|this meeting (?:is|will be) (?:being )?(?:recorded|open)|filming"
    r"|recording)\b",
    re.IGNORECASE,
)
_SENT_TO = re.compile(r"(?:to|cop(?:y|ies)(?: to)?|cc|distribution|circulation|verteiler)\s?:\s*\S", re.IGNORECASE)
"""To whom the paper goes."""
_FEW_WORDS = 3
_ASKS = re.compile(r"[^.:]{4,80}\bplease[.!]?", re.IGNORECASE)
_NOTES = re.compile(r"notes?(?: (?:for|to) (?:the )?(?:members|public|councillors|press).*)?:?", re.IGNORECASE)
_NOTICE = re.compile(
    r"\b(?:please|may|must|should"
    r"|(?:is|are) (?:open|asked|requested|reminded|welcome|invited|available|held|recorded))\b",
    re.IGNORECASE,
)


def is_notice(words: str) -> bool:
    """Whether a sentence tells those who come what they may or should do: `Members of the public may speak.`."""
    return words.rstrip().endswith(".") and len(words.split()) > _FEW_WORDS and _NOTICE.search(words) is not None


def begins_foot(words: str) -> bool:
    """Whether a line begins as one below a list does: a greeting, a notice, to whom the paper goes."""
    return _FOOT.match(words) is not None or _SENT_TO.match(words) is not None or _ASKS.fullmatch(words) is not None


def heads_notes(words: str) -> bool:
    """Whether a line stands over notices to the members or the public: `NOTES`."""
    return _NOTES.fullmatch(words.strip(" *_")) is not None
