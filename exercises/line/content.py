"""The statements, end labels and questions that De lijn starts with."""

from __future__ import annotations

from state.language import _

AGREE = (_("niet akkoord"), _("akkoord"))
APPLIES = (_("niet van toepassing"), _("helemaal van toepassing"))
END_PAIRS: tuple[tuple[str, str], ...] = (AGREE, APPLIES)

STATEMENTS: tuple[str, ...] = (
    _("Ik weet genoeg over hoe de gezinnen bij ons leven en wat voor hen belangrijk is."),
    _("Ik weet wat gezinnen kan tegenhouden om bij ons binnen te stappen."),
    _("Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt."),
    _("Wie bij ons binnenkomt, wordt spontaan en hartelijk ontvangen, zonder voorwaarden."),
    _("Wij stemmen onze werking en onze aanpak af op wat gezinnen nodig hebben."),
    _("Wij maken tijd om gezinnen echt te leren kennen en delen over en weer wat ons bezighoudt."),
    _("Kinderen en ouders mogen bij ons fier zijn op alles wat hen maakt tot wie ze zijn."),
    _(
        "Bij ons kan elke mening gezegd en besproken worden,"
        " ook als ze botst met die van een ander."
    ),
    _("Gezinnen kennen en begrijpen ons beleid, onze organisatie en hoe een gewone dag verloopt."),
    _(
        "Als medewerker krijg ik tijd om met collega’s over gezinnen en de buurt te praten"
        " en naar mijn eigen manier van werken te kijken."
    ),
    _("In het gesprek met ouders zitten al mijn collega’s op dezelfde golflengte."),
    _("Elk idee, elke vraag en elke opmerking van een ouder nemen wij ernstig."),
    _("Met moeders loopt het gesprek bij ons vaak makkelijker dan met vaders."),
    _("Iedereen in mijn team gelooft dat elke ouder het beste wil voor zijn kind."),
)

QUESTIONS: tuple[str, ...] = (
    _("Waarom sta je daar?"),
    _("Welk voorbeeld geef je ons?"),
    _("Wat doet jouw organisatie hier al voor?"),
    _("Wat kan er nog bij?"),
)
