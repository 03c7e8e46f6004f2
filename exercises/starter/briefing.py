"""What the facilitator reads on the run sheet before Beginoefening."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.starter.config import StarterConfig
from state.language import _


# Next: ask somebody who did it why it is done, what to say, and what goes wrong easily.
def briefing(config: StarterConfig) -> Briefing:
    """Why and how, with the questions of this configuration."""
    return Briefing(
        purpose=_(
            "Iedereen komt aan het woord, ook wie niet graag spreekt. De groep leest samen wat er"
            " leeft, en praat daarover voort."
        ),
        introduce=_(
            "Lees de vraag op je gsm en schrijf er één zin bij, in je eigen woorden. Niemand leest"
            " mee terwijl je schrijft. Straks tonen we alle zinnen op het scherm en lezen we ze"
            " samen."
        ),
        questions=(config.ask, *config.questions),
        pitfalls=(
            _("Te vroeg tonen: wacht tot ook wie traag typt klaar is."),
            _("Elke zin bespreken: kies er samen twee of drie waarover jullie meer willen horen."),
        ),
    )
