"""What the facilitator reads on the run sheet before Acties."""

from __future__ import annotations

from exercises.actions.config import ActionsConfig
from exercises.contract import Briefing
from state.language import _


def briefing(config: ActionsConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Wat iemand bij een ander zag, wordt iets dat thuis gebeurt. Elke organisatie vertrekt"
            " met een eerste stap, een naam en een dag, en weet wie wil helpen."
        ),
        introduce=_(
            "Denk aan één ding dat je elders zag en dat bij jullie kan. Schrijf het samen op, in"
            " vijf kleine stappen; de eerste stap moet binnen twee weken kunnen. Daarna leggen we"
            " de plannen één voor één op tafel. Wie luistert, helpt: met een vraag, een idee, of"
            " met handen."
        ),
        questions=tuple(one.question for one in config.asks),
        pitfalls=(
            _("Een actie wordt vlug een project. Vraag wat er volgende week al kan."),
            _("Laat geen actie bij ‘wij’ of ‘het team’ staan: één naam volstaat."),
            _("Wie te veel raad krijgt, verdedigt zich. Laat na elke vraag eerst stil worden."),
            _("Een actie laten vallen is geen falen. Vraag wat er in de weg stond."),
        ),
        material=(_("De cadeautjes, notities en foto's van de bezoeken."), _("Elk zijn agenda.")),
    )
