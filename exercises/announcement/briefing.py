"""What the facilitator reads on the run sheet before Bekendmaking van de koppels."""

from __future__ import annotations

from exercises.announcement.config import AnnouncementConfig
from exercises.contract import Briefing
from state.language import _

QUESTIONS = (
    _("Wat hoop je daar te zien?"),
    _("Wat wil je hen zeker tonen?"),
    _("Aan wie van je team vertel je dit eerst?"),
)


def briefing(config: AnnouncementConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Iedereen hoort tegelijk wie bij wie over de vloer komt, en waarom. Elk koppel krijgt"
            " een moment van de hele groep voor het aan zijn bezoek begint."
        ),
        introduce=_(
            "Achter elke deur staat een gastorganisatie. Je ziet eerst wie op bezoek gaat; dan gaat"
            " de deur open. Herken je jezelf, sta dan even recht en zwaai naar elkaar. Op het"
            " einde zien we alle bezoeken samen."
        ),
        questions=QUESTIONS,
        pitfalls=(
            _("Niet iedereen krijgt zijn eerste keuze. Zeg vooraf hoe er gekozen is."),
            _("Laat na elke deur een paar tellen stil: koppels zoeken elkaar met de ogen."),
            _("Wie er niet is, belde je het best vooraf: via een ander horen is zuur."),
            _("Met meer dan tien koppels duurt deur na deur lang. Toon dan meteen het geheel."),
        ),
        material=(_("De koppels, afgesproken op de pagina Bezoeken."),),
    )
