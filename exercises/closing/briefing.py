"""What the facilitator reads on the run sheet before Slotmoment."""

from __future__ import annotations

from exercises.closing.config import ClosingConfig
from exercises.contract import Briefing
from state.language import _


def briefing(config: ClosingConfig) -> Briefing:
    """Why and how, with the questions of this configuration."""
    return Briefing(
        purpose=_(
            "Een grote zaal ziet in enkele beelden wat een jaar over de vloer komen bracht, en"
            " ieder neemt er één actie uit mee. Alles komt uit wat jullie het jaar door deden."
        ),
        introduce=_(
            "We tonen wat er dit jaar gebeurde. Kijk mee op het scherm. Wie te gast is, scant de"
            " code en tikt op ‘Ik ben te gast’: een naam is niet nodig. Straks vragen we iedereen"
            " één zin: welke actie neem jij mee?"
        ),
        questions=tuple(_asked(one.title) for one in config.chapters if one.kind == "ask"),
        pitfalls=(
            _("Te veel hoofdstukken: kies er vijf of zes, en sla live over wat niet past."),
            _("Een citaat voorlezen dat niet op het scherm staat: toon alleen wat mag."),
            _("De vraag te kort laten staan: geef de zaal drie minuten om te schrijven."),
            _("Een flauw antwoord op het scherm: je verbergt het met één tik in de regie."),
        ),
        material=(_("De code groot op het scherm terwijl mensen binnenkomen."),),
    )


def _asked(title: str) -> str:
    return title if title[-1] in ".?" else f"{title}."
