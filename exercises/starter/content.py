"""The words that Beginoefening begins with."""

from __future__ import annotations

from collections.abc import Mapping

from state.language import _

# Next: the question as somebody would say it aloud.
ASK = _("Wat neem je mee van vandaag?")
WHEN_ASK = _("Wanneer begin je eraan?")
# Key, as stored -> the words that people choose.
WHENS: Mapping[str, str] = {
    "week": _("Deze week"), "month": _("Deze maand"), "later": _("Later"),
}  # fmt: skip
NOT_YET = _("Dat weet ik nog niet")
QUESTIONS: tuple[str, ...] = (
    _("Welke zin had jij ook kunnen schrijven?"), _("Over welke zin wil je meer horen?"),
)  # fmt: skip
