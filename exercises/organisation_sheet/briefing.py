"""What the facilitator reads on the run sheet before Organisatiefiche."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.organisation_sheet.config import SheetConfig
from state.language import _


def briefing(config: SheetConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    asked = tuple(field.question for field in config.shown)
    return Briefing(
        purpose=_(
            "De organisaties leren elkaar kennen in eigen woorden en met een beeld, en weten daarna"
            " van elk wie er is, voor wie ze werkt en wat ze komt zoeken."
        ),
        introduce=_(
            "Vul met je collega samen jullie fiche in. Jullie schrijven tegelijk in dezelfde"
            " velden, dus spreek af wie waar begint. Kort is goed: straks vertel je erbij."
        ),
        questions=(*asked, config.picture_question) if config.picture else asked,
        pitfalls=(
            _("Laat duo’s naast elkaar zitten, anders schrijven ze over elkaar heen."),
            *((_("Het beeld kiezen duurt even lang als het schrijven. Kondig het op tijd aan."),
               _("Bij het vertellen: één minuut per duo, en begin bij het beeld."))
              if config.picture else (_("Bij het vertellen: één minuut per duo."),)),
            _("Wie alleen is, heeft meer tijd nodig of mag een veld leeg laten."),
        ),
        material=(_("Een tafel per organisatie, met de stoelen naast elkaar."),),
    )  # fmt: skip
