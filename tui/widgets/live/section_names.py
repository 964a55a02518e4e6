"""How screens name a section, and one of brought-forward actions, which has no heading of its own."""

from __future__ import annotations

from tui.meeting.model import Section


def heading_of(section: Section) -> str:
    """Return a section's heading as typed; for brought-forward actions, where they come from."""
    if section.heading or section.brought_from is None:
        return section.heading
    return f"From the {section.brought_from.date:%B %Y} meeting"


def name_of_section(section: Section) -> str:
    """Return number and heading."""
    return f"{section.number} {heading_of(section)}".strip()
