"""The templates of the product, in the order in which they are offered."""

from __future__ import annotations

from exercises.templates.shapes import (
    TemplateItem,
    TemplateMeeting,
    TrackTemplate,
    rest,
    talk,
    welcome,
)
from state.language import _

_LUNCH, _DRINKS = _("Middag"), _("Iets drinken")

_JOBSHADOWING = TrackTemplate(
    "jobshadowing", _("Jobshadowingtraject"),
    _(
        "Organisaties gaan enkele dagen bij elkaar over de vloer. Een jaar met een kennismaking,"
        " vier bijeenkomsten en de bezoeken daartussen."
    ),
    (
        TemplateMeeting(
            "kick_off", _("Kennismaking"), 0, "09:30",
            _("Elkaar leren kennen, het kader, en een eerste blik op de eigen werking."),
            (
                welcome(15),
                TemplateItem("organisation_sheet", 45),
                talk(_("Wat is jobshadowing"), 20, _(
                    "Je kijkt en werkt enkele dagen mee bij een collega van een andere organisatie."
                    " Niet om te controleren en niet om na te doen, wel om met andere ogen naar je"
                    " eigen werk te kijken. Toon het verloop van het jaar en de data."
                )),
                talk(_("Het kader"), 15, _(
                    "Loop door de aandachtsgebieden, met bij elk één voorbeeld uit de zaal. Zeg dat"
                    " elk gebied vandaag een eigen oefening krijgt."
                )),
                TemplateItem("line", 40),
                rest(15),
                TemplateItem("duo_conversation", 45),
                rest(60, _LUNCH),
                TemplateItem("domino", 50),
                TemplateItem("neighbourhood_map", 40),
                rest(15),
                TemplateItem("reflection_sheet", 30),
            ),
            _("Eén voorwerp of foto uit je werking."),
        ),
        TemplateMeeting(
            "preparation", _("Voorbereiding"), 8, "09:30",
            _("Wie bij wie op bezoek gaat, wat die wil leren, en een programma per dag."),
            (
                welcome(15),
                TemplateItem("announcement", 20, _("Bekendmaking van de koppels")),
                TemplateItem("guide", 75, _("Gespreksleidraad"), note=_(
                    "Bezoekers en gastheren samen aan tafel: wie komt er, met welke leervragen,"
                    " hoe, wanneer, en wat spreken we af?"
                )),
                rest(15),
                TemplateItem("open_stance", 45, _("Open houding"), note=_(
                    "Hoor een vraag die een gesprek sluit en maak er één van die opent. Daarna"
                    " spreekt elk koppel af hoe het feedback geeft."
                )),
                talk(_("Afspraken en vragen"), 25, _(
                    "Overloop de data van de bezoeken, wie wie belt, en wat er met de ouders"
                    " besproken wordt."
                )),
            ),
            _("De agenda’s van het team."),
        ),
        TemplateMeeting(
            "exchange", _("Uitwisseling"), 22, "09:30",
            _("De bezoeken zijn gedaan: wat bleef bij, en wat geven we elkaar terug."),
            (
                welcome(15),
                TemplateItem("recall", 30, _("Inleefoefening"), note=_(
                    "Ogen dicht, terug naar het eerste moment bij de gastorganisatie. Stel traag"
                    " vijf vragen: wat dacht je toen je de plek zag, hoe werd je begroet, hoe"
                    " leerde je er de weg kennen, wat was je eerste indruk, voelde je je welkom?"
                )),
                TemplateItem("gifts", 60),
                rest(15),
                TemplateItem("lenses", 20, _("Het verhaal van elk bezoek"), "visit", _(
                    "Begin bij één beeld. De groep luistert door vier brillen: kritisch,"
                    " waarderend, praktisch, en die van gezinnen."
                )),
                rest(60, _LUNCH),
                TemplateItem("actions", 40, _("Wat nemen wij mee"), note=_(
                    "Elke organisatie schrijft een eerste versie van haar acties: wat, voor wie,"
                    " en de eerste stap."
                )),
            ),
            _("Notities, foto’s, iets van het bezoek."),
        ),
        TemplateMeeting(
            "actions", _("Acties"), 34, "09:30",
            _("Wat elke organisatie deed en nog wil doen, scherper gemaakt door de groep."),
            (
                welcome(15),
                TemplateItem("gift_sequels", 20, note=_(
                    "Eén zin per cadeautje. Vraag wat er veranderde, hoe klein ook."
                )),
                TemplateItem("actions", 15, _("Acties overlopen en scherpstellen"), "organisation",
                             _("De groep helpt met een vraag, een idee, of een aanbod.")),
                rest(15),
                TemplateItem("neighbourhood_map", 25),
                TemplateItem("quotes", 15, note=_(
                    "Elk schrijft één zin over wat dit jaar betekende, en kiest of die gedrukt mag"
                    " worden."
                )),
            ),
        ),
        TemplateMeeting(
            "closing", _("Slotmoment"), 40, "14:00",
            _("Met veel gasten: wat het jaar opleverde, voor het hele werkveld."),
            (
                welcome(15),
                TemplateItem("quotes", 15, _("Citaten"), note=_(
                    "Wat zou je vertellen aan iemand die twijfelt om mee te doen? Vraag of het in"
                    " het verslag mag."
                )),
                TemplateItem("closing", 50, note=_(
                    "Het jaar in hoofdstukken, en dan de vraag aan de zaal: welke actie neem jij"
                    " mee? Gasten scannen de code en tikken op ‘Ik ben te gast’."
                )),
                rest(0, _DRINKS),
            ),
        ),
    ),
)  # fmt: skip

_GLIMPSES = TrackTemplate(
    "kijkstages", _("Kijkstages"),
    _(
        "Eén dag meekijken bij een andere sector, het hele jaar door. Twee bijeenkomsten: nieuw"
        " aanbod in de herfst, oogst in de lente."
    ),
    (
        TemplateMeeting(
            "offers", _("Nieuw aanbod"), 0, "14:00",
            _("Wie waar kan komen kijken, en wie waarheen wil."),
            (
                welcome(15),
                talk(_("Nieuw aanbod"), 60, _(
                    "Elke organisatie zegt wat er bij haar te zien is, voor wie dat interessant is,"
                    " op welke dagen en voor hoeveel mensen tegelijk."
                )),
                talk(_("Wie gaat waarheen"), 15),
            ),
        ),
        TemplateMeeting(
            "harvest", _("Oogst"), 26, "14:00",
            _("Wie zag wat, en wie belt voortaan wie."),
            (
                welcome(15),
                talk(_("Wie zag wat"), 90, _(
                    "Wat zag je dat je niet verwachtte? Wat vertelde je aan je collega’s? Wie bel"
                    " je voortaan, en waarvoor?"
                )),
                rest(0, _DRINKS),
            ),
            _("Eén zin voor de plek waar je was."),
        ),
    ),
)  # fmt: skip

_NETWORK_STARTS = (0, 8, 16, 24, 32)


def _network_meeting(number: int, weeks: int) -> TemplateMeeting:
    """One of the evenings of a network: dominos and the line in turn."""
    kind = "domino" if number % 2 else "line"
    return TemplateMeeting(
        f"network_{number}", _("Netwerk {number}").format(number=number), weeks, "13:30",
        _("Een lid brengt iets in; de groep denkt mee rond één vraag."),
        (
            welcome(15),
            talk(_("Inbreng van een lid"), 20, _(
                "Wat loopt, wat knelt, en welke vraag leg je voor? Spreek vooraf af wie inbrengt."
            )),
            TemplateItem(kind, 40),
            TemplateItem("duo_conversation", 30),
            talk(_("Afspraken"), 15, _("Wie brengt volgende keer in, en waar komen we samen?")),
        ),
    )  # fmt: skip


_NETWORK = TrackTemplate(
    "netwerk",
    _("Lerend netwerk"),
    _("Vijf bijeenkomsten van twee uur, telkens rond de inbreng van een lid. Geen bezoeken."),
    tuple(_network_meeting(number, weeks) for number, weeks in enumerate(_NETWORK_STARTS, start=1)),
)

_JAM = TrackTemplate(
    "jam", _("Slotmoment of jam"),
    _("Eén bijeenkomst voor een grote zaal: staan op de lijn, de kaart, en één actie elk."),
    (
        TemplateMeeting(
            "jam", _("Jam"), 0, "13:30",
            _("Honderden mensen die elkaar niet kennen, in beweging."),
            (
                welcome(30),
                TemplateItem("line", 40),
                TemplateItem("neighbourhood_map", 30),
                rest(15),
                TemplateItem("actions", 30, _("Eén actie per organisatie"), note=_(
                    "Elke organisatie kiest één actie en de eerste stap die binnen twee weken kan."
                )),
                TemplateItem("closing", 20),
                rest(0, _DRINKS),
            ),
        ),
    ),
)  # fmt: skip

TEMPLATES: tuple[TrackTemplate, ...] = (_JOBSHADOWING, _GLIMPSES, _NETWORK, _JAM)


def template_of(key: str) -> TrackTemplate | None:
    """The template of that key; None for an unknown one."""
    return next((one for one in TEMPLATES if one.key == key), None)
