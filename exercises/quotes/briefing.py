"""What the facilitator reads on the run sheet before Citaten."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.quotes.config import QuotesConfig
from state.language import _


def briefing(config: QuotesConfig) -> Briefing:
    """Why and how, with the questions of this configuration."""
    return Briefing(
        purpose=_(
            "Ieder zegt in één zin wat het traject bracht. Wie dat wil, laat die zin zien en"
            " drukken; wat niemand vrijgeeft, leest ook niemand."
        ),
        introduce=_(
            "Schrijf één zin die je nog zou zeggen tegen iemand die er niet bij was. Daarna kies"
            " je: met je naam, alleen met je organisatie, zonder naam, of niet gebruiken. Kies je"
            " niets, dan staat hij nergens. Je mag altijd van gedacht veranderen."
        ),
        questions=(config.ask, *config.questions),
        pitfalls=(
            _("Aandringen op een naam: zonder naam telt een zin even zwaar."),
            _("Zinnen hardop lezen voor iemand koos: wacht tot ze op het scherm staan."),
            _("Raden van wie een zin zonder naam is: zeg vooraf dat niemand dat doet."),
        ),
    )
