"""The four areas of the method, with their indicators: the framework a track begins with."""

from __future__ import annotations

from state.language import _

AREA_NAMES: dict[int, str] = {
    1: _("Warm onthaal"),
    2: _("Samen met ouders"),
    3: _("Ouders onder elkaar"),
    4: _("Samen met de buurt"),
}

# What each area asks of a service, as people read it before an exercise.
INDICATORS: dict[int, tuple[str, ...]] = {
    1: (
        _("Weten hoe gezinnen leven, wat ze gewoon zijn en waar ze waarde aan hechten."),
        _("Weten wat gezinnen kan tegenhouden om langs te komen."),
        _(
            "Laten merken dat iedereen welkom is, elk gezin en de hele buurt,"
            " en hen ook echt uitnodigen."
        ),
        _("Gezinnen spontaan, hartelijk en zonder voorwaarden ontvangen."),
        _("De werking en de aanpak bijstellen volgens wat gezinnen nodig hebben."),
        _("Doorlopend en zonder oordeel met gezinnen in gesprek blijven."),
        _("Kinderen en ouders laten voelen dat ze fier mogen zijn op wie ze zijn."),
        _(
            "Zorgen voor een veilige sfeer waarin elke mening gezegd mag worden,"
            " ook als meningen botsen."
        ),
        _(
            "Aan gezinnen uitleggen hoe het beleid, de organisatie en een gewone dag"
            " in elkaar zitten."
        ),
        _("Als team uitwisselen over gezinnen en buurt, en stilstaan bij het eigen handelen."),
    ),
    2: (
        _("Ouders als actieve partner een plek geven in de dienst en in het leven van elke dag."),
        _(
            "Activiteiten samen met ouders doen: ouders nemen een rol op die past bij wat ze kunnen"
            " en graag doen."
        ),
        _("Ouders mee laten bedenken welke activiteiten er komen."),
        _("Beleid, organisatie en dagelijkse praktijk bekend en begrijpelijk maken voor gezinnen."),
        _(
            "Ouders aanmoedigen om mee te denken over beleid en projecten,"
            " en zelf naar hun mening vragen."
        ),
        _(
            "Vastleggen en tonen wat de samenwerking met ouders oplevert,"
            " aan team, ouders en kinderen."
        ),
        _(
            "De stem van kinderen, ouders en medewerkers met respect tonen"
            " en gebruiken om verder te denken."
        ),
        _("Als medewerker stilstaan bij de eigen praktijk, ervaringen, waarden en houding."),
    ),
    3: (
        _("De ruimte zo inrichten en gebruiken dat ouders elkaar makkelijk aanspreken."),
        _(
            "Op de achtergrond blijven, en naar voren komen wanneer het nodig is: als taal iemand"
            " uitsluit, of als een overtuiging overheerst of geen respect krijgt."
        ),
        _("Bewust tussen mensen of groepjes gaan zitten om een brug te zijn."),
        _("Oog hebben voor wat deze ene ouder nodig heeft en tegelijk voor de groep."),
        _("Een vraag teruggeven aan de groep, zodat ouders samen een antwoord vinden."),
        _("Als medewerker stilstaan bij de eigen praktijk, ervaringen, waarden en houding."),
    ),
    4: (
        _(
            "De buurt kennen waar gezinnen wonen, samen in beeld brengen wat er verandert,"
            " en erop inspelen."
        ),
        _(
            "Als medewerker meeleven met wat er in de buurt gebeurt,"
            " via formele en informele contacten."
        ),
        _("Meedoen aan wat er in de buurt georganiseerd wordt."),
        _(
            "Vastleggen en tonen wat samenwerken met de buurt oplevert,"
            " aan team, ouders en kinderen."
        ),
        _("Samenwerken met andere diensten, zodat gezinnen er vlot de weg naartoe vinden."),
        _("Naar buiten gaan: de dienst brengen waar kinderen en ouders al zijn."),
        _(
            "Samen opkomen voor de rechten van kinderen en gezinnen,"
            " ongelijkheid zichtbaar maken en aanpakken."
        ),
        _("De eigen ruimte openstellen voor de buurt."),
    ),
}  # fmt: skip
