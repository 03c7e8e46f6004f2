"""What the facilitator reads on the run sheet before De lijn."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.line.config import LineConfig
from state.language import _


def briefing(config: LineConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Iedereen neemt zichtbaar een plaats in, ook wie niet graag het woord neemt. Uit de"
            " verschillen komen voorbeelden, en daaruit wat elke organisatie al doet en nog zoekt."
        ),
        introduce=_(
            "Ik lees een zin voor. Zet jezelf op de lijn waar het voor jouw werking klopt vandaag,"
            " niet waar je wilt staan. Er is geen goede plaats. Straks zegt wie wil waarom die daar"
            " staat, en wie iets hoort dat verschil maakt, schuift op."
        ),
        questions=config.questions,
        pitfalls=(
            _("Lees de zin twee keer voor en geef geen uitleg: wat onduidelijk is, is stof."),
            _("Begin niet bij de uitersten. Wie in het midden staat, heeft vaak twee voorbeelden."),
            _("Vraag naar een voorbeeld zodra iemand algemeen blijft."),
            _("Twee collega’s ver uit elkaar is geen fout. Vraag wat elk van hen ziet."),
            _(
                "Drie zinnen met een goed gesprek zijn meer dan tien zinnen. Duid vooraf aan welke"
                " je zeker doet."
            ),
        ),
        material=(
            _("Om het in de zaal te doen: tape van zes meter op de vloer, en ruimte errond."),
        ),
    )
