"""What the facilitator reads on the run sheet before Top en flop domino."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.domino.config import DominoConfig
from state.language import _


def briefing(config: DominoConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Verhalen uit de praktijk liggen naast elkaar, wat lukte en wat mislukte. Zo ziet de"
            " groep wat ontmoeting helpt, en dat iedereen wel eens iets zag mislukken."
        ),
        introduce=_(
            "Schrijf op je steen een top en een flop uit je eigen werk, elk in een paar woorden."
            " Straks krijgt één steen het woord en vertelt het verhaal. Hoor je iets dat op jouw"
            " verhaal lijkt, leg dan je steen ertegen en zeg in een paar woorden wat jullie delen."
        ),
        questions=config.questions,
        pitfalls=(
            _("Begin zelf met een flop, klein en echt: dan durven anderen ook."),
            _("Een verhaal duurt twee minuten. Vraag naar wat er gebeurde, niet naar een besluit."),
            _("Los een flop niet op. Vraag eerst wie zoiets ook meemaakte."),
            _("Namen van ouders en kinderen blijven weg; zeg dat voor het schrijven."),
            _("Niet elke steen komt op tafel. Lees op het einde voor wat nog in de hand ligt."),
        ),
        material=(_("Stoelen in een halve kring voor het scherm."),),
    )
