"""The questions that Duo-gesprek starts with."""

from __future__ import annotations

from state.language import _

QUESTIONS: tuple[str, ...] = (
    _(
        "Hoe krijgen ouders bij jullie een actieve plek, in de dienst en in het leven van elke dag?"
        " Welke voorbeelden heb je?"
    ),
    _(
        "Wat doen ouders en team samen? Welke rol nemen ouders daarin op,"
        " en past die bij wat ze kunnen en graag doen?"
    ),
    _("Hoe denken ouders mee over welke activiteiten er komen?"),
    _("Hoe leren gezinnen jullie beleid, jullie organisatie en een gewone dag kennen?"),
    _("Hoe nodig je ouders uit om mee te denken over het beleid? Hoe vraag je naar hun mening?"),
    _("Hoe leg je vast wat de samenwerking met ouders oplevert, en wie krijgt dat te zien?"),
    _(
        "Hoe breng je de stem van kinderen, ouders en medewerkers met respect in beeld?"
        " Wat doe je er daarna mee?"
    ),
    _(
        "Wanneer en hoe staan medewerkers stil bij hun eigen praktijk, ervaringen, waarden"
        " en houding?"
    ),
)
