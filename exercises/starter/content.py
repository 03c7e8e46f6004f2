"""The words that Beginoefening begins with."""

from __future__ import annotations

from state.language import _

# Next: the question as somebody would say it aloud.
ASK = _("Wat neem je mee van vandaag?")
QUESTIONS: tuple[str, ...] = (
    _("Welke zin had jij ook kunnen schrijven?"), _("Over welke zin wil je meer horen?"),
)  # fmt: skip
