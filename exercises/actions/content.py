"""The questions that an action answers, as they are at first."""

from __future__ import annotations

from state.language import _

# Key, title of the step, question.
ASKS: tuple[tuple[str, str, str], ...] = (
    ("what", _("wat"), _("Wat gaan jullie doen?")),
    ("whom", _("voor wie"), _("Voor wie doen jullie het?")),
    ("first", _("eerst"), _("Welke eerste stap kan binnen twee weken?")),
    ("who", _("wie"), _("Wie neemt het op zich, wie doet mee?")),
    ("when", _("wanneer"), _("Wanneer kijken jullie terug?")),
)
