"""What the facilitator reads on the run sheet before an Inleefoefening."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.recall.config import RecallConfig
from state.language import _


def briefing(config: RecallConfig) -> Briefing:
    """Why and how, with the questions of this configuration."""
    return Briefing(
        purpose=_(
            "Voelen hoe het is om voor het eerst ergens binnen te komen, voor er over wordt"
            " nagedacht. Wat de groep een warm welkom noemt, krijgt de gastheer mee."
        ),
        introduce=_(
            "Leg je gsm neer, hij wordt donker. Sluit je ogen als je wil. We gaan terug naar het"
            " eerste moment bij wie je ontving. Ik stel traag enkele vragen, je antwoordt alleen"
            " voor jezelf. Daarna schrijf je bij elke vraag een paar woorden, zonder naam."
        ),
        questions=tuple(one.text for one in config.questions),
        pitfalls=(
            _("Te snel praten: tel na elke vraag traag tot twintig."),
            _("Na het donker meteen in gesprek gaan: laat iedereen eerst schrijven."),
            _("Briefjes per gastheer tonen zonder het te vragen: de gastheer zit in de zaal."),
            _("Wie op geen bezoek was, uitsluiten: een eerste keer ergens anders is even goed."),
        ),
        material=(_("Een zaal die donker kan, en rust: niemand loopt binnen en buiten."),),
    )
