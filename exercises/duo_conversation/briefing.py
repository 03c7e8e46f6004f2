"""What the facilitator reads on the run sheet before Duo-gesprek."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.duo_conversation.config import DuoConfig
from exercises.kit.rules.hours import duration_text
from exercises.kit.rules.prose import in_words
from state.language import _, ngettext


def briefing(config: DuoConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    rounds = ngettext(
        "Er volgt {n} ronde van {minutes}.", "Er volgen {n} rondes, telkens {minutes}.",
        config.rounds,
    ).format(n=in_words(config.rounds), minutes=duration_text(config.minutes))  # fmt: skip
    return Briefing(
        purpose=_(
            "Met twee praten mensen anders dan in de groep: iedereen komt aan het woord, en ieder"
            " spreekt met iemand van een andere organisatie."
        ),
        introduce=_(
            "Je gsm toont met wie je spreekt en één vraag tegelijk. Zoek elkaar op en ga ergens"
            " zitten. Eerst vertelt de ene, dan de andere; wie luistert, vraagt door. {rounds}"
            " Noteer alleen wat je wilt onthouden, en kies zelf of je het deelt."
        ).format(rounds=rounds),
        questions=tuple(question.text for question in config.questions),
        pitfalls=(
            _("Zeg vooraf dat niet alle vragen aan bod moeten komen."),
            _("Is het aantal oneven, dan is er een groepje van drie: geef dat wat meer tijd."),
            _("Loop rond en luister mee zonder te sturen. Wat je treft, vraag je straks terug."),
            _("Kondig het wisselen een minuut vooraf aan."),
            _(
                "Vraag in de groep niet wat er allemaal gezegd is, wel wat iemand van de ander"
                " meeneemt."
            ),
        ),
        material=(_("Plaats om met twee apart te zitten: een gang, een tuin, een tweede lokaal."),),
    )
