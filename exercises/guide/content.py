"""The questions of the gespreksleidraad."""

from __future__ import annotations

from state.language import _

# What each person says in a sentence: a key, which is stored, the title and the question.
SENTENCES = (
    ("learn", _("Leervragen"), _("Wat willen de bezoekers leren of bereiken?")),
    ("why", _("Waarom hier"), _("Waarom bij deze gastorganisatie?")),
    ("success", _("Geslaagd"), _("Wanneer is het bezoek geslaagd?")),
    ("hope", _("Ervaringen"), _("Welke ervaringen hopen de bezoekers op te doen?")),
    ("forms", _("Vormen"), _("Wat past bij wie: bijwonen, meewerken, meekijken of interview?")),
)
# What visitors and host write down together.
AGREED = (
    ("next", _("Volgende stappen"), _("Hoe spreken jullie verder af, en wat is de volgende stap?")),
    ("feedback", _("Feedback"), _("Hoe geven jullie elkaar feedback?")),
    ("parents", _("Ouders"), _("Hoe lichten jullie ouders in?")),
)
# What belongs to the visit itself: a field of its row.
ROW = (
    ("mentor", _("Mentor"), _("Wie is de mentor van de bezoekers?")),
    ("place", _("Plaats"), _("Waar bellen de bezoekers aan?")),
    ("lodging", _("Overnachting"), _("Is er een overnachting nodig?")),
)
PEOPLE = (_("Wie komt er"), _("Wie komt er, met welke functie?"))
DAYS = (_("Dagen"), _("Welke dagen? Liefst drie of meer, na elkaar."))
PROGRAMME = (_("Programma"), _("Wat gebeurt er, dag na dag?"))
