"""What the facilitator reads on the run sheet before Kaart van de buurt."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.neighbourhood_map.config import MapConfig
from state.language import _


def briefing(config: MapConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Elke organisatie toont met één pion hoe ze tegenover haar buurt staat. Later in het"
            " traject zet ze die pion opnieuw, en ziet ze of ze opschoof."
        ),
        introduce=_(
            "Dit is een getekend dorp, niet het jouwe. Zoek met je collega de plek die toont hoe"
            " jullie tegenover de buurt staan: midden op het plein, aan de schoolpoort, aan de"
            " rand, achter een haag. Zet er jullie pion en schrijf in één zin waarom daar."
        ),
        questions=config.questions,
        pitfalls=(
            _("Het midden is niet de beste plaats. Wie aan de rand staat, koos daar soms voor."),
            _("Laat collega’s eerst praten en dan pas de pion zetten: er is er maar één."),
            _("Staan er veel op dezelfde plek, vraag dan wat er verschilt."),
            _("Vraag wie er langs die plek komt, en wie nooit. Daar zit de volgende stap."),
        ),
        material=((_("Twee of drie indicatoren om hardop te lezen, vooraf gekozen."),)
                  if config.show_indicators else ()),
    )  # fmt: skip
