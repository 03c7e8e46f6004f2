"""The questions that help somebody to find a sentence."""

from __future__ import annotations

from state.language import _

ASK = _("Wat bracht dit traject je?")
PROMPTS: tuple[str, ...] = (
    _("Wat zou je vertellen aan iemand die twijfelt om mee te doen?"),
    _("Welk moment vergeet je niet?"),
    _("Wat doe je nu anders?"),
)
