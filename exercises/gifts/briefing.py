"""What the facilitator reads on the run sheet before Cadeautjestijd."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.gifts.config import GiftsConfig
from state.language import _


def briefing(config: GiftsConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Wie op bezoek was, geeft terug wat bijbleef. De gastorganisatie hoort wat ze zelf niet"
            " meer ziet, en krijgt tijd om het te laten binnenkomen."
        ),
        introduce=_(
            "Vul een cadeautje voor de organisatie waar je te gast was: wat je waardeert, een tip,"
            " een tekening, een zin die bleef hangen, wat je er thuis over vertelde. Leeg laten"
            " mag. Is het klaar, pak het dan in. Niemand leest het voor de gastorganisatie het"
            " uitpakt."
        ),
        questions=config.questions,
        pitfalls=(
            _("Een tip is een cadeau, geen opdracht. Laat ‘jullie moeten’ herschrijven."),
            _("Na het uitpakken eerst stilte: laat de ontvangers lezen voor iemand iets zegt."),
            _("De ontvanger kiest: een vraag die verder gaat, of iets dat hij deelt. Niets moet."),
            _("Reken zes tot acht minuten per cadeautje; kondig de volgorde vooraf aan."),
            _("Wie geen bezoek kreeg of bracht, vult mee het cadeautje van de groep."),
        ),
        material=(_("De notities en foto’s van het bezoek binnen handbereik."),),
    )
