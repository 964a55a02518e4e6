"""What papers say in any of the languages that no single key or heading says."""

from __future__ import annotations

import re

NEXT_IS = re.compile(
    r"\bnext\b.{0,140}\b(?:will be|is to be|is|takes place|will take place)\b|\bnächste\b.{0,40}\b(?:findet|ist)\b"
    r"|\bprochaine\b.{0,60}\b(?:aura|se tiendra|est)\b|\bpróxim[ao]\b.{0,60}\b(?:se celebrará|tendrá|será)\b"
    r"|\b(?:cynhelir|gynhelir)\b.{0,40}\bnesaf\b",
    re.IGNORECASE,
)
"""A sentence that tells the next meeting; in the head of an agenda that is this one."""
END_KEYS = frozenset({"end", "ends", "end time", "finish", "finishes", "ende", "schluss", "fin", "diwedd"})
"""Keys of the hour at which a meeting ends."""
BEGINS = re.compile(r"(?:beginn|anfang|start|début|inicio|aanvang|dechrau)", re.IGNORECASE)
ENDS = re.compile(r"\b(?:schluss|ende|end|ends|close|closes|fin|einde|diwedd)\b", re.IGNORECASE)
"""Keys of the hour at which a meeting begins, and at which it is over."""
