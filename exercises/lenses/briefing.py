"""What the facilitator reads on the run sheet before the stories are told."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.lenses.config import LensesConfig
from exercises.lenses.content import TO_TELLERS
from state.language import _


def briefing(config: LensesConfig) -> Briefing:
    """Why and how, with the prompts of the lenses of this configuration."""
    return Briefing(
        purpose=_(
            "Elk bezoek krijgt een verhaal, en elk verhaal wordt van verschillende kanten bekeken."
            " Wie vertelt, hoort wat anderen zien en wat ze willen weten."
        ),
        introduce=_(
            "Wie op bezoek was, vertelt: begin bij één beeld. Wie luistert, krijgt op de gsm een"
            " bril. Kijk enkel daardoor, ook als je het zelf anders ziet. Bij het volgende verhaal"
            " krijg je een andere. Wat je opschrijft, komt zonder je naam op de plank."
        ),
        questions=(
            *TO_TELLERS,
            *(f"{lens.text}: {prompt}" for lens in config.lenses for prompt in lens.prompts),
        ),
        pitfalls=(
            _("De gastheer wil meteen rechtzetten: laat eerst alle brillen zien, dan pas praten."),
            _("De kritische bril wordt hard: vraag om een vraag in plaats van een oordeel."),
            _(
                "Een verhaal duurt te lang: twintig minuten is genoeg, met de helft voor wat de"
                " brillen zagen."
            ),
            _("Een verteller is ziek: de ander vertelt, of de gastheer. Dat kies je in de regie."),
        ),
        material=(
            _("De vertellers kozen vooraf hun beelden in hun schriftje, of doen het op hun gsm."),
        ),
    )
