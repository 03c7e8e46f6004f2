"""What the facilitator reads on the run sheet before the sequels of gifts."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.gift_sequels.config import SequelsConfig
from state.language import _


def briefing(config: SequelsConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Wie iets gaf, hoort wat ervan kwam. Zo wordt een goede raad geen belofte die stil"
            " verdwijnt, en ziet de groep hoe klein een verandering mag zijn."
        ),
        introduce=_(
            "De tafel met de cadeautjes staat er weer. Neem wat jullie toen kregen, kies wat de"
            " groep ervan mag zien, en schrijf in één zin wat jullie ermee deden. Deden jullie er"
            " nog niets mee, dan is dat ook een antwoord."
        ),
        questions=(config.ask, *config.questions),
        pitfalls=(
            _("‘Nog niets’ is een eerlijk antwoord. Vraag niet waarom, vraag wat het zou helpen."),
            _("Kijk eerst naar wie gaf: die hoort het graag, ook als het anders uitdraaide."),
            _("Wie geen cadeautje kreeg, vertelt wat ze gaven, of luistert met een koffie."),
            _("Twee minuten per organisatie volstaan. Vraag de rest bij de acties."),
        ),
        material=(_("De cadeautjes van toen, als iemand ze nog heeft."),),
    )
