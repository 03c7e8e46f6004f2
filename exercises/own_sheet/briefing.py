"""What the facilitator reads on the run sheet before the Eigen fiche."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.own_sheet.config import OwnSheetConfig
from state.language import _


def briefing(config: OwnSheetConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    together = config.holder != "person"
    return Briefing(
        purpose=_(
            "Wat in het gesprek opkomt, staat daarna op papier in eigen woorden, en iedereen kan"
            " het van elkaar lezen."
        ),
        introduce=_(
            "Neem je gsm. Jullie schrijven samen op één fiche en zien meteen wat de ander schrijft."
            " Kort is goed, en leeg laten mag."
        ) if together else _(
            "Neem je gsm en vul je eigen fiche in. Kort is goed, en leeg laten mag."
        ),
        questions=tuple(_sentence(one.text) for one in config.fields),
        pitfalls=(
            _("Veel velden geven korte antwoorden. Laat weg wat je straks niet gebruikt."),
            _("Zeg vooraf wie het te lezen krijgt, en wanneer."),
            _("Wie klaar is, mag bij een ander gaan kijken. Wacht niet op de laatste."),
        ),
        material=(_("Tafels waaraan wie samen schrijft naast elkaar zit."),) if together else (),
    )  # fmt: skip


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
