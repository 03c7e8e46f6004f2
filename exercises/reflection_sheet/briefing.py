"""What the facilitator reads on the run sheet before Reflectiefiche."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.reflection_sheet.config import ReflectionConfig
from state.language import _


def briefing(config: ReflectionConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    last = [config.questions_ask] if config.questions else []
    return Briefing(
        purpose=_(
            "Elke organisatie brengt samen wat ze vandaag over zichzelf hoorde: waar ze sterk in"
            " is, wat aandacht vraagt, waar ze van droomt. Daaruit komen haar leervragen, en bij"
            " wie ze op bezoek wil."
        ),
        introduce=_(
            "Neem per aandachtsgebied drie koppen koffie: de sterke koffie is wat goed loopt, de"
            " suiker wat meer aandacht mag krijgen, de koffiebonen zijn waar jullie van dromen."
            " Begin bij één gebied. Wat niet af raakt, maken jullie thuis af met het team."
        ),
        questions=(
            *(cup.question for cup in config.cups),
            *(one.question for one in config.conclusions),
            *last,
            *((config.top_ask,) if config.top else ()),
        ),
        pitfalls=(
            _("Het hoeft hier niet af. Eén gebied met zorg is beter dan vier in haast."),
            _("Vraag bij sterke koffie naar iets dat een ander kan komen zien."),
            _("Een leervraag begint met hoe of wat. ‘Kunnen wij …’ wordt ‘Hoe kunnen wij …’."),
            _("Zeg wie de fiche leest, en tegen wanneer ze thuis af mag zijn."),
        ),
        material=(_("De links voor thuis, afgedrukt of klaar om te mailen."),),
    )
