"""What the facilitator reads on the run sheet before the Gespreksleidraad."""

from __future__ import annotations

from exercises.contract import Briefing
from exercises.guide import content
from exercises.guide.config import GuideConfig
from state.language import _


def briefing(config: GuideConfig) -> Briefing:
    """The purpose, the words to begin with, and what to watch for."""
    return Briefing(
        purpose=_(
            "Bezoekers en gastorganisatie zeggen elkaar wat ze van het bezoek verwachten, en maken"
            " er een programma van waarin elke bezoeker iets te doen heeft."
        ),
        introduce=_(
            "Ga met je koppel aan één tafel zitten: wie op bezoek gaat en wie ontvangt. Op je gsm"
            " staan twaalf vragen en een programma. Elk van jullie schrijft een zin bij een vraag,"
            " en leest die van de ander voor je verder gaat. Begin bij de leervraag, niet bij de"
            " agenda. Wie deze keer niet op bezoek gaat, luistert mee bij een collega."
        ),
        questions=(
            content.PEOPLE[1],
            *(question for _key, _title, question in content.SENTENCES),
            content.DAYS[1],
            *(question for _key, _title, question in content.AGREED),
        ),
        pitfalls=(
            _("De agenda’s komen eerst op tafel. Vraag: wat wil je daar gezien hebben?"),
            _("Het programma is vol rondleiding. Vraag waar de bezoekers zelf iets doen."),
            _("Beide bezoekers doen alles samen. Vraag wat bij de functie van elk past."),
            _("Er is geen moment om op te schrijven. Een kwartier per dag volstaat."),
            _("Wie twee bezoeken heeft, kiest op de gsm welke leidraad eerst komt."),
            _("Niet af is niet erg: thuis gaat het verder, en de dagen mogen later."),
        ),
        material=(
            _("Een tafel per koppel, en de agenda’s van het team van de gastorganisatie."),
            _("De bezoeken zijn afgesproken en bekendgemaakt."),
        ),
    )
