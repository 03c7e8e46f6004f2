"""What the facilitator reads on the run sheet before Open houding."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.open_stance import content
from exercises.open_stance.config import StanceConfig
from state.language import _


def briefing(config: StanceConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    agreed = tuple(question for _key, question in content.AGREEMENTS)
    return Briefing(
        purpose=_(
            "Wie op bezoek gaat, kijkt met een eigen maat. De groep hoort wat een vraag dichtdoet,"
            " oefent in vragen die een verhaal openen, en spreekt af hoe feedback gegeven wordt."
        ),
        introduce=_(
            "Op je gsm staan zinnen die we allemaal al eens zeiden. Ze doen een gesprek dicht."
            " Schrijf bij elke zin hoe je het open zou vragen. Kies er drie, en breng er op het"
            " einde zelf een. Op het scherm staat nergens een naam."
        ),
        questions=(_("Wat verandert er?"), *(agreed if config.agreements else ())),
        pitfalls=(
            _("Lees een gesloten zin voor zoals hij klinkt. Dan hoort iedereen wat hij doet."),
            _("Een open vraag kan nog een oordeel dragen. Vraag: wat zou jij antwoorden?"),
            _("Zoek niet de beste zin. Vraag wat er verandert tussen ervoor en erna."),
            _("Toon de mogelijke open vraag pas als de groep zelf iets heeft."),
            _("Laat tijd voor de afspraken: die gaan mee in de leidraad en het programma."),
        ),
        material=(_("Bij de afspraken zitten bezoekers en gastorganisatie samen."),),
    )
